//! Whether a user of the store is to be let in, as the store has it: what servers do otherwise is a difference.

use super::hours::Hours;
use super::served::Served;
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{Account, CONNECTION_TYPES, User, UserLimits};
use crate::jwt::decode::{Unverified, decode};
use crate::text::quoted;

/// A user as servers are to take it.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// Why it is not to be let in; nothing where it is.
    pub shut: Option<String>,
    /// Whether its token alone lets it in.
    pub bearer: bool,
    /// How it may connect; any way where there is none that servers know.
    ways: Vec<String>,
    /// Whether it may come through a proxy alone.
    pub proxied: bool,
    /// Whether it may come from some networks alone, or at times of which there is no telling whether it is then: a server that
    /// refuses it may do as it should.
    pub sometimes: bool,
    /// Whether it is out because of the time of day.
    pub out_of_hours: bool,
}

impl Guest {
    /// Whether it may connect to an address so.
    #[must_use]
    pub fn may_use(&self, url: &str) -> bool {
        let way = match url.split_once("://") {
            Some(("ws" | "wss", _)) => "WEBSOCKET",
            _ => "STANDARD",
        };
        self.ways.is_empty() || self.ways.iter().any(|known| known == way)
    }

    /// Of a user's token, in an account that holds, or does not for that reason; else why there is no telling.
    pub fn of(
        token: &str,
        account: Result<&Trusted<Account>, &str>,
        operator: &Served,
        now: UnixSeconds,
    ) -> Result<Self, String> {
        let token = decode(token).map_err(|error| error.to_string())?;
        let token = Unverified::<User>::try_from(token)
            .map_err(|found| format!("it holds {found} claims"))?;
        let (shut, limits) = match account {
            Ok(account) => {
                let as_of = AsOf::Time(now);
                let held = chain::kept_user_holds(&token, account, &operator.trusted, as_of);
                let limits = limits(token.claims().issuer.as_str(), account);
                (held.err().map(|distrust| distrust.to_string()), limits)
            }
            Err(reason) => (Some(format!("of its account, {reason}")), None),
        };
        let limits = limits.unwrap_or(&token.claims().body.limits);
        let hours = Hours::of(limits, now);
        let out_of_hours = shut.is_none() && hours == Hours::Outside;
        let shut = shut.or_else(|| out_of_hours.then(|| out_of(limits)));
        Ok(Self {
            shut,
            out_of_hours,
            bearer: limits.bearer_token,
            ways: known(&limits.allowed_connection_types),
            proxied: limits.proxy_required,
            sometimes: hours == Hours::Unclear || !limits.src.is_empty(),
        })
    }
}

/// That it may come at other times.
fn out_of(limits: &UserLimits) -> String {
    let times = limits.times.iter();
    let times: Vec<String> = times
        .map(|range| format!("{} to {}", quoted(&range.start), quoted(&range.end)))
        .collect();
    format!(
        "it may come from {} {} alone",
        times.join(", "),
        quoted(&limits.times_location)
    )
}

/// What the scope of the key that signed a user sets, where it has one.
fn limits<'a>(issuer: &str, account: &'a Trusted<Account>) -> Option<&'a UserLimits> {
    let scope = account.claims().body.signing_keys.0.get(issuer)?;
    scope.as_ref().map(|scope| &scope.template.limits)
}

/// The ways that servers know: what they do not know they pass over, unless it is all there is.
fn known(types: &[String]) -> Vec<String> {
    let upper: Vec<String> = types.iter().map(|one| one.to_uppercase()).collect();
    let known: Vec<String> = upper
        .iter()
        .filter(|one| CONNECTION_TYPES.contains(&one.as_str()))
        .cloned()
        .collect();
    match known.is_empty() {
        true => upper,
        false => known,
    }
}
