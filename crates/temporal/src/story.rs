//! How a text tells: whether it is a story of the past, and which of its dates stand aside from it.

use crate::grammar::Found;
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::meaning::{Base, Day, Direction, Meaning, When, Which};

/// Whether an expression looks aside to an earlier time (*a year earlier*, *six weeks ago*), after which the
/// text goes on where it was.
pub(super) fn is_comparison(found: &Found) -> bool {
    matches!(
        &found.said.meaning,
        Meaning::When(When { day: Day::Shift(_, Direction::Back, base), .. }) if matches!(**base, Day::Unit(..))
    )
}

/// Whether a year stands aside from the story: *the constitution of 1791*, *since 1985*, *(1790)*, *the August
/// 1792 uprising*, *as of May 2006*.
pub(super) fn is_aside(text: &str, lexemes: &[Lexeme], found: &Found) -> bool {
    let Meaning::When(When { day, .. }) = &found.said.meaning else { return false };
    if said_year(day).is_none() || found.said.modifier.is_some() {
        return false;
    }
    let at = |index: usize| lexemes.get(index).map_or("", |lexeme| lexeme.span.of(text));
    let before = found.first.checked_sub(1).map_or("", at);
    let after = at(found.after);
    if matches!(day, Day::Year(_)) {
        let cued =
            ["since", "until", "the", "s", "than"].iter().any(|known| before.eq_ignore_ascii_case(known));
        return cued || before == "(" && after == ")";
    }
    let names = lexemes.get(found.after).is_some_and(|lexeme| {
        lexeme.kind == Kind::Word && lexeme.senses.is_empty() && after.starts_with(|c: char| c.is_lowercase())
    });
    let as_of = before == "of" && found.first.checked_sub(2).map_or("", at) == "as";
    before == "the" && names || as_of
}

/// Whether an expression stands at the head of its sentence: *In 1917*, *By the end of 1958*.
pub(super) fn opens_sentence(lexemes: &[Lexeme], first: usize) -> bool {
    let starts = |index: usize| {
        let Some(lexeme) = lexemes.get(index) else { return true };
        let after_mark = index
            .checked_sub(1)
            .and_then(|before| lexemes.get(before))
            .is_none_or(|before| matches!(before.kind, Kind::Mark('.' | '!' | '?' | ']')));
        lexeme.gap >= Gap::Line || after_mark && lexeme.gap == Gap::Space
    };
    starts(first) || first.checked_sub(1).is_some_and(starts)
}

/// Whether an expression gives its year itself.
pub(super) fn says_year(found: &Found) -> bool {
    matches!(&found.said.meaning, Meaning::When(When { day, .. }) if said_year(day).is_some())
}

/// Whether a text tells of a past far from its publication: most of its years lie far back, and few of its
/// dates hang on the day it is read.
pub(super) fn is_narrative(found: &[Found], year: i32) -> bool {
    let (mut far, mut near) = (0usize, 0usize);
    for found in found {
        let Meaning::When(When { day, .. }) = &found.said.meaning else { continue };
        match said_year(day) {
            Some(said) if said != year => far += 1,
            Some(_) => near += 1,
            None if hangs_on_reading(day) => near += 1,
            None => {}
        }
    }
    far >= 6 && far > 4 * near
}

fn said_year(day: &Day) -> Option<i32> {
    match day {
        Day::Year(year) => Some(*year),
        Day::Named(_, Which::In(year)) => said_year(year),
        _ => None,
    }
}

fn hangs_on_reading(day: &Day) -> bool {
    match day {
        Day::Unit(.., Base::Now) => true,
        Day::Named(crate::meaning::Name::Weekday(_), _) => true,
        Day::Shift(.., base) => hangs_on_reading(base),
        _ => false,
    }
}
