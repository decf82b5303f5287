//! Where the program is cut. In a release build what only a result needs is a second WebAssembly file, which the loader links
//! to the first one's memory; else it is simply there.

/// That what only a result needs is there: with it, and only then, a cut can be crossed. Made by whoever has linked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultThere(());

impl ResultThere {
    /// For whoever knows that it is there: without it, what is behind a cut traps.
    #[must_use]
    pub fn known() -> Self {
        Self(())
    }
}

/// Makes a function that crosses the cut: `name` of this module gives the static behind it. The names of the two functions
/// between which the splitter cuts end in a number of the cut's own, in 32 hexadecimal digits.
macro_rules! cut {
    ($(#[$doc:meta])* $vis:vis fn $name:ident() -> $type:ty { $behind:expr } $import:ident $export:ident) => {
        $(#[$doc])*
        #[cfg(not(result_file))]
        $vis fn $name(_: $crate::cut::ResultThere) -> &'static $type {
            static BEHIND: $type = $behind;
            &BEHIND
        }

        #[cfg(result_file)]
        pub use crossing::$name;

        #[cfg(result_file)]
        #[allow(unsafe_code, reason = "a function of another file can be declared in no other way; it is the one below")]
        mod crossing {
            use super::*;

            #[allow(improper_ctypes, reason = "both sides are compiled together")]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                safe fn $import() -> &'static $type;
            }

            #[allow(improper_ctypes_definitions, reason = "both sides are compiled together")]
            #[unsafe(no_mangle)]
            extern "C" fn $export() -> &'static $type {
                static BEHIND: $type = $behind;
                &BEHIND
            }

            $(#[$doc])*
            pub fn $name(_: $crate::cut::ResultThere) -> &'static $type {
                $import()
            }
        }
    };
}

pub(crate) use cut;
