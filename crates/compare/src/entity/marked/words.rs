//! The small words of noun phrases, and which nouns name the same things in turn.

use crate::lexicon;
use corroborate_text::{Table, fold, rows, stem};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Whom a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// `he`, `she`, `it`, `they` and their forms.
    Back(Sort),
    /// `who`, `which`: what stands right before.
    Relative,
    /// `I`, `you`: whoever speaks or is spoken to.
    Speaker,
}

/// What grammar tells of the thing named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Man,
    Woman,
    Thing,
    Several,
}

/// The pronoun that a folded word is.
pub(super) fn pronoun(word: &str) -> Option<Pronoun> {
    let is = |class: &str| is(word, class);
    Some(match () {
        () if is("he") => Pronoun::Back(Sort::Man),
        () if is("she") => Pronoun::Back(Sort::Woman),
        () if is("it") => Pronoun::Back(Sort::Thing),
        () if is("they") => Pronoun::Back(Sort::Several),
        () if is("who") => Pronoun::Relative,
        () if is("speaker") => Pronoun::Speaker,
        () => return None,
    })
}

/// Whether the table has a folded word under this class.
pub(super) fn is(word: &str, class: &str) -> bool {
    SMALL.get(word).is_some_and(|classes| classes.contains_key(class))
}

/// The digits of a number in words, the whole of a shortened word; any other word as it is.
pub(super) fn in_full(word: &str) -> &str {
    other_form(word, "number").or_else(|| other_form(word, "short")).unwrap_or(word)
}

/// The key of a folded noun, the same for one and for several, and whether it is several. No stem: *prison* is no
/// *prisoner*.
pub(super) fn noun(word: &str) -> (String, bool) {
    if let Some(singular) = other_form(word, "plural") {
        return (singular.to_owned(), true);
    }
    let one = match word {
        _ if word.len() < 4 || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => None,
        _ if word.ends_with("ies") => word.strip_suffix("ies").map(|rest| format!("{rest}y")),
        _ if ["sses", "ches", "shes", "xes"].iter().any(|end| word.ends_with(end)) => {
            word.strip_suffix("es").map(str::to_owned)
        }
        _ => word.strip_suffix('s').map(str::to_owned),
    };
    let several = one.is_some() || is(word, "plural");
    (one.unwrap_or_else(|| word.to_owned()), several)
}

/// Whether a noun, by its key, is that of a person.
pub(super) fn is_person(noun: &str) -> bool {
    PERSONS.get(noun).is_some() || is(noun, "person")
}

/// Whether a noun, by its key, may stand for whomever an account is about: `the man`, `the champion`.
pub(super) fn is_anyone(noun: &str) -> bool {
    ANYONE.contains(noun)
}

/// Whether a noun, by its key, stands for an organisation that the account names: `the company`, `the team`.
pub(super) fn is_body(noun: &str) -> bool {
    is(noun, "body")
}

/// Whether two nouns, by their keys, may name one thing in turn: `car` and `vehicle`.
pub(super) fn alike(a: &str, b: &str) -> bool {
    a == b || turns(a).iter().any(|turn| turns(b).contains(turn))
}

/// The groups of nouns that a noun is in, by its key.
pub(super) fn turns(noun: &str) -> BTreeSet<u64> {
    let own = TURNS.get(noun).into_iter().flatten().copied();
    let news = lexicon::groups(&stem(noun)).iter().filter(|group| group.quality() > 0.8);
    own.chain(news.map(|group| group.number() << 16)).collect()
}

fn other_form(word: &str, class: &str) -> Option<&'static str> {
    SMALL.get(word)?.get(class).copied().filter(|other| !other.is_empty())
}

/// For each small word its classes, each with the other form, if there is one.
static SMALL: LazyLock<BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>> = LazyLock::new(|| {
    let mut table: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for line in rows(include_str!("../../../data/reference-words.tsv")) {
        let mut columns = line.split('\t');
        if let (Some(word), Some(class)) = (columns.next(), columns.next()) {
            table.entry(word).or_default().insert(class, columns.next().unwrap_or_default());
        }
    }
    table
});

// The build script lays it out.
static PERSONS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/person-nouns.table")));

static ANYONE: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| SMALL.keys().filter(|word| is(word, "anyone")).map(|word| noun(word).0).collect());

/// For each noun's key the lines of the table it stands in.
static TURNS: LazyLock<BTreeMap<String, BTreeSet<u64>>> = LazyLock::new(|| {
    let mut table: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for (line, group) in rows(include_str!("../../../data/entity-nouns.tsv")).zip(0..) {
        for phrase in line.split('\t') {
            let last = phrase.split(' ').next_back().unwrap_or_default();
            table.entry(noun(&fold(last)).0).or_default().insert(group);
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several_share_a_key() {
        for (one, several) in [("thief", "thieves"), ("man", "men"), ("car", "cars"), ("person", "people")] {
            assert_eq!(noun(one), (noun(several).0, false), "{one}");
            assert!(noun(several).1, "{several}");
        }
        assert!(!noun("bus").1);
    }

    #[test]
    fn nouns_in_turn() {
        let alike = |a: &str, b: &str| alike(&noun(a).0, &noun(b).0);
        assert!(alike("jail", "prison"));
        assert!(alike("robbers", "thief"));
        assert!(!alike("jail", "car"));
    }
}
