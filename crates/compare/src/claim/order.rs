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
