//! `nkeep generate diagram`.

pub(in crate::cmd) mod component;
pub(in crate::cmd) mod object;

use clap::{Subcommand, ValueEnum};
use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::files::output::{OutputFile, secret_file};
use crate::emit::diagram::{Diagram, Form};
use crate::ui::Failure;

/// Generate diagrams of what is in the store
#[derive(Debug, Subcommand)]
pub enum Command {
    Component(component::Args),
    Object(object::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Component(args) => component::run(ctx, args),
        Command::Object(args) => object::run(ctx, args),
    }
}

/// How a diagram is written, and where to.
#[derive(clap::Args, Debug)]
pub struct Drawing {
    /// How it is written
    #[arg(long, value_enum, default_value_t = Written::Plantuml)]
    format: Written,
    #[command(flatten)]
    output: OutputFile,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Written {
    /// As nsc writes it, for PlantUML
    Plantuml,
    /// For web pages and code forges
    Mermaid,
    /// For a browser
    Svg,
}

impl Written {
    const fn form(self) -> Form {
        match self {
            Self::Plantuml => Form::PlantUml,
            Self::Mermaid => Form::Mermaid,
            Self::Svg => Form::Svg,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Plantuml => "plantuml",
            Self::Mermaid => "mermaid",
            Self::Svg => "svg",
        }
    }
}

impl Drawing {
    fn show(&self, ctx: &Ctx, diagram: &dyn Diagram) -> Result<(), Failure> {
        let text = diagram.drawn(self.format.form());
        let format = self.format.name();
        match self.output.path() {
            Some(path) => {
                let existing = self.output.existing();
                secret_file(ctx, path, text.as_bytes(), existing)?;
                if ctx.ui.json() {
                    let document = json!({ "kind": "diagram", "format": format, "file": path });
                    return ctx.ui.document(&document);
                }
                ctx.ui.note(&format!("wrote {}", path.display()));
                Ok(())
            }
            None if ctx.ui.json() => {
                let document = json!({ "kind": "diagram", "format": format, "diagram": text });
                ctx.ui.document(&document)
            }
            None => ctx.ui.text(&text),
        }
    }
}
