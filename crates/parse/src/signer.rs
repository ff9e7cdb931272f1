//! The name in a part of a byline, and what else stands there.

use crate::byline::is_office;
use crate::lead::is_outlet;
use crate::person::{is_given, is_initials, may_be_person};
use crate::stamp::opens_with_date;

/// The name that opens a part of a byline, without the office, the outlet, the degree or the handle behind it, be they
/// parted from it or not: `Ann Writer Foreign Editor`, `Bo PennStaff Writer`, `Ann Writer@annwriter`.
pub(crate) fn signer(part: &str) -> &str {
    let part = part.split('@').next().unwrap_or_default().trim();
    let part = unglued(part).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | ':' | '·'));
    without_tail(part)
}

/// What stands before an office, a label or a date that runs into the name.
fn unglued(part: &str) -> &str {
    let mut before = ' ';
    for (at, c) in part.char_indices() {
        let rest = part.get(at..).unwrap_or_default();
        let head = part.get(..at).unwrap_or_default();
        let capital = c.is_uppercase() && (opens_tail(rest) || ends_surname(head));
        if before.is_lowercase() && (capital || c.is_ascii_digit()) {
            return head;
        }
        before = c;
    }
    part
}

/// Whether words may be a name whose last word is whole: not `Fitz` or `Mac`, behind which another capital stands.
fn ends_surname(head: &str) -> bool {
    let last = head.split_whitespace().next_back().unwrap_or_default();
    last.chars().count() >= 4 && !last.ends_with("Fitz") && may_be_person(head)
}

fn opens_tail(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let word = rest.get(..end).unwrap_or_default();
    // `WriterIllustrator`: offices may run together too.
    let cut = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map_or(word.len(), |(at, _)| at);
    let word = word.get(..cut).unwrap_or_default();
    matches!(word, "Published" | "Updated" | "Posted") || is_office(word) || opens_with_date(rest)
}

/// The name of two or three words before an office, an outlet or a degree.
fn without_tail(part: &str) -> &str {
    let ends: Vec<usize> = ends(part).take(9).collect();
    let word = |number: usize| {
        let from = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
        ends.get(number).and_then(|end| part.get(from..*end)).unwrap_or_default().trim()
    };
    let second = word(1);
    // `Mary Jo Quill`: of two given names the third word is the surname, if it can be one.
    let particle = second.starts_with(char::is_lowercase);
    let counts: &[usize] = if particle {
        &[3, 4]
    } else if is_given(second) || is_initials(second) {
        &[3, 4, 2]
    } else {
        &[2, 3, 4]
    };
    for &count in counts.iter().filter(|count| (1..=TAIL).contains(&ends.len().saturating_sub(**count))) {
        let Some((head, tail)) = ends.get(count - 1).and_then(|end| part.split_at_checked(*end)) else {
            continue;
        };
        let next = word(count);
        let begins = next.eq_ignore_ascii_case("for")
            || is_degree(next, head)
            || is_office(tail)
            || is_outlet_of(tail);
        if begins && may_be_person(head) {
            return head;
        }
    }
    part
}

/// Most words of an office or an outlet behind a name.
const TAIL: usize = 5;

/// Where the words of a part end.
fn ends(part: &str) -> impl Iterator<Item = usize> {
    let blanks = part.match_indices(char::is_whitespace).map(|(at, _)| at);
    blanks
        .filter(|at| !part.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace)))
        .chain([part.len()])
}

/// `Harbour Courier-Post`, `NEWSBoat`
fn is_outlet_of(tail: &str) -> bool {
    let coined = |word: &str| {
        let capitals = word.chars().take_while(|c| c.is_uppercase()).count();
        capitals >= 3 && word.chars().any(char::is_lowercase)
    };
    tail.split(['-', ' ']).any(|word| is_outlet(word) || coined(word))
}

/// `MD`, `Ph.D.` behind a name that is not all in capitals.
fn is_degree(word: &str, name: &str) -> bool {
    let bare = word.trim_end_matches(',');
    let number = bare.chars().all(|c| matches!(c, 'I' | 'V'));
    let capitals =
        !number && (2..=4).contains(&bare.len()) && bare.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    (capitals || bare == "Ph.D." || bare == "PhD") && name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::signer;

    #[test]
    fn a_name_ends_where_an_office_or_an_outlet_begins() {
        for (part, name) in [
            ("Ann Writer", "Ann Writer"),
            ("Ann Writer Foreign Editor", "Ann Writer"),
            ("Ann WriterStaff Writer", "Ann Writer"),
            ("Ann WriterPublished: Mar 4", "Ann Writer"),
            ("Ann WriterMar 4", "Ann Writer"),
            ("Ann Writer@annwriter", "Ann Writer"),
            ("Ann Quill Harbour Times", "Ann Quill"),
            ("Ann Quill Harbour Courier-Post", "Ann Quill"),
            ("Mary Jo Quill Harbour Times", "Mary Jo Quill"),
            ("Ann E. Quill MD", "Ann E. Quill"),
            ("Ann de Quill For the Times", "Ann de Quill"),
            ("Ann McQuill", "Ann McQuill"),
            ("Ann FitzQuill", "Ann FitzQuill"),
            ("Ann QuillCity Desk", "Ann Quill"),
            ("Ann Lane Contributor", "Ann Lane"),
            ("Ann Quill III", "Ann Quill III"),
            ("Ann Quill3 minute Read", "Ann Quill"),
        ] {
            assert_eq!(signer(part), name, "{part}");
        }
    }
}
