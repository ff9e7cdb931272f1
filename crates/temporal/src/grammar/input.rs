//! What the productions read, and the smallest of them.

use crate::class::Class;
use crate::lexeme::{Gap, Kind, Lexeme};
use crate::lexicon::Sense;
use corroborate_text::{Span, is_dash};
use nom::{IResult, Parser};
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Counts a look at a piece, so that tests can hold the work against the length of the text.
#[inline]
pub(crate) fn step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// The steps taken on this thread so far.
#[cfg(test)]
pub(crate) fn steps() -> usize {
    STEPS.with(Cell::get)
}

/// What is read: the pieces of a text, from one where an expression may begin.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexemes: &'a [Lexeme],
    /// Where the expression may begin.
    first: usize,
    /// For each of [`Often`], the pieces from the first on at which it has failed, as bits.
    failed: [Cell<u32>; OFTEN],
}

impl<'a> Source<'a> {
    pub(crate) fn new(text: &'a str, lexemes: &'a [Lexeme], first: usize) -> Self {
        Self { text, lexemes, first, failed: [const { Cell::new(0) }; OFTEN] }
    }
}

/// Productions that several others try at the same piece.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Often {
    Clock,
    ClockBesideDate,
    Dated,
    Counted,
    Count,
    Cardinal,
    Ordinal,
}

/// How many they are.
const OFTEN: usize = 7;

/// A production that is not tried again at a piece where it has failed. It depends on the pieces alone.
pub(crate) fn once<'a, T>(
    input: Input<'a>,
    often: Often,
    production: impl FnOnce(Input<'a>) -> Parsed<'a, T>,
) -> Parsed<'a, T> {
    // The first piece of an expression may open a paragraph, and only from itself.
    let offset = input.at.checked_sub(input.source.first).filter(|_| input.from == input.source.first);
    let bit = offset.and_then(|offset| 1_u32.checked_shl(u32::try_from(offset).ok()?));
    let place = input.source.failed.get(often as usize).zip(bit);
    if place.is_some_and(|(failed, bit)| failed.get() & bit != 0) {
        return fail();
    }
    let found = production(input);
    if let Some((failed, bit)) = place.filter(|_| found.is_err()) {
        failed.set(failed.get() | bit);
    }
    found
}

/// A position among the pieces of a text.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) source: &'a Source<'a>,
    /// Where the expression began.
    pub(crate) from: usize,
    /// The next piece.
    pub(crate) at: usize,
    /// How many days are being read inside one another: *a week after the day after …*.
    pub(crate) depth: u8,
}

/// How many pieces [`Input::leads_to`] looks at: more than stand between a count and its unit.
const AHEAD: usize = 14;

/// What a production gives.
pub(crate) type Parsed<'a, T> = IResult<Input<'a>, T, ()>;

/// The failure of a production: no reason is kept, since another is tried.
pub(crate) fn fail<'a, T>() -> Parsed<'a, T> {
    Err(nom::Err::Error(()))
}

impl<'a> Input<'a> {
    /// The start of an expression at a piece.
    pub(crate) fn new(source: &'a Source<'a>, at: usize) -> Self {
        Self { source, from: at, at, depth: 0 }
    }

    /// The next piece, unless a paragraph ends before it inside the expression.
    pub(crate) fn next(&self) -> Option<&'a Lexeme> {
        step();
        let lexeme = self.source.lexemes.get(self.at)?;
        (self.at == self.from || lexeme.gap < Gap::Paragraph).then_some(lexeme)
    }

    /// The piece after the next.
    pub(crate) fn second(&self) -> Option<&'a Lexeme> {
        self.advanced().next()
    }

    /// The piece before the next one.
    pub(crate) fn before(&self) -> Option<&'a Lexeme> {
        self.source.lexemes.get(self.at.checked_sub(1)?)
    }

    /// The piece two before the next one.
    pub(crate) fn before_last(&self) -> Option<&'a Lexeme> {
        self.source.lexemes.get(self.at.checked_sub(2)?)
    }

    /// One piece further.
    pub(crate) fn advanced(&self) -> Self {
        Self { at: self.at + 1, ..*self }
    }

    /// Whether one of the next pieces has a class, before a word that can stand in no expression.
    pub(crate) fn leads_to(&self, class: Class) -> bool {
        self.meets(|lexeme| lexeme.class.meets(class))
    }

    /// Whether one of the next pieces is wanted, up to a word that can stand in no expression, that included.
    pub(crate) fn meets(&self, wanted: impl Fn(&Lexeme) -> bool) -> bool {
        for lexeme in self.source.lexemes.iter().skip(self.at).take(AHEAD) {
            step();
            if wanted(lexeme) {
                return true;
            }
            if lexeme.is_outside() {
                return false;
            }
        }
        false
    }

    /// The words of a piece.
    pub(crate) fn of(&self, lexeme: &Lexeme) -> &'a str {
        lexeme.span.of(self.source.text)
    }

    /// Whether the next piece touches the one before.
    pub(crate) fn is_tight(&self) -> bool {
        self.source.lexemes.get(self.at).is_some_and(|lexeme| lexeme.gap == Gap::None)
    }

    /// Whether a figure or a letter touches the piece before.
    pub(crate) fn is_tight_figure(&self) -> bool {
        self.is_tight() && self.next().is_some_and(|lexeme| !matches!(lexeme.kind, Kind::Mark(_)))
    }

    /// Whether a piece is this word, in any case. The first letter is compared first: most words differ in it.
    #[inline(always)]
    fn is(&self, lexeme: &Lexeme, word: &str) -> bool {
        const CASE: u8 = 0x20;
        word.as_bytes().first().is_some_and(|first| (first ^ lexeme.initial) & !CASE == 0)
            && self.is_all(lexeme, word)
    }

    #[inline(never)]
    fn is_all(&self, lexeme: &Lexeme, word: &str) -> bool {
        self.of(lexeme).eq_ignore_ascii_case(word)
    }

    /// Whether the next piece is this word, in any case.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.next().is_some_and(|lexeme| self.is(lexeme, word))
    }

    /// Whether the next piece is one of these words, written so.
    pub(crate) fn is_written(&self, words: &[&str]) -> bool {
        self.next().is_some_and(|lexeme| words.contains(&self.of(lexeme)))
    }

    /// Whether the piece before is one of these words, in any case.
    pub(crate) fn follows(&self, words: &[&str]) -> bool {
        self.before().is_some_and(|lexeme| words.iter().any(|word| self.is(lexeme, word)))
    }

    /// Whether the piece before has a sense.
    pub(crate) fn follows_sense(&self, sense: Sense) -> bool {
        self.before().is_some_and(|lexeme| lexeme.senses.contains(&sense))
    }

    /// Whether nothing visible stands before the expression in its line.
    pub(crate) fn opens_line(&self) -> bool {
        self.source.lexemes.get(self.at).is_some_and(|lexeme| lexeme.gap >= Gap::Line)
    }

    /// Whether the line ends here.
    pub(crate) fn ends_line(&self) -> bool {
        self.source.lexemes.get(self.at).is_none_or(|lexeme| lexeme.gap >= Gap::Line)
    }

    /// Whether the line ends after the next piece.
    pub(crate) fn ends_line_after(&self) -> bool {
        self.advanced().ends_line()
    }

    /// From the start of the expression to here.
    pub(crate) fn span(&self) -> Option<Span> {
        let first = self.source.lexemes.get(self.from)?;
        let last = self.source.lexemes.get(self.at.checked_sub(1)?)?;
        (self.at > self.from).then(|| Span::new(first.span.start(), last.span.end()))
    }
}

/// Any of the meanings of the next word that the caller wants.
pub(crate) fn sense<'a, T>(
    wanted: impl Fn(Sense) -> Option<T>,
) -> impl Parser<Input<'a>, Output = T, Error = ()> {
    move |input: Input<'a>| {
        let found = input.next().and_then(|lexeme| lexeme.senses.iter().find_map(|&sense| wanted(sense)));
        found.map_or_else(fail, |found| Ok((input.advanced(), found)))
    }
}

/// A given word, in any case.
pub(crate) fn word<'a>(word: &'static str) -> impl Parser<Input<'a>, Output = (), Error = ()> {
    move |input: Input<'a>| if input.is_word(word) { Ok((input.advanced(), ())) } else { fail() }
}

/// One of some words, in any case; gives its index.
pub(crate) fn one_of<'a>(
    words: &'static [&'static str],
) -> impl Parser<Input<'a>, Output = usize, Error = ()> {
    move |input: Input<'a>| {
        let next = input.next().filter(|lexeme| lexeme.kind == Kind::Word);
        let found = next.and_then(|lexeme| words.iter().position(|word| input.is(lexeme, word)));
        found.map_or_else(fail, |index| Ok((input.advanced(), index)))
    }
}

/// Some words one after the other, in any case.
pub(crate) fn words<'a>(words: &'static [&'static str]) -> impl Parser<Input<'a>, Output = (), Error = ()> {
    move |input: Input<'a>| {
        let mut at = input;
        for word in words {
            if !at.is_word(word) {
                return fail();
            }
            at = at.advanced();
        }
        Ok((at, ()))
    }
}

/// A given mark.
pub(crate) fn mark<'a>(mark: char) -> impl Parser<Input<'a>, Output = (), Error = ()> {
    move |input: Input<'a>| {
        let found = input.next().is_some_and(|lexeme| lexeme.kind == Kind::Mark(mark));
        if found { Ok((input.advanced(), ())) } else { fail() }
    }
}

/// A hyphen or a dash of any width.
pub(crate) fn dash(input: Input<'_>) -> Parsed<'_, ()> {
    match input.next().map(|lexeme| lexeme.kind) {
        Some(Kind::Mark(c)) if is_dash(c) => Ok((input.advanced(), ())),
        _ => fail(),
    }
}

/// An apostrophe of any make.
pub(crate) fn apostrophe(input: Input<'_>) -> Parsed<'_, ()> {
    match input.next().map(|lexeme| lexeme.kind) {
        Some(Kind::Mark('\'' | '’' | '‘' | '`')) => Ok((input.advanced(), ())),
        _ => fail(),
    }
}

/// A production that must touch the piece before.
pub(crate) fn tight<'a, T>(
    mut production: impl Parser<Input<'a>, Output = T, Error = ()>,
) -> impl Parser<Input<'a>, Output = T, Error = ()> {
    move |input: Input<'a>| if input.is_tight() { production.parse(input) } else { fail() }
}

/// A production that must stand in the same line as the piece before.
pub(crate) fn same_line<'a, T>(
    mut production: impl Parser<Input<'a>, Output = T, Error = ()>,
) -> impl Parser<Input<'a>, Output = T, Error = ()> {
    move |input: Input<'a>| if input.opens_line() { fail() } else { production.parse(input) }
}

/// A run of so many digits, with a value in bounds.
pub(crate) fn digits<'a>(
    lengths: std::ops::RangeInclusive<u32>,
    values: std::ops::RangeInclusive<u32>,
) -> impl Parser<Input<'a>, Output = u32, Error = ()> {
    move |input: Input<'a>| match input.next().map(|lexeme| lexeme.kind) {
        Some(Kind::Number(value, length)) if lengths.contains(&length) && values.contains(&value) => {
            Ok((input.advanced(), value))
        }
        _ => fail(),
    }
}

/// A production, for a dispatch table.
pub(crate) type Production<T> = for<'b> fn(Input<'b>) -> Parsed<'b, T>;

/// As [`longest`], of the productions whose classes the next piece has.
pub(crate) fn dispatch<'a, T>(input: Input<'a>, table: &[(Class, Production<T>)]) -> Parsed<'a, T> {
    let class = input.next().map_or(Class::NONE, |lexeme| lexeme.class);
    let mut best: Option<(Input<'a>, T)> = None;
    for (begins, production) in table {
        if begins.meets(class)
            && let Ok((rest, found)) = production(input)
            && best.as_ref().is_none_or(|(best, _)| rest.at > best.at)
        {
            best = Some((rest, found));
        }
    }
    best.map_or_else(fail, Ok)
}

/// The production that reads furthest; the first of them if several do.
pub(crate) fn longest<'a, T>(
    input: Input<'a>,
    productions: &[for<'b> fn(Input<'b>) -> Parsed<'b, T>],
) -> Parsed<'a, T> {
    let mut best: Option<(Input<'a>, T)> = None;
    for production in productions {
        if let Ok((rest, found)) = production(input)
            && best.as_ref().is_none_or(|(best, _)| rest.at > best.at)
        {
            best = Some((rest, found));
        }
    }
    best.map_or_else(fail, Ok)
}
