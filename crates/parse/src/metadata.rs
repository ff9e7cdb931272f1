//! What the page's visible text says about its article.

use crate::evidence::Evidence;
use crate::lead::is_outlet;
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
    let signed = |at: &usize| roles.get(*at) == Some(&Role::Byline);
    let title = roles.iter().position(|role| *role == Role::Headline).unwrap_or(0);
    // Among menus, and below the text, stand those of other articles too; below the title, those who wrote this one.
    let parts = [title.min(lead)..lead, 0..lead, lead..roles.len()];
    let bylines: Vec<usize> = parts
        .into_iter()
        .map(|rows| rows.filter(signed).collect())
        .find(|found: &Vec<usize>| !found.is_empty())
        .unwrap_or_default();
    for (row, evidence) in bylines.into_iter().filter_map(|at| page.rows.get(at).zip(page.evidence.get(at))) {
        let read = match evidence {
            Evidence::Byline(byline) => Some(byline.clone()),
            _ => crate::byline::byline(row.text, row.content.start()),
        };
        let authors = read.into_iter().flat_map(|byline| byline.authors);
        let named = authors
            .filter(|author| !crate::byline::is_office(author.of(text)) && !is_agency(author.of(text)));
        let room = 8_usize.saturating_sub(found.byline.len());
        found.byline.extend(named.take(room));
    }
    found.byline.dedup_by_key(|span| span.of(text).to_owned());
    let (published, modified) = moments(page, roles);
    found.published = published.or_else(|| dateline(page, roles));
    found.modified = modified;
    found.outlet = outlet(text, page, roles, prefix);
    found
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
