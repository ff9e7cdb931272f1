//! From a place where two texts agree to the passage around it.

/// How far a passage reaches from where it began, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Words that agree.
    pub(crate) agreeing: usize,
}

/// Words that must agree after a gap: one word alone agrees by chance too often.
const RESUME: usize = 2;

/// How far the score may fall below its best before the walk ends. The score counts a word that agrees as 1
/// and a gap as minus its longer side; this is the X-drop rule of sequence alignment (Zhang et al. 2000).
const DROP: isize = 6;

/// Walks on from two places while the words agree, over gaps of up to `max_gap` words on either side.
pub(crate) fn forward(a: &[u64], b: &[u64], max_gap: usize) -> Reach {
    walk(|k| a.get(k).copied(), |k| b.get(k).copied(), max_gap)
}

/// The same towards the beginning: the words before both places.
pub(crate) fn backward(a: &[u64], b: &[u64], max_gap: usize) -> Reach {
    let before =
        |words: &[u64], k: usize| words.len().checked_sub(k + 1).and_then(|at| words.get(at).copied());
    walk(|k| before(a, k), |k| before(b, k), max_gap)
}

fn walk(a: impl Fn(usize) -> Option<u64>, b: impl Fn(usize) -> Option<u64>, max_gap: usize) -> Reach {
    let same = |i: usize, j: usize| a(i).is_some_and(|word| Some(word) == b(j));
    let mut at = Reach::default();
    let mut best = at;
    let (mut score, mut top) = (0_isize, 0_isize);
    loop {
        while same(at.a, at.b) {
            at = Reach { a: at.a + 1, b: at.b + 1, agreeing: at.agreeing + 1 };
            score += 1;
        }
        if score > top {
            (best, top) = (at, score);
        }
        let Some((i, j)) = gap(&same, at, max_gap) else { break };
        score -= isize::try_from(i.max(j)).unwrap_or(isize::MAX);
        if score + DROP < top {
            break;
        }
        at = Reach { a: at.a + i, b: at.b + j, agreeing: at.agreeing };
    }
    best
}

/// The smallest gap behind which the texts agree again; of two alike, the more even one.
fn gap(same: &impl Fn(usize, usize) -> bool, at: Reach, max_gap: usize) -> Option<(usize, usize)> {
    (1..=max_gap)
        .flat_map(|long| {
            let even = std::iter::once((long, long));
            even.chain((0..long).rev().flat_map(move |short| [(long, short), (short, long)]))
        })
        .find(|&(i, j)| (0..RESUME).all(|k| same(at.a + i + k, at.b + j + k)))
}
