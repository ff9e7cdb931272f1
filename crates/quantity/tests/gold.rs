//! What is right, by hand: a sentence, and each quantity as `words = values unit [counted]`.
//!
//! Values are written as intervals, `[24, ..)` and the like, with `~` where the words hedge.

use corroborate_quantity::{Bound, Quantity, annotate};

fn show(text: &str, quantity: &Quantity) -> String {
    let number = |value: f64| format!("{}", (value * 1e6).round() / 1e6);
    let values = match (quantity.lower, quantity.upper) {
        (Some(Bound { value: a, closed: true }), Some(Bound { value: b, closed: true })) if a == b => {
            number(a)
        }
        (lower, upper) => {
            let low = lower.map_or("(".to_owned(), |bound| {
                format!("{}{}", if bound.closed { "[" } else { "(" }, number(bound.value))
            });
            let high = upper.map_or(")".to_owned(), |bound| {
                format!("{}{}", number(bound.value), if bound.closed { "]" } else { ")" })
            });
            format!("{low}..{high}")
        }
    };
    let mut shown =
        format!("{} = {}{values}", quantity.span.of(text), if quantity.approximate { "~" } else { "" });
    for part in [
        quantity.unit.map(|unit| unit.symbol.to_owned()),
        quantity.per.map(|per| format!("/ {}", per.of(text))),
        quantity.against.map(|against| format!("vs {}", number(against))),
        quantity.counted.map(|counted| format!("[{}]", counted.of(text))),
        quantity.part_of.map(|whole| format!("of {}", whole.of(text))),
        quantity.negated.then(|| "none".to_owned()),
        quantity.change.map(|change| format!("{change:?}")),
    ]
    .into_iter()
    .flatten()
    {
        shown.push(' ');
        shown.push_str(&part);
    }
    shown
}

#[track_caller]
fn gold(text: &str, expected: &[&str]) {
    let found: Vec<String> = annotate(text).iter().map(|quantity| show(text, quantity)).collect();
    assert_eq!(found, expected, "{text}");
}

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
fn bounds() {
    gold("more than two dozen barges", &["more than two dozen barges = (24..) [barges]"]);
    gold(
        "at least 5 dead; fewer than 10 cars; up to 400 jobs",
        &[
            "at least 5 dead = [5..) [dead]",
            "fewer than 10 cars = (..10) [cars]",
            "up to 400 jobs = (..400] [jobs]",
        ],
    );
    gold(
        "around 30 boats; some 30 boats; roughly 30 boats",
        &[
            "around 30 boats = ~[27..33] [boats]",
            "some 30 boats = ~[27..33] [boats]",
            "roughly 30 boats = ~[27..33] [boats]",
        ],
    );
    gold(
        "nearly 400 people; just over 400 people",
        &["nearly 400 people = ~[360..400) [people]", "just over 400 people = ~(400..440] [people]"],
    );
    gold(
        "no fewer than 12 cows; 60 or more geese; 60 people or so",
        &[
            "no fewer than 12 cows = [12..) [cows]",
            "60 or more geese = [60..) [geese]",
            "60 people = 60 [people]",
        ],
    );
    gold("more than 20 but fewer than 30 huts", &["more than 20 but fewer than 30 huts = (20..30) [huts]"]);
}

#[test]
fn vague_numbers() {
    gold(
        "dozens of cars; hundreds of thousands of people",
        &["dozens of cars = ~[24..) [cars]", "hundreds of thousands of people = ~[200000..) [people]"],
    );
    gold(
        "several thousand troops; a handful of shops; a couple of dogs",
        &[
            "several thousand troops = ~[3000..9999] [troops]",
            "a handful of shops = ~[2..9] [shops]",
            "a couple of dogs = ~2 [dogs]",
        ],
    );
}

#[test]
fn ranges() {
    gold("between 520 and 610 metres", &["between 520 and 610 metres = [520..610] m"]);
    gold(
        "between two hundred and three hundred people",
        &["between two hundred and three hundred people = [200..300] [people]"],
    );
    gold(
        "20-30 lorries, 8- to 16-metre poles, four to five thousand people",
        &[
            "20-30 lorries = [20..30] [lorries]",
            "8- to 16-metre = [8..16] m",
            "four to five thousand people = [4000..5000] [people]",
        ],
    );
    gold(
        "$3-5 billion; $3 billion to $5 billion",
        &[
            "$3-5 billion = [3000000000..5000000000] USD",
            "$3 billion to $5 billion = [3000000000..5000000000] USD",
        ],
    );
}

#[test]
fn money() {
    gold(
        "US$1.2bn, A$5, €200, 50p, 20m leva, EUR50m",
        &[
            "US$1.2bn = 1200000000 USD",
            "A$5 = 5 AUD",
            "€200 = 200 EUR",
            "50p = 50 GBP/100",
            "20m leva = 20000000 BGN",
            "EUR50m = 50000000 EUR",
        ],
    );
    gold(
        "$3 a gallon and 40 pence per unit",
        &["$3 a gallon = 3 USD / gallon", "40 pence per unit = 40 GBP/100 / unit"],
    );
    gold("$10 million of aid", &["$10 million = 10000000 USD [aid]"]);
}

#[test]
fn units() {
    gold(
        "33ft, 10 metres, 17 m/s, 61 km/h, 38mph, 33 knots",
        &[
            "33ft = 33 ft",
            "10 metres = 10 m",
            "17 m/s = 17 m/s",
            "61 km/h = 61 km/h",
            "38mph = 38 mph",
            "33 knots = 33 kn",
        ],
    );
    gold(
        "6ft 2in tall; two hours and 30 minutes",
        &["6ft 2in = 6.166667 ft", "two hours and 30 minutes = 2.5 h"],
    );
    gold(
        "-4C, 68°F, 40 acres, 1,520 sq m",
        &["-4C = -4 °C", "68°F = 68 °F", "40 acres = 40 ac", "1,520 sq m = 1520 m²"],
    );
    gold("a 200-pound anchor; it cost 200 pounds", &["200-pound = 200 lb", "200 pounds = 200 GBP"]);
    gold("it weighed 3 kilograms (6.6 pounds) empty", &["3 kilograms = 3 kg", "6.6 pounds = 6.6 lb"]);
    gold("12 tonnes of wheat", &["12 tonnes = 12 t [wheat]"]);
}

#[test]
fn shares() {
    gold(
        "20%, 20 per cent, 20 pc and 5 percentage points",
        &["20% = 20 %", "20 per cent = 20 %", "20 pc = 20 %", "5 percentage points = 5 pp"],
    );
    gold("about 20% of voters", &["about 20% = ~[18..22] % [voters]"]);
}

#[test]
fn change() {
    gold(
        "Sales rose by 8.1 percent to 99 crowns",
        &["8.1 percent = 8.1 % RiseBy", "99 crowns = 99 [crowns] RiseTo"],
    );
    gold("It fell from $20 to $15.", &["from $20 to $15 = [15..20] USD vs 20 FallTo"]);
    gold("Stocks rose to 40 lots from 30 lots.", &["40 lots from 30 lots = [30..40] vs 30 [lots] RiseTo"]);
}

#[test]
fn things_counted() {
    gold(
        "41 ministers of justice or culture met",
        &["41 ministers of justice or culture = 41 [ministers of justice or culture]"],
    );
    gold("26 of them stranded", &["26 = 26 [stranded] of them"]);
    gold("a crew of 18", &["18 = 18 [crew]"]);
    gold(
        "12 people were reported dead, seven injured",
        &["12 people = 12 [people]", "seven injured = 7 [injured]"],
    );
    gold("Two of the passengers swam.", &["Two = 2 [passengers] of the passengers"]);
    gold("two million 25cl bottles", &["two million = 2000000 [bottles]", "25cl = 25 cl"]);
}

#[test]
fn ages_scores_and_rates() {
    gold(
        "Ollenrow, 61, met a 34-year-old man aged 12 years.",
        &["61 = 61 yr", "34-year-old = 34 yr", "aged 12 years = 12 yr"],
    );
    gold("United won 2-1. Members voted 118 to 109.", &["2-1 = 2 vs 1", "118 to 109 = 118 vs 109"]);
    gold("40 calls an hour", &["40 calls an hour = 40 / hour [calls]"]);
}

#[test]
fn an_age_behind_a_quotation_mark() {
    gold("“Ollenrow, 61, swam”", &["61 = 61 yr"]);
}

#[test]
fn nothing() {
    gold(
        "There were no deaths and no serious injuries.",
        &["no deaths = 0 [deaths] none", "no serious injuries = 0 [serious injuries] none"],
    );
    gold(
        "No one was hurt. None of the passengers died.",
        &["No one = 0 none", "None of the passengers = 0 [passengers] of the passengers none"],
    );
    gold("no plans; no comment", &[]);
}

#[test]
fn what_is_no_quantity() {
    gold("On 5 June 2019 at 10.30am, and at 18.30, and on 12-Nov-2013, in 1998", &[]);
    gold(
        "Boeing 747, Article 50, Route 66, G7, page 3, Covid-19, phase two, the 1990s, the 21st century",
        &[],
    );
    gold("+44 20 7946 0000, 0113 496 0000, version 1.2.3, 10:45, 3G, UPDATE 3-Harbour closed", &[]);
    gold("one of the largest ports; one another; first, the vote", &[]);
    gold("the 1868 stone bridge; the 2016 elections; 14 Wessington Park Road", &[]);
}

#[test]
fn ranks() {
    gold(
        "the 3rd crash, the fifth victim, the third largest port",
        &["3rd crash = 3 [crash]", "fifth victim = 5 [victim]", "third largest port = 3 [largest port]"],
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
fn degrees_below_zero_are_negative() {
    gold("It was 12 degrees below zero.", &["12 degrees below zero = -12 °"]);
}

#[test]
fn bounds_said_with_or_equal() {
    gold("Sizes less or equal to 40 cm", &["less or equal to 40 cm = (..40] cm"]);
}

#[test]
fn one_of_a_unit() {
    gold("She poured a gallon of milk.", &["a gallon = 1 gal [milk]"]);
    gold("He paid above a dollar and 42 cents.", &["above a dollar and 42 cents = (1.42..) USD"]);
    gold("It sells for $5 a gallon.", &["$5 a gallon = 5 USD / gallon"]);
    gold("A foot injury kept him out.", &[]);
    gold("They won by tenth of a second.", &["tenth of a second = 0.1 s"]);
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
fn a_reach_on_either_side() {
    gold("The share is 45 ± 3 percent.", &["45 ± 3 percent = [42..48] %"]);
    gold("It weighs 20 plus or minus 2 kilograms.", &["20 plus or minus 2 kilograms = [18..22] kg"]);
    gold("It was 20 below zero.", &["20 below zero = -20 °"]);
    gold("It holds 2^10 boxes.", &["2^10 boxes = 1024 [boxes]"]);
    gold("It takes ~7 grams.", &["~7 grams = ~[6.3..7.7] g"]);
    gold("A board of 2 yards 7 feet.", &["2 yards 7 feet = 4.333333 yd"]);
    gold("They sold three million, two hundred & forty.", &["three million, two hundred & forty = 3000240"]);
    gold("More than half people stayed.", &["More than half = (0.5..) share [people]"]);
}

#[test]
fn a_scale_right_behind_digits() {
    gold("The club paid £41million for him.", &["£41million = 41000000 GBP"]);
    gold("Some 7million people live there.", &["Some 7million people = ~[6300000..7700000] [people]"]);
    gold("It owes $1.7billion.", &["$1.7billion = 1700000000 USD"]);
}

#[test]
fn what_no_other_sentence_here_is_for() {
    gold(
        "a fund of two million and a half million euros",
        &["two million and a half million euros = 2500000 EUR"],
    );
    gold("1400 out of 3000 lamps failed", &["1400 out of 3000 = 0.466667 share [lamps]"]);
    gold("three or seven boats", &["three or seven boats = [3..7] [boats]"]);
    gold("0 or 2 boats", &["0 = 0", "2 boats = 2 [boats]"]);
    gold("5th Avenue and 22 Old Harbour Street", &[]);
    gold("at 1930 hours, after 1960 hours of work", &["1960 hours = 1960 h [work]"]);
    gold("a beam of 5ft ± 3in, no more", &["5ft ± 3in = [4.75..5.25] ft"]);
    gold("a sack of 3kg ± 200g", &["3kg ± 200g = [2.8..3.2] kg"]);
    gold("from 900 g to 2 kg", &["from 900 g to 2 kg = [0.9..2] kg"]);
    gold("between 900 metres and 2 km", &["between 900 metres and 2 km = [0.9..2] km"]);
    gold("3km to 500 m", &["3km = 3 km", "500 m = 500 m"]);
    gold("3 hundred 21 boats", &["3 hundred 21 boats = 321 [boats]"]);
    gold("$20 to €30", &["$20 = 20 USD", "€30 = 30 EUR"]);
}

#[test]
fn a_number_typed_alone() {
    for (text, wanted) in [
        ("- 3 1/2", "- 3 1/2 = -3.5"),
        ("- 4 degrees", "- 4 degrees = -4 °"),
        ("- 25 k", "- 25 k = -25000"),
        ("7.5 k", "7.5 k = 7500"),
        ("0047", "0047 = 47"),
        ("02.50", "02.50 = 2.5"),
        ("point 35", "point 35 = 0.35"),
        ("3 point 25", "3 point 25 = 3.25"),
        ("one", "one = 1"),
        ("single", "single = 1"),
        ("third", "third = 3"),
        ("three forty-one", "three forty-one = 341"),
        ("12 pounds 50", "12 pounds 50 = 12.5 GBP"),
        ("twelve euros and fifteen", "twelve euros and fifteen = 12.15 EUR"),
        ("3 kilometres, 20 metres, 5 cm", "3 kilometres, 20 metres, 5 cm = 3.02005 km"),
        ("2 hours and 3 minutes", "2 hours and 3 minutes = 2.05 h"),
    ] {
        gold(text, &[wanted]);
    }
}

#[test]
fn what_is_typed_alone_is_read_otherwise_in_running_text() {
    gold("They had one.", &[]);
    gold("He was the third of them.", &[]);
    gold("They paid 12 pounds 50 times.", &["12 pounds = 12 GBP", "50 times = 50 [times]"]);
    gold(
        "They ran 5 km, 400 m and 100 m races that day.",
        &["5 km = 5 km", "400 m = 400 m", "100 m = 100 m"],
    );
    // A kilometre holds no mile, and no more metres than a thousand.
    gold("2 km and 1 mile", &["2 km = 2 km", "1 mile = 1 mi"]);
    gold("2 km, 1200 m", &["2 km = 2 km", "1200 m = 1200 m"]);
    gold("12 pounds 5", &["12 pounds = 12 GBP", "5 = 5"]);
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
fn bounds_of_formulas_and_numbers_said_again() {
    gold("Where x>40 and y<60 it holds.", &[">40 = (40..)", "<60 = (..60)"]);
    gold("It must be < = 70 here.", &["< = 70 = (..70]"]);
    gold("The mark was 300 or greater than.", &["300 or greater than = [300..)"]);
    gold("The fee is due within 30 (thirty) days.", &["within 30 = (..30]"]);
}

#[test]
fn measures_in_two_units() {
    gold("The 6-foot-4 forward signed.", &["6-foot-4 = 6.333333 ft"]);
    gold("He is 5 ft 7 in.", &["5 ft 7 in = 5.583333 ft"]);
    gold("She sat 6 feet in front of 5 ft in snow.", &["6 feet = 6 ft", "5 ft = 5 ft"]);
    gold("He weighed 13 stone 6 pounds.", &["13 stone 6 pounds = 13.428571 st"]);
}

#[test]
fn groups_parted_as_on_the_continent() {
    gold("Sie zahlten 2.450.000 Euro.", &["2.450.000 Euro = 2450000 EUR"]);
    gold("It cost 3.499,50 euros.", &["3.499,50 euros = 3499.5 EUR"]);
    gold("It rose 1.250 percent.", &["1.250 percent = 1.25 % RiseBy"]);
    gold("The host is 10.123.144.155.", &[]);
}

#[test]
fn two_ranks_bound_one() {
    gold("They finish between the fifth and the ninth.", &["between the fifth and the ninth = [5..9]"]);
    gold("It was built between the 15th and 17th centuries.", &[]);
    gold("It opens between the 12th and 15th of March.", &[]);
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
