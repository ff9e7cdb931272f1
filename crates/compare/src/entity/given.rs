//! When two given names are one.

use super::spelling;
use crate::lexicon;
use corroborate_text::Table;

/// How two given names are alike, closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// The same letters once folded.
    Same,
    /// One is the other with a middle name or initial more.
    Fuller,
    /// The same name in another transliteration or language.
    Variant,
    /// One is the other's nickname.
    Nickname,
    /// One is the other's first letter.
    Initial,
}

/// How the given names, as folded words, are alike, if they are.
pub(crate) fn alike(a: &[String], b: &[String]) -> Option<Likeness> {
    let (x, y) = (a.first()?, b.first()?);
    if a == b {
        return Some(Likeness::Same);
    }
    if x == y {
        return middle(a, b).then_some(Likeness::Fuller);
    }
    if initial(x) || initial(y) {
        return (x.chars().next() == y.chars().next() && middle(a, b)).then_some(Likeness::Initial);
    }
    if romanised(x) == romanised(y) || one_group(x, y) || is_northern(x, y) {
        return middle(a, b).then_some(Likeness::Variant);
    }
    nickname(x, y).then_some(Likeness::Nickname)
}

/// The spelling key of a given name in which *o* and *u* are one: `Julio` and `Juliu`, `Omar` and `Umar`, `Sho` and
/// `Shou`.
fn romanised(name: &str) -> String {
    spelling::key(name).replace('o', "u")
}

/// Whether one is the other in Icelandic, whose names keep the ending of the Old Norse nominative: `Haraldur` and
/// `Harald`, `Grettir` and `Grette`.
fn is_northern(a: &str, b: &str) -> bool {
    let ended = |one: &str, other: &str| {
        stem(one).len() < one.len() && stem(one) == other.strip_suffix('e').unwrap_or(other)
    };
    ended(a, b) || ended(b, a)
}

/// A folded given name without the ending of the Icelandic nominative.
pub(super) fn stem(name: &str) -> &str {
    let bare = ["ur", "ir"].iter().find_map(|ending| name.strip_suffix(ending));
    bare.filter(|bare| bare.chars().count() >= LEAST_STEM).unwrap_or(name)
}

/// Fewest letters of a name before an Icelandic ending: *Amir* and *Nadir* have none.
const LEAST_STEM: usize = 5;

fn initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Whether the names after the first do not tell two people apart: one has none, or they begin alike.
fn middle(a: &[String], b: &[String]) -> bool {
    a.iter().zip(b).skip(1).all(|(x, y)| {
        x == y
            || (initial(x) || initial(y)) && x.chars().next() == y.chars().next()
            || spelling::key(x) == spelling::key(y)
    })
}

fn one_group(a: &str, b: &str) -> bool {
    let lines = |name: &str| VARIANTS.get(name).unwrap_or_default().as_chunks::<2>().0;
    lines(a).iter().any(|line| lines(b).contains(line))
}

fn nickname(a: &str, b: &str) -> bool {
    let of = |name: &str, nick: &str| lexicon::nicknames(name).split(' ').any(|one| one == nick);
    of(a, b) || of(b, a)
}

/// For each name the lines of `data/given-variants.txt` it stands in, two bytes each. The build script lays it out.
static VARIANTS: Table<'static> =
    Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/given-variants.table")));

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> Option<Likeness> {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        alike(&words(a), &words(b))
    }

    #[test]
    fn likenesses() {
        assert_eq!(likeness("anna", "anna"), Some(Likeness::Same));
        assert_eq!(likeness("anna m", "anna"), Some(Likeness::Fuller));
        assert_eq!(likeness("sergei", "serhii"), Some(Likeness::Variant));
        assert_eq!(likeness("mohammed", "muhammad"), Some(Likeness::Variant));
        assert_eq!(likeness("omar", "umar"), Some(Likeness::Variant));
        assert_eq!(likeness("kyo", "kyou"), Some(Likeness::Variant));
        assert_eq!(likeness("haraldur", "harald"), Some(Likeness::Variant));
        assert_eq!(likeness("grettir", "grette"), Some(Likeness::Variant));
        assert_eq!(likeness("william", "bill"), Some(Likeness::Nickname));
        assert_eq!(likeness("w", "william"), Some(Likeness::Initial));
    }

    #[test]
    fn different_names() {
        assert_eq!(likeness("anna", "hanna"), None);
        assert_eq!(likeness("anna maria", "anna karin"), None, "told apart by the second name");
        assert_eq!(likeness("ivan", "igor"), None);
        assert_eq!(likeness("mario", "maria"), None);
        assert_eq!(likeness("timur", "tim"), None);
    }
}
