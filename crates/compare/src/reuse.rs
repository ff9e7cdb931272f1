//! Passages that two accounts share.

use crate::{Account, Place};
use corroborate_article::{Diagnostic, Role};
use corroborate_extract::QuotationKind;
use corroborate_reuse::{Document, FingerprintIndex, Passage, PassageOptions, shared_passages};
use corroborate_text::Span;
use std::collections::{BTreeMap, HashMap};

/// How closely a passage follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReuseKind {
    /// Word for word.
    Verbatim,
    /// With small edits.
    NearVerbatim,
    /// The same facts in the same order, in other words.
    Paraphrase,
}

impl ReuseKind {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::NearVerbatim => "near-verbatim",
            Self::Paraphrase => "paraphrase",
        }
    }
}

/// A passage of one account that stands in another too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reuse {
    /// In the account with the lower index.
    pub a: Place,
    /// In the other.
    pub b: Place,
    /// How closely.
    pub kind: ReuseKind,
    /// Share of words that agree, in 0..=1.
    pub similarity: f64,
}

/// Fewest words of a passage, on either side, that are neither quoted nor part of a name: what two reporters
/// write of their own accord in the same words is shorter.
const MIN_OWN_WORDS: usize = 5;

/// Stories of up to so many accounts are compared pair by pair, larger ones where an index says so.
const ALL_PAIRS: usize = 32;

/// Finds the passages that accounts share, in the order of the accounts and places.
///
/// Only titles, headings and running text are compared. A quotation that both hand on is shared speech, and a
/// row of names and titles is no one's wording: a passage counts only with five words beside these.
pub(crate) fn find(accounts: &[Account], min_words: usize) -> Vec<Reuse> {
    let options = PassageOptions { min_words, ..PassageOptions::default() };
    let texts: Vec<Text> = accounts.iter().map(Text::new).collect();
    let mut found = Vec::new();
    for (a, b) in pairs(&texts, &options) {
        let (Some(left), Some(right)) = (texts.get(a), texts.get(b)) else { continue };
        for one in &left.sections {
            for other in &right.sections {
                let passages = shared_passages(one, other, &options);
                let trimmed = passages
                    .into_iter()
                    .filter_map(|passage| trimmed(passage, one, left, other, right))
                    .filter(|passage| passage.words >= min_words);
                let kept = trimmed.filter(|passage| is_reuse(passage, one, left, other, right));
                found.extend(kept.map(|passage| reuse(&passage, a, b)));
            }
        }
    }
    found.sort_by_key(|reuse| (reuse.a, reuse.b));
    found
}

/// Share of a passage, on either side, that must stand in passages shared with an earlier account for it to go without
/// saying.
const LEAST_IMPLIED: f64 = 0.9;

/// Leaves out of the passages of a large story, which come in order, those that follow from others; says how many.
///
/// A thousand accounts that print one paragraph are half a million pairs. Of a passage that two accounts both share
/// with one earlier account, the two passages with that account are given and the third is not: who prints a paragraph
/// can be read from the list as before, from the first account that has it. What one account tells in the words of
/// another is no copy, and stays.
pub(crate) fn thin(found: &mut Vec<Reuse>, accounts: usize) -> Option<Diagnostic> {
    if accounts <= ALL_PAIRS {
        return None;
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    // What an account shares with earlier ones is settled before what later ones share with it.
    let key =
        |index: usize| found.get(index).map(|reuse| (reuse.b.account, reuse.a.account, reuse.a, reuse.b));
    order.sort_by_key(|&index| key(index));
    // For each account and an earlier one, the words of the account that stand in kept passages.
    let mut kept: HashMap<usize, BTreeMap<usize, Vec<Span>>> = HashMap::new();
    let mut implied = vec![false; found.len()];
    for index in order {
        let Some(reuse) = found.get(index).filter(|reuse| reuse.kind != ReuseKind::Paraphrase) else {
            continue;
        };
        let with = |account: usize| kept.get(&account);
        let follows = with(reuse.b.account).zip(with(reuse.a.account)).is_some_and(|(of_b, of_a)| {
            of_b.range(..reuse.a.account).any(|(earlier, spans)| {
                let others = of_a.get(earlier).map_or(&[][..], Vec::as_slice);
                covered(reuse.b.span, spans) >= LEAST_IMPLIED
                    && covered(reuse.a.span, others) >= LEAST_IMPLIED
            })
        });
        if let Some(slot) = implied.get_mut(index).filter(|_| follows) {
            *slot = true;
        } else {
            kept.entry(reuse.b.account).or_default().entry(reuse.a.account).or_default().push(reuse.b.span);
        }
    }
    let all = found.len();
    let mut implied = implied.into_iter();
    found.retain(|_| !implied.next().unwrap_or(false));
    let gone = all - found.len();
    (gone > 0).then(|| {
        Diagnostic::note(format!(
            "{gone} of {all} shared passages are not listed: both accounts share the same words with an earlier account, and are listed with that"
        ))
    })
}

/// The share of a span that others cover, counting twice what two of them cover.
fn covered(span: Span, others: &[Span]) -> f64 {
    let shared: usize = others.iter().filter_map(|other| other.intersection(span)).map(Span::len).sum();
    shared as f64 / span.len().max(1) as f64
}

fn reuse(passage: &Passage, a: usize, b: usize) -> Reuse {
    Reuse {
        a: Place::new(a, passage.a),
        b: Place::new(b, passage.b),
        kind: if passage.is_verbatim() { ReuseKind::Verbatim } else { ReuseKind::NearVerbatim },
        similarity: passage.similarity,
    }
}

/// An account prepared for comparison.
struct Text {
    /// Stretches of editorial blocks that nothing else stands between, so that no passage spans an advertisement.
    sections: Vec<Document>,
    /// Quoted words and names, in order.
    set_aside: Vec<Span>,
    /// Where sentences start.
    starts: Vec<usize>,
}

impl Text {
    fn new(account: &Account) -> Self {
        let (article, annotations) = (&account.article, &account.annotations);
        let mut sections: Vec<Vec<Span>> = vec![Vec::new()];
        for block in &article.blocks {
            if block.role.is_editorial() {
                if let Some(section) = sections.last_mut() {
                    section.push(block.content);
                }
            } else if block.role != Role::Blank && sections.last().is_some_and(|section| !section.is_empty())
            {
                sections.push(Vec::new());
            }
        }
        let quoted =
            annotations.quotations.iter().filter(|quotation| quotation.kind != QuotationKind::Indirect);
        let names = annotations.mentions.iter().map(|mention| mention.full);
        let mut set_aside: Vec<Span> = quoted.map(|quotation| quotation.content).chain(names).collect();
        set_aside.sort_unstable();
        Self {
            sections: sections
                .into_iter()
                .map(|parts| Document::of_parts(&article.text, parts))
                .filter(|section| !section.is_empty())
                .collect(),
            set_aside: joined(&set_aside),
            starts: annotations.sentences.iter().map(|sentence| sentence.span.start()).collect(),
        }
    }

    /// Whether a sentence starts in the words from `first` to `last`, the first of them left out.
    fn parts(&self, first: Span, last: Span) -> bool {
        let next = self.starts.partition_point(|&start| start <= first.start());
        self.starts.get(next).is_some_and(|&start| start <= last.start())
    }

    /// Words of a passage that are neither quoted nor part of a name.
    fn own_words(&self, section: &Document, passage: Span) -> usize {
        let places = section.places();
        let first = places.partition_point(|place| place.start() < passage.start());
        let inside = places.get(first..).unwrap_or_default();
        let aside = |word: Span| {
            let next = self.set_aside.partition_point(|span| span.end() <= word.start());
            self.set_aside.get(next).is_some_and(|span| span.overlaps(word))
        };
        inside.iter().take_while(|word| word.end() <= passage.end()).filter(|&&word| !aside(word)).count()
    }
}

/// Spans in order, with those that overlap made one.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut disjoint: Vec<Span> = Vec::with_capacity(spans.len());
    for &span in spans {
        match disjoint.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.hull(span),
            _ => disjoint.push(span),
        }
    }
    disjoint
}

/// Most words at an end of a passage that are cut off where they belong to another sentence than the rest.
const MOST_STRAY: usize = 2;

/// The passage without a word or two of the sentence before or after it: `Monday. The bridge …`.
fn trimmed(passage: Passage, one: &Document, left: &Text, other: &Document, right: &Text) -> Option<Passage> {
    let words = |document: &Document, span: Span| {
        let first = document.places().partition_point(|place| place.start() < span.start());
        let end = document.places().partition_point(|place| place.end() <= span.end());
        (first, end)
    };
    let ((mut a, mut a_end), (mut b, mut b_end)) = (words(one, passage.a), words(other, passage.b));
    let longer = (a_end - a).max(b_end - b);
    let place = |document: &Document, at: usize| document.places().get(at).copied().unwrap_or_default();
    let same =
        |i: usize, j: usize| one.words().get(i).is_some() && one.words().get(i) == other.words().get(j);
    let parts = |i: usize, j: usize, count: usize| {
        left.parts(place(one, i), place(one, i + count))
            || right.parts(place(other, j), place(other, j + count))
    };
    // Only words that agree are cut, so that what is left begins and ends with words that agree.
    let mut cut = 0;
    for count in (1..=MOST_STRAY).rev() {
        if (0..=count).all(|k| same(a + k, b + k)) && parts(a + count - 1, b + count - 1, 1) {
            (a, b, cut) = (a + count, b + count, cut + count);
            break;
        }
    }
    for count in (1..=MOST_STRAY).rev() {
        let (Some(i), Some(j)) = (a_end.checked_sub(count + 1), b_end.checked_sub(count + 1)) else { break };
        if (0..=count).all(|k| same(i + k, j + k)) && parts(i, j, 1) {
            (a_end, b_end, cut) = (a_end - count, b_end - count, cut + count);
            break;
        }
    }
    let agreeing = passage.words.checked_sub(cut)?;
    Some(Passage {
        a: one.span(a, a_end)?,
        b: other.span(b, b_end)?,
        words: agreeing,
        similarity: agreeing as f64 / longer.checked_sub(cut).filter(|&rest| rest > 0)? as f64,
    })
}

fn is_reuse(passage: &Passage, one: &Document, left: &Text, other: &Document, right: &Text) -> bool {
    left.own_words(one, passage.a) >= MIN_OWN_WORDS && right.own_words(other, passage.b) >= MIN_OWN_WORDS
}

fn pairs(texts: &[Text], options: &PassageOptions) -> Vec<(usize, usize)> {
    if texts.len() <= ALL_PAIRS {
        return (0..texts.len()).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
    }
    let owners: Vec<usize> =
        texts.iter().enumerate().flat_map(|(owner, text)| text.sections.iter().map(move |_| owner)).collect();
    let index = FingerprintIndex::new(texts.iter().flat_map(|text| &text.sections), options);
    let owner = |section: usize| owners.get(section).copied().unwrap_or_default();
    let mut pairs: Vec<(usize, usize)> =
        index.pairs().into_iter().map(|(a, b)| (owner(a), owner(b))).filter(|(a, b)| a != b).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_article::{Article, Block};

    fn account(paragraphs: &[(Role, &str)]) -> Account {
        let mut article = Article::default();
        for &(role, words) in paragraphs {
            let start = article.text.len();
            article.text.push_str(words);
            let content = Span::new(start, article.text.len());
            article.text.push_str("\n\n");
            let end = article.text.len();
            article.blocks.push(Block { role, span: content, content });
            article.blocks.push(Block {
                role: Role::Blank,
                span: Span::new(content.end(), end),
                content: Span::new(content.end(), end),
            });
        }
        Account::new(article)
    }

    #[test]
    fn a_paragraph_taken_over_is_reuse() {
        let wire = "the old lift bridge was closed to all traffic after a barge had struck one of its piers";
        let accounts = [
            account(&[(Role::Paragraph, &format!("On Monday {wire}."))]),
            account(&[
                (Role::Paragraph, "It had rained all night."),
                (Role::Paragraph, &format!("Then {wire}!")),
            ]),
        ];
        let found = find(&accounts, 8);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, ReuseKind::Verbatim);
        assert_eq!((found[0].a.words(&accounts), found[0].b.words(&accounts)), (wire, wire));
    }

    #[test]
    fn a_passage_has_the_words_that_are_asked_for() {
        let told = "It was closed at noon when the third of the old piers began to lean.";
        let accounts = [account(&[(Role::Paragraph, told)]), account(&[(Role::Paragraph, told)])];
        assert_eq!(
            (find(&accounts, 14).len(), find(&accounts, 15).len(), find(&accounts, 16).len()),
            (1, 1, 0)
        );
    }

    #[test]
    fn what_stands_outside_the_article_is_not_compared() {
        let notice = "all rights reserved and no part of this page may be printed again without our consent";
        let accounts = [account(&[(Role::Notice, notice)]), account(&[(Role::Notice, notice)])];
        assert!(find(&accounts, 8).is_empty());
    }

    #[test]
    fn a_passage_does_not_span_an_advertisement() {
        let (head, tail) = (
            "the council had voted to close the old road along the river bank",
            "because the slope above it has been moving for more than a year",
        );
        let accounts = [
            account(&[(Role::Paragraph, head), (Role::Widget, "Buy now"), (Role::Paragraph, tail)]),
            account(&[(Role::Paragraph, &format!("{head} {tail}"))]),
        ];
        let words: Vec<&str> = find(&accounts, 8).iter().map(|reuse| reuse.a.words(&accounts)).collect();
        assert_eq!(words, [head, tail]);
    }

    #[test]
    fn a_word_of_the_next_sentence_is_no_part_of_a_passage() {
        let shared = "it had been closed for repairs since a barge struck the second pier in March";
        let accounts = [
            account(&[(
                Role::Paragraph,
                &format!("The bridge is old. In fact {shared}. The mayor is cross."),
            )]),
            account(&[(Role::Paragraph, &format!("Few knew it. In truth {shared}.\n\nThe council met."))]),
        ];
        let found = find(&accounts, 8);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].a.words(&accounts), found[0].b.words(&accounts)), (shared, shared));
        assert_eq!((found[0].kind, found[0].similarity), (ReuseKind::Verbatim, 1.0));
    }

    #[test]
    fn in_a_large_story_a_passage_is_listed_with_the_first_account_that_has_it() {
        let shared = "the valley road has been closed since a slope gave way late on the second of the month";
        let other = "nobody was hurt but two goats and a mast of the power line went down with the stones";
        let account = |words: &str| account(&[(Role::Paragraph, words)]);
        let mut accounts: Vec<Account> =
            (0..40).map(|n| account(&format!("report {n} has nothing to do with the others"))).collect();
        for at in [3, 17, 38] {
            accounts[at] = account(&format!("In number {at}, {shared}."));
        }
        accounts[20] = account(&format!("In number 20, {shared}. It adds: {other}."));
        accounts[30] = account(&format!("In number 30, {other}."));
        let mut found = find(&accounts, 8);
        let pairs = |found: &[Reuse]| {
            found.iter().map(|r| (r.a.account, r.b.account)).collect::<Vec<(usize, usize)>>()
        };
        assert_eq!(pairs(&found), [(3, 17), (3, 20), (3, 38), (17, 20), (17, 38), (20, 38), (20, 30)]);
        let remark = thin(&mut found, accounts.len());
        assert_eq!(pairs(&found), [(3, 17), (3, 20), (3, 38), (20, 30)]);
        assert!(remark.is_some_and(|remark| remark.message.starts_with("3 of 7 ")));
        // A small story lists all.
        assert_eq!((thin(&mut found, ALL_PAIRS), found.len()), (None, 4));
    }

    #[test]
    fn a_large_story_gives_the_pairs_of_a_small_one() {
        let shared = "the valley road has been closed since a slope gave way late on the second of the month";
        let mut accounts: Vec<Account> = (0..40)
            .map(|n| account(&[(Role::Paragraph, &format!("report {n} has nothing to do with the others"))]))
            .collect();
        for at in [3, 17, 38] {
            accounts[at] = account(&[(Role::Paragraph, &format!("In number {at}, {shared}."))]);
        }
        let pairs: Vec<(usize, usize)> =
            find(&accounts, 8).iter().map(|r| (r.a.account, r.b.account)).collect();
        assert_eq!(pairs, [(3, 17), (3, 38), (17, 38)]);
    }
}
