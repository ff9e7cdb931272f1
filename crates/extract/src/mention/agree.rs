//! One article, one reading: the same name is of the same kind wherever it stands.

use super::craft::is_craft;
use super::guess::is_club;
use super::lexicon::{class, is_common_noun};
use super::parts::surname;
use super::seeded::Seeded;
use super::tag::Found;
use super::word::{Shape, Word, is_common};
use super::{EntityKind, Line, context};
use crate::groups;
use corroborate_text::TokenKind;
use std::borrow::Cow;
use std::collections::HashMap;

/// Gives every name the kind that most of the article's readings of it have. A last word of a person's full name is
/// that person's, unless a place of that name is clearly meant.
pub(super) fn agree(lines: &mut [Line<'_>], forms: usize) {
    for Line { words, found, .. } in lines.iter_mut() {
        for found in found.iter_mut().filter(|found| !found.adjective) {
            context::settle(words, found);
        }
    }
    at_sites(lines, forms);
    let mut votes = Votes::default();
    // By the numbers of their keys.
    let mut surnames = vec![false; forms];
    let mut borne = vec![false; forms];
    let mut given = vec![false; forms];
    let mut short = vec![false; forms];
    let mut crafts = vec![false; forms];
    let mut inside = vec![false; forms];
    for line in lines.iter() {
        for found in line.found.iter().filter(|found| !found.adjective) {
            let run = line.words.get(found.start..found.end).unwrap_or_default();
            let weight = if found.sure { 3 } else { 2 };
            // What is none of the kinds yields to any reading elsewhere, and a headline tells less than running text.
            let vague = found.kind == EntityKind::Other;
            let weight = if vague || line.titled { 1 } else { weight };
            if let Some(vote) = votes.entry(key(run)).or_default().get_mut(found.kind as usize) {
                *vote += weight;
            }
            if !line.titled && (run.len() > 1 || !opens(&line.words, found)) {
                run.iter().for_each(|word| mark(&mut inside, word));
            }
            // `THREE Ardenne` in a headline, `Delighted Ardenne` at the head of a sentence.
            let common = run.first().is_some_and(is_common);
            if run.len() > 1 && found.kind == EntityKind::Person && !common {
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
            // `the carmaker Veldt` tells of `Veldt` elsewhere.
            let told = matches!(run, [word] if found.sure && !word.is(class::OPENS));
            let stands = if told { run.first() } else { short_name(run) };
            if let Some(word) = stands.filter(|_| found.kind == EntityKind::Organisation) {
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
        let Line { words, found, titled } = line;
        found.retain(|found| !opens_only(words, found, &votes, |word| inside.get(word.form) == Some(&true)));
        if !*titled {
            recover(words, found, &votes, [&inside, &surnames]);
        }
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
            if found.kind == EntityKind::Place && context::is_site(words, found) {
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
            let placed = before.is_some_and(|word| groups::PLACING.contains(&word.key));
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
            // What is none of the kinds yields to one that is as likely.
            let least = count(found.kind) + u32::from(found.kind != EntityKind::Other);
            if let Some(kind) = best.filter(|kind| count(*kind) >= least.max(1)) {
                found.kind = kind;
            }
        }
    }
}

/// `Strandvik` is a place where the article has `the Strandvik mine`, unless it has a firm of that name too; `Strandvik
/// Copper` is one.
fn at_sites(lines: &mut [Line<'_>], forms: usize) {
    let mut sites = vec![false; forms];
    for line in lines.iter() {
        for found in line.found.iter().filter(|found| context::is_site(&line.words, found)) {
            if let Some(word) = line.words.get(found.start) {
                mark(&mut sites, word);
            }
        }
    }
    let is_at = |word: &Word<'_>| sites.get(word.form) == Some(&true);
    let mut firms = vec![false; forms];
    for Line { words, found, .. } in lines.iter_mut() {
        for found in found.iter_mut() {
            let run = words.get(found.start..found.end).unwrap_or_default();
            if let [word, goods] = run
                && is_at(word)
                && !found.sure
                && context::names_goods(goods)
            {
                found.kind = EntityKind::Organisation;
            }
            if let [word, _, ..] = run
                && found.kind == EntityKind::Organisation
            {
                mark(&mut firms, word);
            }
        }
    }
    for Line { words, found, .. } in lines.iter_mut() {
        let vague =
            |found: &&mut Found| matches!(found.kind, EntityKind::Person | EntityKind::Other) && !found.sure;
        for found in found.iter_mut().filter(vague) {
            let [word] = words.get(found.start..found.end).unwrap_or_default() else { continue };
            let firm = firms.get(word.form) == Some(&true) && !context::is_site(words, found);
            if is_at(word) && !firm {
                found.kind = EntityKind::Place;
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
    if let [first, rest @ ..] = run
        && is_common(first)
        && !first.is(class::GIVEN | class::SURNAME | class::HINTS)
        && (opens(words, found) || first.shape == Shape::Upper)
        && votes.contains_key(key(rest).as_ref())
    {
        found.start += 1;
        return;
    }
    if let [noun, rest @ ..] = run
        && found.kind == EntityKind::Person
        && context::is_noun_of_people(noun)
        && !noun.is(class::GIVEN)
        && match rest {
            [surname] => !noun.is(class::SURNAME) && surnames.get(surname.form) == Some(&true),
            // `Welder Anna Berg`, `Driver Mahran Abdel-Oun`
            [given, .., surname] => {
                given.is_capitalised()
                    && surname.is_capitalised()
                    && (given.is(class::GIVEN) || !noun.is(class::SURNAME))
            }
            _ => false,
        }
    {
        found.start += 1;
    }
}

/// Adds names of one word that were overlooked and that the rest of the article knows: `“Karimbel is not done,”`.
fn recover(words: &[Word<'_>], found: &mut Vec<Found>, votes: &Votes<'_>, [inside, surnames]: [&[bool]; 2]) {
    let free = |at: usize| !found.iter().any(|name| (name.start..name.end).contains(&at));
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capitalised) && free(at);
    let plain = |word: &Word<'_>| {
        word.shape == Shape::Capitalised
            && word.key.len() > 3
            && !word.is(class::LOWER
                | class::FUNCTION
                | class::CALENDAR
                | class::TITLE
                | class::HONORIFIC
                | class::ORGANISATION_HEAD
                | class::PLACE_HEAD)
    };
    let glued = |at: usize| {
        words.get(at).is_some_and(|mark| mark.glued && matches!(mark.key, "-" | "/" | "." | "&"))
            && words.get(at + 1).is_some_and(|next| next.glued)
    };
    let known = |at: usize| {
        let word = words.get(at).filter(|word| plain(word))?;
        let met = [inside, surnames].iter().any(|marks| marks.get(word.form) == Some(&true));
        let beside = at > 0 && (capital(at - 1) || glued(at - 1)) || capital(at + 1) || glued(at + 1);
        if beside || !met || !free(at) {
            return None;
        }
        let vote = votes.get(word.key).copied().unwrap_or_default();
        let best = KINDS.into_iter().rev().max_by_key(|kind| vote.get(*kind as usize).copied());
        let kind = best.filter(|kind| {
            *kind != EntityKind::Other && vote.get(*kind as usize).is_some_and(|votes| *votes > 1)
        });
        let person = || (surnames.get(word.form) == Some(&true)).then_some(EntityKind::Person);
        let kind = kind.or_else(person)?;
        Some(Found { start: at, end: at + 1, kind, adjective: false, sure: false })
    };
    let more: Vec<Found> = (0..words.len()).filter_map(known).collect();
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|name| name.start);
    }
}

/// Whether a name stands first in its sentence.
fn opens(words: &[Word<'_>], found: &Found) -> bool {
    words.get(..found.start).is_some_and(|before| before.iter().all(|word| word.kind == TokenKind::Mark))
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
    let headed = last.is(class::ORGANISATION_HEAD) || context::is_material(last);
    Some(first).filter(own).filter(|_| run.len() > 1 && headed)
}

/// Whether a name is one ordinary word that opens a sentence, met once: `Sandbags were handed out`.
fn opens_only(
    words: &[Word<'_>],
    found: &Found,
    votes: &Votes<'_>,
    inside: impl Fn(&Word<'_>) -> bool,
) -> bool {
    let run = words.get(found.start..found.end).unwrap_or_default();
    let [word] = run else { return false };
    let met = || votes.get(word.key).copied().unwrap_or_default().iter().sum::<u32>();
    let first = opens(words, found);
    let unlisted = !word.is(class::GIVEN | class::SURNAME | class::OPENS | class::HINTS);
    let person = found.kind == EntityKind::Person
        || found.kind == EntityKind::Other
            && votes.get(word.key).is_some_and(|votes| votes.first().is_some_and(|people| *people > 0));
    let noun = ["s", "es"].iter().filter_map(|ending| word.key.strip_suffix(ending)).any(is_common_noun);
    let plural = unlisted && (noun || person && word.key.ends_with('s'));
    let common = word.is(class::LOWER) || plural;
    first && !found.sure && !found.adjective && common && (met() <= 2 || plural && !inside(word))
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
