//! Names on the command line, as an argument or with `-n`, as nsc takes them; and which operator and account are meant.
//! The account on the other side of what is shared may be named, too, or be unknown to the store.

use std::str::FromStr;

use crate::cmd::Ctx;
use crate::cmd::words::argument::public_key_argument;
use crate::nkey::{AccountKey, PublicKey, Seed};
use crate::store::Records;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::quoted;
use crate::trust::share::{Party, Target};
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
        value_parser = new_name
    )]
    positional: Option<Name>,
    /// Name; * makes one up
    #[arg(long, short, value_name = "NAME", value_parser = new_name)]
    name: Option<Name>,
}

/// Reads the name of something new: `*` is any that nobody thought of.
pub fn new_name(text: &str) -> Result<Name, String> {
    match text {
        "*" => Name::given(&made_up()?),
        text => Name::given(text),
    }
}

/// One of some thousands, as `quiet_heron`.
fn made_up() -> Result<String, String> {
    const FIRST: &str = "amber brave brisk calm clear clever cosy crisp dapper eager early fair fleet fond free fresh \
                         gentle glad golden grand happy hardy honest jolly keen kind lively loyal lucky mellow merry \
                         mild modest neat noble patient plain proud quick quiet rapid ready robust rosy serene sharp \
                         silent smart snug solid spry steady stout sunny sure swift tidy trim vivid warm wise witty \
                         young zesty";
    const SECOND: &str = "badger bear beaver bison crane crow deer dove eagle elk falcon ferret finch fox frog gecko \
                          goose hare hawk hedgehog heron horse ibex jackdaw jay kestrel kite lark linnet lizard lynx \
                          magpie marmot marten mole moose mouse newt otter owl oyster panda pelican perch pike plover \
                          puffin quail rabbit raven robin salmon seal sparrow squirrel stork swallow swan tern thrush \
                          toad trout weasel wren";
    let (first, second) = (pick(FIRST)?, pick(SECOND)?);
    Ok(format!("{first}_{second}"))
}

/// One of 64 words.
fn pick(words: &'static str) -> Result<&'static str, String> {
    let number = getrandom::u32().map_err(|error| error.to_string())?;
    let words: Vec<&str> = words.split_whitespace().collect();
    words
        .get(number as usize % words.len().max(1))
        .copied()
        .ok_or_else(|| "there are no words".to_owned())
}

/// The name of something new that may have one already.
#[derive(clap::Args, Clone, Debug)]
pub struct MaybeNew {
    /// Name
    #[arg(
        value_name = "NAME",
        conflicts_with = "name",
        required_unless_present_any = ["name", "url"],
        value_parser = new_name
    )]
    positional: Option<Name>,
    /// Name; * makes one up
    #[arg(long, short, value_name = "NAME", value_parser = new_name)]
    name: Option<Name>,
}

impl MaybeNew {
    /// The name, where one is given.
    pub fn given(&self) -> Option<&Name> {
        self.positional.as_ref().or(self.name.as_ref())
    }

    /// The name.
    pub fn get(&self) -> Result<Name, Failure> {
        self.given()
            .cloned()
            .ok_or_else(|| Failure::usage("no name is given"))
            .hint("nkeep --help")
    }
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
#[derive(clap::Args, Clone, Debug, Default)]
pub struct UnderOperator {
    /// Operator; not needed where there is only one, or one is selected
    #[arg(long, value_name = "NAME")]
    operator: Option<String>,
}

impl UnderOperator {
    /// Whether one is named.
    pub const fn is_named(&self) -> bool {
        self.operator.is_some()
    }

    /// The same, or that one, where a command takes it as an argument, too.
    pub fn or(&self, positional: Option<&str>) -> Result<Self, Failure> {
        match (positional, self.operator.as_deref()) {
            (Some(one), Some(other)) if one != other => Err(Failure::usage(format!(
                "two operators are named: {} and {}",
                quoted(one),
                quoted(other)
            ))),
            (Some(one), _) => Ok(Self {
                operator: Some(one.to_owned()),
            }),
            (None, _) => Ok(self.clone()),
        }
    }

    /// The operator. What this command suggests is about it from here on.
    pub fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        let operator = ctx.operator(records, self.operator.as_deref())?;
        ctx.is_about(records, &operator)?;
        Ok(operator)
    }

    /// The operator that is named; without a name all of them, whichever is selected.
    pub fn all(&self, ctx: &Ctx, records: &dyn Records) -> Result<Vec<Entity>, TrustError> {
        if self.is_named() || records.count(EntityKind::Operator)? < 2 {
            return self.find(ctx, records).map(|operator| vec![operator]);
        }
        let mut operators = Vec::new();
        records.each_entity(EntityKind::Operator, None, &mut |operator| {
            operators.push(operator);
            Ok(())
        })?;
        Ok(operators)
    }

    /// The account of that name or key under it; without either, the selected one, or the only one.
    pub fn account(
        &self,
        ctx: &Ctx,
        records: &dyn Records,
        wanted: Option<&str>,
    ) -> Result<Entity, TrustError> {
        let operator = self.find(ctx, records)?;
        let account = account_of(ctx, records, &operator, wanted)?;
        ctx.is_about(records, &account)?;
        Ok(account)
    }
}

/// Nobody names the system account by naming none.
fn account_of(
    ctx: &Ctx,
    records: &dyn Records,
    operator: &Entity,
    wanted: Option<&str>,
) -> Result<Entity, TrustError> {
    if wanted.is_some() {
        return trust::account(records, operator, wanted);
    }
    let system = &trust::trusted_operator(operator)?
        .claims()
        .body
        .system_account
        .clone();
    if let Some(selected) = ctx.selected_account(records, operator)? {
        if records.count(EntityKind::Account)? > 1 + i64::from(!system.is_empty()) {
            ctx.takes_selected(&selected);
        }
        return Ok(selected);
    }
    let listed = records.listed(EntityKind::Account, Some(&operator.key))?;
    let mut others = listed.iter().filter(|account| account.key != *system);
    match (others.next(), others.next()) {
        (Some(only), None) => trust::account(records, operator, Some(&only.key)),
        _ => trust::account(records, operator, None),
    }
}

/// Under which operator, as nsc's lists have it.
#[derive(clap::Args, Clone, Debug)]
pub struct ListedUnder {
    /// Operator; not needed where there is only one, or one is selected
    #[arg(long, short, value_name = "NAME")]
    operator: Option<String>,
}

impl ListedUnder {
    /// The operator.
    pub fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        self.under().find(ctx, records)
    }

    fn under(&self) -> UnderOperator {
        UnderOperator {
            operator: self.operator.clone(),
        }
    }
}

/// Which account of an operator that is named beside it.
#[derive(clap::Args, Clone, Debug)]
pub struct Within {
    /// Account; not needed where there is only one beside the system account, or one is selected
    #[arg(long, short, value_name = "NAME")]
    account: Option<String>,
}

impl Within {
    /// The account.
    pub fn of(
        &self,
        ctx: &Ctx,
        records: &dyn Records,
        operator: &UnderOperator,
    ) -> Result<Entity, TrustError> {
        operator.account(ctx, records, self.account.as_deref())
    }
}

/// In which account, as nsc's lists have it.
#[derive(clap::Args, Clone, Debug)]
pub struct ListedIn {
    #[command(flatten)]
    operator: ListedUnder,
    #[command(flatten)]
    account: Within,
}

impl ListedIn {
    /// The account.
    pub fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        self.account.of(ctx, records, &self.operator.under())
    }
}

/// In which account.
#[derive(clap::Args, Clone, Debug)]
pub struct InAccount {
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    account: Within,
}

impl InAccount {
    /// Whether one is named, or an operator.
    pub const fn is_named(&self) -> bool {
        self.account.account.is_some() || self.operator.operator.is_some()
    }

    /// The account.
    pub fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        self.account.of(ctx, records, &self.operator)
    }

    /// What is named: an account, or all of an operator.
    pub fn part(&self, ctx: &Ctx, records: &dyn Records) -> Result<Option<Entity>, TrustError> {
        match (&self.account.account, &self.operator.operator) {
            (None, None) => Ok(None),
            (None, Some(_)) => self.operator.find(ctx, records).map(Some),
            (Some(_), _) => self.find(ctx, records).map(Some),
        }
    }
}

/// Another account: a name in the store, or a public key that need not be there.
#[derive(Clone, Debug)]
pub enum OtherAccount {
    /// By its key.
    Key(AccountKey),
    /// By its name, under the same operator.
    Name(Name),
}

impl OtherAccount {
    /// The account, seen from one under that operator.
    pub fn find(&self, records: &dyn Records, account: &Entity) -> Result<Party, TrustError> {
        match self {
            Self::Key(key) => Party::of_key(records, *key),
            Self::Name(name) => {
                Party::of_name(records, &trust::operator_of(records, account)?, name)
            }
        }
    }
}

impl FromStr for OtherAccount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if Seed::parse(text).is_ok() || text.parse::<PublicKey>().is_ok() {
            return public_key_argument(text).map(Self::Key);
        }
        Name::given(text).map(Self::Name)
    }
}

/// Another account, or `*` for all.
#[derive(Clone, Debug)]
pub enum AnyAccount {
    /// All.
    Everyone,
    /// One.
    One(OtherAccount),
}

impl AnyAccount {
    /// Whose activations are meant, seen from an account under that operator.
    pub fn find(&self, records: &dyn Records, account: &Entity) -> Result<Target, TrustError> {
        Ok(match self {
            Self::Everyone => Target::Everyone,
            Self::One(other) => Target::Account(other.find(records, account)?.key),
        })
    }
}

impl FromStr for AnyAccount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "*" {
            return Ok(Self::Everyone);
        }
        text.parse().map(Self::One)
    }
}
