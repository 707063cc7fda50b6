//! What an example is; which there are is in [`super::examples`].

/// A command line that works in a folder with the files of `tests/examples`.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it does.
    pub purpose: &'static str,
    /// What to type.
    pub line: &'static str,
}
