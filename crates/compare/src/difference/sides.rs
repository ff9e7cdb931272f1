//! The sides of a difference between words.

use super::Side;
use crate::Place;
use crate::story::Story;

/// Places brought together by a key of the words there, each key with its side: in the order of the places, the side
/// with the words of its first.
pub(super) fn sides(story: &Story, places: &[Place], key: impl Fn(&str) -> String) -> Vec<(String, Side)> {
    let mut sides: Vec<(String, Side)> = Vec::new();
    for &place in places {
        let shown = story.shown(place);
        let key = key(&shown);
        match sides.iter_mut().find(|(other, _)| *other == key) {
            Some((_, side)) => side.evidence.push(place),
            None => sides.push((key, Side { value: shown, evidence: vec![place] })),
        }
    }
    sides
}
