//! The order of claims, and what an account leaves out.

use super::{Claim, Stance};

/// Share of the other accounts that must say a claim for its absence to be an omission.
const MOST: f64 = 0.6;

/// The claims' indices, those that most accounts make first, then the more prominent, then in story order.
pub(crate) fn rank(claims: &[Claim]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    let key = |index: usize| claims.get(index).map_or((0, 0.0), |claim| (claim.outlets, claim.prominence));
    order.sort_by(|&a, &b| {
        let ((outlets, prominence), (others, other)) = (key(a), key(b));
        others.cmp(&outlets).then(other.total_cmp(&prominence)).then(a.cmp(&b))
    });
    order
}

/// For each account, the claims that most of the others make and it is silent about.
pub(crate) fn omissions(claims: &[Claim], accounts: usize) -> Vec<Vec<usize>> {
    let most = (MOST * accounts.saturating_sub(1) as f64).ceil().max(2.0);
    let left_out = |account: usize| {
        let silent =
            |claim: &Claim| claim.cells.get(account).is_some_and(|cell| cell.stance == Stance::Silent);
        let claims = claims.iter().enumerate();
        claims
            .filter(|(_, claim)| claim.outlets as f64 >= most && silent(claim))
            .map(|(index, _)| index)
            .collect()
    };
    (0..accounts).map(left_out).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cell;

    fn claim(stances: &[Stance], prominence: f64) -> Claim {
        let cell = |(account, &stance)| Cell { account, stance, evidence: Vec::new() };
        let outlets = stances.iter().filter(|stance| **stance == Stance::Says).count();
        let cells = stances.iter().enumerate().map(cell).collect();
        Claim { summary: String::new(), cells, outlets, origins: outlets, prominence }
    }

    #[test]
    fn the_widest_claims_come_first_then_the_most_prominent() {
        use Stance::{Says, Silent};
        let claims = [
            claim(&[Says, Silent, Silent], 0.9),
            claim(&[Says, Says, Silent], 0.2),
            claim(&[Silent, Says, Says], 0.7),
            claim(&[Silent, Silent, Says], 0.9),
        ];
        assert_eq!(rank(&claims), [2, 1, 0, 3]);
    }

    #[test]
    fn what_most_others_say_is_left_out_by_those_who_are_silent() {
        use Stance::{Contradicts, Says, Silent, Unknown};
        let claims = [
            claim(&[Says, Says, Says, Silent, Silent, Silent], 0.0),
            claim(&[Says, Says, Silent, Silent, Silent, Silent], 0.0),
            claim(&[Says, Says, Says, Says, Unknown, Contradicts], 0.0),
        ];
        // Three of five others are three fifths.
        assert_eq!(omissions(&claims, 6), [vec![], vec![], vec![], vec![0], vec![0], vec![0]]);
        // One other account is not most.
        assert_eq!(omissions(&[claim(&[Says, Silent], 0.0)], 2), [Vec::<usize>::new(), vec![]]);
        assert_eq!(omissions(&[claim(&[Says, Says, Silent], 0.0)], 3), [vec![], vec![], vec![0]]);
    }
}
