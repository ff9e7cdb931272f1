//! Invented stories: who shares an origin with whom.

use super::*;
use crate::{Options, compare};
use corroborate_article::{Article, Block, Role};
use corroborate_text::Span;

/// A pair of accounts of which only the odds are known.
pub(super) fn pair(a: usize, b: usize, odds: f64) -> Pair {
    let likeness = [likeness::Likeness::default(); 2];
    Pair { a, b, odds, signals: Vec::new(), likeness, fuller: [0, 0], stated: false }
}

pub(super) fn account(id: &str, paragraphs: &[&str]) -> Account {
    let mut article = Article { id: id.to_owned(), ..Article::default() };
    for &words in paragraphs {
        let start = article.text.len();
        article.text.push_str(words);
        let content = Span::new(start, article.text.len());
        article.text.push_str("\n\n");
        let role = if words.starts_with("Credit:") { Role::Credit } else { Role::Paragraph };
        article.blocks.push(Block { role, span: content, content });
        let blank = Span::new(content.end(), article.text.len());
        article.blocks.push(Block { role: Role::Blank, span: blank, content: blank });
    }
    Account::new(article)
}

const WIRE: [&str; 6] = [
    "HOLM, May 4 (XNA) - A crane toppled onto a row of market stalls in the port of Holm on Saturday, injuring eleven people, the fire service said.",
    "The crane had been lifting a concrete beam for a new ferry terminal when one of its legs gave way at 10:20 a.m.",
    "Four of the injured were flown to a clinic in the capital, and one of them was in a critical condition.",
    "\"It sounded like a train coming through the roof,\" said Anders Moe, who sells fish in the market.",
    "The contractor, Bergland Works, said the crane had passed an inspection in March.",
    "The labour inspectorate stopped all work on the site and seized the maintenance log.",
];

const REWRITE: [&str; 5] = [
    "Eleven people were hurt when a crane crashed down on market stalls in the harbour town of Holm on Saturday, according to the fire service.",
    "One of the legs of the crane gave way at 10.20 am as it was lifting a concrete beam for a ferry terminal under construction.",
    "Four were taken by helicopter to a clinic in the capital, one of them in critical condition.",
    "The contractor Bergland Works says that the crane passed an inspection as recently as March.",
    "All work on the site was stopped by the labour inspectorate, which has seized the maintenance log.",
];

const OWN: [&str; 6] = [
    "Two days after the accident the smell of diesel still hangs over the quay at Holm, where the stalls of the Saturday market used to stand.",
    "Ingrid Vass had just put out her tulips. She heard a crack, she says, and then somebody pulled her under the awning of the bakery.",
    "Her brother-in-law drives one of the lorries that bring gravel to the terminal. He had complained about the ground, which the spring rain had softened, and so had others.",
    "The mayor, Solveig Dahl, wants to know why the market was not moved while building went on.",
    "An engineer whom the town hired wrote in February that the quay could bear nine tonnes a square metre, but the sheet was never passed on.",
    "Nobody has died. The woman who was worst hurt can breathe by herself again, the hospital said this morning.",
];

fn count<const N: usize>(origins: &[Origin], accounts: [usize; N]) -> usize {
    Independent::new(origins).among(accounts)
}

fn origins(accounts: &[Account]) -> Vec<Origin> {
    compare(accounts, &Options::default()).origins
}

#[test]
fn a_rewrite_and_its_wire_share_an_origin_and_a_reporter_on_the_spot_does_not() {
    let accounts = [account("a", &WIRE), account("b", &REWRITE), account("c", &OWN)];
    let found = origins(&accounts);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].accounts, [0, 1]);
    assert_eq!((found[0].relation, found[0].from), (OriginRelation::Derives, Some(0)));
    assert!(found[0].confidence > 0.5 && !found[0].signals.is_empty());
    assert_eq!(count(&found, [0, 1, 2]), 2);
    assert_eq!(count(&found, [0, 1]), 1);
    assert_eq!(count(&found, [2]), 1);
    assert_eq!(count(&found, []), 0);
}

#[test]
fn without_a_sign_of_who_was_first_the_origin_is_common() {
    let lead = [
        "A crane toppled onto a row of market stalls in the port of Holm on Saturday, injuring eleven people, the fire service said.",
    ];
    let wire: Vec<&str> = lead.iter().chain(WIRE.iter().skip(1)).copied().take(5).collect();
    let found = origins(&[account("a", &wire), account("b", &REWRITE)]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].relation, found[0].from), (OriginRelation::Common, None));
}

#[test]
fn a_credit_tells_who_derives() {
    let mut paper = REWRITE.to_vec();
    paper.push("Credit: Additional reporting: XNA");
    let found = origins(&[account("a", &paper), account("b", &WIRE)]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].from, Some(1));
    assert!(found[0].signals.iter().any(|signal| signal.starts_with("credit")), "{:?}", found[0].signals);
}

/// What happened in nine sentences, of which accounts tell some.
const FACTS: [&str; 9] = [
    "A freight train with eleven wagons of fertiliser left the rails at the level crossing of Tornby shortly before dawn.",
    "The driver, who had been at work since the previous evening, was treated for a broken collarbone.",
    "Two wagons rolled down the embankment and came to rest against the wall of a dairy.",
    "Firefighters pumped spilled diesel from a ditch that leads to the trout farm of Vester Aa.",
    "The rail authority had put off the renewal of the sleepers three times for want of money.",
    "A commuter with a season ticket counted nineteen cancelled departures on the board at noon.",
    "Cranes for the recovery must be brought from Hamburg, since the nearest one is under repair.",
    "The dairy sent its forty workers home and poured away a night's delivery of milk.",
    "An inquiry will look at the data recorder, the signal box and the wheels of the fourth wagon.",
];

fn telling(id: &str, left_out: &[usize]) -> Account {
    let told = FACTS.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
    account(id, &told.map(|(_, fact)| *fact).collect::<Vec<_>>())
}

#[test]
fn the_account_that_holds_what_the_others_share_is_their_source() {
    let accounts =
        [telling("a", &[]), telling("b", &[1, 5]), telling("c", &[2, 6, 8]), telling("d", &[3, 4, 7])];
    let found = origins(&accounts);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].accounts.as_slice(), found[0].from), (&[0, 1, 2, 3][..], Some(0)));
}

#[test]
fn a_source_that_is_not_there_is_not_named_after_one_of_its_copies() {
    // The first tells most, and lacks two things that the others have from somewhere.
    let accounts = [telling("b", &[1, 5]), telling("c", &[2, 3, 6, 8]), telling("d", &[3, 4, 7, 8])];
    let found = origins(&accounts);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].relation, found[0].from), (OriginRelation::Common, None));
    let why = found[0].signals.iter().find(|signal| signal.starts_with("direction: undecidable"));
    assert!(why.is_some(), "{:?}", found[0].signals);
}

#[test]
fn in_a_large_story_an_account_is_held_against_those_it_has_most_in_common_with() {
    let evidence = (1..60).map(|other| ((0, other), other)).collect();
    let pairs = strongest(60, evidence);
    // Each of the others has none but the first account.
    assert_eq!(pairs.len(), 59);
    let all = (0..60).flat_map(|a| (a + 1..60).map(move |b| ((a, b), if a == 7 || b == 7 { 9 } else { 1 })));
    let pairs = strongest(60, all.collect());
    assert!(pairs.is_sorted() && pairs.len() <= 60 * PARTNERS, "{}", pairs.len());
    assert!((0..60).filter(|&other| other != 7).all(|other| pairs.contains(&(other.min(7), other.max(7)))));
}

#[test]
fn accounts_without_text_share_nothing() {
    assert!(origins(&[]).is_empty());
    assert!(origins(&[account("a", &[]), account("b", &[])]).is_empty());
}

#[test]
fn many_accounts_are_not_held_against_each_other_one_by_one() {
    let mut accounts: Vec<Account> = (0..60)
        .map(|n| {
            account(
                &format!("n{n}"),
                &[&format!("Report number {n} tells of river {n} and of nothing else.")],
            )
        })
        .collect();
    accounts[7] = account("a", &WIRE);
    accounts[41] = account("b", &REWRITE);
    let found = origins(&accounts);
    assert!(found.iter().any(|origin| origin.accounts.contains(&7) && origin.accounts.contains(&41)));
}

#[test]
fn the_order_of_the_accounts_does_not_matter() {
    let stories = [account("a", &WIRE), account("b", &REWRITE), account("c", &OWN)];
    let told = |order: [usize; 3]| {
        let accounts: Vec<Account> = order.iter().map(|&at| stories[at].clone()).collect();
        let name = |at: usize| accounts[at].article.id.clone();
        let found = origins(&accounts);
        let named = found.iter().map(|origin| {
            let mut members: Vec<String> = origin.accounts.iter().map(|&at| name(at)).collect();
            members.sort();
            (members, origin.from.map(name), (origin.confidence * 1e9).round())
        });
        named.collect::<Vec<_>>()
    };
    let first = told([0, 1, 2]);
    assert_eq!(told([2, 1, 0]), first);
    assert_eq!(told([1, 2, 0]), first);
}
