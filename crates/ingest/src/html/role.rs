//! What each line of a page is.

use super::content::{Content, Place, ends_sentence, prose};
use super::flow::{Flow, Line};
use super::tag::Tag;
use super::tree::Tree;
use super::wording::{is_contact, is_notice, is_opener, is_timed, is_widget, opens_byline, opens_credit};
use super::zone::is_aside;
use crate::page::{Order, find_moment, find_short, fold_title, is_folded, opens_with_label, split_names};
use corroborate_article::Role;

/// Gives every line its role, `None` to those that the page hides. `title` is the article's title and `summary` what
/// the markup gives as its description.
pub(crate) fn roles(
    tree: &Tree<'_>,
    flow: &Flow,
    content: &Content,
    title: Option<&str>,
    summary: Option<&str>,
    headline: Option<usize>,
    authors: Vec<String>,
) -> Vec<Option<Role>> {
    let reader = Reader {
        tree,
        flow,
        content,
        title: title.map(fold_title),
        summary: summary.map(fold_title),
        authors,
    };
    let first = reader.first_paragraph(headline);
    let mut roles: Vec<Option<Role>> =
        (0..flow.lines.len()).map(|at| reader.role(at, headline, first)).collect();
    drop_stray_headings(&mut roles, flow, tree);
    roles
}

/// The roles of lines that are all an article's body.
pub(crate) fn body_roles(tree: &Tree<'_>, flow: &Flow, content: &Content) -> Vec<Option<Role>> {
    let reader = Reader { tree, flow, content, title: None, summary: None, authors: Vec::new() };
    let role = |at: usize| match reader.role(at, None, Some(0))? {
        // Nothing surrounds a body, so a short line is a part of it.
        Role::Widget if flow.lines.get(at).is_some_and(|line| !is_widget(&line.text)) => {
            Some(Role::Paragraph)
        }
        role => Some(role),
    };
    (0..flow.lines.len()).map(role).collect()
}

/// The line that shows the title: the heading of the highest rank that is the title, or any line that is, or the
/// first heading of the first rank with more than two words. `wholes` are the titles with the site's name in them.
pub(crate) fn headline(tree: &Tree<'_>, flow: &Flow, title: Option<&str>, wholes: &[&str]) -> Option<usize> {
    let visible = || flow.lines.iter().enumerate().filter(|(_, line)| !line.hidden);
    let rank = |line: &Line| {
        let mut ranks = tree.ancestors(line.block).take(4).filter_map(|id| tree.node(id).tag()?.heading());
        ranks.next()
    };
    let unlinked = |line: &Line| line.link_share() < 0.5;
    if let Some(title) = title.map(fold_title).filter(|title| !title.is_empty()) {
        // A box beside the article may show its title while its own heading is worded otherwise.
        let first = visible().find(|(_, line)| rank(line) == Some(1) && unlinked(line));
        // A site's name may bear the first rank.
        let is_site = |line: &Line| {
            let own = fold_title(&line.text);
            own != title && wholes.iter().any(|whole| fold_title(whole).contains(&own))
        };
        let first = first.filter(|(_, line)| !is_site(line));
        let found = visible()
            .filter(|(_, line)| line.text.len() < 600 && is_folded(&line.text, &title))
            .min_by_key(|&(at, line)| (rank(line).unwrap_or(7), !unlinked(line), at));
        let sure = |line: &Line| rank(line).is_some_and(|rank| rank <= 2) && unlinked(line);
        if let Some((at, _)) = found.filter(|(_, line)| first.is_none() || sure(line)) {
            return Some(at);
        }
    }
    let firsts = || visible().filter(|(_, line)| rank(line) == Some(1) && unlinked(line));
    let worded = |line: &Line| line.text.split_whitespace().count() >= 3;
    firsts().find(|&(_, line)| worded(line)).or_else(|| firsts().next()).map(|(at, _)| at)
}

/// Most lines from the headline to the summary, and from there to the date.
const HEAD: usize = 4;

/// Fewest words of a point of a summary.
const LEAST_POINT: usize = 6;

struct Reader<'a> {
    tree: &'a Tree<'a>,
    flow: &'a Flow,
    content: &'a Content,
    title: Option<String>,
    summary: Option<String>,
    authors: Vec<String>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> Option<(&Line, Place)> {
        Some((self.flow.lines.get(at)?, self.content.places.get(at).copied().unwrap_or_default()))
    }

    fn tag(&self, line: &Line) -> Tag {
        self.tree.node(line.block).tag().unwrap_or(Tag::Other)
    }

    fn within(&self, line: &Line, wanted: impl Fn(Tag) -> bool) -> bool {
        let mut ancestors = self.tree.ancestors(line.block);
        ancestors.any(|id| self.tree.node(id).tag().is_some_and(&wanted))
    }

    /// The first line of running text in the article. A summary may be as long; who and when stand behind it.
    fn first_paragraph(&self, headline: Option<usize>) -> Option<usize> {
        let first = self.first_prose(headline)?;
        let title = headline.filter(|&title| title < first && first - title <= HEAD);
        let below = title.and_then(|_| {
            (first + 1..=first + HEAD)
                .take_while(|&at| self.line(at).is_some_and(|(line, _)| prose(line) < 40))
                .find(|&at| {
                    self.line(at)
                        .is_some_and(|(line, place)| place.inside && !line.hidden && self.is_date(line))
                })
        });
        below.and_then(|at| self.first_prose(Some(at))).filter(|&next| next > first).or(Some(first))
    }

    /// Whether a line is a date and no more.
    fn is_date(&self, line: &Line) -> bool {
        let marks = |c: char| !c.is_alphanumeric();
        find_moment(&line.text).is_some_and(|moment| moment.span.len() >= line.text.trim_matches(marks).len())
    }

    /// The first line of prose in the article below a line.
    fn first_prose(&self, headline: Option<usize>) -> Option<usize> {
        let from = headline.map_or(0, |at| at + 1);
        let find = |from: usize| {
            (from..self.flow.lines.len()).find(|&at| {
                self.line(at).is_some_and(|(line, place)| {
                    place.inside
                        && !line.hidden
                        && !place.is_aside()
                        && place.role.is_none_or(|role| matches!(role, Role::Paragraph | Role::Quotation))
                        && prose(line) >= 40
                })
            })
        };
        find(from).or_else(|| find(0))
    }

    fn role(&self, at: usize, headline: Option<usize>, first: Option<usize>) -> Option<Role> {
        let (line, place) = self.line(at)?;
        if line.hidden {
            return None;
        }
        if Some(at) == headline {
            return Some(Role::Headline);
        }
        let is_title =
            self.title.as_ref().is_some_and(|title| line.text.len() < 600 && is_folded(&line.text, title));
        if is_title {
            return Some(Role::RepeatedHeadline);
        }
        if is_widget(&line.text) {
            return Some(place.role.filter(|&role| is_aside(role)).unwrap_or(Role::Widget));
        }
        let before = first.is_some_and(|first| at < first);
        let after_headline = headline.is_none_or(|headline| at > headline);
        Some(match (before, after_headline, place.inside) {
            (true, false, _) => self.above(line, place, headline.is_some_and(|headline| at + 3 >= headline)),
            (true, true, inside) => self.head(line, place, inside),
            (false, _, true) => self.body(line, place),
            (false, _, false) => self.below(line, place),
        })
    }

    /// Above the headline: the page's own frame.
    fn above(&self, line: &Line, place: Place, near: bool) -> Role {
        match place.role {
            // A frame shows the day it is read; the time beside it is that of an article.
            Some(role) if is_aside(role) && near && is_timed(&line.text) => Role::Published,
            Some(role) if is_aside(role) || role == Role::Caption => role,
            // Blogs and some outlets set the date over the headline.
            Some(Role::Published) if near && self.is_dated(line, place) => Role::Published,
            Some(Role::Published) if self.is_dated(line, place) => Role::PageDate,
            _ if near && line.text.len() < 80 && find_moment(&line.text).is_some() => Role::Published,
            _ if near && line.text.len() < 40 => Role::Kicker,
            _ if find_moment(&line.text).is_some() => Role::PageDate,
            _ => outside(line),
        }
    }

    /// Between the headline and the first paragraph.
    fn head(&self, line: &Line, place: Place, inside: bool) -> Role {
        let text = &line.text;
        let short = text.len() < 160;
        let dated = short && self.is_dated(line, place);
        // Dates and names stand among the buttons, too.
        if dated && place.role.is_some_and(|role| is_aside(role) || role == Role::Standfirst) {
            let alone = find_moment(text).is_some_and(|moment| moment.span.len() * 2 >= text.len());
            if opens_byline(text) {
                return Role::Byline;
            }
            if opens_with_label(text).is_some() || alone {
                return Role::Published;
            }
        }
        match place.role {
            Some(Role::Caption) => return Role::Caption,
            Some(role) if is_aside(role) && !matches!(role, Role::Credit) => return role,
            _ => {}
        }
        let is_summary = self.summary.as_ref().is_some_and(|summary| {
            let own = fold_title(text);
            own.len() > 30 && (summary.starts_with(&own) || own.starts_with(summary.as_str()))
        });
        if is_summary {
            return Role::Standfirst;
        }
        match place.role {
            Some(Role::Published) if dated => return Role::Published,
            Some(Role::Byline | Role::Credit) if short && !dated && !split_names(text).is_empty() => {
                return Role::Byline;
            }
            Some(Role::Standfirst) if text.len() > 20 => return Role::Standfirst,
            _ => {}
        }
        if short && opens_byline(text) {
            return Role::Byline;
        }
        if dated {
            return Role::Published;
        }
        if self.tag(line).heading().is_some() {
            return if text.len() >= 40 { Role::Standfirst } else { Role::Heading };
        }
        // The points of a summary over the text.
        let item = self.tag(line) == Tag::Li || self.within(line, |tag| tag == Tag::Li);
        if item
            && line.link_share() < 0.3
            && text.split_whitespace().count() >= LEAST_POINT
            && !is_notice(text)
        {
            return if inside { Role::ListItem } else { Role::Standfirst };
        }
        if prose(line) >= 20 && text.len() >= 40 {
            return if inside { Role::Paragraph } else { Role::Standfirst };
        }
        outside(line)
    }

    /// In the article.
    fn body(&self, line: &Line, place: Place) -> Role {
        let text = &line.text;
        if let Some(role) = place.role.filter(|&role| is_aside(role)) {
            return role;
        }
        let tag = self.tag(line);
        let heavy = line.link_share();
        match place.role {
            Some(Role::Caption) => return Role::Caption,
            Some(Role::PullQuote) => return Role::PullQuote,
            Some(Role::Correction) => return Role::Correction,
            Some(Role::Published) if text.len() < 120 && self.is_dated(line, place) => {
                return Role::Published;
            }
            Some(Role::Byline) if text.len() < 120 && !ends_sentence(text) => return Role::Byline,
            _ => {}
        }
        if is_opener(text) && (heavy > 0.3 || text.len() < 60) {
            return Role::Related;
        }
        if tag.heading().is_some() || self.within_heading(line) {
            return if heavy > 0.7 { Role::Related } else { Role::Heading };
        }
        if opens_credit(text) || self.is_about_author(text) {
            return Role::Credit;
        }
        if is_notice(text) {
            return Role::Notice;
        }
        let sentence = ends_sentence(text);
        if heavy > 0.8 && !(sentence && text.len() > 100) {
            return Role::Related;
        }
        match tag {
            Tag::Tr | Tag::Table | Tag::Tbody | Tag::Thead => Role::TableRow,
            Tag::Li | Tag::Dd | Tag::Dt => self.item(line),
            _ if place.role == Some(Role::Quotation) => Role::Quotation,
            _ if self.within(line, |tag| tag == Tag::Li) => self.item(line),
            Tag::P | Tag::Pre => {
                if line.bold * 10 >= text.len() * 9 && text.len() < 90 && !sentence {
                    Role::Heading
                } else {
                    Role::Paragraph
                }
            }
            _ if sentence || text.len() >= 60 => Role::Paragraph,
            _ if line.bold * 10 >= text.len() * 9 && text.len() >= 12 => Role::Heading,
            _ => outside(line),
        }
    }

    /// `Ada Moe is a reporter who …`, `Ada Moe can be reached at …`.
    fn is_about_author(&self, text: &str) -> bool {
        let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let about = |author: &String| {
            let rest = words.strip_prefix(author.as_str()).map(|rest| rest.trim_start_matches([',', ' ']));
            rest.is_some_and(|rest| {
                [
                    "is a",
                    "is the ",
                    "was a",
                    "covers ",
                    "writes ",
                    "reports ",
                    "joined ",
                    "has been ",
                    "has covered ",
                    "can be reached",
                ]
                .iter()
                .any(|verb| rest.starts_with(verb))
            })
        };
        text.len() < 900 && (self.authors.iter().any(about) || is_contact(words))
    }

    /// Whether a line gives a date, rather than telling what happened on one. Where the page names a date, its year
    /// may have two digits.
    fn is_dated(&self, line: &Line, place: Place) -> bool {
        let text = &line.text;
        let is_date =
            |id: usize| self.flow.zones.get(id).is_some_and(|zone| zone.role == Some(Role::Published));
        let named = || {
            let mut inline =
                self.tree.ancestors(line.first).skip(1).take_while(|&id| id != line.block).take(4);
            place.role == Some(Role::Published)
                || inline.any(is_date)
                || opens_byline(text)
                || opens_with_label(text).is_some()
        };
        match find_moment(text) {
            Some(moment) => {
                let told = text.len() > 80 && ends_sentence(text) && moment.span.len() * 4 < text.len();
                !told || named()
            }
            None => text.len() < 80 && find_short(text, Order::DayFirst).is_some() && named(),
        }
    }

    fn within_heading(&self, line: &Line) -> bool {
        self.tree
            .ancestors(line.block)
            .take(3)
            .any(|id| self.tree.node(id).tag().is_some_and(|tag| tag.heading().is_some()))
    }

    fn item(&self, line: &Line) -> Role {
        if line.link_share() > 0.6 && line.text.len() < 150 { Role::Related } else { Role::ListItem }
    }

    /// Below the article, or beside it.
    fn below(&self, line: &Line, place: Place) -> Role {
        let dated = line.text.len() < 120 && self.is_dated(line, place);
        if dated && opens_with_label(&line.text).is_some() {
            return Role::Published;
        }
        match place.role {
            Some(Role::Paragraph | Role::Quotation) | None => {}
            Some(Role::Published) if dated => return Role::PageDate,
            Some(role) => return role,
        }
        outside(line)
    }
}

/// A line that no name says anything of and that is not in the article.
fn outside(line: &Line) -> Role {
    if line.link_share() > 0.5 {
        Role::Related
    } else if line.text.starts_with(['©', 'Ⓒ']) || line.text.starts_with("Copyright") {
        Role::Notice
    } else {
        Role::Widget
    }
}

/// A heading that nothing of the article follows is that of something set aside.
fn drop_stray_headings(roles: &mut [Option<Role>], flow: &Flow, tree: &Tree<'_>) {
    let rank = |at: usize| {
        let line = flow.lines.get(at)?;
        tree.node(line.block).tag().and_then(Tag::heading)
    };
    // Walking back, `below` is the rank of the shallowest heading with nothing but headings and asides after it.
    let mut body = false;
    let mut last_rank = None;
    for at in (0..roles.len()).rev() {
        match roles.get(at).copied().flatten() {
            Some(role) if role.is_body() => {
                body = true;
                last_rank = None;
            }
            Some(Role::Heading) => {
                let own = rank(at);
                let headless = !body || last_rank.is_some_and(|last: u8| own.is_some_and(|own| last <= own));
                if headless && !body {
                    if let Some(role) = roles.get_mut(at) {
                        *role = Some(Role::Related);
                    }
                } else {
                    last_rank = own;
                }
            }
            _ => {}
        }
    }
}
