//! Names that are spelled alike.

use super::Scored;
use std::collections::BTreeMap;

/// How much each of the first four characters counts that two names share, and from what Jaro similarity on.
const PREFIX_WEIGHT: f64 = 0.1;
const PREFIX_LENGTH: usize = 4;
const BOOST_FROM: f64 = 0.7;

/// What rounding may take from a score that is exactly at a cutoff.
const ROUNDING: f64 = 1e-12;

/// The Jaro-Winkler similarity of two names, in 0..=1, character by character (Winkler 1990).
///
/// The common start counts only where the Jaro similarity is above 0.7, as in Winkler's own program.
///
/// ```
/// use corroborate_reuse::jaro_winkler;
///
/// assert!((jaro_winkler("martha", "marhta") - 0.9611).abs() < 1e-4);
/// assert_eq!(jaro_winkler("", ""), 1.0);
/// assert_eq!(jaro_winkler("abc", ""), 0.0);
/// ```
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut pattern = Pattern::default();
    pattern.set(&a);
    pattern.score(&b)
}

/// All pairs of a name of `a` and a name of `b` whose Jaro-Winkler similarity is at least `cutoff`, in order.
///
/// No pair is missed, and one exactly at the cutoff is not lost by rounding: a pair is passed over only where the
/// letters that the two have in common, however placed, cannot reach the cutoff. That test takes a few
/// nanoseconds, the score itself some twenty times as long.
///
/// ```
/// use corroborate_reuse::similar_names;
///
/// let found = similar_names(&["Petrova", "Halvorsen"], &["Halvorson", "Petrov", "Quist"], 0.9);
/// assert_eq!(found.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(), [(0, 1), (1, 0)]);
/// ```
pub fn similar_names(a: &[&str], b: &[&str], cutoff: f64) -> Vec<Scored> {
    let groups = Group::by_length(b);
    let mut found = Vec::new();
    let mut pattern = Pattern::default();
    let mut common: Vec<u8> = Vec::new();
    for (i, name) in a.iter().enumerate() {
        let name: Vec<char> = name.chars().collect();
        let letters = Letters::new(&name);
        pattern.set(&name);
        let start = found.len();
        for group in &groups {
            let Some(least) = least_common(name.len(), group.length, PREFIX_LENGTH, cutoff) else { continue };
            // Without a shared first letter there is no shared start.
            let strict = least_common(name.len(), group.length, 0, cutoff).unwrap_or(usize::MAX);
            group.common(letters, &mut common);
            for (&common, other) in common.iter().zip(&group.names) {
                let common = if common == u8::MAX { usize::MAX } else { usize::from(common) };
                if common >= least && (common >= strict || name.first() == other.letters.first()) {
                    let score = pattern.score(&other.letters);
                    if score >= cutoff - ROUNDING {
                        found.push(Scored { a: i, b: other.number, score });
                    }
                }
            }
        }
        if let Some(own) = found.get_mut(start..) {
            own.sort_unstable_by_key(|pair| pair.b);
        }
    }
    found
}

/// The fewest characters that names of these lengths must have in common to reach the cutoff: with all of them
/// in order, and up to so many of the start shared. `None` where no number is enough.
fn least_common(a: usize, b: usize, start: usize, cutoff: f64) -> Option<usize> {
    // Not to lose a pair by rounding.
    let cutoff = cutoff - 1e-9;
    (0..=a.min(b)).find(|&common| boosted(jaro(a, b, common, 0), start.min(common)) >= cutoff)
}

fn jaro(a: usize, b: usize, matched: usize, transposed: usize) -> f64 {
    if a == 0 && b == 0 {
        return 1.0;
    }
    if matched == 0 {
        return 0.0;
    }
    let m = matched as f64;
    (m / a as f64 + m / b as f64 + (matched - transposed) as f64 / m) / 3.0
}

fn boosted(jaro: f64, start: usize) -> f64 {
    if jaro > BOOST_FROM { jaro + start as f64 * PREFIX_WEIGHT * (1.0 - jaro) } else { jaro }
}

/// Names of one length, prepared to be held against many others.
#[derive(Default)]
struct Group {
    length: usize,
    names: Vec<Name>,
    sets: Vec<u64>,
    over: Vec<u8>,
}

struct Name {
    number: usize,
    letters: Vec<char>,
}

impl Group {
    fn by_length(names: &[&str]) -> Vec<Self> {
        let mut groups: BTreeMap<usize, Self> = BTreeMap::new();
        for (number, name) in names.iter().enumerate() {
            let name: Vec<char> = name.chars().collect();
            let group = groups.entry(name.len()).or_default();
            let letters = Letters::new(&name);
            group.length = name.len();
            group.sets.push(letters.set);
            group.over.push(letters.over);
            group.names.push(Name { number, letters: name });
        }
        groups.into_values().collect()
    }

    /// For each name, at least the number of letters it has in common with these; 255 stands for any number.
    fn common(&self, letters: Letters, common: &mut Vec<u8>) {
        common.clear();
        // Plain loops over plain numbers: the compiler does several at a time.
        common.extend(self.sets.iter().map(|set| (set & letters.set).count_ones() as u8));
        for (common, over) in common.iter_mut().zip(&self.over) {
            *common = common.saturating_add(letters.over.min(*over));
        }
    }
}

/// The letters of a name as a set: the first and the second occurrence of a letter are elements of their own.
/// Letters may share a class, so the common elements of two sets and what both have beyond them are never fewer
/// than the letters that the names have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    set: u64,
    /// Occurrences for which there was no place.
    over: u8,
}

const CLASSES: u32 = 32;

impl Letters {
    fn new(name: &[char]) -> Self {
        let mut letters = Self::default();
        for &c in name {
            // Letters of the alphabet get a class each; others are spread over all classes.
            let class = (c as u32) % CLASSES;
            let places = [class, class + CLASSES];
            match places.into_iter().map(|place| 1_u64 << place).find(|bit| letters.set & bit == 0) {
                Some(bit) => letters.set |= bit,
                None => letters.over = letters.over.saturating_add(1),
            }
        }
        letters
    }
}

/// A name that others are scored against.
#[derive(Default)]
struct Pattern {
    letters: Vec<char>,
    /// For each ASCII character, the places where it stands, one bit each: for names of up to 64 characters.
    places: Vec<u64>,
    /// The same for other characters.
    rare: Vec<(char, u64)>,
    taken: Vec<bool>,
    order: Vec<char>,
}

impl Pattern {
    fn set(&mut self, name: &[char]) {
        self.places.clear();
        self.places.resize(128, 0);
        self.rare.clear();
        self.letters.clear();
        self.letters.extend_from_slice(name);
        for (at, &c) in name.iter().enumerate().take(64) {
            match self.places.get_mut(c as usize) {
                Some(places) => *places |= 1 << at,
                None => match self.rare.iter_mut().find(|(rare, _)| *rare == c) {
                    Some((_, places)) => *places |= 1 << at,
                    None => self.rare.push((c, 1 << at)),
                },
            }
        }
    }

    fn score(&mut self, other: &[char]) -> f64 {
        let (a, b) = (self.letters.len(), other.len());
        let reach = (a.max(b) / 2).saturating_sub(1);
        let (matched, moved) =
            if a <= 64 && b <= 64 { self.match_bits(other, reach) } else { self.match_long(other, reach) };
        let start = self.letters.iter().zip(other).take(PREFIX_LENGTH).take_while(|(x, y)| x == y).count();
        boosted(jaro(a, b, matched, moved / 2), start)
    }

    fn places(&self, c: char) -> u64 {
        match self.places.get(c as usize) {
            Some(&places) => places,
            None => self.rare.iter().find(|(rare, _)| *rare == c).map_or(0, |&(_, places)| places),
        }
    }

    /// Matched characters, and how many of them stand against another one: each character of the other name takes
    /// the first free place of its like within reach.
    fn match_bits(&self, other: &[char], reach: usize) -> (usize, usize) {
        let (mut taken, mut used) = (0_u64, 0_u64);
        // The window of places within reach grows, then moves.
        let mut window: u64 = if reach >= 63 { u64::MAX } else { (1 << (reach + 1)) - 1 };
        for (j, &c) in other.iter().enumerate() {
            let free = self.places(c) & window & !taken;
            if free != 0 {
                taken |= free & free.wrapping_neg();
                used |= 1 << j;
            }
            window = if j < reach { (window << 1) | 1 } else { window << 1 };
        }
        let matched = taken.count_ones() as usize;
        let mut moved = 0;
        while taken != 0 {
            let (i, j) = (taken.trailing_zeros() as usize, used.trailing_zeros() as usize);
            moved += usize::from(self.letters.get(i) != other.get(j));
            taken &= taken - 1;
            used &= used.wrapping_sub(1);
        }
        (matched, moved)
    }

    /// The same for names of any length.
    fn match_long(&mut self, other: &[char], reach: usize) -> (usize, usize) {
        self.taken.clear();
        self.taken.resize(self.letters.len(), false);
        self.order.clear();
        for (j, c) in other.iter().enumerate() {
            let first = j.saturating_sub(reach);
            let near = self.letters.iter().zip(self.taken.iter_mut()).skip(first).take(j + reach + 1 - first);
            if let Some((_, taken)) = near.into_iter().find(|(letter, taken)| *letter == c && !**taken) {
                *taken = true;
                self.order.push(*c);
            }
        }
        let matched = self.letters.iter().zip(&self.taken).filter(|(_, taken)| **taken).map(|(c, _)| c);
        (self.order.len(), matched.zip(&self.order).filter(|(x, y)| x != y).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bits_match_as_the_plain_way_does(a in "[a-cé]{0,64}", b in "[a-cé]{0,64}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let mut pattern = Pattern::default();
            pattern.set(&a);
            let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
            prop_assert_eq!(pattern.match_bits(&b, reach), pattern.match_long(&b, reach));
        }
    }
}
