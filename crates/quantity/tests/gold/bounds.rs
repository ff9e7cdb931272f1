//! Numbers that bound a value: hedges, ranges, vague words.

use crate::gold;

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
fn bounds_said_with_or_equal() {
    gold("Sizes less or equal to 40 cm", &["less or equal to 40 cm = (..40] cm"]);
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
fn bounds_of_formulas_and_numbers_said_again() {
    gold("Where x>40 and y<60 it holds.", &[">40 = (40..)", "<60 = (..60)"]);
    gold("It must be < = 70 here.", &["< = 70 = (..70]"]);
    gold("The mark was 300 or greater than.", &["300 or greater than = [300..)"]);
    gold("The fee is due within 30 (thirty) days.", &["within 30 = (..30]"]);
}

#[test]
fn two_ranks_bound_one() {
    gold("They finish between the fifth and the ninth.", &["between the fifth and the ninth = [5..9]"]);
    gold("It was built between the 15th and 17th centuries.", &[]);
    gold("It opens between the 12th and 15th of March.", &[]);
}

#[test]
fn ends_of_a_range_stay_as_written() {
    gold("from 5 to 12,345 boats", &["from 5 to 12,345 boats = [5..12345] [boats]"]);
    gold("They need 20 - 30 boats.", &["20 - 30 boats = [20..30] [boats]"]);
    gold(
        "It takes from ninety to two hundred and six boats.",
        &["from ninety to two hundred and six boats = [90..206] [boats]"],
    );
    gold("between 14 \u{b0}F and 10 \u{b0}C", &["between 14 \u{b0}F and 10 \u{b0}C = [-10..10] \u{b0}C"]);
    gold("It is between 500 m and 2 km off.", &["between 500 m and 2 km = [0.5..2] km"]);
    gold("They won 3 to 4 matches.", &["3 to 4 matches = [3..4] [matches]"]);
}

#[test]
fn only_the_same_number_in_brackets_is_said_again() {
    gold("They have 45 (45) days.", &["45 = 45"]);
    gold("They had 45 (forty) days.", &["45 = 45", "forty = 40"]);
    gold("It was 15 then (now 15).", &["15 = 15", "15 = 15"]);
    gold("The tub held 5 kg (5 litres).", &["5 kg = 5 kg", "5 litres = 5 l"]);
}

#[test]
fn the_first_end_takes_the_scale_of_the_second() {
    gold("The club may pay £5-10m for him.", &["£5-10m = [5000000..10000000] GBP"]);
    gold("It cost £5-10.", &["£5-10 = [5..10] GBP"]);
    gold("Some 15-20,000 people marched.", &["Some 15-20,000 people = ~[15000..20000] [people]"]);
    gold("Sales of 3-20,000 were seen.", &["3-20,000 = [3..20000]"]);
    gold("Two or three dozen hens fled.", &["Two or three dozen hens = [24..36] [hens]"]);
    gold("It holds two to three hundred books.", &["two to three hundred books = [200..300] [books]"]);
}

#[test]
fn hedges_joined_by_a_hyphen() {
    gold("A crowd of 100-plus fans came.", &["100-plus fans = [100..) [fans]"]);
    gold("Some 80-plus percent agreed.", &["Some 80-plus percent = ~[80..) %"]);
    gold("The 40-odd members met.", &["40-odd members = ~[36..44] [members]"]);
    gold("He paid $36-plus per year.", &["$36-plus per year = [36..) USD / year"]);
}
