//! `nkeep edit account`.

use serde_json::json;

use super::jetstream::JetStreamEdits;
use super::{TagEdits, let_in_again, nothing_asked, told, warnings};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, key_labels};
use crate::cmd::changed::{Changed, named};
use crate::cmd::example::Example;
use crate::cmd::suggested::after_edit;
use crate::cmd::words::argument::open_text;
use crate::cmd::words::naming::{UnderOperator, Wanted};
use crate::cmd::words::permissions::{Granted, Withdrawn};
use crate::cmd::words::quantity::limit;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::cmd::words::when::Validity;
use crate::jwt::claims::{Account, Claims, MessageTrace};
use crate::nkey::{Kind, PublicKey};
use crate::rotation::RotationError;
use crate::rotation::open::must_have_none_of;
use crate::store::record::Entity;
use crate::store::{Changes, Records, Store as _};
use crate::text::{quoted, shell_word};
use crate::trust::signing_keys::{Withdrawal, give_account, meant, must_have_one_left};
use crate::trust::{KeySource, TrustError, edit, operator_of, trusted_operator};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "At most 100 connections, and JetStream with a gibibyte on disk",
        line: "nkeep edit account ACME --conns 100 --js-disk-storage 1gib",
    },
    Example {
        purpose: "Another signing key, whose public half is printed",
        line: "nkeep edit account ACME --sk generate",
    },
];

/// Edit an account
///
/// Only what is named changes. A signing key is taken away only when it signed nothing that still holds. One that comes back
/// lets in again whom it signed before: they are named, and it takes --force.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("signing_keys").args(["sk", "rm_sk"]).multiple(true))]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    validity: Validity,
    /// Take signing keys away all the same: users that they signed are signed anew, or removed and revoked where no other key may sign them; add one back that lets users in again
    #[arg(long, requires = "signing_keys")]
    force: bool,
    #[command(flatten)]
    edits: AccountEdits,
    #[command(flatten)]
    jetstream: JetStreamEdits,
    #[command(flatten)]
    granted: Granted,
    #[command(flatten)]
    withdrawn: Withdrawn,
}

/// What is changed in it.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
struct AccountEdits {
    #[command(flatten)]
    tags: TagEdits,
    /// For people
    #[arg(long, value_name = "TEXT", value_parser = open_text)]
    description: Option<String>,
    /// Where people read more
    #[arg(long, value_name = "URL", value_parser = open_text)]
    info_url: Option<String>,
    /// Signing key to add: "generate", a public key, or a file with a seed, which the store keeps
    #[arg(long, value_name = "KEY", value_delimiter = ',', value_parser = named_key)]
    sk: Vec<NamedKey>,
    /// Signing key to take away: its public key or its role
    #[arg(long, value_name = "KEY", value_delimiter = ',', value_parser = open_text)]
    rm_sk: Vec<String>,
    /// Most connections; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    conns: Option<i64>,
    /// Most connections of leaf nodes; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    leaf_conns: Option<i64>,
    /// Most bytes in all, such as 10M (1k is 1000, 1KiB 1024); -1 is no limit
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    data: Option<i64>,
    /// Most exports; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    exports: Option<i64>,
    /// Most imports; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    imports: Option<i64>,
    /// Most bytes of one message, such as 64k (1k is 1000, 1KiB 1024); -1 is no limit
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    payload: Option<i64>,
    /// Most subscriptions; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    subscriptions: Option<i64>,
    /// Exports may have wildcards
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    wildcard_exports: Option<bool>,
    /// No user may be a bearer
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    disallow_bearer: Option<bool>,
    /// Subject that message traces go to; "" for none
    #[arg(long, value_name = "SUBJECT")]
    trace_context_subject: Option<String>,
    /// How many messages in a hundred are traced; 0 is all
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(i64).range(0..=100))]
    trace_context_sampling: Option<i64>,
    /// Whose the traffic of JetStream's cluster is: owner (this account's) or system
    #[arg(long, value_name = "WHOSE", num_args = 0..=1, default_missing_value = "owner", value_parser = ["owner", "system", "true", "false", ""])]
    host_cluster_traffic: Option<String>,
}

impl Args {
    fn names_nothing(&self) -> bool {
        self.edits == AccountEdits::default()
            && self.jetstream == JetStreamEdits::default()
            && self.granted == Granted::default()
            && self.withdrawn == Withdrawn::default()
            && self.signer == SignWith::default()
            && self.validity.is_empty()
    }
}

impl AccountEdits {
    /// Changes what was asked for, and nothing else.
    fn apply(&self, claims: &mut Claims<Account>) -> Result<(), TrustError> {
        let body = &mut claims.body;
        self.tags.apply(&mut body.tags);
        if let Some(description) = &self.description {
            body.description.clone_from(description);
        }
        if let Some(url) = &self.info_url {
            body.info_url.clone_from(url);
        }
        let limits = &mut body.limits;
        for (number, asked) in [
            (&mut limits.conn, self.conns),
            (&mut limits.leaf, self.leaf_conns),
            (&mut limits.data, self.data),
            (&mut limits.exports, self.exports),
            (&mut limits.imports, self.imports),
            (&mut limits.payload, self.payload),
            (&mut limits.subs, self.subscriptions),
        ] {
            *number = asked.unwrap_or(*number);
        }
        limits.wildcards = self.wildcard_exports.unwrap_or(limits.wildcards);
        limits.disallow_bearer = self.disallow_bearer.unwrap_or(limits.disallow_bearer);
        if let Some(whose) = &self.host_cluster_traffic {
            body.cluster_traffic = match whose.as_str() {
                "owner" | "true" => "owner",
                "system" => "system",
                _ => "",
            }
            .to_owned();
        }
        self.trace(claims)
    }

    fn trace(&self, claims: &mut Claims<Account>) -> Result<(), TrustError> {
        let trace = &mut claims.body.trace;
        match self.trace_context_subject.as_deref() {
            None => {}
            Some("") => *trace = None,
            Some(subject) => {
                let trace: &mut MessageTrace = trace.get_or_insert_default();
                subject.clone_into(&mut trace.dest);
            }
        }
        let Some(sampling) = self.trace_context_sampling else {
            return Ok(());
        };
        match trace {
            Some(trace) => trace.sampling = sampling,
            None => {
                return Err(TrustError::refused(
                    format!(
                        "account {} has no subject that traces go to, so none are sampled",
                        quoted(&claims.name)
                    ),
                    format!(
                        "nkeep edit account {} --trace-context-subject trace.messages --trace-context-sampling {sampling}",
                        shell_word(&claims.name)
                    ),
                ));
            }
        }
        Ok(())
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.wanted_account("name")?;
    let claims = claims_of::<Account>(&account)?;
    let (body, limits) = (&claims.body, &claims.body.limits);
    asking.signing_keys(Kind::Account)?;
    asking.some_as(
        "rm_sk",
        "Signing keys to take away",
        &key_labels(&body.signing_keys),
    )?;
    for (id, present) in [
        ("conns", limits.conn),
        ("leaf_conns", limits.leaf),
        ("data", limits.data),
        ("exports", limits.exports),
        ("imports", limits.imports),
        ("payload", limits.payload),
        ("subscriptions", limits.subs),
    ] {
        asking.text(id, &present.to_string())?;
    }
    asking.switch("wildcard_exports", limits.wildcards)?;
    asking.switch("disallow_bearer", limits.disallow_bearer)?;
    super::jetstream::ask(asking, limits)?;
    asking.validity((claims.not_before, claims.expires))?;
    asking.tags(&body.tags)?;
    asking.operator_key(&account)?;
    let question = "What it is, for people";
    asking.text_or_none("description", question, &body.description, None)?;
    let question = "Where people read more";
    asking.text_or_none("info_url", question, &body.info_url, None)?;
    asking.permissions(&body.default_permissions.permissions)?;
    if asking.yes("Set where message traces go", false)? {
        let trace = body.trace.clone().unwrap_or_default();
        let question = "Subject that message traces go to";
        asking.text_or_none("trace_context_subject", question, &trace.dest, None)?;
        if asking.value("trace_context_subject").as_deref() != Some("") {
            asking.text("trace_context_sampling", &trace.sampling.to_string())?;
        }
    }
    Ok(())
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.names_nothing() {
        return nothing_asked("account");
    }
    let edits = &args.edits;
    edits.tags.agree()?;
    let choice = args.signer.choice(ctx)?;
    let sources = edits.sk.iter().map(|key| key.source(ctx));
    let sources: Vec<KeySource> = sources.collect::<Result<_, _>>()?;
    let mut store = ctx.open_store()?;
    let find = |records: &dyn crate::store::Records| {
        args.operator.account(ctx, records, args.wanted.get())
    };
    let (before, validity) = store.read(|records| {
        let account = find(records)?;
        let claims = crate::trust::claims::<Account>(&account)?;
        let times = (claims.claims().not_before, claims.claims().expires);
        Ok::<_, TrustError>((account, times))
    })?;
    let (not_before, expires) = args.validity.over(validity, ctx)?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("edit account", format!("edited account {}", before.name));
    let (edited, fate, made, next) = store.transact(note, &*keyring, |changes| {
        let account = find(changes)?;
        let (texts, gone) = named_to_go(changes, &account, &edits.rm_sk)?;
        must_have_none_of(changes, &gone, args.force)?;
        let withdrawal = Withdrawal::of(changes, &account, &gone, args.force)?;
        if edits.disallow_bearer == Some(true) {
            edit::must_have_no_bearers(changes, &account)?;
        }
        let above = operator_of(changes, &account)?;
        let operator = trusted_operator(&above)?;
        let is_system = operator.claims().body.system_account == account.key.to_string();
        let (mut made, mut given) = (Vec::new(), Vec::new());
        let before = crate::trust::claims::<Account>(&account)?.into_claims();
        let mut edited =
            edit::account(changes, &*keyring, &account, &choice, |changes, claims| {
                for key in &gone {
                    claims.body.signing_keys.0.remove(&key.to_string());
                }
                for text in texts {
                    claims.body.signing_keys.0.remove(text);
                }
                (made, given) = give_keys(changes, &account, claims, sources)?;
                edits.apply(claims)?;
                args.jetstream.apply(claims, is_system)?;
                let permissions = &mut claims.body.default_permissions.permissions;
                args.granted.add_to(permissions);
                args.withdrawn.take_from(permissions);
                if !args.validity.is_empty() {
                    (claims.not_before, claims.expires) = (not_before, expires);
                }
                must_have_one_left(changes, &above, &account, &gone, claims)
            })?;
        let fate = withdrawal.finish_account(changes, &*keyring, &account, &mut edited, &choice)?;
        edited.warnings.extend(warnings(changes, &fate)?);
        let again = let_in_again(ctx, changes, &account, &before, &given, args.force)?;
        edited.warnings.extend(again);
        let next = after_edit(changes, &edited)?;
        Ok::<_, RotationError>((edited, fate, made, next))
    })?;
    Changed {
        notes: told(&fate),
        more: vec![
            ("signed_anew", named(&fate.signed)),
            ("removed", named(&fate.removed)),
            ("cut_off", json!(fate.cut_off)),
            ("left", named(&fate.left)),
        ],
        made,
        ..Changed::plain("edited", &edited, next)
    }
    .say(ctx)
}

/// What is to go of an account's signing keys: what stands among them and is no key, as it is written, and keys.
fn named_to_go<'a>(
    records: &dyn Records,
    account: &Entity,
    named: &'a [String],
) -> Result<(Vec<&'a String>, Vec<PublicKey>), TrustError> {
    let token = crate::trust::claims::<Account>(account)?;
    let keys = &token.claims().body.signing_keys.0;
    let is_no_key = |text: &&String| text.parse::<PublicKey>().is_err() && keys.contains_key(*text);
    let (texts, keys): (Vec<_>, Vec<_>) = named.iter().partition(is_no_key);
    let keys = keys.into_iter().map(|key| meant_key(records, account, key));
    Ok((texts, keys.collect::<Result<_, _>>()?))
}

/// Gives an account signing keys: those that were made, and those that were there before.
fn give_keys(
    changes: &mut dyn Changes,
    account: &Entity,
    claims: &mut Claims<Account>,
    sources: Vec<KeySource>,
) -> Result<(Vec<PublicKey>, Vec<PublicKey>), TrustError> {
    let (mut made, mut given) = (Vec::new(), Vec::new());
    for source in sources {
        let list = match source {
            KeySource::Generate => &mut made,
            _ => &mut given,
        };
        list.push(give_account(changes, account, claims, source)?);
    }
    Ok((made, given))
}

fn meant_key(records: &dyn Records, account: &Entity, key: &str) -> Result<PublicKey, TrustError> {
    meant(records, account, key)?.ok_or_else(|| {
        TrustError::refused(
            format!(
                "{key} is no signing key of account {}",
                quoted(&account.name)
            ),
            format!(
                "nkeep describe account {}",
                shell_word(account.name.as_str())
            ),
        )
    })
}
