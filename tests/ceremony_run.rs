//! One plan drives a whole ceremony: people type each answer, what they see and say is in the transcript, and a ceremony that was
//! stopped goes on where it stood.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::ceremonies::{content, gone_through};
use common::refusal::{everything, refused};
use expectrl::Expect as _;
use nkeep::ceremony::script::{EXAMPLE, Plan};
use nkeep::ceremony::transcript::line::What;
use nkeep::ceremony::transcript::steps::{Event, OfPlan};
use nkeep::ceremony::transcript::{self, Stamp, Transcript};
use nkeep::clock::Clock;
use nkeep::nkey::{Kind, Seed};

const RECORD: &str = "root.ntranscript";

/// A plan of that many lines of steps, in a folder of its own.
fn home_of(steps: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    write(home.path(), "plan.txt", steps);
    home
}

fn write(home: &Path, file: &str, steps: &str) {
    let head = "# nkeep ceremony plan 1\ntitle: T\ntranscript: root.ntranscript\nparticipant: Ada: root\nparticipant: Cy: witness\n";
    std::fs::write(home.join(file), format!("{head}{steps}")).unwrap();
}

fn run(home: &Path, more: &[&str], answer: impl FnMut(&str) -> String) -> (String, i32) {
    let mut command = common::live(home);
    command.args(["ceremony", "run", "plan.txt"]).args(more);
    gone_through(command, answer)
}

/// What people type who stop at the question for which that many came before.
fn stopping(at: usize, with: &str) -> impl FnMut(&str) -> String {
    let mut asked = 0;
    move |question| {
        asked += 1;
        match asked.cmp(&(at + 1)) {
            std::cmp::Ordering::Equal => with.to_owned(),
            _ => content(question),
        }
    }
}

/// What people type who say something else first, and stop then.
fn stopping_after(first: &str) -> impl FnMut(&str) -> String {
    let mut asked = 0;
    move |question| {
        asked += 1;
        match asked {
            1 => first.to_owned(),
            2 => "stop".to_owned(),
            _ => content(question),
        }
    }
}

fn events(home: &Path) -> Vec<OfPlan> {
    let read = Transcript::open(&home.join(RECORD)).unwrap();
    let of = read.lines.into_iter().filter_map(|line| match line.what {
        What::Plan(done) => Some(done),
        _ => None,
    });
    of.collect()
}

/// What was run, as `step command code`.
fn ran(home: &Path) -> Vec<String> {
    let of = events(home)
        .into_iter()
        .filter_map(|done| match done.event {
            Event::Ran { command, code, .. } => Some(format!("{} {command} {code}", done.step)),
            _ => None,
        });
    of.collect()
}

fn verdict(home: &Path) -> serde_json::Value {
    let verify = ["ceremony", "transcript", "verify", RECORD, "--json"];
    let output = common::live(home).args(verify).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
}

#[test]
fn the_example_is_gone_through_from_start_to_end() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    std::fs::write(home.join("plan.txt"), EXAMPLE).unwrap();
    let plan = Plan::read("plan", EXAMPLE.as_bytes()).unwrap();
    let hash = plan.sha256();
    let (said, code) = run(home, &["--expect-plan", &hash], content);
    assert_eq!(code, 0, "{said}");
    let steps = plan.steps.len();
    assert!(
        said.contains(&format!("all {steps} steps are done")),
        "{said}"
    );
    for step in &plan.steps {
        let shown = said.replace("\r\n", " ");
        assert!(shown.contains(&step.title), "{}: {said}", step.title);
    }

    // What comes next the plan says, and nothing else does.
    assert_eq!(said.matches("nkeep: next: ").count(), 1, "{said}");

    // What leaves is there, and the root is where it was made.
    for file in [
        "working.nkeep",
        "working.txt",
        "root.txt",
        "policy.json",
        "witness.nk",
    ] {
        assert!(home.join(file).exists(), "{file}");
    }
    let verdict = verdict(home);
    assert_eq!(verdict["verified"], true, "{verdict}");
    // Who is to sign by the plan has signed, and the operator's key among them.
    let operator = common::live_at(home, &["describe", "operator", "-F", "sub"]);
    let signed: Vec<&str> = verdict["signed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|signature| signature["by"].as_str().unwrap())
        .collect();
    assert_eq!(signed, ["Cy", "Ada", "Bo"], "{verdict}");
    let key = operator.trim().trim_matches('"');
    assert!(verdict["signed"][2].to_string().contains(key), "{verdict}");
    let groups: Vec<&str> = (0..14).map(|at| &key[4 * at..4 * at + 4]).collect();
    assert!(said.contains(&groups.join(" ")), "{said}");
    let replayed = format!("{steps} of {steps} steps of the plan {hash} are done as expected");
    assert_eq!(verdict["replayed"][0], replayed.as_str(), "{verdict}");
    let notes = verdict["notes"].as_array().unwrap();
    let is_known = |note: &serde_json::Value| note.as_str().unwrap().contains("doctor --airgap");
    assert!(notes.iter().all(is_known), "{verdict}");
    // Everybody who takes part has signed.
    assert_eq!(verdict["not_signed_by"], serde_json::json!([]), "{verdict}");

    // Each command of the plan is there, those of the ceremony with what they read and wrote, and the machine as it was.
    let commands: usize = plan.steps.iter().map(|step| step.commands().count()).sum();
    assert_eq!(ran(home).len(), commands - 4, "{:?}", ran(home));
    let read = Transcript::open(&home.join(RECORD)).unwrap();
    assert_eq!(read.title(), plan.title);
    assert!(
        read.lines
            .iter()
            .any(|line| matches!(line.what, What::Environment { .. }))
    );
    assert!(read.lines.iter().all(|line| line.tool.sha256.len() == 64));
    for command in ["split", "drill", "paper", "policy set"] {
        let command = format!("nkeep ceremony {command} ");
        let is_it = |line: &transcript::line::Line| matches!(&line.what, What::Did(did) if did.command.starts_with(&command) && did.code == 0);
        assert!(read.lines.iter().any(is_it), "{command}");
    }

    // No secret is in it, of those that a person saw or a file has.
    let text = std::fs::read_to_string(home.join(RECORD)).unwrap();
    let passphrase = common::ceremonies::passphrase(&said);
    assert!(passphrase.len() > 20 && !text.contains(&passphrase));
    let share = std::fs::read_to_string(home.join("shares/ACME-1-of-3.words.txt")).unwrap();
    let row = share
        .lines()
        .find(|line| line.starts_with(" 1 ") || line.starts_with("  1"))
        .unwrap_or(&share);
    assert!(!text.contains(row.trim()), "{row}");
    for file in ["root.txt", "working.txt", "witness.nk", "administrator.nk"] {
        let secret = std::fs::read_to_string(home.join(file)).unwrap();
        let secret = secret
            .lines()
            .find(|line| line.len() > 40 && !line.starts_with('#'))
            .unwrap();
        assert!(!text.contains(secret), "{file}");
    }

    // All of it is done, and nothing is done again.
    let before = everything(home);
    let (said, code) = run(home, &[], |question| panic!("{question}"));
    assert_eq!(code, 0, "{said}");
    assert!(everything(home) == before);
}

const THREE: &str = "## One\nrun: nkeep nkey gen user --out one.nk\nexpect: a key\n\
    ## Two\ndo: look\nrun: nkeep nkey gen user --out two.nk\nrun: nkeep version\nexpect: another\n\
    ## Three\nrun: nkeep nkey gen user --out three.nk\n";

#[test]
fn a_wrong_word_stops_and_the_ceremony_goes_on_where_it_stood() {
    let home = home_of(THREE);
    let home = home.path();
    // After the first step, two commands are run, and the answer is another word.
    let mut asked = 0;
    let (said, code) = run(home, &[], |question| {
        asked += 1;
        match asked {
            6 => "Expected!".to_owned(),
            7 => "stop".to_owned(),
            8 => "the version is not the one that was built".to_owned(),
            _ => content(question),
        }
    });
    assert_eq!(code, 1, "{said}");
    // A wrong word is asked for again, and stops nothing.
    assert!(said.contains("That is no answer here."), "{said}");
    assert!(said.contains("step 2 of 3 is not done"), "{said}");
    assert!(
        said.contains("nkeep ceremony run plan.txt  # goes on with that step"),
        "{said}"
    );
    assert!(!home.join("three.nk").exists());
    let last = events(home).pop().unwrap();
    let Event::Ended {
        as_expected: false,
        answers,
    } = last.event
    else {
        panic!()
    };
    assert_eq!(
        answers.last().unwrap().answer,
        "the version is not the one that was built"
    );
    let found = verdict(home);
    let notes = found["notes"].to_string();
    assert!(notes.contains("people stopped in step 2"), "{notes}");
    let unfinished = found["unfinished"].to_string();
    assert!(unfinished.contains("1 of 3 steps of the plan"), "{found}");

    // What was run is not run a second time, but where people say so.
    let key = std::fs::read(home.join("two.nk")).unwrap();
    let mut kept = 0;
    let (said, code) = run(home, &[], |question| {
        if !question.starts_with("Enter goes on, again") {
            return content(question);
        }
        kept += 1;
        match kept {
            1 => String::new(),
            _ => "again".to_owned(),
        }
    });
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("from        step 2 on"), "{said}");
    assert!(!said.contains("Step 1 of 3"), "{said}");
    assert_eq!(said_of_version(home), 2);
    assert_eq!(std::fs::read(home.join("two.nk")).unwrap(), key);
    assert!(home.join("three.nk").exists());
    let found = verdict(home);
    assert!(
        found["replayed"].to_string().contains("3 of 3 steps"),
        "{found}"
    );
}

fn said_of_version(home: &Path) -> usize {
    ran(home)
        .iter()
        .filter(|line| *line == "2 nkeep version 0")
        .count()
}

#[test]
fn nothing_is_begun_where_the_hash_is_not_typed() {
    let home = home_of(THREE);
    let home = home.path();
    let before = everything(home);
    let mut command = common::live(home);
    command.args(["ceremony", "run", "plan.txt"]);
    let mut session = common::terminal::spawned(command);
    session.expect("shows more: ").unwrap();
    session.send_line("").unwrap();
    session.expect("ends this: ").unwrap();
    session.send_line("expected").unwrap();
    session.expect("2 tries left").unwrap();
    session.expect("ends this: ").unwrap();
    session.send_line("stop").unwrap();
    let output = session.expect(expectrl::Eof).unwrap();
    let text = String::from_utf8_lossy(output.as_bytes()).into_owned();
    assert!(text.contains("nothing was done"), "{text}");
    assert_eq!(common::terminal::exit_code(&session), 1);
    assert!(everything(home) == before);
    // Nor for another hash, nor where nobody is there to type it.
    let other = "0".repeat(64);
    let expect = ["ceremony", "run", "plan.txt", "--expect-plan", &other];
    refused(home, &expect, 7, "another was expected");
    refused(home, &["ceremony", "run", "plan.txt"], 2, "at a terminal");
    refused(
        home,
        &["--dry-run", "ceremony", "run", "plan.txt"],
        2,
        "it runs what its plan says",
    );
}

#[test]
fn another_plan_is_refused() {
    let home = home_of(THREE);
    let home = home.path();
    let (said, code) = run(home, &[], stopping(1, "stop"));
    assert_eq!(code, 1, "{said}");
    let other = THREE.replace("look", "look away");
    write(home, "plan.txt", &other);
    refused(
        home,
        &["ceremony", "run", "plan.txt"],
        7,
        "goes by the plan",
    );
    // One that nobody took up yet may be begun with any transcript.
    let start = [
        "ceremony",
        "transcript",
        "start",
        "own.ntranscript",
        "--title",
        "T",
    ];
    common::live_at(home, &start);
    let (said, code) = run(home, &["--transcript", "own.ntranscript"], content);
    // The plan says which transcript it is about, and its commands are.
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("the plan has root.ntranscript for its transcript"),
        "{said}"
    );
    let env = common::live(home)
        .args(["ceremony", "run", "plan.txt"])
        .env("NKEEP_TRANSCRIPT", "own.ntranscript")
        .output()
        .unwrap();
    assert_eq!(env.status.code(), Some(2), "{env:?}");
    let own = other.replace("## One", "## Own");
    let plan = format!("# nkeep ceremony plan 1\ntitle: T\n{own}");
    std::fs::write(home.join("plan.txt"), plan).unwrap();
    let (said, code) = run(
        home,
        &["--transcript", "own.ntranscript"],
        stopping(0, "stop"),
    );
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("step 1 of 3 is not done"), "{said}");
}

#[test]
fn a_command_that_fails_stops_and_can_be_run_again() {
    let steps =
        "## One\nrun: nkeep nkey show key.nk\n## Two\nrun: nkeep nkey gen user --out key.nk\n";
    let home = home_of(steps);
    let home = home.path();
    let (said, code) = run(home, &[], content);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("It failed, with exit code 1"), "{said}");
    assert!(
        said.contains("step 1 of 2 is not done")
            && said.contains("nkey show key.nk ended with exit code 1"),
        "{said}"
    );
    assert_eq!(ran(home), ["1 nkeep nkey show key.nk 1"]);

    // Once more, and once more when what it needs is there; what fails is done all the same where people say so.
    let mut failures = 0;
    let (said, code) = run(home, &[], |question| {
        if !question.starts_with("Type again") {
            return content(question);
        }
        failures += 1;
        match failures {
            1 => {
                common::live_at(home, &["nkey", "gen", "user", "--out", "key.nk"]);
                "again".to_owned()
            }
            _ => "done".to_owned(),
        }
    });
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        ran(home),
        [
            "1 nkeep nkey show key.nk 1",
            "1 nkeep nkey show key.nk 1",
            "1 nkeep nkey show key.nk 0",
            "2 nkeep nkey gen user --out key.nk 1",
        ]
    );
    let notes = verdict(home)["notes"].to_string();
    assert!(
        notes.contains("gen user --out key.nk of step 2 of the plan (Two) ended with exit code 1"),
        "{notes}"
    );
}

/// People sign what stands there, and so nothing is added once the first of them did.
#[test]
fn who_signed_is_not_asked_again() {
    let home = home_of(
        "## End\ndo: look\nrun: nkeep ceremony transcript sign root.ntranscript --as Ada -K ada.nk\n\
         run: nkeep ceremony transcript sign root.ntranscript --as Cy -K cy.nk\nread: the head\n",
    );
    let home = home.path();
    for key in ["ada.nk", "cy.nk"] {
        common::live_at(home, &["nkey", "gen", "user", "--out", key]);
    }
    // What people say comes first, then the first signs, and the second does not.
    let (said, code) = run(home, &[], stopping(3, "stop"));
    assert_eq!(code, 1, "{said}");
    let found = verdict(home);
    assert_eq!(found["signed"].as_array().unwrap().len(), 1);
    // Nobody vouches for a step that is to be signed, before all have signed it.
    assert_eq!(found["verified"], false, "{found}");
    assert_eq!(found["replayed"], serde_json::json!([]), "{found}");
    let verify = ["ceremony", "transcript", "verify", RECORD];
    let output = common::live(home).args(verify).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.contains("[ERR ] Cy has not signed, and step 1 is not done"),
        "{text}"
    );
    assert!(text.contains("[ERR ] 0 of 1 steps of the plan"), "{text}");
    let (said, code) = run(home, &[], content);
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("--as Ada"), "{said}");
    let found = verdict(home);
    assert_eq!(found["verified"], true, "{found}");
    assert_eq!(found["signed"].as_array().unwrap().len(), 2, "{found}");
    assert_eq!(found["notes"].as_array().unwrap().len(), 0, "{found}");
}

#[test]
fn a_note_with_a_secret_is_asked_for_once_more() {
    let home = home_of("## One\nrun: nkeep version\n");
    let home = home.path();
    let seed = Seed::generate(Kind::User).unwrap();
    let mut notes = 0;
    let (said, code) = run(home, &[], |question| {
        if !question.ends_with("none): ") {
            return content(question);
        }
        notes += 1;
        match notes {
            1 => seed.expose().as_str().to_owned(),
            _ => "seen by all".to_owned(),
        }
    });
    assert_eq!((code, notes), (0, 2), "{said}");
    let text = std::fs::read_to_string(home.join(RECORD)).unwrap();
    assert!(text.contains("seen by all") && !text.contains(seed.expose().as_str()));
    // Typed at another question it is masked.
    let home = home_of("## One\nrun: nkeep version\n");
    let home = home.path();
    let (said, code) = run(home, &[], stopping_after(seed.expose().as_str()));
    assert_eq!(code, 1, "{said}");
    let text = std::fs::read_to_string(home.join(RECORD)).unwrap();
    assert!(
        text.contains("[a seed]") && !text.contains(seed.expose().as_str()),
        "{text}"
    );
}

/// What stands between the plan and what is run is refused before anything is done.
#[test]
fn a_line_that_is_more_than_words_is_refused_by_its_number() {
    let cases = [
        (
            "nkeep nkey gen user > w.nk",
            "line 7 has a > that a shell would take",
        ),
        (
            "nkeep version | head -1",
            "line 7 has a | that a shell would take",
        ),
        (
            "nkeep version; nkeep version",
            "line 7 has a ; that a shell would take",
        ),
        (
            "nkeep describe operator $NAME",
            "line 7 has a $ that a shell would take",
        ),
        (
            "nkeep drill shares/*.nshare",
            "line 7 has a * that a shell would take",
        ),
        (
            "nkeep describe operator 'ACME",
            "line 7 has a quote that does not end",
        ),
        (
            "nkeep ceremony trancript start x",
            "line 7 is no command of this nkeep",
        ),
        ("nkeep ceremony sign", "line 7 is no command of this nkeep"),
        (
            "nkeep ceremony run plan.txt",
            "line 7 runs a plan, and is in one",
        ),
        (
            "nkeep ceremony transcript sign root.ntranscript --as Eve -K eve.nk",
            "line 7 names \"Eve\", who takes no part: Ada, Cy do",
        ),
    ];
    for (line, says) in cases {
        let home = home_of(&format!("## One\nrun: {line}\n"));
        refused(home.path(), &["ceremony", "run", "plan.txt"], 3, says);
        // Before people come together, too.
        refused(home.path(), &["ceremony", "script", "plan.txt"], 3, says);
    }
    // What is not nkeep's is typed by people, as it stands.
    let home = home_of("## One\nrun: mount /dev/sdb1 /media && ls | head\n");
    let (said, code) = run(home.path(), &[], content);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("mount /dev/sdb1 /media && ls | head"),
        "{said}"
    );
    assert!(ran(home.path()).is_empty());
    // Where what is done is recorded has to be said.
    let plan = "# nkeep ceremony plan 1\ntitle: T\n## One\nrun: nkeep version\n";
    std::fs::write(home.path().join("plan.txt"), plan).unwrap();
    refused(
        home.path(),
        &["ceremony", "run", "plan.txt"],
        2,
        "--transcript FILE",
    );
}

/// Who does a step takes part: whoever does not is found before it is printed.
#[test]
fn a_step_is_done_by_those_who_take_part() {
    let strangers = [
        ("Eve", "Eve"),
        ("Ada and Eve", "Eve"),
        ("Ada, and then Eve", "Eve"),
        ("somebody", "somebody"),
        ("Adam", "Adam"),
    ];
    for (by, who) in strangers {
        let home = home_of(&format!("## One\nby: {by}\nrun: nkeep version\n"));
        for command in ["run", "script"] {
            let says = "who takes no part: Ada, Cy do";
            let why = refused(home.path(), &["ceremony", command, "plan.txt"], 3, says);
            let names = format!("line 7 names \"{who}\"");
            assert!(why.contains(&names), "{why}");
        }
    }
    for by in [
        "Ada",
        "Cy, and then Ada with the key of the operator",
        "the witness",
        "ada and cy",
        "everybody",
    ] {
        let home = home_of(&format!("## One\nby: {by}\nrun: nkeep version\n"));
        common::live_at(home.path(), &["ceremony", "script", "plan.txt"]);
    }
}

/// ^C is an end like others: it says how the ceremony goes on.
#[test]
fn an_interrupted_ceremony_says_how_it_goes_on() {
    let home = home_of(THREE);
    let mut command = common::live(home.path());
    command.args(["ceremony", "run", "plan.txt"]);
    let mut session = common::terminal::spawned(command);
    session.get_process_mut().set_window_size(80, 24).unwrap();
    session.expect("shows more: ").unwrap();
    session.send_line("").unwrap();
    let screen = session.expect("ends this: ").unwrap();
    let screen = String::from_utf8_lossy(screen.as_bytes()).into_owned();
    session
        .send_line(common::ceremonies::last_words(&screen))
        .unwrap();
    session.expect("stops here: ").unwrap();
    session.send("\x03").unwrap();
    let output = session.expect(expectrl::Eof).unwrap();
    let text = String::from_utf8_lossy(output.as_bytes()).into_owned();
    assert!(
        text.contains("hint: nkeep ceremony run plan.txt  # goes on where it stands"),
        "{text}"
    );
    assert_eq!(common::terminal::exit_code(&session), 130);
}

/// Who writes into a transcript what no ceremony did is found.
#[test]
fn what_cannot_have_been_done_is_found() {
    let home = home_of(THREE);
    let home = home.path();
    let (said, code) = run(home, &[], stopping(4, "stop"));
    assert_eq!(code, 1, "{said}");
    let whole = std::fs::read(home.join(RECORD)).unwrap();
    let plan = std::fs::read(home.join("plan.txt")).unwrap();
    let plan = Plan::read("plan", &plan).unwrap();
    let ended = || Event::Ended {
        as_expected: true,
        answers: Vec::new(),
    };
    let command = |run: u64, command: &str| Event::Ran {
        run,
        command: command.to_owned(),
        code: 0,
    };
    let text = |text: &str| Event::TakenUp {
        text: text.to_owned(),
        answers: Vec::new(),
    };
    let other = std::fs::read_to_string(home.join("plan.txt")).unwrap() + "do: more\n";
    let cases = [
        (3, "Three", ended(), 7, "whose turn it was not"),
        (1, "One", ended(), 7, "whose turn it was not"),
        (2, "Two", ended(), 7, "a command was never run"),
        (2, "Too", ended(), 7, "whose turn it was not"),
        (
            2,
            "Two",
            command(2, "nkeep list users"),
            7,
            "does not stand in the plan",
        ),
        (
            2,
            "Two",
            command(3, "nkeep version"),
            7,
            "does not stand in the plan",
        ),
        (
            2,
            "Two",
            text(&other),
            7,
            "has another hash than stands there",
        ),
        (
            2,
            "Two",
            text("no plan"),
            3,
            "is not \"# nkeep ceremony plan 1\"",
        ),
    ];
    for (step, title, event, code, says) in cases {
        std::fs::write(home.join(RECORD), &whole).unwrap();
        let done = OfPlan {
            plan: plan.sha256(),
            step,
            title: title.to_owned(),
            event,
        };
        transcript::append(
            &home.join(RECORD),
            &Stamp::now(Clock::System),
            What::Plan(done),
        )
        .unwrap();
        refused(
            home,
            &["ceremony", "transcript", "verify", RECORD],
            code,
            says,
        );
    }
}
