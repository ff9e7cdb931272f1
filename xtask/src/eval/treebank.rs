//! Sentences of treebanks, given as tokens, as they would be printed.

/// Appends the tokens of a treebank as text, marks and endings joined to their words; where each stands.
pub fn joined(tokens: &[String], text: &mut String) -> Vec<[usize; 2]> {
    let mut open = true;
    let mut places = Vec::with_capacity(tokens.len());
    for token in tokens {
        let (shown, opens) = match token.as_str() {
            "``" => ("“", true),
            "''" => ("”", false),
            "-LRB-" => ("(", true),
            "-RRB-" => (")", false),
            "(" | "[" | "$" | "“" => (token.as_str(), true),
            other => (other, false),
        };
        let ending = ["'", "’"].iter().any(|mark| {
            shown
                .strip_prefix(mark)
                .is_some_and(|rest| rest.len() < 3 && rest.chars().all(char::is_alphabetic))
        });
        let joins = ending || shown == "n't" || shown.chars().all(|c| ",.;:!?%)]”".contains(c));
        if !open && !joins {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(shown);
        places.push([start, text.len()]);
        open = opens;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_text() {
        let tokens: Vec<String> =
            "`` We do n't know , '' the mayor 's aide said ( on Friday ) ; it cost $ 5 ."
                .split(' ')
                .map(str::to_owned)
                .collect();
        let mut text = String::new();
        let places = joined(&tokens, &mut text);
        assert_eq!(text, "“We don't know,” the mayor's aide said (on Friday); it cost $5.");
        let mayor = places.get(8).and_then(|[start, end]| text.get(*start..*end));
        assert_eq!(mayor, Some("mayor"));
    }
}
