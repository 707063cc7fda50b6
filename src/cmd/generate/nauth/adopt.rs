//! `nkeep generate nauth --adopt`: accounts that nauth finds under the identity that they have here.

use std::collections::BTreeSet;

use super::{Args, check};
use crate::cmd::Ctx;
use crate::cmd::generate::form::{Document, Ready};
use crate::cmd::generate::manifest::{Draft, data_key};
use crate::cmd::generate::secret::{each_named, refused};
use crate::emit::artefact::seed;
use crate::emit::estate::Estate;
use crate::emit::manifest::name::ObjectName;
use crate::emit::manifest::nauth::{
    ACCOUNT_ID, AccountSecret, Dropped, KEY, OBSERVED, VERSION, dropped, managed_spec,
    observed_spec,
};
use crate::emit::manifest::object::resource;
use crate::emit::manifest::{Naming, Object};
use crate::emit::yaml::Node;
use crate::jwt::claims::Account;
use crate::store::record::Entity;
use crate::text::{quoted, shell_word};
use crate::trust::{TrustError, claims};
use crate::ui::{Failure, Hinted as _, called_with};

/// An account, and what it is made of.
struct Adopted {
    account: Entity,
    name: ObjectName,
    secrets: Vec<Draft>,
    spec: Node,
    dropped: Vec<Dropped>,
}

pub fn run(ctx: &Ctx, args: &Args, form: &Ready) -> Result<(), Failure> {
    let several = args.adopt.iter().collect::<BTreeSet<_>>().len();
    if several < args.adopt.len() {
        return Err(Failure::usage("an account is named twice"))
            .hint("nkeep generate nauth --help");
    }
    if several > 1 && args.resource.is_some() {
        return Err(Failure::usage(
            "one account has that name, and several are named",
        ))
        .hint("run the command once for each account");
    }
    let adopted = args.going.of_estate(ctx, true, |estate| {
        let accounts = args.adopt.iter();
        accounts
            .map(|account| of(estate, args, account))
            .collect::<Result<Vec<_>, _>>()
    })?;
    let objects = adopted
        .into_iter()
        .map(|one| objects(ctx, args, one))
        .collect::<Result<Vec<_>, _>>()?;
    let (secrets, accounts): (Vec<_>, Vec<_>) = objects.into_iter().unzip();
    let documents = secrets.iter().zip(accounts).flat_map(|(secrets, account)| {
        let secrets = secrets.iter().map(Document::Secret);
        secrets.chain([Document::Open(account)])
    });
    args.going.write(ctx, &form.nodes(documents.collect())?)
}

/// The Secrets and the Account of one.
fn objects(ctx: &Ctx, args: &Args, one: Adopted) -> Result<(Vec<Object>, Node), Failure> {
    if args.manage && !args.drop && !one.dropped.is_empty() {
        return Err(check::found(ctx, &[(one.account, one.dropped)])
            .hint("nkeep generate nauth --adopt ACCOUNT --manage --drop"));
    }
    let secrets = one.secrets.into_iter();
    let secrets = secrets.map(|draft| draft.object(&args.place, &args.about));
    let mut own = Draft::new("account", Naming::Fixed(one.name));
    own.labels = vec![(ACCOUNT_ID, one.account.key.to_string())];
    if !args.manage {
        own.labels.push((OBSERVED.0, OBSERVED.1.to_owned()));
    }
    let own = own.metadata(&args.place, &args.about)?;
    let account = resource(VERSION, "Account", &own).with("spec", one.spec);
    Ok((secrets.collect::<Result<_, _>>()?, account))
}

fn of(estate: &Estate<'_>, args: &Args, wanted: &str) -> Result<Adopted, TrustError> {
    let account = estate.account(wanted)?;
    // Of several, that one alone.
    let asked = || match args.adopt.len() {
        1 => called_with("--resource NAME"),
        _ => format!(
            "nkeep generate nauth -n NAMESPACE --adopt {} --resource NAME",
            shell_word(wanted)
        ),
    };
    let name = &estate.resource_name(&account, args.resource.as_ref(), asked)?;
    if account.key == estate.system()?.key {
        return Err(TrustError::refused(
            format!(
                "{} is the system account, which nauth does not manage",
                quoted(&account.name)
            ),
            "nkeep list accounts",
        ));
    }
    let signing = estate
        .account_signing_key(&account, args.account_key.as_deref())
        .map_err(|error| each_named("--account-key", error))?;
    if let Some(role) = &signing.role {
        return Err(TrustError::refused(
            format!(
                "the key has the role {}, and nauth signs users with keys that have none",
                quoted(role)
            ),
            "nkeep generate nauth --help",
        ));
    }
    let identity = estate.seed(&account.key)?;
    let mut secrets = Vec::new();
    for (kind, key) in [
        (AccountSecret::Root, &identity),
        (AccountSecret::Sign, &signing.seed),
    ] {
        let fixed = kind.name(name, &account.key);
        let fixed = fixed
            .parse()
            .map_err(|reason: String| TrustError::refused(reason, "nkeep rename account --help"))?;
        let mut draft = Draft::new("account-keys", Naming::Fixed(fixed));
        draft.labels = kind.labels(name, &account.key);
        draft.data.add(seed(data_key(KEY)?, key)).map_err(refused)?;
        draft.about = vec![("public-key", key.public().to_string())];
        draft.lives = true;
        secrets.push(draft);
    }
    let token = claims::<Account>(&account)?.into_claims();
    let namespace = args.cluster_namespace.as_ref();
    let spec = if args.manage {
        managed_spec(&args.cluster, namespace, &token)
    } else {
        observed_spec(&args.cluster, namespace)
    };
    Ok(Adopted {
        name: name.clone(),
        secrets,
        spec,
        dropped: dropped(&token, Some(&signing.public)),
        account,
    })
}
