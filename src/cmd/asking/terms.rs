//! Questions that several commands ask: times, labels, permissions and limits, each with what holds at present.

use super::Asking;
use super::draft::leaf;
use crate::clock::{UnixSeconds, absolute};
use crate::cmd::files::input::Source;
use crate::cmd::words::signer::NamedKey;
use crate::cmd::words::when::Validity;
use crate::jwt::claims::{Export, Permissions, Sampling, UserLimits};
use crate::nkey::Kind;
use crate::text::quoted;
use crate::trust::share::ResponseType;
use crate::ui::Failure;

impl Asking<'_> {
    /// From when to when it holds.
    pub(in crate::cmd) fn validity(
        &mut self,
        (start, end): (UnixSeconds, UnixSeconds),
    ) -> Result<(), Failure> {
        let shown = |time: UnixSeconds| match time {
            0 => "0".to_owned(),
            time => absolute(time),
        };
        let now = self.ctx.clock.now();
        let held = move |end| {
            move |asking: &mut Self| {
                let times = asking.part::<Validity>()?.between((start, end), now);
                times.map(drop)
            }
        };
        let from = "Valid from, such as 2026-12-24 or 3d; 0 is always";
        let ask = |asking: &mut Self| asking.text_as("start", from, &shown(start));
        self.until("start", ask, held(0))?;
        let until = "Valid until, such as 2026-12-24 or 90d; 0 is for ever";
        let ask = |asking: &mut Self| asking.text_as("expiry", until, &shown(end));
        self.until("expiry", ask, held(end))
    }

    /// The key of somebody new, where there is one already.
    pub(in crate::cmd) fn own_key(&mut self, kind: Kind, question: &str) -> Result<(), Failure> {
        let ask = |asking: &mut Self| asking.text_as("public_key", question, "");
        self.until("public_key", ask, |asking| {
            for key in asking.keys("public_key") {
                let key = key.public(asking.ctx, kind)?;
                let taken = asking.read(|records| Ok(records.entity(&key)?))?;
                if let Some(taken) = taken {
                    let whose = format!("{} {}", taken.kind, quoted(&taken.name));
                    return Err(Failure::usage(format!("it is the key of {whose}")));
                }
            }
            Ok(())
        })
    }

    /// Signing keys that somebody is to have, beside those that there are.
    pub(in crate::cmd) fn signing_keys(&mut self, kind: Kind) -> Result<(), Failure> {
        let question = "Signing keys to add: generate, public keys, or files with seeds";
        let ask = |asking: &mut Self| asking.text_as("sk", question, "");
        self.until("sk", ask, |asking| {
            let named = asking.keys("sk");
            let mut ready = named.iter().filter(|key| !key.is_to_be_made());
            ready.try_for_each(|key| key.public(asking.ctx, kind).map(drop))
        })
    }

    /// The keys that a flag names, but for one that comes on stdin: that is read once.
    fn keys(&self, id: &str) -> Vec<NamedKey> {
        let keys = leaf(&self.matches).1.try_get_many::<NamedKey>(id);
        let keys = keys.ok().flatten().into_iter().flatten();
        keys.filter(|key| !matches!(key, NamedKey::Seed(Source::Stdin)))
            .cloned()
            .collect()
    }

    /// Labels to add, and to take away of those that there are.
    pub(in crate::cmd) fn tags(&mut self, present: &[String]) -> Result<(), Failure> {
        if present.is_empty() {
            return self.text_as("tag", "Labels, with commas between them", "");
        }
        let question = format!("Labels to add to {}", present.join(", "));
        self.text_as("tag", &question, "")?;
        self.some_of("rm_tag", present)
    }

    /// Subjects, where somebody wants to say something of them.
    pub(in crate::cmd) fn permissions(&mut self, present: &Permissions) -> Result<(), Failure> {
        if !self.yes("Set permissions", false)? {
            return Ok(());
        }
        for (id, list) in [
            ("allow_pub", &present.publish.allow),
            ("allow_sub", &present.subscribe.allow),
            ("deny_pub", &present.publish.deny),
            ("deny_sub", &present.subscribe.deny),
        ] {
            let question = match list.is_empty() {
                true => self.help(id),
                false => format!("{}, beside {}", self.help(id), list.join(", ")),
            };
            self.text_as(id, &question, "")?;
        }
        let mut all: Vec<String> = [&present.publish, &present.subscribe]
            .into_iter()
            .flat_map(|side| side.allow.iter().chain(&side.deny).cloned())
            .collect();
        all.sort();
        all.dedup();
        self.some_of("rm", &all)?;
        let count = present.respond.as_ref().map(|respond| respond.max);
        let question = "How many times a request may be answered; -1 is without limit";
        let shown = count.map_or_else(String::new, |count| count.to_string());
        self.text_or_none(
            "allow_pub_response",
            question,
            &shown,
            Some("rm_response_perms"),
        )?;
        let may_answer = count.is_some() || self.has("allow_pub_response");
        if may_answer && !self.has("rm_response_perms") {
            self.text("response_ttl", "")?;
        }
        Ok(())
    }

    /// Stream or service.
    pub(in crate::cmd) fn share_type(&mut self, service: bool) -> Result<bool, Failure> {
        if self.has("service") {
            return Ok(self.value("service").is_none_or(|value| value != "false"));
        }
        let types = [("stream".to_owned(), false), ("service".to_owned(), true)];
        let chosen = self.chosen("Type", &types, usize::from(service))?;
        if types[chosen].1 != service {
            self.answer_type("service", types[chosen].1)?;
        }
        Ok(types[chosen].1)
    }

    /// Answers a switch with what it is to be.
    pub(in crate::cmd) fn answer_type(&mut self, id: &str, is: bool) -> Result<(), Failure> {
        self.answer(id, if is { "" } else { "false" }).map(drop)
    }

    /// What only services have.
    pub(in crate::cmd) fn service(&mut self, present: Option<&Export>) -> Result<(), Failure> {
        let latency = present.and_then(|export| export.service_latency.as_ref());
        let is_asked = self.has("latency") || self.has("sampling");
        let times = is_asked || self.yes("Time its answers", latency.is_some())?;
        if times {
            let (results, sampling) = match latency {
                Some(latency) => (latency.results.as_str(), sampled(latency.sampling)),
                None => ("", "header".to_owned()),
            };
            let question = "Subject on which latencies are reported";
            match results {
                "" => self.needed("latency", question)?,
                results => self.text_as("latency", question, results)?,
            }
            let question = "How many answers are timed: 1 to 100 in a hundred, or header";
            self.text_as("sampling", question, &sampling)?;
        } else if latency.is_some() {
            self.answer("rm_latency_sampling", "")?;
        }
        let types = ResponseType::ALL.map(|answer| answer.name().to_owned());
        let is = |name: &String| present.is_some_and(|export| export.response_type == *name);
        let at = types.iter().position(is).unwrap_or_default();
        let choice = |(place, name): (usize, String)| {
            let value = (place != at).then(|| name.clone());
            (name, value)
        };
        let types: Vec<_> = types.into_iter().enumerate().map(choice).collect();
        self.choice("response_type", "How it answers", &types, at)?;
        let threshold = present.map_or(0, |export| export.response_threshold);
        let question =
            "How long an answer may take, such as 500ms or 5s; 0 is for as long as it takes";
        self.text_as("response_threshold", question, &length(threshold))?;
        let traced = present.is_some_and(|export| export.allow_trace);
        let question = "Let message traces go on behind it";
        self.switch_as("allow_trace", question, traced, traced)
            .map(drop)
    }

    /// What goes with what is deleted.
    pub(in crate::cmd) fn fate(&mut self) -> Result<(), Failure> {
        if !self.has("no_revoke") {
            self.switch_as("revoke", "Revoke what users were given", true, true)?;
        }
        self.switch_as("rm_nkey", "Delete the keys, too", false, false)
            .map(drop)
    }

    /// What a user may use, or all whom a scoped key signs.
    pub(in crate::cmd) fn limits(&mut self, present: &UserLimits) -> Result<(), Failure> {
        self.text("payload", &present.payload.to_string())?;
        if self.yes("Set other limits", false)? {
            self.text("subs", &present.subs.to_string())?;
            self.text("data", &present.data.to_string())?;
            self.switch("bearer", present.bearer_token)?;
            self.text("source_network", "")?;
            self.some_of("rm_source_network", &present.src)?;
            self.text("conn_type", "")?;
            self.some_of("rm_conn_type", &present.allowed_connection_types)?;
            self.text("time", "")?;
            let starts: Vec<String> = present
                .times
                .iter()
                .map(|time| time.start.clone())
                .collect();
            self.some_of("rm_time", &starts)?;
            self.text("locale", &present.times_location)?;
        }
        self.permissions(&present.permissions)
    }
}

/// How many answers are timed, as the flag has it.
fn sampled(sampling: Sampling) -> String {
    match sampling {
        Sampling::Headers => "header".to_owned(),
        Sampling::Percent(percent) => percent.to_string(),
    }
}

/// A length of time in the largest unit that holds it whole.
fn length(nanoseconds: i64) -> String {
    let units = [
        (1_000_000_000, "s"),
        (1_000_000, "ms"),
        (1_000, "us"),
        (1, "ns"),
    ];
    let fits = |(unit, _): &&(i64, &str)| nanoseconds % unit == 0;
    match units.iter().find(fits) {
        Some((unit, name)) if nanoseconds != 0 => format!("{}{name}", nanoseconds / unit),
        _ => "0".to_owned(),
    }
}
