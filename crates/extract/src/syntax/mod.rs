//! What word lists alone tell about the words of a sentence: the ground that quotations and statements share.

mod cue;
mod lexicon;
mod phrase;
mod word;

pub(crate) use cue::{Class, Cue, Form, is_cue_verb};
pub(crate) use phrase::{
    NounPhrase, clause_ahead, is_finite, noun_phrase_after, noun_phrase_before, subject_of, verb_group,
};
pub(crate) use word::{Node, Tags, nodes, word_class};
