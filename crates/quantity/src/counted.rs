//! The noun group behind a number: what is counted.

use crate::grammar::term::term;
use crate::grammar::token::{gap, hyphen, tail, then_keyword, word};
use crate::lexicon::{self, class};

/// What follows a number, as lengths of the text that remains.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    /// The noun group: what remains at its start and at its end.
    pub(crate) group: Option<(usize, usize)>,
    /// What the things are part of.
    pub(crate) part_of: Option<(usize, usize)>,
    /// The group is a plural, or stands for one.
    pub(crate) plural: bool,
    /// Another quantity stands between: `two million 250ml bottles`.
    pub(crate) apart: bool,
}

/// Which nouns a number asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    /// Behind most numbers.
    Plural,
    /// Behind *one* and behind a rank.
    Singular,
    /// Behind *of* and a share or measure: *a third of the vote*, *of voters*.
    Either,
}

/// Words that a noun group reaches at most.
const LONGEST: usize = 6;

/// `counted = [ "of" ] , group | "of" , ( pronoun , [ participle ] | determiner , group ) ;`
///
/// `share` says that an *of* leads to what is counted.
pub(crate) fn counted(input: &str, noun: Noun, share: bool) -> Counted {
    if let Ok((rest, ())) = then_keyword(input, "of") {
        return of_what(rest, share);
    }
    if let Ok((rest, ())) = hyphen(input) {
        return compound(rest);
    }
    let Ok((rest, ())) = gap(input) else { return Counted::default() };
    direct(rest, noun)
}

/// `of-what = ( "them" | "us" | "those" | "whom" | "which" ) , [ gap , participle ] | [ determiner ] , group ;`
fn of_what(input: &str, share: bool) -> Counted {
    let Ok((rest, ())) = gap(input) else { return Counted::default() };
    let Ok((after, first)) = token(rest) else { return Counted::default() };
    let pronoun = ["them", "us", "those", "whom", "which", "these", "you"]
        .iter()
        .any(|known| first.eq_ignore_ascii_case(known));
    if pronoun {
        let next = gap(after).and_then(|(at, ())| word(at).map(|(end, found)| (at.len(), end.len(), found)));
        let group = next
            .ok()
            .filter(|(_, _, found)| lexicon::is(found, class::PARTICIPLE))
            .map(|(start, end, _)| (start, end));
        return Counted { group, part_of: Some((rest.len(), after.len())), plural: true, apart: false };
    }
    let mut start = rest;
    for _ in 0..2 {
        let Ok((after, found)) = token(start) else { break };
        let determiner =
            ["the", "its", "their", "his", "her", "our", "my", "your", "all", "these", "those", "a", "an"];
        let Ok((next, ())) = gap(after) else { break };
        if !determiner.iter().any(|known| found.eq_ignore_ascii_case(known)) {
            break;
        }
        start = next;
    }
    // "One of the largest" ranks; it does not count.
    let superlative = word(start)
        .is_ok_and(|(_, found)| found.ends_with("est") || matches!(found, "most" | "least" | "worst"));
    if superlative && !share {
        return Counted::default();
    }
    let found = direct(start, if share { Noun::Either } else { Noun::Plural });
    let part_of =
        (start.len() != rest.len()).then(|| found.group.map(|(_, end)| (rest.len(), end))).flatten();
    Counted { part_of, ..found }
}

/// `compound = noun ;` behind a hyphen: `12-page`.
fn compound(input: &str) -> Counted {
    match word(input) {
        // A capital behind a hyphen opens a title: `3-Ferry`.
        Ok((rest, found)) if !lexicon::is(found, class::STOP) && !found.starts_with(char::is_uppercase) => {
            Counted { group: Some((input.len(), rest.len())), part_of: None, plural: false, apart: false }
        }
        _ => Counted::default(),
    }
}

/// `direct = [ term , gap ] , noun-group ;` The term is a measure of the things: `two million 250ml bottles`.
fn direct(input: &str, noun: Noun) -> Counted {
    if let Ok((after, term)) = term(input, false)
        && term.unit.is_some()
        && let Ok((after, ())) = gap(after)
    {
        return Counted { apart: true, ..noun_group(after, noun) };
    }
    noun_group(input, noun)
}

/// `noun-group = participle | { modifier } , noun , [ of-noun ] ;`
fn noun_group(input: &str, noun: Noun) -> Counted {
    let mut rest = input;
    let mut head: Option<(&str, bool)> = None;
    for index in 0..LONGEST {
        let Ok((after, found)) = token(rest) else { break };
        let known = lexicon::word(found);
        let is = |classes| known.is_some_and(|word| word.is(classes));
        if index == 0 && is(class::PARTICIPLE) && !continues(after, noun) {
            return Counted {
                group: Some((input.len(), after.len())),
                part_of: None,
                plural: true,
                apart: false,
            };
        }
        if index == 0
            && is(class::MORE)
            && let Ok((next, ())) = gap(after)
        {
            rest = next;
            continue;
        }
        let plural = is_plural(found);
        let follows = head.is_some();
        if is(class::STOP | class::MONTH | class::WEEKDAY)
            || (is(class::VERB) && follows)
            || known.is_some_and(|word| word.numeral.is_some())
        {
            break;
        }
        if follows && (head.is_some_and(|(_, plural)| plural) && !plural || verb_like(found)) {
            break;
        }
        if noun == Noun::Singular && plural {
            break;
        }
        if plural || noun != Noun::Plural {
            head = Some((after, plural));
        }
        let Ok((next, ())) = gap(after) else { break };

        rest = next;
    }
    let Some((end, plural)) = head else { return Counted::default() };
    let end = of_noun(end).unwrap_or(end);
    Counted { group: Some((input.len(), end.len())), part_of: None, plural, apart: false }
}

/// Whether a plural noun follows a participle: *injured people*.
fn continues(input: &str, noun: Noun) -> bool {
    gap(input).is_ok_and(|(rest, ())| direct_noun(rest, noun))
}

fn direct_noun(input: &str, noun: Noun) -> bool {
    token(input).is_ok_and(|(_, found)| {
        let stops = lexicon::is(found, class::STOP | class::VERB | class::PARTICIPLE | class::MONTH);
        !stops && (noun != Noun::Plural || is_plural(found)) && found.starts_with(|c: char| c.is_lowercase())
    })
}

/// `of-noun = gap , "of" , gap , noun , [ gap , noun ] , [ gap , ( "or" | "and" ) , gap , noun ] ;` with no article.
fn of_noun(input: &str) -> Option<&str> {
    let (rest, ()) = then_keyword(input, "of").ok()?;
    let (mut rest, ()) = gap(rest).ok()?;
    let mut end = None;
    for _ in 0..2 {
        let Ok((after, found)) = token(rest) else { break };
        let known = lexicon::word(found);
        if known.is_some_and(|word| {
            word.is(class::STOP | class::VERB | class::MONTH | class::PARTICIPLE) || word.numeral.is_some()
        }) || verb_like(found)
        {
            break;
        }
        end = Some(after);
        let Ok((next, ())) = gap(after) else { break };
        rest = next;
    }
    let end = end?;
    Some(or_noun(end).unwrap_or(end))
}

/// `or-noun = gap , ( "or" | "and" ) , gap , noun ;` where no more of a noun group follows.
fn or_noun(input: &str) -> Option<&str> {
    let (rest, ()) = then_keyword(input, "or").or_else(|_| then_keyword(input, "and")).ok()?;
    let (rest, ()) = gap(rest).ok()?;
    let (after, found) = token(rest).ok()?;
    let closed = gap(after)
        .and_then(|(next, ())| token(next))
        .map_or(true, |(_, next)| lexicon::is(next, class::STOP | class::VERB));
    (closed
        && !lexicon::is(found, class::STOP | class::VERB)
        && lexicon::word(found).is_none_or(|word| word.numeral.is_none()))
    .then_some(after)
}

/// `token = word , { ( "-" | "'" | "’" | "." ) , word } ;` a word with what is joined to it.
fn token(input: &str) -> crate::grammar::Parsed<'_, &str> {
    let (mut rest, first) = word(input)?;
    // *CO2*
    if first.len() < 4 && first.ends_with(|c: char| c.is_ascii_uppercase()) {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    for _ in 0..4 {
        let Some(mark) = rest.chars().next().filter(|c| matches!(c, '-' | '‑' | '\'' | '’' | '&')) else {
            break;
        };
        let Ok((after, _)) = word(tail(rest, mark.len_utf8())) else { break };
        rest = after;
    }
    let found = input.get(..input.len() - rest.len()).unwrap_or_default();
    Ok((rest, found))
}

/// Whether a noun looks like a plural.
pub(crate) fn is_plural(found: &str) -> bool {
    let last = found.rsplit(['-', '‑']).next().unwrap_or(found);
    if last.contains(['\'', '’']) {
        return false;
    }
    if lexicon::is(last, class::PEOPLE) || last.ends_with("men") || last.ends_with("people") {
        return true;
    }
    let lower = last.as_bytes();
    match lower {
        [.., b's' | b'S' | b'u' | b'i', b's'] => last.ends_with("ies"),
        [_, _, .., b's'] => !lexicon::is(last, class::STOP),
        _ => false,
    }
}

/// Participles and adverbs end a group that has its noun.
fn verb_like(found: &str) -> bool {
    found.len() > 4
        && (found.ends_with("ed") || found.ends_with("ing") || found.ends_with("ly"))
        && !found.contains('-')
}

/// Behind the adjective of a measure: `9-inch-wide`, *three years old*.
pub(crate) fn long_compound(input: &str) -> &str {
    let close = hyphen(input).and_then(|(rest, ())| word(rest));
    let Ok((rest, found)) = close.or_else(|_| gap(input).and_then(|(rest, ())| word(rest))) else {
        return input;
    };
    let old = matches!(found, "old" | "olds");
    let long = matches!(found, "long" | "high" | "tall" | "wide" | "deep" | "thick") && hyphen(input).is_ok();
    if old || long { rest } else { input }
}
