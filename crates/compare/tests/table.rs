//! Gold by hand, a case a line: which rules tell two accounts apart, and which names of a story are of one.

mod story;

use corroborate_compare::{Account, Options, compare, resolve};
use std::collections::BTreeSet;
use story::{FIRST, SECOND, account, cases, written};

#[test]
fn differences_of_two_accounts() {
    let mut wrong = Vec::new();
    for line in cases("differences.txt") {
        let [right, a, b] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("three cells: {line}") };
        let right: BTreeSet<&str> = right.split_whitespace().filter(|rule| *rule != "-").collect();
        for (first, second) in [(a, b), (b, a)] {
            let accounts = [written("a", first, &FIRST), written("b", second, &SECOND)];
            let found = compare(&accounts, &Options::default()).differences;
            let rules: BTreeSet<&str> = found.iter().map(|difference| difference.rule).collect();
            if rules != right {
                wrong.push(format!("{rules:?} {first} | {second}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_of_one() {
    let mut wrong = Vec::new();
    for line in cases("names.txt") {
        let (right, texts) = line.split_once(" | ").expect("two cells");
        let set = |words: &str| words.split(" = ").map(|word| word.trim().to_owned()).collect();
        let mut right: Vec<BTreeSet<String>> = right.split("; ").map(set).collect();
        right.sort();
        let accounts: Vec<Account> = texts.split(" / ").map(|text| account("a", None, &[text])).collect();
        let entities = resolve(&accounts);
        let forms = entities
            .iter()
            .map(|entity| entity.mentions.iter().map(|one| one.place.words(&accounts).to_owned()).collect());
        let mut found: Vec<BTreeSet<String>> = forms.collect();
        found.sort();
        if found != right {
            let found = found.into_iter().map(|group| Vec::from_iter(group).join(" = ")).collect::<Vec<_>>();
            wrong.push(format!("{} | {texts}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn who_speaks_by_a_role() {
    let mut wrong = Vec::new();
    for line in cases("voices.txt") {
        let (right, texts) = line.split_once(" | ").expect("two cells");
        let accounts: Vec<Account> = texts.split(" / ").map(|text| account("a", None, &[text])).collect();
        let found = compare(&accounts, &Options::default());
        let names: Vec<&str> = found.voices.values().map(|&one| found.entities[one].name.as_str()).collect();
        let names = if names.is_empty() { "-".to_owned() } else { names.join("; ") };
        if names != right {
            wrong.push(format!("{names} | {texts}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
