//! In what form a token is described, and where that goes: the same for every `nkeep describe`.

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::files::input::Source;
use crate::cmd::files::output::{OutputFile, secret_file, spared};
use crate::cmd::files::tokens::Standing;
use crate::jwt::decode::Token;
use crate::jwt::json as wire;
use crate::text::noted;
use crate::ui::{Failure, Hinted as _, claims, json_text};
use crate::with_token;

/// In what form, and where to.
#[derive(clap::Args, Debug)]
pub struct Shape {
    #[command(flatten)]
    output: OutputFile,
    /// Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON
    #[arg(long, short = 'F', conflicts_with = "raw")]
    field: Option<String>,
    /// Print the token itself
    #[arg(long, short = 'R', conflicts_with = "json")]
    raw: bool,
    /// Show keys in full (they always are)
    #[arg(long, short = 'W')]
    long_ids: bool,
}

impl Shape {
    /// Refuses to write over what is read.
    pub fn spare<'a>(&self, inputs: impl IntoIterator<Item = &'a Source>) -> Result<(), Failure> {
        spared(self.output.path(), inputs)
    }

    /// Writes a description to where it is wanted.
    pub fn write(&self, ctx: &Ctx, text: &str) -> Result<(), Failure> {
        match self.output.path() {
            Some(path) => {
                let existing = self.output.existing();
                secret_file(ctx, path, text.as_bytes(), existing)
            }
            None => ctx.ui.text(text),
        }
    }

    /// How many columns a description may take; none where it goes to a file.
    pub fn columns(&self, ctx: &Ctx) -> Option<usize> {
        match self.output.path() {
            Some(_) => None,
            None => ctx.ui.columns(),
        }
    }

    /// Describes a token. One whose chain does not hold is described, too, and the exit code says so.
    pub fn describe(&self, ctx: &Ctx, token: &Token, standing: &Standing) -> Result<(), Failure> {
        let written = self.described(ctx, token, standing);
        if standing.fails() {
            return Err(Failure::problems_after(written));
        }
        written
    }

    /// The same of what is in the store. Scripts of nsc's read the token, a field or the JSON of who is revoked or expired,
    /// and stop at a code: to them that is no problem of the token's.
    pub fn describe_stored(
        &self,
        ctx: &Ctx,
        token: &Token,
        standing: &Standing,
    ) -> Result<(), Failure> {
        let for_scripts = self.raw || self.field.is_some() || ctx.ui.json();
        if for_scripts && !standing.is_broken() {
            return self.described(ctx, token, standing);
        }
        self.describe(ctx, token, standing)
    }

    fn described(&self, ctx: &Ctx, token: &Token, standing: &Standing) -> Result<(), Failure> {
        let text = if self.raw {
            standing.warn(ctx.ui);
            format!("{}\n", token.text())
        } else if let Some(path) = &self.field {
            let text = json_text(field(ctx, &claims_json(token)?, path)?)?;
            standing.warn(ctx.ui);
            text
        } else if ctx.ui.json() {
            document(token, standing)?
        } else {
            table(ctx, token, standing)
        };
        self.write(ctx, &text)
    }
}

/// Whether the chain of trust is drawn instead.
#[derive(clap::Args, Debug)]
pub struct Drawn {
    /// Draw the chain of trust: the operator, its signing keys and what they signed, down to the users
    #[arg(long, conflicts_with_all = ["field", "raw"])]
    pub tree: bool,
}

fn table(ctx: &Ctx, token: &Token, standing: &Standing) -> String {
    let mut table = with_token!(token, |unverified| claims::described(
        unverified.claims(),
        ctx.clock.now()
    ));
    if let Some((role, limits)) = standing.scope() {
        claims::scoped(&mut table, role, limits);
    }
    table.list("Key states", standing.keys(ctx.clock.now()));
    table.row("Chain", standing.chain_text());
    table.list("Attention", standing.marks());
    table.render()
}

/// The claims as they are, as nsc prints them, with two fields of nkeep's own beside them.
fn document(token: &Token, standing: &Standing) -> Result<String, Failure> {
    let mut claims = claims_json(token)?;
    if let Value::Object(fields) = &mut claims {
        fields.insert("kind".to_owned(), json!("jwt"));
        fields.insert("status".to_owned(), standing.json());
    }
    json_text(&claims)
}

fn claims_json(token: &Token) -> Result<Value, Failure> {
    let bytes = with_token!(token, |unverified| wire::to_vec(unverified.claims()))?;
    Ok(serde_json::from_slice(&bytes)?)
}

/// The value at a path such as `nats.exports[0].subject` or `nats.mappings["orders.eu"]`.
///
/// What an object does not have is null, as nsc has it: tokens leave out what is empty.
fn field<'a>(ctx: &Ctx, claims: &'a Value, path: &str) -> Result<&'a Value, Failure> {
    let steps = steps(path).ok_or_else(|| {
        Failure::usage(format!("{path} is no path to a field"))
            .hint("nkeep describe jwt -f FILE -F 'nats.mappings[\"orders.eu\"]'")
    })?;
    let mut at = Some(claims);
    for (index, step) in steps.iter().enumerate() {
        at = match at {
            Some(Value::Array(items)) => {
                step.parse().ok().and_then(|index: usize| items.get(index))
            }
            Some(Value::Object(fields)) if index + 1 == steps.len() => {
                let found = fields.get(step);
                if found.is_none() {
                    ctx.ui.note(&format!("the token has no field {path}"));
                }
                found.or(Some(&Value::Null))
            }
            at => at.and_then(|at| at.get(&**step)),
        };
    }
    at.ok_or_else(|| {
        let dots = if steps.len() > 1 {
            "; a name that holds dots is written as [\"a.b\"]"
        } else {
            ""
        };
        Failure::new(
            crate::ui::ExitCode::Failed,
            anyhow::anyhow!("the token has no field {path}{dots}"),
        )
    })
    .hint(noted(
        "nkeep describe jwt --json -f FILE",
        "shows every field there is",
    ))
}

/// The names and numbers in a path; nothing when it is none.
fn steps(path: &str) -> Option<Vec<String>> {
    let mut steps = Vec::new();
    let mut rest = path;
    loop {
        if let Some(inner) = rest.strip_prefix('[') {
            let (step, after) = match inner.strip_prefix('"') {
                Some(quoted) => quoted.split_once("\"]")?,
                None => inner.split_once(']')?,
            };
            steps.push(step.to_owned());
            rest = after;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (step, after) = rest.split_at(end);
            if step.is_empty() {
                return None;
            }
            steps.push(step.to_owned());
            rest = after;
        }
        rest = match rest.strip_prefix('.') {
            Some(more) => more,
            None if rest.is_empty() => return Some(steps),
            None if rest.starts_with('[') => rest,
            None => return None,
        };
    }
}
