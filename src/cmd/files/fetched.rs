//! What commands read that is at an address.

use zeroize::Zeroizing;

use crate::cmd::servers::usual_manner;
use crate::net::account_server::{fetched, fetched_of_itself};
use crate::net::http::Address;
use crate::ui::{Failure, Hinted as _};

/// What is at an address. It is not longer than a token can be.
pub fn at_most(url: &str, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let address = address(url)?;
    let body = fetched(&address, usual_manner())?;
    within(&address, body, limit)
}

/// Text at an address that is believed for the address' sake: nobody on the way may answer, and no other server.
pub fn of_itself(url: &str, limit: u64) -> Result<Zeroizing<String>, Failure> {
    let address = address(url)?;
    if address.is_in_the_clear() {
        return Err(Failure::usage(format!(
            "{address} is asked in the clear: whoever is on the way could put keys of their own there"
        )))
        .hint("name it by https://, or save it and name the file");
    }
    let body = fetched_of_itself(&address, usual_manner())?;
    let body = within(&address, body, limit)?;
    let text = std::str::from_utf8(&body)
        .map_err(|_| Failure::usage(format!("what is at {address} is no text")))?;
    Ok(Zeroizing::new(text.to_owned()))
}

fn address(url: &str) -> Result<Address, Failure> {
    url.parse().map_err(|reason: String| {
        // Said here, where the address is not said with it.
        let shown = if url.contains('@') {
            "the address"
        } else {
            url
        };
        Failure::usage(format!("{shown} cannot be read: {reason}"))
    })
}

fn within(address: &Address, body: Vec<u8>, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if body.len() as u64 > limit {
        return Err(Failure::usage(format!(
            "{address} is longer than {limit} bytes"
        )));
    }
    Ok(Zeroizing::new(body))
}
