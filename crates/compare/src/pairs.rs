//! Every two of some things.

/// Each two of some things once, the earlier first.
pub(crate) fn pairs<I>(items: I) -> impl Iterator<Item = (I::Item, I::Item)>
where
    I: IntoIterator<IntoIter: Clone, Item: Clone>,
{
    let mut rest = items.into_iter();
    std::iter::from_fn(move || {
        let first = rest.next()?;
        Some(rest.clone().map(move |second| (first.clone(), second)))
    })
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn each_two_once() {
        assert_eq!(pairs([1, 2, 3]).collect::<Vec<_>>(), [(1, 2), (1, 3), (2, 3)]);
        assert_eq!(pairs([1]).count() + pairs([0; 0]).count(), 0);
    }
}
