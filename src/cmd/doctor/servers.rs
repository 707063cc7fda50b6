//! `nkeep doctor --ask-servers`: which versions servers are, by what they say before a login.

use std::time::Duration;

use crate::ceremony::airgap::Finding;
use crate::net::NetError;
use crate::net::greeting::{Greeting, greeting};
use crate::text::{noted, quoted};
use crate::trust::advisories::{AS_OF, Version, about, mended_after};

const CHECK: &str = "servers";
const PATIENCE: Duration = Duration::from_secs(3);
const VERIFY: &str = "nkeep verify";

/// What is to be said of the server at each address.
pub fn findings(urls: &[String]) -> Vec<Finding> {
    std::thread::scope(|scope| {
        let asked: Vec<_> = urls
            .iter()
            .map(|url| (url, scope.spawn(|| greeting(url, PATIENCE))))
            .collect();
        let said = asked.into_iter().map(|(url, asked)| match asked.join() {
            Ok(Ok(greeting)) => judged(url, &greeting),
            Ok(Err(NetError::Unread { reason, .. })) => unknown(url, &reason),
            Ok(Err(error)) => unknown(url, &error.to_string()),
            Err(_) => unknown(url, "nothing"),
        });
        said.collect()
    })
}

fn unknown(url: &str, reason: &str) -> Finding {
    let help = noted(VERIFY, "logs in, by whatever way there is");
    Finding {
        help: Some(help),
        ..Finding::unknown(
            CHECK,
            format!(
                "the version of the one at {} is not known: {reason}",
                quoted(url)
            ),
        )
    }
}

fn judged(url: &str, said: &Greeting) -> Finding {
    let server = format!("{} at {}", quoted(&said.name), quoted(url));
    let Ok(version) = said.version.parse::<Version>() else {
        let reason = format!("it names {}", quoted(&said.version));
        return unknown(url, &reason);
    };
    let known = about(version);
    if known.is_empty() {
        let says = format!("{server} is {version}, of which nothing is known as of {AS_OF}");
        return Finding::fine(CHECK, says);
    }
    let ids: Vec<&str> = known.iter().map(|one| one.id).collect();
    let says = format!(
        "{server} is {version}, of which is known: {}",
        ids.join(", ")
    );
    let why = match mended_after(version) {
        Some(better) => format!("tells more; {better} of nats-server has none of these"),
        None => "tells more".to_owned(),
    };
    Finding::look(CHECK, says, noted(VERIFY, why))
}
