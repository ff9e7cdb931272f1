//! What each row gives away by itself, before its place on the page counts.

use crate::byline::{Byline, announced_byline, byline};
use crate::caption::ends_in_credit;
use crate::cue::{Cue, bar, cue};
use crate::lead::is_outlet;
use crate::mark::{is_breadcrumb, is_menu};
use crate::person::is_person;
use crate::row::{LONG, Row};
use crate::stamp::{Stamp, stamp, stamp_after};
use crate::wire::is_wire;
use corroborate_article::Role;

/// What a row is by its own words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Evidence {
    /// Nothing: its place and looks decide.
    None,
    /// A phrase of the table.
    Cue(Cue),
    /// Dates and times, nothing else.
    Stamp(Stamp),
    /// A routing line of an agency, perhaps with a date.
    Wire(Option<Stamp>),
    /// An author.
    Byline(Byline),
    /// A path to the section.
    Breadcrumb,
    /// A bar of short entries.
    Menu,
}

impl Evidence {
    /// Reads one row.
    pub(crate) fn of(row: &Row<'_>) -> Self {
        if row.text.len() > LONG {
            return Self::of_long(row);
        }
        let at = row.content.start();
        if is_player(row.text) || row.words <= 24 && is_weather(row.text) {
            return Self::Cue(Cue::Role(Role::Widget));
        }
        // The longest: when it was published and when updated, each with weekday, time and zone.
        if row.words <= 20
            && let Some(found) = stamp(row.text, at)
        {
            return Self::Stamp(found);
        }
        if is_wire(row.text) {
            return Self::Wire(None);
        }
        if is_picture_rights(row.text) {
            return Self::Cue(Cue::Role(Role::Caption));
        }
        if is_copyright(row.text) || is_registration(row.text) {
            return Self::Cue(Cue::Role(Role::Notice));
        }
        if !row.text.chars().any(char::is_alphabetic) && row.words <= 6 {
            return Self::Cue(Cue::Role(Role::Widget));
        }
        let found = cue(row);
        // `By Ann Writer` may begin like a phrase of the table, a byline says more.
        if (found.is_none() || matches!(found, Some(Cue::Role(Role::Byline | Role::Credit))))
            && row.words <= 28
            && let Some(byline) = announced_byline(row.text, at)
        {
            return Self::Byline(byline);
        }
        // `Slug: quay-fire | 20:31 GMT 04 Mar 2031`: when the copy was filed.
        if found == Some(Cue::Role(Role::Wire))
            && ["slug", "priority", "news desk"].iter().any(|opener| row.key.starts_with(opener))
            && let Some((_, stamp)) = stamp_after(row.text, at).filter(|(_, stamp)| stamp.has_time())
        {
            return Self::Wire(Some(stamp));
        }
        if let Some(found) = found {
            return Self::Cue(found);
        }
        if is_archived(row.text) || ends_in_credit(row.text) {
            return Self::Cue(Cue::Role(Role::Caption));
        }
        if row.is_running() { Self::None } else { Self::of_short(row, at) }
    }

    /// Reads a row that is too long for anything but running text and lines under pictures.
    fn of_long(row: &Row<'_>) -> Self {
        if is_archived(row.text) { Self::Cue(Cue::Role(Role::Caption)) } else { Self::None }
    }

    /// Reads a row that no phrase gave away and that is no running text.
    fn of_short(row: &Row<'_>, at: usize) -> Self {
        if row.words <= 30 && !row.bullet && (is_breadcrumb(row.text) || is_section_path(row.text)) {
            return Self::Breadcrumb;
        }
        if let Some((offset, stamp)) = stamp_after(row.text, at) {
            let before = row.text.get(..offset).unwrap_or_default();
            let words = before.trim_end_matches(|c: char| c.is_whitespace() || "|•·-–—,/".contains(c));
            let count = words.split_whitespace().count();
            if !words.chars().any(char::is_lowercase) && count >= 2 && stamp.has_time() {
                return Self::Wire(Some(stamp));
            }
            let known = |byline: &Byline| {
                let first = byline.authors.first().and_then(|author| {
                    let from = author.start().checked_sub(at)?;
                    row.text.get(from..from + author.len())
                });
                first.is_some_and(is_person) || !is_outlet(words) && !is_section(words)
            };
            if let Some(byline) = byline(row.text, at).filter(known) {
                return Self::Byline(byline);
            }
            if count <= 4
                && stamp.has_date()
                && (is_outlet(words) || !words.ends_with(|c: char| c.is_lowercase() && count > 2))
            {
                return Self::Stamp(stamp);
            }
        }
        if let Some(found) = bar(row) {
            return Self::Cue(found);
        }
        if is_address(row.text) {
            return Self::Cue(Cue::Role(Role::Notice));
        }
        if is_menu(row.text, 3) && row.words <= 40 { Self::Menu } else { Self::None }
    }

    /// Whether nothing was recognised.
    pub(crate) fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// `FILE - The quay, in 2031. (Ann Lens)`: agencies open so the lines under pictures from their archives.
fn is_archived(line: &str) -> bool {
    ["FILE - ", "FILE – ", "FILE — "].iter().any(|mark| line.starts_with(mark))
}

/// `A bakery in Lima on May 2, 2031. © Ann Lens, Agency`: the sign stands before a name, not before a year.
fn is_picture_rights(line: &str) -> bool {
    let Some((before, name)) = line.split_once('©') else { return false };
    let holder = name.trim();
    let words = holder.split_whitespace().count();
    let named = holder.starts_with(char::is_uppercase)
        && (2..=8).contains(&words)
        && !holder.contains(|c: char| c.is_ascii_digit());
    named && (before.split_whitespace().count() >= 4 || (before.is_empty() && holder.contains('/')))
}

/// `News / India News / Ship Meets Rock`, `HomeWorld News`: a path whose first step is a section.
fn is_section_path(line: &str) -> bool {
    let mut steps = line.split(['/', '|', '>', '›']).map(str::trim);
    let first = steps.next().unwrap_or_default();
    let rest = steps.count();
    let glued = line.strip_prefix("Home").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    glued || (rest >= 2 && line.contains(" / ") && is_section(first))
}

/// `© 2031 The Harbour Times`
fn is_copyright(line: &str) -> bool {
    let opens = |part: &str| part.starts_with('©') || part.starts_with("(c)") || part.starts_with("(C)");
    // `News line: 4512      (c) HPD. Credit when quoting.`
    let signed = opens(line) || line.len() <= 200 && line.split("  ").any(|part| opens(part.trim_start()));
    signed || (line.len() <= 200 && line.contains('©') && line.chars().any(|c| c.is_ascii_digit()))
}

/// `Registered in Scotland. …`: the first sentence of small print says where a firm is entered, no more.
fn is_registration(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("Registered ") else { return false };
    let first = rest.split(". ").next().unwrap_or_default();
    let opener = rest.split(' ').next().unwrap_or_default();
    matches!(opener, "in" | "at" | "as" | "under" | "with" | "office" | "charity" | "company")
        && first.split_whitespace().count() <= 8
        && !first.contains(", ")
}

/// `Lima 18°C`, `11PM 9°C 2AM 8°C 5-Day Forecast`
fn is_weather(line: &str) -> bool {
    let mut degrees = line.match_indices('°').filter(|(at, _)| {
        let unit = |rest: &str| rest.trim_start().starts_with(['C', 'F']) || rest.trim().is_empty();
        line.get(..*at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
            && line.get(at + '°'.len_utf8()..).is_some_and(unit)
    });
    let first = degrees.next().is_some();
    first
        && (degrees.next().is_some() || line.split_whitespace().count() <= 6)
        && !line.ends_with(['.', '!', '?'])
}

/// `0:00 / 2:31`
fn is_player(line: &str) -> bool {
    line.split_once('/').is_some_and(|(at, length)| {
        let clock =
            |part: &str| part.contains(':') && part.trim().chars().all(|c| c.is_ascii_digit() || c == ':');
        clock(at) && clock(length)
    })
}

/// A mail address or the address of a page, alone.
fn is_address(line: &str) -> bool {
    !line.contains(' ')
        && (line.contains('@')
            || line.starts_with("http")
            || line.starts_with("www.")
            || line.contains(".com/"))
}

/// Whether words are the name of a section.
pub(crate) fn is_section(words: &str) -> bool {
    let span = corroborate_text::Span::new(0, words.len());
    let row = Row::new(words, span, span, 0);
    matches!(cue(&row), Some(Cue::Role(Role::Category)))
}

#[cfg(test)]
mod tests {
    /// The moment of publication of a page whose wire line is this.
    fn published(line: &str) -> Option<String> {
        let page = format!(
            "HPN World Service\nQUAY-FIRE (2ND LEAD)\n{line}\nFire destroys quay, ten hurt\n\nBy Ann Writer\n\n\
             LIMA, March 3 (HPN) - A fire destroyed the old quay of Lima on Monday and hurt ten people, the coast guard said.\n\n\
             The fire began in a store of nets, and the wind drove it along the harbour, the coast guard said.\n"
        );
        crate::parse(page).metadata.published.map(|moment| moment.iso())
    }

    #[test]
    fn a_routing_line_says_when_the_copy_was_filed() {
        for line in
            ["Slug: quay-fire | Cat: i | 20:31 GMT 04 Mar 2031", "SLUG: QUAY-FIRE | 4 Mar 2031 20:31 GMT"]
        {
            assert_eq!(published(line).as_deref(), Some("2031-03-04T20:31"), "{line}");
        }
        // Until then nobody may print it.
        let held = published("EMBARGOED until 06:00 GMT 05 Mar 2031");
        assert!(held.is_none_or(|moment| !moment.starts_with("2031-03-05")));
    }

    #[test]
    fn lines_of_players_are_no_text() {
        let page = "The Harbour Times\n\nFire destroys quay, ten hurt\n\nMarch 4, 2031\n\nListen to this article\n\
            Estimated 3 minutes\n\
            The audio version of this article is generated by a machine that reads it aloud.\n\n\
            A fire destroyed the old quay of Lima on Monday and hurt ten people, the coast guard said.\n\n\
            SCROLL FOR VIDEO\n\n\
            The fire began in a store of nets, and the wind drove it along the harbour, the coast guard said.\n";
        let article = crate::parse(page.to_owned());
        let body: Vec<&str> = article.body().map(|block| article.words(block.content)).collect();
        assert_eq!(body.len(), 2, "{body:?}");
    }
}
