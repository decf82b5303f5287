//! The program that the page loads. It does nothing by itself: the loader calls [`which_track::browser::mount`].

#[cfg(feature = "csr")]
use which_track as _;

fn main() {}

/// A smaller allocator than the standard library's (docs/size.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
