//! Questions about what the store has: operators, accounts, users, keys, exports and imports, chosen from lists.

use super::Asking;
use crate::cmd::words::naming::{InAccount, UnderOperator};
use crate::jwt::claims::{Account, Body, Claims, Export, Operator, Scope, ShareType, SigningKeys};
use crate::jwt::decode::{Token, Unverified};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Listed, Records, Store as _};
use crate::text::quoted;
use crate::trust::{self, TrustError};
use crate::ui::Failure;

impl Asking<'_> {
    /// Looks at the store.
    pub(in crate::cmd) fn read<T>(
        &mut self,
        look: impl FnOnce(&dyn Records) -> Result<T, TrustError>,
    ) -> Result<T, Failure> {
        if self.store.is_none() {
            self.store = Some(self.ctx.open_store()?);
        }
        match &mut self.store {
            Some(store) => Ok(store.read(|records| look(records))?),
            None => Err(Failure::bug(std::io::Error::other("no store is open"))),
        }
    }

    /// Under which operator, where there are several.
    pub(in crate::cmd) fn operator(&mut self) -> Result<Entity, Failure> {
        self.only_place(&["operator"]);
        let ctx = self.ctx;
        let (listed, present) = self.read(|records| {
            let listed = records.listed(EntityKind::Operator, None)?;
            Ok((listed, ctx.selected_operator(records)?))
        })?;
        if listed.len() > 1 {
            let question = "Operator";
            self.choice(
                "operator",
                question,
                &names(&listed),
                place(&listed, present),
            )?;
        }
        let under: UnderOperator = self.part()?;
        self.read(|records| under.find(ctx, records))
    }

    /// The same, where a command takes it as an argument, too.
    pub(in crate::cmd) fn operator_called(&mut self, id: &'static str) -> Result<Entity, Failure> {
        let Some(named) = self.value(id) else {
            return self.operator();
        };
        self.only_place(&[id, "operator"]);
        let (ctx, under) = (self.ctx, self.part::<UnderOperator>()?.or(Some(&named))?);
        self.read(|records| under.find(ctx, records))
    }

    /// In which account.
    pub(in crate::cmd) fn account(&mut self) -> Result<Entity, Failure> {
        self.operator()?;
        self.only_place(&["account"]);
        self.account_as("account")?;
        let ctx = self.ctx;
        let within: InAccount = self.part()?;
        self.read(|records| within.find(ctx, records))
    }

    /// Which account it is about, as the argument or with that flag.
    pub(in crate::cmd) fn wanted_account(&mut self, id: &'static str) -> Result<Entity, Failure> {
        self.operator()?;
        self.only_place(&["positional", id]);
        if !self.has("positional") {
            self.account_as(id)?;
        }
        let wanted = self.value("positional").or_else(|| self.value(id));
        let (ctx, under) = (self.ctx, self.part::<UnderOperator>()?);
        self.read(|records| under.account(ctx, records, wanted.as_deref()))
    }

    fn account_as(&mut self, id: &str) -> Result<(), Failure> {
        let (ctx, under) = (self.ctx, self.part::<UnderOperator>()?);
        let (listed, present) = self.read(|records| {
            let operator = under.find(ctx, records)?;
            let listed = records.listed(EntityKind::Account, Some(&operator.key))?;
            Ok((listed, under.account(ctx, records, None).ok()))
        })?;
        if listed.is_empty() {
            // Says so, and how one is added.
            return self
                .read(|records| under.account(ctx, records, None))
                .map(drop);
        }
        self.choice(id, "Account", &names(&listed), place(&listed, present))
    }

    /// Which user of the account.
    pub(in crate::cmd) fn wanted_user(&mut self, account: &Entity) -> Result<Entity, Failure> {
        self.only_place(&["positional", "name"]);
        if !self.has("positional") {
            let listed = self.users(account)?;
            self.choice("name", "User", &names(&listed), 0)?;
        }
        let wanted = self.value("positional").or_else(|| self.value("name"));
        self.read(|records| trust::user(records, account, wanted.as_deref()))
    }

    /// The users of an account.
    pub(in crate::cmd) fn users(&mut self, account: &Entity) -> Result<Vec<Listed>, Failure> {
        self.read(|records| Ok(records.listed(EntityKind::User, Some(&account.key))?))
    }

    /// The name of something new, which nothing else of the kind has there.
    pub(in crate::cmd) fn new_name(
        &mut self,
        kind: EntityKind,
        parent: Option<&Entity>,
    ) -> Result<(), Failure> {
        if self.has("positional") || self.has("name") {
            return Ok(());
        }
        let parent = parent.map(|parent| &parent.key);
        // The first operator makes the store.
        let has_store = self.ctx.has_store()?;
        loop {
            let line = self.line(&format!("Name of the {kind}"))?;
            let taken = match Name::given(&line) {
                Ok(name) if has_store => {
                    self.read(|records| Ok(records.named(kind, parent, &name)?))?
                }
                _ => None,
            };
            match taken {
                Some(taken) => self.say(&format!("there is {} already", quoted(&taken.name)))?,
                None if line.is_empty() => self.say("it is needed")?,
                None if self.answer("name", &line)? => return Ok(()),
                None => {}
            }
        }
    }

    /// Which key of the operator signs.
    pub(in crate::cmd) fn operator_key(&mut self, account: &Entity) -> Result<(), Failure> {
        let operator = self.read(|records| trust::operator_of(records, account))?;
        self.key_of_operator(&operator)
    }

    /// The same, of an operator that is known.
    pub(in crate::cmd) fn key_of_operator(&mut self, operator: &Entity) -> Result<(), Failure> {
        let claims = trust::claims::<Operator>(operator)?;
        let body = &claims.claims().body;
        let mut keys: Vec<(String, String)> = Vec::new();
        if !body.strict_signing_key_usage {
            let key = operator.key.to_string();
            keys.push((format!("{key} (identity)"), key));
        }
        let signing = body.signing_keys.iter();
        keys.extend(signing.map(|key| (key.clone(), key.clone())));
        self.signer("Key that signs the account", keys)
    }

    /// Which key of the account signs; whether its users have what its scope says, and nothing of their own.
    pub(in crate::cmd) fn account_key(&mut self, account: &Entity) -> Result<bool, Failure> {
        let claims = trust::claims::<Account>(account)?;
        let operator = self.read(|records| trust::operator_of(records, account))?;
        let operator = trust::claims::<Operator>(&operator)?;
        let mut keys: Vec<(String, String)> = Vec::new();
        if !operator.claims().body.strict_signing_key_usage {
            let key = account.key.to_string();
            keys.push((format!("{key} (identity)"), key));
        }
        let signing = &claims.claims().body.signing_keys.0;
        keys.extend(key_labels(&claims.claims().body.signing_keys));
        self.signer("Key that signs", keys)?;
        let chosen = self.value("private_key").unwrap_or_default();
        Ok(signing.iter().any(|(key, scope)| {
            let role = scope.as_ref().map(|scope| scope.role.as_str());
            scope.is_some() && (*key == chosen || role == Some(&chosen))
        }))
    }

    /// Only keys whose seeds are here can sign here, and where one alone can, there is nothing to choose.
    fn signer(&mut self, question: &str, keys: Vec<(String, String)>) -> Result<(), Failure> {
        let keys = self.read(|records| {
            let mut here = vec![("the one that nkeep would take".to_owned(), None)];
            for (label, key) in keys {
                if records.key(&key.parse::<PublicKey>()?)?.is_some() {
                    here.push((label, Some(key)));
                }
            }
            Ok(here)
        })?;
        if keys.len() > 2 {
            self.choice("private_key", question, &keys, 0)?;
        }
        Ok(())
    }

    /// Which export of the account, among those that `fits`; it is named by its subject, and its type where that is needed.
    pub(in crate::cmd) fn export(
        &mut self,
        account: &Entity,
        question: &str,
        fits: impl Fn(&Export) -> bool,
    ) -> Result<Option<Export>, Failure> {
        self.only_place(&["subject"]);
        let claims = claims_of::<Account>(account)?;
        let exports = claims.body.exports.into_iter().filter(fits);
        let exports: Vec<(String, Export)> = exports
            .map(|export| (export_label(&export), export))
            .collect();
        if exports.is_empty() {
            return Ok(None);
        }
        if self.has("subject") {
            let subject = self.value("subject");
            let found = exports.into_iter().map(|(_, export)| export);
            return Ok(found
                .into_iter()
                .find(|export| Some(&export.subject) == subject.as_ref()));
        }
        let chosen = self.chosen(question, &exports, 0)?;
        let (_, export) = exports[chosen].clone();
        self.answer("subject", &export.subject)?;
        Ok(Some(export))
    }
}

/// What an export is called in a list.
pub(in crate::cmd) fn export_label(export: &Export) -> String {
    let private = if export.token_required {
        "private "
    } else {
        ""
    };
    let name = match export.name == export.subject || export.name.is_empty() {
        true => String::new(),
        false => format!(", {}", export.name),
    };
    format!("{} ({private}{}{name})", export.subject, export.share_type)
}

/// Whether it is a service.
pub(in crate::cmd) fn is_service(share_type: ShareType) -> bool {
    share_type == ShareType::Service
}

/// The claims of something in the store.
pub(in crate::cmd) fn claims_of<B: Body + Clone>(entity: &Entity) -> Result<Claims<B>, Failure>
where
    Unverified<B>: TryFrom<Token>,
{
    Ok(trust::claims::<B>(entity)?.claims().clone())
}

/// Names as choices.
pub(in crate::cmd) fn names(listed: &[Listed]) -> Vec<(String, Option<String>)> {
    let name = |entity: &Listed| (entity.name.clone(), Some(entity.name.clone()));
    listed.iter().map(name).collect()
}

fn place(listed: &[Listed], present: Option<Entity>) -> usize {
    let key = present.map(|entity| entity.key.to_string());
    let is_present = |entity: &Listed| Some(&entity.key) == key.as_ref();
    listed.iter().position(is_present).unwrap_or_default()
}

/// Signing keys as choices, with their roles.
pub(in crate::cmd) fn key_labels(keys: &SigningKeys) -> Vec<(String, String)> {
    let label = |(key, scope): (&String, &Option<Scope>)| match scope {
        Some(scope) => (format!("{key} (role {})", scope.role), key.clone()),
        None => (key.clone(), key.clone()),
    };
    keys.0.iter().map(label).collect()
}
