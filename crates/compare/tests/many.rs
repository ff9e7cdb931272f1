//! Stories of many accounts, most of which print the same sentences.

use corroborate_compare::{Account, Comparison, DifferenceKind, Options, Stance, compare};

const TOLD: &str = "A gas tank exploded in the brewery of Lindau on Monday, injuring 14 workers, the fire service said.\n\n\
    The blast broke windows in the school across the street.\n\n\
    The brewery has made beer in the old town since 1848.";
const OTHERWISE: &str = "A gas tank in the brewery of Lindau exploded on Monday and injured 19 workers, according to the fire service.\n\n\
    The blast broke windows in the school across the street.";

fn story(copies: usize) -> Comparison {
    let text = |at: usize| if at == copies { OTHERWISE } else { TOLD };
    let accounts: Vec<Account> = (0..=copies)
        .map(|at| {
            let mut article = corroborate_parse::parse(format!("Blast in Lindau\n\n{}\n", text(at)));
            article.id = format!("{at:03}");
            Account::new(article)
        })
        .collect();
    let comparison = compare(&accounts, &Options::default());
    for difference in &comparison.differences {
        for place in difference.sides.iter().flat_map(|side| &side.evidence) {
            assert!(!place.words(&accounts).is_empty());
        }
    }
    comparison
}

/// How many of the copies speak of each claim, and are on each side of each difference, in order: 0 for none of them, 1
/// for some, 2 for all.
fn shape(copies: usize) -> (Vec<usize>, Vec<(DifferenceKind, Vec<usize>)>) {
    let comparison = story(copies);
    let level = |accounts: Vec<usize>| match accounts.iter().filter(|&&account| account < copies).count() {
        0 => 0,
        count if count == copies => 2,
        _ => 1,
    };
    let mut claims: Vec<usize> = comparison
        .claims
        .iter()
        .map(|claim| {
            let speaking = claim.cells.iter().filter(|cell| cell.stance != Stance::Silent);
            level(speaking.map(|cell| cell.account).collect())
        })
        .collect();
    claims.sort_unstable();
    let differences = comparison.differences.iter().map(|difference| {
        let sides = difference.sides.iter();
        let levels = sides.map(|side| level(side.evidence.iter().map(|place| place.account).collect()));
        (difference.kind, levels.collect())
    });
    (claims, differences.collect())
}

#[test]
fn copies_say_what_the_first_of_them_says() {
    // Few accounts are read sentence by sentence, many with each printed sentence once.
    let (claims, differences) = shape(40);
    assert_eq!((&claims, &differences), (&shape(6).0, &shape(6).1));
    assert!(claims.contains(&2) && !claims.contains(&1), "{claims:?}");
    assert!(differences.iter().any(|(kind, _)| *kind == DifferenceKind::Figure), "{differences:?}");
    assert!(differences.iter().all(|(_, sides)| !sides.contains(&1)), "{differences:?}");
    let when = story(40).timeline;
    assert_eq!(when.iter().map(|entry| entry.evidence.len()).collect::<Vec<_>>(), [40]);
}

#[test]
fn passages_of_many_copies_are_listed_with_the_first() {
    let copies = 40;
    let comparison = story(copies);
    let with_first = comparison.reuse.iter().filter(|reuse| reuse.a.account == 0).count();
    assert!(with_first >= copies - 1, "{with_first}");
    assert!(comparison.reuse.len() < 3 * copies, "{}", comparison.reuse.len());
    assert!(comparison.diagnostics.iter().any(|remark| remark.message.contains("are not listed")));
    assert!(story(6).diagnostics.is_empty());
}
