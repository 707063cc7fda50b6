//! `nkeep edit signing-key`.

use serde_json::json;

use super::{let_in_again, locked_out, nothing_asked};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, key_labels};
use crate::cmd::changed::{Changed, named};
use crate::cmd::example::Example;
use crate::cmd::suggested::to_servers;
use crate::cmd::words::argument::{open_text, words};
use crate::cmd::words::limits::LimitEdits;
use crate::cmd::words::naming::InAccount;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::jwt::claims::{Account, Claims, Scope};
use crate::nkey::PublicKey;
use crate::rotation::RotationError;
use crate::rotation::plans::rotated_with;
use crate::store::keyring::Keyring;
use crate::store::record::Entity;
use crate::store::{Changes, Records, Store as _};
use crate::text::{counted, quoted, shell_word};
use crate::trust::edit::Edited;
use crate::trust::signing_keys::{give_account, meant, scope};
use crate::trust::{KeyChoice, KeySource, TrustError, resign};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A new key whose users may read their own orders, by the role that -K finds it by",
    line: "nkeep edit signing-key --sk generate --role reader -a ACME --allow-sub 'orders.{{name()}}.>'",
}];

/// Edit a signing key of an account and its scope: what users may do whom it signs
///
/// The key has a role and a scope from then on: its users have the permissions and limits that stand there, and none of
/// their own. In subjects servers fill in {{name()}}, {{subject()}}, {{account-name()}}, {{account-subject()}},
/// {{tag(NAME)}} and {{account-tag(NAME)}}. A change binds all of its users as soon as servers have the account.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The key: its public key, its role, or "generate"
    #[arg(value_name = "KEY", value_parser = named_key, conflicts_with = "sk")]
    positional: Option<NamedKey>,
    /// The key: its public key, its role, a file with a seed, which the store keeps, or "generate"
    #[arg(long, value_name = "KEY", value_parser = named_key)]
    sk: Option<NamedKey>,
    /// What people call the scope; alone, the key that has it
    #[arg(long, value_name = "ROLE", value_parser = role)]
    role: Option<String>,
    /// For people
    #[arg(long, value_name = "TEXT", value_parser = open_text)]
    description: Option<String>,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
    /// Give a scope to a key that signed users without one: they are signed anew, without permissions of their own; add a key back that lets users in again
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    limits: LimitEdits,
}

/// Which key it is.
enum Meant {
    /// One that the account has, or has not yet.
    Named(String),
    /// One that it is given.
    Given(KeySource),
}

impl Args {
    fn meant(&self, ctx: &Ctx) -> Result<Meant, Failure> {
        Ok(match self.sk.as_ref().or(self.positional.as_ref()) {
            Some(NamedKey::Word(word)) if word != "generate" => Meant::Named(word.clone()),
            Some(NamedKey::Public(key)) => Meant::Named(key.to_string()),
            Some(key) => Meant::Given(key.source(ctx)?),
            None => match &self.role {
                Some(role) => Meant::Named(role.clone()),
                None => {
                    return Err(Failure::usage("no signing key is named"))
                        .hint("nkeep edit signing-key --help");
                }
            },
        })
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let keys = claims_of::<Account>(&account)?.body.signing_keys;
    if !asking.has("positional") {
        let mut choices = key_labels(&keys);
        choices.push(("a new one".to_owned(), "generate".to_owned()));
        let choices: Vec<_> = choices
            .into_iter()
            .map(|(label, key)| (label, Some(key)))
            .collect();
        asking.choice("sk", "Signing key", &choices, 0)?;
    }
    let wanted = asking.value("positional").or_else(|| asking.value("sk"));
    if wanted.as_deref() != Some("generate") {
        asking.only_place(&["positional", "sk"]);
    }
    let found = keys.0.into_iter().find(|(key, scope)| {
        let role = scope.as_ref().map(|scope| scope.role.as_str());
        Some(key) == wanted.as_ref() || (role.is_some() && role == wanted.as_deref())
    });
    let scope = found.and_then(|(_, scope)| scope).unwrap_or_default();
    asking.text_as(
        "role",
        "Role: what people call the scope, and -K finds it by",
        &scope.role,
    )?;
    let question = "What it is, for people";
    asking.text_or_none("description", question, &scope.description, None)?;
    asking.limits(&scope.template.limits)?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let wanted = args.meant(ctx)?;
    let is_new = matches!(wanted, Meant::Given(KeySource::Generate));
    let asks = args.limits != LimitEdits::default() || args.description.is_some();
    if !asks && (args.role.is_none() || (args.sk.is_none() && args.positional.is_none())) && !is_new
    {
        return nothing_asked("signing-key");
    }
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let before = store.read(|records| args.account.find(ctx, records))?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "edit signing-key",
        format!("edited a signing key of account {}", before.name),
    );
    let done = store.transact(note, &*keyring, |changes| {
        given_scope(ctx, args, changes, &*keyring, wanted, &choice)
    })?;
    let next = format!("nkeep add user NAME -K {}", shell_word(&done.named_by));
    let notes = done.other.map(|other| {
        format!("{other} has the same scope: one of both is being replaced by the other")
    });
    Changed {
        notes: notes.into_iter().collect(),
        more: vec![
            ("signing_key", json!(done.key.to_string())),
            ("affected", named(&done.affected)),
        ],
        then: done.push,
        made: is_new.then_some(done.key).into_iter().collect(),
        ..Changed::plain("edited", &done.edited, next)
    }
    .say(ctx)
}

/// What became of an account by the scope of a key.
struct Done {
    edited: Edited,
    /// Users whom the key signed.
    affected: Vec<Entity>,
    key: PublicKey,
    /// The key that it is being rotated with, which was given the same scope.
    other: Option<PublicKey>,
    /// What -K finds the key by.
    named_by: String,
    push: Option<String>,
}

/// Gives the key that is meant its scope, and the same to the one that it is being rotated with.
fn given_scope(
    ctx: &Ctx,
    args: &Args,
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    wanted: Meant,
    choice: &KeyChoice,
) -> Result<Done, TrustError> {
    let account = args.account.find(ctx, changes)?;
    let key = own_key(changes, &account, wanted)?;
    let was_open = has_no_scope(&account, &key)?;
    let claims = crate::trust::claims::<Account>(&account)?.into_claims();
    let again = let_in_again(ctx, changes, &account, &claims, &[key], args.force)?;
    let asked = |_: &mut dyn Changes, _: &mut Claims<Account>, scope: &mut Scope| {
        if let Some(role) = &args.role {
            scope.role.clone_from(role);
        }
        if let Some(description) = &args.description {
            scope.description.clone_from(description);
        }
        args.limits.apply(&mut scope.template.limits);
        Ok(())
    };
    let (mut edited, mut affected) =
        scope(changes, keyring, &account, &key, choice, args.force, asked)?;
    edited.warnings.extend(again);
    let other = rotated_with(changes, &edited.entity, &key).map_err(|error| match error {
        RotationError::Trust(error) => error,
        other => TrustError::refused(other.to_string(), "nkeep rotate list"),
    })?;
    if let Some(other) = other {
        let of_key = scope_of(&edited.entity, &key)?.unwrap_or_default();
        let same = |_: &mut dyn Changes, _: &mut Claims<Account>, scope: &mut Scope| {
            *scope = of_key;
            Ok(())
        };
        let account = edited.entity.clone();
        let (later, bound) = scope(changes, keyring, &account, &other, choice, args.force, same)?;
        edited.extend(Some(later));
        affected.extend(bound);
    }
    if edited.signer.is_some() {
        let others = others_of_role(changes, &edited.entity, &key)?;
        edited.warnings.extend(others);
        if was_open {
            edited.warnings.extend(locked_out(changes, &affected)?);
        }
    }
    let named_by = named_by(changes, &edited.entity, &key)?;
    let push = to_servers(changes, &edited.entity, edited.signer)?;
    warn(&mut edited, &affected);
    Ok(Done {
        edited,
        affected,
        key,
        other,
        named_by,
        push,
    })
}

/// The key that is meant; one that the account does not have yet is given to it.
fn own_key(
    changes: &mut dyn Changes,
    account: &Entity,
    wanted: Meant,
) -> Result<PublicKey, TrustError> {
    let source = match wanted {
        Meant::Given(source) => source,
        Meant::Named(name) => match meant(changes, account, &name)? {
            Some(key) => return Ok(key),
            None => KeySource::Public(name.parse()?),
        },
    };
    // The claims are changed by the edit; here the key alone is given.
    let mut claims = crate::trust::claims(account)?.claims().clone();
    give_account(changes, account, &mut claims, source)
}

/// Whether the account has the key, and what it signs is bound by no scope.
fn has_no_scope(account: &Entity, key: &PublicKey) -> Result<bool, TrustError> {
    let claims = crate::trust::claims::<Account>(account)?;
    let keys = &claims.claims().body.signing_keys.0;
    Ok(matches!(keys.get(&key.to_string()), Some(None)))
}

/// What binds those whom a key signs.
fn scope_of(account: &Entity, key: &PublicKey) -> Result<Option<Scope>, TrustError> {
    let claims = crate::trust::claims::<Account>(account)?;
    let keys = &claims.claims().body.signing_keys.0;
    Ok(keys.get(&key.to_string()).cloned().flatten())
}

/// Which key -K takes by that role; none where several have it that sign.
fn by_role(
    records: &dyn Records,
    account: &Entity,
    role: &str,
) -> Result<Option<PublicKey>, TrustError> {
    let claims = crate::trust::claims::<Account>(account)?;
    let keys = &claims.claims().body.signing_keys;
    match KeyChoice::Role(role.to_owned()).in_account(records, account, keys) {
        Ok(choice) => Ok(choice.key()),
        Err(TrustError::Signer(_) | TrustError::Refused { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What -K finds the key by: its role, where that is enough.
fn named_by(
    records: &dyn Records,
    account: &Entity,
    key: &PublicKey,
) -> Result<String, TrustError> {
    let role = scope_of(account, key)?.map_or_else(String::new, |scope| scope.role);
    match role.is_empty() {
        false if by_role(records, account, &role)?.is_some() => Ok(role),
        _ => Ok(key.to_string()),
    }
}

/// Other keys of the role of this one: -K takes a role that one key alone has, of those that sign.
fn others_of_role(
    records: &dyn Records,
    account: &Entity,
    key: &PublicKey,
) -> Result<Option<String>, TrustError> {
    let claims = crate::trust::claims::<Account>(account)?;
    let keys = &claims.claims().body.signing_keys;
    let key = key.to_string();
    let Some(Some(scope)) = keys.0.get(&key) else {
        return Ok(None);
    };
    if by_role(records, account, &scope.role)?.is_some() {
        return Ok(None);
    }
    let others: Vec<&str> = keys
        .having_role(&scope.role)
        .into_iter()
        .filter(|other| *other != key)
        .collect();
    Ok((!scope.role.is_empty() && !others.is_empty()).then(|| {
        format!(
            "the role {} is that of {}, too: -K {} says neither, and they are named by their public keys",
            quoted(&scope.role),
            others.join(", "),
            shell_word(&scope.role)
        )
    }))
}

fn warn(edited: &mut Edited, affected: &[Entity]) {
    if edited.signer.is_none() || affected.is_empty() {
        return;
    }
    edited.warnings.push(format!(
        "this binds {} as soon as servers have the account, and may disconnect them: {}",
        counted(affected.len(), "user"),
        resign::names(affected)
    ));
}

/// A role, which -K can name: no key, and no file.
fn role(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return Ok(String::new());
    }
    match named_key(&words(text)?)? {
        NamedKey::Word(word) if word != "generate" => Ok(word),
        _ => Err("it would be taken for a key or a file where -K names it".to_owned()),
    }
}
