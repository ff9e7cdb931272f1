//! One key for the spellings of a name: transliterations, dropped diacritics, doubled letters.

use crate::cues;
use corroborate_text::{fold, rows};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The key of one word of a name. Two words with the same key are spellings of one name, so far as letters tell.
pub(crate) fn key(word: &str) -> String {
    let folded = fold(word);
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        // Most clusters begin with another letter.
        let opens = |cluster: &str| cluster.as_bytes().first() == rest.as_bytes().first();
        let here = CLUSTERS.iter().find(|(cluster, _)| opens(cluster) && rest.starts_with(cluster));
        let (taken, put) = here.map_or(
            (first.len_utf8(), rest.get(..first.len_utf8()).unwrap_or_default()),
            |(cluster, put)| (cluster.len(), *put),
        );
        for c in put.chars() {
            if !out.ends_with(c) {
                out.push(c);
            }
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    // `Yelena` and `Elena`; `Petroff` and `Petrov`.
    if let Some(tail) = out.strip_prefix("ie") {
        out = format!("e{tail}");
    }
    if out.len() > 3
        && let Some(stem) = out.strip_suffix('f').filter(|stem| stem.ends_with('o') || stem.ends_with('e'))
    {
        out = format!("{stem}v");
    }
    out
}

/// The keys of words that are met again and again.
#[derive(Default)]
pub(super) struct Keys<'w> {
    known: FxHashMap<&'w str, String>,
}

impl<'w> Keys<'w> {
    /// The [`key`] of a word.
    pub(super) fn of(&mut self, word: &'w str) -> &str {
        self.known.entry(word).or_insert_with(|| key(word))
    }
}

/// Whether two folded words differ in one letter, and are long enough for that to be a slip: six letters or more.
pub(crate) fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 6 || long.len() - short.len() > 1 || short.first() != long.first() {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    let skip = usize::from(long.len() == short.len());
    let (left, right) = (short.get(same + skip..), long.get(same + 1..));
    left.unwrap_or_default() == right.unwrap_or_default()
}

/// Whether two folded words of six letters or more differ in two neighbours that changed places.
pub(crate) fn transposed(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let apart: Vec<usize> = (0..a.len().min(b.len())).filter(|&at| a.get(at) != b.get(at)).collect();
    let swapped = |x: usize, y: usize| y == x + 1 && a.get(x) == b.get(y) && a.get(y) == b.get(x);
    a.len() == b.len() && a.len() >= 6 && matches!(apart.as_slice(), [x, y] if swapped(*x, *y))
}

/// Whether the words of two surnames are spellings of one name though their keys differ a little: particles left out,
/// a letter that sounds much like another, or one that is not heard. Only for people of one given name.
pub(crate) fn sound_alike(a: &[String], b: &[String]) -> bool {
    let plain = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| !cues::PARTICLES.contains(&word.as_str())).map(|word| key(word)).collect()
    };
    let (a, b) = (plain(a), plain(b));
    !a.is_empty() && a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| x == y || nearly(x, y))
}

/// Whether two keys of five letters or more differ in one letter that sounds alike, or in a last one that is silent.
fn nearly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 5 {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    if short.len() == long.len() {
        let sound =
            |x: char, y: char| cues::SOUNDS.iter().any(|group| group.contains(x) && group.contains(y));
        let pair = short.get(same).zip(long.get(same));
        return pair.is_some_and(|(&x, &y)| sound(x, y)) && short.get(same + 1..) == long.get(same + 1..);
    }
    let silent = |c: &char| matches!(c, 'h' | 'l' | 't' | 'd' | 's' | 'x' | 'e');
    same == short.len()
        && long.len() - short.len() <= 2
        && long.iter().skip(same).all(silent)
        && short.len() > 5
}

/// The clusters of letters, with what each becomes; longer clusters first.
static CLUSTERS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    rows(include_str!("../../data/romanisations.tsv"))
        .map(|row| row.split_once('\t').unwrap_or((row, "")))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_changed_places() {
        assert!(transposed("o'keddle", "o'keddel"));
        assert!(!transposed("halden", "haldon"));
        assert!(!transposed("marta", "matra"), "too short for a slip");
    }

    #[test]
    fn romanisations_of_one_name_share_a_key() {
        let names = [
            ("Shcherbakov", "Ščerbakov"),
            ("Chernyshov", "Černyšov"),
            ("Zhukovskyy", "Žukovskij"),
            ("Tsvetkov", "Cvetkov"),
            ("Khodakovsky", "Hodakowski"),
            ("Yordanova", "Jordanova"),
            ("Müllner", "Muellner"),
            ("Theodorakis", "Teodorakis"),
            ("Petroff", "Petrov"),
            ("Yelizaveta", "Elizaveta"),
        ];
        for (a, b) in names {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (a, b) in [("Ivanov", "Ivanova"), ("Hansen", "Jansen"), ("Marin", "Martin"), ("Lind", "Lund")] {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn surnames_that_sound_alike() {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let alike = |a: &str, b: &str| sound_alike(&words(a), &words(b));
        assert!(alike("van hoekstra", "hoekstra"));
        assert!(alike("macuela", "makuela"));
        assert!(alike("tsereteli", "zereteli"));
        assert!(alike("dschaparidse", "japaridze"));
        assert!(alike("archambault", "archambau"));
        assert!(!alike("berg", "bergman"));
        assert!(!alike("hansen", "jansen"));
        assert!(!alike("lind", "lund"));
        assert!(!alike("van", "den"));
    }

    #[test]
    fn one_letter() {
        assert!(one_letter_apart("torvaldsen", "torvaldson"));
        assert!(one_letter_apart("haraldsen", "haraldsenn"));
        assert!(!one_letter_apart("hansen", "jansen"), "the first letter is heard");
        assert!(!one_letter_apart("lind", "lund"), "short names differ by one letter all the time");
        assert!(!one_letter_apart("lindgren", "lindgren-berg"));
    }
}
