//! One article, one reading: the same name is of the same kind wherever it stands.

use super::craft::is_craft;
use super::lexicon::class;
use super::parts::{is_legal_form, surname};
use super::seeded::Seeded;
use super::tag::{Found, is_club};
use super::word::{Shape, Word};
use super::{EntityKind, Line};
use corroborate_text::TokenKind;
use std::borrow::Cow;
use std::collections::HashMap;

/// Gives every name the kind that most of the article's readings of it have. A last word of a person's full name is
/// that person's, unless a place of that name is clearly meant.
pub(super) fn agree(lines: &mut [Line<'_>], forms: usize) {
    for Line { words, found, .. } in lines.iter_mut() {
        for found in found.iter_mut().filter(|found| !found.adjective) {
            if !found.sure && is_introduced(words, found) {
                (found.kind, found.sure) = (EntityKind::Person, true);
            } else if (!found.sure || found.kind == EntityKind::Other) && is_thing(words, found) {
                (found.kind, found.sure) = (EntityKind::Organisation, false);
            } else if !found.sure && words.get(found.end).is_some_and(is_legal_form) {
                (found.kind, found.sure) = (EntityKind::Organisation, true);
            } else if is_located(words, found) {
                (found.kind, found.sure) = (EntityKind::Place, false);
            }
        }
    }
    let mut votes = Votes::default();
    // By the numbers of their keys.
    let mut surnames = vec![false; forms];
    let mut borne = vec![false; forms];
    let mut given = vec![false; forms];
    let mut short = vec![false; forms];
    let mut crafts = vec![false; forms];
    for line in lines.iter() {
        for found in line.found.iter().filter(|found| !found.adjective) {
            let run = line.words.get(found.start..found.end).unwrap_or_default();
            let weight = if found.sure { 3 } else { 2 };
            // What no one vouches for yields to any reading elsewhere, and a headline tells less than running text.
            let vague = found.kind == EntityKind::Other && !found.sure;
            let weight = if vague || line.titled { 1 } else { weight };
            if let Some(vote) = votes.entry(key(run)).or_default().get_mut(found.kind as usize) {
                *vote += weight;
            }
            if run.len() > 1 && found.kind == EntityKind::Person {
                for word in run {
                    mark(&mut borne, word);
                }
                if let Some(word) = run.first().filter(|_| !line.titled) {
                    mark(&mut given, word);
                }
            }
            if let Some(word) =
                run.last().filter(|_| found.kind == EntityKind::Other && is_craft(&line.words, found))
            {
                mark(&mut crafts, word);
            }
            if let Some(word) = short_name(run).filter(|_| found.kind == EntityKind::Organisation) {
                mark(&mut short, word);
            }
            if found.kind == EntityKind::Person
                && !line.titled
                && let Some(word) = surname(run).filter(|_| run.len() > 1)
            {
                mark(&mut surnames, word);
            }
        }
    }
    for line in lines {
        let Line { words, found, .. } = line;
        found.retain(|found| !opens_only(words, found, &votes));
        for found in found.iter_mut().filter(|found| !found.adjective) {
            bound(words, found, &votes, &surnames);
        }
        for found in found.iter_mut().filter(|found| !found.adjective && found.kind != EntityKind::Group) {
            let run = words.get(found.start..found.end).unwrap_or_default();
            if found.kind == EntityKind::Other && is_craft(words, found) {
                let owner = matches!(run, [word] if borne.get(word.form) == Some(&true));
                if owner && !found.sure {
                    found.kind = EntityKind::Person;
                }
                continue;
            }
            let key = key(run);
            let vote = votes.get(key.as_ref()).copied().unwrap_or_default();
            let count = |kind: EntityKind| vote.get(kind as usize).copied().unwrap_or_default();
            // `the Aurora` where the article has `the ferry Aurora`, and nobody of that name.
            let craft = matches!(run, [word] if crafts.get(word.form) == Some(&true) && borne.get(word.form) != Some(&true));
            if craft && !found.sure {
                (found.kind, found.sure) = (EntityKind::Other, true);
                continue;
            }
            let surname = matches!(run, [word] if surnames.get(word.form) == Some(&true));
            let before = found.start.checked_sub(1).and_then(|index| words.get(index));
            let placed =
                before.is_some_and(|word| matches!(word.key, "in" | "near" | "at" | "from" | "outside"));
            let other = found.kind == EntityKind::Other && found.sure;
            if surname && !other && !(found.kind == EntityKind::Place && (placed || found.sure)) {
                found.kind = EntityKind::Person;
                continue;
            }
            // `Harrow` where the article has `Harrow Foods`, and nobody of that name.
            let firm = matches!(run, [word] if short.get(word.form) == Some(&true) && borne.get(word.form) != Some(&true));
            let at = before.is_some_and(|word| word.key == "at");
            if firm && !found.sure && (found.kind != EntityKind::Place || at) {
                found.kind = EntityKind::Organisation;
                continue;
            }
            // `Anna` where the article has `Anna Berg`, and no place of that name is known.
            let called =
                matches!(run, [word] if given.get(word.form) == Some(&true) && !word.is(class::OPENS));
            if called && !found.sure && found.kind == EntityKind::Place && !placed {
                found.kind = EntityKind::Person;
                continue;
            }
            // `a welder from Port Ellen`, and nobody of that name in the article.
            // People send and tell: `from Anna`.
            let sender = before.is_some_and(|word| word.key == "from")
                && run.iter().any(|word| word.is(class::GIVEN | class::SURNAME));
            if placed && !sender && run.len() == 1 && found.kind == EntityKind::Person && !found.sure {
                found.kind = EntityKind::Place;
                continue;
            }
            // `Jo Marsh` where `Marsh` alone is a person's name, and nothing else is known of the longer one.
            let last = run.last().filter(|_| found.kind == EntityKind::Other && (2..=3).contains(&run.len()));
            let bearer = last.and_then(|word| votes.get(word.key)).is_some_and(|vote| {
                let person = vote.get(EntityKind::Person as usize).copied().unwrap_or_default();
                person > 1 && person * 2 > vote.iter().sum()
            });
            if bearer {
                found.kind = EntityKind::Person;
                continue;
            }
            let best = KINDS.into_iter().rev().max_by_key(|kind| count(*kind));
            if let Some(kind) = best.filter(|kind| count(*kind) > count(found.kind)) {
                found.kind = kind;
            }
        }
    }
}

/// Sets the bounds of a name by the rest of the article: `New Harbour` at the head of a sentence where it stands
/// elsewhere too, `Marsh` in `Fraudster Marsh` where somebody is called so.
fn bound(words: &[Word<'_>], found: &mut Found, votes: &Votes<'_>, surnames: &[bool]) {
    let before = found.start.checked_sub(1).and_then(|index| words.get(index));
    let run = words.get(found.start..found.end).unwrap_or_default();
    if let Some(new) = before.filter(|word| word.key == "new" && word.shape == Shape::Capitalised)
        && run.last().is_some_and(|last| !last.glued && votes.contains_key(new.joined(last)))
    {
        found.start -= 1;
        return;
    }
    if let [noun, rest @ ..] = run
        && found.kind == EntityKind::Person
        && is_noun_of_people(noun)
        && !noun.is(class::GIVEN | class::SURNAME)
        && match rest {
            [surname] => surnames.get(surname.form) == Some(&true),
            // `Welder Anna Berg`
            [given, surname] => given.is(class::GIVEN) && surname.is_capitalised(),
            _ => false,
        }
    {
        found.start += 1;
    }
}

/// Whether a name with an article is a body's or a thing's: `told the Lantern`, `the Sunday Lantern reported`.
fn is_thing(words: &[Word<'_>], found: &Found) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let back = |steps: usize| found.start.checked_sub(steps).and_then(|index| words.get(index));
    let the = back(1).is_some_and(|word| word.key == "the");
    let told = back(2).is_some_and(|word| word.key == "told");
    let reports = words.get(found.end).is_some_and(|word| {
        word.is(class::SPEECH) || matches!(word.key, "reported" | "reports" | "has" | "can" | "understands")
    });
    let person = run.iter().any(|word| word.is(class::GIVEN) && !word.is(class::CALENDAR));
    // `told The Sunday Lantern`
    let capital = back(1).is_some_and(|word| word.shape == Shape::Capitalised)
        && back(2).is_some_and(|word| word.shape == Shape::Lower);
    let unknown = found.kind == EntityKind::Person || found.kind == EntityKind::Other && capital;
    unknown && the && !person && run.len() < 3 && (told || reports || capital)
}

fn mark(marks: &mut [bool], word: &Word<'_>) {
    if let Some(slot) = marks.get_mut(word.form) {
        *slot = true;
    }
}

/// The word of an organisation's name that stands for all of it: the first, where the last says what kind of organisation
/// it is; the town of a club.
fn short_name<'r, 'k>(run: &'r [Word<'k>]) -> Option<&'r Word<'k>> {
    let (first, last) = (run.first()?, run.last()?);
    let own =
        |word: &&Word<'_>| word.is_capitalised() && !word.is(class::LOWER | class::FUNCTION | class::OPENS);
    if is_club(run) {
        return Some(last).filter(own);
    }
    Some(first).filter(own).filter(|_| run.len() > 1 && last.is(class::ANY_HEAD))
}

/// Whether a name is one ordinary word that opens a sentence, met once: `Sandbags were handed out`.
fn opens_only(words: &[Word<'_>], found: &Found, votes: &Votes<'_>) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let [word] = run else { return false };
    let met = || votes.get(word.key).copied().unwrap_or_default().iter().sum::<u32>();
    let first = found.start == 0
        || words.get(..found.start).is_some_and(|before| before.iter().all(|w| w.kind == TokenKind::Mark));
    let plural = word.key.ends_with('s') && !word.is(class::GIVEN | class::SURNAME);
    let common = word.is(class::LOWER) || plural && found.kind == EntityKind::Person;
    first && !found.sure && !found.adjective && common && met() <= 2
}

/// Whether a name that the tables do not know in full is a place's by the words before it: `in Harwick`, `the mayor of Harwick`.
fn is_located(words: &[Word<'_>], found: &Found) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let unknown = |word: &Word<'_>| {
        let common =
            word.is(class::LOWER | class::FUNCTION | class::CALENDAR | class::ANY_HEAD | class::ANY_TITLE);
        word.shape == Shape::Capitalised && !common
    };
    let new =
        |word: &Word<'_>| word.classes >> class::NOUN_SHIFT == 0 && !word.is(class::GIVEN | class::SURNAME);
    let back = |steps: usize| found.start.checked_sub(steps).and_then(|index| words.get(index));
    let owner = words.get(found.end).is_some_and(|word| word.kind == TokenKind::Clitic || word.key == "-");
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
        word.shape == Shape::Lower && (word.is(class::PLACE_HEAD | class::ANY_TITLE) || is_people(word))
    };
    match before.key {
        "in" | "near" | "outside" => true,
        "of" => {
            found.kind == EntityKind::Other && back(2).is_some_and(|word| seat(word) && word.key != "head")
        }
        "from" => {
            back(2).is_some_and(is_people)
                || back(2).is_some_and(|word| word.shape == Shape::Lower && word.is(class::ANY_TITLE))
        }
        "at" => back(2).is_some_and(|word| word.shape == Shape::Lower && word.is(class::PLACE_HEAD)),
        _ => false,
    }
}

/// `people`, `residents`
fn is_people(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && is_noun_of_people(word)
}

fn is_noun_of_people(word: &Word<'_>) -> bool {
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
        && run.iter().all(|w| w.is_capitalised() && !w.is(class::PLACE_HEAD | class::ANY_HEAD));
    let the = found.start.checked_sub(1).and_then(|index| words.get(index)).is_some_and(|w| w.key == "the");
    let Some([comma, rest @ ..]) = words.get(found.end..).filter(|_| named && !the) else { return false };
    let role = || rest.iter().skip(1).take(3).any(|word| word.is(class::ANY_TITLE));
    comma.key == ","
        && rest.first().is_some_and(|word| match word.key {
            "who" | "whose" => true,
            "a" | "an" | "the" => role(),
            _ => word.kind == TokenKind::Number && word.span.len() < 3,
        })
}

/// Kinds in the order in which they win where the votes are equal.
const KINDS: [EntityKind; 4] =
    [EntityKind::Place, EntityKind::Organisation, EntityKind::Person, EntityKind::Other];

/// The votes for each kind of a name.
type Votes<'k> = HashMap<Cow<'k, str>, [u32; 5], Seeded>;

/// The keys of a name's words, joined by blanks.
fn key<'k>(run: &[Word<'k>]) -> Cow<'k, str> {
    match run {
        [] => Cow::Borrowed(""),
        [word] => Cow::Borrowed(word.key),
        [first, rest @ .., last] if !last.glued && rest.iter().all(|word| !word.glued) => {
            Cow::Borrowed(first.joined(last))
        }
        _ => Cow::Owned(run.iter().map(|word| word.key).collect::<Vec<_>>().join(" ")),
    }
}
