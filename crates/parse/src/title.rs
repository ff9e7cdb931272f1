//! Which row is the article's title.

use crate::byline::is_name;
use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::lead::is_outlet;
use crate::mark::is_menu;
use crate::row::{Finish, Row};
use crate::vocabulary::Vocabulary;
use crate::zone::Page;
use corroborate_article::Role;
use std::collections::HashMap;

/// The title among the rows before `lead`: what the body is about, of a title's length, near the text, and said twice.
pub(crate) fn headline(page: &Page<'_>, lead: usize, words: &Vocabulary) -> Option<usize> {
    let repeats = Repeats::of(page, lead);
    let candidates = page.rows.iter().enumerate().take(lead).filter(|(at, row)| {
        page.is_open(*at) && !row.bullet && row.finish != Finish::Goes && row.words <= 40
    });
    let scored: Vec<(usize, f32)> = candidates
        .map(|(at, row)| {
            let again = repeats.weight(row, words, at, lead);
            (at, about(row, words) + looks(row) + stands(page, at, lead) + again)
        })
        .collect();
    let &(top, best) = scored.iter().max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)))?;
    // The first not far above it that is nearly as good: a summary below says more of the body's words than the title.
    let near = |at: usize, score: f32| {
        (at + ABOVE >= top || at + FAR_ABOVE >= top && is_signed(page, at, lead))
            && score >= best - NEARLY
            && page.rows.get(at).is_some_and(|row| {
                score >= best
                    || words.share(row.text) >= 0.2
                        && !page.rows.get(top).is_some_and(|title| is_kicker(row, title))
            })
    };
    let found = scored.iter().find(|&&(at, score)| score > LEAST && near(at, score)).map(|&(at, _)| at)?;
    Some(bare(page, found, lead).unwrap_or(found))
}

/// The row near a path that shows its last step alone: `Home News Ship Meets Rock`, and below it `Ship Meets Rock`.
fn bare(page: &Page<'_>, path: usize, lead: usize) -> Option<usize> {
    let long = page.rows.get(path)?;
    (path.saturating_sub(BESIDE)..(path + BESIDE).min(lead)).find(|&at| {
        let steps = |row: &Row<'_>| {
            let before = long.key.len().checked_sub(row.key.len()).filter(|before| *before > 0)?;
            let named = long.text.split('|').next().is_some_and(|part| crate::key::key(part) == row.key);
            Some(before <= 40 && (long.key.ends_with(&row.key) || named))
        };
        page.is_open(at)
            && page.rows.get(at).is_some_and(|row| {
                !row.bullet && row.words >= 2 && row.key.len() >= LEAST_STEP && steps(row) == Some(true)
            })
    })
}

/// Rows beside a path in which its last step stands alone, and the fewest letters of one.
const BESIDE: usize = 14;
const LEAST_STEP: usize = 10;

/// Whether a row is far shorter than the title that it would stand for: the name of a series or a section.
fn is_kicker(row: &Row<'_>, title: &Row<'_>) -> bool {
    row.words <= 5 && row.words * 2 < title.words && title.words <= 18 && title.finish != Finish::Full
}

/// Lowest score of a title, and by how much one may fall short of the best.
const LEAST: f32 = -0.5;
const NEARLY: f32 = 1.2;

/// How much of a row the body says too; many words say more than few.
fn about(row: &Row<'_>, words: &Vocabulary) -> f32 {
    let said = (row.words.min(6) as f32 / 6.0).sqrt();
    3.0 * words.share(row.text) * said
}

/// How much a row looks like a title by itself.
fn looks(row: &Row<'_>) -> f32 {
    let mut score = match row.words {
        0..=1 => -3.0,
        2 => -1.5,
        3 => 0.0,
        4 => 0.7,
        5..=28 => 1.5,
        _ => 0.0,
    };
    for (holds, weight) in [
        (row.finish == Finish::Full && row.capitals < 0.7, -1.2),
        (is_run_together(row.text), -3.0),
        (is_menu(row.text, 2) && row.text.contains(['|', '•']) && row.words <= 6, -2.0),
        (row.words <= 4 && is_outlet(row.text), -1.5),
        (is_name(row.text) && row.words <= 3, -1.0),
    ] {
        score += if holds { weight } else { 0.0 };
    }
    score
}

/// How much a row stands where a title does.
fn stands(page: &Page<'_>, at: usize, lead: usize) -> f32 {
    let Some(row) = page.rows.get(at) else { return 0.0 };
    // The outlet's name stands above its menu, whatever the article says of the outlet.
    let menu = |other: usize| {
        matches!(
            page.evidence.get(other),
            Some(Evidence::Menu | Evidence::Breadcrumb | Evidence::Cue(Cue::Role(Role::Widget)))
        )
    };
    let mut score = 0.0;
    for (holds, weight) in [
        (is_signed(page, at, lead), 1.0),
        (in_list(page, at), -1.0),
        (at <= 2 && row.shouted && row.words <= 5, -1.5),
        (at <= 1 && row.words <= 6 && (menu(at + 1) || menu(at + 2)), -2.0),
    ] {
        score += if holds { weight } else { 0.0 };
    }
    // Twice as far from the text, half a point less.
    let doublings = ((lead - at) / 8).checked_ilog2().unwrap_or(0);
    score - 0.55 * doublings as f32
}

/// What a page shows more than once above its text.
struct Repeats<'p> {
    shown: HashMap<&'p str, usize>,
    /// Paths to the article, which end with its title.
    paths: Vec<&'p str>,
}

impl<'p> Repeats<'p> {
    fn of(page: &'p Page<'_>, lead: usize) -> Self {
        let mut shown: HashMap<&str, usize> = HashMap::new();
        for row in page.rows.iter().take(lead) {
            *shown.entry(row.key.as_str()).or_default() += 1;
        }
        let rows = page.rows.iter().zip(&page.evidence).take(lead.min(60));
        let path = |(row, evidence): &(&Row<'_>, &Evidence)| {
            matches!(evidence, Evidence::Breadcrumb) || row.key.starts_with("home ")
        };
        Self { shown, paths: rows.filter(path).map(|(row, _)| row.key.as_str()).collect() }
    }

    /// What it says for a title that it stands there twice. A menu may as well: of a title the article speaks, it is no
    /// name of a section, and it does not stand above all menus only.
    fn weight(&self, row: &Row<'_>, words: &Vocabulary, at: usize, lead: usize) -> f32 {
        let path = || self.paths.iter().any(|path| path.len() > row.key.len() && path.ends_with(&row.key));
        let shown = self.shown.get(row.key.as_str()).copied().unwrap_or_default();
        if row.words < 3 || !path() && (shown < 2 || at + FAR_FROM_TEXT < lead) {
            return 0.0;
        }
        let told = (words.share(row.text) / 0.4).min(1.0);
        let whole = if row.words == 3 || shown > 2 { 1.0 } else { 2.0 };
        whole * told
    }
}

/// Rows above the text beyond which a row that stands on the page twice is part of a menu.
const FAR_FROM_TEXT: usize = 60;

/// Rows between a title and its summary, and between a title with who and when below it and the text.
const ABOVE: usize = 5;
const FAR_ABOVE: usize = 25;

/// Whether who wrote the article, or when, stands some rows below.
fn is_signed(page: &Page<'_>, at: usize, lead: usize) -> bool {
    (at + 1..lead.min(at + 9)).any(|other| match page.evidence.get(other) {
        Some(Evidence::Byline(_) | Evidence::Cue(Cue::Role(Role::Byline))) => true,
        Some(Evidence::Stamp(stamp)) => stamp.has_date() || stamp.labelled || stamp.relative,
        _ => false,
    })
}

/// Whether a row stands among entries of a list: short rows before and behind it.
fn in_list(page: &Page<'_>, at: usize) -> bool {
    let entry = |other: usize| {
        let short = page.rows.get(other).is_some_and(|row| row.words <= 4 && !row.ends_sentence());
        let evidence = page.evidence.get(other);
        short && !matches!(evidence, Some(Evidence::Byline(_) | Evidence::Stamp(_)))
    };
    let before = at.checked_sub(2).is_some_and(|two| entry(two) && entry(two + 1));
    before && entry(at + 1) && entry(at + 2)
}

/// `Next imagePrevious imageToggle caption`: labels of buttons without the gaps between them.
fn is_run_together(words: &str) -> bool {
    let inside = |word: &str| {
        word.as_bytes()
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
    };
    words.split_whitespace().filter(|word| inside(word)).count() >= 2
}
