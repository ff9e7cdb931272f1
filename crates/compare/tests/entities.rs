//! Names across accounts: what is right, by hand, and laws of grouping.

use corroborate_article::{Article, Block, Outlet, Role};
use corroborate_compare::{Account, Entity, resolve};
use corroborate_extract::EntityKind;
use corroborate_text::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn account(text: &str) -> Account {
    let whole = Span::new(0, text.len());
    Account::new(Article {
        text: text.to_owned(),
        blocks: vec![Block { role: Role::Paragraph, span: whole, content: whole }],
        ..Article::default()
    })
}

fn accounts(texts: &[&str]) -> Vec<Account> {
    texts.iter().map(|text| account(text)).collect()
}

/// The entity that has a mention of this form in this account.
fn with<'e>(entities: &'e [Entity], texts: &[&str], account: usize, form: &str) -> &'e Entity {
    entities
        .iter()
        .find(|entity| forms(entity, texts).contains(&(account, form)))
        .expect("an entity has this form in this account")
}

fn forms<'t>(entity: &Entity, texts: &[&'t str]) -> BTreeSet<(usize, &'t str)> {
    let mentions = entity.mentions.iter();
    mentions
        .map(|mention| (mention.place.account, mention.place.span.of(texts[mention.place.account])))
        .collect()
}

fn together(texts: &[&str], a: (usize, &str), b: (usize, &str)) -> bool {
    let entities = resolve(&accounts(texts));
    forms(with(&entities, texts, a.0, a.1), texts).contains(&b)
}

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
fn an_outlet_has_the_name_before_the_brackets_and_the_one_in_them() {
    let texts = ["NORLAND NEWS SERVICE (NNS)\nThe dam broke, the NNS was told."];
    let mut account = account(texts[0]);
    let evidence = Span::new(0, texts[0].find('\n').unwrap());
    let name = evidence.of(texts[0]).to_owned();
    account.article.metadata.outlet = Some(Outlet { name, evidence: Some(evidence) });
    let entities = resolve(&[account]);
    let found: Vec<_> = entities.iter().map(|entity| forms(entity, &texts)).collect();
    assert!(found.iter().any(|forms| forms.contains(&(0, "NORLAND NEWS SERVICE"))), "{found:?}");
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
fn a_capital_is_a_place_or_a_government() {
    let texts = ["Leaders met in Berlin on Monday. Later Madrid has denied the report."];
    assert!(!together(&texts, (0, "Berlin"), (0, "Madrid")));
    let entities = resolve(&accounts(&texts));
    let rule = |form: &str| {
        let entity = with(&entities, &texts, 0, form);
        entity.mentions.first().map(|mention| mention.rule).unwrap_or_default()
    };
    assert_eq!(rule("Berlin"), "name.same");
    assert_eq!(rule("Madrid"), "country.capital");
}

#[test]
fn names_of_one_country_join() {
    let texts = ["Britain agreed with France.", "The UK agreed, and the United Kingdom paid."];
    assert!(together(&texts, (0, "Britain"), (1, "UK")));
    assert!(together(&texts, (0, "Britain"), (1, "United Kingdom")));
}

#[test]
fn an_acronym_joins_what_stands_before_its_brackets() {
    let texts = ["The Harbour Safety Council (HSC) opened an inquiry.", "The HSC said nothing."];
    assert!(together(&texts, (0, "Harbour Safety Council"), (1, "HSC")));
}

const POOL: [&str; 8] = [
    "President Anna Lindholm met Mayor Karl Lindholm in Berlin.",
    "Lindholm said that London would pay.",
    "Prime Minister Sir Edwin Marlow thanked the Harbour Safety Council (HSC).",
    "Sir Edwin told the HSC to wait, and Mr. Marlow left.",
    "Minister Sergei Khodorov flew from Oslo to Kiev.",
    "Serhii Hodorov was seen in Kyiv with British troops.",
    "E. Marlow and Eve Marlow live in Britain.",
    "The Danish coast guard found the ship; the coast guard towed it.",
];

const UNRELATED: &str = "Professor Mateo Quirante described the Andean Botany Society in Quito.";

/// The groups as sets of account, place.
fn groups(entities: &[Entity], name: &dyn Fn(usize) -> usize) -> BTreeSet<BTreeSet<(usize, Span)>> {
    entities
        .iter()
        .map(|entity| {
            entity.mentions.iter().map(|mention| (name(mention.place.account), mention.place.span)).collect()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_accounts_changes_no_group(
        texts in prop::collection::vec(prop::sample::subsequence(POOL.to_vec(), 1..5), 2..5),
        turn in 0_usize..5,
    ) {
        let texts: Vec<String> = texts.iter().map(|parts| parts.join(" ")).collect();
        let straight: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let count = straight.len();
        let mut turned = straight.clone();
        turned.rotate_left(turn % count);
        turned.reverse();
        let original = |index: usize| (count - 1 - index + turn % count) % count;
        prop_assert_eq!(groups(&resolve(&straight), &|index| index), groups(&resolve(&turned), &original));
    }

    #[test]
    fn an_unrelated_account_changes_no_group(
        texts in prop::collection::vec(prop::sample::subsequence(POOL.to_vec(), 1..5), 1..4),
    ) {
        let texts: Vec<String> = texts.iter().map(|parts| parts.join(" ")).collect();
        let mut story: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let before = groups(&resolve(&story), &|index| index);
        story.push(account(UNRELATED));
        let after = groups(&resolve(&story), &|index| index);
        prop_assert!(before.is_subset(&after));
    }

    #[test]
    fn every_mention_is_in_one_entity(
        texts in prop::collection::vec(prop::sample::subsequence(POOL.to_vec(), 1..8), 1..3),
    ) {
        let texts: Vec<String> = texts.iter().map(|parts| parts.join(" ")).collect();
        let story: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let entities = resolve(&story);
        let mut places: Vec<_> = entities.iter().flat_map(|entity| &entity.mentions).map(|mention| mention.place).collect();
        let count: usize = story.iter().map(|account| account.annotations.mentions.len()).sum();
        prop_assert_eq!(places.len(), count);
        places.sort();
        places.dedup();
        prop_assert_eq!(places.len(), count);
    }
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
fn a_firm_by_the_first_word_of_its_name() {
    let texts = [
        "Harrowell Foods cut jobs. Harrowell said demand had fallen. Shares in Harrowell fell.",
        "Harrowell is closing a bakery, staff said.",
    ];
    assert!(together(&texts, (0, "Harrowell Foods"), (0, "Harrowell")));
    assert!(together(&texts, (0, "Harrowell Foods"), (1, "Harrowell")));
}

#[test]
fn a_surname_is_no_firm() {
    let texts = ["Harrowell Foods cut jobs.", "Mayor Jane Harrowell was angry. Harrowell said so on Monday."];
    assert!(together(&texts, (1, "Jane Harrowell"), (1, "Harrowell")));
    assert!(!together(&texts, (0, "Harrowell Foods"), (1, "Harrowell")));
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
fn a_slip_in_the_name_of_a_place() {
    let texts = ["Rain fell in Brackendale on Monday.", "It rained in Brackentale on Monday."];
    assert!(together(&texts, (0, "Brackendale"), (1, "Brackentale")));
    let texts = ["Rain fell in Brackendale and in Brackentale.", "It rained in Brackentale on Monday."];
    assert!(!together(&texts, (0, "Brackendale"), (1, "Brackentale")), "an account tells them apart");
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

/// An account with a byline of its own, a line of credits and a notice at the end.
fn page(byline: &str, body: &str, foot: &[(Role, &str)]) -> Account {
    let mut text = format!("{byline}\n{body}\n");
    let line = |start: usize, length: usize| Span::new(start, start + length);
    let block = |role: Role, span: Span| Block { role, span, content: span };
    let name = line(3, byline.len() - 3);
    let mut blocks = vec![
        block(Role::Byline, line(0, byline.len())),
        block(Role::Paragraph, line(byline.len() + 1, body.len())),
    ];
    for (role, words) in foot {
        blocks.push(block(*role, line(text.len(), words.len())));
        text.push_str(words);
        text.push('\n');
    }
    let mut account = Account::new(Article { text, blocks, ..Article::default() });
    account.article.metadata.byline = vec![name];
    account
}

fn groups_of(accounts: &[Account]) -> Vec<BTreeSet<String>> {
    let forms = |entity: &Entity| {
        let place = |mention: &corroborate_compare::EntityMention| {
            mention.place.span.of(&accounts[mention.place.account].article.text).to_owned()
        };
        entity.mentions.iter().map(place).collect()
    };
    resolve(accounts).iter().map(forms).collect()
}

fn one(groups: &[BTreeSet<String>], a: &str, b: &str) -> bool {
    groups.iter().any(|group| group.contains(a) && group.contains(b))
}

#[test]
fn who_signed_is_named_and_joins_the_own_initial() {
    let credits = "(Reporting by Marta Holmqvist in Bergen and Jo Ekdal; Editing by M. Holmqvist)";
    let groups =
        groups_of(&[page("By Marta Holmqvist", "The bridge is closed.", &[(Role::Credit, credits)])]);
    assert!(one(&groups, "Marta Holmqvist", "M. Holmqvist"), "{groups:?}");
    for name in ["Jo Ekdal", "Bergen"] {
        assert!(groups.iter().any(|group| group.contains(name)), "{name}: {groups:?}");
    }
}

#[test]
fn who_signed_is_nobody_of_the_story() {
    let body = "Mayor Mikael Holmqvist closed the bridge. Holmqvist said that it was old.";
    let credits = "(Reporting by Marta Holmqvist; Editing by M. Holmqvist)";
    let groups = groups_of(&[page("By Marta Holmqvist", body, &[(Role::Credit, credits)])]);
    assert!(one(&groups, "Mikael Holmqvist", "Holmqvist"), "{groups:?}");
    assert!(!one(&groups, "Marta Holmqvist", "Holmqvist"), "{groups:?}");
    assert!(!one(&groups, "Mikael Holmqvist", "M. Holmqvist"), "{groups:?}");
    // An initial alone, by whom ever it is.
    let groups = groups_of(&[page("By M. Holmqvist", body, &[])]);
    assert!(!one(&groups, "Mikael Holmqvist", "M. Holmqvist"), "{groups:?}");
    // Reporters of two papers with names alike are two.
    let other = page("By Martha Holmqvist", "The bridge is closed.", &[]);
    let groups = groups_of(&[page("By Marta Holmqvist", "The bridge is closed.", &[]), other]);
    assert!(!one(&groups, "Marta Holmqvist", "Martha Holmqvist"), "{groups:?}");
}

#[test]
fn an_outlet_by_its_acronym_and_as_owner_of_its_page() {
    let body = "The dam broke on Monday. The mayor told NBR that nobody was hurt.";
    let notice = "© Norland Broadcasting 2031 · Contact";
    let mut account =
        page("By Marta Holmqvist", body, &[(Role::Widget, "NBR English"), (Role::Notice, notice)]);
    let start = account.article.text.find("NBR English").unwrap();
    let evidence = Span::new(start, start + "NBR English".len());
    account.article.metadata.outlet =
        Some(Outlet { name: "NBR English".to_owned(), evidence: Some(evidence) });
    let groups = groups_of(&[account]);
    assert!(one(&groups, "NBR English", "Norland Broadcasting"), "{groups:?}");
    assert!(one(&groups, "NBR English", "NBR"), "{groups:?}");
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
fn a_name_in_the_spelling_of_the_next_country() {
    let texts = ["Mayor Grettir Haraldsson resigned.", "Mayor Grette Haraldsen resigned."];
    assert!(together(&texts, (0, "Grettir Haraldsson"), (1, "Grette Haraldsen")));
    let texts = ["Mayor Grettir Haraldsson resigned.", "Mayor Gunnar Haraldsen resigned."];
    assert!(!together(&texts, (0, "Grettir Haraldsson"), (1, "Gunnar Haraldsen")));
}

#[test]
fn a_town_is_no_firm_of_its_name() {
    let texts = [
        "Harrowell Rail Ltd cut jobs. Harrowell Council protested, and the Harrowell Workers' Party too.",
        "Harrowell: anger grows. Harrowell's mayor is angry.",
    ];
    assert!(!together(&texts, (0, "Harrowell Rail Ltd"), (1, "Harrowell")));
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

/// The forms with their titles of the entity that has this form.
fn full(texts: &[&str], account: usize, form: &str) -> BTreeSet<String> {
    let entities = resolve(&accounts(texts));
    let mentions = with(&entities, texts, account, form).mentions.iter();
    mentions.map(|mention| mention.full.of(texts[mention.place.account]).to_owned()).collect()
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
fn a_wood_by_its_name_alone() {
    let texts = ["The car was found in the Haldebos wood on Monday.", "Police searched near Haldebos."];
    assert!(together(&texts, (0, "Haldebos"), (1, "Haldebos")));
    assert!(full(&texts, 0, "Haldebos").contains("Haldebos wood"));
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

#[test]
fn a_name_that_is_said_to_be_anothers() {
    let texts = ["It was in Elmstrode, a town known in Dutch as Helmstrode.", "The thieves left Helmstrode."];
    assert!(together(&texts, (0, "Elmstrode"), (1, "Helmstrode")));
}

/// An account whose first line is its outlet's name.
fn under(outlet: &str, body: &str) -> Account {
    let mut account = page("By Marta Holmqvist", &format!("{outlet}\n{body}"), &[]);
    let start = account.article.text.find(outlet).expect("the outlet stands in the account");
    let evidence = Some(Span::new(start, start + outlet.len()));
    account.article.metadata.outlet = Some(Outlet { name: outlet.to_owned(), evidence });
    account
}

#[test]
fn a_town_is_not_its_newspaper() {
    let groups = groups_of(&[
        under("HALVERSTADE POST", "Four prints were taken from the museum on Monday."),
        account("Four prints were taken from a museum in the town of Halverstade on Monday."),
        account("Police in Halverstade have no trace of the thieves. Halverstade is quiet."),
    ]);
    assert!(!one(&groups, "HALVERSTADE POST", "Halverstade"), "{groups:?}");
}

#[test]
fn an_outlet_by_both_parts_of_its_masthead() {
    let groups = groups_of(&[under("NCB | Norland Coast Broadcasting", "The dam broke on Monday.")]);
    assert!(one(&groups, "NCB", "Norland Coast Broadcasting"), "{groups:?}");
    let body = "The dam broke on Monday, the mayor told the Beacon.";
    let groups = groups_of(&[under("DAILY BEACON", body)]);
    assert!(one(&groups, "DAILY BEACON", "Beacon"), "{groups:?}");
}

#[test]
fn an_office_and_a_comma_are_no_title() {
    let texts = ["“Not a coin was paid,” the Minister of the Interior, Hon. Signe Tolvar, declared."];
    assert!(full(&texts, 0, "Signe Tolvar").contains("Hon. Signe Tolvar"));
}
