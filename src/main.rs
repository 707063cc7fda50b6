//! The process around the library: hardened first, then one command, then one exit code.

use std::process::ExitCode;

use nkeep::cmd::{self, Ctx, Given};
use nkeep::ui;

fn main() -> ExitCode {
    harden();
    std::panic::set_hook(Box::new(ui::report_bug));
    ExitCode::from(code().number())
}

fn code() -> ui::ExitCode {
    match completed() {
        Ok(true) => return ui::ExitCode::Done,
        Ok(false) => {}
        Err(error) => return ui::usage(&error, || vec!["nkeep completion --help".to_owned()]),
    }
    match cmd::parse() {
        Ok(given) => run(&given),
        Err(error) => match cmd::of_nsc(&error) {
            Some(failure) => ui::misused(&failure),
            None => ui::usage(&error, || cmd::how_it_is_written(&error)),
        },
    }
}

/// Whether a shell asked for completion, and got it.
fn completed() -> Result<bool, clap::Error> {
    let here = std::env::current_dir().ok();
    clap_complete::CompleteEnv::with_factory(|| cmd::completion::known(cmd::command()))
        .var("NKEEP_COMPLETE")
        .try_complete(std::env::args_os(), here.as_deref())
}

fn run(given: &Given) -> ui::ExitCode {
    let ctx = Ctx::new(given);
    let outcome = std::panic::catch_unwind(|| cmd::run(&ctx, given));
    match outcome {
        Ok(Ok(())) => ui::ExitCode::Done,
        Ok(Err(failure)) => {
            if !failure.is_silent() {
                ctx.ui.failure(&failure);
            }
            failure.code()
        }
        // The hook has said what there is to say.
        Err(_) => ui::ExitCode::Bug,
    }
}

/// Keeps secrets out of core files and away from other processes of the same user. What cannot be had is done without.
fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, none);
        // Others' bits are for whoever set the mask; without its owner's, a folder could not be entered.
        let mask = rustix::process::umask(rustix::fs::Mode::RWXU);
        rustix::process::umask(mask - rustix::fs::Mode::RWXU);
        // A file that may grow no further is an error like a full disk, and not the end without a word.
        let mut too_large = nix::sys::signal::SigSet::empty();
        too_large.add(nix::sys::signal::Signal::SIGXFSZ);
        let _ = too_large.thread_block();
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
