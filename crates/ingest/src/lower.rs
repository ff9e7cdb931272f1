//! Text in lower case, for looking up words and phrases in it.

/// A text in lower case, with straight apostrophes.
pub(crate) fn lower(text: &str) -> String {
    let lower = text.to_lowercase();
    if lower.contains('’') { lower.replace('’', "'") } else { lower }
}

/// The first so many characters of a text.
pub(crate) fn beginning(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{beginning, lower};

    #[test]
    fn the_first_characters_and_small_letters() {
        assert_eq!(beginning("Élan vital", 4), "Élan");
        assert_eq!(beginning("Él", 4), "Él");
        assert_eq!(lower("It’s ÉLAN"), "it's élan");
    }
}
