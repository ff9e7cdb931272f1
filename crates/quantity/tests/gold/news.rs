//! Sentences as news has them, with all that they count and measure.

use crate::gold;

#[test]
fn votes_and_matches() {
    gold(
        "The motion passed by 61 votes to 38, with three abstentions.",
        &["61 votes to 38 = 61 vs 38", "three abstentions = 3 [abstentions]"],
    );
    gold("They won the match three goals to nil.", &["three goals to nil = 3 vs 0"]);
    gold("They won 3-nil; it was a three-nil win.", &["3-nil = 3 vs 0", "three-nil = 3 vs 0"]);
    gold("She beat him 6-3, 4-6, 7-5.", &["6-3 = 6 vs 3", "4-6 = 4 vs 6", "7-5 = 7 vs 5"]);
    gold("It lost 12 seats to a rival.", &["12 seats = 12 [seats] FallBy"]);
    gold("He won ten games to reach the final.", &["ten games = 10 [games]"]);
    gold(
        "There were no fewer than nine candidates and at most 200 seats.",
        &["no fewer than nine candidates = [9..) [candidates]", "at most 200 seats = (..200] [seats]"],
    );
    gold(
        "None of the 23 crew survived; none of the crew swam.",
        &["None = 0 [crew] none", "23 crew = 23 [crew]", "none of the crew = 0 [crew] of the crew none"],
    );
    gold(
        "At least two, and possibly as many as five, hikers are missing.",
        &["At least two = [2..)", "as many as five = (..5]"],
    );
}

#[test]
fn rates() {
    gold(
        "It emits 118 grams of CO2 per kilometre.",
        &["118 grams of CO2 per kilometre = 118 g / kilometre [CO2]"],
    );
    gold(
        "About 2.1 million barrels of crude a day flow through it.",
        &["About 2.1 million barrels of crude a day = ~[1890000..2310000] bbl / day [crude]"],
    );
    gold(
        "There are 12 cases per 100,000 people and 4.2 doctors per 1,000 inhabitants.",
        &[
            "12 cases per 100,000 people = 12 / 100,000 people [cases]",
            "4.2 doctors per 1,000 inhabitants = 4.2 / 1,000 inhabitants [doctors]",
        ],
    );
    gold("It consumes 5.4 litres per 100 kilometres.", &["5.4 litres per 100 kilometres = 5.4 l/100km"]);
    gold(
        "Wages rose from £11.44 to £12.21 an hour.",
        &["from £11.44 to £12.21 an hour = [11.44..12.21] GBP / hour vs 11.44 RiseTo"],
    );
    gold(
        "The cost rose from about $35 per kg to $68 per kg.",
        &["from about $35 per kg to $68 per kg = [35..68] USD / kg vs 35 RiseTo"],
    );
    gold(
        "Density reached 1,200 people per square kilometre, or 9 g/cm³, or 4 N/m^2.",
        &[
            "1,200 people per square kilometre = 1200 / square kilometre [people]",
            "9 g/cm³ = 9 g / cm³",
            "4 N/m^2 = 4 N / m^2",
        ],
    );
    gold("The level was 427 parts per million.", &["427 parts per million = 427 ppm"]);
    gold("Sea level is rising by 3.7 mm a year.", &["3.7 mm a year = 3.7 mm / year RiseBy"]);
}

#[test]
fn margins() {
    gold(
        "The poll has a margin of error of plus or minus 3.5 percentage points.",
        &["plus or minus 3.5 percentage points = [-3.5..3.5] pp"],
    );
    gold("a margin of ±3%, or +/- 2 points", &["±3% = [-3..3] %", "+/- 2 points = [-2..2] [points]"]);
    gold("The sample weighed 4.2 ± 0.3 kg.", &["4.2 ± 0.3 kg = [3.9..4.5] kg"]);
    gold("They paid 3 dollars, plus 2 in tax.", &["3 dollars = 3 USD", "2 = 2"]);
}

#[test]
fn temperatures() {
    gold("At 35 C (95 F) the asphalt began to melt.", &["35 C = 35 °C", "95 F = 95 °F"]);
    gold("It reached 38 C in the shade, and 30 F at night.", &["38 C = 38 °C", "30 F = 30 °F"]);
    gold("He lives in flat 35 C Hanson Street; he got 30 C grades.", &["30 C grades = 30 [C grades]"]);
    gold(
        "It melts at 300 °C (573.15K), not 20K people.",
        &["300 °C = 300 °C", "573.15K = 573.15 K", "20K people = 20000 [people]"],
    );
}

#[test]
fn weights_and_sizes() {
    gold(
        "He weighs 13st 4lb; she weighs 11 stone 4.",
        &["13st 4lb = 13.285714 st", "11 stone 4 = 11.285714 st"],
    );
    gold("He came 21st and 101st; she 3rd.", &["21st = 21", "101st = 101", "3rd = 3"]);
    gold(
        "The box is 30 x 20 x 10 cm; the room is 10 by 12 feet.",
        &["30 = 30 cm", "20 = 20 cm", "10 cm = 10 cm", "10 = 10 ft", "12 feet = 12 ft"],
    );
    gold("The lorry carried 20-odd tonnes of gravel.", &["20-odd tonnes = ~[18..22] t [gravel]"]);
    gold(
        "It was more than a mile away, over a ton of it.",
        &["more than a mile = (1..) mi", "over a ton = (1..) ton"],
    );
    gold("It flew for 2h 15m over 15m of water.", &["2h 15m = 2.25 h", "over 15m = (15..) m [water]"]);
    gold("a pore of 2.1 pm at 2.30 pm", &["2.1 pm = 2.1 pm"]);
    gold("The page holds 8x2^10 bits or 4 KiB.", &["8x2^10 bits = 8192 bit", "4 KiB = 4 KiB"]);
    gold("two thirds of it, but twenty-fifths are few", &["two thirds = 0.666667 share"]);
}

#[test]
fn changes() {
    gold(
        "Inflation slowed to 2.6 per cent from 3.1 per cent in October.",
        &["2.6 per cent from 3.1 per cent = [2.6..3.1] % vs 3.1 FallTo"],
    );
    gold("Shares in the firm closed up 3p at 214p.", &["3p = 3 GBP/100 RiseBy", "214p = 214 GBP/100"]);
    gold(
        "Interest rates were cut by 25 basis points to 3.75 percent.",
        &["25 basis points = 25 bp FallBy", "3.75 percent = 3.75 % FallTo"],
    );
    gold(
        "Turnout was 48 per cent, up four percentage points.",
        &["48 per cent = 48 %", "four percentage points = 4 pp RiseBy"],
    );
    gold("The speed limit drops from 50mph to 20mph.", &["from 50mph to 20mph = [20..50] mph vs 50 FallTo"]);
    gold("The fine was doubled to 50,000 euros.", &["50,000 euros = 50000 EUR RiseTo"]);
}

#[test]
fn typed_alone() {
    gold("10G", &["10G = 10000000000"]);
    gold("- 1.5 M", &["- 1.5 M = -1500000"]);
    gold("200 over 3", &["200 over 3 = 66.666667"]);
    gold("It has 200 over 3 days.", &["200 = 200", "over 3 days = (3..) d"]);
}

#[test]
fn money_and_measures_of_the_day() {
    gold("Shares worth $ 50 billion changed hands.", &["$ 50 billion = 50000000000 USD"]);
    gold("The bank lent Euros 29.9 bn last year.", &["Euros 29.9 bn = 29900000000 EUR"]);
    gold(
        "A five-month-old girl and a 3 1/2-year-old boy were unhurt.",
        &["five-month-old = 5 mo", "3 1/2-year-old = 3.5 yr"],
    );
    gold(
        "He earned two hundred and fifty US dollars a week.",
        &["two hundred and fifty US dollars a week = 250 USD / week"],
    );
    gold("It cost twenty euros and ten cents.", &["twenty euros and ten cents = 20.1 EUR"]);
    gold("The bottle holds 75 ml, the can 33cl.", &["75 ml = 75 ml", "33cl = 33 cl"]);
    gold("The well is 2,100 feet deep and 14 inches wide.", &["2,100 feet = 2100 ft", "14 inches = 14 in"]);
    gold(
        "Heathfield scored 3 tries in the last 20 minutes.",
        &["3 tries = 3 [tries]", "20 minutes = 20 min"],
    );
    gold(
        "The plane carried 174 passengers and eight crew.",
        &["174 passengers = 174 [passengers]", "eight crew = 8 [crew]"],
    );
    gold("The storm dumped up to 30 cm of snow.", &["up to 30 cm = (..30] cm [snow]"]);
    gold(
        "More than 60 percent of the 1.3 million voters stayed home.",
        &["More than 60 percent = (60..) %", "1.3 million voters = 1300000 [voters]"],
    );
    gold("The number of cases tripled to 930.", &["930 = 930 RiseTo"]);
    gold("The deal values the firm at roughly €4bn.", &["roughly €4bn = ~[3600000000..4400000000] EUR"]);
    gold(
        "She cycled the 87-mile course in under four hours.",
        &["87-mile = 87 mi", "under four hours = (..4) h"],
    );
    gold(
        "Around a quarter of patients wait more than 18 weeks.",
        &["Around a quarter = ~[0.225..0.275] share [patients]", "more than 18 weeks = (18..) wk"],
    );
    gold("The kiln reaches 1,200 degrees Celsius.", &["1,200 degrees Celsius = 1200 °C"]);
    gold(
        "Nearly nine in 10 drivers obeyed the limit.",
        &["Nearly nine in 10 = ~[0.81..0.9) share [drivers]"],
    );
}

#[test]
fn people_and_things_of_the_day() {
    gold("It is 400 metres from the school.", &["400 metres = 400 m"]);
    gold("He owes £12,000 in rent and £3k in tax.", &["£12,000 = 12000 GBP", "£3k = 3000 GBP"]);
    gold(
        "A gang of seven stole 23 paintings worth $1.7 million.",
        &["seven = 7 [gang]", "23 paintings = 23 [paintings]", "$1.7 million = 1700000 USD"],
    );
    gold(
        "The turbine makes 3.2 MW, enough for 2,400 homes.",
        &["3.2 MW = 3.2 MW", "2,400 homes = 2400 [homes]"],
    );
    gold(
        "It took 38 firefighters 11 hours to put it out.",
        &["38 firefighters = 38 [firefighters]", "11 hours = 11 h"],
    );
    gold("Each of the three boys got 200 lashes.", &["three boys = 3 [boys]", "200 lashes = 200 [lashes]"]);
    gold("The tower leans by 3.97 degrees.", &["3.97 degrees = 3.97 °"]);
    gold(
        "The ship is 290 m long, 45 m wide and weighs 98,000 tonnes.",
        &["290 m = 290 m", "45 m = 45 m", "98,000 tonnes = 98000 t"],
    );
    gold("Unemployment stood at 5.2%, compared with 4.9% a year ago.", &["5.2% = 5.2 %", "4.9% = 4.9 %"]);
    gold(
        "Roughly one million litres of diluted acid leaked.",
        &["Roughly one million litres = ~[900000..1100000] l [diluted acid]"],
    );
    gold("The site spans 120,000 square feet.", &["120,000 square feet = 120000 ft²"]);
    gold("Petrol costs 148.9p a litre.", &["148.9p a litre = 148.9 GBP/100 / litre"]);
    gold(
        "Police seized 1.5kg of cocaine and 40,000 in cash.",
        &["1.5kg = 1.5 kg [cocaine]", "40,000 = 40000"],
    );
    gold("Not a single house was spared.", &["Not a single house = 0 [house] none"]);
    gold("There were no survivors among the 62 on board.", &["no survivors = 0 [survivors] none", "62 = 62"]);
    gold(
        "The pay of 3,100 nurses will rise by between 3% and 5%.",
        &["3,100 nurses = 3100 [nurses]", "between 3% and 5% = [3..5] % RiseBy"],
    );
    gold("The fleet has fewer than 20 ships left.", &["fewer than 20 ships = (..20) [ships]"]);
    gold("Every second household, or 48.6%, has a dog.", &["48.6% = 48.6 %"]);
}

#[test]
fn from_so_many_to_fewer() {
    gold("The gap narrowed from 12 points to seven.", &["from 12 points to seven = [7..12] vs 12 FallTo"]);
    gold("He moved from 3 towns to 5 villages.", &["3 towns = 3 [towns]", "5 villages = 5 [villages]"]);
    gold("It was 4.9% a year ago, $4 a year earlier.", &["4.9% = 4.9 %", "$4 = 4 USD"]);
}
