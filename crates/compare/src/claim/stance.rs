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
