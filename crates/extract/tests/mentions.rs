//! Names: what is right, by hand, and what holds for every text.

use corroborate_extract::{EntityKind, Mention, annotate_text};
use proptest::prelude::*;

fn found(text: &str) -> Vec<(String, EntityKind)> {
    annotate_text(text, None)
        .mentions
        .iter()
        .map(|mention| (mention.span.of(text).to_owned(), mention.kind))
        .collect()
}

fn mention(text: &str, name: &str) -> Mention {
    annotate_text(text, None)
        .mentions
        .into_iter()
        .find(|mention| mention.span.of(text) == name)
        .expect("the name is found")
}

#[test]
fn a_person_has_title_honorific_and_parts() {
    let text = "Yesterday Prime Minister Sir Edwin Marlow met reporters.";
    let name = mention(text, "Edwin Marlow");
    assert_eq!(name.kind, EntityKind::Person);
    assert_eq!(name.full.of(text), "Prime Minister Sir Edwin Marlow");
    assert_eq!(name.parts.title.map(|span| span.of(text)), Some("Prime Minister"));
    assert_eq!(name.parts.honorific.map(|span| span.of(text)), Some("Sir"));
    assert_eq!(name.parts.given.map(|span| span.of(text)), Some("Edwin"));
    assert_eq!(name.parts.surname.map(|span| span.of(text)), Some("Marlow"));
}

#[test]
fn particles_belong_to_the_surname() {
    let text = "The mayor, Pieter van der Hoek, opened the bridge.";
    let name = mention(text, "Pieter van der Hoek");
    assert_eq!(name.parts.surname.map(|span| span.of(text)), Some("van der Hoek"));
}

#[test]
fn a_hyphen_joins_given_names() {
    let text = "Judge Anne-Ève Moreaux adjourned. Later Anne-Ève Moreaux left the court.";
    let name = mention(text, "Anne-Ève Moreaux");
    assert_eq!(name.kind, EntityKind::Person);
    assert!(found(text).iter().all(|(form, _)| form == "Anne-Ève Moreaux"), "{:?}", found(text));
}

#[test]
fn a_family_name_that_stands_first_is_the_surname() {
    let parts = |text: &str, name: &str| {
        let parts = mention(text, name).parts;
        (parts.given.map(|span| span.of(text).to_owned()), parts.surname.map(|span| span.of(text).to_owned()))
    };
    let pair = |given: &str, surname: &str| (Some(given.to_owned()), Some(surname.to_owned()));
    let text = "President Kim Dae-won met the envoys.";
    assert_eq!(parts(text, "Kim Dae-won"), pair("Dae-won", "Kim"));
    let text = "President Chen Guangsu met the envoys.";
    assert_eq!(parts(text, "Chen Guangsu"), pair("Guangsu", "Chen"));
    // A given name of the West stands first.
    let text = "President Lee Harper met the envoys.";
    assert_eq!(parts(text, "Lee Harper"), pair("Lee", "Harper"));
    let text = "President Kim Novelli-Moore met the envoys.";
    assert_eq!(parts(text, "Kim Novelli-Moore"), pair("Kim", "Novelli-Moore"));
}

#[test]
fn words_joined_under_one_head_are_one_name() {
    let names = found("She runs the National Food and Water Agency in Oslo.");
    assert!(
        names.contains(&("National Food and Water Agency".to_owned(), EntityKind::Organisation)),
        "{names:?}"
    );
    let names = found("He gave it to the National Air and Space Museum in Lund.");
    assert!(names.iter().any(|(name, _)| name == "National Air and Space Museum"), "{names:?}");
    // Two names with a head each.
    let names = found("The Foreign Office and the Defence Ministry met in Oslo.");
    assert!(names.iter().all(|(name, _)| !name.contains(" and ")), "{names:?}");
}

#[test]
fn a_name_goes_on_behind_its_head() {
    let names = found("The Norland Council for the Welfare of Migrants objected to it.");
    assert!(names.iter().any(|(name, _)| name == "Norland Council for the Welfare of Migrants"), "{names:?}");
}

#[test]
fn a_person_behind_an_organisation_is_a_name_apart() {
    let names = found("The head of the Refugee Council Karin Sandell told reporters so.");
    assert!(names.contains(&("Karin Sandell".to_owned(), EntityKind::Person)), "{names:?}");
    assert!(names.contains(&("Refugee Council".to_owned(), EntityKind::Organisation)), "{names:?}");
}

#[test]
fn a_ship_is_no_person() {
    for text in [
        "The ferry Aurora sank off Bergen. The Aurora had left at noon.",
        "HMS Aurora sailed on Friday. Aurora had been in dock.",
        "The shuttle \u{201c}Aurora\u{201d} lifted off. On board the Aurora was a crew of five.",
        "Space Shuttle Aurora lifted off, and Aurora will return.",
        "The trawler Anna Marie capsized in the bay.",
    ] {
        let names = found(text);
        assert!(names.iter().all(|(_, kind)| *kind != EntityKind::Person), "{text}: {names:?}");
        assert!(
            names.iter().any(|(name, kind)| *kind == EntityKind::Other && name.contains('A')),
            "{text}: {names:?}"
        );
    }
    // Someone of that name is named, and the boat has no name.
    let names = found("Anna Berg went fishing. The boat Anna bought sank.");
    assert!(names.contains(&("Anna".to_owned(), EntityKind::Person)), "{names:?}");
}

#[test]
fn an_acronym_beside_a_person_is_an_organisation() {
    let names = found("The seats went to Anna Berg of NPAW and to Jo Marsh.");
    assert!(names.contains(&("NPAW".to_owned(), EntityKind::Organisation)), "{names:?}");
}

#[test]
fn a_currency_is_no_country() {
    assert_eq!(found("The bridge cost US$40 million in all."), []);
}

#[test]
fn a_title_that_goes_on_names_nobody() {
    let names = found("Asked on the stairs, the Head of State only smiled.");
    assert!(names.iter().all(|(_, kind)| *kind != EntityKind::Person), "{names:?}");
}

#[test]
fn the_kind_of_institution_makes_an_acronym_one() {
    let name = mention("Some forty huts stand empty, the QRX agency reports.", "QRX");
    assert_eq!(name.kind, EntityKind::Organisation);
}

#[test]
fn a_title_of_many_words_names_nobody_but_its_holder() {
    let names = found("The Minister of Foreign Affairs, Olga Bakema, said the talks had failed.");
    assert_eq!(names, [("Olga Bakema".to_owned(), EntityKind::Person)]);
    let name = mention("A spokesman for President Olga Bakema said so.", "Olga Bakema");
    assert_eq!(name.kind, EntityKind::Person);
}

#[test]
fn a_building_is_a_place() {
    assert_eq!(
        mention("She flew from Arden International Airport on Monday.", "Arden International Airport").kind,
        EntityKind::Place
    );
    assert_eq!(
        mention("It is shown at the Arden Maritime Museum.", "Arden Maritime Museum").kind,
        EntityKind::Place
    );
}

#[test]
fn a_kind_of_place_beside_a_name_makes_it_one() {
    let text = "Floods hit the province of Ardelin. The Ostrenka river kept rising.";
    for name in ["Ardelin", "Ostrenka"] {
        assert_eq!(mention(text, name).kind, EntityKind::Place, "{name}");
    }
}

#[test]
fn a_country_before_a_title_is_a_mention_of_its_own() {
    let text = "On Monday the UK Prime Minister Anna Marlow flew to Oslo.";
    assert_eq!(mention(text, "UK").kind, EntityKind::Place);
    assert_eq!(mention(text, "Anna Marlow").full.of(text), "UK Prime Minister Anna Marlow");
}

#[test]
fn demonyms_are_adjectives() {
    let text = "Two Norwegian ships helped the Danes.";
    for name in ["Norwegian", "Danes"] {
        let mention = mention(text, name);
        assert!(mention.adjective && mention.kind == EntityKind::Group, "{name}");
    }
}

#[test]
fn institutions_may_stand_in_lower_case() {
    let text = "The agriculture ministry and the Danish coast guard said nothing.";
    assert_eq!(mention(text, "agriculture ministry").kind, EntityKind::Organisation);
    assert_eq!(mention(text, "Danish coast guard").kind, EntityKind::Organisation);
}

#[test]
fn the_kind_of_a_place_stands_in_its_full_name() {
    let text = "Water rose in the river Ostra and across the province of Vellin.";
    assert_eq!(mention(text, "Ostra").full.of(text), "river Ostra");
    assert_eq!(mention(text, "Vellin").full.of(text), "province of Vellin");
}

#[test]
fn words_that_their_place_capitalises_are_no_names() {
    let text = "Later that day nobody came. Although it rained, they went on. Seven boats were lost.";
    assert_eq!(found(text), []);
}

#[test]
fn dates_are_no_names() {
    assert_eq!(found("It happened on Tuesday, May 14, and again in June."), []);
}

/// Names, titles, marks and odd characters in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Prime Minister",
        "Sir",
        "Mr.",
        "Anna",
        "Marlow",
        "van der",
        "Hoek",
        "of",
        "the",
        "UK",
        "U.S.",
        "Oslo",
        "-",
        "'s",
        "’",
        "Ministry",
        "of Defence",
        "and",
        "&",
        "(",
        ")",
        ".",
        ",",
        "in",
        "Georgian",
        "coast guard",
        "coalition of the",
        "river",
        "é",
        "Ö",
        "🜚",
        "McX",
        "J.",
        "\n\n",
        "\n",
        "said",
        "State",
        "Secretary",
        "for",
        "\u{a0}",
        "\u{301}",
        "İ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let mentions = annotate_text(text, None).mentions;
    for mention in &mentions {
        let part = |span: corroborate_text::Span| span.get(text).is_some_and(|words| !words.is_empty());
        prop_assert!(part(mention.span) && part(mention.full));
        prop_assert!(mention.full.covers(mention.span));
        let parts = mention.parts;
        for span in [parts.title, parts.honorific, parts.given, parts.surname].into_iter().flatten() {
            prop_assert!(part(span) && mention.full.covers(span));
        }
    }
    for pair in mentions.windows(2) {
        if let [a, b] = pair {
            prop_assert!(a.span.end() <= b.span.start());
        }
    }
    prop_assert_eq!(mentions, annotate_text(text, None).mentions);
    Ok(())
}

proptest! {
    #[test]
    fn spans_hold_for_any_text(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn spans_hold_for_soups_of_names(text in soup()) {
        holds(&text)?;
    }
}

#[test]
fn a_firm_by_the_first_word_of_its_name() {
    let names =
        found("Harrowell Foods cut jobs. Harrowell said demand had fallen, and staff at Harrowell agreed.");
    assert!(names.iter().all(|(_, kind)| *kind == EntityKind::Organisation), "{names:?}");
    let names =
        found("Harrowell Foods cut jobs. Mayor Jane Harrowell was angry. Harrowell said so on Monday.");
    assert!(!names.contains(&("Harrowell".to_owned(), EntityKind::Organisation)), "{names:?}");
}

#[test]
fn a_club_by_the_word_before_its_town() {
    let names = found("SK Ardenne lost the final.");
    assert_eq!(names, [("SK Ardenne".to_owned(), EntityKind::Organisation)]);
}

fn full(text: &str, name: &str) -> String {
    mention(text, name).full.of(text).to_owned()
}

#[test]
fn a_title_is_whole() {
    let text = "Minister of Mines Anders Holm has assured the nation.";
    assert_eq!(full(text, "Anders Holm"), "Minister of Mines Anders Holm");
    let text = "Secretary of State for Health Anna Berg said no.";
    assert_eq!(full(text, "Anna Berg"), "Secretary of State for Health Anna Berg");
    let text = "On Monday civil protection minister Anders Holm told reporters so.";
    assert_eq!(full(text, "Anders Holm"), "civil protection minister Anders Holm");
    // What another did to him is no title.
    let text = "The mayor called minister Anders Holm on Monday.";
    assert_eq!(full(text, "Anders Holm"), "minister Anders Holm");
}

#[test]
fn a_firm_before_a_title_stands_for_itself() {
    let text = "On Monday Harrow Copper Plc General Manager Anders Holm said so.";
    assert_eq!(full(text, "Anders Holm"), "General Manager Anders Holm");
    assert_eq!(mention(text, "Harrow Copper Plc").kind, EntityKind::Organisation);
    let text = "On Monday UK Prime Minister Anna Berg said so.";
    assert_eq!(full(text, "Anna Berg"), "UK Prime Minister Anna Berg");
}

#[test]
fn a_trade_before_a_name_is_no_part_of_it() {
    let names = found("Hairdresser Shelley Oakwell, 41, from Leeds, said it.");
    assert!(names.contains(&("Shelley Oakwell".to_owned(), EntityKind::Person)), "{names:?}");
}

#[test]
fn a_firm_named_for_a_river() {
    let names = found("It is owned by Toronto-listed Arden River Metals.");
    assert!(names.contains(&("Arden River Metals".to_owned(), EntityKind::Organisation)), "{names:?}");
    let names = found("He crossed the Arden River on Monday.");
    assert!(names.contains(&("Arden River".to_owned(), EntityKind::Place)), "{names:?}");
}

#[test]
fn a_legal_form_in_lower_case() {
    let text = "He bought shares in Strandvik hf. on Monday.";
    assert_eq!(mention(text, "Strandvik").kind, EntityKind::Organisation);
    assert_eq!(full(text, "Strandvik"), "Strandvik hf.");
}

#[test]
fn a_union_by_its_members() {
    let names = found("She is the head of the rock workers' union.");
    assert_eq!(names, [("rock workers' union".to_owned(), EntityKind::Organisation)]);
    let names = found("The Coopers and Millworkers' Union said no.");
    assert_eq!(names, [("Coopers and Millworkers' Union".to_owned(), EntityKind::Organisation)]);
}

#[test]
fn bodies_of_a_state_in_lower_case() {
    let names = found("The general secretariat for civil protection stands by its words.");
    assert_eq!(names, [("general secretariat for civil protection".to_owned(), EntityKind::Organisation)]);
    let names = found("Norway's department of mineral resources confirmed it.");
    assert!(names.iter().any(|(name, _)| name == "department of mineral resources"), "{names:?}");
    let names = found("They took her to the emergency department.");
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn an_article_in_the_middle_of_a_sentence_belongs_to_a_name() {
    let text = "He told The Tolvar Lantern that it was so.";
    assert_eq!(mention(text, "Tolvar Lantern").kind, EntityKind::Organisation);
    assert_eq!(full(text, "Tolvar Lantern"), "The Tolvar Lantern");
    let text = "The Arden Council met on Monday.";
    assert_eq!(full(text, "Arden Council"), "Arden Council");
}

#[test]
fn two_titles_joined_by_and() {
    let text = "It was Deputy Prime Minister and Finance Minister Anna Berg who resigned.";
    assert_eq!(full(text, "Anna Berg"), "Deputy Prime Minister and Finance Minister Anna Berg");
}

#[test]
fn a_legal_form_in_capitals() {
    let text = "Shares in Strandvik Shipping AS fell on Monday.";
    assert_eq!(mention(text, "Strandvik Shipping AS").kind, EntityKind::Organisation);
}

#[test]
fn a_mine_by_the_name_it_bears() {
    let text = "She walked to the gate of the Strandvik copper mine on Friday.";
    assert_eq!(full(text, "Strandvik"), "Strandvik copper mine");
    let text = "Fourteen men are safe after the Norway mine was flooded.";
    assert_eq!(full(text, "Norway"), "Norway");
}

/// The kind of a name in a text.
fn kind(text: &str, name: &str) -> EntityKind {
    mention(text, name).kind
}

#[test]
fn a_machine_and_an_index_are_none_of_the_kinds() {
    assert_eq!(kind("The airline bought six Norvik K350 jets.", "Norvik K350"), EntityKind::Other);
    assert_eq!(kind("In Harwick the Norvik index fell by 2% on Monday.", "Norvik"), EntityKind::Other);
}

#[test]
fn what_a_word_calls_a_body_is_one() {
    let text = "She marched with the group Ne Vrati Mosk. The villagers of Harwick followed.";
    assert_eq!(kind(text, "Ne Vrati Mosk"), EntityKind::Organisation);
    let text = "The carmaker Veldtra said that a fund holds a stake in Veldtra.";
    assert!(found(text).iter().all(|(_, kind)| *kind == EntityKind::Organisation), "{:?}", found(text));
}

#[test]
fn a_site_bears_a_place_s_name() {
    let text = "Lumvasa is quiet. People at the gate of Lumvasa wept. The Lumvasa mine is shut.";
    assert!(found(text).iter().all(|(_, kind)| *kind == EntityKind::Place), "{:?}", found(text));
    let text = "The Lumvasa mine is owned by Lumvasa Copper.";
    assert_eq!(kind(text, "Lumvasa"), EntityKind::Place);
    assert_eq!(kind(text, "Lumvasa Copper"), EntityKind::Organisation);
    assert_eq!(kind("They met at Lumvasa Mine in the morning.", "Lumvasa Mine"), EntityKind::Place);
}

#[test]
fn a_river_by_what_is_said_of_it() {
    let text = "Three boats were found on the banks of the Ostrava, police said.";
    assert_eq!(kind(text, "Ostrava"), EntityKind::Place);
    let text = "She was awake when the Yarvitsa came over the wall.";
    assert_ne!(kind(text, "Yarvitsa"), EntityKind::Person);
}

#[test]
fn a_name_that_is_known_opens_a_sentence() {
    let text =
        "Ash fell near Karimbel on Thursday, and Karimbel threw stones. “Karimbel is not done,” he said.";
    let names = found(text);
    assert_eq!(names.iter().filter(|(form, _)| form == "Karimbel").count(), 3, "{names:?}");
}

#[test]
fn a_common_word_that_opens_sentences_is_no_name() {
    let text =
        "The town lay in the dark. Sirens wailed over the hills at night. Sirens had not sounded before.";
    assert!(found(text).is_empty(), "{:?}", found(text));
    let text = "The match was won by Valmora. Three Valmora players wept, and SK Valmora paid for the beer.";
    assert!(found(text).iter().all(|(form, _)| !form.contains("Three")), "{:?}", found(text));
}

#[test]
fn a_day_before_a_name_is_no_part_of_it() {
    assert_eq!(kind("On Monday Oslo rejected the report.", "Oslo"), EntityKind::Place);
}

#[test]
fn the_part_of_a_country_is_no_part_of_its_name() {
    let text = "The bus was on its way to Harwick in northern Norway, police said.";
    assert!(found(text).contains(&("Norway".to_owned(), EntityKind::Place)), "{:?}", found(text));
}

#[test]
fn a_ship_after_its_kind_and_a_comma() {
    let text = "The crew was lifted aboard its recovery ship, the Sable Wanderer, at noon.";
    assert_eq!(kind(text, "Sable Wanderer"), EntityKind::Other);
}
