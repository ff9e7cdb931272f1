//! Quotations, their speakers, and families of versions.

use super::report::Quotation;
use super::score::{Place, Score, Truth, fold, hits};
use super::tally::{Tally, pairs_of};
use std::collections::BTreeSet;

/// Quotations with marks, and who is given as their speaker.
pub fn quotations(truth: &Truth, score: &mut Score) {
    let predicted: Vec<(Option<&str>, String, &Quotation)> = truth
        .report
        .quotations
        .iter()
        .filter(|quotation| quotation.kind != "indirect")
        .map(|quotation| (truth.account(&quotation.span.source), bare(&quotation.span.text), quotation))
        .collect();
    let mut hit = BTreeSet::new();
    for quotation in &truth.gold.quotations {
        let wanted = bare(&quotation.text);
        let long = wanted.chars().count() > 12;
        let same = |text: &str| text == wanted || (long && (text.contains(&wanted) || wanted.contains(text)));
        let candidates: Vec<usize> = predicted
            .iter()
            .enumerate()
            .filter(|(_, (account, text, _))| *account == Some(quotation.doc.as_str()) && same(text))
            .map(|(index, _)| index)
            .collect();
        score.quotations.gold += 1;
        score.speakers.gold += usize::from(quotation.speaker.is_some());
        if candidates.is_empty() {
            score.misses.push(format!("quotation missed: {} {}", quotation.doc, short(&quotation.text)));
            continue;
        }
        score.quotations.found += 1;
        hit.extend(candidates.iter().copied());
        let Some(speaker) = &quotation.speaker else { continue };
        let right = candidates.iter().any(|&index| {
            predicted.get(index).is_some_and(|(_, _, given)| is_speaker(truth, given, speaker))
        });
        if right {
            score.speakers.found += 1;
        } else {
            score.misses.push(format!(
                "speaker wrong: {} {} -> {speaker}",
                quotation.doc,
                short(&quotation.text)
            ));
        }
    }
    score.quotations.right = hit.len();
    score.quotations.predicted = predicted.len();
}

fn is_speaker(truth: &Truth, given: &Quotation, wanted: &str) -> bool {
    let Some(speaker) = &given.speaker else { return false };
    let mut forms: BTreeSet<String> = BTreeSet::from([fold(wanted)]);
    let gold = truth.gold.entities.iter().rfind(|entity| entity.name == wanted);
    forms.extend(gold.into_iter().flat_map(|entity| &entity.forms).map(|form| fold(form)));
    let evidence = fold(&speaker.evidence.text);
    let mut names = BTreeSet::from([evidence.clone()]);
    let entity = truth.report.entities.iter().rfind(|entity| Some(&entity.id) == speaker.entity.as_ref());
    if let Some(entity) = entity {
        names.insert(fold(&entity.name));
        names.extend(entity.mentions.iter().map(|mention| fold(&mention.text)));
    }
    let inside = |form: &String| {
        !form.is_empty() && (evidence.contains(form.as_str()) || form.contains(evidence.as_str()))
    };
    !forms.is_disjoint(&names) || (evidence.chars().count() > 3 && forms.iter().any(inside))
}

fn bare(text: &str) -> String {
    fold(text).trim_matches(|c| "\"' .,;:!?-".contains(c)).to_owned()
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Pairs of versions of one utterance.
pub fn families(truth: &Truth, score: &mut Score) {
    let mut gold = Vec::new();
    for family in &truth.gold.quote_families {
        let mut places: Vec<Place> =
            family.versions.iter().filter_map(|(account, words)| truth.find(account, words)).collect();
        places.sort_unstable();
        gold.extend(pairs_of(&places));
    }
    let mut predicted = Vec::new();
    for family in &truth.report.quote_families {
        let mut places: Vec<Place> = family.versions.iter().filter_map(|span| truth.place(span)).collect();
        places.sort_unstable();
        predicted.extend(pairs_of(&places).into_iter().filter(|(a, b)| a.0 != b.0));
    }
    let near = |g: &(Place, Place), p: &(Place, Place)| hits(g.0, p.0, 0.4) && hits(g.1, p.1, 0.4);
    for pair in gold.iter().filter(|g| !predicted.iter().any(|p| near(g, p))) {
        let words = truth.text(pair.0.0).get(pair.0.1..pair.0.2).unwrap_or_default();
        score.misses.push(format!("quote family pair missed: {}~{} {}", pair.0.0, pair.1.0, short(words)));
    }
    score.families = Tally {
        right: predicted.iter().filter(|p| gold.iter().any(|g| near(g, p))).count(),
        predicted: predicted.len(),
        found: gold.iter().filter(|g| predicted.iter().any(|p| near(g, p))).count(),
        gold: gold.len(),
    };
}
