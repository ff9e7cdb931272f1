//! What a page says of itself around its article: who reported it and from where, and whose page it is.

use crate::Account;
use crate::cues;
use corroborate_article::Role;
use corroborate_extract::{EntityKind, country, is_organisation_kind};
use corroborate_text::{Span, fold, rows};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Most words of the name of a reporter, of a place in a line of credits, and of a page's owner.
const MOST_PERSON: usize = 4;
const MOST_PLACE: usize = 3;
const MOST_OWNER: usize = 6;

/// The people of an account's byline and credits, and the places they reported from.
pub(super) fn names(account: &Account) -> Vec<(Span, EntityKind)> {
    let text = account.article.text.as_str();
    let mut found: Vec<(Span, EntityKind)> = Vec::new();
    for &span in &account.article.metadata.byline {
        if is_person(span.of(text)) {
            found.push((span, EntityKind::Person));
        }
    }
    for block in &account.article.blocks {
        if matches!(block.role, Role::Credit | Role::Byline) {
            for (span, kind) in listed(block.content.of(text), block.content.start()) {
                if found.iter().all(|(other, _)| !other.overlaps(span)) {
                    found.push((span, kind));
                }
            }
        }
    }
    found
}

/// A word of a line and whether a mark behind it closes the name.
struct Piece<'t> {
    word: &'t str,
    at: usize,
    close: Option<char>,
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut at = 0;
    let mut found = Vec::new();
    for part in line.split_inclusive(char::is_whitespace) {
        let bare = part.trim_end();
        let opened = bare.trim_start_matches(['(', '[', '"', '“', '‘', '*']);
        let word = opened.trim_end_matches([',', ';', ':', ')', ']', '|', '/', '.', '"', '”', '’', '*']);
        // `T.`, `J.R.`
        let initial = word.chars().filter(|c| c.is_alphabetic()).count() == 1 || word.contains('.');
        let tail = opened.get(word.len()..).unwrap_or_default();
        let dotted = initial && tail.starts_with('.') && word.starts_with(char::is_uppercase);
        let word = opened.get(..word.len() + usize::from(dotted)).unwrap_or(word);
        let close =
            tail.chars().find(|c| !dotted || *c != '.').or_else(|| part.ends_with('\n').then_some('\n'));
        if !word.is_empty() {
            found.push(Piece { word, at: at + bare.len() - opened.len(), close });
        }
        at += part.len();
    }
    found
}

/// Reads `(Reporting by A. Writer in Oslo and B. Penn; editing by C. Ink)`.
fn listed(line: &str, at: usize) -> Vec<(Span, EntityKind)> {
    let pieces = pieces(line);
    let run = |from: usize, most: usize| {
        let mut end = from;
        while let Some(piece) = pieces.get(end).filter(|piece| end < from + most && is_name_word(piece.word))
        {
            end += 1;
            if piece.close.is_some() {
                break;
            }
        }
        end
    };
    let span = |from: usize, end: usize| {
        let (first, last) = (pieces.get(from)?, pieces.get(end.checked_sub(1)?)?);
        (from < end).then(|| Span::new(at + first.at, at + last.at + last.word.len()))
    };
    let word = |index: usize| pieces.get(index).map(|piece| piece.word).unwrap_or_default();
    let closed =
        |end: usize| end.checked_sub(1).and_then(|index| pieces.get(index)).and_then(|piece| piece.close);
    let mut found = Vec::new();
    let mut index = 0;
    while index < pieces.len() {
        let opens = OPENERS.contains(fold(word(index)).as_str());
        index += 1;
        if !opens {
            continue;
        }
        loop {
            let end = run(index, MOST_PERSON);
            let Some(name) = span(index, end) else { break };
            let of = |name: Span| line.get(name.start() - at..name.end() - at).unwrap_or_default();
            if is_person(of(name)) {
                found.push((name, EntityKind::Person));
            }
            index = end;
            if closed(index).is_none() && word(index) == "in" {
                let end = run(index + 1, MOST_PLACE);
                if let Some(place) = span(index + 1, end) {
                    found.push((place, EntityKind::Place));
                    index = end;
                }
            }
            match (closed(index), word(index)) {
                (None, "and" | "&") => index += 1,
                (Some(','), "and") => index += 1,
                (Some(','), _) => {}
                _ => break,
            }
        }
    }
    found
}

/// Whether a word may be part of a name: capitalised, or a particle.
fn is_name_word(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    letters && (word.starts_with(char::is_uppercase) || cues::PARTICLES.contains(&word))
}

/// Whether the words of a byline are a person's name rather than a desk's, an office or an outlet.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = |word: &&&str| letters(word) > 1 && !word.chars().any(char::is_lowercase);
    let long = words.iter().filter(|word| letters(word) > 1 && !word.contains('.'));
    let capitals = long.clone().filter(shouted).count();
    (2..=MOST_PERSON).contains(&words.len())
        && words.iter().all(|word| is_name_word(word))
        && words.last().is_some_and(|word| word.starts_with(char::is_uppercase) && letters(word) > 1)
        && (capitals == 0 || capitals == long.count())
        && !words.iter().any(|word| {
            let word = fold(word);
            is_organisation_kind(&word) || NOBODY.contains(word.as_str())
        })
        && country(name).is_none()
}

/// The owner that a page's copyright notice names: `© 2031 The Harbour Lantern`.
pub(super) fn owners(account: &Account) -> Vec<Span> {
    let text = account.article.text.as_str();
    let notices =
        account.article.blocks.iter().filter(|block| matches!(block.role, Role::Notice | Role::Widget));
    notices.filter_map(|block| owner(block.content.of(text), block.content.start())).collect()
}

fn owner(notice: &str, at: usize) -> Option<Span> {
    let sign = |mark: &str| notice.find(mark).map(|found| found + mark.len());
    let mut from = ["©", "(c)", "(C)"].iter().find_map(|mark| sign(mark)).or_else(|| sign("Copyright"))?;
    // A year, and more of the same sign.
    let rest = notice.get(from..)?;
    from += rest.len() - rest.trim_start_matches(|c: char| !c.is_alphabetic() || c == '©').len();
    let rest = notice.get(from..)?;
    let stop = rest.find(['\n', '·', '|', '•', ',', ';', ':', '(', ')', '–', '—']).unwrap_or(rest.len());
    let rest = rest.get(..stop)?;
    let stop = rest.find(". ").into_iter().chain(rest.find(" All ")).min().unwrap_or(rest.len());
    let name = rest.get(..stop)?;
    let name =
        name.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || c == '.' || c == '-');
    let words = name.split_whitespace().count();
    let named = name.starts_with(char::is_uppercase)
        && !name.starts_with("All ")
        && (1..=MOST_OWNER).contains(&words);
    (named && country(name).is_none()).then(|| Span::new(at + from, at + from + name.len()))
}

/// Words behind which a line of credits names people.
static OPENERS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/credit-openers.txt")).collect());

/// Words of bylines that are no part of a person's name.
static NOBODY: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/byline-desks.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(&str, EntityKind)> {
        listed(line, 0).into_iter().map(|(span, kind)| (span.of(line), kind)).collect()
    }

    #[test]
    fn a_line_of_credits() {
        use EntityKind::{Person, Place};
        let line = "(Reporting by Anna Berg in Vila Norte and Bo van der Ek; Additional reporting by Jo Marsh, Li \
                    Wen, and K. Moe in Oslo; writing by J.R. Holm; Editing by T. Lund)";
        let names = [
            ("Anna Berg", Person),
            ("Vila Norte", Place),
            ("Bo van der Ek", Person),
            ("Jo Marsh", Person),
            ("Li Wen", Person),
            ("K. Moe", Person),
            ("Oslo", Place),
            ("J.R. Holm", Person),
            ("T. Lund", Person),
        ];
        assert_eq!(read(line), names);
        assert_eq!(read("From our correspondent Anna Berg, Oslo"), [("Anna Berg", Person)]);
        assert_eq!(read("Additional reporting by NNS."), []);
        assert_eq!(read("By NNS Reporter in Oslo"), [("Oslo", Place)]);
    }

    #[test]
    fn people_and_desks() {
        assert!(is_person("ANNA-LISE BERG"));
        assert!(is_person("A. van Berg"));
        for desk in
            ["News Desk", "Staff Reporter", "NNS Online", "AGENCIES", "The Lantern", "Harbour Times", "A. B."]
        {
            assert!(!is_person(desk), "{desk}");
        }
    }

    #[test]
    fn owners_of_pages() {
        let of = |notice: &str| owner(notice, 0).map(|span| span.of(notice).to_owned());
        assert_eq!(of("© 2031 Rádio Norland | Cookies").as_deref(), Some("Rádio Norland"));
        assert_eq!(of("© Norland Broadcasting 2031 · Contact").as_deref(), Some("Norland Broadcasting"));
        assert_eq!(of("((c) NNS. Credit when quoting.))").as_deref(), Some("NNS"));
        assert_eq!(
            of("Copyright © The Harbour Lantern Inc. All rights reserved.").as_deref(),
            Some("The Harbour Lantern Inc")
        );
        assert_eq!(of("We use cookies."), None);
        assert_eq!(of("© 2031"), None);
        assert_eq!(of("© 2031. All rights reserved."), None);
    }
}
