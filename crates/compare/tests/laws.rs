//! What holds for any accounts, and planted changes that must be found.

mod story;

use corroborate_compare::{
    Account, Comparison, DifferenceKind, DifferenceRelation, FamilyRelation, Options, Place, Stance, compare,
};
use proptest::prelude::*;
use story::account;

/// An invented report of seven statements.
const STORY: &[&str] = &[
    "The old grain mill at Harrow Quay burned down on 3 March 2024, the fire brigade said.",
    "The flames destroyed 14 barges in the basin beside it.",
    "“We heard the roof go before we saw any smoke at all,” said Marta Halvorsen, the harbour warden.",
    "The brigade is considering whether to pull down the chimney.",
    "Investigators found a faulty heater in the drying loft.",
    "The council will rebuild the footbridge by the autumn.",
    "Ferries to the islands were diverted to the northern pier.",
];

/// The same in other words.
const RETOLD: &[&str] = &[
    "Fire brigade officials said the old grain mill at Harrow Quay burned to the ground on 3 March 2024.",
    "Beside it, 14 barges in the basin were destroyed by the flames.",
    "Harbour warden Marta Halvorsen said: “We heard the roof go before we saw any smoke at all.”",
    "Whether to pull down the chimney is being considered by the brigade.",
    "A faulty heater was found in the drying loft by investigators.",
    "By the autumn the council will rebuild the footbridge.",
    "Ships to the islands were diverted to the northern pier.",
];

fn story(lines: &[&str]) -> Comparison {
    compare(&[account("a", None, STORY), account("b", None, lines)], &Options::default())
}

/// The retold story with one line put otherwise.
fn with(index: usize, line: &'static str) -> Comparison {
    let mut lines = RETOLD.to_vec();
    lines[index] = line;
    story(&lines)
}

fn has(comparison: &Comparison, kind: DifferenceKind, relation: DifferenceRelation) -> bool {
    comparison.differences.iter().any(|d| d.kind == kind && d.relation == relation)
}

#[test]
fn a_story_retold_in_other_words_has_no_conflict_and_stays_aligned() {
    let comparison = story(RETOLD);
    let conflicts: Vec<_> = comparison
        .differences
        .iter()
        .filter(|d| d.relation == DifferenceRelation::Conflict)
        .map(|d| &d.explanation)
        .collect();
    assert!(conflicts.is_empty(), "{conflicts:?}");
    let shared = comparison.claims.iter().filter(|claim| claim.outlets == 2).count();
    assert!(shared >= 6, "{shared} of 7 claims aligned");
}

#[test]
fn a_changed_number_is_a_conflict_of_figures() {
    let comparison = with(1, "Beside it, 41 barges in the basin were destroyed by the flames.");
    assert!(has(&comparison, DifferenceKind::Figure, DifferenceRelation::Conflict));
}

#[test]
fn a_number_within_the_bounds_of_another_is_none() {
    let comparison =
        with(1, "Beside it, more than a dozen barges in the basin were destroyed by the flames.");
    assert!(has(&comparison, DifferenceKind::Figure, DifferenceRelation::Compatible));
    assert!(!has(&comparison, DifferenceKind::Figure, DifferenceRelation::Conflict));
}

#[test]
fn a_changed_date_is_a_conflict_of_dates() {
    let comparison = with(
        0,
        "Fire brigade officials said the old grain mill at Harrow Quay burned to the ground on 5 March 2024.",
    );
    assert!(has(&comparison, DifferenceKind::Date, DifferenceRelation::Conflict));
}

#[test]
fn a_changed_name_is_a_spelling() {
    let comparison = with(
        2,
        "Harbour warden Marta Halvorson said: “We heard the roof go before we saw any smoke at all.”",
    );
    assert!(has(&comparison, DifferenceKind::Name, DifferenceRelation::Spelling));
}

#[test]
fn a_changed_speaker_is_a_conflict_of_attribution() {
    let comparison =
        with(2, "Fire chief Peter Lind said: “We heard the roof go before we saw any smoke at all.”");
    assert!(has(&comparison, DifferenceKind::Attribution, DifferenceRelation::Conflict));
}

#[test]
fn a_changed_word_inside_marks_is_an_altered_quotation() {
    let comparison = with(
        2,
        "Harbour warden Marta Halvorsen said: “We heard the roof fall before we saw any smoke at all.”",
    );
    assert!(comparison.quote_families.iter().any(|family| family.relation == FamilyRelation::Altered));
    assert!(has(&comparison, DifferenceKind::Quote, DifferenceRelation::Conflict));
    let comparison = with(
        2,
        "Harbour warden Marta Halvorsen said: “We heard the roof go before we saw any fumes at all.”",
    );
    assert!(has(&comparison, DifferenceKind::Quote, DifferenceRelation::Wording));
}

#[test]
fn a_changed_strength_is_found() {
    let comparison = with(3, "The brigade will pull down the chimney.");
    let strength = comparison.differences.iter().any(|d| d.kind == DifferenceKind::Strength);
    assert!(strength);
}

#[test]
fn an_account_against_its_copy_has_no_difference_and_one_origin() {
    let comparison = compare(&[account("a", None, STORY), account("b", None, STORY)], &Options::default());
    assert!(comparison.differences.is_empty(), "{:?}", comparison.differences);
    assert!(comparison.claims.iter().all(|claim| claim.outlets == 2));
    assert_eq!(comparison.origin_count, 1);
}

#[test]
fn a_copy_adds_no_claim_and_no_difference() {
    let two = story(RETOLD);
    let three = compare(
        &[account("a", None, STORY), account("b", None, RETOLD), account("c", None, RETOLD)],
        &Options::default(),
    );
    assert_eq!(two.claims.len(), three.claims.len());
    assert_eq!(two.differences.len(), three.differences.len());
    assert_eq!(two.origin_count, three.origin_count);
}

#[test]
fn what_is_drawn_again_from_the_same_differences_is_the_same() {
    let mut found = with(1, "Beside it, 41 barges in the basin were destroyed by the flames.");
    let told =
        |found: &Comparison| format!("{:?} {} {:?}", found.claims, found.origin_count, found.omissions);
    let right = told(&found);
    for claim in &mut found.claims {
        claim.cells.clear();
        claim.origins = 0;
    }
    found.omissions.iter_mut().for_each(Vec::clear);
    found.origin_count = 0;
    found.recount();
    assert_eq!(told(&found), right);
    // Without the difference nobody contradicts.
    found.differences.clear();
    found.recount();
    let stances = found.claims.iter().flat_map(|claim| &claim.cells).map(|cell| cell.stance);
    assert!(stances.into_iter().all(|stance| stance != Stance::Contradicts));
}

/// A comparison with the accounts named by id, so that two orders of the same accounts can be held together.
fn by_name(accounts: &[Account], comparison: &Comparison) -> Vec<String> {
    let place = |place: &Place| {
        let id = accounts.get(place.account).map_or("", |account| account.article.id.as_str());
        format!("{id}:{:?}", place.span)
    };
    let mut found: Vec<String> = Vec::new();
    for claim in &comparison.claims {
        let mut cells: Vec<String> = claim
            .cells
            .iter()
            .map(|cell| {
                let evidence: Vec<String> =
                    cell.evidence.iter().map(|&span| place(&Place::new(cell.account, span))).collect();
                format!("{}={} {evidence:?}", accounts[cell.account].article.id, cell.stance.name())
            })
            .collect();
        cells.sort();
        found.push(format!("claim {cells:?}"));
    }
    for difference in &comparison.differences {
        let mut sides: Vec<Vec<String>> =
            difference.sides.iter().map(|side| side.evidence.iter().map(place).collect()).collect();
        sides.iter_mut().for_each(|side| side.sort());
        sides.sort();
        found.push(format!("{} {sides:?}", difference.rule));
    }
    for family in &comparison.quote_families {
        let mut versions: Vec<String> = family.versions.iter().map(place).collect();
        versions.sort();
        found.push(format!("{} {versions:?}", family.relation.name()));
    }
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Accounts are sentences of the story in any choice and order.
    #[test]
    fn spans_stay_in_bounds_and_the_same_accounts_give_the_same(
        picks in prop::collection::vec(prop::collection::vec((0..7_usize, any::<bool>()), 0..7), 1..4),
    ) {
        let ids = ["a", "b", "c", "d"];
        let accounts: Vec<Account> = picks
            .iter()
            .zip(ids)
            .map(|(pick, id)| {
                let lines: Vec<&str> =
                    pick.iter().map(|&(line, told)| if told { RETOLD[line] } else { STORY[line] }).collect();
                account(id, None, &lines)
            })
            .collect();
        let comparison = compare(&accounts, &Options::default());
        let again = compare(&accounts, &Options::default());
        prop_assert_eq!(by_name(&accounts, &comparison), by_name(&accounts, &again));
        for claim in &comparison.claims {
            prop_assert_eq!(claim.cells.len(), accounts.len());
            prop_assert!(claim.outlets >= 1 && claim.origins >= 1 && claim.origins <= claim.outlets);
            for cell in &claim.cells {
                for span in &cell.evidence {
                    prop_assert!(span.get(&accounts[cell.account].article.text).is_some());
                }
            }
        }
        for place in comparison.differences.iter().flat_map(|d| &d.sides).flat_map(|side| &side.evidence) {
            prop_assert!(!place.words(&accounts).is_empty());
        }
    }

    /// Any text at all.
    #[test]
    fn no_text_makes_it_panic(texts in prop::collection::vec(any::<String>(), 0..4)) {
        let accounts: Vec<Account> = texts.iter().map(|text| account("x", None, &[text])).collect();
        let comparison = compare(&accounts, &Options::default());
        prop_assert_eq!(comparison.dates.len(), accounts.len());
    }
}

/// The facade sorts accounts by id before they are compared; what is found must not hang on that.
#[test]
fn the_order_of_accounts_changes_no_finding() {
    let make = |id| match id {
        "a" => account("a", None, STORY),
        "b" => account("b", None, RETOLD),
        _ => account("c", None, &STORY[2..]),
    };
    let first: Vec<Account> = ["a", "b", "c"].map(make).into();
    let second: Vec<Account> = ["c", "a", "b"].map(make).into();
    let options = Options::default();
    assert_eq!(by_name(&first, &compare(&first, &options)), by_name(&second, &compare(&second, &options)));
}
