//! What word lists alone tell about the words of a sentence: the ground that quotations and statements share.

mod cue;
mod lexicon;
mod phrase;
mod subject;
mod tags;
mod verb;
mod word;

pub(crate) use cue::{Class, Cue, Form, is_cue_verb};
pub(crate) use phrase::{NounPhrase, is_named, noun_phrase_after, noun_phrase_before};
pub(crate) use subject::subject_of;
pub(crate) use tags::Tags;
pub(crate) use verb::{clause_ahead, is_finite, verb_group};
pub(crate) use word::{Node, nodes, word_class};
