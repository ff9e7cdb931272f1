//! What is counted, shared, changed or ranked, and what is no quantity.

use crate::gold;

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
fn where_a_noun_group_ends() {
    gold("He built one steel shed.", &["one steel shed = 1 [steel shed]"]);
    gold("One boat leaking oil sank.", &["One boat = 1 [boat]"]);
    gold("One man badly burnt left.", &["One man = 1 [man]"]);
    gold("For Team GB 12 medals is a record.", &["12 medals = 12 [medals]"]);
}

#[test]
fn a_label_makes_an_age() {
    gold("Position: goalkeeper\nAge: 19\nHeight: 6ft", &["19 = 19 yr", "6ft = 6 ft"]);
    gold("Mileage: 19", &["19 = 19"]);
}
