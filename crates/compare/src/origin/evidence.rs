//! What speaks for two accounts' sharing an origin, and against it.
//!
//! Each signal is a logarithm of odds, with weights set by hand. The centres of *facts* and *telling* lie above what
//! accounts of one event have in common that otherwise have nothing to do with each other: in three stories with
//! gold, such pairs shared 0.19 to 0.43 of their facts (the mean of both sides) and up to 0.31 of the telling; the ties
//! that hold the groups of the other pairs together shared 0.44 to 0.83, and 0.35 to 0.9.

use super::credit::{Credit, Credits};
use super::likeness::{Likeness, Telling};
use super::quoted::Quoted;
use crate::{Account, Place, Reuse};
use corroborate_extract::QuotationKind;
use corroborate_text::{Span, single_spaced};

/// One thing that speaks for a common origin or, with a negative weight, against it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Signal {
    pub(super) name: &'static str,
    pub(super) weight: f64,
    pub(super) words: String,
}

/// Two accounts and all evidence on them; `a` is the lower index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    /// The sum of the weights: above 0 where a common origin is more likely than not.
    pub(super) odds: f64,
    pub(super) signals: Vec<Signal>,
    /// How `a` stands to `b`, and `b` to `a`.
    pub(super) likeness: [Likeness; 2],
    /// How often `a` gives more of a shared quotation, and how often `b` does.
    pub(super) fuller: [usize; 2],
    /// One of them says that it draws on the other, or is an agency's copy.
    pub(super) stated: bool,
}

impl Pair {
    /// The chance that the two share an origin.
    pub(super) fn chance(&self) -> f64 {
        1.0 / (1.0 + (-self.odds).exp())
    }
}

/// Share of an account's claims that another account makes too, from which on it speaks for a common origin.
const FACTS_CENTRE: f64 = 0.57;
const FACTS_SLOPE: f64 = 9.0;
/// What two quotations in common say at most: what was said in public may be quoted by all who were there.
const QUOTATIONS: f64 = 1.2;
/// The same for the weight of an account's words that single sentences of the other hold.
const TELLING_CENTRE: f64 = 0.33;
const TELLING_SLOPE: f64 = 10.0;
/// Share of the shorter account that two reporters may write in the same words by chance.
const CHANCE_WORDING: f64 = 0.02;
const WORDING_SLOPE: f64 = 20.0;
/// However short the account, what one shared word beyond the first six adds at most.
const WORDING_PER_WORD: f64 = 0.12;
/// What an account says of itself: that its text is in part another's, that it has a fact from it, and that it names it.
const WHOLE_CREDIT: f64 = 4.0;
const CUED_CREDIT: f64 = 3.0;
const NAMED: f64 = 1.5;
/// Bytes of a word of English and the blank after it.
const WORD_LENGTH: f64 = 6.0;

/// Weighs what speaks for two accounts and against it; `passages` are those that the two share.
pub(super) fn weigh(
    accounts: &[Account],
    a: usize,
    b: usize,
    telling: &Telling,
    credits: &[Credits],
    quoted: &Quoted,
    passages: &[Reuse],
) -> Pair {
    let likeness = [telling.likeness(a, b), telling.likeness(b, a)];
    let story = Story { accounts, credits };
    let mut signals = Vec::new();
    signals.push(story.facts(a, b, &likeness));
    signals.push(story.telling(a, b, &likeness));
    signals.extend(order(&likeness));
    signals.extend(story.wording(a, b, passages));
    signals.extend(story.quotations(a, b, quoted));
    signals.extend(story.alteration(a, b, quoted));
    signals.extend(story.credit(a, b));
    signals.extend(story.credit(b, a));
    signals.extend(story.same_credit(a, b));
    signals.extend(story.syndication(a, b));
    signals.extend(story.syndication(b, a));
    let fuller = quoted.shared(a, b).map_or([0, 0], |shared| [shared.a_fuller, shared.b_fuller]);
    let wire = |account: usize| credits.get(account).is_some_and(|credits| credits.wire);
    let stated = wire(a) || wire(b) || story.credit(a, b).is_some() || story.credit(b, a).is_some();
    Pair { a, b, odds: signals.iter().map(|signal| signal.weight).sum(), signals, likeness, fuller, stated }
}

/// The share of claims in common; a few claims alone say little, hence the constants.
pub(super) fn share(likeness: &Likeness) -> f64 {
    (likeness.common as f64 + 0.8) / (likeness.claims as f64 + 4.0)
}

fn order(likeness: &[Likeness; 2]) -> Option<Signal> {
    let common = likeness[0].common;
    let order = f64::midpoint(likeness[0].order, likeness[1].order);
    (common >= 5).then(|| {
        let how = if order >= 0.5 { "in much the same order" } else { "in another order" };
        Signal { name: "order", weight: 0.6 * order, words: format!("{common} common claims, {how}") }
    })
}

struct Story<'a> {
    accounts: &'a [Account],
    credits: &'a [Credits],
}

impl Story<'_> {
    fn id(&self, account: usize) -> &str {
        self.accounts.get(account).map_or("", |account| account.article.id.as_str())
    }

    fn words(&self, account: usize, span: corroborate_text::Span) -> String {
        let words = self.accounts.get(account).map_or("", |account| account.article.words(span));
        let plain = single_spaced(words);
        match plain.char_indices().nth(120) {
            Some((end, _)) => format!("{}…", plain.get(..end).unwrap_or_default().trim_end()),
            None => plain,
        }
    }

    fn facts(&self, a: usize, b: usize, [ab, ba]: &[Likeness; 2]) -> Signal {
        let (own, other, like) = if share(ab) >= share(ba) { (a, b, ab) } else { (b, a, ba) };
        Signal {
            name: "facts",
            weight: (FACTS_SLOPE * (f64::midpoint(share(ab), share(ba)) - FACTS_CENTRE)).clamp(-4.0, 4.5),
            words: format!(
                "{} of {} claims of {} are in {}",
                like.common,
                like.claims,
                self.id(own),
                self.id(other)
            ),
        }
    }

    fn telling(&self, a: usize, b: usize, [ab, ba]: &[Likeness; 2]) -> Signal {
        let (own, other, like) = if ab.contained >= ba.contained { (a, b, ab) } else { (b, a, ba) };
        Signal {
            name: "telling",
            weight: (TELLING_SLOPE * (like.contained - TELLING_CENTRE)).clamp(-2.5, 4.0),
            words: format!(
                "{} of {} sentences of {} have their like in {}",
                like.answered,
                like.sentences,
                self.id(own),
                self.id(other)
            ),
        }
    }

    fn wording(&self, a: usize, b: usize, passages: &[Reuse]) -> Option<Signal> {
        let longest =
            passages.iter().max_by_key(|reuse| (reuse.a.span.len(), std::cmp::Reverse(reuse.a.span)))?;
        let length = |account: usize| {
            let body = self.accounts.get(account).into_iter().flat_map(|account| account.article.body());
            body.map(|block| block.content.len()).sum::<usize>().max(1)
        };
        let shared: usize = passages.iter().map(|reuse| self.own_length(reuse.a)).sum();
        let share = (shared as f64 / length(a).min(length(b)) as f64).min(1.0);
        let most = WORDING_PER_WORD * (shared as f64 / WORD_LENGTH - 6.0);
        let weight = (WORDING_SLOPE * (share - CHANCE_WORDING)).min(most).clamp(0.0, 3.0);
        Some(Signal { name: "wording", weight, words: format!("“{}”", self.words(a, longest.a.span)) })
            .filter(|signal| signal.weight > 0.0)
    }

    /// Bytes of a passage that are neither quoted nor part of a name: speech that two hand on is not their wording.
    fn own_length(&self, place: Place) -> usize {
        let Some(account) = self.accounts.get(place.account) else { return 0 };
        let annotations = &account.annotations;
        let quoted = annotations.quotations.iter().filter(|q| q.kind != QuotationKind::Indirect);
        let names = annotations.mentions.iter().map(|mention| mention.full);
        let mut aside: Vec<Span> = quoted
            .map(|quotation| quotation.content)
            .chain(names)
            .filter_map(|span| span.intersection(place.span))
            .collect();
        aside.sort_unstable();
        let (mut covered, mut end) = (0, place.span.start());
        for span in aside {
            covered += span.end().saturating_sub(span.start().max(end));
            end = end.max(span.end());
        }
        place.span.len().saturating_sub(covered)
    }

    fn quotations(&self, a: usize, b: usize, quoted: &Quoted) -> Option<Signal> {
        let shared = quoted.shared(a, b)?;
        let all = |account: usize| quoted.counts.get(account).copied().unwrap_or(0).max(1);
        let of_a = (shared.a.len() as f64 / all(a) as f64).min(1.0);
        let of_b = (shared.b.len() as f64 / all(b) as f64).min(1.0);
        // One quotation may have been said to all; that two accounts chose the same several is less likely.
        let several = (shared.a.len().min(shared.b.len()) as f64 / 2.0).min(1.0);
        let longest = shared.a.iter().max_by_key(|span| (span.len(), std::cmp::Reverse(**span)))?;
        Some(Signal {
            name: "quotations",
            weight: QUOTATIONS * of_a.max(of_b) * several,
            words: format!("{} in common, “{}” among them", shared.a.len(), self.words(a, *longest)),
        })
    }

    fn alteration(&self, a: usize, b: usize, quoted: &Quoted) -> Option<Signal> {
        let alike = quoted.shared(a, b)?.alike?;
        let words = format!("“{}”, which a third account gives otherwise", self.words(a, alike));
        Some(Signal { name: "same version", weight: 0.5, words })
    }

    /// `by` credits what `to` is.
    fn credit(&self, by: usize, to: usize) -> Option<Signal> {
        let (by_credits, to_credits) = (self.credits.get(by)?, self.credits.get(to)?);
        let credit = to_credits.own.iter().find_map(|name| by_credits.credited.get(name))?;
        Some(Signal {
            name: "credit",
            weight: match (credit.whole, credit.cued) {
                (true, _) => WHOLE_CREDIT,
                (false, true) => CUED_CREDIT,
                (false, false) => NAMED,
            },
            words: format!("{} has “{}”", self.id(by), self.words(by, credit.evidence)),
        })
    }

    /// Both credit the same third, or both are copy of one agency.
    fn same_credit(&self, a: usize, b: usize) -> Option<Signal> {
        let (one, other) = (self.credits.get(a)?, self.credits.get(b)?);
        if let Some(name) = one.own.intersection(&other.own).next() {
            let words = format!("both bear the name {name}");
            return Some(Signal { name: "same credit", weight: 2.5, words });
        }
        let both =
            one.credited.iter().filter_map(|(name, credit)| Some((name, credit, other.credited.get(name)?)));
        let weight = |x: &Credit, y: &Credit| -> f64 {
            match (x.whole, y.whole) {
                (true, true) => 1.5,
                (true, false) | (false, true) => 0.8,
                (false, false) => 0.4,
            }
        };
        let best = both.max_by(|x, y| weight(x.1, x.2).total_cmp(&weight(y.1, y.2)).then(y.0.cmp(x.0)))?;
        Some(Signal {
            name: "same credit",
            weight: weight(best.1, best.2),
            words: format!("{} has “{}”, {} too", self.id(a), self.words(a, best.1.evidence), self.id(b)),
        })
    }

    /// `by` says that it came over a wire, and `from` is a wire's copy.
    fn syndication(&self, by: usize, from: usize) -> Option<Signal> {
        let line =
            self.credits.get(by)?.syndicated.filter(|_| self.credits.get(from).is_some_and(|c| c.wire))?;
        let words = format!("{} has “{}”, {} is wire copy", self.id(by), self.words(by, line), self.id(from));
        Some(Signal { name: "syndication", weight: 1.0, words })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{credit, quoted, tests};
    use super::*;
    use crate::{FamilyRelation, QuoteFamily, ReuseKind};
    use corroborate_article::Role;

    fn likeness(claims: usize, common: usize, contained: f64, order: f64) -> Likeness {
        Likeness { contained, sentences: 10, answered: 4, claims, common, order }
    }

    fn told<T>(accounts: &[Account], read: impl FnOnce(&Story) -> T) -> T {
        read(&Story { accounts, credits: &credit::find(accounts) })
    }

    fn passage(accounts: &[Account], words: &str) -> Reuse {
        let place = |account: usize| {
            let start = accounts[account].article.text.find(words).expect("its words");
            Place::new(account, Span::new(start, start + words.len()))
        };
        Reuse { a: place(0), b: place(1), kind: ReuseKind::Verbatim, similarity: 1.0 }
    }

    #[test]
    fn the_more_facts_in_common_the_likelier_a_common_origin() {
        let accounts = ["a", "b"].map(|id| tests::account(id, &[]));
        let facts = |x, y| told(&accounts, |story| story.facts(0, 1, &[x, y]));
        let (few, most) = (likeness(20, 5, 0.0, 0.0), likeness(20, 18, 0.0, 0.0));
        assert!(facts(few, few).weight < -1.0 && facts(most, most).weight > 1.0);
        let between = facts(few, most).weight;
        assert!(between > facts(few, few).weight && between < facts(most, most).weight);
        // The account of which more is in the other is the one that is spoken of.
        assert_eq!(facts(most, few).words, "18 of 20 claims of a are in b");
        assert_eq!(facts(few, most).words, "18 of 20 claims of b are in a");
        // Of three claims three say less than of thirty thirty.
        assert!(share(&likeness(3, 3, 0.0, 0.0)) < share(&likeness(30, 30, 0.0, 0.0)));
        let telling = |x, y| told(&accounts, |story| story.telling(0, 1, &[x, y]));
        let (little, much) = (likeness(9, 9, 0.2, 0.0), likeness(9, 9, 0.6, 0.0));
        assert!(telling(little, little).weight < 0.0 && telling(little, much).weight > 0.0);
        assert_eq!(telling(little, much).words, "4 of 10 sentences of b have their like in a");
        assert_eq!(telling(much, little).words, "4 of 10 sentences of a have their like in b");
    }

    #[test]
    fn the_order_of_a_few_claims_says_nothing() {
        let of = |common, x, y| order(&[likeness(9, common, 0.0, x), likeness(9, common, 0.0, y)]);
        assert_eq!(of(4, 1.0, 1.0), None);
        let same = of(5, 1.0, 1.0).expect("enough claims");
        assert!((same.weight - 0.6).abs() < 1e-9 && same.words == "5 common claims, in much the same order");
        let half = of(5, 1.0, -1.0).expect("enough claims");
        assert!(half.weight.abs() < 1e-9 && half.words.ends_with("in another order"));
        assert!(of(9, -1.0, -0.5).is_some_and(|signal| signal.weight < 0.0));
    }

    #[test]
    fn words_that_are_quoted_or_name_somebody_are_nobodys_wording() {
        let line = "Mayor Solveig Dahl told us that “the old crane had been creaking since the spring” and then left the hall.";
        let accounts = ["a", "b"].map(|id| tests::account(id, &[line]));
        let own = |words: &str| told(&accounts, |story| story.own_length(passage(&accounts, words).a));
        assert_eq!(own("and then left the hall"), 22);
        assert_eq!(own("since the spring” and then left the hall"), "” and then left the hall".len());
        assert_eq!(own("creaking since the spring"), 0);
        assert_eq!(own("Dahl told us that"), " told us that".len());
        assert_eq!(told(&accounts, |story| story.own_length(Place::new(7, Span::new(0, 9)))), 0);
    }

    #[test]
    fn the_more_words_two_share_the_more_it_says() {
        let lines = [
            "the crane had been lifting a concrete beam for the new terminal when one of its legs gave way",
            "nobody has said why the market was not moved while they were building on the other side of it",
            "it will take nine days to bring another crane from the next port and to lift what lies there",
        ];
        let accounts = ["a", "b"].map(|id| tests::account(id, &lines));
        let wording = |words: &[&str]| {
            let passages: Vec<Reuse> = words.iter().map(|words| passage(&accounts, words)).collect();
            told(&accounts, |story| story.wording(0, 1, &passages))
        };
        let weight = |words: &[&str]| wording(words).map_or(0.0, |signal| signal.weight);
        let (six, twelve) = (&lines[0][..24], &lines[0][..59]);
        assert_eq!((weight(&[]), weight(&[six])), (0.0, 0.0));
        assert!(weight(&[twelve]) > 0.0 && weight(&[twelve]) < weight(&[lines[0]]));
        assert!(weight(&[lines[0]]) < weight(&[lines[0], lines[1]]));
        let longest = wording(&[twelve, lines[1]]).map(|signal| signal.words).unwrap_or_default();
        assert!(longest.contains("nobody has said why"), "{longest}");
    }

    #[test]
    fn quotations_in_common() {
        let said = [
            "“We heard the roof go before we saw any smoke,” she said.",
            "“Nobody rang the bell that night,” she said.",
        ];
        let other =
            ["“We had no time to look for the keys,” she said.", "“It was as bright as day,” she said."];
        let all = [said, other].concat();
        let accounts = [tests::account("a", &all), tests::account("b", &all), tests::account("c", &said)];
        let family = |words: &str, members: &[usize]| QuoteFamily {
            speaker: None,
            speaker_name: None,
            relation: FamilyRelation::Verbatim,
            versions: members
                .iter()
                .map(|&account| {
                    let start = accounts[account].article.text.find(words).expect("its words");
                    Place::new(account, Span::new(start, start + words.len()))
                })
                .collect(),
        };
        let first = family("We heard the roof go before we saw any smoke,", &[0, 1, 2]);
        let second = family("Nobody rang the bell that night,", &[0, 1, 2]);
        let weight = |families: &[QuoteFamily], a, b| {
            let quoted = quoted::find(&accounts, families, &[(0, 1), (0, 2), (1, 2)]);
            told(&accounts, |story| story.quotations(a, b, &quoted)).map_or(0.0, |signal| signal.weight)
        };
        assert_eq!(weight(&[], 0, 1), 0.0);
        let (one, two) =
            (weight(std::slice::from_ref(&first), 0, 1), weight(&[first.clone(), second.clone()], 0, 1));
        assert!(one > 0.0 && (two - 0.5 * QUOTATIONS).abs() < 1e-9 && one < 0.5 * two + 1e-9, "{one} {two}");
        // Of the third they are all.
        assert!((weight(&[first.clone(), second.clone()], 0, 2) - QUOTATIONS).abs() < 1e-9);
        let quoted = quoted::find(&accounts, &[first, second], &[(0, 1)]);
        let words = told(&accounts, |story| story.quotations(0, 1, &quoted)).map(|signal| signal.words);
        assert!(words.is_some_and(|words| words.starts_with("2 in common, “We heard the roof")));
    }

    fn signed(id: &str, lines: &[(Role, &str)]) -> Account {
        let words: Vec<&str> = lines.iter().map(|(_, words)| *words).collect();
        let mut account = tests::account(id, &words);
        let written = account.article.blocks.iter_mut().filter(|block| block.role != Role::Blank);
        written.zip(lines).for_each(|(block, (role, _))| block.role = *role);
        account
    }

    #[test]
    fn credits_by_what_they_are_for() {
        let wire = signed("w", &[(Role::Paragraph, "OSLO, March 3 (XNA) - The ferry turned back at noon.")]);
        let by = |lines: &[(Role, &str)]| {
            let accounts = [wire.clone(), signed("p", lines)];
            told(&accounts, |story| story.credit(1, 0).map(|signal| signal.weight))
        };
        assert_eq!(by(&[(Role::Byline, "By Nora Lind, with XNA")]), Some(WHOLE_CREDIT));
        assert_eq!(
            by(&[(Role::Paragraph, "“We felt a bump,” the cook told the XNA news agency.")]),
            Some(CUED_CREDIT)
        );
        assert_eq!(
            by(&[(Role::Paragraph, "A banner over the quay showed the letters XNA for a sponsor.")]),
            Some(NAMED)
        );
        assert_eq!(by(&[(Role::Paragraph, "The ferry turned back at noon.")]), None);
    }

    #[test]
    fn two_that_credit_the_same_third() {
        let wire = signed("w", &[(Role::Paragraph, "OSLO, March 3 (XNA) - The ferry turned back at noon.")]);
        let (whole, named) = (
            (Role::Byline, "By Nora Lind, with XNA"),
            (Role::Paragraph, "They told the XNA news agency so."),
        );
        let same = |x: &[(Role, &str)], y: &[(Role, &str)]| {
            let accounts = [wire.clone(), signed("p", x), signed("q", y)];
            told(&accounts, |story| story.same_credit(1, 2).map(|signal| signal.weight))
        };
        assert_eq!((same(&[whole], &[whole]), same(&[named], &[named])), (Some(1.5), Some(0.4)));
        assert_eq!((same(&[whole], &[named]), same(&[named], &[whole])), (Some(0.8), Some(0.8)));
        assert_eq!(same(&[whole], &[(Role::Paragraph, "The ferry turned back at noon.")]), None);
        let accounts = [wire.clone(), wire];
        assert_eq!(told(&accounts, |story| story.same_credit(0, 1).map(|signal| signal.weight)), Some(2.5));
    }
}
