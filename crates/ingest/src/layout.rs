//! Pieces of a page, in order, to the text of an article and its blocks.

use crate::html::MarkedTime;
use crate::lower::beginning;
use crate::page::{
    Claim, Claims, DateLabel, Moment, Order, find_ordered, find_short, fold_title, from_address, is_name,
    last_label, names_of, read_moment, split_names,
};
use corroborate_article::{Article, Block, Metadata, Outlet, Publication, Role};
use corroborate_temporal::Precision;
use corroborate_text::Span;

/// One line of the text to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub role: Role,
    /// Without line breaks.
    pub text: String,
    /// Where the words of links stand in it.
    pub links: Vec<(usize, usize)>,
}

impl Piece {
    pub(crate) fn new(role: Role, text: String) -> Self {
        Self { role, text, links: Vec::new() }
    }
}

/// An article in the making: the lines of the article first, what was set aside behind them, and at the end what
/// only the markup says, a line each.
#[derive(Debug)]
pub(crate) struct Layout {
    text: String,
    blocks: Vec<Block>,
    metadata: Metadata,
    /// The words of links in bylines, which are the authors' names.
    linked_names: Vec<Span>,
}

/// How many bylines, dates and names of a page are looked at.
const MOST: usize = 50;

/// Whether a role stands with the article rather than behind it.
const fn stands_with_article(role: Role) -> bool {
    role.is_editorial()
        || matches!(
            role,
            Role::Byline
                | Role::Published
                | Role::Dateline
                | Role::Kicker
                | Role::Correction
                | Role::LiveStamp
        )
}

impl Layout {
    pub(crate) fn new(pieces: Vec<Piece>) -> Self {
        let mut layout = Self {
            text: String::new(),
            blocks: Vec::new(),
            metadata: Metadata::default(),
            linked_names: Vec::new(),
        };
        let (article, rest): (Vec<Piece>, Vec<Piece>) =
            pieces.into_iter().partition(|piece| stands_with_article(piece.role));
        for piece in article.iter().chain(&rest) {
            let line = layout.push(piece.role, &piece.text);
            if piece.role == Role::Byline {
                let spans =
                    piece.links.iter().map(|&(start, end)| Span::new(start, end).shifted(line.start()));
                layout.linked_names.extend(spans.filter(|span| line.covers(*span)));
            }
        }
        layout
    }

    /// Adds a line and the blank line that parts it from the one before.
    fn push(&mut self, role: Role, text: &str) -> Span {
        if !self.text.is_empty() {
            let start = self.text.len();
            self.text.push('\n');
            let span = Span::new(start, start + 1);
            self.blocks.push(Block { role: Role::Blank, span, content: span });
        }
        let start = self.text.len();
        self.text.push_str(text);
        let content = Span::new(start, self.text.len());
        self.text.push('\n');
        self.blocks.push(Block { role, span: Span::new(start, self.text.len()), content });
        content
    }

    /// A value that only the markup holds, as a line of its own; its place is that of the value.
    pub(crate) fn note(&mut self, from: &str, value: &str) -> Span {
        let line = self.push(Role::Metadata, &format!("{from} {value}"));
        Span::new(line.start() + from.len() + 1, line.end())
    }

    fn of_role(&self, role: Role) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(move |block| block.role == role).map(|block| block.content)
    }

    fn first_of(&self, role: Role) -> Option<Span> {
        self.of_role(role).next()
    }

    /// Settles what the page says about its article and gives every value its place.
    pub(crate) fn claim(&mut self, claims: &Claims, title: Option<(String, String)>, times: &[MarkedTime]) {
        self.metadata.headline = self.first_of(Role::Headline);
        if let (None, Some((title, from))) = (self.metadata.headline, title) {
            self.metadata.headline = Some(self.note(&from, &title));
        }
        self.authors(claims);
        self.dates(claims, times);
        if let Some(outlet) = claims.outlets.first() {
            let visible =
                self.of_role(Role::Masthead).find_map(|span| find_in(&self.text, span, &outlet.value));
            let evidence = visible.unwrap_or_else(|| self.note(&outlet.from, &outlet.value));
            self.metadata.outlet = Some(Outlet { name: outlet.value.clone(), evidence: Some(evidence) });
        } else if let Some(masthead) = self.first_of(Role::Masthead) {
            let name = masthead.of(&self.text).to_owned();
            self.metadata.outlet = Some(Outlet { name, evidence: Some(masthead) });
        }
        self.metadata.url = claims.addresses.first().map(|claim| claim.value.clone());
        self.metadata.language = claims.languages.first().map(|claim| claim.value.clone());
    }

    fn authors(&mut self, claims: &Claims) {
        let outlet = claims.outlets.first().map(|outlet| fold_title(&outlet.value));
        let mut names: Vec<(String, String)> = Vec::new();
        let mut source: Option<&str> = None;
        for claim in claims.authors.iter().take(MOST) {
            let group = claim.from.split(' ').next().unwrap_or_default();
            // The first kind of markup that names someone is believed; others repeat it or name the desk.
            if source.is_some_and(|source| source != group) {
                break;
            }
            for name in names_of(&claim.value) {
                let is_outlet = outlet.as_ref().is_some_and(|outlet| {
                    let name = fold_title(&name);
                    *outlet == name || name.strip_suffix("com") == Some(outlet)
                });
                if !is_outlet && !names.iter().any(|(known, _)| known.eq_ignore_ascii_case(&name)) {
                    names.push((name, claim.from.clone()));
                    source = Some(group);
                }
            }
        }
        // Bylines further down are those of boxes about the authors, or of other articles.
        let body = self
            .blocks
            .iter()
            .find(|block| block.role == Role::Paragraph)
            .map_or(0, |block| block.span.start());
        let (above, below): (Vec<Span>, Vec<Span>) =
            self.of_role(Role::Byline).take(MOST).partition(|line| line.start() < body);
        if names.is_empty() {
            self.metadata.byline = self.visible_names(&above);
            if self.metadata.byline.is_empty() {
                self.metadata.byline = self.visible_names(below.get(..1).unwrap_or_default());
            }
            return;
        }
        let bylines: Vec<Span> = above.into_iter().chain(below).collect();
        for (name, from) in names {
            let visible = bylines.iter().find_map(|&byline| find_in(&self.text, byline, &name));
            let span = visible.unwrap_or_else(|| self.note(&from, &name));
            self.metadata.byline.push(span);
        }
    }

    /// The names in bylines, each once: the words of links where there are some, as they name the author and not
    /// the outlet.
    fn visible_names(&self, bylines: &[Span]) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        for &byline in bylines {
            let linked = self.linked_names.iter().copied().filter(|&span| byline.covers(span));
            let mut spans: Vec<Span> = linked.filter(|span| is_name(span.of(&self.text))).collect();
            if spans.is_empty() {
                let names = split_names(byline.of(&self.text)).into_iter().filter(|name| is_name(name));
                spans = names.filter_map(|name| find_in(&self.text, byline, name)).collect();
            }
            for span in spans {
                let name = span.of(&self.text).to_lowercase();
                if !found.iter().any(|known| known.of(&self.text).to_lowercase() == name) {
                    found.push(span);
                }
            }
        }
        found
    }

    fn dates(&mut self, claims: &Claims, times: &[MarkedTime]) {
        let of_times = |modified: bool| {
            times
                .iter()
                .filter(move |time| time.modified == modified)
                .map(|time| Claim { from: time.from.to_owned(), value: time.value.clone() })
        };
        let order = Order::of(
            claims.languages.first().map(|claim| claim.value.as_str()),
            claims.addresses.first().map(|claim| claim.value.as_str()),
        );
        let shown = |role: Role| -> Vec<(Span, Moment)> {
            let moment = |span: Span| {
                let words = span.of(&self.text);
                let moment = find_ordered(words, order).or_else(|| find_short(words, order))?;
                Some((moment.span.shifted(span.start()), moment))
            };
            self.of_role(role).take(MOST).filter_map(moment).collect()
        };
        let is_update = |span: Span| {
            let line = self.blocks.iter().find(|block| block.content.covers(span)).map(|block| block.content);
            let words = line.map(|line| Span::new(line.start(), span.start()).of(&self.text));
            words.is_some_and(|words| last_label(words) == Some(DateLabel::Modified))
        };
        let body = self.first_of(Role::Paragraph).map_or(0, |span| span.start());
        let (bylines, late): (Vec<_>, Vec<_>) =
            shown(Role::Byline).into_iter().partition(|(span, _)| span.start() < body);
        let lines = shown(Role::Published).into_iter().chain(bylines);
        let (updates, firsts): (Vec<_>, Vec<_>) = lines.partition(|&(span, _)| is_update(span));
        let headline = self.first_of(Role::Headline).map_or(0, |span| span.start());
        let (above, below): (Vec<_>, Vec<_>) =
            firsts.iter().copied().partition(|(span, _)| span.start() < headline);
        let elsewhere = shown(Role::PageDate);
        let published: Vec<Claim> = claims.published.iter().cloned().chain(of_times(false)).collect();
        let modified: Vec<Claim> = claims.modified.iter().cloned().chain(of_times(true)).collect();
        let seen = |dates: &[(Span, Moment)]| {
            dates.first().map(|&(span, moment)| publication(moment, span, "visible text"))
        };
        self.metadata.published = self
            .settle(&published, &firsts, order)
            .or_else(|| seen(&below))
            .or_else(|| self.dated_address(&claims.addresses))
            .or_else(|| self.dated_address(&claims.links))
            .or_else(|| seen(&above))
            .or_else(|| self.dateline(order))
            .or_else(|| seen(&late))
            .or_else(|| seen(&updates))
            .or_else(|| self.settle(&modified, &[], order))
            .or_else(|| seen(&elsewhere));
        self.metadata.modified = self.settle(&modified, &updates, order).or_else(|| seen(&updates));
    }

    /// The day that opens the running text: `OSLO, 1 May 2024 (Agency) – …`.
    fn dateline(&self, order: Order) -> Option<Publication> {
        self.of_role(Role::Paragraph).take(2).find_map(|span| {
            let words = span.of(&self.text);
            let moment = find_ordered(words, order).filter(|moment| moment.span.start() <= 60)?;
            let marks = ["–", "—", "--", " - ", "/PRNewswire"];
            let behind = beginning(words.get(moment.span.end()..)?, 40);
            let before = words.get(..moment.span.start())?;
            let opens = before.chars().next().is_none_or(char::is_uppercase) && !before.contains(". ");
            (opens && marks.iter().any(|mark| behind.contains(mark)))
                .then(|| publication(moment, moment.span.shifted(span.start()), "dateline"))
        })
    }

    /// The day in the first of some addresses that holds one.
    fn dated_address(&mut self, addresses: &[Claim]) -> Option<Publication> {
        let (claim, moment) =
            addresses.iter().take(MOST).find_map(|claim| Some((claim, from_address(&claim.value)?)))?;
        let at = self.note(&claim.from, &claim.value);
        Some(publication(moment, moment.span.shifted(at.start()), "address"))
    }

    /// The first claim that can be read, at its visible place where the page shows the same moment.
    fn settle(&mut self, claims: &[Claim], visible: &[(Span, Moment)], order: Order) -> Option<Publication> {
        for claim in claims {
            let Some(moment) = read_moment(&claim.value, order) else { continue };
            if let Some(local) =
                visible.iter().find_map(|&(span, shown)| local(moment, shown, span, &claim.from))
            {
                return Some(local);
            }
            let shown = visible
                .iter()
                .find(|(_, shown)| shown.civil == moment.civil && shown.offset == moment.offset);
            let evidence = match shown {
                Some(&(span, _)) => span,
                None => moment.span.shifted(self.note(&claim.from, &claim.value).start()),
            };
            return Some(publication(moment, evidence, &claim.from));
        }
        None
    }

    pub(crate) fn finish(self) -> Article {
        Article { text: self.text, blocks: self.blocks, metadata: self.metadata, ..Article::default() }
    }
}

/// The moment on the outlet's own clock, where the markup gives it in Greenwich's and the page shows another: the
/// difference is a zone's, or the day is the one before or after.
fn local(claimed: Moment, shown: Moment, span: Span, from: &str) -> Option<Publication> {
    if claimed.offset != Some(0) || claimed.precision == Precision::Day || shown.offset == Some(0) {
        return None;
    }
    let ahead = claimed.civil.seconds_until(shown.civil);
    if shown.precision == Precision::Day {
        // A day that begins up to fourteen hours before Greenwich's, or ends up to twelve after it.
        let day_before = (-36 * 3600..-24 * 3600).contains(&ahead);
        let day_after = (0..=14 * 3600).contains(&ahead);
        return (day_before || day_after).then(|| publication(shown, span, &format!("visible text, {from}")));
    }
    // A page shows no seconds.
    let minutes = (ahead + i64::from(claimed.civil.second())).div_euclid(60);
    let is_zone = minutes != 0 && (-12 * 60..=14 * 60).contains(&minutes) && minutes % 15 == 0;
    let agrees = shown.offset.is_none_or(|offset| i64::from(offset) == minutes);
    let offset = i32::try_from(minutes).ok().filter(|_| is_zone && agrees)?;
    let shown = Moment { offset: Some(offset), ..shown };
    Some(publication(shown, span, &format!("visible text, {from}")))
}

fn publication(moment: Moment, evidence: Span, from: &str) -> Publication {
    Publication {
        moment: moment.civil,
        precision: moment.precision,
        offset: moment.offset,
        evidence,
        from: from.to_owned(),
    }
}

/// Where words stand within a part of a text, in any case.
fn find_in(text: &str, within: Span, words: &str) -> Option<Span> {
    let part = within.of(text);
    let at = part.find(words).or_else(|| {
        // Lower-casing ASCII keeps every offset.
        part.to_ascii_lowercase().find(&words.to_ascii_lowercase())
    })?;
    Some(Span::new(within.start() + at, within.start() + at + words.len()))
}
