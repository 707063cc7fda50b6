//! Keys of 32 letters and digits, for systems that take the characters as they stand: a byte more, such as the end of a
//! line, and they do not start.

use zeroize::Zeroizing;

use super::Result;
use crate::nkey::Seed;

/// The 32 characters of a curve key that was made of them.
pub fn text_key(seed: &Seed) -> Result<Zeroizing<String>> {
    Ok(seed.expose_text_key()?)
}
