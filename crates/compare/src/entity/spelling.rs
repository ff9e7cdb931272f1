//! One key for the spellings of a name: transliterations, dropped diacritics, doubled letters.

use corroborate_text::fold;

/// What a folded cluster of letters becomes; longer clusters first. Slavic names reach English through several
/// romanisations (`zh`/`ž`, `ts`/`c`, `y`/`j`/`i`), German, Arabic and Greek ones likewise.
const CLUSTERS: [(&str, &str); 31] = [
    ("shch", "sc"),
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("dzh", "d"),
    ("sh", "s"),
    ("zh", "z"),
    ("ch", "c"),
    ("cz", "c"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("dj", "d"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ue", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("q", "k"),
    ("'", ""),
];

/// The key of one word of a name. Two words with the same key are spellings of one name, so far as letters tell.
pub(crate) fn key(word: &str) -> String {
    let folded = fold(word);
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let (taken, put) = CLUSTERS.iter().find(|(cluster, _)| rest.starts_with(cluster)).map_or(
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn one_letter() {
        assert!(one_letter_apart("torvaldsen", "torvaldson"));
        assert!(one_letter_apart("haraldsen", "haraldsenn"));
        assert!(!one_letter_apart("hansen", "jansen"), "the first letter is heard");
        assert!(!one_letter_apart("lind", "lund"), "short names differ by one letter all the time");
        assert!(!one_letter_apart("lindgren", "lindgren-berg"));
    }
}
