//! Changes of what is there: the claims that hold are taken, changed as was asked and in nothing else, and signed anew,
//! later than any before.

use super::difference::{Difference, differences};
use super::issue::{faults, still_broken};
use super::new::{AccountDesk, OperatorDesk, sign_operator};
use super::remove::users_of;
use super::resign::{self, names};
use super::revoke::note_taken_back;
use super::{
    KeyChoice, Result, TrustError, account_of, callout, claims, filled, opened, operator_of, root,
    signs, superseded, trusted_account, trusted_operator,
};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Account, Claims, Export, NO_LIMIT, Operator, Scope, User, UserLimits};
use crate::jwt::validate::{Code, Severity, Validate, validate};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::Entity;
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted, shell_word};

/// What became of it.
#[derive(Clone, Debug)]
pub struct Edited {
    /// As it is now.
    pub entity: Entity,
    /// Who signed; nothing where all was as it was asked to be, and nothing was signed.
    pub signer: Option<PublicKey>,
    /// What is not as it was.
    pub differences: Vec<Difference>,
    /// What somebody should know of it.
    pub warnings: Vec<String>,
}

impl Edited {
    /// Adds what became of it right afterwards.
    pub fn extend(&mut self, later: Option<Self>) {
        let Some(later) = later else { return };
        self.entity = later.entity;
        self.signer = later.signer.or(self.signer);
        self.differences.extend(later.differences);
        self.warnings.extend(later.warnings);
    }
}

/// Changes an operator. Its own key signs, and no other can.
pub fn operator(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    choice: &KeyChoice,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<Operator>) -> Result<()>,
) -> Result<Edited> {
    let before = trusted_operator(operator)?.claims().clone();
    let mut after = before.clone();
    edit(changes, &mut after)?;
    if after == before {
        return Ok(unchanged(operator));
    }
    let differences = differences(&before, &after)?;
    let warnings = doubts(&before, &after, changes.now());
    let signer = root(changes, keyring, operator, choice)?;
    let mut entity = operator.clone();
    sign_operator(changes, &mut entity, after, &*signer)?;
    Ok(Edited {
        entity,
        signer: Some(signer.public()),
        differences,
        warnings,
    })
}

/// Changes an account. The key of its operator that signed before signs again, unless another is asked for or that one is
/// gone; a key that was asked for signs also where nothing else changes.
pub fn account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    choice: &KeyChoice,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<Account>) -> Result<()>,
) -> Result<Edited> {
    let operator = operator_of(changes, account)?;
    let trusted = trusted_account(account, &trusted_operator(&operator)?)?;
    let before = trusted.claims().clone();
    let mut after = before.clone();
    edit(changes, &mut after)?;
    if after == before && choice.is_best() {
        return Ok(unchanged(account));
    }
    must_hide_nothing(&before, &after, changes.now())?;
    let mut warnings = doubts(&before, &after, changes.now());
    warnings.extend(wild_tags(&before.body.tags, &after.body.tags));
    warnings.extend(opened::account(&before.body, &after.body));
    warnings.extend(callout::shut_out(changes, account, &before, &after)?);
    let again = match signs(changes, trusted.issuer())? {
        true => KeyChoice::Key(*trusted.issuer()),
        false => KeyChoice::Best,
    };
    let desk = match choice {
        KeyChoice::Best => match OperatorDesk::open(changes, keyring, &operator, &again) {
            Err(
                TrustError::Signer(_)
                | TrustError::KeysAway { .. }
                | TrustError::Store(StoreError::Refused(_) | StoreError::Locked { .. }),
            ) => OperatorDesk::open(changes, keyring, &operator, choice)?,
            desk => desk?,
        },
        choice => OperatorDesk::open(changes, keyring, &operator, choice)?,
    };
    let mut entity = account.clone();
    let mut differences = differences(&before, &after)?;
    let signed = desk.sign(changes, &mut entity, after)?;
    superseded::note(changes, account, &before, *trusted.issuer())?;
    let now_revoked = &signed.claims().body.revocations;
    let signer = *signed.issuer();
    note_taken_back(
        changes,
        &account.key,
        signer,
        &before.body.revocations,
        now_revoked,
    )?;
    if desk.asks() {
        differences = self::differences(&before, signed.claims())?;
        warnings.extend(desk.altered());
    }
    Ok(Edited {
        entity,
        signer: Some(desk.signer()),
        differences,
        warnings,
    })
}

/// Changes a user. The key that signed before signs again, unless another is asked for or that one is gone.
pub fn user(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    user: &Entity,
    choice: &KeyChoice,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<User>) -> Result<()>,
) -> Result<Edited> {
    let token = claims::<User>(user)?;
    let before = token.claims().clone();
    let mut after = before.clone();
    edit(changes, &mut after)?;
    if after == before && choice.is_best() {
        return Ok(unchanged(user));
    }
    let account = account_of(changes, user)?;
    let again = resign::again(changes, &account, token.issuer())?;
    // What a scoped key signed has no limits of its own: any other key would give it everything.
    let was_scoped = before.body.limits == UserLimits::default();
    let desk = match choice {
        KeyChoice::Best => match AccountDesk::open(changes, keyring, &account, &again) {
            Err(
                TrustError::Signer(_)
                | TrustError::KeysAway { .. }
                | TrustError::Store(StoreError::Refused(_)),
            ) if !was_scoped => AccountDesk::open(changes, keyring, &account, choice)?,
            desk => desk?,
        },
        choice => AccountDesk::open(changes, keyring, &account, choice)?,
    };
    let mut warnings = doubts(&before, &after, changes.now());
    fit(&desk, &mut after, &mut warnings)?;
    warnings.extend(wild_tags(&before.body.tags, &after.body.tags));
    warnings.extend(dead(&after, changes.now()));
    warnings.extend(filled::unmet(&desk, &after));
    warnings.extend(shut(&before.body.limits, &after.body.limits));
    let [was, is] = [&before, &after].map(|claims| &claims.body.limits);
    warnings.extend(opened::user(&after.name, was, is));
    if let Some(up_to) = desk
        .revoked_up_to(&user.key)
        .filter(|up_to| *up_to >= user.issued_at)
    {
        warnings.push(readmitted(user, up_to));
    }
    let differences = differences(&before, &after)?;
    let mut entity = user.clone();
    desk.sign(changes, &mut entity, after)?;
    Ok(Edited {
        entity,
        signer: Some(desk.signer()),
        differences,
        warnings,
    })
}

/// What is to be said where somebody who is revoked gets a token that is not.
#[must_use]
pub fn readmitted(user: &Entity, up_to: UnixSeconds) -> String {
    format!(
        "{} was revoked up to {}; its new token is later, and lets it in again",
        quoted(&user.name),
        absolute(up_to)
    )
}

/// Makes the limits of a user those that the key that is to sign allows: none under a scope, which sets them.
pub fn fit(
    desk: &AccountDesk,
    claims: &mut Claims<User>,
    warnings: &mut Vec<String>,
) -> Result<()> {
    let limits = &mut claims.body.limits;
    let Some(scope) = desk.scope() else {
        if *limits == UserLimits::default() {
            *limits = no_limits();
            warnings.push(format!(
                "{} is signed by a key without a scope now, and may do everything that the account may",
                quoted(&claims.name)
            ));
        }
        return Ok(());
    };
    if *limits == no_limits() {
        *limits = UserLimits::default();
    }
    if *limits == UserLimits::default() {
        return Ok(());
    }
    Err(TrustError::refused(
        format!(
            "user {} can have no permissions or limits of its own: the key {} that signs it has the role {}, which sets them",
            quoted(&claims.name),
            desk.signer(),
            quoted(&scope.role)
        ),
        noted(
            of_role(desk, scope, limits),
            "changes what every user of the role may",
        ),
    ))
}

/// The command that gives a role what somebody wanted for a user.
fn of_role(desk: &AccountDesk, scope: &Scope, wanted: &UserLimits) -> String {
    let keys = &desk.trusted.claims().body.signing_keys;
    let key = match keys.having_role(&scope.role)[..] {
        [_] if !scope.role.is_empty() => shell_word(&scope.role),
        _ => desk.signer().to_string(),
    };
    let account = shell_word(desk.account.name.as_str());
    let permissions = &wanted.permissions;
    let flags: String = [
        ("--allow-pub", &permissions.publish.allow),
        ("--allow-sub", &permissions.subscribe.allow),
        ("--deny-pub", &permissions.publish.deny),
        ("--deny-sub", &permissions.subscribe.deny),
    ]
    .into_iter()
    .flat_map(|(flag, subjects)| subjects.iter().map(move |subject| (flag, subject)))
    .map(|(flag, subject)| format!(" {flag} {}", shell_word(subject)))
    .collect();
    let flags = match flags.is_empty() {
        true => " --help".to_owned(),
        false => flags,
    };
    format!("nkeep edit signing-key {key} -a {account}{flags}")
}

/// Labels that are new and hold a wildcard: a template that takes one for a token would let through more than that.
pub fn wild_tags(before: &[String], after: &[String]) -> Vec<String> {
    let new = after.iter().filter(|tag| !before.contains(tag));
    new.filter_map(|tag| {
        let (name, value) = tag.split_once(':')?;
        let is_wild = value.split('.').any(|token| matches!(token, "*" | ">"));
        is_wild.then(|| {
            format!(
                "the tag {} holds a wildcard: where a scope says {{{{tag({name})}}}} or {{{{account-tag({name})}}}}, \
                 servers allow whatever it matches",
                quoted(tag)
            )
        })
    })
    .collect()
}

/// What was over already, and is signed anew as it is.
fn dead(claims: &Claims<User>, now: UnixSeconds) -> Option<String> {
    let ended = claims.expires != 0 && claims.expires <= now;
    ended.then(|| {
        format!(
            "{} expired {}, and no server takes what was signed now either: give it another end with --expiry",
            quoted(&claims.name),
            absolute(claims.expires)
        )
    })
}

/// Limits that are 0 now, and leave a user nothing to do. Where all of them are 0 a scope sets them.
fn shut(before: &UserLimits, limits: &UserLimits) -> Vec<String> {
    if *limits == UserLimits::default() {
        return Vec::new();
    }
    let mut shut = Vec::new();
    if limits.subs == 0 && before.subs != 0 {
        shut.push("with 0 subscriptions servers refuse the first one, and every answer".to_owned());
    }
    if limits.payload == 0 && before.payload != 0 {
        shut.push("with a payload of 0 bytes servers take empty messages alone".to_owned());
    }
    shut
}

/// What a user has that was told nothing.
fn no_limits() -> UserLimits {
    UserLimits {
        subs: NO_LIMIT,
        data: NO_LIMIT,
        payload: NO_LIMIT,
        ..UserLimits::default()
    }
}

/// What is not as it should be: what was not so before, and what keeps it from being taken.
fn doubts<B: Validate>(before: &Claims<B>, after: &Claims<B>, now: UnixSeconds) -> Vec<String> {
    let known = validate(before, now);
    validate(after, now)
        .into_iter()
        .filter(|issue| issue.severity() == Severity::Warning && !known.contains(issue))
        .map(|issue| issue.to_string())
        .chain(still_broken(after, now))
        .collect()
}

/// Refuses one more where there are too many already, or that overlap: what is found is what was found before, and says
/// nothing of it.
fn must_hide_nothing(
    before: &Claims<Account>,
    after: &Claims<Account>,
    now: UnixSeconds,
) -> Result<()> {
    let (was, is) = (&before.body, &after.body);
    let is_new = |export: &Export| !was.exports.iter().any(|old| old.subject == export.subject);
    let exports = is.exports.len() > was.exports.len() || is.exports.iter().any(is_new);
    let imports = is.imports.len() > was.imports.len();
    if !exports && !imports {
        return Ok(());
    }
    let mut hidden = faults(after, now);
    hidden.retain(|fault| match fault.code {
        Code::ExportOverlap | Code::AccountExportCount => exports,
        Code::AccountImportCount => imports,
        _ => false,
    });
    match hidden.is_empty() {
        true => Ok(()),
        false => Err(TrustError::Rules(hidden)),
    }
}

pub(super) fn unchanged(entity: &Entity) -> Edited {
    Edited {
        entity: entity.clone(),
        signer: None,
        differences: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Refuses where a user of the account is a bearer, and would be locked out by an account that allows none.
pub fn must_have_no_bearers(records: &dyn Records, account: &Entity) -> Result<()> {
    let mut bearers = Vec::new();
    for user in users_of(records, account)? {
        if claims::<User>(&user)?.claims().body.limits.bearer_token {
            bearers.push(user);
        }
    }
    let Some(first) = bearers.first() else {
        return Ok(());
    };
    Err(TrustError::refused(
        format!(
            "users of account {} are bearers: {}",
            quoted(&account.name),
            names(&bearers)
        ),
        format!(
            "nkeep edit user {} -a {} --bearer=false",
            shell_word(first.name.as_str()),
            shell_word(account.name.as_str())
        ),
    ))
}
