//! Organisations and everything else that has a name: acronyms, and short names of longer ones.

use super::assign::{Joins, Name};
use super::clusters::Clusters;
use super::foreign;
use super::item::Item;
use super::spelling;
use crate::Account;
use crate::cues;
use corroborate_extract::{EntityKind, country, is_organisation_kind, is_place_kind, opens_club};
use corroborate_text::rows;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Fewest letters of a word that can stand for a longer name: shorter ones are mostly acronyms.
pub(super) const LEAST_LETTERS: usize = 4;

/// Names what is neither a person nor a place.
pub(super) fn name(items: &[Item], named: &mut [(Name, &'static str)]) {
    for (item, slot) in items.iter().zip(named) {
        if matches!(slot, (Name::Bare(empty), _) if empty.is_empty()) && item.kind != EntityKind::Person {
            let key = item.key();
            let bare = key.strip_prefix("the ").unwrap_or(&key);
            *slot = (Name::Thing(item.kind, bare.to_owned()), "name.same");
        }
    }
}

/// Joins acronyms with what they abbreviate and short names with the only longer one they can stand for.
pub(super) fn join(accounts: &[Account], items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    brackets(accounts, items, named, joins);
    let organisations: Vec<(usize, Vec<String>)> = joins
        .names()
        .iter()
        .enumerate()
        .filter_map(|(index, name)| match name {
            Name::Thing(EntityKind::Organisation, key) => {
                Some((index, key.split(' ').map(str::to_owned).collect()))
            }
            _ => None,
        })
        .collect();
    // What kind of thing a name names is not always seen by itself.
    let things: Vec<(usize, Vec<String>)> = joins
        .names()
        .iter()
        .enumerate()
        .filter_map(|(index, name)| match name {
            Name::Thing(EntityKind::Organisation | EntityKind::Other, key) => {
                Some((index, key.split(' ').map(str::to_owned).collect()))
            }
            _ => None,
        })
        .collect();
    acronyms(items, &organisations, &things, joins);
    foreign::turned_acronyms(items, named, &organisations, joins);
    foreign::translated(items, named, joins);
    orders(items, &organisations, joins);
    short_names(items, &things, joins);
    spellings(joins);
}

/// Joins the transliterations of one name.
fn spellings(joins: &mut Joins) {
    let mut spelled: BTreeMap<(EntityKind, String), Vec<usize>> = BTreeMap::new();
    for (index, name) in joins.names().iter().enumerate() {
        let Name::Thing(kind @ (EntityKind::Organisation | EntityKind::Other), key) = name else { continue };
        // One short word may be an acronym, where every letter counts.
        if key.len() > 5 {
            let words: Vec<String> = key.split(' ').map(spelling::key).collect();
            spelled.entry((*kind, words.join(" "))).or_default().push(index);
        }
    }
    for group in spelled.values() {
        for pair in group.windows(2) {
            if let [a, b] = pair {
                joins.join(*a, *b, "name.transliteration");
            }
        }
    }
}

/// `the Safety Board (SB)`, and the other way round.
fn brackets(accounts: &[Account], items: &[Item], named: &[(Name, &'static str)], joins: &mut Joins) {
    for (pair, names) in items.windows(2).zip(named.windows(2)) {
        let ([first, second], [(a, _), (b, _)]) = (pair, names) else { continue };
        if first.account != second.account
            || first.kind == EntityKind::Person
            || second.kind == EntityKind::Person
            // `Bergen (XYZ)`: where an agency reports from.
            || first.kind == EntityKind::Place && first.words.len() == 1
        {
            continue;
        }
        let text = accounts.get(first.account).map_or("", |account| account.article.text.as_str());
        let between = text.get(first.span.end()..second.span.start()).unwrap_or_default();
        let closed = text.get(second.span.end()..).is_some_and(|rest| rest.starts_with(')'));
        let opened = matches!(between, " (" | " (the ") && closed;
        if opened
            && (is_acronym(&first.text) || is_acronym(&second.text))
            && let (Some(a), Some(b)) = (joins.index(a), joins.index(b))
        {
            joins.join(a, b, "organisation.acronym");
        }
    }
}

pub(super) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=7).contains(&letters) && text.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '&'))
}

/// An acronym and the one name of the story whose words begin with its letters.
fn acronyms(
    items: &[Item],
    organisations: &[(usize, Vec<String>)],
    things: &[(usize, Vec<String>)],
    joins: &mut Joins,
) {
    let written: BTreeSet<String> =
        items.iter().filter(|item| is_acronym(&item.text) && item.country.is_none()).map(Item::key).collect();
    let mut initials: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, words) in organisations.iter().filter(|(_, words)| words.len() > 1) {
        let letters: String = words
            .iter()
            .filter(|word| !cues::SMALL_WORDS.contains(&word.as_str()))
            .filter_map(|word| word.chars().next())
            .collect();
        if letters.chars().count() > 1 {
            initials.entry(letters).or_default().push(*index);
        }
    }
    for (index, words) in things.iter().filter(|(_, words)| words.len() == 1) {
        let Some(word) = words.first().filter(|word| written.contains(*word)) else { continue };
        if let Some([long]) = initials.get(&word.replace('.', "")).map(Vec::as_slice) {
            joins.join(*index, *long, "organisation.acronym");
        }
    }
}

/// `coast guard` for the only `Danish coast guard`, `league` for the `league of the rivers`.
fn short_names(items: &[Item], organisations: &[(usize, Vec<String>)], joins: &mut Joins) {
    // `Harrow & Dale Echo` is nobody's `Harrow`.
    let pairs: BTreeSet<&[String]> =
        items.iter().filter(|item| item.text.contains(" & ")).map(|item| item.words.as_slice()).collect();
    // Written in lower case, a name's last words describe what bears it: `the rock workers' union`.
    let described: BTreeSet<&[String]> = items
        .iter()
        .filter(|item| item.words.len() > 1 && item.text.starts_with(char::is_lowercase))
        .map(|item| item.words.as_slice())
        .collect();
    let mut by_end: BTreeMap<Vec<String>, Vec<(usize, bool)>> = BTreeMap::new();
    for (index, words) in organisations {
        for cut in 1..words.len().min(6) {
            let (front, back) = words.split_at(cut);
            // `Democratic Party` is not `Social Democratic Party`: what is left off before several words tells only
            // whose it is, and behind them it begins with `of`.
            let dropped = back.len() == 1 && (cut == 1 || back.iter().all(|word| is_organisation_kind(word)))
                || front.iter().all(|word| country(word).is_some() || cues::GENERAL.contains(&word.as_str()))
                || described.contains(back) && !described.contains(words.as_slice());
            if dropped {
                by_end.entry(back.to_vec()).or_default().push((*index, true));
            }
            // `Brightwater` for `Brightwater Logistics`: what comes first is the name, unless it says only whose it is.
            let own = |word: &String| {
                let general =
                    cues::GENERAL.contains(&word.as_str()) || cues::SMALL_WORDS.contains(&word.as_str());
                !general
                    && country(word).is_none()
                    && (front.len() > 1 || word.chars().count() >= LEAST_LETTERS)
            };
            let pair = pairs.contains(words.as_slice()) && cut < words.len() - 1;
            if back.first().is_some_and(|word| cues::SMALL_WORDS.contains(&word.as_str()))
                || front.iter().all(own) && !pair
            {
                by_end.entry(front.to_vec()).or_default().push((*index, false));
            }
        }
    }
    let clusters = joins.clusters();
    let only = |longer: &[(usize, bool)]| only(organisations, longer, &clusters);
    for (index, words) in organisations {
        let Some(longer) = by_end.get(words) else { continue };
        // What says that it is an organisation goes before what merely ends alike: `Harrow Foods` before `Late Harrow`.
        let kinded: Vec<(usize, bool)> = longer
            .iter()
            .copied()
            .filter(|&(index, tail)| words_of(organisations, index).is_some_and(|long| is_kinded(long, tail)))
            .collect();
        let longer = if kinded.is_empty() { longer } else { &kinded };
        // A firm goes before its club: `Harrow Copper Plc` before `Harrow Club`.
        let firms: Vec<(usize, bool)> = longer
            .iter()
            .copied()
            .filter(|&(index, tail)| !tail && words_of(organisations, index).is_some_and(is_firm))
            .collect();
        let found =
            only(longer).or_else(|| only(&firms).filter(|_| longer.len() - firms.len() < MOST_OTHERS));
        let Some((long, tail)) = found else { continue };
        // A last word of its own is a short name (`the Chronicle`), unless it names a kind of place.
        if tail && words.len() == 1 && words.first().is_some_and(|word| is_place_kind(word)) {
            continue;
        }
        joins.join(*index, long, "organisation.short");
    }
}

/// The words of the name with this number.
fn words_of(organisations: &[(usize, Vec<String>)], index: usize) -> Option<&[String]> {
    let at = organisations.binary_search_by_key(&index, |(index, _)| *index).ok()?;
    organisations.get(at).map(|(_, words)| words.as_slice())
}

/// Whether a name says by its last word that it is an organisation's, or by its first that it is a club's, where its last
/// word stands for it.
fn is_kinded(words: &[String], tail: bool) -> bool {
    let word = if tail { words.first() } else { words.last() };
    word.is_some_and(|word| if tail { opens_club(word) } else { is_organisation_kind(word) })
}

/// Other bodies of a firm's first word from which on it is no longer the firm's: a town has a council and a paper too.
const MOST_OTHERS: usize = 2;

/// Whether a name ends in the legal form of a firm.
fn is_firm(words: &[String]) -> bool {
    words.last().is_some_and(|last| LEGAL_FORMS.contains(last.as_str()))
}

static LEGAL_FORMS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/legal-forms.txt")).collect());

/// The one longer name, or the shortest of several where each of the others goes on from it or is known to be the same:
/// `Harrow Foods` and `Harrow Foods plc`, `Central Bank of Norland` and `Norland Central Bank`.
fn only(
    organisations: &[(usize, Vec<String>)],
    longer: &[(usize, bool)],
    clusters: &Clusters,
) -> Option<(usize, bool)> {
    let words = |index: usize| words_of(organisations, index);
    let &(short, tail) = longer.iter().min_by_key(|(index, _)| words(*index).map(<[String]>::len))?;
    let start = words(short)?;
    longer
        .iter()
        .all(|(index, _)| {
            clusters.find(*index) == clusters.find(short)
                || words(*index).is_some_and(|words| words.starts_with(start))
        })
        .then_some((short, tail))
}

/// `ministry of labour` for `labour ministry`: the same words in the other order. `Employers' Federation` for the only
/// `Federation of Norland Employers`: what is left out is the name of a place of the story.
fn orders(items: &[Item], organisations: &[(usize, Vec<String>)], joins: &mut Joins) {
    let places: BTreeSet<&str> = items
        .iter()
        .filter(|item| item.kind == EntityKind::Place && item.words.len() == 1)
        .filter_map(|item| item.words.first())
        .map(String::as_str)
        .collect();
    let mut by_words: BTreeMap<Vec<&str>, Vec<(usize, Vec<&str>)>> = BTreeMap::new();
    for (index, words) in organisations {
        let grammar = |word: &&str| cues::SMALL_WORDS.contains(word) || cues::FOREIGN_WORDS.contains(word);
        let own = words.iter().map(String::as_str).filter(|word| !grammar(word));
        let (mut whose, mut own): (Vec<&str>, Vec<&str>) =
            own.partition(|word| places.contains(word) || country(word).is_some());
        own.sort_unstable();
        whose.sort_unstable();
        if !own.is_empty() && own.len() + whose.len() > 1 {
            by_words.entry(own).or_default().push((*index, whose));
        }
    }
    for (own, mut group) in by_words {
        group.sort_by(|(a, x), (b, y)| (x, a).cmp(&(y, b)));
        for pair in group.windows(2) {
            if let [(a, x), (b, y)] = pair
                && x == y
            {
                joins.join(*a, *b, "organisation.order");
            }
        }
        // `Federation of Employers` is nobody's where the story has those of two places.
        let whose: BTreeSet<&Vec<&str>> = group.iter().map(|(_, whose)| whose).collect();
        let bare = group.first().filter(|(_, whose)| whose.is_empty() && own.len() > 1);
        if let (Some((bare, _)), Some((longer, _)), 2) = (bare, group.last(), whose.len()) {
            joins.join(*bare, *longer, "organisation.short");
        }
    }
}
