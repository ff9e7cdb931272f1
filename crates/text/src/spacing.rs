//! Words on one line.

/// Words for showing: any run of white space in them is one blank, and none is at the ends.
///
/// ```
/// assert_eq!(corroborate_text::single_spaced(" cut\n off\u{a0}"), "cut off");
/// ```
pub fn single_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
