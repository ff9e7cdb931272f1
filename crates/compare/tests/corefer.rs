//! Marked places: what is right, by hand, and laws of grouping.

mod story;

use corroborate_article::{Article, Block, Role};
use corroborate_compare::{Account, Place, corefer};
use corroborate_text::Span;
use proptest::prelude::*;

fn account(text: &str) -> Account {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end();
        blocks.push(Block { role: Role::Paragraph, span, content: span.trimmed(text) });
    }
    Account::new(Article { text: text.to_owned(), blocks, ..Article::default() })
}

/// The groups of what stands in brackets, by account and in order.
fn groups(texts: &[&str]) -> Vec<Vec<usize>> {
    let mut marked = Vec::new();
    let mut accounts = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let (mut plain, mut start) = (String::new(), 0);
        for c in text.chars() {
            match c {
                '[' => start = plain.len(),
                ']' => marked.push(Place::new(index, Span::new(start, plain.len()))),
                _ => plain.push(c),
            }
        }
        accounts.push(account(&plain));
    }
    let found = corefer(&accounts, &marked);
    let of = |index: usize| {
        let own = marked.iter().zip(&found).filter(move |(place, _)| place.account == index);
        own.map(|(_, group)| *group).collect()
    };
    (0..texts.len()).map(of).collect()
}

#[test]
fn places_of_one() {
    let mut wrong = Vec::new();
    for line in story::cases("marked.txt") {
        let (right, texts) = line.split_once(" | ").expect("two cells");
        let found: Vec<String> =
            groups(&texts.split(" / ").collect::<Vec<_>>()).concat().iter().map(usize::to_string).collect();
        if found.join(" ") != right {
            wrong.push(format!("{} | {texts}", found.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_surname_stands_for_the_person_named_before() {
    let found = groups(&["[Anna Lindholm] met [Karl Lindholm]. Then [Lindholm] left."]);
    assert_eq!(found, [[0, 1, 1]]);
}

#[test]
fn pronouns_go_back_to_what_fits() {
    let found =
        groups(&["[Anna Lindholm] opened [the bridge]. [She] crossed [it] with [Peter Marsh], [who] waved."]);
    assert_eq!(found, [[0, 1, 0, 1, 2, 2]]);
}

#[test]
fn a_description_beside_a_name_holds_in_other_accounts() {
    let found = groups(&[
        "[Peter Marsh], the [singer], was rescued from the lake on Friday.",
        "Rescuers found [Peter Marsh] at the lake. The [singer] was cold.",
    ]);
    assert_eq!(found, [[0, 0], [0, 0]]);
}

#[test]
fn nouns_in_turn_are_one_and_others_are_not() {
    let found = groups(&["Thieves took the [car] on Friday.", "The [vehicle] was seen near a [church]."]);
    assert_eq!(found, [vec![0], vec![0, 1]]);
}

#[test]
fn names_of_one_ending_are_told_apart() {
    let found = groups(&[
        "The [Yarrow Hill Church] burned.",
        "The [Port Arden Church] did not.",
        "[Hill Church] burned.",
    ]);
    assert_eq!(found, [[0], [1], [0]]);
}

#[test]
fn one_and_several_differ() {
    let found = groups(&["Police seized a [boat].", "Two [boats] were seized."]);
    assert_eq!(found, [[0], [1]]);
}

#[test]
fn countries_go_by_all_their_names() {
    let found = groups(&["[Britain] agreed.", "The [United Kingdom] agreed, and [France] did not."]);
    assert_eq!(found, [vec![0], vec![0, 1]]);
}

#[test]
fn a_place_outside_the_text_stands_alone() {
    let accounts = [account("A car.")];
    let marked =
        [Place::new(0, Span::new(2, 5)), Place::new(0, Span::new(90, 95)), Place::new(7, Span::new(0, 1))];
    assert_eq!(corefer(&accounts, &marked), [0, 1, 2]);
}

proptest! {
    #[test]
    fn any_places_of_any_text_are_grouped(texts in prop::collection::vec("[A-Ca-c .,'’é\n]{0,40}|\\PC{0,20}", 0..4),
        places in prop::collection::vec((0..5usize, 0..60usize, 0..60usize), 0..12)) {
        let accounts: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let marked: Vec<Place> =
            places.iter().map(|&(account, a, b)| Place::new(account, Span::new(a.min(b), a.max(b)))).collect();
        let found = corefer(&accounts, &marked);
        prop_assert_eq!(found.len(), marked.len());
        // Numbers in the order in which the groups appear.
        let mut next = 0;
        for group in found {
            prop_assert!(group <= next);
            next = next.max(group + 1);
        }
    }

    #[test]
    fn the_order_of_the_places_changes_no_group(order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle()) {
        let accounts = [account("Anna Lindholm drove the car. She left it."), account("The vehicle was hers.")];
        let spans = [(0, 0, 13), (0, 24, 27), (0, 29, 32), (0, 38, 40), (1, 4, 11)];
        let place = |&(account, start, end): &(usize, usize, usize)| Place::new(account, Span::new(start, end));
        let marked: Vec<Place> = order.iter().filter_map(|&at: &usize| spans.get(at)).map(place).collect();
        let found = corefer(&accounts, &marked);
        let right = [0, 1, 0, 1, 1];
        for (a, x) in order.iter().zip(&found) {
            for (b, y) in order.iter().zip(&found) {
                prop_assert_eq!(right.get(*a) == right.get(*b), x == y);
            }
        }
    }
}

#[test]
fn a_company_is_the_one_that_its_account_names() {
    assert_eq!(groups(&["[Harrowell Foods] cut jobs on Monday. [The company] sold a bakery."]), [[0, 0]]);
    assert_eq!(groups(&["[Harrowell Foods] cut jobs on Monday. [Another company] sold a bakery."]), [[0, 1]]);
    assert_eq!(groups(&["[Harrowell Foods] cut jobs on Monday. [Companies] fear for bakeries."]), [[0, 1]]);
    let most = "[Harrowell Foods] and [Marsh Mills] merged. [Marsh Mills] grew. [The company] sold a bakery.";
    assert_eq!(groups(&[most]), [[0, 1, 1, 1]]);
}

#[test]
fn names_of_one_thing_in_two_accounts() {
    let one = |a: &str, b: &str| {
        let found = groups(&[&format!("It was {a} on Monday."), &format!("On Monday it was {b}.")]);
        found[0] == found[1]
    };
    assert!(one("[Anna Lindholm]", "[Anna Lindholm]") && !one("[Anna Lindholm]", "[Karl Lindholm]"));
    assert!(one("[Britain]", "[the United Kingdom]") && !one("[Britain]", "[France]"));
    assert!(one("[Anna Lindholm]", "[Lindholm]"));
    assert!(one("[the Harbour Safety Council]", "[the HSC]"));
}

#[test]
fn a_ship_finds_herself() {
    let groups = groups(&[
        "The [INS Varuni] sank a boat. [INS Varuni], on patrol off Norway, found [herself] in fog again.",
    ]);
    assert_eq!(groups[0][1], groups[0][2], "{groups:?}");
}
