//! Which of the places that somebody has marked speak of one person, place or thing.

mod events;
mod name;
mod noun;
mod phrase;
mod pronoun;
mod role;
mod words;

use super::clusters::Clusters;
use crate::{Account, Place};
use phrase::{Phrase, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Groups marked places by what they speak of: names, descriptions (`the new bridge`) and pronouns, in one account
/// and across all of them. Gives for each place the number of its group, in the order in which the groups first
/// appear.
///
/// [`resolve`](super::resolve) finds names by itself and joins them for reasons of which each is sure. Here the places
/// are given, say by a reader or an annotator, and every one of them gets the group that fits best: the same name or
/// a part of it, a description beside a name, the same noun or one that is used in turn with it in accounts of the
/// same event, the nearest fitting thing for a pronoun. A place that is not in its account stands alone.
///
/// ```
/// use corroborate_article::{Article, Block, Role};
/// use corroborate_compare::{Account, Place, corefer};
/// use corroborate_text::Span;
///
/// let text = "Mayor Anna Lindholm opened the bridge. She crossed it first.";
/// let whole = Span::new(0, text.len());
/// let blocks = vec![Block { role: Role::Paragraph, span: whole, content: whole }];
/// let account = Account::new(Article { text: text.into(), blocks, ..Article::default() });
/// let marked: Vec<Place> = ["Anna Lindholm", "the bridge", "She", "it"]
///     .iter()
///     .filter_map(|words| Some((text.find(words)?, words)))
///     .map(|(start, words)| Place::new(0, Span::new(start, start + words.len())))
///     .collect();
/// assert_eq!(corefer(&[account], &marked), [0, 1, 0, 1]);
/// ```
pub fn corefer(accounts: &[Account], marked: &[Place]) -> Vec<usize> {
    let texts: Vec<Text<'_>> = accounts.iter().map(Text::of).collect();
    let mut small: BTreeSet<String> = BTreeSet::new();
    for text in &texts {
        small.extend(text.words().filter(|(_, small)| *small).map(|(word, _)| word));
    }
    let nowhere = |place: &Place| place.words(accounts).is_empty();
    let read = |place: &Place| Some(phrase::read(texts.get(place.account)?, *place, &small));
    // In the order of the text, whatever the order in which they were given.
    let mut order: Vec<usize> = (0..marked.len()).filter(|&at| !marked.get(at).is_none_or(nowhere)).collect();
    order.sort_by_key(|&at| {
        marked.get(at).map(|place| (place.account, place.span.start(), usize::MAX - place.span.end()))
    });
    let phrases: Vec<Phrase> = order.iter().filter_map(|&at| marked.get(at).and_then(read)).collect();
    let mut story = Story::new(phrases, events::of(&texts));
    name::join(&mut story);
    role::join(&texts, &mut story);
    noun::join(&mut story);
    pronoun::join(&mut story);
    let mut found: Vec<Option<usize>> = vec![None; marked.len()];
    for (at, &place) in order.iter().enumerate() {
        if let Some(slot) = found.get_mut(place) {
            *slot = Some(story.group(at));
        }
    }
    let mut numbers: BTreeMap<(bool, usize), usize> = BTreeMap::new();
    found
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let next = numbers.len();
            *numbers.entry(group.map_or((false, at), |group| (true, group))).or_insert(next)
        })
        .collect()
}

/// The marked places in the order of the text, and what is known of which are one.
struct Story {
    phrases: Vec<Phrase>,
    clusters: Clusters,
    /// For each account the number of the event that it tells.
    events: Vec<usize>,
    /// Descriptions that a name has been found for.
    settled: Vec<bool>,
}

impl Story {
    fn new(phrases: Vec<Phrase>, events: Vec<usize>) -> Self {
        Self { clusters: Clusters::new(phrases.len()), settled: vec![false; phrases.len()], phrases, events }
    }

    fn group(&self, at: usize) -> usize {
        self.clusters.find(at)
    }

    fn join(&mut self, a: usize, b: usize) {
        self.clusters.join(a, b);
    }

    /// Joins each with the one before it.
    fn join_all(&mut self, members: &[usize]) {
        for pair in members.windows(2) {
            if let [a, b] = pair {
                self.join(*a, *b);
            }
        }
    }

    fn settle(&mut self, at: usize) {
        if let Some(slot) = self.settled.get_mut(at) {
            *slot = true;
        }
    }

    fn is_settled(&self, at: usize) -> bool {
        self.settled.get(at).copied().unwrap_or_default()
    }

    fn event(&self, phrase: &Phrase) -> usize {
        self.events.get(phrase.place.account).copied().unwrap_or_default()
    }

    /// The phrases that name something by themselves, with their numbers.
    fn naming(&self) -> impl Iterator<Item = (usize, &Phrase)> {
        self.phrases
            .iter()
            .enumerate()
            .filter(|(_, phrase)| phrase.pronoun.is_none() && !phrase.head.is_empty())
    }

    /// The numbers of the phrases of each account, in the order of the text.
    fn by_account(&self) -> Vec<Vec<usize>> {
        let mut accounts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, phrase) in self.phrases.iter().enumerate() {
            accounts.entry(phrase.place.account).or_default().push(at);
        }
        accounts.into_values().collect()
    }
}
