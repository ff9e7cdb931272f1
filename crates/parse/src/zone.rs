//! Where the head of the page ends and where its body begins.

use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::row::{Finish, Row};
use corroborate_article::Role;

/// The rows of a page with what each gives away.
pub(crate) struct Page<'t> {
    /// The rows.
    pub(crate) rows: Vec<Row<'t>>,
    /// The evidence of each.
    pub(crate) evidence: Vec<Evidence>,
}

impl<'t> Page<'t> {
    /// Reads the evidence of every row.
    pub(crate) fn new(rows: Vec<Row<'t>>) -> Self {
        let evidence = rows.iter().map(Evidence::of).collect();
        Self { rows, evidence }
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether a row is unmistakably running text.
    pub(crate) fn is_running(&self, at: usize) -> bool {
        self.is_open(at) && self.rows.get(at).is_some_and(|row| row.is_running() && !row.bullet)
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
            Some(Evidence::Cue(Cue::Role(Role::Byline | Role::Credit) | Cue::SummaryHead)) => true,
            _ => false,
        }
    }

    /// The row that opens the article's running text; the number of rows where there is none.
    pub(crate) fn lead(&self) -> usize {
        let mut running: Vec<usize> = (0..self.len()).filter(|&at| self.is_running(at)).collect();
        if running.is_empty() {
            // A brief: nothing is long.
            running = (0..self.len())
                .filter(|&at| {
                    self.is_open(at)
                        && self
                            .rows
                            .get(at)
                            .is_some_and(|row| row.ends_sentence() && row.words >= 4 && !row.bullet)
                })
                .collect();
        }
        let Some(&first) = running.first() else { return self.len() };
        let mut lead = first;
        // A summary under the title may be as long as a paragraph; who and when stand behind it.
        for round in 0..3_usize {
            let passed = running.iter().filter(|&&at| at <= lead).count();
            let head_line = (lead + 1..(lead + 9).min(self.len())).find(|&at| self.is_head_line(at));
            let Some(head_line) = head_line else { break };
            let between = running.iter().filter(|&&at| lead < at && at < head_line).count();
            let Some(&next) = running.iter().find(|&&at| at > head_line) else { break };
            let after = running.iter().filter(|&&at| at >= next).count();
            if between > 0 || after < passed || round == 2 || passed > 2 {
                break;
            }
            lead = next;
        }
        self.back_over_short_paragraphs(lead)
    }

    /// Short paragraphs may stand before the first long one.
    fn back_over_short_paragraphs(&self, lead: usize) -> usize {
        let mut start = lead;
        while let Some(before) = start.checked_sub(1) {
            let paragraph = self.is_open(before)
                && self.rows.get(before).is_some_and(|row| {
                    row.finish == Finish::Full && row.words >= 4 && !row.bullet && !row.text.ends_with("...")
                });
            if !paragraph {
                break;
            }
            start = before;
        }
        if start == lead || start == 0 {
            return if start == 0 && lead > 0 && self.rows.first().is_some_and(|row| row.words < 12) {
                lead.min(1)
            } else {
                start
            };
        }
        // Right under the title the first of them is its summary.
        let under_title = !(0..start).rev().take(1).any(|at| !self.is_open(at));
        if under_title { start + 1 } else { start }
    }
}
