//! What the page's visible text says about its article.

use crate::byline::{Byline, announced_byline, byline, is_office, is_signature};
use crate::calendar::calendar;
use crate::evidence::Evidence;
use crate::foot::at_the_foot;
use crate::key::key;
use crate::lead::is_outlet;
use crate::person::{is_person, may_be_person};
use crate::signer::signer;
use crate::stamp::{Label, Moment, Stamp};
use crate::zone::Page;
use corroborate_article::{Metadata, Outlet, Publication, Role};
use corroborate_temporal::{Civil, Precision};
use corroborate_text::Span;

/// Collects the metadata from rows whose roles are known.
pub(crate) fn metadata(text: &str, page: &Page<'_>, roles: &[Role], prefix: Option<Span>) -> Metadata {
    let mut found = Metadata::default();
    let rows = || page.rows.iter().zip(roles).zip(&page.evidence);
    found.headline = rows().find(|((_, role), _)| **role == Role::Headline).map(|((row, _), _)| row.content);
    let lead = roles.iter().position(|role| *role == Role::Paragraph).unwrap_or(roles.len());
    let signed = |at: &usize| match roles.get(*at) {
        Some(Role::Byline) => true,
        Some(Role::Published) => {
            matches!(page.evidence.get(*at), Some(Evidence::Stamp(stamp)) if stamp.tail.is_some_and(|tail| behind_stamp(text, tail).is_some()))
        }
        _ => false,
    };
    let title = roles.iter().position(|role| *role == Role::Headline).unwrap_or(0);
    // Among menus, and below the text, stand those of other articles too; below the title, those who wrote this one.
    let parts = [title.min(lead)..lead, 0..lead, lead..roles.len()];
    let bylines: Vec<usize> = parts
        .into_iter()
        .map(|rows| rows.filter(signed).collect())
        .find(|found: &Vec<usize>| !found.is_empty())
        .unwrap_or_default();
    found.byline = authors(text, page, &bylines);
    if found.byline.is_empty() {
        found.byline.extend(at_the_foot(page, roles));
    }
    let (published, modified) = moments(page, roles);
    found.published = published.or_else(|| dateline(page, roles)).or_else(|| calendar(page, roles));
    found.modified = modified;
    found.outlet = outlet(text, page, roles, prefix);
    found
}

/// Those who sign in these rows and in what stands behind dates; an agency where nobody else does.
fn authors(text: &str, page: &Page<'_>, bylines: &[usize]) -> Vec<Span> {
    let (mut people, mut second, mut agencies): (Vec<Span>, Vec<Span>, Vec<Span>) = Default::default();
    for (row, evidence) in bylines.iter().filter_map(|&at| page.rows.get(at).zip(page.evidence.get(at))) {
        let read = match evidence {
            Evidence::Byline(byline) => Some(byline.clone()),
            Evidence::Stamp(stamp) => stamp.tail.and_then(|tail| behind_stamp(text, tail)),
            _ => byline(row.text, row.content.start()),
        };
        let Some(read) = read else { continue };
        for author in read.authors {
            let name = author.of(text);
            if is_office(name) && !is_person(name) || is_agency(name) {
                agencies.extend((read.announced && is_named_agency(name)).then_some(author));
            } else if if read.announced { is_signature(name) } else { may_be_person(name) } {
                if read.second { second.push(author) } else { people.push(author) }
            }
        }
    }
    let mut found: Vec<Span> = Vec::new();
    for author in [people, second, agencies].into_iter().find(|names| !names.is_empty()).unwrap_or_default() {
        let again = found.iter().any(|other| key(other.of(text)) == key(author.of(text)));
        if !again && found.len() < 8 {
            found.push(author);
        }
    }
    found
}

/// The names behind a date: `March 4, 2031 by Ann Writer`.
fn behind_stamp(text: &str, tail: Span) -> Option<Byline> {
    let words = tail.of(text);
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let at = tail.start() + (words.len() - bare.len());
    announced_byline(bare, at).or_else(|| byline(bare, at).filter(|_| is_person(signer(bare))))
}

/// `Harbour Press`, not `NEWS WIRES` or `Staff`.
fn is_named_agency(name: &str) -> bool {
    let own = |word: &str| !is_outlet(word) && !matches!(word, "The" | "the");
    !is_office(name) && name.split_whitespace().count() >= 2 && name.split_whitespace().any(own)
}

fn is_agency(name: &str) -> bool {
    is_outlet(name) || (!name.contains(' ') && !name.chars().any(char::is_lowercase))
}

fn moments(page: &Page<'_>, roles: &[Role]) -> (Option<Publication>, Option<Publication>) {
    let mut all: Vec<Moment> = Vec::new();
    for (role, evidence) in roles.iter().zip(&page.evidence) {
        let stamp: Option<&Stamp> = match (role, evidence) {
            (Role::Published, Evidence::Stamp(stamp)) => Some(stamp),
            (Role::Wire, Evidence::Wire(stamp)) => stamp.as_ref(),
            (Role::Byline, Evidence::Byline(byline)) => byline.stamp.as_ref(),
            _ => None,
        };
        for moment in stamp.into_iter().flat_map(|stamp| &stamp.moments) {
            // A time on the line after its date.
            match all.last_mut() {
                Some(last) if moment.date.is_none() && last.time.is_none() => {
                    last.time = moment.time;
                    last.offset = moment.offset;
                    last.span = last.span.hull(moment.span);
                }
                Some(last) if last.date.is_none() && moment.time.is_none() && last.label.is_none() => {
                    last.date = moment.date;
                    last.span = last.span.hull(moment.span);
                }
                _ => all.push(*moment),
            }
        }
    }
    if !all.iter().any(|moment| moment.date.is_some()) && !page.live {
        // Below the first lines of the text: a picture or a summary stood above it.
        let below = roles.iter().zip(&page.evidence).filter(|(role, _)| **role == Role::LiveStamp);
        let stamps = below.filter_map(|(_, evidence)| match evidence {
            Evidence::Stamp(stamp) if stamp.has_date() => Some(stamp),
            _ => None,
        });
        let labelled = stamps.clone().find(|stamp| stamp.labelled);
        let stamp = labelled.or_else(|| stamps.clone().next());
        all.extend(stamp.into_iter().flat_map(|stamp| &stamp.moments));
    }
    let dated =
        |label: Option<Label>| all.iter().find(|moment| moment.label == label && moment.date.is_some());
    let first = dated(Some(Label::Published)).or_else(|| dated(None));
    let changed = dated(Some(Label::Modified));
    (first.or(changed).and_then(publication), changed.filter(|_| first.is_some()).and_then(publication))
}

/// The date of a dateline, where the page gives no other: `LIMA, March 4, 2031 (ABC) - …`.
fn dateline(page: &Page<'_>, roles: &[Role]) -> Option<Publication> {
    let (row, _) =
        page.rows.iter().zip(roles).find(|(_, role)| matches!(role, Role::Dateline | Role::Paragraph))?;
    let head = crate::row::prefix(row.text, 100);
    let end = [" - ", " – ", " — ", " -- ", "--"].iter().filter_map(|dash| head.find(dash)).min();
    let head = head.get(..end.or((head.len() == row.text.len()).then_some(head.len()))?)?;
    let dates = corroborate_temporal::annotate(head, None);
    let date = dates.iter().find(|date| date.precision == Precision::Day && date.earliest.is_some())?;
    Some(Publication {
        moment: date.earliest?,
        precision: Precision::Day,
        offset: None,
        evidence: date.span.shifted(row.content.start()),
        from: "dateline".to_owned(),
    })
}

fn publication(moment: &Moment) -> Option<Publication> {
    let (civil, precision): (Civil, Precision) = moment.civil()?;
    Some(Publication {
        moment: civil,
        precision,
        offset: moment.offset,
        evidence: moment.span,
        from: "visible text".to_owned(),
    })
}

fn outlet(text: &str, page: &Page<'_>, roles: &[Role], prefix: Option<Span>) -> Option<Outlet> {
    let named = |span: Span| Outlet { name: span.of(text).to_owned(), evidence: Some(span) };
    let wire = || {
        let routed = page.evidence.iter().any(|evidence| matches!(evidence, Evidence::Wire(_)));
        let lead =
            page.rows.iter().zip(roles).find(|(_, role)| **role == Role::Paragraph).filter(|_| routed)?;
        crate::lead::agency(lead.0.text, lead.0.content.start()).map(named)
    };
    let masthead = page.rows.iter().zip(roles).find(|(_, role)| **role == Role::Masthead);
    masthead.map(|(row, _)| named(row.content)).or_else(|| prefix.map(named)).or_else(wire).or_else(|| {
        let notices = page.rows.iter().zip(roles).filter(|(_, role)| **role == Role::Notice);
        notices.filter_map(|(row, _)| copyright(row.text, row.content.start())).map(named).next()
    })
}

/// `© 2025 The Harbour Times`: who holds the rights.
fn copyright(line: &str, at: usize) -> Option<Span> {
    let sign = ["©", "(c)", "(C)", "Copyright"]
        .iter()
        .filter_map(|sign| line.find(sign).map(|at| at + sign.len()))
        .max()?;
    let rest = line.get(sign..)?;
    let skip = rest.find(char::is_alphabetic)?;
    let name = rest.get(skip..)?;
    let end = name.find(['.', ',', '|', ';', '(']).unwrap_or(name.len());
    let end = name.find(" All ").map_or(end, |all| all.min(end));
    let span = Span::new(sign + skip, sign + skip + end).trimmed(line);
    (span.len() >= 3 && span.of(line).split_whitespace().count() <= 6).then(|| span.shifted(at))
}
