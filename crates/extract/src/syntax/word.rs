//! Words with their classes.

use crate::Sentence;
use crate::syntax::lexicon;
use crate::syntax::{Cue, Form, Tags};
use crate::tokens::Tokens;
use corroborate_text::{Span, TokenKind, is_dash};

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
    let (mut tags, cue) = lexicon::entry(key);
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
