//! A byline on rows of its own: `By`, and below it the names.

use crate::byline::{is_opener, signed};
use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::person::is_person;
use crate::row::Row;
use corroborate_article::Role;

/// Rows below an opener in which names are sought.
const BELOW: usize = 8;

/// Marks the rows of names below a row that is nothing but `By`, `Written by`, `Author`.
pub(crate) fn mark(rows: &[Row<'_>], evidence: &mut [Evidence]) {
    for at in 0..rows.len() {
        let Some(row) = rows.get(at).filter(|row| row.words <= 3 && is_opener(row.text)) else { continue };
        // `Text` and `Author` stand on buttons and in tables as well.
        let by = row.key.ends_with("by");
        let mut found = false;
        for other in at + 1..(at + BELOW).min(rows.len()) {
            let Some(name) = rows.get(other).filter(|row| row.words <= 12 && !row.bullet) else { break };
            match evidence.get(other) {
                Some(Evidence::None | Evidence::Byline(_) | Evidence::Menu) => {}
                // The office of the one just named.
                Some(Evidence::Cue(Cue::Role(Role::Byline))) if found => continue,
                _ => break,
            }
            if found && matches!(name.text, "and" | "&" | ",") {
                continue;
            }
            let Some(byline) = signed(name.text, name.content.start()) else { break };
            let known = byline.authors.iter().all(|author| {
                let from = author.start().saturating_sub(name.content.start());
                let words = name.text.get(from..from + author.len()).unwrap_or_default();
                is_person(words) || by && !found && words.contains(' ')
            });
            if !known || name.ends_sentence() {
                break;
            }
            if let Some(place) = evidence.get_mut(other) {
                *place = Evidence::Byline(byline);
                found = true;
            }
        }
        if let Some(place) = evidence.get_mut(at).filter(|_| found) {
            *place = Evidence::Cue(Cue::Role(Role::Byline));
        }
    }
}
