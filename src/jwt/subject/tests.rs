use proptest::prelude::*;

use super::destination::{Cut, Destination, DestinationError, DestinationToken};
use super::local::{LocalFault, local_faults, to_subject};
use super::template::{TemplateError, TemplateFunction, filled_in, templates};
use super::*;

fn pattern() -> impl Strategy<Value = String> {
    (
        proptest::collection::vec(prop_oneof!["[ab]", Just("*".to_owned())], 0..4),
        any::<bool>(),
    )
        .prop_map(|(mut tokens, tail)| {
            if tail || tokens.is_empty() {
                tokens.push(">".to_owned());
            }
            tokens.join(".")
        })
}

fn literal() -> impl Strategy<Value = String> {
    proptest::collection::vec("[ab]", 1..5).prop_map(|tokens| tokens.join("."))
}

/// What the server does when it routes, written down independently: one token of the pattern for one of the subject.
fn matched(pattern: &[&str], subject: &[&str]) -> bool {
    match (pattern.split_first(), subject.split_first()) {
        (None, None) => true,
        (Some((&">", _)), Some(_)) => true,
        (Some((token, pattern)), Some((text, subject))) => {
            (*token == "*" || token == text) && matched(pattern, subject)
        }
        _ => false,
    }
}

fn matches(pattern: &str, subject: &str) -> bool {
    let pattern: Vec<_> = pattern.split('.').collect();
    let subject: Vec<_> = subject.split('.').collect();
    matched(&pattern, &subject)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn containment_is_reflexive(one in pattern()) {
        prop_assert!(matches_all_of(&one, &one));
        prop_assert!(is_contained_in(&one, &one));
    }

    #[test]
    fn containment_is_transitive(a in pattern(), b in pattern(), c in pattern()) {
        if matches_all_of(&a, &b) && matches_all_of(&b, &c) {
            prop_assert!(matches_all_of(&a, &c));
        }
    }

    #[test]
    fn containment_implies_overlap_and_what_go_calls_containment(a in pattern(), b in pattern()) {
        if matches_all_of(&a, &b) {
            prop_assert!(overlap(&a, &b));
            prop_assert!(is_contained_in(&b, &a));
        }
    }

    #[test]
    fn overlap_is_symmetric(a in pattern(), b in pattern()) {
        prop_assert_eq!(overlap(&a, &b), overlap(&b, &a));
    }

    #[test]
    fn a_literal_is_matched_iff_contained(a in pattern(), text in literal()) {
        prop_assert_eq!(matches_all_of(&a, &text), matches(&a, &text));
        prop_assert_eq!(overlap(&a, &text), matches(&a, &text));
    }

    #[test]
    fn both_matching_one_subject_is_overlap(a in pattern(), b in pattern(), text in literal()) {
        if matches(&a, &text) && matches(&b, &text) {
            prop_assert!(overlap(&a, &b));
        }
        if matches_all_of(&a, &b) && matches(&b, &text) {
            prop_assert!(matches(&a, &text));
        }
    }

    #[test]
    fn references_become_wildcards_once(local in "[$*>.a0-9+-]{0,12}") {
        let once = to_subject(&local);
        prop_assert_eq!(to_subject(&once), once);
    }

    #[test]
    fn what_parses_has_no_fault(text in "[a.*> \\t{}$]{0,8}") {
        if let Ok(subject) = text.parse::<Subject>() {
            prop_assert!(faults(subject.as_str()).is_empty());
        }
    }

    #[test]
    fn templates_and_destinations_never_panic(text in "[{}()a-z$.,1 é-]{0,24}") {
        let _ = templates(&text);
        let _ = filled_in(&text, "x");
        let _ = Destination::parse("a.*.*.>", &text);
        let _ = local_faults(&text, "a.*");
    }
}

#[test]
fn go_takes_a_tail_for_one_token() {
    assert!(is_contained_in("a.>", "a.*"));
    assert!(!matches_all_of("a.*", "a.>"));
    assert!(!is_contained_in("a", "a.>"));
    assert!(is_contained_in("a.b.c", "a.>"));
    assert!(!is_contained_in("a.*", "a.b"));
}

#[test]
fn a_subject_is_parsed_as_the_server_would() {
    for good in ["a", "a.b", "*", ">", "a.*.>", "foo*.bar>", "$SYS.>", "é"] {
        assert!(good.parse::<Subject>().is_ok(), "{good}");
    }
    for (bad, error) in [
        ("", SubjectError::Empty),
        ("a b", SubjectError::WhiteSpace),
        ("a\tb", SubjectError::WhiteSpace),
        ("a\0", SubjectError::Control),
        (".a", SubjectError::EmptyToken),
        ("a..b", SubjectError::EmptyToken),
        ("a.>.b", SubjectError::TailNotLast),
    ] {
        assert_eq!(bad.parse::<Subject>(), Err(error), "{bad:?}");
    }
}

#[test]
fn permission_entries_may_name_a_queue() {
    assert_eq!(PermissionEntry::of("a.b"), PermissionEntry::Subject("a.b"));
    assert_eq!(PermissionEntry::of("a q"), PermissionEntry::Queue("a", "q"));
    assert_eq!(PermissionEntry::of(" x"), PermissionEntry::Queue("", "x"));
    assert_eq!(PermissionEntry::of("a b c"), PermissionEntry::TooManySpaces);
}

#[test]
fn local_names_refer_to_wildcards() {
    assert!(local_faults("x.$2.$1", "a.*.*").is_empty());
    assert!(local_faults("x.$1.>", "a.*.>").is_empty());
    assert_eq!(local_faults("x", "a.*"), [LocalFault::Count]);
    assert_eq!(local_faults("x.>", "a"), [LocalFault::Tail]);
    assert_eq!(
        local_faults("b.$2", "a.*"),
        [LocalFault::Reference(2), LocalFault::Count]
    );
    // Go counts these; nkeep's own rule refuses them.
    assert!(local_faults("b.$0", "a.*").is_empty());
    assert!(local_faults("b.$-1", "a.*").is_empty());
}

#[test]
fn templates_are_those_of_the_server() {
    let parsed = |text: &str| templates(text).pop().expect("one template");
    // Each is read as it is written.
    for function in [
        TemplateFunction::UserName,
        TemplateFunction::UserSubject,
        TemplateFunction::AccountName,
        TemplateFunction::AccountSubject,
        TemplateFunction::Tag("team".to_owned()),
        TemplateFunction::AccountTag("region".to_owned()),
    ] {
        assert_eq!(parsed(&function.to_string()), Ok(function));
    }
    assert_eq!(parsed("a.{{name()}}"), Ok(TemplateFunction::UserName));
    assert_eq!(
        parsed("{{ Subject() }}.x"),
        Ok(TemplateFunction::UserSubject)
    );
    assert_eq!(
        parsed("{{tag(Team)}}"),
        Ok(TemplateFunction::Tag("team".to_owned()))
    );
    assert_eq!(
        parsed("p-{{account-tag(a)}}-s"),
        Ok(TemplateFunction::AccountTag("a".to_owned()))
    );
    assert!(matches!(
        parsed("{{Tag(a)}}"),
        Err(TemplateError::TagCase(_))
    ));
    assert!(matches!(parsed("{{tag()}}"), Err(TemplateError::NoTag(_))));
    assert!(matches!(
        parsed("{{host()}}"),
        Err(TemplateError::Unknown(_))
    ));
    assert!(matches!(
        parsed("{{{name()}}}"),
        Err(TemplateError::Unknown(_))
    ));
    assert!(templates("{{}}.{{name()}").is_empty());
    assert_eq!(filled_in("a.{{ name() }}.{{tag(b)}}", "x"), "a.x.x");
}

#[test]
fn destinations_are_those_of_the_server() {
    let parse = |destination| Destination::parse("a.*.*", destination);
    assert_eq!(
        parse("b.$2.{{wildcard(1)}}").map(|parsed| parsed.tokens().to_vec()),
        Ok(vec![
            DestinationToken::Text("b".to_owned()),
            DestinationToken::Wildcard(2),
            DestinationToken::Wildcard(1),
        ])
    );
    for good in [
        "b.{{partition(10, 1, 2)}}",
        "b.{{ Partition(3,1) }}",
        "{{splitfromleft(1,2)}}",
        "{{SplitFromRight( 1, 2)}}",
        "{{sliceFromLeft(1,2)}}",
        "{{split(1,-)}}",
        "{{partition(3)}}.{{Random(7)}}.{{left(1, 2)}}.{{Right(2,1)}}",
        "$name.b",
        "b",
    ] {
        assert!(parse(good).is_ok(), "{good}: {:?}", parse(good));
    }
    assert_eq!(
        parse("{{SplitFromLeft(2, 3)}}").map(|parsed| parsed.tokens().to_vec()),
        Ok(vec![DestinationToken::Cut {
            cut: Cut::SplitFromLeft,
            wildcard: 2,
            size: 3
        }])
    );
    assert_eq!(parse("b.*"), Err(DestinationError::Wildcard));
    assert_eq!(parse("b.>"), Err(DestinationError::Tail));
    for reference in ["$3", "$0", "{{wildcard(3)}}", "{{partition(2,1,9)}}"] {
        assert_eq!(
            parse(reference),
            Err(DestinationError::Reference(reference.to_owned()))
        );
    }
    for arguments in [
        "{{wildcard()}}",
        "{{wildcard(x)}}",
        "{{random()}}",
        "{{left(1)}}",
        "{{partition(0,1)}}",
        "{{split(1)}}",
    ] {
        assert_eq!(
            parse(arguments),
            Err(DestinationError::Arguments(arguments.to_owned()))
        );
    }
    for unknown in ["{{nope(1)}}", "{{wildcard 1}}", "{{WILDCARD(1)}}"] {
        assert_eq!(
            parse(unknown),
            Err(DestinationError::UnknownFunction(unknown.to_owned()))
        );
    }
    assert_eq!(
        parse("a b"),
        Err(DestinationError::Subject("a b".to_owned()))
    );
}
