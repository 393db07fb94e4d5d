//! Incidents and groups: low and high, parts that add up, numbers inside others, sums of measures, codes that are none.

use super::{about, general, is, propose_in_general, sample, tolls};
use tollview::formats::table::gather::of_sample;

/// Rows of incidents on days in no order.
fn incidents(header: &str, count: u32, row: impl Fn(u32) -> String) -> String {
    let rows: Vec<String> = (0..count)
        .map(|at| format!("2021-{:02}-{:02},Place {at},{}", 1 + at * 5 % 12, 1 + at * 11 % 28, row(at)))
        .collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn low_and_high_of_one_group_are_the_measures_own() {
    let text = incidents("Date,Place,\"Civilians killed, min\",\"Civilians killed, max\",Strike code", 30, |at| {
        format!("{},{},{}", at % 5, at % 5 + at % 3, 100_000 + at * 31)
    });
    let proposal = is(
        "strikes.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed low = Civilians killed, min",
            "killed high = Civilians killed, max",
        ],
    );
    assert_eq!(proposal.recipe.labels["killed"], "Civilians killed");
}

#[test]
fn a_sum_of_two_measures_is_no_third_toll() {
    let text = incidents("Date,Place,Dead,Missing,Dead and missing", 30, |at| {
        format!("{},{},{}", at % 5, at % 7, at % 5 + at % 7)
    });
    is(
        "sea.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "dead total = Dead",
            "missing total = Missing",
            "dead_or_missing total = Dead and missing",
            "dead_or_missing holds dead, missing",
        ],
    );
    let text =
        incidents("Date,Place,Killed,Injured,Total", 30, |at| format!("{},{},{}", at % 5, at % 7, at % 5 + at % 7));
    is(
        "attacks.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed total = Killed",
            "injured total = Injured",
            "killed_or_injured total = Total",
            "killed_or_injured holds killed, injured",
        ],
    );
}

#[test]
fn one_division_adds_up_and_the_other_lies_inside() {
    let text = incidents("Date,Place,Killed,Male,Female,Children", 40, |at| {
        let (male, female) = (at * 3 % 11, at * 5 % 9);
        format!("{},{male},{female},{}", male + female, (male + female) / 3)
    });
    let proposal = is(
        "killed.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed total = Killed",
            "killed part males = Male",
            "killed part females = Female",
            "killed of_which children = Children",
        ],
    );
    assert!(proposal.reasons.contains(&"Male + Female = Killed on 40 of 40 rows looked at".to_owned()));
}

#[test]
fn bands_of_ages_keep_their_names() {
    let rows: Vec<String> = (0..20_u32)
        .map(|at| format!("District {at},{},{},{},{}", at % 3 + at % 5 + at % 7, at % 3, at % 5, at % 7))
        .collect();
    is(
        "ages.csv",
        &format!("District,Total deaths,0-17,18-59,60+\n{}\n", rows.join("\n")),
        &[
            "group by all",
            "events District",
            "dead total = Total deaths",
            "dead part 0-17 = 0-17",
            "dead part 18-59 = 18-59",
            "dead part 60+ = 60+",
        ],
    );
}

#[test]
fn spanish_headers_and_semicolons_are_read() {
    let rows: Vec<String> = (0..30_u32)
        .map(|at| {
            format!(
                "{:02}/{:02}/2021;Cauca;{};{};{};0,{at}",
                1 + at * 11 % 28,
                1 + at * 5 % 12,
                at % 6,
                at % 4,
                at % 6 / 2
            )
        })
        .collect();
    is(
        "conflicto.csv",
        &format!("Fecha;Departamento;Muertos;Heridos;Niños muertos;Tasa por 100.000\n{}\n", rows.join("\n")),
        &[
            "incident by day",
            "date Fecha DayMonthYear",
            "dead total = Muertos",
            "dead of_which children = Niños muertos",
            "injured total = Heridos",
            "decimal comma",
        ],
    );
}

#[test]
fn a_list_of_events_keeps_them_apart_and_numbers_may_have_qualifiers() {
    is(
        "massacres.csv",
        "Event,Year,Deaths\nFirst,1937,\"40,000-300,000\"\nSecond,1940,\"~22,000\"\nThird,1968,504\nFourth,1982,>460\nFifth,1995,\"8,372+\"\n",
        &["group by rows", "events Event", "date Year Year", "dead total = Deaths"],
    );
    is(
        "wars.csv",
        "War,Start,End,Deaths (low),Deaths (high)\nA,1800,1802,10,20\nB,1810,1812,30,50\nC,1850,1851,5,9\nD,1851,1853,70,90\n",
        &[
            "group by rows",
            "events War",
            "date Start + End Year",
            "dead low = Deaths (low)",
            "dead high = Deaths (high)",
        ],
    );
}

#[test]
fn signs_for_what_is_not_known_are_no_numbers() {
    let text = incidents("Date,Place,Killed,Wounded", 30, |at| {
        format!("{},{}", at % 5, if at % 9 == 0 { "-99".to_owned() } else { (at % 4).to_string() })
    });
    is(
        "attacks.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed total = Killed",
            "injured total = Wounded",
            "unknown -99",
        ],
    );
}

#[test]
fn what_counts_no_people_is_proposed_as_nothing() {
    for text in [
        "product,price,stock\nchair,3.25,4\ntable,8.5,1\nlamp,2.25,9\n",
        "a\n1\n",
        "city,lat,lon\nHoms,34.7,36.7\nAleppo,36.2,37.1\n",
        "Date,Killed\n",
    ] {
        let proposal = propose_in_general(&sample(text), &about("table.csv", text));
        assert_eq!(proposal.map(|proposal| super::summary(&proposal.recipe)), None, "{text}");
    }
}

#[test]
fn a_table_that_adds_up_in_two_directions_is_read_in_both() {
    let row = |at: u32| {
        let [nationals, internationals] = [[at % 5, at % 3], [at % 4, at % 7]];
        let killed = nationals[0] + internationals[0];
        let wounded = nationals[1] + internationals[1];
        let totals = [nationals[0] + nationals[1], internationals[0] + internationals[1]];
        format!(
            "{},{},{},{},{},{},{killed},{wounded},{}",
            nationals[0],
            nationals[1],
            totals[0],
            internationals[0],
            internationals[1],
            totals[1],
            killed + wounded
        )
    };
    let header = "Date,Place,Nationals killed,Nationals wounded,Total nationals,Internationals killed,Internationals wounded,Total internationals,Total killed,Total wounded,Total affected";
    is(
        "aid-workers.csv",
        &incidents(header, 40, row),
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed total = Total killed",
            "killed part nationals = Nationals killed",
            "killed part internationals = Internationals killed",
            "injured total = Total wounded",
            "injured part nationals = Nationals wounded",
            "injured part internationals = Internationals wounded",
            "killed_or_injured total = Total affected",
            "killed_or_injured part nationals = Total nationals",
            "killed_or_injured part internationals = Total internationals",
            "killed_or_injured holds killed, injured",
        ],
    );
}

#[test]
fn the_column_called_total_is_the_total_and_confirmed_deaths_are_deaths() {
    let text = incidents("Date,Place,Deaths,Total Deaths,Houses Destroyed", 30, |at| {
        format!("{},{},{}", at % 9, at % 9 + at % 4, at * 90)
    });
    is(
        "earthquakes.csv",
        &text,
        &["incident by day", "date Date YearMonthDay", "dead total = Total Deaths", "dead of_which deaths = Deaths"],
    );
    let text = incidents("Date,Place,Confirmed cases,Confirmed deaths,Probable deaths", 30, |at| {
        format!("{},{},{}", at % 9, at % 5, at % 3)
    });
    is(
        "ebola.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "cases total = Confirmed cases",
            "dead part confirmed = Confirmed deaths",
            "dead part probable = Probable deaths",
        ],
    );
}

#[test]
fn ranges_of_some_people_inside_those_of_others_are_left_out() {
    let text = "incident_date,civilians_killed_min,civilians_killed_max,children_killed_min,children_killed_max\n\
        2016-03-01,3,5,1,2\n2016-03-04,10,12,0,3\n2016-04-02,1,1,0,0\n";
    let proposal = is(
        "strikes.csv",
        text,
        &[
            "period by rows",
            "date incident_date YearMonthDay",
            "killed low = civilians_killed_min",
            "killed high = civilians_killed_max",
        ],
    );
    let left_out = "left out: children_killed_min and children_killed_max; these ranges lie inside others";
    assert!(proposal.reasons.contains(&left_out.to_owned()), "{:?}", proposal.reasons);
}

#[test]
fn what_several_sources_say_of_events_is_no_list_of_incidents() {
    is(
        "floods.csv",
        "event,start,end,as_of,source,killed\nFlood A,2021-03-01,2021-03-09,2021-04-30,Government,120\n\
         Flood A,2021-03-01,2021-03-09,2021-04-15,Red Cross,150\nFlood B,2022-05-02,2022-05-20,2022-06-30,Government,80\n\
         Flood B,2022-05-02,2022-05-20,2022-07-01,Red Cross,95\nFlood C,2023-01-10,2023-01-15,2023-02-01,Government,33\n",
        &[
            "group by rows",
            "events event",
            "date as_of YearMonthDay",
            "source in source",
            "killed total = killed (so far)",
        ],
    );
}

#[test]
fn women_and_children_lie_among_civilians_of_whom_low_and_high_are_stated() {
    let mut rows = vec!["date,place,civilians_killed_min,civilians_killed_max,children_killed,women_killed".to_owned()];
    for day in 1..=12 {
        let low = 2 + day % 5;
        rows.push(format!("2017-03-{day:02},P{day},{low},{},{},{}", low + day % 4, day % 2, day % 3));
    }
    is(
        "strikes.csv",
        &rows.join("\n"),
        &[
            "incident by day",
            "date date YearMonthDay",
            "killed low = civilians_killed_min",
            "killed high = civilians_killed_max",
            "killed of_which children = children_killed",
            "killed of_which women = women_killed",
        ],
    );
}

#[test]
fn the_one_to_which_others_add_up_is_the_number_of_its_measure() {
    let mut rows = vec!["country,year,boys killed,girls killed,children killed (total),children maimed".to_owned()];
    for year in 2015..2023 {
        let (boys, girls) = (10 + year % 7, 3 + year % 5);
        rows.push(format!("A,{year},{boys},{girls},{},{}", boys + girls, year * 7 % 11));
    }
    is(
        "table.csv",
        &rows.join("\n"),
        &[
            "period by rows",
            "date year Year",
            "killed total = children killed (total)",
            "killed part boys = boys killed",
            "killed part girls = girls killed",
            "injured part children = children maimed",
        ],
    );
}

#[test]
fn who_is_responsible_has_not_counted_and_sentences_are_no_deaths() {
    is(
        "list.csv",
        "Date of death,Age,Status,Organisation responsible\n1970-08-18,39,Civilian,A\n1971-03-04,20,Soldier,B\n\
         1972-03-04,51,Civilian,A\n1972-05-04,17,Civilian,B\n1973-01-04,33,Soldier,A\n1974-02-14,8,Civilian,B\n",
        &["person by month", "date Date of death YearMonthDay", "dead total = each row", "split by Age 0 18 30 45 60"],
    );
    is(
        "table.csv",
        "Country,Recorded executions,Recorded death sentences\nA,576+,52+\nB,24,538\nC,\"1,000s\",+\nD,4,\n",
        &["group by all", "events Country", "executed total = Recorded executions"],
    );
}

#[test]
fn the_number_between_low_and_high_is_the_best_whatever_it_is_called() {
    let rows = "Male,2018,120,140,101\nFemale,2018,110,131,97\nMale,2019,118,138,100\nFemale,2019,109,129,95\n";
    for (best, high, low) in [
        ("val", "upper", "lower"),
        ("FactValueNumeric", "FactValueNumericHigh", "FactValueNumericLow"),
        ("deaths_mean", "deaths_upper", "deaths_lower"),
        ("estimate", "upper_ci", "lower_ci"),
    ] {
        is(
            "deaths.csv",
            &format!("sex,year,{best},{high},{low}\n{rows}"),
            &[
                "incident by year",
                "date year Year",
                &format!("dead best = {best}"),
                &format!("dead high = {high}"),
                &format!("dead low = {low}"),
                "split by sex",
            ],
        );
    }
}

#[test]
fn ranges_of_several_groups_are_each_a_measure() {
    let text = incidents("Date,Place,civilians_low,civilians_high,militants_low,militants_high", 12, |at| {
        format!("{},{},{},{}", at % 5 + 3, at % 5 + 6, at % 3, at % 3 + 1)
    });
    is(
        "killed.csv",
        &text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed_civilians low = civilians_low",
            "killed_civilians high = civilians_high",
            "killed_combatants low = militants_low",
            "killed_combatants high = militants_high",
        ],
    );
}

#[test]
fn dates_are_seconds_since_1970_where_a_database_wrote_them() {
    let rows: Vec<String> = (0..20_u64)
        .map(|at| format!("{},P{at},{},{}", (1_767_225_600 + at * 7 % 20 * 86_400) * 1_000, at % 4, at * 37 % 11))
        .collect();
    let text = format!("EventDate,Place,Deaths,Wards\n{}\n", rows.join("\n"));
    let proposal = is("layer.csv", &text, &["incident by day", "date EventDate Epoch", "dead total = Deaths"]);
    assert!(proposal.reasons.contains(&"not used: Wards; nothing says that people are counted there".to_owned()));
    let dataset = of_sample(&sample(&text), &proposal.recipe, "layer.csv").unwrap().dataset;
    assert_eq!(dataset.events[0].start, Some("2026-01-01".parse().unwrap()));
}

#[test]
fn years_of_the_buddhist_era_are_those_of_their_calendar() {
    let rows: Vec<String> =
        (0..20_u32).map(|at| format!("{}/{}/2568,P{at},{}", 1 + at * 7 % 28, 1 + at * 5 % 12, at % 4)).collect();
    let text = format!("วันที่,จังหวัด,เสียชีวิต\n{}\n", rows.join("\n"));
    let proposal = is("south.csv", &text, &["incident by day", "date วันที่ Buddhist", "dead total = เสียชีวิต"]);
    let dataset = of_sample(&sample(&text), &proposal.recipe, "south.csv").unwrap().dataset;
    assert_eq!(dataset.events[0].start, Some("2025-01-01".parse().unwrap()));
    // A number of people is no year, however large.
    is(
        "t.csv",
        "date,deaths\n2020,2569\n2021,2501\n2022,2603\n",
        &["period by rows", "date date Year", "dead total = deaths"],
    );
}

/// Incidents on one day each, and who told of them.
fn told(header: &str, place: impl Fn(u32) -> u32, informant: impl Fn(u32) -> &'static str) -> String {
    let row = |at: u32| {
        let place = place(at);
        let day = place * place % 28;
        format!("2021-{:02}-{:02},Place {place},{},{}", 1 + place * 5 % 12, 1 + day, at % 5 * 3, informant(at))
    };
    format!("{header}\n{}\n", (0..60).map(row).collect::<Vec<_>>().join("\n"))
}

#[test]
fn informants_of_different_incidents_are_no_rivals() {
    let informant = |at: u32| ["Media", "Police", "Spotter"][usize::try_from(at * 7 % 3).unwrap()];
    let proposal = is(
        "attacks.csv",
        &told("Date,Place,Killed,Source", |at| at, informant),
        &["incident by day", "date Date YearMonthDay", "killed total = Killed"],
    );
    let reason = "\"Source\" says from where each row is known: dates and places come once, and all rows are added up";
    assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.starts_with("Do several sources")).unwrap();
    assert_eq!(doubt.answers[1].recipe.source.column.as_deref(), Some("Source"));
}

#[test]
fn sources_that_tell_of_the_same_incidents_are_rivals() {
    let informant = |at: u32| ["Police", "Monitor"][usize::try_from(at % 2).unwrap()];
    let proposal = is(
        "attacks.csv",
        &told("Date,Place,Killed,Source", |at| at / 2, informant),
        &["incident by day", "date Date YearMonthDay", "source in Source", "killed total = Killed"],
    );
    let reason = "\"Source\": 60 of 60 rows have the date and place of another source's row";
    assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
}

#[test]
fn sources_of_fire_count_nothing() {
    let informant = |at: u32| ["Army", "Rebels"][usize::try_from(at % 2).unwrap()];
    is(
        "attacks.csv",
        &told("Date,Place,Killed,sourcesOfFire", |at| at / 2, informant),
        &["incident by day", "date Date YearMonthDay", "killed total = Killed"],
    );
}

#[test]
fn a_toll_to_which_the_dead_of_both_sides_add_up_is_of_the_dead() {
    // 2 + 1 = 3 and so on in each row; 3 + 7 + 4 + 9 = 23 dead.
    let text = "day,place,deaths_a,deaths_b,toll,low,high\n2024-01-02,A,2,1,3,3,5\n2024-01-04,B,3,4,7,6,8\n\
        2024-01-09,A,0,4,4,4,4\n2024-01-11,C,5,4,9,7,12\n";
    let proposal = general("incidents.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 23"]);
    assert!(!proposal.doubts.iter().any(|doubt| doubt.question.contains("toll")), "{:?}", proposal.doubts);
}
