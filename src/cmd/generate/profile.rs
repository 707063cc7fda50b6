//! `nkeep generate profile`: what tools ask by an `nsc://` URL.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::Serialize;
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::{OutputFile, may_show_secret, secret_file, secret_json};
use crate::nkey::{PublicKey, Seed};
use crate::store::keyring::Keyring;
use crate::store::recipients::may_leave;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Store as _, StoreError};
use crate::text::quoted;
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Where the servers of an operator are, and the key of a user",
        line: "nkeep generate profile 'nsc://ACME/ACME/ACME?userKey&names'",
    },
    Example {
        purpose: "The seed of an account, for a tool that reads it from a pipe",
        line: "nkeep generate profile 'nsc://ACME/ACME?accountSeed' | grep -c seed",
    },
];

/// Generate a profile that tools read, from an nsc URL
///
/// The URL is nsc://OPERATOR/ACCOUNT/USER, names or public keys, where the account and the user may be left out. What
/// else is wanted stands behind a `?`, joined by `&`, in any case of letters.
///
/// Public keys: operatorKey, accountKey, userKey; key is that of the last one named, keys are those of all.
///
/// Names: operatorName, accountName, userName; name and names are those of all.
///
/// Seeds: operatorSeed, accountSeed, userSeed; seed is that of the last one named, seeds are those of all.
/// accountSeed=KEY is the seed of that signing key.
///
/// On a terminal and with --json seeds are shown only with --reveal. Unlike with nsc, nothing is selected by it;
/// `seed` gives one seed, as nsc's help has it, and not those of all; there is no `user_creds`, as no creds files are
/// kept (nkeep generate creds writes one); `store=` and `keystore=` are refused, as --store names the store.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Whose profile, and what is wanted of it: nsc://OPERATOR/ACCOUNT/USER?WANTED
    #[arg(value_name = "URL")]
    url: Asked,
    #[command(flatten)]
    output: OutputFile,
    /// Show seeds on a terminal, or in JSON
    #[arg(long)]
    reveal: bool,
}

/// What a URL asks for.
#[derive(Clone, Debug)]
struct Asked {
    /// Names or keys of operator, account and user, as far as they go.
    path: Vec<String>,
    keys: Vec<EntityKind>,
    names: Vec<EntityKind>,
    /// Of which one, and of which of its keys.
    seeds: BTreeMap<EntityKind, Option<PublicKey>>,
}

impl FromStr for Asked {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let has_scheme = text
            .get(..6)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("nsc://"));
        let rest = text
            .get(6..)
            .filter(|_| has_scheme)
            .ok_or("it does not begin with nsc://")?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path: Vec<String> = path
            .trim_end_matches('/')
            .split('/')
            .map(decoded)
            .collect::<Result<_, _>>()?;
        if path.len() > EntityKind::ALL.len() || path.iter().any(String::is_empty) {
            return Err("what is named is nsc://OPERATOR/ACCOUNT/USER".to_owned());
        }
        let mut asked = Self {
            path,
            keys: Vec::new(),
            names: Vec::new(),
            seeds: BTreeMap::new(),
        };
        for wanted in query.split('&').filter(|wanted| !wanted.is_empty()) {
            asked.add(wanted)?;
        }
        Ok(asked)
    }
}

impl Asked {
    fn named(&self) -> &'static [EntityKind] {
        // Checked when it was read: as many as there are kinds at most.
        &EntityKind::ALL[..self.path.len()]
    }

    fn add(&mut self, wanted: &str) -> Result<(), String> {
        let (word, value) = wanted.split_once('=').unwrap_or((wanted, ""));
        let word = word.to_ascii_lowercase();
        if matches!(&*word, "store" | "keystore") {
            return Err(format!("{word}= names folders of nsc's; give --store FILE"));
        }
        let (of, what) = EntityKind::ALL
            .into_iter()
            .find_map(|kind| Some((Some(kind), word.strip_prefix(kind.name())?)))
            .unwrap_or((None, &*word));
        let last = &self.named()[self.path.len() - 1..];
        let one = of.as_ref().map(std::slice::from_ref);
        let kinds = match (what, one) {
            ("key" | "seed" | "name", Some(one)) if self.named().contains(&one[0]) => one,
            ("key" | "seed" | "name", Some(one)) => {
                return Err(format!("{word} is asked for, and no {} is named", one[0]));
            }
            ("key" | "seed", None) => last,
            ("name" | "names" | "keys" | "seeds", None) => self.named(),
            _ => return Err(format!("nobody knows what {} asks for", quoted(&word))),
        };
        let key = match (what, of, &*decoded(value)?.to_ascii_uppercase()) {
            (_, _, "") => None,
            ("seed", Some(_), key) => Some(
                key.parse::<PublicKey>()
                    .map_err(|reason| format!("{word} takes a public key: {reason}"))?,
            ),
            _ => return Err(format!("{word} takes no value")),
        };
        match what {
            "key" | "keys" => self.keys.extend(kinds),
            "name" | "names" => self.names.extend(kinds),
            _ => {
                for kind in kinds {
                    let of = self.seeds.entry(*kind).or_default();
                    *of = key.or(*of);
                }
            }
        }
        Ok(())
    }
}

/// Text with `%20` and the like.
pub fn decoded(text: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match (first, after) {
            (b'%', [high, low, ..]) => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                digit(high)
                    .zip(digit(low))
                    .map(|(high, low)| high * 16 + low)
            }
            _ => None,
        };
        match code.and_then(|code| u8::try_from(code).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None if *first == b'%' => return Err("% stands before two digits".to_owned()),
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).map_err(|_| "it is no text".to_owned())
}

/// nsc's form.
#[derive(Serialize)]
struct Profile<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    operator: Details<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<Details<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<Details<'a>>,
}

/// What is said of one of the three.
#[derive(Serialize)]
struct Details<'a> {
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    service: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let file = args.output.path();
    if file.is_none() && !args.url.seeds.is_empty() {
        may_show_secret(ctx, args.reveal, "nkeep generate profile URL -o FILE")?;
    }
    let mut store = ctx.open_store()?;
    let found = store.read(|records| found(records, &args.url))?;
    let mut seeds = BTreeMap::new();
    if !args.url.seeds.is_empty() {
        let keyring = ctx.keyring(&mut store)?;
        for entity in &found {
            if let Some(wanted) = args.url.seeds.get(&entity.kind) {
                let seed = store.read(|records| seed(records, &*keyring, entity, *wanted))?;
                seeds.insert(entity.kind, seed.expose());
            }
        }
    }
    let operator = trust::trusted_operator(&found[0])?;
    let services = &*operator.claims().body.operator_service_urls;
    let any = |kind| {
        let asked = &args.url;
        asked.keys.contains(&kind) || asked.names.contains(&kind) || asked.seeds.contains_key(&kind)
    };
    let said = |kind| {
        let entity = found.iter().find(|entity| entity.kind == kind);
        entity
            .filter(|_| any(kind))
            .map(|entity| details(&args.url, &seeds, entity))
    };
    let profile = Profile {
        kind: (file.is_none() && ctx.ui.json()).then_some("profile"),
        operator: Details {
            service: services,
            ..details(&args.url, &seeds, &found[0])
        },
        account: said(EntityKind::Account),
        user: said(EntityKind::User),
    };
    match file {
        Some(path) => {
            let existing = args.output.existing();
            secret_file(ctx, path, &secret_json(&profile)?, existing)?;
            if ctx.ui.json() {
                return ctx
                    .ui
                    .document(&serde_json::json!({ "kind": "profile", "file": path }));
            }
            ctx.ui.note(&format!("wrote {}", path.display()));
            Ok(())
        }
        None if seeds.is_empty() => ctx.ui.document(&profile),
        None => ctx.ui.data(&secret_json(&profile)?),
    }
}

/// The operator, and the account and the user where they are named.
fn found(records: &dyn Records, asked: &Asked) -> Result<Vec<Entity>, TrustError> {
    let mut found: Vec<Entity> = Vec::new();
    for name in &asked.path {
        let name = Some(name.as_str());
        found.push(match &*found {
            [] => trust::operator(records, name)?,
            [operator] => trust::account(records, operator, name)?,
            [.., account] => trust::user(records, account, name)?,
        });
    }
    Ok(found)
}

fn details<'a>(
    asked: &Asked,
    seeds: &'a BTreeMap<EntityKind, Zeroizing<String>>,
    entity: &'a Entity,
) -> Details<'a> {
    let kind = entity.kind;
    Details {
        service: &[],
        name: asked.names.contains(&kind).then(|| entity.name.as_str()),
        seed: seeds.get(&kind).map(|seed| seed.as_str()),
        id: asked.keys.contains(&kind).then(|| entity.key.to_string()),
    }
}

/// The seed of that key of an entity, or of the first of its keys that the store has one of: the identity before others.
fn seed(
    records: &dyn Records,
    keyring: &dyn Keyring,
    entity: &Entity,
    wanted: Option<PublicKey>,
) -> Result<Seed, StoreError> {
    let mut keys = records.keys_of(&entity.key)?;
    keys.sort_by_key(|key| key.role);
    let record = keys.into_iter().find(|key| match wanted {
        Some(wanted) => key.public == wanted,
        None => key.sealed.is_some(),
    });
    let record = record.ok_or_else(|| {
        let name = quoted(&entity.name);
        StoreError::Refused(match wanted {
            Some(wanted) => format!("{wanted} is no key of {} {name}", entity.kind),
            None => format!("the store has no seed of {} {name}", entity.kind),
        })
    })?;
    may_leave(records, record.class)?;
    keyring.unseal(
        &records.key(&record.public)?.unwrap_or(record),
        records.store_id(),
    )
}
