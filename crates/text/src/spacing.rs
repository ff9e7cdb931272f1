//! Words on one line.

/// Words for showing: any run of white space in them is one blank, and none is at the ends.
///
/// ```
/// assert_eq!(corroborate_text::single_spaced(" cut\n off\u{a0}"), "cut off");
/// ```
pub fn single_spaced(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}
