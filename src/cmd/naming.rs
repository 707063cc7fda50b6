//! Names on the command line, as an argument or with `-n`, as nsc takes them; and which operator and account are meant.

use super::Ctx;
use crate::store::Records;
use crate::store::record::{Entity, Name};
use crate::trust::{self, TrustError};
use crate::ui::{Failure, Hinted as _};

/// The name of something new.
#[derive(clap::Args, Clone, Debug)]
pub struct NewName {
    /// Name
    #[arg(
        value_name = "NAME",
        conflicts_with = "name",
        required_unless_present = "name",
        value_parser = Name::given
    )]
    positional: Option<Name>,
    /// Name
    #[arg(long, short, value_name = "NAME", value_parser = Name::given)]
    name: Option<Name>,
}

impl NewName {
    /// The name.
    pub fn get(&self) -> Result<Name, Failure> {
        self.positional
            .as_ref()
            .or(self.name.as_ref())
            .cloned()
            .ok_or_else(|| Failure::usage("no name is given"))
            .hint("nkeep --help")
    }
}

/// Something that is there: by name or public key, or the only one.
#[derive(clap::Args, Clone, Debug)]
pub struct Wanted {
    /// Name or public key; not needed where there is only one
    #[arg(value_name = "NAME", conflicts_with = "name")]
    positional: Option<String>,
    /// Name or public key
    #[arg(long, short, value_name = "NAME")]
    name: Option<String>,
}

impl Wanted {
    /// As it was asked for.
    pub fn get(&self) -> Option<&str> {
        self.positional.as_deref().or(self.name.as_deref())
    }
}

/// Under which operator.
#[derive(clap::Args, Clone, Debug)]
pub struct UnderOperator {
    /// Operator; not needed where there is only one, or one is selected
    #[arg(long, value_name = "NAME")]
    operator: Option<String>,
}

impl UnderOperator {
    /// The operator.
    pub fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        if self.operator.is_none()
            && let Some(selected) = ctx.selected_operator(records)?
        {
            return Ok(selected);
        }
        trust::operator(records, self.operator.as_deref())
    }
}

/// In which account.
#[derive(clap::Args, Clone, Debug)]
pub struct InAccount {
    #[command(flatten)]
    operator: UnderOperator,
    /// Account; not needed where there is only one beside the system account, or one is selected
    #[arg(long, short, value_name = "NAME")]
    account: Option<String>,
}

impl InAccount {
    /// Whether one is named.
    pub const fn is_named(&self) -> bool {
        self.account.is_some()
    }

    /// The account.
    pub fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        let operator = self.operator.find(ctx, records)?;
        if self.account.is_some() {
            return trust::account(records, &operator, self.account.as_deref());
        }
        if let Some(selected) = ctx.selected_account(records, &operator)? {
            return Ok(selected);
        }
        let system = &trust::trusted_operator(&operator)?
            .claims()
            .body
            .system_account
            .clone();
        let listed = records.listed(
            crate::store::record::EntityKind::Account,
            Some(&operator.key),
        )?;
        let mut others = listed.iter().filter(|account| account.key != *system);
        match (others.next(), others.next()) {
            (Some(only), None) => trust::account(records, &operator, Some(&only.key)),
            _ => trust::account(records, &operator, None),
        }
    }
}
