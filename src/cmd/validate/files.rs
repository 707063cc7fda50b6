//! Tokens in a file.

use super::report::{Report, say};
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::files::chain::Chain;
use crate::cmd::files::input::{Source, one_stdin};
use crate::cmd::files::tokens;
use crate::jwt::creds::{Part, is_decorated, parts};
use crate::jwt::validate::Code;
use crate::nkey::Seed;
use crate::text::counted;
use crate::ui::Failure;

/// Everything that is in a file: a report for each token, with what belongs to it, or else stands after it.
fn reports(contents: &[u8], chain: &Chain, now: UnixSeconds) -> Result<Vec<Report>, Failure> {
    let parts = parts(contents);
    if parts.len() > 1 && parts.iter().all(|(_, part)| is_something_else(part)) {
        let mut report = Report::without_token(1);
        let lines = counted(parts.len(), "line");
        report.add(
            Code::TokenUnreadable,
            format!("there is no token in any of its {lines}"),
        );
        return Ok(vec![report]);
    }
    let mut reports: Vec<Report> = Vec::new();
    for (_, part) in &parts {
        let number = reports.len() + 1;
        match part {
            Part::Token(filed_under, text) => {
                reports.push(Report::of(number, *filed_under, text, chain, now)?);
            }
            Part::NotText(_) => {
                let mut report = Report::without_token(number);
                report.add(Code::TokenUnreadable, "it is not valid UTF-8");
                reports.push(report);
            }
            _ => {}
        }
    }
    if reports.is_empty() && !parts.is_empty() {
        let mut report = Report::without_token(1);
        report.add(Code::TokenUnreadable, "there is no token");
        reports.push(report);
    }
    let (mut tokens, mut seeds) = (0_usize, vec![0_usize; reports.len()]);
    for (line, part) in &parts {
        tokens += usize::from(matches!(part, Part::Token(..) | Part::NotText(_)));
        // What stands before the first token is the first one's.
        let at = tokens.saturating_sub(1);
        match part {
            Part::Seed(seed) => {
                seeds[at] += 1;
                reports[at].check_seed(*line, seed);
            }
            Part::Broken(fault) => {
                reports[at].add(Code::CredsBroken, format!("line {line}: {fault}"));
            }
            Part::Other => {
                let message = format!("line {line} is neither token nor seed");
                reports[at].add(Code::CredsLeftOver, message);
            }
            Part::Token(..) | Part::NotText(_) => {}
        }
    }
    if is_decorated(contents) {
        for (report, _) in reports
            .iter_mut()
            .zip(seeds)
            .filter(|(_, seeds)| *seeds == 0)
        {
            report.check_alone();
        }
    }
    Ok(reports)
}

/// Whether a line is neither a token, however broken, nor what belongs to one.
fn is_something_else(part: &Part<'_>) -> bool {
    match part {
        Part::Token(_, text) => text.matches('.').count() != 2 && Seed::parse(text).is_err(),
        Part::NotText(_) | Part::Other => true,
        Part::Seed(_) | Part::Broken(_) => false,
    }
}

/// Validates every token in a file.
pub fn run(ctx: &Ctx, source: &Source, above: &[Source]) -> Result<(), Failure> {
    one_stdin(above.iter().chain([source]))?;
    let contents = tokens::contents_of(source, tokens::MANY)?;
    let chain = Chain::read(above)?;
    let reports = reports(&contents, &chain, ctx.clock.now())?;
    if reports.is_empty() {
        return Err(Failure::new(
            crate::ui::ExitCode::Problems,
            anyhow::anyhow!("{source} holds no token"),
        ));
    }
    say(ctx, chain.is_given(), reports.len(), &reports, |_| {
        if !chain.is_given() && reports.iter().any(|report| report.token.is_some()) {
            ctx.ui.notice(
                "no chain was checked: issuers signed, and whether they may is not known; \
                 add --chain OPERATOR.jwt",
            );
        }
        String::new()
    })
}
