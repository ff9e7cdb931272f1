use super::super::tests::account;
use super::*;
use crate::Cell;

const TOLD: [&str; 4] = [
    "A barge loaded with gravel sank in the lock of Ammerbach on Tuesday night.",
    "Divers found a crack two metres long below the waterline of the hull.",
    "Eleven ships are waiting on the canal, among them a tanker with rapeseed oil.",
    "The waterways office expects to lift the wreck within nine days.",
];
const OWN: [&str; 2] = [
    "Her grandmother kept the sluice when horses still pulled the boats, says Lotte Brandt.",
    "In the tavern behind the mill they sell a beer named after the flood of 1925.",
];

/// A claim that each of these accounts makes at a place.
fn claim(sayers: &[(usize, usize)]) -> Claim {
    let cell = |&(account, at): &(usize, usize)| Cell {
        account,
        stance: Stance::Says,
        evidence: vec![Span::new(at, at + 1)],
    };
    let cells: Vec<Cell> = sayers.iter().map(cell).collect();
    let outlets = cells.len();
    Claim { summary: String::new(), cells, outlets, origins: outlets, prominence: 0.0 }
}

#[test]
fn how_much_of_one_account_another_tells() {
    let accounts =
        [account("a", &TOLD), account("b", &[TOLD[2], TOLD[0], OWN[0], OWN[1]]), account("c", &OWN)];
    let telling = Telling::new(&accounts, &[]);
    let (whole, half) = (telling.likeness(0, 0), telling.likeness(0, 1));
    assert!((whole.contained - 1.0).abs() < 1e-9, "{whole:?}");
    assert_eq!((whole.sentences, whole.answered, half.sentences, half.answered), (4, 4, 4, 2));
    assert!(half.contained > 0.4 && half.contained < 0.8, "{half:?}");
    assert_eq!((telling.likeness(2, 1).answered, telling.likeness(2, 0).answered), (2, 0));
    assert!(telling.likeness(2, 0).contained < 0.2);
    assert_eq!(telling.likeness(9, 0), Likeness::default());
}

#[test]
fn which_sentence_answers_to_which() {
    let accounts = [account("a", &TOLD), account("b", &[OWN[0], TOLD[2], TOLD[0]])];
    let telling = Telling::new(&accounts, &[]);
    let places =
        |answers: &[Option<(usize, f64)>]| answers.iter().map(|a| a.map(|(at, _)| at)).collect::<Vec<_>>();
    let answers = telling.answers(0, 1);
    assert_eq!(places(&answers), [Some(2), None, Some(1), None]);
    assert!(answers.iter().flatten().all(|(_, share)| (share - 1.0).abs() < 1e-9), "{answers:?}");
    assert_eq!(places(&telling.answers(1, 0)), [None, Some(2), Some(0)]);
    // A claim that both make answers too, where words do not.
    let own = |account: usize, words: &str| accounts[account].article.text.find(words).expect("its words");
    let both = claim(&[(0, own(0, "crack")), (1, own(1, "grandmother"))]);
    let told = claim(&[(0, own(0, "barge")), (1, own(1, "grandmother"))]);
    let telling = Telling::new(&accounts, &[both, told]);
    assert_eq!(places(&telling.answers(0, 1)), [Some(2), Some(0), Some(1), None]);
    assert_eq!(telling.answers(0, 1)[1], Some((0, ANSWER_SHARE)));
}

#[test]
fn claims_in_common_and_their_order() {
    let accounts = [account("a", &TOLD), account("b", &TOLD), account("c", &TOLD)];
    let claims = [
        claim(&[(0, 0), (1, 90)]),
        claim(&[(0, 10), (1, 50)]),
        claim(&[(0, 20), (1, 10), (2, 5)]),
        claim(&[(0, 20)]),
        claim(&[(0, 30)]),
    ];
    let telling = Telling::new(&accounts, &claims);
    let found = telling.likeness(0, 1);
    // Two claims at one place count once.
    assert_eq!((found.claims, found.common, found.order), (4, 3, -1.0));
    assert_eq!((telling.likeness(1, 0).claims, telling.likeness(1, 0).common), (3, 3));
    assert_eq!((telling.likeness(0, 2).common, telling.likeness(0, 2).order), (1, 0.0));
}

#[test]
fn what_one_contradicts_it_does_not_say() {
    let mut told = claim(&[(0, 3), (1, 4)]);
    told.cells[1].stance = Stance::Contradicts;
    assert_eq!(spoken(3, &[told]), [vec![(0, 3)], vec![], vec![]]);
}

#[test]
fn kendalls_tau() {
    assert_eq!(order(&[]), 0.0);
    assert_eq!((order(&[1, 2, 3]), order(&[3, 2, 1])), (1.0, -1.0));
    // Two pairs of three stand as they should.
    assert!((order(&[1, 3, 2]) - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(order(&[2, 2, 2]), 0.0, "what is equal is left out");
    assert_eq!(order(&[1, 1, 2]), 1.0);
}

#[test]
fn of_the_claims_that_others_have_in_common() {
    let accounts = ["a", "b", "c", "d"].map(|id| account(id, &TOLD));
    // All four make three claims, three of them two others, and one is told by two alone.
    let by = |sayers: &[usize]| claim(&sayers.iter().map(|&account| (account, 0)).collect::<Vec<_>>());
    let all = [0, 1, 2, 3];
    let claims = [&all[..], &all, &all, &[0, 1, 2], &[0, 1, 2], &[1, 2], &[3]].map(by);
    let telling = Telling::new(&accounts, &claims);
    let found = telling.held_of_common(&[0, 1, 2, 3]);
    assert_eq!(found, [Some(5.0 / 6.0), Some(1.0), Some(1.0), Some(0.5)]);
    assert_eq!(Telling::new(&accounts, &claims[..4]).held_of_common(&[0, 1, 2, 3]), [None; 4]);
}

#[test]
fn what_two_others_tell_and_how_much_of_it_an_account_tells() {
    let accounts =
        [account("a", &TOLD), account("b", &TOLD[..3]), account("c", &TOLD[1..]), account("d", &OWN)];
    let telling = Telling::new(&accounts, &[]);
    let found = telling.shared_by_others(&[0, 1, 2, 3]);
    let weights: Vec<f64> = telling.sentences(0).map(|(_, weight)| weight).collect();
    let sum = |sentences: &[usize]| sentences.iter().map(|&at| weights[at]).sum::<f64>();
    let near = |found: (f64, f64), all: f64, held: f64| {
        (found.0 - all).abs() < 1e-9 && (found.1 - held).abs() < 1e-9
    };
    // For `a`: `b` and `c` share the middle, which each of the two tells.
    assert!(near(found[0], 2.0 * sum(&[1, 2]), 2.0 * sum(&[1, 2])), "{found:?} {weights:?}");
    // For `b`: `a` and `c` share all but the first.
    assert!(near(found[1], 2.0 * sum(&[1, 2, 3]), 2.0 * sum(&[1, 2])), "{found:?}");
    // For `d`: every sentence of the others, none of which it tells.
    assert!(near(found[3], 2.0 * sum(&[0, 3]) + 3.0 * sum(&[1, 2]), 0.0), "{found:?}");
}
