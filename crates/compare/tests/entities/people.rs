//! Names of people.

use super::{accounts, full, groups_of, one, together, with};
use corroborate_compare::resolve;
use corroborate_extract::EntityKind;

#[test]
fn two_people_of_one_surname_stay_two() {
    let texts = [
        "President Anna Lindholm spoke first. Then Mayor Karl Lindholm answered, and Lindholm left.",
        "President Anna Lindholm said no. Mayor Karl Lindholm said yes.",
    ];
    assert!(together(&texts, (0, "Anna Lindholm"), (1, "Anna Lindholm")));
    assert!(!together(&texts, (0, "Anna Lindholm"), (0, "Karl Lindholm")));
    assert!(together(&texts, (0, "Karl Lindholm"), (0, "Lindholm")), "the nearest before it");
}

#[test]
fn the_surname_alone_is_that_of_the_person_named_first() {
    let texts = [
        "A jury found Karl Lindholm guilty. His wife Anna Lindholm, who kept the books, wept. Lindholm will appeal.",
        "Lindholm guilty. Karl Lindholm said nothing.",
        "Lindholm will appeal, a lawyer said.",
    ];
    assert!(together(&texts, (0, "Karl Lindholm"), (0, "Lindholm")));
    assert!(!together(&texts, (0, "Anna Lindholm"), (0, "Lindholm")));
    assert!(together(&texts, (0, "Karl Lindholm"), (2, "Lindholm")), "whom most accounts name");
    // Neither is the other's relative, and the surname was nobody's before.
    let texts = [
        "Governor Karl Lindholm spoke. Tove Lindholm, the mayor, saw the water. Lindholm called nobody. Mr Lindholm did.",
    ];
    assert!(together(&texts, (0, "Tove Lindholm"), (0, "Lindholm")));
}

#[test]
fn a_surname_alone_finds_its_only_bearer_in_another_account() {
    let texts = ["President Anna Torvald spoke.", "President Torvald was heard to say so."];
    assert!(together(&texts, (0, "Anna Torvald"), (1, "Torvald")));
}

#[test]
fn transliterations_join() {
    let texts = ["Minister Sergei Khodorov resigned.", "Minister Serhii Hodorov resigned."];
    assert!(together(&texts, (0, "Sergei Khodorov"), (1, "Serhii Hodorov")));
}

#[test]
fn two_joined_by_a_hyphen_are_no_given_name_and_surname() {
    let texts = [
        "Lindholm-Marlow deal: Lindholm said on Monday that it would buy Marlow.",
        "Marlow said on Monday that Lindholm had made an offer.",
    ];
    assert!(!together(&texts, (1, "Lindholm"), (1, "Marlow")));
    assert!(!together(&texts, (0, "Lindholm"), (0, "Marlow")));
}

#[test]
fn a_surname_is_no_firm() {
    let texts = ["Harrowell Foods cut jobs.", "Mayor Jane Harrowell was angry. Harrowell said so on Monday."];
    assert!(together(&texts, (1, "Jane Harrowell"), (1, "Harrowell")));
    assert!(!together(&texts, (0, "Harrowell Foods"), (1, "Harrowell")));
}

#[test]
fn a_title_or_an_honorific_tells_two_of_one_surname_apart() {
    let texts =
        ["President Anna Lindholm spoke. Mayor Karl Lindholm answered. Then President Lindholm left."];
    assert!(together(&texts, (0, "Anna Lindholm"), (0, "Lindholm")));
    let texts = ["Karl Lindholm spoke. Anna Lindholm answered. Then Mr Lindholm left."];
    assert!(together(&texts, (0, "Karl Lindholm"), (0, "Lindholm")));
    let texts = ["Anna Lindholm spoke. Karl Lindholm answered. Then Mrs Lindholm left."];
    assert!(together(&texts, (0, "Anna Lindholm"), (0, "Lindholm")));
}

#[test]
fn an_initial_and_a_nickname() {
    assert!(together(
        &["William Marlow left.", "Bill Marlow left."],
        (0, "William Marlow"),
        (1, "Bill Marlow")
    ));
    let texts = ["Anna Marlow left.", "A. Marlow left.", "Karl Marlow stayed."];
    assert!(together(&texts, (0, "Anna Marlow"), (1, "A. Marlow")));
    assert!(!together(&texts, (2, "Karl Marlow"), (1, "A. Marlow")));
}

#[test]
fn kin_before_a_name() {
    let texts = ["At home in Harwick his wife Maelle told us that she had heard. Maelle wept."];
    let entities = resolve(&accounts(&texts));
    assert_eq!(with(&entities, &texts, 0, "Maelle").kind, EntityKind::Person);
    assert!(full(&texts, 0, "Maelle").contains("wife Maelle"));
}

#[test]
fn a_trade_before_a_name_at_the_start_of_a_sentence() {
    let texts = [
        "The fire began at three. Baker Joris Tolvarsen saw a van without lights.",
        "The fire began at three. Neighbour Joris Tolvarsen, a baker, heard the alarm.",
    ];
    assert!(together(&texts, (0, "Joris Tolvarsen"), (1, "Joris Tolvarsen")));
    // Nobody else tells that it is a trade.
    let texts = ["The fire began at three. Miller Joris Tolvarsen saw a van without lights."];
    assert!(full(&texts, 0, "Miller Joris Tolvarsen").contains("Miller Joris Tolvarsen"));
}

#[test]
fn a_particle_belongs_to_the_surname() {
    let texts = ["The canvas is by Joris van Tolmeer. The van Tolmeer alone is worth a million."];
    assert!(full(&texts, 0, "Joris van Tolmeer").contains("van Tolmeer"));
}

#[test]
fn a_surname_in_one_word_and_in_several() {
    let texts = [
        "Chief Inspector Marit Vanderholm spoke in the garden.",
        "Chief Inspector Marit Van der Holm said there was no sign of help.",
        "Inspector Karel Van der Holm was not there.",
    ];
    assert!(together(&texts, (0, "Marit Vanderholm"), (1, "Marit Van der Holm")));
    assert!(!together(&texts, (0, "Marit Vanderholm"), (2, "Karel Van der Holm")));
}

#[test]
fn a_given_name_spelt_in_two_ways() {
    let texts = ["Imam Zakari Tolmeu rode to the camp.", "It was settled by Imam Zakaria Tolmeu."];
    assert!(together(&texts, (0, "Zakari Tolmeu"), (1, "Zakaria Tolmeu")));
    // A man and a woman, two in one account, and two without a title in common.
    for texts in [
        ["Bishop Martin Tolmeu rode to the camp.", "It was settled by Bishop Martina Tolmeu."],
        ["Imam Zakari Tolmeu rode to the camp. Imam Zakaria Tolmeu stayed.", "Imam Zakaria Tolmeu prayed."],
        ["Colonel Zakari Tolmeu rode to the camp.", "It was settled by Imam Zakaria Tolmeu."],
    ] {
        let groups = groups_of(&accounts(&texts));
        assert!(!one(&groups, "Zakari Tolmeu", "Zakaria Tolmeu"), "{groups:?}");
        assert!(!one(&groups, "Martin Tolmeu", "Martina Tolmeu"), "{groups:?}");
    }
}

#[test]
fn an_office_and_a_comma_are_no_title() {
    let texts = ["“Not a coin was paid,” the Minister of the Interior, Hon. Signe Tolvar, declared."];
    assert!(full(&texts, 0, "Signe Tolvar").contains("Hon. Signe Tolvar"));
}
