//! Short lists of words that rules know: the groups of `data/word-groups.tsv`.

// The build script writes a constant for each group.
include!(concat!(env!("OUT_DIR"), "/groups.rs"));
