//! The entities that a feed declares, and references to them.

use crate::markup::decode;
use std::collections::BTreeMap;

/// The entities that the document type declares with a value.
pub(super) fn declared(source: &str) -> BTreeMap<String, String> {
    let mut declared = BTreeMap::new();
    let head = source.get(..source.len().min(1 << 16)).unwrap_or(source);
    if !head.contains("<!ENTITY") {
        return declared;
    }
    for part in head.split("<!ENTITY").skip(1).take(1000) {
        let part = part.split('>').next().unwrap_or_default();
        let mut words = part.split_whitespace();
        let (Some(name), Some(_)) = (words.next(), words.next()) else { continue };
        let quote = part.find(['"', '\'']);
        let value = quote.and_then(|at| {
            let mark = part.get(at..at + 1)?;
            part.get(at + 1..)?.split(mark).next()
        });
        if let Some(value) = value.filter(|_| !part.contains("SYSTEM") && !part.contains("PUBLIC")) {
            declared.insert(name.to_owned(), decode(value).into_owned());
        }
    }
    declared
}

/// Resolves references, those that the document declares first.
pub(super) fn resolve(text: &str, declared: &BTreeMap<String, String>) -> String {
    if declared.is_empty() || !text.contains('&') {
        return decode(text).into_owned();
    }
    let mut resolved = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (plain, tail) = rest.split_at(at);
        resolved.push_str(&decode(plain));
        let name = tail.get(1..).and_then(|body| body.split_once(';')).map(|(name, _)| name);
        match name.and_then(|name| Some((name, declared.get(name)?))) {
            Some((name, value)) => {
                resolved.push_str(value);
                rest = tail.get(name.len() + 2..).unwrap_or_default();
            }
            None => {
                let next = tail.get(1..).and_then(|body| body.find('&')).map_or(tail.len(), |next| next + 1);
                let (own, after) = tail.split_at(next);
                resolved.push_str(&decode(own));
                rest = after;
            }
        }
    }
    resolved.push_str(&decode(rest));
    resolved
}
