//! People by their full names: which of them are one person's.

use super::assign::{Joins, Name};
use super::clusters::Clusters;
use super::given::{self, Likeness, alike};
use super::item::Item;
use super::respelled::{Titled, run_together};
use super::signer::Signers;
use super::spelling;
use crate::pairs::pairs;
use std::collections::{BTreeMap, BTreeSet};

/// Full names of one surname beyond which only equal given names are compared: a list, not a story.
pub(super) const MOST_BEARERS: usize = 200;

/// Joins the full names of one person, and the bare names that are spellings of one another.
pub(super) fn join(items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    let mut full: Vec<(usize, Vec<String>, Vec<String>)> = Vec::new();
    let mut bare: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, name) in joins.names().iter().enumerate() {
        match name {
            Name::Person(given, surname) => full.push((index, given.clone(), surname.clone())),
            Name::Bare(key) => {
                let spelled: Vec<String> = key.split(' ').map(spelling::key).collect();
                bare.entry(spelled.join(" ")).or_default().push(index);
            }
            _ => {}
        }
    }
    for group in bare.values() {
        for pair in group.windows(2) {
            if let [a, b] = pair {
                joins.join(*a, *b, "name.transliteration");
            }
        }
    }
    let names: Vec<(Vec<String>, Vec<String>)> =
        full.iter().map(|(_, given, surname)| (given.clone(), surname.clone())).collect();
    let signers = Signers::of(&full, items, named, joins);
    let titled = Titled::of(items, &names);
    for (a, b, rule) in links(&names, &signers).into_iter().chain(titled.links(&names)) {
        if let (Some((a, ..)), Some((b, ..))) = (full.get(a), full.get(b)) {
            joins.join(*a, *b, rule);
        }
    }
}

/// Pairs of full names that are one person's, with the rule that says so.
pub(super) fn links(
    names: &[(Vec<String>, Vec<String>)],
    signers: &Signers,
) -> Vec<(usize, usize, &'static str)> {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut slips: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, (given, surname)) in names.iter().enumerate() {
        let last = surname.last().map(|word| spelling::key(word)).unwrap_or_default();
        let opening: String = last.chars().take(2).collect();
        buckets.entry(last).or_default().push(index);
        slips.entry((given.join(" "), opening)).or_default().push(index);
    }
    let mut sure = Vec::new();
    let mut initials = Vec::new();
    for bucket in buckets.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
        for (at, &a) in bucket.iter().enumerate() {
            for &b in bucket.get(at + 1..).unwrap_or_default() {
                match names.get(a).zip(names.get(b)).and_then(|(x, y)| likeness(x, y)) {
                    Some((Likeness::Initial, rule)) => initials.push((a, b, rule)),
                    Some((_, rule)) => sure.push((a, b, rule)),
                    None => {}
                }
            }
        }
    }
    for bucket in slips.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
        for (at, &a) in bucket.iter().enumerate() {
            for &b in bucket.get(at + 1..).unwrap_or_default() {
                let apart = names.get(a).zip(names.get(b)).is_some_and(|(x, y)| {
                    x.1.len() == y.1.len()
                        && x.1.iter().zip(&y.1).all(|(x, y)| {
                            x == y || spelling::one_letter_apart(x, y) || spelling::transposed(x, y)
                        })
                });
                if apart {
                    sure.push((a, b, "name.spelling"));
                }
            }
        }
    }
    sure.extend(sounding(names));
    sure.extend(run_together(names));
    sure.retain(|&(a, b, _)| signers.may_link(a, b, None));
    tell_apart(names, &mut sure);
    let is_initial = |index: usize| {
        names.get(index).and_then(|(given, _)| given.first()).is_some_and(|word| word.chars().count() == 1)
    };
    let short = |a: usize, b: usize| [a, b].into_iter().find(|&index| is_initial(index));
    initials.retain(|&(a, b, _)| signers.may_link(a, b, short(a, b)));
    // Whom the accounts tell of goes before who signed them.
    let told: BTreeSet<usize> = initials
        .iter()
        .filter(|&&(a, b, _)| !signers.is_signer(a) && !signers.is_signer(b))
        .filter_map(|&(a, b, _)| short(a, b))
        .collect();
    initials.retain(|&(a, b, _)| {
        let signed = signers.is_signer(a) || signers.is_signer(b);
        !signed || short(a, b).is_none_or(|short| !told.contains(&short))
    });
    // An initial fits if it fits one person only.
    let mut groups = Clusters::new(names.len());
    for &(a, b, _) in &sure {
        groups.join(a, b);
    }
    let mut fits: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &(a, b, _) in &initials {
        fits.entry(groups.find(a)).or_default().insert(groups.find(b));
        fits.entry(groups.find(b)).or_default().insert(groups.find(a));
    }
    let single = |index: usize| fits.get(&groups.find(index)).is_some_and(|others| others.len() == 1);
    initials.retain(|&(a, b, _)| (!is_initial(a) || single(a)) && (!is_initial(b) || single(b)));
    sure.extend(initials);
    sure
}

/// Pairs of people of one given name whose surnames sound alike.
fn sounding(names: &[(Vec<String>, Vec<String>)]) -> Vec<(usize, usize, &'static str)> {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (given, _)) in names.iter().enumerate() {
        let first = given.first().map(|word| spelling::key(given::stem(word))).unwrap_or_default();
        buckets.entry(first.trim_end_matches('e').to_owned()).or_default().push(index);
    }
    let mut found = Vec::new();
    for bucket in buckets.values().filter(|bucket| bucket.len() <= MOST_BEARERS) {
        for (at, &a) in bucket.iter().enumerate() {
            for &b in bucket.get(at + 1..).unwrap_or_default() {
                let alike = names.get(a).zip(names.get(b)).is_some_and(|(x, y)| {
                    let given = matches!(alike(&x.0, &y.0), Some(Likeness::Same | Likeness::Variant));
                    given && x.1 != y.1 && spelling::sound_alike(&x.1, &y.1)
                });
                if alike {
                    found.push((a, b, "name.spelling"));
                }
            }
        }
    }
    found
}

/// Drops the links of a fuller name that would make one person of two: `Anna Berg` fits both `Anna Maria Berg` and
/// `Anna Karin Berg`.
fn tell_apart(names: &[(Vec<String>, Vec<String>)], links: &mut Vec<(usize, usize, &'static str)>) {
    let mut neighbours: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &(a, b, _) in links.iter() {
        neighbours.entry(a).or_default().insert(b);
        neighbours.entry(b).or_default().insert(a);
    }
    let torn = |index: usize| {
        let Some(around) = neighbours.get(&index) else { return false };
        pairs(around).any(|(a, b)| {
            names.get(*a).zip(names.get(*b)).is_some_and(|((x, _), (y, _))| {
                x.first() == y.first() && x.len() > 1 && y.len() > 1 && alike(x, y).is_none()
            })
        })
    };
    links.retain(|&(a, b, rule)| rule != "name.fuller" || !(torn(a) || torn(b)));
}

fn likeness(
    (a_given, a_surname): &(Vec<String>, Vec<String>),
    (b_given, b_surname): &(Vec<String>, Vec<String>),
) -> Option<(Likeness, &'static str)> {
    let given = alike(a_given, b_given)?;
    let same = a_surname == b_surname;
    let spelled = |words: &[String]| words.iter().map(|word| spelling::key(word)).collect::<Vec<_>>();
    if !same && spelled(a_surname) != spelled(b_surname) {
        return None;
    }
    let rule = match given {
        Likeness::Same | Likeness::Fuller if !same => "name.transliteration",
        Likeness::Same => "name.same",
        Likeness::Fuller => "name.fuller",
        Likeness::Variant => "name.transliteration",
        Likeness::Nickname => "name.nickname",
        Likeness::Initial => "name.initial",
    };
    Some((given, rule))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (Vec<String>, Vec<String>);

    /// `Anna Maria / Berg`
    fn full(name: &str) -> Parts {
        let words = |part: &str| part.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let (given, surname) = name.split_once('/').expect("a full name");
        (words(given), words(surname))
    }

    fn linked(names: &[&str]) -> Vec<(usize, usize, &'static str)> {
        let names: Vec<Parts> = names.iter().map(|name| full(name)).collect();
        let mut found = links(&names, &Signers::default());
        // Of two reasons for one thing the first counts.
        found.sort_by_key(|&(a, b, _)| (a, b));
        found.dedup_by_key(|(a, b, _)| (*a, *b));
        found
    }

    #[test]
    fn names_of_one_person() {
        assert_eq!(linked(&["Anna Maria / Berg", "Anna / Berg"]), [(0, 1, "name.fuller")]);
        assert_eq!(linked(&["Sergei / Khodorov", "Serhii / Hodorov"]), [(0, 1, "name.transliteration")]);
        assert_eq!(linked(&["Anna / Chernyshova", "Anna / Černyšova"]), [(0, 1, "name.transliteration")]);
        assert_eq!(linked(&["William / Marlow", "Bill / Marlow"]), [(0, 1, "name.nickname")]);
        assert_eq!(linked(&["W / Marlow", "William / Marlow"]), [(0, 1, "name.initial")]);
        assert_eq!(linked(&["Tove / Torvaldsen", "Tove / Torvaldson"]), [(0, 1, "name.spelling")]);
        assert_eq!(linked(&["Tove / Halvernock", "Tove / Halvernokc"]), [(0, 1, "name.spelling")]);
        assert_eq!(linked(&["Jan / van Hoekstra", "Jan / Hoekstra"]), [(0, 1, "name.spelling")]);
    }

    #[test]
    fn names_of_two() {
        assert!(linked(&["Anna / Berg", "Karl / Berg"]).is_empty());
        assert!(linked(&["Anna / Berg", "Anna / Lind"]).is_empty());
        assert!(linked(&["Anna Maria / Berg", "Anna Karin / Berg"]).is_empty());
        assert!(
            linked(&["Anna / Torvaldsen", "Tove / Torvaldson"]).is_empty(),
            "a slip and another given name"
        );
        assert!(linked(&["Anna / Torvaldsen Berg", "Anna / Torvaldson Lind"]).is_empty());
    }

    #[test]
    fn a_name_that_fits_two_is_neither_of_them() {
        assert!(linked(&["Anna Maria / Berg", "Anna Karin / Berg", "Anna / Berg"]).is_empty());
        assert_eq!(linked(&["Anna Maria / Berg", "Anna M / Berg", "Anna / Berg"]).len(), 3);
        // An initial that may be either.
        assert!(linked(&["A / Berg", "Anna / Berg", "Arne / Berg"]).is_empty());
        assert_eq!(linked(&["A / Berg", "Anna / Berg", "Karl / Berg"]), [(0, 1, "name.initial")]);
        // Two spellings of one person are one.
        assert_eq!(linked(&["S / Berg", "Sergei / Berg", "Serhii / Berg"]).len(), 3);
    }

    #[test]
    fn a_list_of_namesakes_is_not_looked_through_for_spellings() {
        let letters = |number: usize| {
            let letter = |place: usize| char::from(b'a' + u8::try_from(number / place % 26).unwrap_or(0));
            [letter(676), letter(26), letter(1)].iter().collect::<String>()
        };
        let names: Vec<String> =
            (0..2 * MOST_BEARERS).map(|at| format!("Qu{} / Berg", letters(at))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(linked(&names).is_empty());
    }
}
