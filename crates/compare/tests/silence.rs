//! What one account has not, in so many words, and another has.

mod story;

use corroborate_compare::DifferenceRelation;
use story::{finds, lacks, rules, told};

#[test]
fn what_there_was_none_of() {
    let sounded = "The siren was sounded within three minutes.";
    finds("claim.none", &["“We heard no siren,” said Karin Holmgren, who runs the hut."], &[sounded]);
    finds("claim.none", &["No siren was heard in the upper village."], &[sounded]);
    lacks("claim.none", &["No helicopter was seen above the village."], &[sounded]);
    lacks("claim.none", &["There was no need for a siren."], &[sounded]);
}

#[test]
fn no_comment_and_then_one() {
    let silent = "Karin Holmgren, who runs the hut, could not be reached.";
    let spoken = "“I saw the pylon fall,” said Karin Holmgren, who runs the hut.";
    let between = |days| told(&[silent], &[spoken], days);
    let relation = |days| {
        let found = between(days).differences;
        found.iter().find(|one| one.rule == "comment.given").map(|one| one.relation)
    };
    assert_eq!(relation([Some(9), Some(12)]), Some(DifferenceRelation::Update));
    assert_eq!(relation([None, None]), Some(DifferenceRelation::NotDisclosed));
    assert_eq!(relation([Some(12), Some(9)]), None, "who spoke before is silent now");
    // Who speaks in the same account is silent on one thing.
    let both = rules(&told(&[silent, spoken], &[spoken], [None, None]));
    assert!(!both.contains(&"comment.given"), "{both:?}");
}

#[test]
fn the_names_of_the_dead() {
    let silent = "The names of the dead have not been released.";
    finds("unknown.name", &[silent], &["Jonas Berg, 44, a guide, and Ola Lie, 27, died in the upper cabin."]);
    lacks("unknown.name", &[silent], &["Jonas Berg, 44, a guide, held a lamp in the upper cabin."]);
}

#[test]
fn who_comes_next_in_an_office() {
    let silent = "The owners did not say who will be the manager.";
    finds("unknown.name", &[silent], &["The new manager is Signe Dahl."]);
    lacks("unknown.name", &[silent], &["Manager Jonas Berg left on Monday."]);
}

#[test]
fn how_fast_it_was() {
    let silent = "It was not known how fast the cabin had been going.";
    finds("unknown.figure", &[silent], &["The brakes failed at 43 km/h."]);
    lacks("unknown.figure", &[silent], &["The brakes failed after 43 km."]);
}
