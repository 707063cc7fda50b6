//! What commands read that is at an address.

use zeroize::Zeroizing;

use super::servers::usual_manner;
use crate::net::account_server::fetched;
use crate::net::http::Address;
use crate::ui::Failure;

/// What is at an address. It is not longer than a token can be.
pub fn at_most(url: &str, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let address: Address = url.parse().map_err(|reason: String| {
        // Said here, where the address is not said with it.
        let shown = if url.contains('@') {
            "the address"
        } else {
            url
        };
        Failure::usage(format!("{shown} cannot be read: {reason}"))
    })?;
    let body = fetched(&address, usual_manner())?;
    if body.len() as u64 > limit {
        return Err(Failure::usage(format!(
            "{address} is longer than {limit} bytes"
        )));
    }
    Ok(Zeroizing::new(body))
}
