//! `nkeep edit operator`.

use super::{TagEdits, nothing_asked, told, warnings as gone_with};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, names};
use crate::cmd::changed::{Changed, named};
use crate::cmd::example::Example;
use crate::cmd::words::argument::open_text;
use crate::cmd::words::naming::UnderOperator;
use crate::cmd::words::permissions::remove;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::cmd::words::when::Validity;
use crate::jwt::claims::{Claims, Operator};
use crate::nkey::{Kind, OperatorKey, PublicKey};
use crate::rotation::RotationError;
use crate::rotation::open::must_have_none_of;
use crate::store::Listed;
use crate::store::record::Entity;
use crate::store::record::EntityKind;
use crate::store::{Changes, Store as _};
use crate::text::{noted, quoted, shell_word};
use crate::trust::advisories::{Version, latest};
use crate::trust::new::INITIAL_URL;
use crate::trust::readmission::ReturningAbove;
use crate::trust::signing_keys::{Fate, Withdrawal, give_operator, may_be_system_account};
use crate::trust::strict::ByIdentity;
use crate::trust::{self, KeySource, TrustError, edit};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Where clients connect",
        line: "nkeep edit operator --service-url tls://nats.example.com:4222",
    },
    Example {
        purpose: "Another signing key, whose public half is printed",
        line: "nkeep edit operator --sk generate",
    },
    Example {
        purpose: "No server that is older starts with its token",
        line: "nkeep edit operator --assert-server-version 2.12.0",
    },
];

/// Edit an operator
///
/// Only what is named changes. Servers take a new operator token when they start, and not before.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("signing_keys").args(["sk", "rm_sk"]).multiple(true))]
pub struct Args {
    /// Operator, by its name or public key; not needed where there is only one, or one is selected
    #[arg(value_name = "NAME")]
    positional: Option<String>,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    validity: Validity,
    /// Take signing keys away all the same: accounts that they signed are signed by another; add one back that lets accounts in again
    #[arg(long, requires = "signing_keys")]
    force: bool,
    /// Sign anew what identity keys signed, as signing keys are demanded now
    #[arg(long, requires = "require_signing_keys")]
    resign: bool,
    #[command(flatten)]
    edits: OperatorEdits,
}

/// What is changed in it.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
struct OperatorEdits {
    #[command(flatten)]
    tags: TagEdits,
    /// Signing key to add: "generate", a public key, or a file with a seed, which the store keeps
    #[arg(long, value_name = "KEY", value_delimiter = ',', value_parser = named_key)]
    sk: Vec<NamedKey>,
    /// Signing key to take away
    #[arg(long, value_name = "KEY", value_delimiter = ',', value_parser = open_text)]
    rm_sk: Vec<String>,
    /// Where clients connect (nats, tls, ws and wss); the first takes the place of the one that an operator begins with
    #[arg(long, short = 'n', value_name = "URL", value_delimiter = ',', value_parser = open_text)]
    service_url: Vec<String>,
    /// Take away where clients connect
    #[arg(long, value_name = "URL", value_delimiter = ',')]
    rm_service_url: Vec<String>,
    /// Where accounts are pushed to
    #[arg(long, short = 'u', value_name = "URL", value_parser = account_server)]
    account_jwt_server_url: Option<String>,
    /// Take away where accounts are pushed to
    #[arg(long, conflicts_with = "account_jwt_server_url")]
    rm_account_jwt_server_url: bool,
    /// Account in which servers talk: its name or public key
    #[arg(long, value_name = "ACCOUNT")]
    system_account: Option<String>,
    /// Servers that are older do not start with its token
    #[arg(long, value_name = "VERSION", value_parser = server_version)]
    assert_server_version: Option<String>,
    /// Let servers start with its token, however old they are
    #[arg(long, conflicts_with = "assert_server_version")]
    rm_assert_server_version: bool,
    /// Identity keys may sign nothing but themselves
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    require_signing_keys: Option<bool>,
}

impl OperatorEdits {
    /// Changes what was asked for, and nothing else.
    fn apply(&self, claims: &mut Claims<Operator>) {
        let body = &mut claims.body;
        self.tags.apply(&mut body.tags);
        let lower = |urls: &[String]| -> Vec<String> {
            urls.iter().map(|url| url.trim().to_lowercase()).collect()
        };
        if self.replaces_initial(body) {
            body.operator_service_urls.clear();
        }
        // Clients try them in this order.
        for url in lower(&self.service_url) {
            if !body.operator_service_urls.contains(&url) {
                body.operator_service_urls.push(url);
            }
        }
        remove(
            &mut body.operator_service_urls,
            &lower(&self.rm_service_url),
        );
        if let Some(url) = &self.account_jwt_server_url {
            body.account_server_url.clone_from(url);
        }
        if self.rm_account_jwt_server_url {
            body.account_server_url.clear();
        }
        if let Some(version) = &self.assert_server_version {
            body.assert_server_version.clone_from(version);
        }
        if self.rm_assert_server_version {
            body.assert_server_version.clear();
        }
        if let Some(strict) = self.require_signing_keys {
            body.strict_signing_key_usage = strict;
        }
    }
}

impl OperatorEdits {
    /// Whether the operator has no address but the one that it began with, and is given others.
    fn replaces_initial(&self, had: &Operator) -> bool {
        let is_initial = |url: &String| url.trim().eq_ignore_ascii_case(INITIAL_URL);
        !self.service_url.is_empty()
            && !self.service_url.iter().any(is_initial)
            && matches!(&*had.operator_service_urls, [only] if only == INITIAL_URL)
    }

    /// What there is to say of a version that servers are to have at least.
    fn doubtful_version(&self, had: &Operator) -> Option<String> {
        let before = &had.assert_server_version;
        if self.rm_assert_server_version && !before.is_empty() {
            return Some(format!(
                "the operator asserted {before}: without that, older servers start with its token again"
            ));
        }
        let wanted = self.assert_server_version.as_ref()?;
        let version: Version = wanted.parse().ok()?;
        if before.parse().is_ok_and(|before| version < before) {
            return Some(format!(
                "the operator asserted {before}: with less than that, {wanted}, older servers start with its token again"
            ));
        }
        let latest = latest().filter(|latest| version.line() > latest.line())?;
        Some(format!(
            "{wanted} is later than any server that is known here, which are those up to {latest}: none that is older \
             than {wanted} starts with its token"
        ))
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let operator = asking.operator_called("positional")?;
    let claims = claims_of::<Operator>(&operator)?;
    let body = &claims.body;
    asking.validity((claims.not_before, claims.expires))?;
    asking.tags(&body.tags)?;
    asking.text_or_none(
        "account_jwt_server_url",
        "Where accounts are pushed to",
        &body.account_server_url,
        Some("rm_account_jwt_server_url"),
    )?;
    asking.text_as("service_url", "Where clients connect: URLs to add", "")?;
    asking.some_of("rm_service_url", &body.operator_service_urls)?;
    if !asking.has("system_account") && asking.yes("Set the system account", false)? {
        let accounts =
            asking.read(|records| Ok(records.listed(EntityKind::Account, Some(&operator.key))?))?;
        let is_it = |account: &Listed| account.key == body.system_account;
        let present = accounts.iter().position(is_it).unwrap_or_default();
        asking.choice(
            "system_account",
            "System account",
            &names(&accounts),
            present,
        )?;
    }
    asking.signing_keys(Kind::Operator)?;
    asking.some_of("rm_sk", &body.signing_keys)?;
    asking
        .switch("require_signing_keys", body.strict_signing_key_usage)
        .map(drop)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let edits = &args.edits;
    if *edits == OperatorEdits::default() && args.validity.is_empty() {
        return nothing_asked("operator");
    }
    edits.tags.agree()?;
    let under = args.operator.or(args.positional.as_deref())?;
    let choice = args.signer.choice(ctx)?;
    let sources = edits.sk.iter().map(|key| ctx.in_ceremony(key));
    let sources: Vec<KeySource> = sources.collect::<Result<_, Failure>>()?;
    let mut store = ctx.open_store()?;
    let (before, validity) = store.read(|records| {
        let operator = under.find(ctx, records)?;
        let claims = trust::claims::<Operator>(&operator)?;
        let times = (claims.claims().not_before, claims.claims().expires);
        Ok::<_, TrustError>((operator, times))
    })?;
    let (not_before, expires) = args.validity.over(validity, ctx)?;
    let (texts, gone) = named_to_go(&before, &edits.rm_sk)?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("edit operator", format!("edited operator {}", before.name));
    let done = store.transact(note, &*keyring, |changes| {
        let operator = under.find(ctx, changes)?;
        must_have_none_of(changes, &gone, args.force)?;
        let withdrawal = Withdrawal::of(changes, &operator, &gone, args.force)?;
        let by_identity = match edits.require_signing_keys {
            Some(true) => Some(ByIdentity::of(changes, &operator)?),
            _ => None,
        };
        let (mut made, mut warnings) = (Vec::new(), Vec::new());
        let had = trust::claims::<Operator>(&operator)?.into_claims();
        let mut edited =
            edit::operator(changes, &*keyring, &operator, &choice, |changes, claims| {
                claims.body.signing_keys.retain(|key| {
                    !texts.contains(key) && !gone.iter().any(|gone| gone.to_string() == *key)
                });
                (made, warnings) = give_keys(ctx, changes, &operator, claims, sources, args.force)?;
                edits.apply(claims);
                set_system_account(changes, &operator, claims, edits, &mut warnings)?;
                if !args.validity.is_empty() {
                    (claims.not_before, claims.expires) = (not_before, expires);
                }
                must_have_a_key(claims)?;
                match &by_identity {
                    Some(found) => found.must_be_none(args.resign),
                    None => Ok(()),
                }
            })?;
        edited.warnings.append(&mut warnings);
        edited.warnings.extend(edits.doubtful_version(&had.body));
        let mut fate = withdrawal.finish_operator(changes, &*keyring, &operator, &edited.entity)?;
        edited.warnings.extend(fate.broken.clone());
        if let Some(found) = by_identity {
            edited.warnings.extend(found.warnings());
            let Fate { signed, broken, .. } =
                found.finish(changes, &*keyring, &operator, &edited.entity)?;
            fate.signed.extend(signed);
            edited.warnings.extend(broken);
        }
        edited.warnings.extend(gone_with(changes, &fate)?);
        Ok::<_, RotationError>((edited, fate, made))
    });
    let (edited, fate, made) = done.map_err(|error| with_keys_to_make(ctx, error))?;
    let next = noted(
        "nkeep describe operator --raw",
        "what servers are given, and take when they start",
    );
    Changed {
        notes: told(&fate),
        more: vec![("signed_anew", named(&fate.signed))],
        made,
        ..Changed::plain("edited", &edited, next)
    }
    .say(ctx)
}

/// Gives an operator signing keys: which of them were made, and what is to be said of those that let somebody in again.
fn give_keys(
    ctx: &Ctx,
    changes: &mut dyn Changes,
    operator: &Entity,
    claims: &mut Claims<Operator>,
    sources: Vec<KeySource>,
    is_forced: bool,
) -> Result<(Vec<PublicKey>, Vec<String>), TrustError> {
    let had = trust::claims::<Operator>(operator)?.into_claims();
    let (mut made, mut warnings) = (Vec::new(), Vec::new());
    for source in sources {
        let is_new = matches!(source, KeySource::Generate);
        let key = give_operator(changes, operator, claims, source)?;
        if is_new {
            made.push(key);
            continue;
        }
        if let Some(returning) = ReturningAbove::of(changes, operator, &had, &key)? {
            returning.must_be_forced(is_forced)?;
            let out = ctx.command(&returning.shuts_out());
            warnings.push(format!("{}; what shuts out: {out}", returning.warning()));
        }
    }
    Ok((made, warnings))
}

/// What is to go of an operator's signing keys: what stands among them and is no key, as it is written, and keys.
fn named_to_go(
    operator: &Entity,
    named: &[String],
) -> Result<(Vec<String>, Vec<PublicKey>), Failure> {
    let token = trust::claims::<Operator>(operator)?;
    let there = &token.claims().body.signing_keys;
    let (mut texts, mut keys) = (Vec::new(), Vec::new());
    for text in named {
        match text.parse::<OperatorKey>() {
            Ok(key) => keys.push(key.any()),
            Err(_) if there.contains(text) => texts.push(text.clone()),
            Err(reason) => {
                let wrong = format!("{} cannot be taken away: {reason}", quoted(text));
                return Err(Failure::usage(wrong).hint("nkeep describe operator"));
            }
        }
    }
    Ok((texts, keys))
}

/// What makes the keys that accounts lack, one by one, and then this command once more.
fn with_keys_to_make(ctx: &Ctx, error: RotationError) -> Failure {
    let accounts = match &error {
        RotationError::Trust(TrustError::LackKeys { accounts, .. }) => accounts.clone(),
        _ => return error.into(),
    };
    let make = accounts.iter().map(|account| {
        let account = shell_word(account.as_str());
        ctx.command(&format!("nkeep edit account {account} --sk generate"))
    });
    make.fold(Failure::from(error), Failure::hint)
}

/// Reads a version as servers do that start with it: three numbers.
fn server_version(text: &str) -> Result<String, String> {
    let numbers: Vec<&str> = text.split('.').collect();
    let is_number =
        |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()) && part.parse::<u32>().is_ok();
    match numbers.len() == 3 && numbers.iter().all(is_number) {
        true => Ok(text.to_owned()),
        false => Err("it is no version such as 2.12.0".to_owned()),
    }
}

/// Reads where accounts are pushed to: by HTTP, or by the servers themselves.
fn account_server(text: &str) -> Result<String, String> {
    const SCHEMES: [&str; 6] = ["http", "https", "nats", "tls", "ws", "wss"];
    let url = open_text(text)?;
    let scheme = url
        .split_once("://")
        .map(|(scheme, _)| scheme.to_lowercase());
    match scheme {
        Some(scheme) if !SCHEMES.contains(&scheme.as_str()) => Err(format!(
            "accounts cannot be pushed by {scheme}: it is none of {}",
            SCHEMES.join(", ")
        )),
        _ if url.contains('@') => {
            Err("it holds a user or a password, and everybody reads the token".to_owned())
        }
        _ => Ok(url),
    }
}

/// An operator that demands signing keys and has none could sign nothing.
fn must_have_a_key(claims: &Claims<Operator>) -> Result<(), TrustError> {
    if !claims.body.strict_signing_key_usage || !claims.body.signing_keys.is_empty() {
        return Ok(());
    }
    Err(TrustError::refused(
        format!(
            "operator {} would demand signing keys, and have none",
            quoted(&claims.name)
        ),
        "nkeep edit operator --sk generate",
    ))
}

fn set_system_account(
    changes: &dyn Changes,
    operator: &Entity,
    claims: &mut Claims<Operator>,
    edits: &OperatorEdits,
    warnings: &mut Vec<String>,
) -> Result<(), TrustError> {
    let Some(wanted) = &edits.system_account else {
        return Ok(());
    };
    let account = trust::account(changes, operator, Some(wanted))?;
    let key = account.key.to_string();
    let before = &claims.body.system_account;
    if *before == key {
        return Ok(());
    }
    may_be_system_account(&account, changes)?;
    if !before.is_empty() {
        warnings.push(format!(
            "servers keep what JetStream's cluster knows under the key of the system account, {before} until now: \
             with {} they no longer find it",
            shell_word(&key)
        ));
    }
    claims.body.system_account = key;
    Ok(())
}
