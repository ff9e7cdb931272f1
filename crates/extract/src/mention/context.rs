//! What stands beside a name and tells what it names.

use super::EntityKind;
use super::lexicon::class;
use super::parts::is_legal_form;
use super::tag::Found;
use super::word::{Shape, Word};
use crate::groups;
use corroborate_text::TokenKind;

/// Gives a name the kind that the words beside it ask for.
pub(super) fn settle(words: &[Word<'_>], found: &mut Found) {
    let vague = !found.sure || found.kind == EntityKind::Other;
    if is_machine(words, found) || is_index(words, found) {
        (found.kind, found.sure) = (EntityKind::Other, true);
    } else if !found.sure && is_introduced(words, found) {
        (found.kind, found.sure) = (EntityKind::Person, true);
    } else if vague && is_thing(words, found) || !found.sure && is_goods(words, found) {
        (found.kind, found.sure) = (EntityKind::Organisation, false);
    } else if !found.sure && (words.get(found.end).is_some_and(is_legal_form) || is_firm(words, found)) {
        (found.kind, found.sure) = (EntityKind::Organisation, true);
    } else if is_located(words, found) || !found.sure && is_works(words, found) {
        (found.kind, found.sure) = (EntityKind::Place, false);
    } else if !found.sure && is_no_person(words, found) {
        (found.kind, found.sure) = (EntityKind::Other, false);
    }
}

/// Whether a name of several words ends in the number of a make: `Arden K350`.
fn is_machine(words: &[Word<'_>], found: &Found) -> bool {
    let last = words.get(found.start + 1..found.end).and_then(<[Word<'_>]>::last);
    last.is_some_and(|word| {
        word.kind == TokenKind::Word
            && word.key.ends_with(|c: char| c.is_ascii_digit())
            && word.key.starts_with(|c: char| c.is_alphabetic())
    })
}

/// Whether a name is that of an index of prices: `the Arden Composite index`.
fn is_index(words: &[Word<'_>], found: &Found) -> bool {
    let key = |steps: usize| words.get(found.end + steps).map_or("", |word| word.key);
    let last = words.get(found.start..found.end).and_then(<[Word<'_>]>::last);
    let named = last.is_some_and(|word| groups::INDEX_ENDS.contains(&word.key));
    let behind = matches!(key(0), "index" | "composite")
        || matches!((key(0), key(1)), ("industrial", "average") | ("stock", "index") | ("share", "index"));
    behind || named && found.end - found.start > 1
}

/// Whether a name with an article is a body's or a thing's: `told the Lantern`, `the Sunday Lantern reported`.
fn is_thing(words: &[Word<'_>], found: &Found) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let back = |steps: usize| found.start.checked_sub(steps).and_then(|index| words.get(index));
    let the = back(1).is_some_and(|word| word.key == "the");
    let told = back(2).is_some_and(|word| word.key == "told");
    let reports = words
        .get(found.end)
        .is_some_and(|word| word.is(class::SPEECH) || groups::MEDIUM_VERBS.contains(&word.key));
    let person = run.iter().any(|word| word.is(class::GIVEN) && !word.is(class::CALENDAR));
    // `told The Sunday Lantern`
    let capital = back(1).is_some_and(|word| word.shape == Shape::Capitalised)
        && back(2).is_some_and(|word| word.shape == Shape::Lower);
    let unknown = found.kind == EntityKind::Person || found.kind == EntityKind::Other && capital;
    // `he told Turnavan Viesk`: people who are told something mostly have a title or a name that the lists know.
    let foreign = |word: &Word<'_>| {
        word.shape == Shape::Capitalised
            && !word.is(class::GIVEN | class::SURNAME | class::FAMILY_FIRST | class::PARTICLE)
    };
    let medium = back(1).is_some_and(|word| word.key == "told")
        && found.kind == EntityKind::Person
        && run.len() == 2
        && run.iter().all(foreign);
    medium || unknown && the && !person && run.len() < 3 && (told || reports || capital)
}

/// Whether the words before a name call it a body: `the group Ostra Vek`, `carmaker Veldt`, `a stake in Veldt`, `the OVB`.
fn is_firm(words: &[Word<'_>], found: &Found) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let back = |steps: usize| found.start.checked_sub(steps).and_then(|index| words.get(index));
    if !matches!(found.kind, EntityKind::Person | EntityKind::Place) {
        return false;
    }
    let Some(before) = back(1).filter(|word| word.shape == Shape::Lower) else { return false };
    if let [word] = run
        && before.key == "the"
    {
        return word.shape == Shape::Upper && (3..6).contains(&word.key.len()) && !word.is(class::OPENS);
    }
    let held = before.key == "in" && back(2).is_some_and(|word| groups::HOLDINGS.contains(&word.key));
    let called =
        groups::BODY_NOUNS.contains(&before.key) || before.key.len() > 6 && before.key.ends_with("maker");
    // `the company Anna Berg founded`
    let person = run.iter().any(|word| word.is(class::GIVEN));
    let unknown = run.iter().all(|word| !word.is(class::OPENS) || word.is(class::SURNAME));
    unknown && !person && (held || called)
}

/// Whether a name is that of a place known and of what is made there: `Norland Lithium`.
fn is_goods(words: &[Word<'_>], found: &Found) -> bool {
    let [place, noun] = words.get(found.start..found.end).unwrap_or_default() else { return false };
    found.kind == EntityKind::Place && place.is(class::OPENS) && !noun.glued && is_material(noun)
}

/// Whether a word with a capital names a material or goods and nobody: `Copper`.
pub(super) fn is_material(noun: &Word<'_>) -> bool {
    names_goods(noun)
        && !noun.is(class::PLACE_HEAD | class::OPENS | class::HINTS | class::GIVEN | class::SURNAME)
}

/// Whether a word with a capital names a material or goods, whatever else it names.
pub(super) fn names_goods(noun: &Word<'_>) -> bool {
    let kind = (noun.classes >> class::NOUN_SHIFT).checked_sub(1);
    let kind = kind.and_then(|at| class::NOUNS.get(usize::try_from(at).ok()?));
    noun.is_capitalised() && kind.is_some_and(|kind| matches!(*kind, "substance" | "food"))
}

/// Whether a name ends in what kind of site it names: `Strandvik Mine`.
fn is_works(words: &[Word<'_>], found: &Found) -> bool {
    let [first, .., last] = words.get(found.start..found.end).unwrap_or_default() else { return false };
    let site = groups::SITES.contains(&last.key) && last.shape == Shape::Capitalised;
    site && matches!(found.kind, EntityKind::Person | EntityKind::Organisation) && !first.is(class::GIVEN)
}

/// Whether a site in lower case behind a name bears it: `the Strandvik copper mine`.
pub(super) fn is_site(words: &[Word<'_>], found: &Found) -> bool {
    let lower = |index: usize| words.get(index).filter(|word| word.shape == Shape::Lower && !word.glued);
    let site = |index: usize| lower(index).is_some_and(|word| groups::SITES.contains(&word.key));
    let noun = |index: usize| lower(index).is_some_and(|word| word.classes >> class::NOUN_SHIFT != 0);
    let the =
        found.start.checked_sub(1).and_then(|index| words.get(index)).is_some_and(|word| word.key == "the");
    the && found.start + 1 == found.end && (site(found.end) || noun(found.end) && site(found.end + 1))
}

/// Whether an article stands before a single word that names nobody known: `when the Ostra came over`.
fn is_no_person(words: &[Word<'_>], found: &Found) -> bool {
    let the =
        found.start.checked_sub(1).and_then(|index| words.get(index)).is_some_and(|word| word.key == "the");
    let [word] = words.get(found.start..found.end).unwrap_or_default() else { return false };
    // `the Marsh family`, `the Marshes`
    let behind =
        words.get(found.end).is_some_and(|next| next.classes >> class::NOUN_SHIFT != 0 && !next.glued);
    the && !behind
        && found.kind == EntityKind::Person
        && !word.key.ends_with('s')
        && !word.is(class::GIVEN | class::SURNAME | class::HONORIFIC | class::TITLE)
}

/// `the banks of the Ostra`, `the gorge of the Ostra`
fn is_of_place(words: &[Word<'_>], found: &Found) -> bool {
    let back = |steps: usize| found.start.checked_sub(steps).and_then(|index| words.get(index));
    let of = back(1).is_some_and(|word| word.key == "the") && back(2).is_some_and(|word| word.key == "of");
    let part = |word: &Word<'_>| groups::RIVER_PARTS.contains(&word.key) && word.shape == Shape::Lower;
    of && !found.sure
        && found.start + 1 == found.end
        && back(3).is_some_and(part)
        && words.get(found.start).is_some_and(|word| word.shape == Shape::Capitalised)
}

/// Whether a name that the tables do not know in full is a place's by the words before it: `in Harwick`, `the mayor of Harwick`.
fn is_located(words: &[Word<'_>], found: &Found) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let unknown = |word: &Word<'_>| {
        let common = word.is(class::LOWER
            | class::FUNCTION
            | class::CALENDAR
            | class::ORGANISATION_HEAD
            | class::TITLE);
        word.shape == Shape::Capitalised && !common
    };
    let new =
        |word: &Word<'_>| word.classes >> class::NOUN_SHIFT == 0 && !word.is(class::GIVEN | class::SURNAME);
    let back = |steps: usize| found.start.checked_sub(steps).and_then(|index| words.get(index));
    let owner = words.get(found.end).is_some_and(|word| word.kind == TokenKind::Clitic || word.key == "-");
    if is_of_place(words, found) {
        return true;
    }
    if run.len() > 2 || !run.iter().all(unknown) || !run.iter().any(new) || owner {
        return false;
    }
    let Some(before) = back(1) else { return false };
    // `in Ben Tre`: a given name alone makes no person behind `in`.
    let given = found.sure && run.len() == 2 && before.key == "in" && run.last().is_some_and(new);
    match found.kind {
        EntityKind::Other => {}
        EntityKind::Person if !found.sure || given => {}
        _ => return false,
    }
    let seat = |word: &Word<'_>| {
        word.shape == Shape::Lower && (word.is(class::PLACE_HEAD | class::TITLE) || is_people(word))
    };
    match before.key {
        "in" | "near" | "outside" => true,
        "of" => {
            found.kind == EntityKind::Other && back(2).is_some_and(|word| seat(word) && word.key != "head")
        }
        "from" => {
            back(2).is_some_and(is_people)
                || back(2).is_some_and(|word| word.shape == Shape::Lower && word.is(class::TITLE))
        }
        "at" => back(2).is_some_and(|word| word.shape == Shape::Lower && word.is(class::PLACE_HEAD)),
        _ => false,
    }
}

/// `people`, `residents`
fn is_people(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && is_noun_of_people(word)
}

pub(super) fn is_noun_of_people(word: &Word<'_>) -> bool {
    let noun = (word.classes >> class::NOUN_SHIFT)
        .checked_sub(1)
        .and_then(|at| class::NOUNS.get(usize::try_from(at).ok()?));
    noun == Some(&"person")
}

/// Whether a name of two or three words is introduced as a person's: `Jo Marsh, who …`, `Jo Marsh, 41, …`,
/// `Jo Marsh, a welder …`.
fn is_introduced(words: &[Word<'_>], found: &Found) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    // `Taranaki, a fisherman` where nothing else is known of the word.
    let single = run.len() == 1
        && found.kind == EntityKind::Other
        && run.iter().all(|w| {
            w.shape == Shape::Capitalised
                && w.classes >> class::NOUN_SHIFT == 0
                && !w.is(class::LOWER | class::OPENS)
        });
    let named = (single || (2..=3).contains(&run.len()))
        && run.iter().all(|w| w.is_capitalised() && !w.is(class::PLACE_HEAD | class::ORGANISATION_HEAD));
    let the = found.start.checked_sub(1).and_then(|index| words.get(index)).is_some_and(|w| w.key == "the");
    let Some([comma, rest @ ..]) = words.get(found.end..).filter(|_| named && !the) else { return false };
    let role = || rest.iter().skip(1).take(3).any(|word| word.is(class::TITLE));
    comma.key == ","
        && rest.first().is_some_and(|word| match word.key {
            "who" | "whose" => true,
            "a" | "an" | "the" => role(),
            _ => word.kind == TokenKind::Number && word.span.len() < 3,
        })
}
