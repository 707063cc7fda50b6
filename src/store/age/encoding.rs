//! Bech32, in which age writes recipients and identities. Plugins' are longer than BIP 173 allows, as stock age takes them.

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Checksum, Hrp};
use zeroize::Zeroizing;

/// The checksum of BIP 173 without its limit of length.
enum Bech32Long {}

impl Checksum for Bech32Long {
    type MidstateRepr = <Bech32 as Checksum>::MidstateRepr;
    const CODE_LENGTH: usize = usize::MAX;
    const CHECKSUM_LENGTH: usize = Bech32::CHECKSUM_LENGTH;
    const GENERATOR_SH: [u32; 5] = Bech32::GENERATOR_SH;
    const TARGET_RESIDUE: u32 = Bech32::TARGET_RESIDUE;
}

/// What stands before the data, and the data; nothing when the checksum does not hold.
pub fn decoded(text: &str) -> Option<(Hrp, Zeroizing<Vec<u8>>)> {
    let parsed = CheckedHrpstring::new::<Bech32Long>(text).ok()?;
    let bytes = parsed.byte_iter();
    let mut data = Zeroizing::new(Vec::with_capacity(bytes.len()));
    data.extend(bytes);
    Some((parsed.hrp(), data))
}

/// The other way round, in lower case.
pub fn encoded(prefix: Hrp, data: &[u8]) -> Zeroizing<String> {
    bech32::encode_lower::<Bech32Long>(prefix, data)
        .map(Zeroizing::new)
        .unwrap_or_else(|_| unreachable!("there is no limit of length"))
}
