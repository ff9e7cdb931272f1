use super::super::credit::Credit;
use super::super::likeness::Likeness;
use super::super::tests;
use super::*;
use corroborate_temporal::Civil;
use corroborate_text::Span;

/// Three accounts of which nothing is known.
struct Known {
    accounts: Vec<Account>,
    pairs: Vec<Pair>,
    credits: Vec<Credits>,
    held: Vec<Option<f64>>,
}

impl Known {
    fn nothing() -> Self {
        Self {
            accounts: ["a", "b", "c"].map(|id| tests::account(id, &[])).into(),
            pairs: [(0, 1), (0, 2), (1, 2)].map(|(a, b)| tests::pair(a, b, 3.0)).into(),
            credits: vec![Credits::default(); 3],
            held: vec![None; 3],
        }
    }

    fn of<T>(&self, group: &[usize], read: impl FnOnce(&Case) -> T) -> T {
        let held = group.iter().map(|&account| self.held[account]).collect();
        let (accounts, pairs, credits) = (&self.accounts, &self.pairs, &self.credits);
        read(&Case { accounts, group, pairs, credits, held })
    }

    fn score(&self, source: usize) -> f64 {
        self.of(&[0, 1, 2], |case| case.score(source))
    }

    fn published(&mut self, account: usize, hour: u32, offset: Option<i32>, precision: Precision) {
        self.accounts[account].article.metadata.published = Some(Publication {
            moment: Civil::new(2023, 5, 9, hour, 0, 0).expect("a moment"),
            precision,
            offset,
            evidence: Span::empty(0),
            from: String::new(),
        });
    }

    fn credit(&mut self, by: usize, to: usize, whole: bool) {
        self.credits[to].own.insert("xna".to_owned());
        let credit = Credit { evidence: Span::empty(0), whole, cued: false };
        self.credits[by].credited.insert("xna".to_owned(), credit);
    }
}

#[test]
fn nothing_speaks_for_any() {
    let known = Known::nothing();
    assert!([0, 1, 2].iter().all(|&source| known.score(source) == 0.0));
    assert!(known.of(&[0, 1, 2], |case| case.reasons(1)).is_empty());
    let direction = |group: &[usize]| {
        source(&known.accounts, group, &known.pairs, &known.credits, &Telling::new(&known.accounts, &[]))
    };
    assert_eq!(direction(&[0, 1, 2]).source, None);
    assert!(direction(&[0, 1, 2]).reasons[0].starts_with("direction: undecidable, nothing singles"));
    assert_eq!(direction(&[]), Direction { source: None, reasons: Vec::new() });
}

#[test]
fn whom_another_credits_is_the_source() {
    let mut known = Known::nothing();
    known.credit(2, 1, false);
    assert!(known.score(1) > known.score(0) && known.score(0) > known.score(2));
    let (fact, against) = (known.score(1), known.score(2));
    known.credit(2, 1, true);
    assert!(known.score(1) > fact, "a credit for the whole text says more than one for a fact");
    assert!((known.score(2) - against).abs() < 1e-12);
    let reasons = known.of(&[0, 1, 2], |case| case.reasons(1));
    assert_eq!(reasons, ["direction: c credits b"]);
    assert!(known.of(&[0, 1, 2], |case| case.lacks(1)).is_none(), "it need not hold anything");
    assert!(known.of(&[0, 1, 2], |case| case.lacks(0)).is_some());
}

#[test]
fn an_agency_is_rather_the_source_and_what_came_over_a_wire_is_not() {
    let mut known = Known::nothing();
    known.credits[1].wire = true;
    assert!(known.score(1) > 1.0 && known.score(0) < 0.0);
    assert_eq!(known.of(&[0, 1, 2], |case| case.reasons(1)), ["direction: b is an agency's copy"]);
    known.credits[0].wire = true;
    let both = known.of(&[0, 1], |case| (case.score(0), case.score(1)));
    assert_eq!(both, (0.0, 0.0), "of two agencies neither");
    let mut known = Known::nothing();
    known.credits[1].syndicated = Some(Span::empty(0));
    assert!(known.score(1) < -1.0 && known.score(0) > 0.0);
}

#[test]
fn who_was_first_where_clocks_can_be_told_apart() {
    let mut known = Known::nothing();
    let between = |known: &Known, one, other| known.of(&[0, 1, 2], |case| case.minutes_between(one, other));
    assert_eq!(between(&known, 0, 1), None);
    known.published(0, 12, Some(60), Precision::Minute);
    known.published(1, 12, Some(0), Precision::Second);
    known.published(2, 13, Some(120), Precision::Minute);
    assert_eq!((between(&known, 0, 1), between(&known, 1, 0)), (Some(60), Some(-60)));
    assert_eq!(between(&known, 0, 2), None, "the same moment");
    assert!(known.score(0) > 0.0 && known.score(1) < 0.0, "{} {}", known.score(0), known.score(1));
    let reasons = known.of(&[0, 1, 2], |case| case.reasons(0));
    assert_eq!(reasons, ["direction: a was published before b"]);
    // A bare day, or a clock of no known zone, may be a day off.
    known.published(1, 23, None, Precision::Minute);
    known.published(2, 23, Some(0), Precision::Day);
    assert_eq!((between(&known, 0, 1), between(&known, 0, 2)), (None, None));
    known.accounts[1].article.metadata.published.as_mut().expect("just set").moment =
        Civil::new(2023, 5, 11, 23, 0, 0).expect("a moment");
    assert_eq!(between(&known, 0, 1), Some(60 * (48 + 11 + 1)));
}

#[test]
fn the_one_that_derives_leaves_out() {
    let mut known = Known::nothing();
    let contained = |contained| Likeness { contained, ..Likeness::default() };
    known.pairs[0].likeness = [contained(0.9), contained(0.6)];
    let asymmetry = |known: &Known, from, source| known.of(&[0, 1, 2], |case| case.asymmetry(from, source));
    assert!((asymmetry(&known, 0, 1) - 0.9).abs() < 1e-9);
    assert!((asymmetry(&known, 1, 0) + 0.9).abs() < 1e-9);
    let reasons = known.of(&[0, 1, 2], |case| case.reasons(1));
    assert_eq!(reasons, ["direction: more of a is in b than the other way round"]);
    assert!(known.of(&[0, 1, 2], |case| case.reasons(0)).is_empty());
    // The same by claims: `a` makes few, nearly all of which `b` makes too.
    let made = |claims, common| Likeness { claims, common, ..Likeness::default() };
    known.pairs[0].likeness = [made(6, 6), made(16, 6)];
    assert!((asymmetry(&known, 0, 1) - 1.5 * (6.8 / 10.0 - 6.8 / 20.0)).abs() < 1e-9);
    // And who gives more of what is quoted.
    let mut known = Known::nothing();
    known.pairs[0].fuller = [0, 1];
    assert!((asymmetry(&known, 0, 1) - 0.4).abs() < 1e-9 && (asymmetry(&known, 1, 0) + 0.4).abs() < 1e-9);
    known.pairs[0].fuller = [9, 0];
    assert!((asymmetry(&known, 0, 1) + 0.8).abs() < 1e-9);
}

#[test]
fn the_source_holds_what_others_have_in_common() {
    let mut known = Known::nothing();
    known.held = vec![Some(0.95), Some(0.85), Some(0.8)];
    let hub = |known: &Known, source| known.of(&[0, 1, 2], |case| case.hub(source));
    assert!((hub(&known, 0) - 0.4).abs() < 1e-9 && (hub(&known, 1) + 0.4).abs() < 1e-9);
    let lacks = |known: &Known, source| known.of(&[0, 1, 2], |case| case.lacks(source));
    assert!(lacks(&known, 0).is_none());
    let why = lacks(&known, 1).unwrap_or_default();
    assert!(why.starts_with("b tells about 85 % of what others"), "{why}");
    // Of an agency's copy less is asked.
    known.credits[1].wire = true;
    known.credits[2].wire = true;
    assert!(lacks(&known, 1).is_none() && lacks(&known, 2).is_some());
    known.held = vec![Some(1.0), Some(0.2), None];
    assert_eq!((hub(&known, 0), hub(&known, 1), hub(&known, 2)), (0.8, -0.8, 0.0));
}

#[test]
fn of_two_the_source_tells_most_of_what_the_other_tells() {
    let mut known = Known::nothing();
    let contained = |contained| Likeness { contained, ..Likeness::default() };
    known.pairs[0].likeness = [contained(0.85), contained(0.7)];
    let lacks = |known: &Known, source| known.of(&[0, 1], |case| case.lacks(source));
    assert!(lacks(&known, 1).is_none());
    let why = lacks(&known, 0).unwrap_or_default();
    assert!(why.starts_with("a tells only 70 % of what b does"), "{why}");
    known.credits[0].wire = true;
    assert!(lacks(&known, 0).is_none(), "an agency's copy may have been cut");
}
