//! Classes of words around a number, as bits. The build script, which reads the words, holds this file as well.

pub(crate) const STOP: u32 = 1 << 0;
pub(crate) const VERB: u32 = 1 << 1;
pub(crate) const PARTICIPLE: u32 = 1 << 2;
pub(crate) const PEOPLE: u32 = 1 << 3;
pub(crate) const ONE: u32 = 1 << 4;
pub(crate) const HARM: u32 = 1 << 5;
pub(crate) const LABEL: u32 = 1 << 6;
pub(crate) const MONTH: u32 = 1 << 7;
pub(crate) const RISE: u32 = 1 << 8;
pub(crate) const FALL: u32 = 1 << 9;
pub(crate) const SCORE: u32 = 1 << 10;
pub(crate) const GROUP: u32 = 1 << 11;
pub(crate) const CLOCK: u32 = 1 << 12;
pub(crate) const WEIGH: u32 = 1 << 13;
pub(crate) const WEEKDAY: u32 = 1 << 14;
pub(crate) const STREET: u32 = 1 << 15;
pub(crate) const MORE: u32 = 1 << 16;
pub(crate) const WHOLE: u32 = 1 << 17;
pub(crate) const THE: u32 = 1 << 18;
pub(crate) const YEAR: u32 = 1 << 19;
pub(crate) const SOLD: u32 = 1 << 20;
pub(crate) const CLOCKED: u32 = 1 << 21;
pub(crate) const PLACED: u32 = 1 << 22;
/// What a vote or a match is counted in: *61 votes to 38*.
pub(crate) const SIDE: u32 = 1 << 23;
/// Begins a quantity only if a number follows: a hedge, *a*, *from*; computed from the other tables.
pub(crate) const LEADS: u32 = 1 << 29;
/// Stands in a hedge or before a number; computed from the table of hedges.
pub(crate) const HEDGED: u32 = 1 << 27;
/// Follows *a* or *an* in a hedge: *a total of*; computed from the table of hedges.
pub(crate) const AFTER_A: u32 = 1 << 28;
/// May begin a quantity; computed from the other tables.
pub(crate) const STARTS: u32 = 1 << 31;
/// Begins a currency code or sign, which opens with a capital or a mark.
pub(crate) const CODE: u32 = 1 << 30;

/// The classes as `data/words.tsv` names them.
pub(super) const NAMES: &[(&str, u32)] = &[
    ("stop", STOP),
    ("verb", VERB),
    ("participle", PARTICIPLE),
    ("people", PEOPLE),
    ("one", ONE),
    ("harm", HARM),
    ("label", LABEL),
    ("month", MONTH),
    ("rise", RISE),
    ("fall", FALL),
    ("score", SCORE),
    ("group", GROUP),
    ("clock", CLOCK),
    ("weigh", WEIGH),
    ("weekday", WEEKDAY),
    ("street", STREET),
    ("more", MORE),
    ("whole", WHOLE),
    ("the", THE),
    ("year", YEAR),
    ("sold", SOLD),
    ("clocked", CLOCKED),
    ("placed", PLACED),
    ("side", SIDE),
];
