//! Quantities of nothing: *no deaths*, *no one*, *none of the passengers*, *not a single casualty*.

use crate::counted::{self, Noun};
use crate::grammar::number::number;
use crate::grammar::token::{gap, keyword, next_word, tail, then_keyword, word};
use crate::grammar::{Parsed, fail};
use crate::lexicon::{self, class};
use crate::{Bound, Quantity, QuantityKind};
use corroborate_text::Span;

/// Most words between *no* and its noun.
const ADJECTIVES: usize = 3;

/// Reads the quantity of nothing that begins at an offset.
pub(crate) fn none(text: &str, start: usize) -> Option<Quantity> {
    let input = tail(text, start);
    let (rest, group) =
        nobody(input).or_else(|_| no(input)).or_else(|_| none_of(input)).or_else(|_| not_one(input)).ok()?;
    let place = |remaining: usize| text.len() - remaining;
    let number = word(input).map_or(start, |(rest, _)| place(rest.len()));
    let zero = Some(Bound { value: 0.0, closed: true });
    Some(Quantity {
        span: Span::new(start, place(rest.len())),
        number: Span::new(start, number),
        kind: QuantityKind::Count,
        lower: zero,
        upper: zero,
        nominal: Some(0.0),
        approximate: false,
        unit: None,
        counted: group.counted.map(|(start, end)| Span::new(place(start), place(end))),
        part_of: group.part_of.map(|(start, end)| Span::new(place(start), place(end))),
        negated: true,
        change: None,
        grain: None,
        against: None,
        per: None,
    })
}

/// What there is none of, as lengths of the text that remains.
#[derive(Default)]
struct Group {
    counted: Option<(usize, usize)>,
    part_of: Option<(usize, usize)>,
}

/// `nobody = "nobody" | "no" , joint , "one" ;`
fn nobody(input: &str) -> Parsed<'_, Group> {
    let (rest, ()) = keyword(input, "nobody").or_else(|_| {
        let (rest, ()) = keyword(input, "no")?;
        then_keyword(rest, "one").or_else(|_| keyword(rest.strip_prefix('-').unwrap_or_default(), "one"))
    })?;
    Ok((rest, Group::default()))
}

/// `no = "no" , gap , { adjective , gap } , noun ;` The noun is a person or a harm (`harm` of data/words.tsv).
fn no(input: &str) -> Parsed<'_, Group> {
    let (rest, ()) = keyword(input, "no")?;
    let (first, ()) = gap(rest)?;
    let mut rest = first;
    for _ in 0..=ADJECTIVES {
        let (after, found) = word(rest)?;
        if lexicon::is(found, class::HARM) && !lexicon::is(next_word(after), class::HARM) {
            return Ok((after, Group { counted: Some((first.len(), after.len())), part_of: None }));
        }
        if lexicon::is(found, class::STOP | class::VERB)
            && !lexicon::is(found, class::PARTICIPLE)
            && found != "reported"
        {
            return fail();
        }
        let after = after.strip_prefix(" or").unwrap_or(after);
        rest = gap(after)?.0;
    }
    fail()
}

/// `none-of = "none" , gap , "of" , gap , ( pronoun | [ determiner ] , group ) ;`
fn none_of(input: &str) -> Parsed<'_, Group> {
    let (rest, ()) = keyword(input, "none")?;
    if let Ok(group) = of_so_many(rest) {
        return Ok((rest, group));
    }
    let found = counted::counted(rest, Noun::Plural, true);
    let Some((_, end)) = found.part_of.or(found.group) else { return fail() };
    let end = found.group.map_or(end, |(_, last)| end.min(last));
    Ok((tail(input, input.len() - end), Group { counted: found.group, part_of: found.part_of }))
}

/// `of-so-many = gap , "of" , gap , determiner , gap , number , noun-group ;` behind *none*: the number is a quantity of its own.
fn of_so_many(input: &str) -> Result<Group, nom::Err<()>> {
    let (rest, ()) = then_keyword(input, "of")?;
    let (rest, found) = word(gap(rest)?.0)?;
    let (rest, _) = number(gap(rest)?.0, false)?;
    let counted = counted::counted(rest, Noun::Plural, false).group;
    match counted.filter(|_| lexicon::is(found, class::THE)) {
        Some(group) => Ok(Group { counted: Some(group), part_of: None }),
        None => Err(nom::Err::Error(())),
    }
}

/// `not-one = "not" , gap , ( "one" | "a single" ) , gap , noun ;`
fn not_one(input: &str) -> Parsed<'_, Group> {
    let (rest, ()) = keyword(input, "not")?;
    let (rest, ()) = then_keyword(rest, "one")
        .or_else(|_| then_keyword(rest, "a").and_then(|(rest, ())| then_keyword(rest, "single")))?;
    match counted::counted(rest, Noun::Singular, false).group {
        Some((start, end)) => {
            Ok((tail(input, input.len() - end), Group { counted: Some((start, end)), part_of: None }))
        }
        None => fail(),
    }
}
