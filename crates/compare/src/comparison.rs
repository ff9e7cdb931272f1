//! Everything that was found in a story.

use crate::align::{self, Units};
use crate::origin::Independent;
use crate::story::Story;
use crate::{Account, Cell, Claim, Difference, Entity, Origin, QuoteFamily, Reuse, TimelineEntry};
use crate::{claim, dates, difference, entity, family, origin, reuse, timeline, voice};
use corroborate_article::Diagnostic;
use corroborate_temporal::TimeExpression;
use std::collections::BTreeMap;

/// How to compare.
#[derive(Clone, Debug)]
pub struct Options {
    /// Lowest score at which two statements are taken for the same claim, in 0..=1.
    pub align_threshold: f64,
    /// Fewest words of a shared passage.
    pub reuse_min_words: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { align_threshold: 0.3, reuse_min_words: 8 }
    }
}

/// The comparison of the accounts of one story. Indices of accounts are positions in the slice compared.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// People, places, organisations.
    pub entities: Vec<Entity>,
    /// Speakers whom an account calls by their role alone (`the mayor`) and another names: for the account and the
    /// start of the words for the speaker, the entity.
    pub voices: BTreeMap<(usize, usize), usize>,
    /// For each account, its dates, resolved through the other accounts where it gives no date of its own.
    pub dates: Vec<Vec<TimeExpression>>,
    /// Claims, the most widely and prominently made first.
    pub claims: Vec<Claim>,
    /// Differences, conflicts first.
    pub differences: Vec<Difference>,
    /// Versions of one utterance.
    pub quote_families: Vec<QuoteFamily>,
    /// Shared passages.
    pub reuse: Vec<Reuse>,
    /// Accounts that share an origin.
    pub origins: Vec<Origin>,
    /// Number of independent origins among all accounts.
    pub origin_count: usize,
    /// What happened when.
    pub timeline: Vec<TimelineEntry>,
    /// For each account, the claims that most others make and it leaves out, as indices into the claims.
    pub omissions: Vec<Vec<usize>>,
    /// Remarks on the comparison as a whole.
    pub diagnostics: Vec<Diagnostic>,
    /// The cells of each claim before any difference was weighed: who speaks of it, and in which words.
    pub grouped: Vec<Vec<Cell>>,
}

impl Comparison {
    /// Draws again from [`grouped`](Self::grouped), the differences and the origins what depends on them, after
    /// one of them was changed: the stance of every cell, how many accounts and origins are behind a claim, and
    /// what each account leaves out. Claims keep their places.
    pub fn recount(&mut self) {
        for (claim, cells) in self.claims.iter_mut().zip(&self.grouped) {
            claim.cells.clone_from(cells);
        }
        claim::take_sides(&mut self.claims, &self.differences);
        let independent = Independent::new(&self.origins);
        for claim in &mut self.claims {
            claim.origins = independent.among(claim.sayers());
        }
        let accounts = self.omissions.len();
        self.origin_count = independent.among(0..accounts);
        self.omissions = claim::omissions(&self.claims, accounts);
    }
}

/// Says so where the accounts tell of several events.
fn several_events(accounts: &[Account], events: &[usize]) -> Option<Diagnostic> {
    let count = events.iter().max().filter(|&&last| last > 0)? + 1;
    let named = |event: usize| -> String {
        let of = events.iter().zip(accounts).filter(|(number, _)| **number == event);
        of.map(|(_, account)| account.article.id.as_str()).collect::<Vec<_>>().join(", ")
    };
    let groups: Vec<String> = (0..count).map(named).collect();
    Some(Diagnostic::warning(format!(
        "The accounts seem to tell of {count} events, and only accounts of one event were compared: {}.",
        groups.join("; ")
    )))
}

/// Compares the accounts of one story.
///
/// The result depends on the accounts alone, not on their order in the slice, save that indices follow it.
pub fn compare(accounts: &[Account], options: &Options) -> Comparison {
    compare_amended(accounts, options, |_| ())
}

/// The same, with the entities as `amend` leaves them: a person may know that two names are of one, and all that
/// follows is found with that. Their mentions must be places of the accounts.
pub fn compare_amended(
    accounts: &[Account],
    options: &Options,
    amend: impl FnOnce(&mut Vec<Entity>),
) -> Comparison {
    let dates = dates::resolve(accounts);
    let mut entities: Vec<Entity> = entity::resolve(accounts);
    amend(&mut entities);
    let voices = voice::find(accounts, &entities);
    let units = Units::new(accounts, &entities, &dates);
    let links = align::links(&units, options.align_threshold);
    let groups = claim::claims(accounts, &units, &links, options.align_threshold);
    let story = Story::new(accounts, &entities, &dates, &units, &links.clauses, &groups).with_voices(&voices);
    let quote_families = family::find(&story);
    let mut differences = difference::find(&story, &quote_families);
    let mut timeline = timeline::find(&story);
    let mut claims: Vec<Claim> = groups.iter().map(|group| group.claim.clone()).collect();
    let grouped = |index: usize| groups.get(index).map(|group| group.claim.cells.clone());
    claim::take_sides(&mut claims, &differences);
    let order = claim::rank(&claims);
    let mut ranks = vec![0; order.len()];
    for (rank, &claim) in order.iter().enumerate() {
        if let Some(slot) = ranks.get_mut(claim) {
            *slot = rank;
        }
    }
    let rank_of = |claim: usize| ranks.get(claim).copied();
    for difference in &mut differences {
        difference.claim = difference.claim.and_then(rank_of);
    }
    for entry in &mut timeline {
        entry.claims = entry.claims.iter().filter_map(|&claim| rank_of(claim)).collect();
        entry.claims.sort_unstable();
    }
    let grouped = order.iter().filter_map(|&old| grouped(old)).collect();
    let mut claims: Vec<Claim> = order.iter().filter_map(|&old| claims.get(old).cloned()).collect();
    let mut reuse = reuse::find(accounts, options.reuse_min_words);
    let (origins, retold) = origin::find(accounts, &claims, &reuse, &quote_families);
    reuse.extend(retold);
    reuse.sort_by_key(|reuse| (reuse.a, reuse.b));
    let thinned = reuse::thin(&mut reuse, accounts.len());
    let diagnostics = several_events(accounts, &units.events).into_iter().chain(thinned).collect();
    let independent = Independent::new(&origins);
    for claim in &mut claims {
        claim.origins = independent.among(claim.sayers());
    }
    Comparison {
        omissions: claim::omissions(&claims, accounts.len()),
        origin_count: independent.among(0..accounts.len()),
        origins,
        dates,
        voices,
        entities,
        claims,
        differences,
        quote_families,
        reuse,
        timeline,
        diagnostics,
        grouped,
    }
}
