//! The grammar, bottom up: one production a function, its grammar line above it.
//!
//! Every production takes the rest of the text and gives what remains after it, so that places follow from
//! lengths. None looks further than a fixed number of words ahead, which keeps the whole linear.

pub(crate) mod digits;
pub(crate) mod fraction;
pub(crate) mod hedge;
pub(crate) mod number;
pub(crate) mod per;
pub(crate) mod range;
pub(crate) mod scale;
pub(crate) mod spelled;
pub(crate) mod term;
pub(crate) mod token;
pub(crate) mod unit;
pub(crate) mod vague;

/// What a production gives: the rest and its value. Errors carry nothing, since another production is tried.
pub(crate) type Parsed<'a, T> = nom::IResult<&'a str, T, ()>;

/// The failure of a production.
pub(crate) fn fail<'a, T>() -> Parsed<'a, T> {
    Err(nom::Err::Error(()))
}

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts a step of the lowest productions, so that tests can hold the work against the length of the text.
#[inline]
pub(crate) fn step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// The steps taken on this thread so far.
#[cfg(test)]
pub(crate) fn steps() -> usize {
    STEPS.with(std::cell::Cell::get)
}
