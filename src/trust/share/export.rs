//! Exports of an account.

use std::num::NonZeroU32;
use std::time::Duration;

use super::sought::literally;
use super::{Done, ShareError};
use crate::jwt::claims::{Account, Claims, Export, Latency, Sampling, ShareType};
use crate::jwt::subject::Subject;
use crate::text::quoted;

/// How a service answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResponseType {
    /// With one message.
    #[default]
    Singleton,
    /// With many.
    Stream,
    /// With one in pieces.
    Chunked,
}

impl ResponseType {
    /// Every one there is.
    pub const ALL: [Self; 3] = [Self::Singleton, Self::Stream, Self::Chunked];

    /// As claims have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Singleton => "Singleton",
            Self::Stream => "Stream",
            Self::Chunked => "Chunked",
        }
    }
}

/// What only services have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceTerms {
    /// How it answers.
    pub response_type: ResponseType,
    /// How long an answer may take; zero where nothing is said.
    pub threshold: Duration,
    /// Where latencies are reported, and how many.
    pub latency: Option<(Subject, Sampling)>,
    /// Whether message traces go on behind it.
    pub allow_trace: bool,
}

/// How an export is to be.
#[derive(Clone, Debug)]
pub struct NewExport {
    /// What is offered.
    pub subject: Subject,
    /// What people call it; its subject where nothing is said.
    pub name: Option<String>,
    /// Whether importers need an activation.
    pub private: bool,
    /// Whether it is shown to others.
    pub advertise: bool,
    /// Which token of the subject must be the importer's key.
    pub position: Option<NonZeroU32>,
    /// Where it is a service: its terms.
    pub service: Option<ServiceTerms>,
}

/// Adds an export.
pub fn add_export(claims: &mut Claims<Account>, new: NewExport) -> Result<Done, ShareError> {
    let share_type = match new.service {
        Some(_) => ShareType::Service,
        None => ShareType::Stream,
    };
    let subject = new.subject.to_string();
    let taken = |export: &Export| export.subject == subject && export.share_type == share_type;
    if claims.body.exports.iter().any(taken) {
        return Err(ShareError::Taken {
            account: claims.name.clone(),
            does: "exports",
            subject,
            share_type,
        });
    }
    let mut export = Export {
        name: new.name.unwrap_or_else(|| subject.clone()),
        subject,
        share_type,
        token_required: new.private,
        advertise: new.advertise,
        account_token_position: new.position.map_or(0, |position| position.get().into()),
        ..Export::default()
    };
    if let Some(terms) = new.service {
        terms
            .response_type
            .name()
            .clone_into(&mut export.response_type);
        export.response_threshold = nanoseconds(terms.threshold);
        export.service_latency = terms.latency.map(|(results, sampling)| Latency {
            sampling,
            results: results.to_string(),
            ..Latency::default()
        });
        export.allow_trace = terms.allow_trace;
    }
    let done = Done::change(format!("added {}", title(&export)));
    claims.body.exports.push(export);
    Ok(done)
}

/// How latency is tracked from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LatencyEdit {
    /// As before.
    #[default]
    Keep,
    /// No longer.
    Remove,
    /// Reported there, or sampled so, where either was given.
    Set(Option<Subject>, Option<Sampling>),
}

/// What is to be other than before. Nothing means as before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportEdit {
    /// What people call it.
    pub name: Option<String>,
    /// Whether it is a service.
    pub service: Option<bool>,
    /// Whether importers need an activation.
    pub private: Option<bool>,
    /// How latency is tracked.
    pub latency: LatencyEdit,
    /// How it answers.
    pub response_type: Option<ResponseType>,
    /// How long an answer may take; zero for as long as it takes.
    pub threshold: Option<Duration>,
    /// Whether message traces go on behind it.
    pub allow_trace: Option<bool>,
    /// For people.
    pub description: Option<String>,
    /// Where people read more.
    pub info_url: Option<String>,
}

/// Changes an export, and nothing of it that was not asked for.
pub fn edit_export(
    claims: &mut Claims<Account>,
    subject: Option<&str>,
    edit: ExportEdit,
) -> Result<Done, ShareError> {
    let index = meant(claims, subject, edit.service)?;
    let before = claims.body.exports[index].clone();
    let mut after = before.clone();
    if let Some(service) = edit.service {
        retype(&mut after, service);
    }
    may_have(&after, &edit)?;
    set(&mut after.name, edit.name);
    set(&mut after.token_required, edit.private);
    set(&mut after.description, edit.description);
    set(&mut after.info_url, edit.info_url);
    set(&mut after.allow_trace, edit.allow_trace);
    set(
        &mut after.response_threshold,
        edit.threshold.map(nanoseconds),
    );
    // Nothing said is how a Singleton is written, too.
    if let Some(wanted) = edit.response_type
        && wanted != responding(&before)
    {
        wanted.name().clone_into(&mut after.response_type);
    }
    track(&mut after, edit.latency)?;
    let done = difference(&before, &after);
    claims.body.exports[index] = after;
    Ok(done)
}

/// Which export is to change. Of two that differ by type the switch says which; of one, what it becomes.
fn meant(
    claims: &Claims<Account>,
    subject: Option<&str>,
    service: Option<bool>,
) -> Result<usize, ShareError> {
    match literally(claims, subject, None) {
        Err(ShareError::Several { .. }) if subject.is_some() && service.is_some() => {
            literally(claims, subject, service)
        }
        found => found,
    }
}

/// Refuses what an export of its type and subject cannot have.
fn may_have(export: &Export, edit: &ExportEdit) -> Result<(), ShareError> {
    if edit.private == Some(true) && export.account_token_position > 0 {
        return Err(ShareError::PrivatePosition(export.subject.clone()));
    }
    if export.share_type == ShareType::Service {
        return Ok(());
    }
    let threshold = edit.threshold.is_some_and(|length| !length.is_zero());
    let asked = [
        ("--response-type", edit.response_type.is_some()),
        ("--response-threshold", threshold),
        ("--allow-trace", edit.allow_trace == Some(true)),
        ("--latency", matches!(edit.latency, LatencyEdit::Set(..))),
    ];
    match asked.into_iter().find(|(_, asked)| *asked) {
        None => Ok(()),
        Some((term, _)) => Err(ShareError::Terms {
            term,
            whose: "services",
            subject: export.subject.clone(),
            share_type: export.share_type,
        }),
    }
}

fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

fn retype(export: &mut Export, service: bool) {
    match (export.share_type, service) {
        (ShareType::Service, true) | (ShareType::Stream, false) => {}
        (_, true) => {
            export.share_type = ShareType::Service;
            ResponseType::default()
                .name()
                .clone_into(&mut export.response_type);
        }
        (_, false) => {
            export.share_type = ShareType::Stream;
            export.response_type = String::new();
            export.response_threshold = 0;
            export.service_latency = None;
            export.allow_trace = false;
        }
    }
}

fn track(export: &mut Export, edit: LatencyEdit) -> Result<(), ShareError> {
    match (edit, &mut export.service_latency) {
        (LatencyEdit::Keep, _) => {}
        (LatencyEdit::Remove, latency) => *latency = None,
        (LatencyEdit::Set(results, sampling), Some(latency)) => {
            set(
                &mut latency.results,
                results.map(|results| results.to_string()),
            );
            set(&mut latency.sampling, sampling);
        }
        (LatencyEdit::Set(Some(results), sampling), latency) => {
            *latency = Some(Latency {
                sampling: sampling.unwrap_or_default(),
                results: results.to_string(),
                ..Latency::default()
            });
        }
        (LatencyEdit::Set(None, _), None) => {
            return Err(ShareError::NoLatency(export.subject.clone()));
        }
    }
    Ok(())
}

/// What is other than before, and whom that cuts off.
fn difference(before: &Export, after: &Export) -> Done {
    let mut done = Done::default();
    let mut changed = |what: &str, before: String, after: String| {
        if before != after {
            let after = if after.is_empty() { "none" } else { &after };
            done.changes.push(format!("changed its {what} to {after}"));
        }
    };
    let quoted_text = |text: &str| {
        if text.is_empty() {
            String::new()
        } else {
            quoted(text)
        }
    };
    let access = |export: &Export| {
        if export.token_required {
            "private"
        } else {
            "public"
        }
    };
    changed("name", quoted_text(&before.name), quoted_text(&after.name));
    changed(
        "type",
        before.share_type.to_string(),
        after.share_type.to_string(),
    );
    changed(
        "access",
        access(before).to_owned(),
        access(after).to_owned(),
    );
    if after.share_type == ShareType::Service && before.share_type == ShareType::Service {
        let response = |export: &Export| responding(export).name().to_owned();
        changed("response type", response(before), response(after));
    }
    let threshold = |export: &Export| match export.response_threshold {
        0 => String::new(),
        length => format!("{:?}", Duration::from_nanos(length.unsigned_abs())),
    };
    changed("response threshold", threshold(before), threshold(after));
    changed("latency", latency(before), latency(after));
    let trace = |export: &Export| export.allow_trace.to_string();
    changed("tracing", trace(before), trace(after));
    changed(
        "description",
        quoted_text(&before.description),
        quoted_text(&after.description),
    );
    changed("info URL", before.info_url.clone(), after.info_url.clone());
    let title = title(before);
    for change in &mut done.changes {
        *change = format!("{title}: {change}");
    }
    if before.share_type != after.share_type {
        done.warnings
            .push("who imports it as what it was is cut off".to_owned());
    }
    if !before.token_required && after.token_required {
        done.warnings
            .push("who imports it without an activation is cut off".to_owned());
    }
    done
}

fn responding(export: &Export) -> ResponseType {
    ResponseType::ALL
        .into_iter()
        .find(|response| response.name() == export.response_type)
        .unwrap_or_default()
}

fn latency(export: &Export) -> String {
    let Some(latency) = &export.service_latency else {
        return String::new();
    };
    let results = quoted(&latency.results);
    match latency.sampling {
        Sampling::Headers => format!("{results} where a header asks for it"),
        Sampling::Percent(percent) => format!("{results} for {percent}%"),
    }
}

/// Takes an export away.
pub fn delete_export(
    claims: &mut Claims<Account>,
    subject: Option<&str>,
    service: Option<bool>,
) -> Result<Done, ShareError> {
    let index = literally(claims, subject, service)?;
    let export = claims.body.exports.remove(index);
    Ok(Done::change(format!("deleted {}", title(&export))))
}

/// An export as a sentence names it.
pub(super) fn title(export: &Export) -> String {
    let access = if export.token_required {
        "private"
    } else {
        "public"
    };
    let named = if export.name.is_empty() || export.name == export.subject {
        String::new()
    } else {
        format!(", named {}", quoted(&export.name))
    };
    format!(
        "{access} {} export {}{named}",
        export.share_type,
        quoted(&export.subject)
    )
}

/// Longer than the claims can say is as long as they can.
fn nanoseconds(length: Duration) -> i64 {
    i64::try_from(length.as_nanos()).unwrap_or(i64::MAX)
}
