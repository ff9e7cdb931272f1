//! Brings together the versions of an utterance.

use super::compare::relate;
use super::paraphrase::paraphrases;
use super::wording::{Wording, place_in, wording};
use super::{FamilyRelation, QuoteFamily};
use crate::Place;
use crate::difference::quoted;
use crate::pairs::pairs;
use crate::story::Story;
use corroborate_extract::QuotationKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// One quotation with marks.
pub(super) struct Version {
    pub(super) place: Place,
    pub(super) wording: Wording,
    pub(super) speaker: Option<usize>,
    /// A pronoun names the speaker, and whom it means was no speaker right before.
    unsure: bool,
}

/// Finds the families of a story, in the order of their first versions.
///
/// Versions are held against the longest one of their utterance, and a family holds those that relate to it in
/// one way, so that *truncated* never hides *altered*.
pub(crate) fn find(story: &Story) -> Vec<QuoteFamily> {
    let mut versions = versions(story);
    let mut found = Vec::new();
    let mut shorter = BTreeSet::new();
    // Versions that relate through others alone are held against the longest of those that are left.
    let mut utterances = utterances(&versions);
    settle(story, &mut versions, &utterances);
    while let Some(utterance) = utterances.pop() {
        // Of equally long ones the one whose words and whose speaker most give: who names another gives the words to
        // somebody else.
        let alike = |index: usize| {
            let version = versions.get(index);
            let others = || utterance.iter().filter_map(|&other| versions.get(other));
            let worded =
                others().filter(|other| version.is_some_and(|one| one.wording == other.wording)).count();
            let named =
                others().filter(|other| version.is_some_and(|one| one.speaker == other.speaker)).count();
            (worded, named)
        };
        let longest = utterance.iter().copied().max_by_key(|&index| {
            let length = versions.get(index).map_or(0, |version| version.wording.words.len());
            (length, alike(index), std::cmp::Reverse(index))
        });
        let Some((longest, base)) = longest.and_then(|index| Some((index, versions.get(index)?))) else {
            continue;
        };
        let mut by_relation: BTreeMap<FamilyRelation, Vec<&Version>> = BTreeMap::new();
        let mut left = Vec::new();
        for &index in utterance.iter().filter(|&&index| index != longest) {
            let Some(version) = versions.get(index) else { continue };
            let same = same_speaker(base, version);
            match relate(&base.wording, &version.wording, same) {
                Some(relation) if version.place.account != base.place.account => {
                    by_relation.entry(relation).or_default().push(version);
                    shorter.insert(index);
                }
                Some(_) => {
                    shorter.insert(index);
                }
                None => left.push(index),
            }
        }
        if left.len() > 1 {
            utterances.push(left);
        }
        // Those who give the longest version word for word, by the same speaker, stand with it in every family.
        let equal = by_relation.get(&FamilyRelation::Verbatim).cloned().unwrap_or_default();
        let equal: Vec<Place> = equal.iter().map(|version| version.place).collect();
        for (relation, members) in by_relation {
            let parts = match relation {
                FamilyRelation::Truncated => overlapping(base, members),
                _ => vec![members],
            };
            for members in parts {
                let mut places: Vec<Place> = members.iter().map(|version| version.place).collect();
                places.extend(&equal);
                places.push(base.place);
                found.push(family(story, relation, base.speaker, places));
            }
        }
    }
    found.extend(paraphrases(story, &versions, &shorter));
    found.sort_by(|a, b| a.versions.cmp(&b.versions).then(a.relation.cmp(&b.relation)));
    found
}

/// Parts of a longer version, those together that have words of it in common: the first half of an utterance is no
/// version of its second half.
fn overlapping<'v>(base: &Version, parts: Vec<&'v Version>) -> Vec<Vec<&'v Version>> {
    let mut placed: Vec<(Range<usize>, &Version)> = parts
        .into_iter()
        .map(|part| {
            let start = place_in(&base.wording, &part.wording).unwrap_or(0);
            (start..start + part.wording.words.len(), part)
        })
        .collect();
    placed.sort_by_key(|(range, part)| (range.start, range.end, part.place));
    let mut groups: Vec<(usize, Vec<&Version>)> = Vec::new();
    for (range, part) in placed {
        match groups.last_mut().filter(|(end, _)| range.start < *end) {
            Some((end, group)) => {
                *end = range.end.max(*end);
                group.push(part);
            }
            None => groups.push((range.end, vec![part])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The longer of two versions, then the other.
fn by_length<'a>(a: &'a Version, b: &'a Version) -> (&'a Version, &'a Version) {
    if a.wording.words.len() >= b.wording.words.len() { (a, b) } else { (b, a) }
}

fn versions(story: &Story) -> Vec<Version> {
    let mut found = Vec::new();
    for (account, source) in story.accounts.iter().enumerate() {
        let mut last = None;
        for quotation in &source.annotations.quotations {
            let place = Place::new(account, quotation.content);
            let speaker = quoted(story, place);
            let pronoun = quotation
                .speaker
                .is_some_and(|speaker| is_pronoun(speaker.evidence.of(&source.article.text)));
            let unsure = pronoun && last.is_some_and(|last| last != speaker);
            last = Some(speaker);
            if quotation.kind == QuotationKind::Indirect {
                continue;
            }
            let wording = wording(story.words(place));
            if !wording.words.is_empty() {
                found.push(Version { place, wording, speaker, unsure });
            }
        }
    }
    found
}

fn is_pronoun(words: &str) -> bool {
    matches!(words, "he" | "He" | "she" | "She")
}

/// Gives words whose speaker only a pronoun tells, and not surely, to whom another account names for them, where their
/// own account has named that person before: a pronoun misread is no other speaker.
fn settle(story: &Story, versions: &mut [Version], utterances: &[Vec<usize>]) {
    let named_before = |entity: usize, place: Place| {
        story.entities.get(entity).is_some_and(|entity| {
            entity.mentions.iter().any(|mention| {
                mention.place.account == place.account && mention.place.span.end() <= place.span.start()
            })
        })
    };
    let mut settled: Vec<(usize, usize)> = Vec::new();
    for utterance in utterances {
        let of = |index: &usize| versions.get(*index);
        let sure = utterance.iter().filter_map(of).filter(|version| !version.unsure);
        let mut named = sure.filter_map(|version| Some((version.speaker?, version.place.account)));
        let Some((one, account)) = named.next() else { continue };
        if !named.all(|(speaker, _)| speaker == one) {
            continue;
        }
        for &index in utterance {
            let unsure = versions.get(index).filter(|version| version.unsure && version.speaker != Some(one));
            if unsure
                .is_some_and(|version| version.place.account != account && named_before(one, version.place))
            {
                settled.push((index, one));
            }
        }
    }
    for (index, speaker) in settled {
        if let Some(version) = versions.get_mut(index) {
            version.speaker = Some(speaker);
        }
    }
}

fn same_speaker(a: &Version, b: &Version) -> Option<bool> {
    Some(a.speaker? == b.speaker?)
}

/// Groups of versions of one utterance: pairs that relate, closed under *and*; by index, in order.
fn utterances(versions: &[Version]) -> Vec<Vec<usize>> {
    let prints = Prints::of(versions);
    // Only versions that share two words in a row, or all their words, can relate.
    let mut index: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (number, print) in prints.list.iter().enumerate() {
        let words = print.first(versions).map_or(&[][..], |version| version.wording.words.as_slice());
        for run in words.windows(words.len().min(2)) {
            let list = index.entry(run).or_default();
            if list.last() != Some(&number) {
                list.push(number);
            }
        }
    }
    let pairs: BTreeSet<(usize, usize)> = index
        .values()
        .filter(|list| list.len() <= MOST_SHARING)
        .flat_map(|list| pairs(list.iter().copied()))
        .collect();
    let mut group_of: Vec<usize> = (0..prints.list.len()).collect();
    for (a, b) in pairs {
        let (Some(one), Some(other)) = (prints.list.get(a), prints.list.get(b)) else { continue };
        if one.is_apart(other) && one.relates(other, versions) {
            let (Some(&keep), Some(&gone)) = (group_of.get(a), group_of.get(b)) else { continue };
            group_of.iter_mut().filter(|group| **group == gone).for_each(|group| *group = keep);
        }
    }
    let mut groups: BTreeMap<usize, (Vec<usize>, bool)> = BTreeMap::new();
    for (print, group) in prints.list.iter().zip(group_of) {
        let (members, together) = groups.entry(group).or_default();
        // Prints of one group relate; those of one print alone must as well.
        *together |= !members.is_empty() || print.is_apart(print) && print.relates(print, versions);
        members.extend(&print.versions);
    }
    let related = groups.into_values().filter(|(_, together)| *together);
    related
        .map(|(mut members, _)| {
            members.sort_unstable();
            members
        })
        .collect()
}

/// Versions in the same words by the same speaker: how they relate to others is found once.
struct Print {
    /// Ascending.
    versions: Vec<usize>,
    /// The account of the first, and whether another account prints it too.
    account: usize,
    elsewhere: bool,
}

impl Print {
    fn first<'v>(&self, versions: &'v [Version]) -> Option<&'v Version> {
        versions.get(*self.versions.first()?)
    }

    /// Whether a version of this and one of another print stand in two accounts.
    const fn is_apart(&self, other: &Self) -> bool {
        self.account != other.account || self.elsewhere || other.elsewhere
    }

    fn relates(&self, other: &Self, versions: &[Version]) -> bool {
        let (Some(x), Some(y)) = (self.first(versions), other.first(versions)) else { return false };
        let (long, short) = by_length(x, y);
        relate(&long.wording, &short.wording, same_speaker(x, y)).is_some()
    }
}

struct Prints {
    list: Vec<Print>,
}

impl Prints {
    fn of(versions: &[Version]) -> Self {
        let mut known: BTreeMap<(&Wording, Option<usize>), usize> = BTreeMap::new();
        let mut list: Vec<Print> = Vec::new();
        for (number, version) in versions.iter().enumerate() {
            let account = version.place.account;
            let print = *known.entry((&version.wording, version.speaker)).or_insert(list.len());
            match list.get_mut(print) {
                Some(print) => {
                    print.versions.push(number);
                    print.elsewhere |= print.account != account;
                }
                None => list.push(Print { versions: vec![number], account, elsewhere: false }),
            }
        }
        Self { list }
    }
}

/// Two words in a row that more versions than this share are no sign of a common utterance.
const MOST_SHARING: usize = 200;

pub(super) fn family(
    story: &Story,
    relation: FamilyRelation,
    speaker: Option<usize>,
    mut versions: Vec<Place>,
) -> QuoteFamily {
    versions.sort_unstable();
    versions.dedup();
    let speaker_name = speaker.and_then(|index| story.entities.get(index)).map(|entity| entity.name.clone());
    QuoteFamily { speaker, speaker_name, relation, versions }
}
