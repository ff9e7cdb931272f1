//! Numbers in figures and in words.

use crate::gold;

#[test]
fn integers_and_decimals() {
    gold(
        "The village has 1,204 residents and 6.5 teachers.",
        &["1,204 residents = 1204 [residents]", "6.5 teachers = 6.5 [teachers]"],
    );
    gold("It sold 12,34,567 copies.", &["12,34,567 copies = 1234567 [copies]"]);
    gold(
        "It sold 1\u{a0}234\u{a0}567 copies, or 45 300 boxes.",
        &["1\u{a0}234\u{a0}567 copies = 1234567 [copies]", "45 300 boxes = 45300 [boxes]"],
    );
    gold("a share of .25 and -3 points", &[".25 = 0.25", "-3 points = -3 [points]"]);
}

#[test]
fn spelled_numbers() {
    gold("twenty-two crew members", &["twenty-two crew members = 22 [crew members]"]);
    gold("A hundred and five goats", &["A hundred and five goats = 105 [goats]"]);
    gold(
        "two hundred thousand three hundred and one votes",
        &["two hundred thousand three hundred and one votes = 200301 [votes]"],
    );
    gold("nineteen hundred seventy-three pages", &["nineteen hundred seventy-three pages = 1973 [pages]"]);
    gold("two point three million barrels", &["two point three million barrels = 2300000 bbl"]);
    gold("half a dozen goats, a dozen hens", &["half a dozen goats = 6 [goats]", "a dozen hens = 12 [hens]"]);
}

#[test]
fn fractions() {
    gold("two and a half hours", &["two and a half hours = 2.5 h"]);
    gold("2½ hours and 2 1/2 miles", &["2½ hours = 2.5 h", "2 1/2 miles = 2.5 mi"]);
    gold("three-quarters of the town", &["three-quarters = 0.75 share [town] of the town"]);
    gold("a third of voters", &["a third = 0.333333 share [voters]"]);
    gold("one in five children", &["one in five = 0.2 share [children]"]);
    gold("three million and a half", &["three million and a half = 3500000"]);
    gold("a third man; the second half; a third-party seller; the first quarter", &[]);
    gold(
        "a quarter of a mile; half an hour; half a million homes",
        &["a quarter of a mile = 0.25 mi", "half an hour = 0.5 h", "half a million homes = 500000 [homes]"],
    );
}

#[test]
fn scales() {
    gold(
        "27m people and £27m; a 27m-high wall",
        &["27m people = 27000000 [people]", "£27m = 27000000 GBP", "27m-high = 27 m"],
    );
    gold(
        "1.2bn users, 20 million leaflets, 5k runners",
        &[
            "1.2bn users = 1200000000 [users]",
            "20 million leaflets = 20000000 [leaflets]",
            "5k runners = 5000 [runners]",
        ],
    );
    gold(
        "5 lakh farmers; Rs 300 crore",
        &["5 lakh farmers = 500000 [farmers]", "Rs 300 crore = 3000000000 INR"],
    );
}

#[test]
fn numbers_of_several_scales() {
    gold("It cost 3 hundred and 21 yuan.", &["3 hundred and 21 yuan = 321 CNY"]);
    gold("They counted 4 thousand 3 hundred birds.", &["4 thousand 3 hundred birds = 4300 [birds]"]);
    gold(
        "a fund of one billion and a half million euros",
        &["one billion and a half million euros = 1000500000 EUR"],
    );
    gold("5 million and 3 cows", &["5 million = 5000000", "3 cows = 3 [cows]"]);
    gold("one twenty-fifth of the land", &["one twenty-fifth = 0.04 share [land] of the land"]);
}

#[test]
fn figures_that_are_read_out() {
    gold("The code is one two three.", &["one = 1", "two = 2", "three = 3"]);
    gold("He pressed zero eight.", &["zero eight = 8"]);
    gold("This is the one that failed.", &[]);
    gold("Thirtyfirst in line, twentyfive years on.", &["Thirtyfirst = 31", "twentyfive years = 25 yr"]);
    gold("The first, second and third floors burned.", &["first = 1", "second = 2", "third = 3"]);
    gold("The second man fled.", &[]);
    gold("She finished second.", &["second = 2"]);
}

#[test]
fn a_scale_right_behind_digits() {
    gold("The club paid £41million for him.", &["£41million = 41000000 GBP"]);
    gold("Some 7million people live there.", &["Some 7million people = ~[6300000..7700000] [people]"]);
    gold("It owes $1.7billion.", &["$1.7billion = 1700000000 USD"]);
}

#[test]
fn parts_in_words() {
    gold("three twenty-seconds", &["three twenty-seconds = 0.136364 share"]);
    gold("one one-hundredth of it", &["one one-hundredth = 0.01 share"]);
    gold("two hundred forty-fifths", &["two hundred forty-fifths = 4.444444"]);
    gold("It was seven - eighths full.", &["seven - eighths = 0.875 share"]);
    gold("She was fifty - two then.", &["fifty - two = 52"]);
    gold("Thirty - two of them children - were hurt.", &["Thirty = 30", "two = 2 of them"]);
    gold("He kept a twenty-first of the sum.", &["a twenty-first = 0.047619 share [sum] of the sum"]);
    gold("Her twenty-first birthday came.", &["twenty-first birthday = 21 [birthday]"]);
}

#[test]
fn groups_parted_as_on_the_continent() {
    gold("Sie zahlten 2.450.000 Euro.", &["2.450.000 Euro = 2450000 EUR"]);
    gold("It cost 3.499,50 euros.", &["3.499,50 euros = 3499.5 EUR"]);
    gold("It rose 1.250 percent.", &["1.250 percent = 1.25 % RiseBy"]);
    gold("The host is 10.123.144.155.", &[]);
}

#[test]
fn a_nought_behind_and_is_a_number_of_its_own() {
    gold("2 thousand 4 hundred and 0", &["2 thousand 4 hundred = 2400", "0 = 0"]);
}

#[test]
fn common_misspellings() {
    gold(
        "the nineth and twelveth of ninty people",
        &["nineth = 9", "twelveth = 12", "ninty people = 90 [people]"],
    );
}

#[test]
fn groups_parted_by_thin_spaces() {
    gold("It sold 1\u{2009}234\u{2009}567 copies.", &["1\u{2009}234\u{2009}567 copies = 1234567 [copies]"]);
    gold("It sold 1\u{202f}234 copies.", &["1\u{202f}234 copies = 1234 [copies]"]);
}

#[test]
fn digits_that_hang_on_other_letters_are_no_number() {
    gold("The caf\u{e9}7 and the f\u{ea}te12 closed.", &[]);
    gold("It runs 0.144.155 now.", &[]);
}

#[test]
fn a_typographic_hyphen_joins_as_the_plain_one_does() {
    gold("He stood on a 20\u{2011}metre wall.", &["20\u{2011}metre = 20 m"]);
    gold("All twenty\u{2010}two boats left.", &["twenty\u{2010}two boats = 22 [boats]"]);
}

#[test]
fn a_score_is_twenty_behind_a_number_above_one_alone() {
    gold("three score and ten boats", &["three score and ten boats = 70 [boats]"]);
    gold("one score boats", &[]);
}

/// `2.3 × 1e6` has a last bit too few, and so on.
#[test]
fn a_scale_leaves_no_trace_of_binary_arithmetic() {
    for (text, value) in [
        ("2.3m euros", 2_300_000.0),
        ("1.1 thousand", 1_100.0),
        ("0.57 million", 570_000.0),
        ("4.35 million", 4_350_000.0),
    ] {
        let found = corroborate_quantity::annotate(text);
        assert_eq!(found.first().and_then(|one| one.nominal), Some(value), "{text}");
    }
}

#[test]
fn a_thousand_as_it_is_called_of_money() {
    gold("They owed six grand in tax.", &["six grand = 6000"]);
    gold(
        "The van cost 12 grand, and then 3 grand a year.",
        &["12 grand = 12000", "3 grand a year = 3000 / year"],
    );
    gold("It is a £4-grand bill.", &["£4-grand = 4000 GBP"]);
    gold("He owns six grand pianos.", &["six grand pianos = 6 [grand pianos]"]);
    gold("She won five grand slams.", &["five grand slams = 5 [grand slams]"]);
}

#[test]
fn a_part_joined_by_hyphens() {
    gold("It took four-and-a-half years.", &["four-and-a-half years = 4.5 yr"]);
    gold("a two-and-a-half-hour film", &["two-and-a-half-hour = 2.5 h"]);
}

#[test]
fn figures_read_out_end_before_the_next_number() {
    gold("one point four hundred and six", &["one point four = 1.4", "hundred and six = 106"]);
    gold("one point four million", &["one point four million = 1400000"]);
    gold("third second twenty-first", &["third = 3", "second = 2", "twenty-first = 21"]);
}

#[test]
fn figures_that_have_become_names() {
    gold("The shop is open 24/7.", &[]);
    gold("He joined after the 9/11 attacks.", &[]);
    gold("She owns 9/11 of the land.", &["9/11 = 0.818182 share [land] of the land"]);
    gold("The star J2217+5733 flared.", &[]);
    gold("It is 12+30.", &["12 = 12", "30 = 30"]);
}

#[test]
fn the_number_of_an_item_counts_nothing() {
    gold("1. Check the tyres\n2. Fill the tank with 40 litres.", &["40 litres = 40 l"]);
    gold("Bring these:\n1) a coat\n2) a hat", &[]);
    gold("The team grew from 3 to\n12. The doors shut.", &["from 3 to\n12 = [3..12] vs 3 RiseTo"]);
    gold("They counted only\n12. The doors shut.", &["only\n12 = 12"]);
}

#[test]
fn a_number_in_a_name_and_a_full_mark() {
    gold("The Big Ten and its rivals met.", &[]);
    gold("Police said Ten of them fled.", &["Ten = 10 of them"]);
    gold("She gave it a 10/10.", &["10/10 = 1 share"]);
}
