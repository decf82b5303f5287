//! The door to what only a result needs. In a release build that is a second WebAssembly file, cut out of this program
//! behind the one function here and put back by the loader's link into the same memory; else it is simply there.

use web_sys::Element;

use super::ways::{Sharer, Ways};
use crate::widget::{Part, WHOLE};

/// What is behind the door.
pub struct ResultFile {
    /// What the widget needs of it.
    pub part: Part,
    /// The host's ways to share, for a widget in this element.
    pub ways: fn(&Element) -> Box<dyn Ways>,
}

static FILE: ResultFile = ResultFile { part: Part(WHOLE), ways: |root| Box::new(Sharer::new(root)) };

/// Opens the door. Only for whoever knows that the file is there: its functions trap before that.
#[cfg(not(result_file))]
pub fn open() -> &'static ResultFile {
    &FILE
}

#[cfg(result_file)]
pub use cut::open;

/// The place of the cut: names in the form that the splitter looks for, of a function that this file wants and of one that
/// the other has.
#[cfg(result_file)]
#[allow(unsafe_code, reason = "a function of another file can be declared in no other way; it is the one below")]
mod cut {
    use super::{FILE, ResultFile};

    #[allow(improper_ctypes, reason = "both sides are compiled together")]
    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        safe fn __wasm_split_00result00_import_00000000000000000000000000000000_open() -> &'static ResultFile;
    }

    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00result00_export_00000000000000000000000000000000_open() -> &'static ResultFile {
        &FILE
    }

    /// Opens the door.
    pub fn open() -> &'static ResultFile {
        __wasm_split_00result00_import_00000000000000000000000000000000_open()
    }
}
