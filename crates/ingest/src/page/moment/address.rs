//! Days in addresses.

use super::Moment;
use super::day::{month_of, real};
use super::scan::number;
use corroborate_temporal::Precision;
use corroborate_text::Span;

/// The day in an address: `/2024/05/01/`, `/2024/may/01/`, `-20240501`.
pub(crate) fn from_address(address: &str) -> Option<Moment> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let segments = path.split(['/', '-', '_', '.']).peekable();
    let mut from = Vec::new();
    let mut offset = 0;
    for segment in segments {
        from.push((offset, segment));
        offset += segment.len() + 1;
    }
    let civil = |year: &str, month: &str, day: &str| {
        let year = number(year).filter(|_| year.len() == 4)?;
        let month = number(month).filter(|_| month.len() <= 2).or_else(|| month_of(month))?;
        let day = number(day).filter(|_| day.len() <= 2 && !day.is_empty())?;
        real(year, month, day)
    };
    for run in from.windows(3) {
        if let [(start, year), (_, month), (last, day)] = run
            && let Some(civil) = civil(year, month, day)
        {
            let span = Span::new(*start, last + day.len());
            return Some(Moment { civil, precision: Precision::Day, offset: None, span });
        }
    }
    from.iter().find_map(|&(start, segment)| {
        let digits = segment.len() == 8 && segment.bytes().all(|byte| byte.is_ascii_digit());
        let civil =
            digits.then(|| civil(segment.get(..4)?, segment.get(4..6)?, segment.get(6..)?)).flatten()?;
        Some(Moment { civil, precision: Precision::Day, offset: None, span: Span::new(start, start + 8) })
    })
}
