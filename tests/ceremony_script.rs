//! The script of a ceremony is what its plan says, and a plan that says something else is refused.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use nkeep::ceremony::script::{EXAMPLE, Plan};
use nkeep::nkey::{Kind, Seed};

fn refused(text: &str) -> String {
    Plan::read("plan", text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn every_byte_of_the_plan_is_in_its_hash() {
    let first = Plan::read("plan", EXAMPLE.as_bytes()).unwrap();
    let other = EXAMPLE.replace("room 1", "room 2");
    let second = Plan::read("plan", other.as_bytes()).unwrap();
    assert_ne!(first.digest, second.digest);
    for text in [first.markdown(), first.html()] {
        let rows = nkeep::ceremony::words::hash(&first.digest);
        assert!(rows.iter().all(|row| text.contains(row)));
        for step in &first.steps {
            assert!(text.contains(&step.title), "{}", step.title);
        }
    }
}

/// What a plan says is text on the page, and no part of it.
#[test]
fn a_plan_does_not_change_the_page() {
    let plan = "# nkeep ceremony plan 1\ntitle: <script>alert(1)</script>\nparticipant: A|B: *x*\n## a | b `c`\nrun: echo '<b>' | cat `x`\n";
    let plan = Plan::read("plan", plan.as_bytes()).unwrap();
    let html = plan.html();
    assert!(
        !html.contains("<script>") && html.contains("&lt;script&gt;"),
        "{html}"
    );
    assert!(html.contains("echo '&lt;b&gt;'"), "{html}");
    let markdown = plan.markdown();
    assert!(!markdown.contains("<script>"), "{markdown}");
    assert!(
        markdown.contains("A\\|B") && markdown.contains("\\*x\\*"),
        "{markdown}"
    );
    for row in markdown.lines().filter(|line| line.starts_with("| 1 |")) {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 5, "{row}");
    }
}

#[test]
fn a_plan_that_breaks_a_rule_is_refused_by_its_line() {
    let head = "# nkeep ceremony plan 1\n";
    let whole = format!("{head}title: T\n## S\ndo: x\n");
    assert!(Plan::read("plan", whole.as_bytes()).is_ok());
    let seed = Seed::generate(Kind::Operator).unwrap();
    let cases = [
        (String::new(), "line 1"),
        ("title: T\n".to_owned(), "line 1"),
        (format!("{whole}title: again\n"), "line 5 names \"title\""),
        (
            format!("{head}title: T\ntitle: U\n"),
            "line 3 is a second title",
        ),
        (format!("{head}titel: T\n"), "line 2 names \"titel\""),
        (format!("{head}title:\n"), "line 2 says nothing"),
        (
            format!("{head}title: T\nparticipant: Ada\n"),
            "line 3 names a participant without a role",
        ),
        (
            format!("{head}title: T\n## S\nRun: x\n"),
            "line 4 names \"Run\"",
        ),
        (
            format!("{head}title: T\n## S\nsomething\n"),
            "line 4 is neither",
        ),
        (
            format!("{head}title: T\nparticipant: Ada: a\nparticipant: ada: b\n"),
            "line 4 names \"ada\" a second time",
        ),
        (
            format!("{head}title: T\ntranscript: a\ntranscript: b\n"),
            "line 4 names a second transcript",
        ),
        (format!("{head}title: T\n"), "has no steps"),
        (format!("{head}## S\ndo: x\n"), "has no title"),
        (
            format!("{head}title: T\n## S\n## U\ndo: x\n"),
            "a step without anything to do",
        ),
        (
            format!("{head}title: T\u{202e}\n"),
            "line 2 holds a character",
        ),
        (
            format!("{whole}read: {}\n", seed.expose().as_str()),
            "a seed or an identity",
        ),
    ];
    for (text, says) in cases {
        let why = refused(&text);
        assert!(why.contains(says), "{text}: {why}");
        assert!(!why.contains(seed.expose().as_str()));
    }
}
