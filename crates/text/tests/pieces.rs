//! What is right, by hand: invented lines cut into sentences, clauses and tokens.

use corroborate_text::{TokenKind, clauses, sentences, stem, tokens};

fn cut(text: &str) -> Vec<&str> {
    sentences(text).iter().map(|span| span.of(text)).collect()
}

fn words(text: &str) -> Vec<(&str, TokenKind)> {
    tokens(text).iter().map(|token| (token.span.of(text), token.kind)).collect()
}

#[test]
fn abbreviations_end_no_sentence() {
    for text in [
        "Mr. J. K. Smith Jr. arrived.",
        "He works for Acme Inc. and lives in Washington, D.C.",
        "The U.S. Army and the U.K. Royal Navy met Lt. Col. Jones.",
        "See fig. 3 and pp. 4-5, i.e. the table.",
        "No. 4 was hit at 5 p.m. on Monday.",
        "The St. Louis team, est. 1990, paid $3.5m.",
        "1. The first item.",
    ] {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn abbreviations_may_end_one() {
    assert_eq!(cut("He lives in the U.S. The law is old."), ["He lives in the U.S.", "The law is old."]);
    assert_eq!(cut("He lives on Main St. The house is old."), ["He lives on Main St.", "The house is old."]);
    assert_eq!(cut("He said no. Then he left."), ["He said no.", "Then he left."]);
    assert_eq!(cut("It came at 5 p.m. The crowd left."), ["It came at 5 p.m.", "The crowd left."]);
    assert_eq!(
        cut("The two boats will meet off the pier at 10 a.m. Lindgren said the race may be short."),
        ["The two boats will meet off the pier at 10 a.m.", "Lindgren said the race may be short."]
    );
    for whole in [
        "The two boats will meet off the pier at 10 a.m. Monday if the wind holds.",
        "The two boats will meet off the pier at 10 a.m. GMT if the wind holds.",
        "The two boats will meet off the pier at 10 a.m. Swedish time if the wind holds.",
        "At 10 a.m. Mayor Lindgren cut the ribbon.",
    ] {
        assert_eq!(cut(whole), [whole]);
    }
}

#[test]
fn marks_close_with_their_sentence() {
    assert_eq!(cut("“Stop!” he cried. “Why?” She left."), ["“Stop!” he cried.", "“Why?”", "She left."]);
    assert_eq!(cut("She said: \"I go.\" Then he went."), ["She said: \"I go.\"", "Then he went."]);
    assert_eq!(cut("(He was late.) They ate."), ["(He was late.)", "They ate."]);
}

#[test]
fn a_lost_blank_or_a_blank_line_ends_a_sentence() {
    assert_eq!(cut("He left.Then she came."), ["He left.", "Then she came."]);
    assert_eq!(cut("No stop here\n\nBut a new line"), ["No stop here", "But a new line"]);
    assert_eq!(cut("One line\nwrapped by hand."), ["One line\nwrapped by hand."]);
    assert_eq!(cut("Visit example.com today."), ["Visit example.com today."]);
}

#[test]
fn tokens_keep_what_belongs_together() {
    use TokenKind::{Clitic, Mark, Number, Word};
    assert_eq!(
        words("Ada’s 1,200.5 don't U.S. (x)"),
        [
            ("Ada", Word),
            ("’s", Clitic),
            ("1,200.5", Number),
            ("don't", Word),
            ("U.S.", Word),
            ("(", Mark),
            ("x", Word),
            (")", Mark)
        ]
    );
}

#[test]
fn short_pieces_stay_with_their_clause() {
    let text = "He came, and left.";
    assert_eq!(clauses(text).len(), 1);
    let text = "The hull was torn, while the crew (who slept; all of them) stayed aboard.";
    let found: Vec<&str> = clauses(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["The hull was torn,", "while the crew (who slept; all of them) stayed aboard."]);
}

#[test]
fn stems_join_forms() {
    for (a, b) in [("sent", "sending"), ("ponies", "pony"), ("went", "goes"), ("deployed", "deploys")] {
        assert_eq!(stem(a), stem(b), "{a} {b}");
    }
    assert_ne!(stem("war"), stem("ward"));
}
