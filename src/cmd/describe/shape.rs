//! In what form a token is described, and where that goes: the same for every `nkeep describe`.

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::output::{Existing, Target, secret_file};
use crate::cmd::tokens::Standing;
use crate::jwt::decode::Token;
use crate::jwt::json as wire;
use crate::ui::{Failure, Hinted as _, claims, json_text};
use crate::with_token;

/// In what form, and where to.
#[derive(clap::Args, Debug)]
pub struct Shape {
    /// Write to a new file instead of stdout; - is stdout
    #[arg(
        long,
        short,
        visible_alias = "output",
        alias = "out",
        value_name = "FILE",
        value_parser = Target::parser(),
        value_hint = clap::ValueHint::FilePath,
        allow_hyphen_values = true
    )]
    output_file: Option<Target>,
    /// Replace the file
    #[arg(long, requires = "output_file")]
    force: bool,
    /// Print one field, such as nats.limits.conn or nats.exports[0].subject, as JSON
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
    /// Describes a token. One whose chain does not hold is described, too, and the exit code says so.
    pub fn describe(&self, ctx: &Ctx, token: &Token, standing: &Standing) -> Result<(), Failure> {
        let text = if self.raw {
            standing.warn(ctx.ui);
            format!("{}\n", token.text())
        } else if let Some(path) = &self.field {
            let text = json_text(field(&claims_json(token)?, path)?)?;
            standing.warn(ctx.ui);
            text
        } else if ctx.ui.json() {
            document(token, standing)?
        } else {
            table(ctx, token, standing)
        };
        match Target::file(self.output_file.as_ref()) {
            Some(path) => {
                let existing = Existing::with_force(self.force);
                secret_file(ctx, path, text.as_bytes(), existing)?;
            }
            None => ctx.ui.text(&text)?,
        }
        if standing.fails() {
            return Err(Failure::problems_shown());
        }
        Ok(())
    }
}

fn table(ctx: &Ctx, token: &Token, standing: &Standing) -> String {
    let mut table = with_token!(token, |unverified| claims::described(
        unverified.claims(),
        ctx.clock.now()
    ));
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

/// The value at a path such as `nats.exports[0].subject`.
fn field<'a>(claims: &'a Value, path: &str) -> Result<&'a Value, Failure> {
    let pointer: String = path
        .replace('[', ".")
        .replace(']', "")
        .split('.')
        .map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")))
        .collect();
    claims
        .pointer(&pointer)
        .ok_or_else(|| {
            Failure::new(
                crate::ui::ExitCode::Failed,
                anyhow::anyhow!("the token has no field {path}"),
            )
        })
        .hint("nkeep describe jwt --json -f FILE (shows every field there is)")
}
