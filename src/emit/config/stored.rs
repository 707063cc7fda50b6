//! What a store comes to as a server's configuration.

use super::{Config, Resolver, Stated};
use crate::clock::UnixSeconds;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::text::quoted;
use crate::trust::new::INITIAL_URL;
use crate::trust::served::{
    Served, must_be_taken, must_start, naming_system_account, system_account,
};
use crate::trust::{Place, Result, TrustError};

/// What the configuration says, and which accounts in it have expired.
pub fn config(
    records: &dyn Records,
    resolver: Resolver,
    system: Option<&str>,
    operators: &[Served],
    now: UnixSeconds,
) -> Result<(Config, Vec<String>)> {
    let system = system_account(records, operators, system)?;
    if let Some(system) = &system {
        must_start(system, now)?;
    }
    // Where it is said elsewhere how a server comes to accounts, that may be a folder.
    let in_folder = matches!(
        resolver,
        Resolver::Full { .. } | Resolver::Cache { .. } | Resolver::Elsewhere
    );
    if system.is_none() && (in_folder || operators.len() > 1) {
        return Err(TrustError::refused(
            format!(
                "operator {} names no system account, which {} need",
                quoted(&operators[0].entity.name),
                if in_folder {
                    "servers with a folder of accounts"
                } else {
                    "servers of several operators"
                },
            ),
            naming_system_account(records, &operators[0].entity)?,
        ));
    }
    let (mut preload, mut over) = (Vec::new(), Vec::new());
    for operator in operators {
        let accounts = match (&resolver, &system) {
            (Resolver::Memory, _) => operator.accounts(records)?,
            (_, Some(system)) if in_folder && system.parent == Some(operator.entity.key) => {
                vec![operator.account(system)?]
            }
            _ => continue,
        };
        must_be_taken(operator, &accounts)?;
        let ended = accounts
            .iter()
            .filter(|(listed, _)| listed.expires != 0 && listed.expires <= now);
        over.extend(ended.map(|(listed, _)| listed.name.clone()));
        preload.extend(accounts.into_iter().map(|(listed, token)| Stated {
            name: listed.name,
            key: listed.key,
            token,
        }));
    }
    if preload.is_empty() && matches!(resolver, Resolver::Memory) {
        return Err(TrustError::None {
            kind: EntityKind::Account,
            place: Place::under(records, Some(&operators[0].entity))?,
        });
    }
    preload.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    let config = Config {
        clients: Vec::new(),
        operators: operators
            .iter()
            .map(|operator| Stated {
                name: operator.entity.name.to_string(),
                key: operator.entity.key.to_string(),
                token: operator.entity.token.clone(),
            })
            .collect(),
        system: system.map(|account| account.key),
        resolver,
        preload,
    };
    over.sort();
    Ok((config, over))
}

/// What an operator's first server is started with: a folder that holds what is pushed, and from the beginning every account there is.
pub fn of_first_server(
    records: &dyn Records,
    operator: Entity,
    now: UnixSeconds,
) -> Result<Config> {
    let operators = [Served::of(operator)?];
    let (with_all, _) = config(records, Resolver::Memory, None, &operators, now)?;
    Ok(Config {
        clients: clients(&operators),
        resolver: Resolver::usual(),
        ..with_all
    })
}

/// Where the operators say that clients connect, unless that is where servers listen of which nothing is said.
pub fn clients(operators: &[Served]) -> Vec<String> {
    let mut urls: Vec<String> = Vec::new();
    for operator in operators {
        let named = &operator.trusted.claims().body.operator_service_urls;
        for url in named.iter().filter(|url| *url != INITIAL_URL) {
            if !urls.contains(url) {
                urls.push(url.clone());
            }
        }
    }
    urls
}
