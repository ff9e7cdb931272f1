//! Cells after the differences are known: who contradicts, and who says that it is not known.

use super::{Claim, Stance};
use crate::{Difference, DifferenceKind, DifferenceRelation, Place, Side};

/// Marks, in the claim of each difference, the accounts that do not say what most say.
///
/// In a conflict the side with more accounts keeps the claim, the first one where they are even; the others
/// *contradict*. Where a thing is not disclosed, those who say so get *unknown*.
pub(crate) fn take_sides(claims: &mut [Claim], differences: &[Difference]) {
    for difference in differences {
        let Some(claim) = difference.claim.and_then(|index| claims.get_mut(index)) else { continue };
        match difference.relation {
            DifferenceRelation::Conflict if is_of_fact(difference.kind) => {
                let accounts = |side: &Side| {
                    let mut accounts: Vec<usize> = side.evidence.iter().map(|place| place.account).collect();
                    accounts.dedup();
                    accounts.len()
                };
                let Some(most) = difference.sides.iter().map(accounts).max() else { continue };
                let Some(kept) = difference.sides.iter().position(|side| accounts(side) == most) else {
                    continue;
                };
                let losing = difference.sides.iter().enumerate().filter(|(index, _)| *index != kept);
                let turning: Vec<Place> = losing
                    .flat_map(|(_, side)| side.evidence.iter().map(move |&place| (side, place)))
                    .filter(|&(side, place)| turns(claim, difference.kind, side, place))
                    .map(|(_, place)| place)
                    .collect();
                for place in turning {
                    mark(claim, place, Stance::Contradicts);
                }
            }
            DifferenceRelation::NotDisclosed => {
                for place in difference.sides.iter().take(1).flat_map(|side| &side.evidence) {
                    mark(claim, *place, Stance::Unknown);
                }
            }
            _ => {}
        }
    }
    for claim in claims {
        claim.outlets = claim.sayers().count();
        claim.origins = claim.outlets;
    }
}

/// Whether an account that gives another value contradicts the claim as a whole: the value is much of what it says
/// there. A long sentence that agrees in all but one figure still states the claim; the difference stands in the ledger.
fn turns(claim: &Claim, kind: DifferenceKind, side: &Side, place: Place) -> bool {
    let cell = claim.cells.get(place.account).filter(|cell| cell.stance == Stance::Says);
    let said: usize = cell.map_or(0, |cell| cell.evidence.iter().map(|span| span.len()).sum());
    kind == DifferenceKind::Claim || side.value.len() as f64 >= LEAST_VALUE * said as f64
}

/// Share of an account's words for a claim, by length, that a differing value must be for the claim to turn on it.
const LEAST_VALUE: f64 = 0.3;

/// Whether the sides of a conflict of this kind state different things. Where firmness or a speaker differs, all
/// state the claim.
const fn is_of_fact(kind: DifferenceKind) -> bool {
    matches!(
        kind,
        DifferenceKind::Figure | DifferenceKind::Date | DifferenceKind::Place | DifferenceKind::Claim
    )
}

fn mark(claim: &mut Claim, place: Place, stance: Stance) {
    let alone = claim.sayers().count() == 1;
    let Some(cell) = claim.cells.get_mut(place.account) else { return };
    match cell.stance {
        // The last account to say a claim cannot stop saying it.
        Stance::Says if alone => {}
        Stance::Says => cell.stance = stance,
        Stance::Silent => {
            cell.stance = stance;
            cell.evidence.push(place.span);
        }
        Stance::Unknown | Stance::Contradicts => {
            if !cell.evidence.contains(&place.span) {
                cell.evidence.push(place.span);
                cell.evidence.sort_unstable();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cell;
    use corroborate_text::Span;

    /// A claim that each account but the last says in ten bytes.
    fn claim() -> Claim {
        let cell = |account: usize| {
            let says = account < 3;
            let stance = if says { Stance::Says } else { Stance::Silent };
            Cell { account, stance, evidence: if says { vec![Span::new(20, 30)] } else { Vec::new() } }
        };
        Claim {
            summary: String::new(),
            cells: (0..4).map(cell).collect(),
            outlets: 3,
            origins: 3,
            prominence: 0.5,
        }
    }

    fn side(value: &str, accounts: &[usize]) -> Side {
        let place = |&account: &usize| Place::new(account, Span::new(22, 26));
        Side { value: value.to_owned(), evidence: accounts.iter().map(place).collect() }
    }

    fn difference(kind: DifferenceKind, relation: DifferenceRelation, sides: Vec<Side>) -> Difference {
        Difference {
            kind,
            relation,
            rule: "",
            claim: Some(0),
            sides,
            subject: String::new(),
            explanation: String::new(),
        }
    }

    fn after(kind: DifferenceKind, relation: DifferenceRelation, sides: Vec<Side>) -> Claim {
        let mut claims = [claim()];
        take_sides(&mut claims, &[difference(kind, relation, sides)]);
        let [claim] = claims;
        claim
    }

    fn stances(claim: &Claim) -> Vec<Stance> {
        claim.cells.iter().map(|cell| cell.stance).collect()
    }

    #[test]
    fn the_side_with_more_accounts_keeps_the_claim() {
        use Stance::{Contradicts, Says, Silent};
        let conflict = |sides| after(DifferenceKind::Figure, DifferenceRelation::Conflict, sides);
        let found = conflict(vec![side("41 barges", &[1]), side("14 barges", &[0, 2])]);
        assert_eq!(stances(&found), [Says, Contradicts, Says, Silent]);
        assert_eq!((found.outlets, found.origins), (2, 2));
        // The first where they are even, and an account named twice counts once.
        let found = conflict(vec![side("41 barges", &[1]), side("14 barges", &[0, 0])]);
        assert_eq!(stances(&found), [Contradicts, Says, Says, Silent]);
        // Who did not say it before now contradicts it.
        let found = conflict(vec![side("14 barges", &[0, 1]), side("41 barges", &[3])]);
        assert_eq!(stances(&found), [Says, Says, Says, Contradicts]);
        assert_eq!(found.cells[3].evidence, [Span::new(22, 26)]);
    }

    #[test]
    fn a_value_that_is_little_of_what_is_said_does_not_turn_it() {
        let conflict = |kind, value| {
            let found =
                after(kind, DifferenceRelation::Conflict, vec![side("4", &[0, 2]), side(value, &[1])]);
            found.cells[1].stance
        };
        assert_eq!(conflict(DifferenceKind::Figure, "41"), Stance::Says);
        assert_eq!(conflict(DifferenceKind::Figure, "410"), Stance::Contradicts);
        assert_eq!(conflict(DifferenceKind::Claim, "41"), Stance::Contradicts);
        // Who said it, or how firmly, is no other fact.
        assert_eq!(conflict(DifferenceKind::Attribution, "the mayor"), Stance::Says);
        assert_eq!(conflict(DifferenceKind::Strength, "will be closed"), Stance::Says);
    }

    #[test]
    fn who_says_that_it_is_not_known() {
        use Stance::{Says, Silent, Unknown};
        let sides = || vec![side("not known", &[1]), side("a heater", &[0])];
        let found = after(DifferenceKind::Claim, DifferenceRelation::NotDisclosed, sides());
        assert_eq!(stances(&found), [Says, Unknown, Says, Silent]);
        assert_eq!(found.outlets, 2);
        let found = after(DifferenceKind::Claim, DifferenceRelation::Compatible, sides());
        assert_eq!(stances(&found), [Says, Says, Says, Silent]);
    }

    #[test]
    fn the_last_account_to_say_a_claim_goes_on_saying_it() {
        let conflict = |value, sides: [usize; 2]| {
            let sides = vec![side(value, &sides[..1]), side(value, &sides[1..])];
            difference(DifferenceKind::Claim, DifferenceRelation::Conflict, sides)
        };
        let mut claims = [claim()];
        take_sides(&mut claims, &[conflict("a", [0, 1]), conflict("b", [0, 2]), conflict("c", [3, 0])]);
        assert_eq!(claims[0].sayers().collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn words_that_contradict_are_kept_once_and_in_order() {
        let mut found = claim();
        for span in [Span::new(40, 44), Span::new(5, 9), Span::new(40, 44)] {
            mark(&mut found, Place::new(3, span), Stance::Contradicts);
        }
        assert_eq!(found.cells[3].evidence, [Span::new(5, 9), Span::new(40, 44)]);
    }
}
