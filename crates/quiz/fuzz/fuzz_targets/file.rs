//! Any text at all as a quiz file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use which_track_fuzz::holds;

fuzz_target!(|bytes: &[u8]| {
    holds::of_file(&String::from_utf8_lossy(bytes));
});
