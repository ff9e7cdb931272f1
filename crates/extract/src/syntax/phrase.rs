//! Noun phrases, from word classes alone.

use super::verb::is_finite;
use crate::syntax::{Node, Tags};
use corroborate_text::Span;

/// Most nodes that a search for a phrase looks at, so that a text without punctuation stays linear.
pub(super) const REACH: usize = 60;

/// A noun phrase with its appositions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// First node.
    pub(crate) first: usize,
    /// One past the last node.
    pub(crate) last: usize,
    /// The part that stands in for the whole: a name among the appositions, with what stands before it.
    pub(crate) span: Span,
    /// Nodes of the name or head.
    pub(crate) head: (usize, usize),
    /// A pronoun.
    pub(crate) pronoun: bool,
}

/// Where the run of words that ends at `end` begins: after the last mark, subordinator or finite verb.
pub(super) fn run_start(nodes: &[Node], end: usize) -> usize {
    let floor = end.saturating_sub(REACH / 2);
    let mut first = end;
    while first > floor {
        let index = first - 1;
        let Some(node) = nodes.get(index) else { break };
        // `one of them said`
        let counted = node.is(Tags::NUM | Tags::PRON)
            && !node.is(Tags::SUB | Tags::REL | Tags::THAT | Tags::DET)
            && index + 2 < end
            && nodes.get(first).is_some_and(|of| of.is(Tags::PREP) && of.span.len() == 2);
        if counted {
            return index;
        }
        // `people with knowledge of what happened said`
        let before = index.checked_sub(1).and_then(|at| nodes.get(at));
        let asked = node.is(Tags::WH)
            && !node.is(Tags::REL)
            && index + 1 < end
            && nodes.get(index + 1).is_some_and(|verb| verb.is(Tags::ED | Tags::VERB | Tags::AUX))
            && before.is_some_and(|of| of.is(Tags::PREP) && !of.is(Tags::SUB));
        if asked {
            first = index;
            continue;
        }
        // `a woman who lives by the line said`
        let described = node.is(Tags::REL)
            && !node.is(Tags::THAT)
            && index + 1 < end
            && before.is_some_and(|noun| noun.is_nominal() && !noun.is(Tags::TIME));
        if described {
            first = index;
            continue;
        }
        if node.is(Tags::PAUSE | Tags::SUB)
            && !(node.is(Tags::DET) && index + 1 < end && !node.is(Tags::THAT))
            || node.is(Tags::PRON) && !node.is(Tags::DET) && first != end
        {
            break;
        }
        let listed = node.is(Tags::AUX) && !node.is(Tags::CAP) || is_finite(nodes, index);
        if listed {
            // `the man who led the inquiry said`
            let floor = index.saturating_sub(4);
            let relative = (floor..index)
                .rev()
                .find(|&at| nodes.get(at).is_some_and(|word| word.is(Tags::REL) && !word.is(Tags::THAT)));
            match relative {
                Some(at) if at > 0 && nodes.get(at - 1).is_some_and(|word| !word.is(Tags::PAUSE)) => {
                    first = at;
                    continue;
                }
                _ => break,
            }
        }
        if node.is(Tags::ING)
            && nodes.get(index + 1).is_some_and(|next| next.is(Tags::DET | Tags::PREP | Tags::OBJ))
            && !index.checked_sub(1).and_then(|at| nodes.get(at)).is_some_and(|word| word.is(Tags::DET))
        {
            break;
        }
        first = index;
    }
    first
}

/// Makes a phrase of the run `first..end`, without what only leads up to it or trails behind.
pub(super) fn phrase(nodes: &[Node], first: usize, end: usize) -> Option<NounPhrase> {
    let (mut first, mut end) = (first, end);
    let skip = |node: &Node| {
        (node.is(Tags::CONJ | Tags::ADV | Tags::NEG) && !node.is(Tags::DET | Tags::PRON))
            || node.is(Tags::SUB) && !node.is(Tags::DET)
            || node.is(Tags::CLITIC | Tags::COMMA)
    };
    while nodes.get(first).filter(|_| first < end).is_some_and(skip) {
        first += 1;
    }
    // `last night`, `on Tuesday` between subject and verb
    while end > first + 1
        && nodes
            .get(end - 1)
            .is_some_and(|node| node.is(Tags::TIME | Tags::ADV) && !node.is(Tags::PRON | Tags::DET))
    {
        let mut cut = end - 1;
        while cut > first
            && nodes.get(cut - 1).is_some_and(|node| {
                node.is(Tags::PREP | Tags::NUM | Tags::TIME)
                    || node.is(Tags::DET | Tags::ADV) && !node.is(Tags::CAP)
            })
        {
            cut -= 1;
        }
        // `The minutes`
        let bare = nodes.get(first..cut).is_none_or(|left| left.iter().all(|node| node.is(Tags::DET)));
        if cut == first || bare {
            break;
        }
        end = cut;
    }
    if first >= end {
        return None;
    }
    let head_node = nodes.get(first)?;
    if head_node.is(Tags::PREP) && !head_node.is(Tags::DET) {
        // A preposition leads in: what counts is the last phrase that stands free of it.
        let time = (first..end).rev().find(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::TIME)));
        let start = match time {
            Some(at) if at + 1 < end => at + 1,
            _ => (first + 2..end).rev().find(|&at| {
                nodes.get(at).is_some_and(|node| node.is(Tags::DET))
                    && nodes.get(at - 1).is_some_and(|node| !node.is(Tags::PREP))
            })?,
        };
        return phrase(nodes, start, end);
    }
    let (head, pronoun) = head_of(nodes, first, end);
    let span = nodes.get(first)?.span.hull(nodes.get(end - 1)?.span);
    nodes.get(head.0)?;
    let words = nodes.get(first..end)?;
    let content = pronoun
        || words
            .iter()
            .any(|node| node.is_nominal() || node.is(Tags::PRON | Tags::DET | Tags::OBJ | Tags::NUM));
    content.then_some(NounPhrase { first, last: end, span, head, pronoun })
}

/// The nodes of the head: the words before the first preposition, and whether it is a pronoun.
fn head_of(nodes: &[Node], first: usize, end: usize) -> ((usize, usize), bool) {
    let stop = (first + 1..end)
        .find(|&at| {
            nodes
                .get(at)
                .is_some_and(|node| node.is(Tags::PREP | Tags::REL | Tags::ING) && !node.is(Tags::CAP))
        })
        .unwrap_or(end);
    let pronoun = stop == first + 1 && nodes.get(first).is_some_and(|node| node.is(Tags::PRON | Tags::OBJ));
    ((first, stop), pronoun)
}

/// Whether the head of a phrase ends in capitalised words: a name.
pub(crate) fn is_named(nodes: &[Node], phrase: &NounPhrase) -> bool {
    let (first, last) = phrase.head;
    let start = usize::from(nodes.get(first).is_some_and(|node| node.is(Tags::DET)));
    last.checked_sub(1)
        .filter(|&at| at >= first + start)
        .and_then(|at| nodes.get(at))
        .is_some_and(|node| node.is(Tags::CAP))
}

/// The noun phrase that ends right before the verb group at `group`, its appositions resolved.
pub(crate) fn noun_phrase_before(nodes: &[Node], group: usize) -> Option<NounPhrase> {
    let last = group.checked_sub(1)?;
    if !nodes.get(last)?.is(Tags::COMMA) {
        let found = phrase(nodes, run_start(nodes, group), group)?;
        // `Another passenger, Ada Byron said`
        let apposed =
            found.first.checked_sub(1).filter(|&at| nodes.get(at).is_some_and(|node| node.is(Tags::COMMA)));
        if let Some(comma) = apposed.filter(|_| is_named(nodes, &found) && !found.pronoun) {
            let start = run_start(nodes, comma);
            let opens =
                start.checked_sub(1).and_then(|at| nodes.get(at)).is_none_or(|node| node.is(Tags::PAUSE));
            // `A passenger, Ada Byron said`, `Bath's mayor, Ada Byron said`
            let owned =
                nodes.get(start..comma).is_some_and(|title| title.iter().any(|node| node.is(Tags::CLITIC)));
            let determined = owned || nodes.get(start).is_some_and(|node| node.is(Tags::DET));
            if opens
                && determined
                && let Some(title) = phrase(nodes, start, comma)
                    .filter(|title| (owned || !is_named(nodes, title)) && title.first == start)
            {
                return Some(NounPhrase { first: title.first, span: title.span.hull(found.span), ..found });
            }
        }
        return Some(found);
    }
    apposition_chain(nodes, last)
}

/// `Ada Byron, 36, a countess who lived in London,` before a verb: the phrases between the commas, right to left.
fn apposition_chain(nodes: &[Node], comma: usize) -> Option<NounPhrase> {
    let floor = comma.saturating_sub(REACH);
    let mut chain: Vec<NounPhrase> = Vec::new();
    let mut end = comma;
    loop {
        let mut start = end;
        while start > floor && nodes.get(start - 1).is_some_and(|node| !node.is(Tags::PAUSE)) {
            start -= 1;
        }
        let Some(first) = nodes.get(start).filter(|_| start < end) else { break };
        let relative = first.is(Tags::REL) && !first.is(Tags::DET);
        // `Ada Byron, when told of it, said`: a clause between commas, with its subject on its left.
        let aside = first.is(Tags::WH | Tags::SUB)
            && !first.is(Tags::DET | Tags::THAT | Tags::CAP)
            && start.checked_sub(1).and_then(|at| nodes.get(at)).is_some_and(|node| node.is(Tags::COMMA));
        let modifier = first.is(Tags::PREP | Tags::ING) && !first.is(Tags::DET)
            || first.is(Tags::ED) && !first.is(Tags::CAP)
            || relative
            || aside;
        let verb = (start..end).rev().find(|&at| {
            is_finite(nodes, at)
                || nodes.get(at).is_some_and(|node| node.is(Tags::SUB) && !node.is(Tags::DET))
        });
        let mut done = false;
        if modifier {
            // A modifier belongs to the phrase on its left.
        } else if verb.is_some() {
            let tail = run_start(nodes, end);
            let named = nodes.get(tail).is_some_and(|node| node.is(Tags::CAP | Tags::DET));
            if let Some(found) = phrase(nodes, tail, end).filter(|found| named && !found.pronoun) {
                chain.push(found);
            }
            done = true;
        } else if let Some(found) = phrase(nodes, start, end) {
            let number = nodes.get(found.first..found.last)?.iter().all(|node| node.is(Tags::NUM));
            if !number {
                chain.push(found);
            }
        }
        let boundary = start.checked_sub(1).and_then(|at| nodes.get(at));
        if done || start <= floor || !boundary.is_some_and(|node| node.is(Tags::COMMA)) || chain.len() > 4 {
            break;
        }
        end = start - 1;
    }
    chain.reverse();
    let outer = *chain.first()?;
    let named = chain.iter().find(|phrase| is_named(nodes, phrase)).copied().unwrap_or(outer);
    Some(NounPhrase {
        first: outer.first,
        last: comma,
        span: outer.span.hull(named.span),
        head: named.head,
        pronoun: named.pronoun,
    })
}

/// The noun phrase that starts at `from`: `said the mayor of Bath, Ada Byron, who …`.
pub(crate) fn noun_phrase_after(nodes: &[Node], from: usize) -> Option<NounPhrase> {
    let simple = simple_after(nodes, from)?;
    if is_named(nodes, &simple) || simple.pronoun {
        return Some(simple);
    }
    let comma = simple.last;
    let apposed =
        nodes.get(comma).filter(|node| node.is(Tags::COMMA)).and_then(|_| simple_after(nodes, comma + 1));
    match apposed.filter(|name| {
        is_named(nodes, name)
            && nodes.get(name.first).is_some_and(|node| node.is(Tags::CAP) && !node.is(Tags::GRAMMAR))
    }) {
        Some(name) => Some(NounPhrase {
            first: simple.first,
            last: name.last,
            span: simple.span.hull(name.span),
            ..name
        }),
        None => Some(simple),
    }
}

fn simple_after(nodes: &[Node], from: usize) -> Option<NounPhrase> {
    let first = nodes.get(from)?;
    if !(first.is(Tags::DET | Tags::PRON | Tags::NUM) || first.is_nominal()) || first.is(Tags::TIME) {
        return None;
    }
    let mut end = from;
    while let Some(node) = nodes.get(end).filter(|_| end < from + REACH / 2) {
        let inner = node.is(Tags::CAP) && !node.is(Tags::PAUSE);
        let linking = node.is(Tags::PREP) && end > from && links(nodes, end);
        let stops = node.is(Tags::PAUSE | Tags::OPEN | Tags::CLOSE)
            || node.is(Tags::AUX) && !inner
            || node.is(Tags::SUB) && !node.is(Tags::DET) && !inner
            || node.is(Tags::SUB) && end > from && !linking && !inner
            || node.is(Tags::PREP) && !linking && !inner
            || node.is(Tags::ADV | Tags::PRON | Tags::OBJ) && !node.is(Tags::DET) && end > from && !inner
            || node.is(Tags::TIME)
                && end > from
                && !(inner && nodes.get(end - 1).is_some_and(|before| before.is(Tags::CAP)))
            || end > from && node.is(Tags::VERB | Tags::ED) && is_finite(nodes, end);
        if stops {
            break;
        }
        end += 1;
        // `one large shareholder`
        let counts = end == from + 1 && node.is(Tags::NUM) && nodes.get(end).is_some_and(Node::is_nominal);
        if node.is(Tags::PRON) && !node.is(Tags::DET) && !counts {
            break;
        }
    }
    while end > from + 1
        && nodes
            .get(end - 1)
            .is_some_and(|node| node.is(Tags::DET | Tags::PREP | Tags::CONJ) && !node.is(Tags::CAP))
    {
        end -= 1;
    }
    let (head, pronoun) = head_of(nodes, from, end);
    let span = nodes.get(from)?.span.hull(nodes.get(end.checked_sub(1)?)?.span);
    (end > from).then_some(NounPhrase { first: from, last: end, span, head, pronoun })
}

/// Whether the preposition at `at` joins two nouns into one phrase: `secretary of state`, `head of research at Acme`.
fn links(nodes: &[Node], at: usize) -> bool {
    let closed = nodes
        .get(at + 1)
        .is_some_and(|next| !next.is(Tags::TIME | Tags::NUM) && (next.is(Tags::DET) || next.is_nominal()));
    closed
        && nodes
            .get(at)
            .is_some_and(|node| node.is(Tags::PREP) && node.span.len() <= 4 && !node.is(Tags::TO | Tags::SUB))
}
