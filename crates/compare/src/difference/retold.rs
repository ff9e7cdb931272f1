//! Quoted words that another account hands on without marks, at another time: `talks after the vote`, `talks during the
//! vote`.

use super::phrase;
use super::polarity::is_quoted;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::cues;
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::{Quotation, QuotationKind};
use corroborate_text::{Span, stem};

/// Most words of a quotation that is looked for, and fewest of them that say something and stand in both.
const MOST_WORDS: usize = 14;
const LEAST_CONTENT: usize = 3;

/// Finds marked words that stand without marks in a linked sentence, but for the word that tells when.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for (account, source) in story.accounts.iter().enumerate() {
        let marked = source.annotations.quotations.iter().filter(|one| one.kind != QuotationKind::Indirect);
        for quotation in marked {
            let Some(differs) = of(story, account, quotation) else { continue };
            let same = |other: &&mut Difference| other.sides[1].evidence == differs.sides[1].evidence;
            match found.iter_mut().find(same) {
                Some(known) => known.sides[0].evidence.extend(&differs.sides[0].evidence),
                None => found.push(differs),
            }
        }
    }
    found
}

fn of(story: &Story, account: usize, quotation: &Quotation) -> Option<Difference> {
    let said = words(story.text(account), quotation.content);
    if said.len() > MOST_WORDS || !said.iter().any(|(word, _)| is_when(word)) {
        return None;
    }
    let clause = story.clause_at(account, quotation.content.start())?;
    let mut retold: Vec<Place> = Vec::new();
    for other in story.linked_clauses(clause) {
        let place = story.place(other);
        if place.account != account && !is_quoted(story, place) {
            let there = words(story.text(place.account), place.span);
            retold.extend(window(&said, &there).map(|span| Place::new(place.account, span)));
        }
    }
    retold.sort_unstable();
    retold.dedup();
    let place = Place::new(account, quotation.content);
    let (value, other) = (story.shown(place), story.shown(*retold.first()?));
    Some(Difference {
        kind: DifferenceKind::Quote,
        relation: DifferenceRelation::Wording,
        subject: value.clone(),
        explanation: format!("“{value}” is quoted by one account; another has “{other}”, at another time."),
        sides: vec![Side { value, evidence: vec![place] }, Side { value: other, evidence: retold }],
        rule: "quote.retold",
        claim: story.claim_of(clause),
    })
}

/// Where the words of a quotation stand among others, the same but for one that tells when.
fn window(said: &[(String, Span)], there: &[(String, Span)]) -> Option<Span> {
    if said.is_empty() {
        return None;
    }
    let found = there.windows(said.len()).find(|stretch| {
        let mut others = 0;
        let mut content = 0;
        let fits = said.iter().zip(*stretch).all(|((x, _), (y, _))| {
            let turned = x != y && is_when(x) && is_when(y);
            others += usize::from(turned);
            content += usize::from(!turned && !lexicon::is_stopword(x));
            turned || stem(x) == stem(y)
        });
        fits && others == 1 && content >= LEAST_CONTENT
    })?;
    Some(found.first()?.1.hull(found.last()?.1))
}

/// The words of a stretch, folded, without articles.
fn words(text: &str, span: Span) -> Vec<(String, Span)> {
    phrase::words(text, span).filter(|(word, _)| !matches!(word.as_str(), "a" | "an" | "the")).collect()
}

/// Whether a word tells on which side of a thing another lies.
fn is_when(word: &str) -> bool {
    cues::SIDES_IN_TIME.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{window, words};
    use corroborate_text::Span;

    fn found(said: &str, there: &str) -> Option<String> {
        let all = |text: &str| words(text, Span::new(0, text.len()));
        window(&all(said), &all(there)).map(|span| span.of(there).to_owned())
    }

    #[test]
    fn the_same_words_at_another_time() {
        let there = "They came to guard the harbour before an election.";
        assert_eq!(
            found("to guard the harbour after the election", there).as_deref(),
            Some("to guard the harbour before an election")
        );
        assert_eq!(found("to guard the harbour before the election", there), None);
        assert_eq!(found("to guard the bridge after the election", there), None);
        assert_eq!(found("", there), None);
    }
}
