//! Accounts of several events among those given for one.

use corroborate_compare::{Account, Comparison, Options, compare};
use corroborate_testkit::{Brief, FactSheet};

/// The plain accounts of a generated story, their ids after its name.
fn accounts(seed: u64, count: usize, sheet: FactSheet) -> Vec<Account> {
    let brief = Brief { sheet: Some(sheet), ..Brief::new(seed, count) };
    let story = brief.write();
    let plain = story.accounts.iter().filter(|account| account.file.ends_with(".txt"));
    plain
        .map(|account| {
            let mut article = corroborate_parse::parse(account.text.clone());
            article.id = format!("{}-{}", story.name, account.id);
            Account::new(article)
        })
        .collect()
}

fn compared(accounts: &mut [Account]) -> Comparison {
    accounts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    compare(accounts, &Options::default())
}

fn tells_of_several(comparison: &Comparison) -> bool {
    comparison.diagnostics.iter().any(|diagnostic| diagnostic.message.contains("events"))
}

#[test]
fn accounts_of_one_event_are_one_story() {
    for (number, sheet) in (0..).zip(FactSheet::all()) {
        for count in [6, 12] {
            let mut accounts = accounts(40 + number, count, sheet.clone());
            let comparison = compared(&mut accounts);
            assert!(!tells_of_several(&comparison), "{:?}", comparison.diagnostics);
        }
    }
}

#[test]
fn accounts_of_two_events_are_compared_apart() {
    let sheets = FactSheet::all();
    for pair in sheets.windows(2) {
        let [first, second] = pair else { continue };
        let mut mixed = accounts(7, 24, first.clone());
        let name = mixed[0].article.id.rsplit_once('-').map(|(name, _)| name.to_owned()).unwrap_or_default();
        mixed.extend(accounts(8, 24, second.clone()));
        let comparison = compared(&mut mixed);
        assert!(tells_of_several(&comparison), "{name} and another: {:?}", comparison.diagnostics);
        let of_first = |account: usize| mixed[account].article.id.starts_with(&name);
        for claim in &comparison.claims {
            let mut sayers = claim.sayers().map(of_first);
            let whose = sayers.next();
            assert!(sayers.all(|other| Some(other) == whose), "{claim:?}");
        }
        for difference in &comparison.differences {
            let places = difference.sides.iter().flat_map(|side| &side.evidence);
            let whose: Vec<bool> = places.map(|place| of_first(place.account)).collect();
            assert!(whose.windows(2).all(|pair| pair[0] == pair[1]), "{difference:?}");
        }
    }
}
