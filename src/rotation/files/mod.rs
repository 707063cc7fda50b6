//! What was seen of servers, from files: bodies of their monitoring pages, and what `nats server request` prints, one document
//! or many. A file says what a server uses, and not what else it keeps; whoever wrote it is believed as a server is. What is
//! only a part is refused. That connections are all of an account's is known by how many the server counts: which it was
//! asked for, a page does not say, and old servers leave leaf nodes out of it.

mod error;
mod seen;

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

pub use error::{FileError, Why};
use seen::Seen;

use super::observed::{Observed, Row, looked_at};
use crate::clock::{CLOCKS_DIFFER, UnixSeconds, written};
use crate::nkey::{Kind, PublicKey};
use crate::text::cut;

/// More than servers print of ten thousand accounts.
pub const LONGEST: usize = 256 << 20;
/// More than there are servers and accounts.
const MOST: usize = 1_000_000;

/// A file that somebody took.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// What it is called.
    pub name: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
}

/// What those files say of servers, in the order of their identities. Of several times, the oldest counts.
pub fn read(files: &[File<'_>], now: UnixSeconds) -> Result<Vec<Observed>, FileError> {
    let mut servers: BTreeMap<String, Seen> = BTreeMap::new();
    for file in files {
        let refused = |document: Option<usize>, why: Why| FileError {
            file: file.name.to_owned(),
            document,
            why,
        };
        let documents = documents(file.bytes).map_err(|why| refused(None, why))?;
        let is_one = documents.len() == 1;
        for (place, document) in documents.into_iter().enumerate() {
            let refused = |why| refused((!is_one).then_some(place + 1), why);
            let seen = seen(document, now).map_err(refused)?;
            let known = servers.entry(seen.server.id.clone()).or_default();
            known.join(seen, file.name).map_err(refused)?;
        }
    }
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.bytes);
    }
    let hash = HEXLOWER.encode(&hash.finalize());
    servers
        .into_values()
        .map(|seen| {
            let collector = seen.files.join(", ");
            let observed = seen.whole().map_err(|why| FileError {
                file: collector.clone(),
                document: None,
                why,
            })?;
            Ok(Observed {
                collector,
                raw_sha256: hash.clone(),
                ..observed
            })
        })
        .collect()
}

/// The documents in a file, one after another or in a list.
fn documents(bytes: &[u8]) -> Result<Vec<&RawValue>, Why> {
    if bytes.len() > LONGEST {
        return Err(Why::TooLong);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut documents: Vec<&RawValue> = Vec::new();
    for value in serde_json::Deserializer::from_slice(bytes).into_iter::<&RawValue>() {
        let value = value.map_err(|error| Why::unreadable(&error))?;
        match value.get().starts_with('[') {
            true => documents.extend(parsed::<Vec<&RawValue>>(value)?),
            false => documents.push(value),
        }
        if documents.len() > MOST {
            return Err(Why::TooMany);
        }
    }
    match documents.is_empty() {
        true => Err(Why::Empty),
        false => Ok(documents),
    }
}

fn parsed<'a, T: Deserialize<'a>>(value: &'a RawValue) -> Result<T, Why> {
    serde_json::from_str(value.get()).map_err(|error| Why::unreadable(&error))
}

/// A document as servers answer: who says it, and what.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Envelope<'a> {
    server: Speaker,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    error: Option<Refused>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Speaker {
    id: String,
    name: String,
    time: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Refused {
    description: String,
}

/// What every page says of itself.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Page {
    #[serde(rename = "server_id")]
    id: String,
    #[serde(rename = "server_name")]
    name: String,
    now: String,
}

/// What one document says of a server. Its name may be missing.
fn seen(document: &RawValue, now: UnixSeconds) -> Result<Seen, Why> {
    let fields = fields(document)?;
    let is_answer = fields.contains("server") && !fields.contains("cid");
    if !is_answer {
        return of_page(document, &fields, &Speaker::default(), now);
    }
    let Envelope {
        server,
        data,
        error,
    } = parsed(document)?;
    if let Some(error) = error {
        return unused(&server, &error, now);
    }
    match data {
        Some(data) => of_page(data, &self::fields(data)?, &server, now),
        None => Err(error::unknown(&fields)),
    }
}

/// The names of the fields of a document.
fn fields(document: &RawValue) -> Result<BTreeSet<String>, Why> {
    if !document.get().starts_with('{') {
        return Err(Why::Unknown);
    }
    let fields: BTreeMap<String, &RawValue> = parsed(document)?;
    Ok(fields.into_keys().collect())
}

fn of_page(
    page: &RawValue,
    fields: &BTreeSet<String>,
    speaker: &Speaker,
    now: UnixSeconds,
) -> Result<Seen, Why> {
    let has = |field: &str| fields.contains(field);
    let read = if has("account_detail") {
        account
    } else if has("num_connections") && has("total") {
        connections
    } else if has("config_load_time") && has("max_payload") {
        operators
    } else {
        return Err(error::unknown(fields));
    };
    let mut seen = identified(&parsed(page)?, speaker, now)?;
    read(page, &mut seen)?;
    Ok(seen)
}

/// Which server it is, and when that was.
fn identified(page: &Page, speaker: &Speaker, now: UnixSeconds) -> Result<Seen, Why> {
    let either = |one: &str, other: &str| match one.is_empty() {
        true => cut(other),
        false => cut(one),
    };
    if !page.id.is_empty() && !speaker.id.is_empty() && page.id != speaker.id {
        return Err(Why::Another {
            speaker: cut(&speaker.id),
            page: cut(&page.id),
        });
    }
    let id = either(&page.id, &speaker.id);
    if id.is_empty() {
        return Err(Why::Nameless);
    }
    let server = Observed {
        id,
        name: either(&page.name, &speaker.name),
        time: time(&either(&page.now, &speaker.time), now)?,
        ..Observed::default()
    };
    Ok(Seen {
        server,
        ..Seen::default()
    })
}

fn time(text: &str, now: UnixSeconds) -> Result<UnixSeconds, Why> {
    let nanoseconds = written(text).ok_or(Why::Timeless)?;
    let time = UnixSeconds::try_from(nanoseconds.div_euclid(1_000_000_000));
    let time = time.map_err(|_| Why::Timeless)?;
    // Evidence would stay fresh for as long.
    if time > now.saturating_add(CLOCKS_DIFFER) {
        return Err(Why::Ahead(time));
    }
    Ok(time.min(now))
}

/// The tokens of operators that a server was started with; it leaves them out where there are none.
fn operators(page: &RawValue, seen: &mut Seen) -> Result<(), Why> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Varz {
        #[serde(deserialize_with = "or_none")]
        trusted_operators_jwt: Vec<String>,
    }
    let varz: Varz = parsed(page)?;
    let tokens = varz.trusted_operators_jwt.into_iter().map(looked_at);
    seen.server.operators = Some(tokens.collect());
    Ok(())
}

/// The token by which a server goes that uses an account, and how many are connected.
fn account(page: &RawValue, seen: &mut Seen) -> Result<(), Why> {
    #[derive(Deserialize)]
    struct Accountz {
        account_detail: Detail,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Detail {
        account_name: String,
        jwt: String,
        client_connections: Option<u64>,
        leafnode_connections: Option<u64>,
    }
    let Accountz { account_detail } = parsed(page)?;
    let key = account_key(&account_detail.account_name)
        .ok_or_else(|| Why::NoAccount(cut(&account_detail.account_name)))?;
    if account_detail.jwt.is_empty() {
        return Err(Why::Tokenless(key));
    }
    if let (Some(clients), Some(leaves)) = (
        account_detail.client_connections,
        account_detail.leafnode_connections,
    ) {
        let all = clients.saturating_add(leaves);
        seen.counted.insert(key.clone(), all);
    }
    seen.server
        .accounts
        .insert(key, vec![looked_at(account_detail.jwt)]);
    Ok(())
}

/// That a server does not use an account comes as an error. Then nobody is connected there.
fn unused(server: &Speaker, error: &Refused, now: UnixSeconds) -> Result<Seen, Why> {
    let words = &error.description;
    let key = words
        .strip_suffix(" does not exist")
        .and_then(|rest| account_key(rest.rsplit(' ').next()?));
    let Some(key) = key else {
        return Err(Why::Refused(cut(words)));
    };
    let mut seen = identified(&Page::default(), server, now)?;
    seen.counted.insert(key, 0);
    Ok(seen)
}

/// The connections of a server, or of one of its accounts.
fn connections(page: &RawValue, seen: &mut Seen) -> Result<(), Why> {
    #[derive(Deserialize)]
    struct Connz {
        num_connections: u64,
        total: u64,
        #[serde(default)]
        offset: u64,
        #[serde(default, deserialize_with = "or_none")]
        connections: Vec<Row>,
    }
    let page: Connz = parsed(page)?;
    let shown = page.connections.len() as u64;
    if page.offset > 0 || shown < page.total || page.num_connections != shown {
        return Err(Why::Part {
            shown,
            total: page.total,
        });
    }
    let mut rows = page.connections.iter();
    if rows.any(|row| row.stop.is_some()) {
        return Err(Why::Ended);
    }
    let mut rows = page.connections.iter();
    if shown > 0 && rows.all(|row| row.account.is_empty()) {
        return Err(Why::Anonymous);
    }
    // Whoever has not logged in yet is in no account.
    let rows = page.connections.into_iter();
    let rows = rows.filter(|row| !row.account.is_empty());
    seen.rows = Some(rows.map(|row| (row.number, row)).collect());
    Ok(())
}

fn account_key(text: &str) -> Option<String> {
    let key: PublicKey = text.parse().ok()?;
    (key.kind() == Kind::Account).then(|| key.to_string())
}

/// Servers write null where they have nothing.
fn or_none<'de, D: Deserializer<'de>, T: Default + DeserializeOwned>(
    field: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(field)?.unwrap_or_default())
}

#[cfg(test)]
mod tests;
