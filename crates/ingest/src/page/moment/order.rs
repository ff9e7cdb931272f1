//! Which of two numbers is the day.

/// Which of two numbers is the day where both may be the month: `3/5/2024`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the United States.
    #[default]
    MonthFirst,
    /// As nearly everywhere else.
    DayFirst,
}

impl Order {
    /// The order of a page in a language, as a tag, at an address: English has the month first unless the tag or
    /// the address names another country than the United States.
    pub(crate) fn of(language: Option<&str>, address: Option<&str>) -> Self {
        let mut parts = language.unwrap_or_default().split(['-', '_']);
        let english = parts.next().is_none_or(|part| part.is_empty() || part.eq_ignore_ascii_case("en"));
        let abroad = parts.next().is_some_and(|part| !part.eq_ignore_ascii_case("us") && part.len() == 2);
        let host = address.and_then(|address| address.split("//").nth(1)?.split(['/', ':', '?']).next());
        let of_country = host.and_then(|host| host.rsplit('.').next()).is_some_and(|end| {
            end.len() == 2 && !["us", "tv", "co", "io", "me", "fm", "ai", "ly"].contains(&end)
        });
        if !english || abroad || of_country { Self::DayFirst } else { Self::MonthFirst }
    }
}
