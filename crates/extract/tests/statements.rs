//! What is right, by hand: how invented sentences are cut, and how firmly their clauses are meant.

use corroborate_extract::{Polarity, Statement, Strength, annotate_text};

fn clauses(text: &str) -> Vec<&str> {
    annotate_text(text, None).statements.iter().map(|one| one.span.of(text)).collect()
}

fn first(text: &str) -> Option<Statement> {
    annotate_text(text, None).statements.first().cloned()
}

#[test]
fn a_sentence_often_states_three_things() {
    assert_eq!(
        clauses("The barge hit the bridge, tearing a hole in its side, and two men were hurt."),
        ["The barge hit the bridge,", "tearing a hole in its side,", "and two men were hurt."]
    );
    assert_eq!(
        clauses("The office stressed that the bridge would stay shut and would not open before May."),
        ["The office stressed that the bridge would stay shut", "and would not open before May."]
    );
    assert_eq!(clauses("The barge, built in 1987, left Leeds at 5:13 a.m. on Friday.").len(), 1);
    assert_eq!(clauses("Mr. Stone and Ms. Hill met in St. Albans.").len(), 1);
}

#[test]
fn a_condition_stays_with_what_it_conditions() {
    for (text, condition) in [
        ("The towns are ready to send boats if a flood comes, the mayor said.", "if a flood comes"),
        ("If a flood comes, the towns will send boats.", "If a flood comes"),
        ("The towns plan to send boats following a flood warning.", "following a flood warning"),
        ("Should a flood come, the towns would send boats.", "Should a flood come"),
    ] {
        let found = first(text).and_then(|one| one.condition).map(|span| span.of(text));
        assert_eq!(found, Some(condition), "{text}");
    }
    for text in ["He asked if the town was safe.", "The boats came after the flood."] {
        assert_eq!(first(text).and_then(|one| one.condition), None, "{text}");
    }
}

#[test]
fn strength_is_ordered() {
    let ladder = [
        ("Reporters asked whether the yard had closed the bridge.", Strength::Asked),
        ("The yard is considering closing the bridge.", Strength::Considered),
        ("The yard may close the bridge.", Strength::Possible),
        ("The yard plans to close the bridge.", Strength::Planned),
        ("The yard will close the bridge.", Strength::Promised),
        ("The union alleged that the yard closed the bridge.", Strength::Alleged),
        ("The yard has closed the bridge.", Strength::Stated),
        ("The mayor confirmed that the yard has closed the bridge.", Strength::Confirmed),
    ];
    let mut last = None;
    for (text, strength) in ladder {
        let found = first(text).map(|one| one.strength);
        assert_eq!(found, Some(strength), "{text}");
        assert!(found > last, "{text}");
        last = found;
    }
    assert_eq!(first("The bridge shut on May 3.").map(|one| one.strength), Some(Strength::Stated));
    assert_eq!(first("The flood claimed 9 lives.").map(|one| one.strength), Some(Strength::Stated));
    assert_eq!(first("The yard WILL close the bridge.").map(|one| one.strength), Some(Strength::Promised));
}

#[test]
fn polarity() {
    for (text, polarity) in [
        ("The yard closed the bridge.", Polarity::Affirmed),
        ("The yard did not close the bridge.", Polarity::Negated),
        ("The yard hasn’t closed the bridge.", Polarity::Negated),
        ("The yard denied that it had closed the bridge.", Polarity::Denied),
        ("The yard rejected the charge.", Polarity::Denied),
        ("The yard called the charge baseless.", Polarity::Denied),
        ("The yard may close the bridge if no buyer is found.", Polarity::Affirmed),
    ] {
        assert_eq!(first(text).map(|one| one.polarity), Some(polarity), "{text}");
    }
}

#[test]
fn what_is_said_to_be_unknown() {
    for text in [
        "No details were given on the cost.",
        "The yard declined to say why.",
        "The cause remains unclear.",
        "It was too early to give a sum for the losses.",
        "The police did not name the driver.",
        "The yard would neither confirm nor rule out a fault.",
        "The cost is not yet known.",
        "The yard has yet to comment on the plan.",
        "The yard has not disclosed the price.",
        "The terms of the lease were not published.",
        "It isn't clear who paid.",
    ] {
        assert_eq!(first(text).map(|one| one.unknown), Some(true), "{text}");
    }
    for text in ["The yard gave every detail.", "The police named the driver.", "The damage was not large."] {
        assert_eq!(first(text).map(|one| one.unknown), Some(false), "{text}");
    }
}

#[test]
fn a_statement_knows_whose_words_it_is() {
    let text = "Ada Marsh said the bridge would close. The road is open.";
    let all = annotate_text(text, None);
    let quoted: Vec<bool> = all.statements.iter().map(|one| one.quotation.is_some()).collect();
    assert_eq!(quoted, [true, false]);
}
