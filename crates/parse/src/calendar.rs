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
/// In the masthead of an issue, which has a number or a price, it is the day of the issue; right under the outlet's name it
/// is taken too where the article names no day of the week and counts from the day before or the same day.
pub(crate) fn calendar(page: &Page<'_>, roles: &[Role]) -> Option<Publication> {
    let rows = || {
        let rows = roles.iter().zip(&page.evidence).enumerate();
        rows.filter_map(|(at, (role, evidence))| match evidence {
            Evidence::Stamp(stamp) if *role == Role::PageDate && stamp.has_date() => Some((at, stamp)),
            _ => None,
        })
    };
    let stamps: Vec<&Stamp> = rows().map(|(_, stamp)| stamp).collect();
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
    let of_issue = || rows().any(|(at, _)| in_issue(page, roles, at));
    let of_day = || {
        let under = |at: usize| at.checked_sub(1).and_then(|above| roles.get(above)) == Some(&Role::Masthead);
        rows().any(|(at, _)| under(at))
            && first_weekday(page, roles).is_none()
            && tells_yesterday(page, roles)
    };
    (!names_weekday || fits() == Some(true) || of_issue() || of_day()).then(|| Publication {
        moment,
        precision,
        offset: first.offset,
        evidence: first.span,
        from: "page date".to_owned(),
    })
}

/// Whether the date at a row is that of an issue: beside it, or on its line, stand a number, a volume or a price.
fn in_issue(page: &Page<'_>, roles: &[Role], at: usize) -> bool {
    let above =
        |other: usize| roles.iter().take(other).all(|role| !role.is_body() && *role != Role::Headline);
    (at.saturating_sub(1)..=at + 1)
        .filter(|&other| above(other))
        .filter_map(|other| page.rows.get(other))
        .any(|row| row.text.len() <= LONGEST && numbers_issue(row.text))
}

/// Longest line of a masthead, in bytes.
const LONGEST: usize = 160;

/// `Vol. 12`, `No 4,410`, `Issue 77`, `Year 9`, `Nr. 12`, `Price £1.20`, `$2.50`
fn numbers_issue(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mark = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphabetic()).to_ascii_lowercase();
        matches!(
            plain.as_str(),
            "vol"
                | "volume"
                | "no"
                | "nr"
                | "num"
                | "issue"
                | "year"
                | "edition"
                | "number"
                | "price"
                | "año"
                | "jahrgang"
        )
    };
    let counts = |word: &str| {
        let word = word.trim_start_matches(['(', '£', '$', '€', '₹', '¥', '#']);
        let roman = word.trim_end_matches([',', '.', ';']);
        word.starts_with(|c: char| c.is_ascii_digit())
            || !roman.is_empty() && roman.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
    };
    words.windows(2).any(|pair| matches!(pair, [word, next] if mark(word) && counts(next)))
        || line.contains('№')
        || words.windows(2).any(|pair| {
            let part = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_ascii_lowercase();
            matches!(pair, [word, next] if part(next) == "edition"
                && matches!(part(word).as_str(), "late" | "early" | "first" | "final" | "morning" | "evening" | "city"))
        })
}

/// Paragraphs in which the article's day of the week is sought.
const OPENING: usize = 6;

/// The words of the article's first paragraphs.
fn opening<'p>(page: &'p Page<'_>, roles: &'p [Role]) -> impl Iterator<Item = &'p str> {
    let texts = page.rows.iter().zip(roles).filter(|(_, role)| **role == Role::Paragraph).take(OPENING);
    texts.flat_map(|(row, _)| row.text.split(|c: char| !c.is_alphabetic()))
}

/// Whether the article counts from the day on which it is read in print.
fn tells_yesterday(page: &Page<'_>, roles: &[Role]) -> bool {
    opening(page, roles).any(|word| matches!(word, "yesterday" | "Yesterday" | "today" | "Today" | "tonight"))
}

/// The first day of the week that the article names, counted from Monday.
fn first_weekday(page: &Page<'_>, roles: &[Role]) -> Option<i64> {
    opening(page, roles).find_map(|word| {
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
    fn the_date_of_an_issue_counts() {
        let found = Some(("2031-03-04".to_owned(), "page date".to_owned()));
        let issue = |head: &str| {
            page("DATE", "Saturday").replace(
                "HARBOUR TIMES\nHome | News | Sports | Weather\nDATE\nWeather: Rain, 9°\n",
                &format!("The Harbour Times\n{head}\n"),
            )
        };
        for head in [
            "Tuesday, March 4, 2031\nVol. 12 | Town · Coast · Letters",
            "“First with the tide” · Price 40 cents · Year 9, No. 3\nTuesday 4 March 2031",
            "Issue 1,204\nTuesday 4 March 2031",
            "Tuesday 4 March 2031\nPrice £1.20",
            "Tuesday 4 March 2031 · Late edition\nTown | Coast | Letters",
        ] {
            assert_eq!(published(&issue(head)).map(|(day, _)| day).as_deref(), Some("2031-03-04"), "{head}");
        }
        assert_eq!(published(&issue("Tuesday, March 4, 2031\nHome | Town | Coast | Letters")), None);
        let told = |text: &str| {
            let head = "Tuesday, March 4, 2031\nHome | Town | Coast | Letters";
            issue(head).replace("on Saturday with", text)
        };
        assert_eq!(published(&told("yesterday with")), found);
        assert_eq!(published(&told("with")), None, "nothing says how far the news is from the date");
    }

    #[test]
    fn what_numbers_an_issue() {
        for line in
            ["Vol. 12", "Year XXI, No. 4", "Price €1.50", "No 4,410", "№ 7 (1204)", "Town | Late edition"]
        {
            assert!(super::numbers_issue(line), "{line}");
        }
        for line in ["No rain", "Volume of trade", "The year in pictures", "Prices | Tides", "UK edition"] {
            assert!(!super::numbers_issue(line), "{line}");
        }
    }

    #[test]
    fn another_date_is_preferred() {
        let signed =
            page("Tuesday, March 4, 2031", "Saturday").replace("Grim\n\nA", "Grim\n\nMarch 2, 2031\n\nA");
        assert_eq!(published(&signed).map(|(day, _)| day), Some("2031-03-02".to_owned()));
    }
}
