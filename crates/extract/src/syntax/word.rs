//! Words with their classes.

use crate::Sentence;
use crate::syntax::lexicon::LEXICON;
use crate::syntax::{Cue, Form};
use crate::tokens::Tokens;
use corroborate_text::{Span, TokenKind, is_dash};
use std::ops::BitOr;

/// A set of word classes; a word may be in several, for lists do not know the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Tags(u64);

macro_rules! tags {
    ($($name:ident = $bit:literal,)*) => {
        impl Tags {
            $(pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

tags! {
    DET = 0, PRON = 1, OBJ = 2, PREP = 3, CONJ = 4, SUB = 5, REL = 6, WH = 7,
    BE = 8, HAVE = 9, DO = 10, MODAL = 11, NEG = 12, ADV = 13, TIME = 14, VERB = 15,
    ED = 16, ING = 17, CAP = 18, NUM = 19, CLITIC = 20, COMMA = 21, STOP = 22, COLON = 23,
    SEMI = 24, DASH = 25, MARK = 26, QUOTE = 27, OPEN = 28, CLOSE = 29, THAT = 30, TO = 31, PLURAL = 32, FORCE = 33, CONDITION = 34,
}

impl Tags {
    /// Auxiliary verbs.
    pub(crate) const AUX: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::DO.0 | Self::MODAL.0);
    /// Marks that part clauses.
    pub(crate) const PAUSE: Self =
        Self(Self::COMMA.0 | Self::STOP.0 | Self::COLON.0 | Self::SEMI.0 | Self::DASH.0 | Self::QUOTE.0);
    /// Every mark.
    pub(crate) const ANY_MARK: Self = Self(Self::PAUSE.0 | Self::MARK.0 | Self::OPEN.0 | Self::CLOSE.0);
    /// Words of grammar: none of them is a noun or the name of something.
    pub(crate) const GRAMMAR: Self = Self(
        Self::DET.0
            | Self::PRON.0
            | Self::OBJ.0
            | Self::PREP.0
            | Self::CONJ.0
            | Self::SUB.0
            | Self::AUX.0
            | Self::NEG.0
            | Self::ADV.0,
    );

    pub(crate) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// The class of that name in the word list.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "det" => Self::DET,
            "pron" => Self::PRON,
            "obj" => Self::OBJ,
            "prep" => Self::PREP,
            "conj" => Self::CONJ,
            "sub" => Self::SUB,
            "rel" => Self::REL,
            "wh" => Self::WH,
            "be" => Self::BE,
            "have" => Self::HAVE,
            "do" => Self::DO,
            "modal" => Self::MODAL,
            "neg" => Self::NEG,
            "adv" => Self::ADV,
            "time" => Self::TIME,
            "verb" => Self::VERB,
            "that" => Self::THAT,
            "to" => Self::TO,
            "plural" => Self::PLURAL,
            _ => Self(0),
        }
    }
}

impl BitOr for Tags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word, a mark, or a whole quotation seen as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) tags: Tags,
    /// The reporting verb it is a form of.
    pub(crate) cue: Option<(&'static Cue, Form)>,
    /// For a node that stands for a marked passage, its index.
    pub(crate) quote: Option<usize>,
    /// Index of the sentence it begins in.
    pub(crate) sentence: usize,
}

impl Node {
    pub(crate) const fn is(&self, any: Tags) -> bool {
        self.tags.has(any)
    }

    /// A word that may be part of a name or a noun.
    pub(crate) fn is_nominal(&self) -> bool {
        !self.is(Tags::GRAMMAR | Tags::ANY_MARK | Tags::CLITIC) || self.is(Tags::CAP) && self.is(Tags::TIME)
    }
}

/// The words and marks of the sentences, in order.
pub(crate) fn nodes(text: &str, sentences: &[Sentence], tokens: &Tokens) -> Vec<Node> {
    let mut found = Vec::with_capacity(tokens.len());
    let mut key = String::new();
    for (sentence, (place, tokens)) in sentences.iter().zip(tokens.sentences()).enumerate() {
        let start = place.span.start();
        let words = place.span.of(text);
        let shouted = !words.chars().any(char::is_lowercase);
        let ended = words.trim_end_matches(|c: char| !c.is_alphanumeric()).len() + start;
        for token in tokens {
            let span = token.span;
            let (tags, cue) = match token.kind {
                // The dot of an abbreviation or an initial parts nothing.
                TokenKind::Mark if span.start() < ended && span.of(text) == "." => (Tags::default(), None),
                TokenKind::Mark => (mark_tags(span.of(text)), None),
                TokenKind::Number => (Tags::NUM, None),
                TokenKind::Clitic => (clitic_tags(span.of(text)), None),
                TokenKind::Word if !shouted && is_acronym(span.of(text)) => stressed(span.of(text), &mut key),
                TokenKind::Word => word_tags(span.of(text), &mut key),
            };
            found.push(Node { span, tags, cue, quote: None, sentence });
        }
    }
    found
}

/// `WHO` is no `who`, nor `US` `us`.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// The classes of a word in capitals amid small letters: those of an acronym, unless it is said with stress (`WILL`,
/// `NOT`) and too long or too plain for one.
fn stressed(word: &str, key: &mut String) -> (Tags, Option<(&'static Cue, Form)>) {
    let (tags, cue) = word_tags(word, key);
    let plain = tags.has(Tags::MODAL | Tags::NEG) && (word.len() > 3 || word == "NOT");
    if plain { (tags, cue) } else { (Tags::CAP, None) }
}

fn mark_tags(mark: &str) -> Tags {
    match mark {
        "," => Tags::COMMA,
        "." | "!" | "?" | "…" => Tags::STOP,
        ":" => Tags::COLON,
        ";" => Tags::SEMI,
        "(" | "[" => Tags::OPEN,
        ")" | "]" => Tags::CLOSE,
        "-" | "\u{2010}" | "\u{2011}" => Tags::MARK,
        _ if mark.chars().all(is_dash) => Tags::DASH,
        _ => Tags::MARK,
    }
}

/// `'s` may be a possessive or `is`; the others are auxiliaries.
fn clitic_tags(clitic: &str) -> Tags {
    match clitic.trim_start_matches(['\'', '’']) {
        "re" | "m" => Tags::BE,
        "ve" => Tags::HAVE,
        "ll" | "d" => Tags::MODAL,
        _ => Tags::CLITIC,
    }
}

/// The classes of a single word, and the reporting verb it may be.
pub(crate) fn word_class(word: &str) -> (Tags, Option<(&'static Cue, Form)>) {
    word_tags(word, &mut String::new())
}

fn word_tags(word: &str, key: &mut String) -> (Tags, Option<(&'static Cue, Form)>) {
    key.clear();
    if word.is_ascii() {
        key.push_str(word);
        key.make_ascii_lowercase();
    } else {
        for c in word.chars() {
            match c {
                '’' => key.push('\''),
                c => key.extend(c.to_lowercase()),
            }
        }
    }
    let (mut tags, cue) = LEXICON.get(key.as_str()).copied().unwrap_or_default();
    let first = word.chars().next();
    if first.is_some_and(char::is_uppercase) {
        tags = tags | Tags::CAP;
    }
    if first.is_some_and(|c| c.is_ascii_digit()) {
        tags = tags | Tags::NUM;
    }
    match key.as_bytes() {
        [.., b'n', b'\'', b't'] => tags = tags | Tags::FORCE,
        [_, _, .., before, b's'] if *before != b's' => tags = tags | Tags::PLURAL,
        [_, _, .., before, b'e', b'd'] if *before != b'e' => tags = tags | Tags::ED,
        [_, _, .., b'i', b'n', b'g'] => tags = tags | Tags::ING,
        [_, _, _, .., b'l', b'y'] => tags = tags | Tags::ADV,
        _ => {}
    }
    (tags, cue)
}
