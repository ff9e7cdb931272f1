//! Names of firms, bodies and clubs.

use super::{accounts, groups_of, one, together, with};
use corroborate_compare::resolve;
use corroborate_extract::EntityKind;

#[test]
fn an_acronym_joins_what_stands_before_its_brackets() {
    let texts = ["The Harbour Safety Council (HSC) opened an inquiry.", "The HSC said nothing."];
    assert!(together(&texts, (0, "Harbour Safety Council"), (1, "HSC")));
}

#[test]
fn a_firm_by_the_first_word_of_its_name() {
    let texts = [
        "Harrowell Foods cut jobs. Harrowell said demand had fallen. Shares in Harrowell fell.",
        "Harrowell is closing a bakery, staff said.",
    ];
    assert!(together(&texts, (0, "Harrowell Foods"), (0, "Harrowell")));
    assert!(together(&texts, (0, "Harrowell Foods"), (1, "Harrowell")));
}

#[test]
fn a_club_by_its_town() {
    let texts = [
        "The cup went to FC Tolvar on Sunday. Tolvar scored twice.",
        "It was a good day for Tolvar, the mayor said.",
    ];
    assert!(together(&texts, (0, "FC Tolvar"), (0, "Tolvar")));
    assert!(together(&texts, (0, "FC Tolvar"), (1, "Tolvar")));
}

#[test]
fn a_paper_by_the_last_word_of_its_name() {
    let texts = ["The Tolvar Evening Courier first reported it.", "It was first reported by the Courier."];
    assert!(
        together(&texts, (0, "Tolvar Evening Courier"), (1, "Courier"))
            || together(&texts, (0, "The Tolvar Evening Courier"), (1, "Courier"))
    );
}

#[test]
fn a_dateline_names_no_acronym() {
    let texts = ["Bergen (XNU) - The bridge is closed, the XNU was told."];
    assert!(!together(&texts, (0, "Bergen"), (0, "XNU")));
}

#[test]
fn an_acronym_that_fits_two_names_stands_for_neither() {
    let texts = ["The Harbour Safety Council met on Monday.", "The HSC said nothing on Monday."];
    assert!(together(&texts, (0, "Harbour Safety Council"), (1, "HSC")));
    let texts = [
        "The Harbour Safety Council met on Monday. The Highland Skating Council met too.",
        "The HSC said nothing on Monday.",
    ];
    assert!(!together(&texts, (0, "Harbour Safety Council"), (1, "HSC")));
    assert!(!together(&texts, (0, "Highland Skating Council"), (1, "HSC")));
}

#[test]
fn a_name_in_the_other_order() {
    let texts = ["The Ministry of Labour paid on Monday.", "The Labour Ministry paid on Monday."];
    assert!(together(&texts, (0, "Ministry of Labour"), (1, "Labour Ministry")));
}

#[test]
fn a_firm_by_the_first_words_of_its_name() {
    let texts = [
        "Arden River Metals Inc. owns it. Arden River said on Monday that it would pay. Shares in Arden River Metals fell.",
        "Its owner, Arden River, has not answered. Arden River's shares fell.",
    ];
    assert!(together(&texts, (0, "Arden River"), (0, "Arden River Metals")));
    assert!(together(&texts, (1, "Arden River"), (0, "Arden River Metals")));
    // Who founded a firm is a person.
    let texts =
        ["Anders Holmqvist Foods Ltd cut jobs. Anders Holmqvist said that he was sorry. Holmqvist wept."];
    assert!(!together(&texts, (0, "Anders Holmqvist Foods Ltd"), (0, "Anders Holmqvist")));
    // A river has an article.
    let texts =
        ["Arden River Metals owns it.", "The mine lies on the Arden River. The Arden River rose on Monday."];
    assert!(!together(&texts, (0, "Arden River Metals"), (1, "Arden River")));
}

#[test]
fn a_firm_before_its_club_and_its_mine() {
    let texts = [
        "Tolvar Mining Plc said so, and the Tolvar Club was shut. Tolvar's shares fell, and Tolvar has not answered. \
         Water came into the Tolvar mine on Monday.",
    ];
    assert!(!together(&texts, (0, "Tolvar Mining Plc"), (0, "Tolvar Club")));
    let entities = resolve(&accounts(&texts));
    let short = with(&entities, &texts, 0, "Tolvar Mining Plc");
    assert_eq!(short.mentions.len(), 3, "{short:?}");
    let mine = entities.iter().find(|entity| entity.kind == EntityKind::Place).expect("the mine is a place");
    assert_eq!(mine.mentions[0].full.of(texts[0]), "Tolvar mine");
}

#[test]
fn a_union_by_the_last_words_of_its_name() {
    let texts = [
        "The United Slate Workers' Union called a strike.",
        "Jo Ekdal of the slate workers' union said that it would last.",
    ];
    assert!(together(&texts, (0, "United Slate Workers' Union"), (1, "slate workers' union")));
}

#[test]
fn a_body_without_the_place_it_is_of() {
    let texts = [
        "She was born in Harrowell. The Federation of Harrowell Employers objected.",
        "The Employers' Federation objected on Monday.",
    ];
    assert!(together(&texts, (0, "Federation of Harrowell Employers"), (1, "Employers' Federation")));
    let texts = [
        "They met in Harrowell and in Ostvik. The Federation of Harrowell Employers objected.",
        "The Employers' Federation objected on Monday.",
        "The Federation of Ostvik Employers agreed. It was a day of talks in Ostvik.",
    ];
    assert!(!together(&texts, (0, "Federation of Harrowell Employers"), (1, "Employers' Federation")));
}

#[test]
fn a_body_of_two_long_names() {
    let texts = [
        "The Central Bank of Kelmar (CBK) raised rates.",
        "The Kelmar Central Bank (CBK) raised rates. Later the central bank explained it.",
    ];
    assert!(together(&texts, (0, "Central Bank of Kelmar"), (1, "Kelmar Central Bank")));
    assert!(together(&texts, (0, "Central Bank of Kelmar"), (1, "central bank")));
}

#[test]
fn what_kind_of_body_a_name_is_of() {
    let texts = [
        "The ship belongs to the Norwegian company Haldvik Energi. Haldvik Energi said that it was sorry.",
        "Haldvik still owes the harbour for October. The ship lies in the bay.",
        "It worked for Haldvik Energi, a Norwegian firm, when the storm came.",
    ];
    assert!(together(&texts, (0, "Haldvik Energi"), (1, "Haldvik")));
    assert!(together(&texts, (0, "Haldvik Energi"), (2, "Haldvik Energi")));
    let texts = ["Signe Haldvik, a company director, wept. Signe Haldvik left."];
    let entities = resolve(&accounts(&texts));
    assert_eq!(with(&entities, &texts, 0, "Signe Haldvik").kind, EntityKind::Person);
}

#[test]
fn an_acronym_in_another_language() {
    let texts = [
        "Rebels of the Norland Liberation Front (NLF) freed ten. The NLF asked for forty.",
        "Nine of the Front de libération du Norland (FLN) left prison. The FLN is silent.",
    ];
    assert!(together(&texts, (0, "NLF"), (1, "FLN")));
    // The same letters, another body.
    let texts = [
        "The Norland Labour Federation (NLF) is on strike. The NLF wants more.",
        "The Fishermen's League of Norland (FLN) is not. The FLN fears for its boats.",
    ];
    assert!(!together(&texts, (0, "NLF"), (1, "FLN")));
    let texts = [
        "The Norland Coast League (NCL) is on strike. The NCL wants more.",
        "The Ligue côtière du Norland (LCN) wants more. The LCN is on strike.",
    ];
    assert!(together(&texts, (0, "NCL"), (1, "LCN")));
}

#[test]
fn a_museum_in_another_language() {
    let texts = [
        "Three prints were taken from the Ter Holm Museum on Monday.",
        "Three prints were taken from the Musée Ter Holm on Monday.",
        "Nothing was taken from the Musée Ter Aa on Monday.",
    ];
    let groups = groups_of(&accounts(&texts));
    assert!(one(&groups, "Ter Holm Museum", "Musée Ter Holm"), "{groups:?}");
    assert!(!one(&groups, "Ter Holm Museum", "Musée Ter Aa"), "{groups:?}");
}
