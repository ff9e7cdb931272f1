//! Roles of the rows before the article's running text.

use crate::byline::{byline, is_office};
use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::lead::{is_coined, is_dateline, is_outlet};
use crate::person::{is_person, may_be_person};
use crate::row::{Finish, Row};
use crate::signer::signer;
use crate::stamp::Stamp;
use crate::title::headline;
use crate::vocabulary::{Vocabulary, likeness};
use crate::zone::Page;
use corroborate_article::Role;

/// The roles of the rows before `lead`, and which of them is the headline.
pub(crate) fn head(page: &Page<'_>, lead: usize, words: &Vocabulary) -> (Vec<Role>, Option<usize>) {
    let headline = headline(page, lead, words);
    let mut roles = Vec::with_capacity(lead);
    let mut masthead = None;
    for at in 0..lead {
        let Some(row) = page.rows.get(at) else { break };
        let role = match headline {
            Some(title) if at == title => Role::Headline,
            Some(title) if at > title => below(page, at, title, lead, words, roles.last().copied()),
            _ => {
                let role = above(
                    page,
                    at,
                    headline.unwrap_or(lead),
                    words,
                    masthead.is_some(),
                    roles.last().copied(),
                );
                if role == Role::Masthead {
                    masthead = Some(at);
                }
                role
            }
        };
        let _ = row;
        roles.push(role);
    }
    (roles, headline)
}

/// The role of a row above the title.
fn above(
    page: &Page<'_>,
    at: usize,
    title: usize,
    words: &Vocabulary,
    named: bool,
    before: Option<Role>,
) -> Role {
    let Some(row) = page.rows.get(at) else { return Role::Widget };
    match page.evidence.get(at) {
        Some(Evidence::Cue(Cue::Role(Role::Category))) if in_menu(page, at, title) => return Role::Widget,
        Some(Evidence::Cue(cue)) => return of_cue(*cue),
        Some(Evidence::Stamp(stamp)) => return stamp_role(page, at, stamp, title),
        Some(Evidence::Wire(_)) => return Role::Wire,
        Some(Evidence::Byline(_)) => return Role::Byline,
        Some(Evidence::Breadcrumb) => return Role::Category,
        Some(Evidence::Menu) => return Role::Widget,
        _ => {}
    }
    if row.bullet {
        return Role::Widget;
    }
    if signs_above(page, at, title) {
        return Role::Byline;
    }
    if row.key.starts_with("home ") && page.rows.get(title).is_some_and(|title| row.key.ends_with(&title.key))
    {
        return Role::Category;
    }
    let short = row.words <= 6
        && !row.ends_sentence()
        && !row.text.contains(':')
        && !row.text.split_whitespace().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let wire = |other: usize| matches!(page.evidence.get(other), Some(Evidence::Wire(_)));
    if row.shouted && (at.checked_sub(1).is_some_and(wire) || wire(at + 1)) {
        return Role::Wire;
    }
    let entry = |other: usize| {
        matches!(
            page.evidence.get(other),
            Some(Evidence::Menu | Evidence::Cue(Cue::Role(Role::Category | Role::Widget) | Cue::RelatedHead))
        )
    };
    let in_bar = at >= 2 && entry(at - 1) && entry(at - 2) && row.gap == 0 && !row.shouted;
    let share = words.share(row.text);
    if !named
        && short
        && (is_outlet(row.text)
            || is_coined(row.text)
            || (share < 0.5 && !in_bar && row.words <= 5 && (row.shouted || row.capitals > 0.7)))
    {
        return Role::Masthead;
    }
    if before == Some(Role::Masthead) && (2..=14).contains(&row.words) && share < 0.6 {
        return Role::Tagline;
    }
    if at + 1 == title && row.words <= 4 {
        return Role::Category;
    }
    Role::Widget
}

/// `@annwriter`
fn is_handle(line: &str) -> bool {
    line.starts_with('@') && !line.contains(' ')
}

/// Whether a row above the title names its author: a date, a handle or an office stands beside it.
fn signs_above(page: &Page<'_>, at: usize, title: usize) -> bool {
    let beside = |other: usize| {
        matches!(page.evidence.get(other), Some(Evidence::Stamp(stamp)) if stamp.has_date() || stamp.labelled)
            || page.rows.get(other).is_some_and(|row| is_handle(row.text))
    };
    at + NEAR_TITLE >= title
        && page.rows.get(at).is_some_and(|row| is_person(signer(row.text)))
        && (at.saturating_sub(2)..(at + 4).min(title)).any(beside)
}

/// Rows above the title in which its author may stand.
const NEAR_TITLE: usize = 6;

/// Whether a section's name above the title is an entry of a menu: one of several, and not right above the title.
fn in_menu(page: &Page<'_>, at: usize, title: usize) -> bool {
    let is_section =
        |other: usize| matches!(page.evidence.get(other), Some(Evidence::Cue(Cue::Role(Role::Category))));
    let is_entry = |other: usize| {
        is_section(other) || matches!(page.evidence.get(other), Some(Evidence::Cue(Cue::Role(Role::Widget))))
    };
    let right_above = at + 1 == title
        || (at + 2 == title && is_section(at + 1) && !at.checked_sub(1).is_some_and(is_entry));
    let entries = (at.saturating_sub(3)..(at + 4).min(title)).filter(|&other| is_entry(other)).count();
    !right_above && entries >= 3
}

/// The role of a row between the title and the lead.
fn below(
    page: &Page<'_>,
    at: usize,
    title: usize,
    lead: usize,
    words: &Vocabulary,
    before: Option<Role>,
) -> Role {
    let (Some(row), Some(headline)) = (page.rows.get(at), page.rows.get(title)) else { return Role::Widget };
    match page.evidence.get(at) {
        Some(Evidence::Cue(cue)) => {
            let role = of_cue(*cue);
            let agency = role == Role::Credit && row.words <= 2 && !row.text.contains(':');
            return if agency { Role::Byline } else { role };
        }
        Some(Evidence::Stamp(stamp)) if page.live && !stamp.has_date() => return Role::LiveStamp,
        Some(Evidence::Stamp(_)) => return Role::Published,
        Some(Evidence::Wire(_)) => return Role::Wire,
        Some(Evidence::Byline(_)) => return Role::Byline,
        Some(Evidence::Breadcrumb) => return Role::Category,
        Some(Evidence::Menu) => return Role::Widget,
        _ => {}
    }
    if is_same_title(row, headline) {
        return Role::RepeatedHeadline;
    }
    if row.bullet {
        return Role::Standfirst;
    }
    let last = at + 1 == lead;
    let near_head = matches!(before, Some(Role::Byline | Role::Published | Role::Caption));
    if last && (is_dateline(row.text) || (near_head && row.shouted && row.words <= 3)) {
        return Role::Dateline;
    }
    let signed = |other: usize| matches!(page.evidence.get(other), Some(Evidence::Byline(_)));
    if row.ends_sentence()
        && (title..at).rev().take(12).any(|other| signed(other) && opens_with_author(page, other, row))
    {
        return Role::Credit;
    }
    let near_head = matches!(before, Some(Role::Byline | Role::Published));
    if row.words <= 6 && !row.ends_sentence() {
        let beside = |other: usize| {
            matches!(page.evidence.get(other), Some(Evidence::Stamp(_) | Evidence::Byline(_)))
                || page
                    .rows
                    .get(other)
                    .is_some_and(|next| next.words <= 5 && (is_office(next.text) || is_handle(next.text)))
        };
        let named = is_person(signer(row.text)) || may_be_person(row.text) && (near_head || beside(at + 1));
        let office = is_office(row.text) && (row.text.contains(',') || near_head) && row.capitals > 0.4;
        let after = matches!(
            before,
            Some(
                Role::Headline
                    | Role::AlternateHeadline
                    | Role::RepeatedHeadline
                    | Role::Standfirst
                    | Role::Byline
                    | Role::Published
                    | Role::Category
                    | Role::Caption
            )
        ) || matches!(page.evidence.get(at + 1), Some(Evidence::Stamp(_) | Evidence::Byline(_)))
            || beside(at + 1);
        if (named && after) || office {
            return Role::Byline;
        }
    }
    if row.words <= 14 && row.finish == Finish::Open {
        let read = byline(row.text, row.content.start());
        let office = row.text.split_once([',', '|']).is_some_and(|(_, office)| is_office(office));
        let placed = row.words <= 7 && row.capitals > 0.99 && row.text.contains(" in ");
        if (office || placed) && read.is_some() {
            return Role::Byline;
        }
        let text = |span: &corroborate_text::Span| {
            let from = span.start().saturating_sub(row.content.start());
            row.text.get(from..from + span.len()).unwrap_or_default()
        };
        let authors = read.map(|byline| byline.authors).unwrap_or_default();
        let people = !authors.is_empty() && authors.iter().all(|author| is_person(text(author)));
        let of_outlet = row
            .text
            .split_once([',', '|', '•', '·'])
            .is_some_and(|(_, rest)| is_outlet(rest) || rest.contains('@'));
        if people && (authors.len() >= 2 || of_outlet) {
            return Role::Byline;
        }
        if near_head && row.words <= 5 && (is_outlet(row.text) || is_office(row.text)) {
            return Role::Byline;
        }
    }
    let alike = likeness(row.text, headline.text);
    if row.words >= 5 && !row.ends_sentence() && (alike >= 0.6 || (alike >= 0.45 && row.capitals > 0.6)) {
        return Role::AlternateHeadline;
    }
    if row.words <= 3 && !row.ends_sentence() {
        return if last { Role::Heading } else { Role::Widget };
    }
    if words.share(row.text) < 0.15 && at > title + 1 && row.words <= 12 && !row.ends_sentence() {
        return Role::Widget;
    }
    if last && row.words <= 7 && near_head && !row.ends_sentence() {
        return Role::Heading;
    }
    Role::Standfirst
}

/// Whether a row begins with a name of the byline at `other`: `Ann Writer covers the coast.`
fn opens_with_author(page: &Page<'_>, other: usize, row: &Row<'_>) -> bool {
    let (Some(Evidence::Byline(byline)), Some(line)) = (page.evidence.get(other), page.rows.get(other))
    else {
        return false;
    };
    byline.authors.iter().any(|span| {
        let from = span.start().saturating_sub(line.content.start());
        line.text
            .get(from..from + span.len())
            .is_some_and(|name| name.contains(' ') && row.text.starts_with(name))
    })
}

/// Whether a row shows the title again, perhaps with the outlet's name behind it.
fn is_same_title(row: &Row<'_>, title: &Row<'_>) -> bool {
    let (short, long) =
        if row.key.len() <= title.key.len() { (&row.key, &title.key) } else { (&title.key, &row.key) };
    !short.is_empty()
        && (short == long || (short.len() * 10 >= long.len() * 6 && long.starts_with(short.as_str())))
}

/// Above the title a date is the page's calendar unless it looks like a publication line.
fn stamp_role(page: &Page<'_>, at: usize, stamp: &Stamp, title: usize) -> Role {
    if stamp.labelled || stamp.relative {
        return Role::Published;
    }
    let mut calendar = 0;
    let later = (title..page.len()).take(12).any(|other| match page.evidence.get(other) {
        Some(Evidence::Stamp(stamp)) => stamp.has_date(),
        Some(Evidence::Byline(byline)) => byline.stamp.is_some(),
        _ => false,
    });
    calendar += if later { 3 } else { 0 };
    calendar += if stamp.has_time() { -2 } else { 0 };
    calendar += if stamp.weekday { 1 } else { 0 };
    calendar += if page.rows.get(at).is_some_and(|row| row.bullet) { 1 } else { 0 };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter(|&other| {
        other < title
            && matches!(
                page.evidence.get(other),
                Some(Evidence::Menu | Evidence::Cue(Cue::Role(Role::Widget | Role::Notice)))
            )
    });
    calendar += if beside.count() > 0 { 2 } else { 0 };
    if calendar >= 2 { Role::PageDate } else { Role::Published }
}

fn of_cue(cue: Cue) -> Role {
    match cue {
        Cue::Role(role) => role,
        Cue::RelatedHead => Role::Related,
        Cue::CommentHead => Role::Widget,
        Cue::SummaryHead => Role::TemplateLabel,
        Cue::TagHead => Role::Category,
    }
}
