//! Where the head of the page ends and where its body ends.

use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::foot::introduced;
use crate::row::{Finish, Row};
use crate::signature;
use crate::tongue;
use crate::vocabulary::{Told, Vocabulary};
use corroborate_article::Role;

/// The rows of a page with what each gives away.
pub(crate) struct Page<'t> {
    /// The rows.
    pub(crate) rows: Vec<Row<'t>>,
    /// The evidence of each.
    pub(crate) evidence: Vec<Evidence>,
    /// Whether entries with times of day follow each other.
    pub(crate) live: bool,
    /// The full names in bylines.
    pub(crate) authors: Vec<String>,
}

impl<'t> Page<'t> {
    /// Reads the evidence of every row.
    pub(crate) fn new(rows: Vec<Row<'t>>) -> Self {
        let mut evidence: Vec<Evidence> = rows.iter().map(Evidence::of).collect();
        signature::mark(&rows, &mut evidence);
        tongue::mark(&rows, &mut evidence);
        let clocks = evidence.iter().filter(|evidence| match evidence {
            Evidence::Stamp(stamp) => !stamp.has_date() && stamp.has_time() && !stamp.labelled,
            _ => false,
        });
        let live = clocks.count() >= 2;
        let authors = authors(&rows, &evidence);
        Self { rows, evidence, live, authors }
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether a row is unmistakably running text.
    pub(crate) fn is_running(&self, at: usize) -> bool {
        self.is_open(at)
            && self.rows.get(at).is_some_and(|row| row.is_running() && !row.bullet)
            && !self.is_listed(at)
    }

    /// Whether a row can be text of an article, a short paragraph among it.
    pub(crate) fn is_text(&self, at: usize) -> bool {
        self.is_open(at)
            && self.rows.get(at).is_some_and(|row| row.is_text() && !row.bullet)
            && !self.is_listed(at)
    }

    /// Whether a row is one of several titles that follow each other without a gap, as long as they may be.
    fn is_listed(&self, at: usize) -> bool {
        let title = |row: &Row<'_>| row.finish == Finish::Open && row.words >= TITLE;
        if !self.rows.get(at).is_some_and(title) {
            return false;
        }
        let before = (1..=BESIDE).take_while(|by| {
            let close =
                at.checked_sub(by - 1).and_then(|below| self.rows.get(below)).is_some_and(|row| row.gap == 0);
            close && at.checked_sub(*by).and_then(|above| self.rows.get(above)).is_some_and(title)
        });
        let behind = (1..=BESIDE)
            .take_while(|by| self.rows.get(at + by).is_some_and(|row| row.gap == 0 && title(row)));
        before.count() + behind.count() >= BESIDE
    }

    /// Whether nothing was recognised in a row.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        self.evidence.get(at).is_some_and(Evidence::is_none)
    }

    /// Whether a row says who wrote the article or when, as the head of a page does.
    fn is_head_line(&self, at: usize) -> bool {
        match self.evidence.get(at) {
            Some(Evidence::Byline(_)) => true,
            Some(Evidence::Stamp(stamp)) => stamp.has_date() || stamp.labelled,
            Some(Evidence::Cue(Cue::Role(Role::Byline) | Cue::SummaryHead)) => true,
            // `PTI`, `Agencies`: whose copy it is.
            Some(Evidence::Cue(Cue::Role(Role::Credit))) => {
                self.rows.get(at).is_some_and(|row| row.words <= 2)
            }
            _ => false,
        }
    }

    /// Whether a row closes an article: what comes after is links, comments or small print.
    fn is_closing(&self, at: usize) -> bool {
        matches!(
            self.evidence.get(at),
            Some(Evidence::Cue(
                Cue::CommentHead
                    | Cue::RelatedHead
                    | Cue::TagHead
                    | Cue::Role(Role::CommentPrompt | Role::Notice | Role::Credit | Role::Correction)
            ))
        )
    }

    /// The row that opens the article's running text; the number of rows where there is none.
    pub(crate) fn lead(&self) -> usize {
        let mut running: Vec<usize> = (0..self.len()).filter(|&at| self.is_running(at)).collect();
        if running.is_empty() {
            // A brief: nothing is long.
            running = (0..self.len()).filter(|&at| self.is_text(at)).collect();
        }
        let Some(first) = self.first_of_article(&running) else { return self.len() };
        self.back_over_short_paragraphs(self.past_head_lines(first, &running))
    }

    /// The first row of running text that can be the article's: a few sentences of the site above its menu or among other
    /// articles' headlines are passed over where a byline or a date parts them from much more text.
    fn first_of_article(&self, running: &[usize]) -> Option<usize> {
        let words = |at: usize| self.rows.get(at).map_or(0, |row| row.words);
        let blocks: Vec<&[usize]> = running.chunk_by(|a, b| b - a <= NEAR).collect();
        let sizes: Vec<usize> = blocks.iter().map(|block| block.iter().map(|&at| words(at)).sum()).collect();
        let most = sizes.iter().copied().max()?;
        let first = sizes.iter().position(|&size| TIMES * size >= most)?;
        let (start, before) = (*blocks.get(first)?.first()?, *running.first()?);
        let signed = (start.saturating_sub(HEAD)..start).any(|at| at > before && self.is_head_line(at));
        let passed: usize = sizes.iter().take(first).sum();
        Some(if signed && passed <= MOST_PASSED { start } else { before })
    }

    /// Title and summary may be as long as paragraphs; who and when stand behind them and before the lead.
    fn past_head_lines(&self, first: usize, running: &[usize]) -> usize {
        let mut lead = first;
        let (mut passed, mut gone) = (1, 0);
        for at in first + 1..self.len() {
            if self.is_running(at) {
                passed += 1;
            }
            let short = self.rows.get(at).is_some_and(|row| row.words <= 50);
            if passed > 3 || !short || self.is_closing(at) && gone == 0 && passed > 1 {
                break;
            }
            let dateless = self.live && !matches!(self.evidence.get(at), Some(Evidence::Byline(_)));
            if !self.is_head_line(at) || dateless {
                continue;
            }
            let Some(&next) = running.iter().find(|&&next| next > at) else { break };
            let after = running.iter().filter(|&&other| other >= next).count();
            if after >= passed.max(1) && (passed == 1 || after >= 3) {
                lead = next;
                gone = passed;
            }
        }
        lead
    }

    /// Short paragraphs may stand before the first long one.
    fn back_over_short_paragraphs(&self, lead: usize) -> usize {
        let mut start = lead;
        while let Some(before) = start.checked_sub(1) {
            let paragraph = self.is_open(before)
                && self.rows.get(before).is_some_and(|row| {
                    row.finish == Finish::Full
                        && row.words >= 4
                        && !row.is_exclaimed()
                        && !row.bullet
                        && !row.text.ends_with("...")
                });
            if !paragraph {
                break;
            }
            start = before;
        }
        if start == lead {
            return lead;
        }
        if start == 0 {
            return (lead).min(1);
        }
        // Right under the title the first of them is its summary.
        if self.is_open(start - 1) { start + 1 } else { start }
    }

    /// What the rows of text from one to another say.
    pub(crate) fn told(&self, from: usize, to: usize) -> Told {
        let mut told = Told::default();
        let texts = (from..=to).filter(|&at| self.is_text(at)).filter_map(|at| self.rows.get(at));
        texts.for_each(|row| told.take(row.text));
        told
    }

    /// The last row of the article's body at or after `lead`: what follows are links, comments, small print.
    pub(crate) fn last(&self, lead: usize, words: &Vocabulary) -> usize {
        let texts = self.texts_after(lead);
        let mut closed: Option<usize> = None;
        let mut last = lead;
        let (mut told, mut taken, mut seen) = (Told::default(), lead, lead);
        for at in lead..self.len() {
            if self.is_closing(at) {
                closed = closed.or(Some(at));
                continue;
            }
            let Some(row) = self.rows.get(at).filter(|_| self.is_text(at)) else {
                // Entries of a list that belongs to the text.
                seen = if seen + 2 >= at && self.is_open(at) { at } else { seen };
                continue;
            };
            let announces = row.finish == Finish::Colon
                && !self.rows.get(at + 1).is_some_and(|next| next.bullet || self.is_text(at + 1));
            // `Ann Writer covers the coast.`
            let signs = self.authors.iter().any(|name| row.text.starts_with(name.as_str()));
            // `Bo Penn is a reporter in Lima.`
            let bio = at > lead + 2 && count(&texts, at, lead) <= 2 && introduced(row).is_some();
            if announces || bio || (signs && row.words <= 60 && count(&texts, at, lead) <= 1) {
                continue;
            }
            // What speaks of the article's things is it, and other text behind links or menus is not.
            let mut is_like = || {
                let texts = (taken..=last).filter(|&at| self.is_text(at));
                texts.filter_map(|at| self.rows.get(at)).for_each(|row| told.take(row.text));
                taken = last + 1;
                let young = told.is_short() && self.is_running(at);
                young || told.share(row.text) >= LEAST_TOLD
            };
            let goes_on = match closed.and_then(|close| self.evidence.get(close)) {
                None => at - seen <= FAR || is_like(),
                Some(Evidence::Cue(Cue::CommentHead)) => {
                    let (after, passed) = (count(&texts, at, lead), count(&texts, lead, lead));
                    after * 2 > passed && words.share(row.text) >= 0.35
                }
                Some(Evidence::Cue(Cue::Role(Role::Notice))) if row.gap > 0 && row.ends_sentence() => {
                    is_like()
                }
                // Links to others or an appeal in the midst of the article, not behind it.
                Some(Evidence::Cue(Cue::RelatedHead | Cue::Role(Role::Notice))) => {
                    let more = (row.gap > 0 || row.text.len() >= 100) && count(&texts, at, lead) >= 2
                        || self.is_running(at) && words.share(row.text) >= 0.35
                        || row.gap > 0 && row.words >= 5 && words.share(row.text) >= 0.5;
                    more && is_like()
                }
                _ => self.is_running(at) && words.share(row.text) >= 0.35,
            };
            if goes_on {
                (last, seen) = (at, at);
                closed = None;
            }
        }
        last
    }

    /// For each row from `lead` on, how many rows of text stand at it or after it and before the comments.
    fn texts_after(&self, lead: usize) -> Vec<usize> {
        let mut after = vec![0; self.len().saturating_sub(lead) + 1];
        let mut seen = 0;
        for at in (lead..self.len()).rev() {
            if matches!(self.evidence.get(at), Some(Evidence::Cue(Cue::CommentHead))) {
                seen = 0;
            }
            seen += usize::from(self.is_text(at));
            if let Some(place) = after.get_mut(at - lead) {
                *place = seen;
            }
        }
        after
    }
}

/// Titles on either side of one that is in a list, and the fewest words of each.
const BESIDE: usize = 2;
const TITLE: usize = 8;
/// Rows between two of running text beyond which they stand in different blocks.
const NEAR: usize = 6;
/// Rows without text behind which an article goes on only with its own words.
pub(crate) const FAR: usize = 4;
/// Share of the words of a row behind others that the article must have said before.
const LEAST_TOLD: f32 = 0.25;
/// A block with fewer words than this part of the largest is no article beside it.
const TIMES: usize = 3;
/// Words that may be passed over before the article.
const MOST_PASSED: usize = 220;
/// Rows above a block of text in which its byline or date stands.
const HEAD: usize = 16;

fn count(after: &[usize], at: usize, lead: usize) -> usize {
    after.get(at.saturating_sub(lead)).copied().unwrap_or(0)
}

/// The names in bylines.
fn authors(rows: &[Row<'_>], evidence: &[Evidence]) -> Vec<String> {
    let bylines = rows.iter().zip(evidence).filter_map(|(row, evidence)| match evidence {
        Evidence::Byline(byline) => Some((row, byline)),
        _ => None,
    });
    let names = bylines.flat_map(|(row, byline)| {
        byline.authors.iter().filter_map(|span| {
            let from = span.start().checked_sub(row.content.start())?;
            row.text.get(from..from + span.len()).filter(|name| name.contains(' ')).map(str::to_owned)
        })
    });
    names.take(12).collect()
}
