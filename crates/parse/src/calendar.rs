//! A date of the page in the place of a publication line.

use crate::evidence::Evidence;
use crate::stamp::Stamp;
use crate::zone::Page;
use corroborate_article::{Publication, Role};
use corroborate_temporal::Civil;

/// The page's date, where it is the only one and may be the article's.
///
/// A date beside the outlet's name or the weather is the day on which the page was looked at, or that of the issue. It is
/// taken where nothing else gives a day and it names no day of the week, as calendars do; one that does is taken where
/// the article's first day of the week is the same or the day before, which a later look at the page would seldom meet.
pub(crate) fn calendar(page: &Page<'_>, roles: &[Role]) -> Option<Publication> {
    let rows = roles.iter().zip(&page.evidence).filter(|(role, _)| **role == Role::PageDate);
    let stamps: Vec<&Stamp> = rows
        .filter_map(|(_, evidence)| match evidence {
            Evidence::Stamp(stamp) if stamp.has_date() => Some(stamp),
            _ => None,
        })
        .collect();
    let mut moments = stamps.iter().flat_map(|stamp| &stamp.moments).filter(|moment| moment.date.is_some());
    let first = moments.next()?;
    if moments.any(|other| other.date != first.date) {
        return None;
    }
    let (moment, precision) = first.civil()?;
    let names_weekday = stamps.iter().any(|stamp| stamp.weekday);
    let fits = || {
        let told = first_weekday(page, roles)?;
        let shown = weekday(moment)?;
        Some(told == shown || (told + 1) % 7 == shown)
    };
    (!names_weekday || fits() == Some(true)).then(|| Publication {
        moment,
        precision,
        offset: first.offset,
        evidence: first.span,
        from: "page date".to_owned(),
    })
}

/// Paragraphs in which the article's day of the week is sought.
const OPENING: usize = 6;

/// The first day of the week that the article names, counted from Monday.
fn first_weekday(page: &Page<'_>, roles: &[Role]) -> Option<i64> {
    let texts = page.rows.iter().zip(roles).filter(|(_, role)| **role == Role::Paragraph).take(OPENING);
    texts.flat_map(|(row, _)| row.text.split(|c: char| !c.is_alphabetic())).find_map(|word| {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        days.into_iter().zip(0..).find(|(day, _)| *day == word).map(|(_, number)| number)
    })
}

/// The day of the week of a date, counted from Monday.
fn weekday(date: Civil) -> Option<i64> {
    let monday = Civil::date(2001, 1, 1)?;
    let day = Civil::date(date.year(), date.month(), date.day())?;
    Some((monday.seconds_until(day) / 86_400).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    fn published(page: &str) -> Option<(String, String)> {
        let article = crate::parse(page.to_owned());
        article.metadata.published.map(|moment| (moment.iso(), moment.from))
    }

    fn page(date: &str, day: &str) -> String {
        format!(
            "HARBOUR TIMES\nHome | News | Sports | Weather\n{date}\nWeather: Rain, 9°\n\nShip Meets Rock Off Cape Grim\n\n\
             A cargo ship ran onto rocks off Cape Grim on {day} with twelve people aboard, the coast guard said.\n\n\
             All twelve were brought ashore before noon, and none of them was hurt, the coast guard said.\n"
        )
    }

    #[test]
    fn a_calendar_counts_where_it_fits_the_article() {
        let found = Some(("2031-03-04".to_owned(), "page date".to_owned()));
        // A Tuesday.
        assert_eq!(published(&page("Tuesday, March 4, 2031", "Tuesday")), found);
        assert_eq!(published(&page("Tuesday, March 4, 2031", "Monday")), found);
        assert_eq!(published(&page("Tuesday, March 4, 2031", "Saturday")), None);
        assert_eq!(published(&page("Tuesday, March 4, 2031", "a morning in March")), None);
        assert_eq!(published(&page("March 4, 2031", "Saturday")), found);
    }

    #[test]
    fn another_date_is_preferred() {
        let signed =
            page("Tuesday, March 4, 2031", "Saturday").replace("Grim\n\nA", "Grim\n\nMarch 2, 2031\n\nA");
        assert_eq!(published(&signed).map(|(day, _)| day), Some("2031-03-02".to_owned()));
    }
}
