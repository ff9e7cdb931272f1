//! Lines that are a date and little else.

use super::content::Content;
use super::flow::{Flow, Line};
use super::wording::opens_byline;
use crate::page::{Order, find_moment, find_short, opens_with_label};
use corroborate_article::Role;

/// How many lines a page's date may stand before its headline.
const BEFORE: usize = 12;

/// Whether a line is a date, alone or with the words that go with one: a label, an author, an outlet.
pub(crate) fn is_date_line(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let labelled = opens_with_label(text).is_some();
    match find_moment(text) {
        Some(moment) => {
            let room = if labelled || opens_byline(text) { 4 } else { 2 };
            moment.span.len() * room >= text.len()
        }
        None => labelled && text.len() < 50 && find_short(text, Order::DayFirst).is_some(),
    }
}

/// Where no line near the article was taken for its date, the line that most likely is becomes it, wherever the page
/// puts it: among buttons, in a bar, behind the text. A label counts more than the distance to the headline.
pub(crate) fn promote(flow: &Flow, content: &Content, headline: Option<usize>, roles: &mut [Option<Role>]) {
    let dated = |at: usize, role: Option<Role>| {
        matches!(role, Some(Role::Published | Role::PageDate))
            && flow.lines.get(at).is_some_and(|line| find_moment(&line.text).is_some())
    };
    if roles.iter().enumerate().any(|(at, role)| dated(at, *role)) {
        return;
    }
    let from = headline.unwrap_or_default();
    let distance = |at: usize| if at < from { (from - at) * 2 } else { at - from };
    let may_be = |at: usize, line: &Line| {
        let place = content.places.get(at).copied().unwrap_or_default();
        let role = roles.get(at).copied().flatten();
        let body = role.is_some_and(|role| role.is_body() || role == Role::Headline);
        let others = matches!(place.role, Some(Role::Related | Role::CommentPrompt | Role::Notice));
        // Comments and links to others bear dates of their own; right under the headline stands the article's.
        let own = !others || (at > from && at - from <= 6) || opens_with_label(&line.text).is_some();
        role.is_some() && !body && own && at + BEFORE >= from && is_date_line(&line.text)
    };
    let last = roles.iter().rposition(|role| role.is_some_and(Role::is_body)).unwrap_or_default();
    let found =
        flow.lines.iter().enumerate().filter(|&(at, line)| line.link_share() < 0.5 && may_be(at, line));
    let found: Vec<(usize, bool)> =
        found.map(|(at, line)| (at, opens_with_label(&line.text).is_some())).collect();
    // Several behind the text are a list's.
    let listed = found.iter().filter(|&&(at, labelled)| at > last && !labelled).count() > 1;
    let own = found.into_iter().filter(|&(at, labelled)| labelled || at <= last || !listed);
    let best = own.min_by_key(|&(at, labelled)| (!labelled, distance(at)));
    if let Some((role, line)) = best.and_then(|(at, _)| Some((roles.get_mut(at)?, flow.lines.get(at)?))) {
        // Who wrote it may stand on the same line.
        let signed =
            opens_byline(&line.text) || *role == Some(Role::Byline) && opens_with_label(&line.text).is_none();
        *role = Some(if signed { Role::Byline } else { Role::Published });
    }
}
