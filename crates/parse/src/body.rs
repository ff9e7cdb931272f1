//! Roles of the rows from the lead to the end of the page.

use crate::byline::{is_name, is_office};
use crate::cue::Cue;
use crate::evidence::Evidence;
use crate::mark::is_menu;
use crate::person::is_person;
use crate::row::{Finish, Row};
use crate::signer::signer;
use crate::vocabulary::{Told, Vocabulary};
use crate::zone::{FAR, Page};
use corroborate_article::Role;
use std::cell::OnceCell;

/// What the rows just passed opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Body,
    /// Links to other articles.
    Related,
    /// Readers' comments, to the end.
    Comments,
    /// Keywords.
    Tags,
}

/// The roles of the rows from `lead` on.
pub(crate) fn body<'t>(page: &Page<'t>, lead: usize, words: &Vocabulary<'t>) -> Vec<Role> {
    let reader = Reader {
        page,
        words,
        after: running_after(page),
        last: page.last(lead, words),
        told: OnceCell::new(),
    };
    let mut state = State::Body;
    let mut roles: Vec<Role> = Vec::with_capacity(page.len().saturating_sub(lead));
    for at in lead..page.len() {
        let role = reader.role(at, lead, &mut state, roles.last().copied());
        roles.push(role);
    }
    roles
}

/// For each row, how many rows of running text stand at it or after it.
fn running_after(page: &Page<'_>) -> Vec<usize> {
    let mut after = vec![0; page.len() + 1];
    for at in (0..page.len()).rev() {
        let here = usize::from(page.is_running(at));
        let next = after.get(at + 1).copied().unwrap_or(0);
        if let Some(place) = after.get_mut(at) {
            *place = next + here;
        }
    }
    after
}

struct Reader<'p, 't> {
    page: &'p Page<'t>,
    words: &'p Vocabulary<'t>,
    after: Vec<usize>,
    last: usize,
    /// What the article says, asked for only behind its last row.
    told: OnceCell<Told>,
}

impl Reader<'_, '_> {
    fn after(&self, at: usize) -> usize {
        self.after.get(at).copied().unwrap_or(0)
    }

    fn role(&self, at: usize, lead: usize, state: &mut State, before: Option<Role>) -> Role {
        let (Some(row), Some(evidence)) = (self.page.rows.get(at), self.page.evidence.get(at)) else {
            return Role::Widget;
        };
        let rest = self.after(at + 1);
        let passed = self.after(lead).saturating_sub(self.after(at));
        match evidence {
            Evidence::Cue(Cue::CommentHead) => {
                if passed >= rest {
                    *state = State::Comments;
                }
                Role::CommentPrompt
            }
            Evidence::Cue(Cue::RelatedHead) => {
                *state = State::Related;
                Role::Related
            }
            Evidence::Cue(Cue::TagHead) => {
                if *state != State::Comments && rest == 0 {
                    *state = State::Tags;
                }
                Role::Category
            }
            Evidence::Cue(Cue::SummaryHead) => {
                if at < self.last && *state == State::Body {
                    Role::Heading
                } else {
                    Role::TemplateLabel
                }
            }
            Evidence::Cue(Cue::Role(Role::Notice)) if *state == State::Tags && row.words <= 2 => {
                Role::Category
            }
            Evidence::Cue(Cue::Role(Role::Category)) if *state == State::Related => Role::Related,
            Evidence::Cue(Cue::Role(Role::Category))
                if at < self.last && *state == State::Body && row.words <= 4 =>
            {
                Role::Heading
            }
            Evidence::Cue(Cue::Role(Role::Caption)) if *state == State::Related && at > self.last => {
                Role::Related
            }
            // `Source: …` as a line of the text, not below it.
            Evidence::Cue(Cue::Role(Role::Credit | Role::Byline))
                if at < self.last && row.words >= 5 && !row.text.starts_with('(') =>
            {
                *state = State::Body;
                Role::Paragraph
            }
            Evidence::Cue(Cue::Role(role)) => *role,
            Evidence::Stamp(_) if *state == State::Comments => Role::CommentPrompt,
            Evidence::Stamp(_) if *state == State::Related && rest < 2 => Role::Related,
            Evidence::Stamp(_) if at < self.last || self.page.live => {
                *state = State::Body;
                Role::LiveStamp
            }
            Evidence::Stamp(_) => Role::Published,
            Evidence::Wire(_) => Role::Wire,
            Evidence::Byline(_) if *state == State::Related => Role::Related,
            Evidence::Byline(_) if *state == State::Comments => Role::CommentPrompt,
            Evidence::Byline(byline) if byline.announced || row.words <= 8 => Role::Byline,
            Evidence::Breadcrumb if *state == State::Related => Role::Related,
            Evidence::Breadcrumb if rest == 0 => Role::Category,
            Evidence::Menu if *state == State::Related => Role::Related,
            Evidence::Menu => Role::Widget,
            _ => self.open_row(at, row, state, before),
        }
    }

    fn open_row(&self, at: usize, row: &Row<'_>, state: &mut State, before: Option<Role>) -> Role {
        match *state {
            State::Comments => return Role::CommentPrompt,
            State::Tags if row.words <= 5 && !row.ends_sentence() => return Role::Category,
            State::Related if !self.resumes(at, row, before) => return Role::Related,
            _ => *state = State::Body,
        }
        if row.words <= 8 && !row.ends_sentence() && self.signs_below(at, row) {
            return Role::Byline;
        }
        if at > self.last && row.words <= 5 && self.is_signature(row, before) {
            return Role::Byline;
        }
        if self.page.rows.iter().take(12).any(|title| {
            row.words > title.words
                && title.words >= 5
                && row.words <= title.words + 6
                && row.key.ends_with(&title.key)
        }) {
            return Role::Category;
        }
        let signed = self.after(at + 1) == 0 && row.words <= 40;
        if signed && self.page.authors.iter().any(|name| row.text.starts_with(name.as_str())) {
            return Role::Credit;
        }
        if at > self.last { self.tail_row(at, row, before) } else { self.body_row(at, row, before) }
    }

    /// Whether a row names the author below the first rows of text: when it was published stands right behind.
    fn signs_below(&self, at: usize, row: &Row<'_>) -> bool {
        let labelled = |other: usize| match self.page.evidence.get(other) {
            Some(Evidence::Stamp(stamp)) => stamp.has_date() && (stamp.labelled || stamp.has_time()),
            _ => false,
        };
        let office =
            || self.page.rows.get(at + 1).is_some_and(|next| next.words <= 5 && is_office(next.text));
        (labelled(at + 1) || labelled(at + 2) && office()) && is_person(signer(row.text))
    }

    /// An author's name or office over a portrait of the author.
    fn is_signature(&self, row: &Row<'_>, before: Option<Role>) -> bool {
        self.page.authors.iter().any(|name| row.text == name.as_str())
            || (before == Some(Role::Byline) && is_office(row.text))
    }

    /// Whether the article goes on at a row after links to others.
    fn resumes(&self, at: usize, row: &Row<'_>, before: Option<Role>) -> bool {
        if at > self.last {
            return false;
        }
        if self.page.is_text(at) {
            return row.gap > 0 || row.text.len() >= 100 || self.words.share(row.text) >= 0.4;
        }
        let tight = self.page.rows.get(at.saturating_sub(1)).is_some_and(|row| row.gap == 0);
        let leads = self.page.is_text(at + 1) && at < self.last;
        before == Some(Role::Related) && row.gap > 0 && tight && leads && row.words <= 12
    }

    /// A row with running text at it or after it.
    fn body_row(&self, at: usize, row: &Row<'_>, before: Option<Role>) -> Role {
        if row.bullet {
            let beside = |other: usize| self.page.rows.get(other).is_some_and(|row| row.bullet);
            let alone = !beside(at + 1) && !beside(at.saturating_sub(1)) && row.gap > 0;
            let titled = row.finish == Finish::Open && row.words <= 12 && self.leads_to_text(at);
            return if alone && titled { Role::Heading } else { Role::ListItem };
        }
        if row.is_running() {
            return Role::Paragraph;
        }
        match row.finish {
            Finish::Full => Role::Paragraph,
            Finish::Question => {
                let titled = row.capitals > 0.6 || (row.words <= 14 && self.leads_to_text(at));
                if titled
                    && !row.is_quoted()
                    && row.words <= 16
                    && row.text.matches('?').count() == 1
                    && !row.text.contains(". ")
                {
                    Role::Heading
                } else {
                    Role::Paragraph
                }
            }
            Finish::Goes if row.text.starts_with("- ") && row.text.ends_with(" -") => Role::Heading,
            Finish::Colon if row.words <= 3 || row.shouted => Role::Heading,
            Finish::Colon | Finish::Goes => Role::Paragraph,
            Finish::Open => self.untitled(at, row, before),
        }
    }

    /// A row in the body that does not end like a sentence.
    fn untitled(&self, at: usize, row: &Row<'_>, before: Option<Role>) -> Role {
        if row.text.starts_with(char::is_lowercase) {
            return if row.words >= 4 { Role::Paragraph } else { Role::Widget };
        }
        if row.text.starts_with(['—', '–']) && row.words <= 14 {
            return Role::PullQuote;
        }
        let office = row.text.split_once(',').is_some_and(|(name, _)| is_name(name)) && row.words <= 9;
        if before == Some(Role::PullQuote) && (office || is_name(row.text)) {
            return Role::PullQuote;
        }
        if row.is_quoted() {
            return if row.capitals > 0.7 || row.words <= 8 { Role::Heading } else { Role::PullQuote };
        }
        if row.words > 20 && row.capitals < 0.6 {
            return Role::Paragraph;
        }
        let next_open = self.is_label(at + 1);
        if next_open && row.words <= 5 && !self.is_label(at + 2) {
            return Role::Kicker;
        }
        Role::Heading
    }

    /// Whether a row could be a heading.
    fn is_label(&self, at: usize) -> bool {
        self.page.is_open(at)
            && self
                .page
                .rows
                .get(at)
                .is_some_and(|row| row.is_title() && !row.bullet && row.words <= 20 && !row.is_running())
    }

    fn leads_to_text(&self, at: usize) -> bool {
        self.page.is_running(at + 1)
            || (self.page.is_open(at + 1)
                && self
                    .page
                    .rows
                    .get(at + 1)
                    .is_some_and(|row| row.ends_sentence() || row.bullet || row.words >= 8))
    }

    /// A row after the last running text.
    fn tail_row(&self, at: usize, row: &Row<'_>, before: Option<Role>) -> Role {
        let far = at - self.last > FAR;
        let told = || self.told.get_or_init(|| self.page.told(0, self.last));
        let share = if far { told().share(row.text) } else { self.words.share(row.text) };
        let follows = !far && matches!(before, Some(Role::Paragraph | Role::ListItem | Role::Heading));
        if row.finish == Finish::Colon
            && row.words <= 3
            && self.page.rows.get(at + 1).is_some_and(|next| next.bullet)
        {
            return Role::Heading;
        }
        if row.bullet && follows {
            return Role::ListItem;
        }
        if row.ends_sentence() && !row.text.ends_with("...") && (follows || share >= 0.5) {
            return if row.words >= 2 { Role::Paragraph } else { Role::Widget };
        }
        if row.text.starts_with(['—', '–', '-']) && row.words <= 5 {
            return Role::Credit;
        }
        if row.bullet {
            return if share >= 0.5 { Role::ListItem } else { Role::Related };
        }
        let parts = row.text.split(',').filter(|part| part.split_whitespace().count() <= 5).count();
        if parts >= 3 && parts == row.text.split(',').count() && row.words <= 40 {
            return Role::Category;
        }
        if row.text.starts_with('(') && row.text.contains(" = ") {
            return Role::Paragraph;
        }
        if row.text.starts_with('(') && row.text.ends_with(')') && row.words <= 12 {
            return Role::Credit;
        }
        if row.words >= 15 && row.capitals < 0.5 && share >= 0.4 {
            return Role::Paragraph;
        }
        if row.words == 1 && share >= 0.5 && row.capitals > 0.0 {
            return Role::Category;
        }
        if (2..=4).contains(&row.words) && is_name(row.text) {
            return Role::Credit;
        }
        if row.words <= 3 || is_menu(row.text, 2) { Role::Widget } else { Role::Related }
    }
}
