//! `nkeep version`.

use serde_json::json;

use super::Ctx;
use super::example::Example;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Version and features for a script",
    line: "nkeep version --json",
}];

/// Print the version and what this binary was built with
///
/// A binary built without the feature `net` holds no network code.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let version = env!("CARGO_PKG_VERSION");
    let net = cfg!(feature = "net");
    let target = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "version",
            "version": version,
            "features": {
                "net": net,
                "ssh": cfg!(feature = "ssh"),
                "plugins": cfg!(feature = "plugins"),
            },
            "target": target,
        }));
    }
    let mut network = if net {
        "with the feature net".to_owned()
    } else {
        "without network code".to_owned()
    };
    for (there, name) in [
        (cfg!(feature = "ssh"), "ssh"),
        (cfg!(feature = "plugins"), "plugins"),
    ] {
        if there {
            network.push_str(&format!(", with {name}"));
        }
    }
    ctx.ui
        .text(&format!("nkeep {version} ({network}, {target})\n"))
}
