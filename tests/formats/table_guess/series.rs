//! Series: periods in rows or columns, totals so far and new ones, rows that hold other rows.

use super::{general, is, tolls};
use std::fmt::Write;
use tollview::formats::table::recipe::{BasisRule, Role, Use};

/// Rows for some days of January 2022, each from a number.
fn daily(header: &str, days: u32, row: impl Fn(u32) -> String) -> String {
    let rows: Vec<String> = (1..=days).map(|day| format!("2022-01-{day:02},{}", row(day))).collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn a_series_that_never_falls_is_a_total_so_far() {
    let text = daily("date,killed,arrested,source", 20, |day| format!("{},{},HRANA", day / 3 * 7, day * 40));
    let proposal = is(
        "protests.csv",
        &text,
        &[
            "period by rows",
            "date date YearMonthDay",
            "source in source",
            "killed total = killed (so far)",
            "detained total = arrested (so far)",
        ],
    );
    assert!(proposal.reasons.contains(&"\"killed\" does not fall on 19 of 19 steps: a total so far".to_owned()));
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == "Are the numbers totals so far?").unwrap();
    assert_eq!(doubt.answers[1].text, "No: each is of its own date");
    assert_eq!(serde_json::to_value(doubt.answers[1].recipe.basis).unwrap(), "incremental");
}

#[test]
fn a_short_series_that_only_rises_is_asked_about() {
    let text = "Date,Protesters killed,Security forces killed,Total killed\n\
        2022-01-10,500,40,540\n2022-01-12,1847,135,1982\n2022-01-14,2403,147,2550\n";
    let proposal = is(
        "protests.csv",
        text,
        &[
            "period by rows",
            "date Date YearMonthDay",
            "killed total = Total killed (so far)",
            "killed part protesters = Protesters killed (so far)",
            "killed part security_forces = Security forces killed (so far)",
        ],
    );
    assert!(proposal.reasons.contains(&"no number falls on any of 6 steps: totals so far".to_owned()));
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == "Are the numbers totals so far?"));
    // One that falls once is of periods, and nothing is asked.
    let proposal = is(
        "protests.csv",
        &text.replace("1847,135,1982", "17,3,20"),
        &[
            "period by rows",
            "date Date YearMonthDay",
            "killed total = Total killed",
            "killed part protesters = Protesters killed",
            "killed part security_forces = Security forces killed",
        ],
    );
    assert!(proposal.doubts.iter().all(|doubt| doubt.question != "Are the numbers totals so far?"));
}

#[test]
fn incidents_that_happen_to_rise_are_added_up_and_asked_about() {
    let text =
        "Дата,Регион,Погибшие,Раненые\n01.03.2022,Киев,12,30\n02.03.2022,Харьков,34,120\n13.03.2022,Львов,35,134\n";
    let proposal = is(
        "list.csv",
        text,
        &["period by rows", "date Дата DayMonthYear", "dead total = Погибшие", "injured total = Раненые"],
    );
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == "Are the numbers totals so far?").unwrap();
    assert_eq!(doubt.answers[0].text, "No: each is of its own date");
    assert_eq!(serde_json::to_value(doubt.answers[1].recipe.basis).unwrap(), "cumulative");
}

#[test]
fn columns_of_those_who_count_are_no_parts() {
    let proposal = is(
        "protests.csv",
        "date,hrana_killed,ihr_killed\n2026-01-10,490,648\n2026-01-12,646,734\n2026-01-14,2571,3428\n",
        &[
            "period by rows",
            "date date YearMonthDay",
            "killed total = hrana_killed of HRANA (so far)",
            "killed total = ihr_killed of IHR (so far)",
        ],
    );
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.contains("HRANA")).unwrap();
    assert_eq!(doubt.question, "Are HRANA and IHR those who counted?");
    assert!(proposal.doubts.iter().all(|doubt| !doubt.question.contains("more than one of")));
}

#[test]
fn sources_of_one_event_are_never_added() {
    is(
        "tolls.csv",
        "event;source;deaths_min;deaths_best\nStorm A;Red Cross;;522\nStorm A;Ministry;;537\nStorm B;Red Cross;304;\nStorm B;News;;1500\n",
        &["group by all", "events event", "source in source", "dead at_least = deaths_min", "dead best = deaths_best"],
    );
}

#[test]
fn a_column_called_value_counts_what_another_names() {
    is(
        "long.csv",
        "period,indicator,sex,value\n2024-01,killed,male,80\n2024-01,killed,female,60\n2024-01,injured,male,200\n\
            2024-02,killed,male,70\n2024-02,injured,female,150\n2024-03,killed,female,12\n",
        &[
            "group by rows",
            "date period YearMonthDay",
            "killed total = value",
            "measure in indicator: \"killed\" killed, \"injured\" injured",
            "split by sex",
        ],
    );
}

#[test]
fn new_and_total_side_by_side_are_told_apart() {
    let new = |day: u32| day * 5 % 7;
    let text = daily("date,new_deaths,total_deaths,total_deaths_per_million", 20, |day| {
        let total: u32 = (1..=day).map(new).sum();
        format!("{},{total},{}.{day}", new(day), total / 9)
    });
    let proposal = is(
        "series.csv",
        &text,
        &["period by rows", "date date YearMonthDay", "dead total = total_deaths (so far)", "dead total = new_deaths"],
    );
    let has = |reason: &str| assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
    has("\"total_deaths\" is the running sum of \"new_deaths\" on 19 of 19 rows looked at");
    has("left out: total_deaths_per_million; rates and shares are no counts");
}

#[test]
fn pending_people_stand_beside_the_toll_so_far() {
    let text = daily("date,Killed so far,Children killed so far,Killed under investigation", 12, |day| {
        format!("{},{},{}", day * 30, day, 60 - day)
    });
    is(
        "toll.csv",
        &text,
        &[
            "period by rows",
            "date date YearMonthDay",
            "killed total = Killed so far (so far)",
            "killed of_which children = Children killed so far (so far)",
            "killed pending = Killed under investigation (so far)",
        ],
    );
}

#[test]
fn world_and_regions_beside_countries_are_left_out() {
    let countries = ["Angola", "Bosnia", "Chad", "Denmark", "Eritrea", "Fiji", "Ghana", "Haiti", "Iraq", "Japan"];
    let mut rows = vec!["Entity,Code,Year,Deaths".to_owned()];
    for year in 2000..2006 {
        let mut sum = 0;
        for (at, country) in countries.iter().enumerate() {
            let deaths = (at + year) * 7 % 31;
            sum += deaths;
            rows.push(format!("{country},{},{year},{deaths}", country[..3].to_uppercase()));
        }
        rows.push(format!("Africa,,{year},{}", sum / 2));
        rows.push(format!("World,OWID_WRL,{year},{sum}"));
    }
    let proposal = is(
        "conflict-deaths.csv",
        &rows.join("\n"),
        &[
            "period by rows",
            "events Entity",
            "date Year Year",
            "dead total = Deaths",
            "without World, Africa in Entity",
        ],
    );
    assert_eq!(
        proposal.reasons[0],
        "left out: rows with \"World\", \"Africa\" in \"Entity\"; \"World\" is the sum of the others in \"Deaths\" 6 of 6 times"
    );
}

#[test]
fn dates_may_be_columns() {
    let header = "Province/State,Country/Region,Lat,Long,1/22/20,1/23/20,1/24/20,1/25/20,1/26/20,1/27/20";
    let text = format!("{header}\n,Italy,41.9,12.6,0,1,1,4,9,9\nHubei,China,30.9,112.2,17,17,24,40,52,76\n");
    is(
        "time_series_deaths_global.csv",
        &text,
        &["group by rows", "events Country/Region", "dead total = each row (so far)", "columns are dates MonthDayYear"],
    );
    is(
        "homicides.csv",
        "Country,2000,2001,2002,2003,2004\nMexico,900,500,700,400,800\nWorld,1800,900,1500,700,900\nBrazil,900,400,800,300,100\n",
        &[
            "group by rows",
            "events Country",
            "killed total = each row",
            "columns are dates Year",
            "without World in Country",
        ],
    );
}

#[test]
fn months_and_quarters_are_periods() {
    let months = ["January", "February", "March", "April", "May", "June", "July", "August"];
    let mut rows = vec!["Month,Killed,Killed men,Killed women,Killed children,Injured,Total casualties".to_owned()];
    for (at, month) in months.iter().enumerate() {
        let (men, women, children, injured) = (40 + at * 3 % 7, 20 + at % 3, at % 4, 90 + at * 5 % 9);
        let killed = men + women + children;
        rows.push(format!("{month} 2022,{killed},{men},{women},{children},{injured},{}", killed + injured));
    }
    rows.push("Total,596,354,226,12,767,1363".to_owned());
    is(
        "ohchr.csv",
        &rows.join("\n"),
        &[
            "period by rows",
            "date Month MonthDayYear",
            "killed total = Killed",
            "killed part men = Killed men",
            "killed part women = Killed women",
            "killed part children = Killed children",
            "injured total = Injured",
            "casualties total = Total casualties",
            "casualties holds killed, injured",
            "without Total in Month",
        ],
    );
    let quarters = "Quarter,Deaths,Injuries,Child casualties\n2019 Q1,581,1192,582\n2019 Q2,717,1300,544\n2019 Q3,1174,3139,631\n2019 Q4,931,1400,600\n2020 Q1,533,760,417\n";
    is(
        "unama.csv",
        quarters,
        &[
            "period by rows",
            "date Quarter YearMonthDay",
            "dead total = Deaths",
            "injured total = Injuries",
            "dead_or_injured of_which children = Child casualties",
            "dead_or_injured holds dead, injured",
        ],
    );
}

#[test]
fn year_and_month_may_stand_apart_and_groups_in_rows() {
    let mut rows = vec!["Year,Month,Sex,Deaths".to_owned()];
    for month in 1..=12 {
        rows.push(format!("2020,{month},Male,{}", 9 + month % 5));
        rows.push(format!("2020,{month},Female,{}", 4 + month % 3));
    }
    is("deaths.csv", &rows.join("\n"), &["period by rows", "date Year + Month", "dead total = Deaths", "split by Sex"]);
}

#[test]
fn a_value_says_what_is_counted() {
    let text =
        daily("date,indicator,value", 10, |day| format!("Killed,{}\n2022-01-{day:02},Injured,{}", day % 4, day % 6));
    is(
        "long.csv",
        &text,
        &[
            "period by rows",
            "date date YearMonthDay",
            "killed total = value",
            "measure in indicator: \"Killed\" killed, \"Injured\" injured",
        ],
    );
}

#[test]
fn persian_dates_and_digits_are_read() {
    let text = "تاریخ,کشته,زخمی\n۱۴۰۱/۰۶/۲۸,۴,۹\n۱۴۰۱/۰۶/۲۹,۲,۷\n۱۴۰۱/۰۶/۳۰,۶,۱\n۱۴۰۱/۰۶/۳۱,۱,۵\n۱۴۰۱/۰۷/۰۱,۳,۸\n";
    is("آمار.csv", text, &["period by rows", "date تاریخ SolarHijri", "killed total = کشته", "injured total = زخمی"]);
}

#[test]
fn columns_may_say_what_is_counted_and_when() {
    let proposal = is(
        "table.csv",
        "state,deaths_2019,deaths_2020,rate_2019,rate_2020,injured_2019,injured_2020\nA,12,14,1.2,1.4,30,31\nB,33,31,1.6,1.5,70,66\n",
        &["group by rows", "events state", "dead total = each row", "columns are dates Year in \"deaths_…\""],
    );
    let asked = proposal.doubts.iter().find(|doubt| doubt.question == "Which of the numbers are read?").unwrap();
    let answers: Vec<&str> = asked.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(answers, ["Of dead only", "Of injured only"]);
    let injured = &asked.answers[1].recipe;
    assert_eq!(
        (injured.counts[0].measure.as_str(), injured.wide.as_ref().unwrap().before.as_str()),
        ("injured", "injured_")
    );
}

#[test]
fn a_row_that_is_the_sum_of_all_others_is_left_out_whatever_it_is_called() {
    let proposal = is(
        "deaths.csv",
        "state,2015,2016,2017,2018\nA,10,20,15,40\nB,1,3,2,4\nC,5,5,5,2\nUSA,16,28,22,46\n",
        &["group by rows", "events state", "dead total = each row", "columns are dates Year", "without USA in state"],
    );
    assert!(
        proposal.reasons.contains(&"left out: the row \"USA\" in \"state\"; it is the sum of the others".to_owned())
    );
}

#[test]
fn months_and_people_of_a_wide_table() {
    is(
        "table.csv",
        "who,Jan 2023 killed,Feb 2023 killed,Mar 2023 killed\nmen,10,20,15\nwomen,4,2,3\nchildren,5,5,4\n",
        &["group by rows", "killed total = each row", "split by who", "columns are dates MonthDayYear in \"… killed\""],
    );
}

#[test]
fn reports_that_only_rise_are_totals_so_far_though_two_stand_on_a_day() {
    let text = "report date,deaths (total),source\n2023-02-06,284,A\n2023-02-06,1541,A\n2023-02-07,5434,A\n\
                2023-02-08,9057,A\n2023-02-10,17674,A\n2023-02-11,21043,A\n2023-02-14,35418,A\n";
    let proposal = is(
        "sitrep.csv",
        text,
        &[
            "incident by day",
            "date report date YearMonthDay",
            "source in source",
            "dead total = deaths (total) (so far)",
        ],
    );
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == "Are the numbers totals so far?"));
}

#[test]
fn spans_from_one_day_on_hold_totals_so_far() {
    is(
        "table.csv",
        "Period,Killed\n24 February 2022 - 10 March 2022,564\n24 February 2022 - 20 March 2022,902\n\
         24 February 2022 - 31 March 2022,1276\n24 February 2022 - 30 April 2022,3153\n",
        &["group by rows", "date Period DayMonthYear", "killed total = Killed (so far)"],
    );
}

#[test]
fn levels_that_hold_each_other_and_rates_beside_numbers_are_left_out() {
    is(
        "table.csv",
        "Level,Name,Killed\nADM0,Land,36\nADM1,North,20\nADM1,South,16\nADM2,A,12\nADM2,B,8\nADM2,C,9\nADM2,D,7\n",
        &["group by all", "killed total = Killed", "without ADM0, ADM1 in Level"],
    );
    is(
        "deaths.csv",
        "location,year,metric,deaths\nA,2000,Number,120\nA,2000,Rate,3\nA,2001,Number,90\nA,2001,Rate,2\nA,2002,Number,99\n\
         A,2002,Rate,2\n",
        &["period by rows", "date year Year", "dead total = deaths", "without Rate in metric"],
    );
}

#[test]
fn of_several_totals_so_far_of_one_day_the_last_one_stands() {
    let beside = "Sitrep,Date,Time,Deaths,Injured
1,2025-02-06,18:00,912,5383
2,2025-02-06,08:00,850,5000
3,2025-02-07,08:00,1762,12068
4,2025-02-07,18:00,2316,13293
5,2025-02-08,08:00,2379,14483
6,2025-02-08,18:00,3419,20534
7,2025-02-09,08:00,3549,22168
";
    let within = "Date,Deaths,Injured
2025-02-06 18:00,912,5383
2025-02-06 08:00,850,5000
2025-02-07 08:00,1762,12068
2025-02-07 18:00,2316,13293
2025-02-08 08:00,2379,14483
2025-02-08 18:00,3419,20534
2025-02-09 08:00,3549,22168
";
    for (text, time) in [(beside, "Time"), (within, "Date")] {
        let proposal = general("sitreps.csv", text);
        assert_eq!(proposal.recipe.date.as_ref().unwrap().time.as_deref(), Some(time));
        // 912, 2,316, 3,419 and 3,549 stand.
        assert_eq!(tolls(&proposal, text), ["dead: 10196", "injured: 61378"]);
    }
    let recipe = general("sitreps.csv", beside).recipe;
    assert_eq!(recipe.use_of("Time"), Use::Time);
    let without = recipe.with_use("Time", Use::Nothing);
    assert_eq!(without.date.as_ref().unwrap().time, None);
    assert_eq!(without.with_use("Time", Use::Time), recipe);
}

#[test]
fn times_of_incidents_are_no_reports_of_their_day() {
    let text = "Date,Time,Place,Killed
2025-02-06,08:00,A,3
2025-02-06,18:00,B,1
2025-02-09,08:00,C,7
2025-02-11,18:00,D,2
2025-02-11,08:00,E,4
2025-02-20,18:00,F,1
";
    let proposal = general("incidents.csv", text);
    assert_eq!(proposal.recipe.date.as_ref().unwrap().time, None);
    assert_eq!(tolls(&proposal, text), ["killed: 18"]);
}

#[test]
fn rows_of_a_wide_table_may_say_what_is_counted() {
    let years = "Indicator,2018,2019,2020,2021\nKilled,10,12,8,30\nInjured,40,51,33,90\nMissing,2,1,0,5\n";
    let days = ",2025-01-01,2025-01-02,2025-01-03\nNumber killed,10,12,8\nNumber injured,40,51,33\nAttacks,2,1,4\n";
    for (text, expected) in
        [(years, ["killed: 60", "injured: 214", "missing: 8"]), (days, ["killed: 30", "injured: 124", "Attacks: 7"])]
    {
        let proposal = general("attacks.csv", text);
        assert!(proposal.recipe.events.columns.is_empty(), "{text}");
        assert_eq!(tolls(&proposal, text), expected);
    }
}

#[test]
fn fatal_serious_and_slight_are_measures_of_their_own() {
    let text = "year,severity,number\n2018,Fatal,12\n2018,Serious,120\n2018,Slight,900\n2019,Fatal,15\n2019,Serious,100
2019,Slight,870\n2020,Fatal,9\n2020,Serious,80\n2020,Slight,700\n";
    let proposal = general("roads.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 36", "Severely injured: 300", "Slightly injured: 2470"]);
    let text = "date,status,hostages\n2023-10-07,taken,240\n2023-11-24,released,24\n2023-11-25,released,17\n";
    let proposal = general("hostages.csv", text);
    assert_eq!(tolls(&proposal, text), ["Abducted: 240", "Released: 41"]);
}

#[test]
fn the_casualties_of_a_fatal_crash_are_not_all_dead() {
    let text =
        "date,accident_severity,number_of_casualties\n2021-01-03,Fatal,4\n2021-01-05,Slight,1\n2021-02-01,Serious,2
2021-02-11,Slight,1\n2021-03-07,Fatal,2\n";
    let proposal = general("crashes.csv", text);
    assert_eq!(proposal.recipe.measure, None);
    assert_eq!(tolls(&proposal, text), ["Casualties: 10"]);
}

#[test]
fn a_region_beside_a_few_countries_is_asked_about() {
    let text = "Country,Year,Deaths\nEurope,2019,500\nFrance,2019,120\nSpain,2019,110\nEurope,2020,410\nFrance,2020,125
Spain,2020,112\nEurope,2021,530\nFrance,2021,100\nSpain,2021,122\n";
    let proposal = general("deaths.csv", text);
    let question = "Does Europe hold others in \"Country\"?";
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == question).expect("a doubt");
    assert_eq!(doubt.answers[1].recipe.keep[0].except, ["Europe"]);
}

#[test]
fn who_reported_is_a_source_and_one_source_too() {
    let text = "date,killed,reported by\n2025-03-01,10,Police\n2025-03-01,12,Hospital\n2025-03-02,3,Police\n\
                2025-03-02,4,Hospital\n2025-03-04,6,Police\n2025-03-04,6,Hospital\n";
    let proposal = general("toll.csv", text);
    assert_eq!(proposal.recipe.source.column.as_deref(), Some("reported by"));
    let text = "date,district,killed,source\n2025-01-03,North,12,Police\n2025-06-30,South,9,Police\n";
    assert_eq!(general("toll.csv", text).recipe.source.column.as_deref(), Some("source"));
}

#[test]
fn a_ministry_of_health_is_a_source_with_its_own_numbers_inside() {
    let rows: Vec<String> =
        (1..9).map(|at| format!("2025-03-{at:02},{},{},{},{}", at * 3, at * 7, at * 4, at * 2 - at % 2)).collect();
    let head = "Date,Health ministry: deaths (cumulative),Health ministry: injured (cumulative),\
                Monitor: deaths (cumulative),Monitor: of which children";
    let text = format!("{head}\n{}\n", rows.join("\n"));
    let counts: Vec<String> = general("toll.csv", &text)
        .recipe
        .counts
        .iter()
        .map(|rule| format!("{} {:?} {:?} {:?}", rule.measure, rule.role, rule.category, rule.source))
        .collect();
    assert_eq!(
        counts,
        [
            "injured Total None None",
            r#"dead OfWhich Some("children") Some("Monitor")"#,
            r#"dead Total None Some("Health ministry")"#,
            r#"dead Total None Some("Monitor")"#,
        ]
    );
}

#[test]
fn a_group_of_json_and_its_numbers_are_of_one_measure() {
    let text =
        "date,fatalities.killed,fatalities.children,wounded\n2025-03-01,3,1,29\n2025-03-02,2,1,9\n2025-03-03,3,0,15\n";
    is(
        "export.json",
        text,
        &[
            "period by rows",
            "date date YearMonthDay",
            "killed total = fatalities.killed",
            "killed of_which children = fatalities.children",
            "injured total = wounded",
        ],
    );
}

#[test]
fn regions_without_a_code_and_totals_of_parts_are_left_out() {
    let text = "Entity,Code,Year,Deaths\nAustria,AUT,2015,189\nChad,TCD,2015,198\nAfrica,,2015,198\nEurope,,2015,189\n\
                Austria,AUT,2016,75\nChad,TCD,2016,87\nAfrica,,2016,87\nEurope,,2016,75\n";
    let proposal = general("deaths.csv", text);
    assert_eq!(proposal.recipe.keep[0].except, ["Africa", "Europe"]);
    let text = "Region,City,Killed\nNorth,A,4\nNorth,B,11\nNorth total,,15\nSouth,C,10\nSouth total,,10\nAll,,25\n";
    assert_eq!(tolls(&general("toll.csv", text), text), ["killed: 25"]);
}

#[test]
fn sheets_that_are_called_after_years_are_years() {
    let text = "sheet,Month,Deaths\n2022,January,4\n2022,February,5\n2023,January,6\n2023,February,7\n";
    let proposal = general("toll.xlsx", text);
    let date = proposal.recipe.date.as_ref().unwrap();
    assert_eq!((date.year.as_deref(), date.month.as_deref()), (Some("sheet"), Some("Month")));
}

#[test]
fn those_of_which_nobody_could_be_injured_are_among_the_killed() {
    let text = "Date,Killed,Injured,of which children\n2020-01-01,5,9,2\n2020-01-02,4,1,3\n2020-01-03,7,0,1\n2020-01-04,2,8,0\n";
    let proposal = is(
        "toll.csv",
        text,
        &[
            "period by rows",
            "date Date YearMonthDay",
            "killed total = Killed",
            "killed of_which children = of which children",
            "injured total = Injured",
        ],
    );
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Of whom are those in of which children a part?");
    let answers: Vec<&str> = doubt.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(answers, ["Of killed", "Of injured only"]);
    assert_eq!(doubt.answers[1].recipe.counts[1].measure, "injured");
}

#[test]
fn new_ones_and_totals_so_far_in_one_column_are_not_added() {
    let mut text = "areaName,date,metric,value\n".to_owned();
    let mut so_far = 0;
    for at in 0..20 {
        let new = at * 7 % 11;
        so_far += new;
        for (metric, value) in [("newDailyDeaths", new), ("cumDailyDeaths", so_far)] {
            writeln!(text, "UK,2021-01-{:02},{metric},{value}", at + 1).unwrap();
        }
    }
    let proposal = general("long.csv", &text);
    assert_eq!(proposal.recipe.keep[0].only, ["newDailyDeaths"]);
    assert_eq!(proposal.recipe.basis, BasisRule::Incremental);
    assert_eq!(proposal.doubts[0].question, "Which rows are counted? Those of \"metric\" count different things.");
}

#[test]
fn updates_of_each_event_that_never_fall_are_totals_so_far() {
    let mut text = "Event,Date,Dead,Missing\n".to_owned();
    for at in 0..24 {
        let (event, update) = (at / 6, at % 6);
        writeln!(text, "Flood {event},2021-0{}-{:02},{},{}", event + 1, update * update + 1, update * 4, 30 - update)
            .unwrap();
    }
    is(
        "updates.csv",
        &text,
        &[
            "period by rows",
            "events Event",
            "date Date YearMonthDay",
            "dead total = Dead (so far)",
            "missing total = Missing (so far)",
        ],
    );
}

#[test]
fn what_falls_again_and_again_is_no_total_so_far() {
    let mut text = "country,year,cumulative_deaths_best\n".to_owned();
    for at in 0..30 {
        writeln!(text, "A,{},{}", 1990 + at, at * 37 % 90).unwrap();
    }
    let proposal = general("country.csv", &text);
    assert_eq!(proposal.recipe.basis, BasisRule::Incremental);
    let is_said = |reason: &String| reason.ends_with("steps: no total so far");
    assert!(proposal.reasons.iter().any(is_said), "{:?}", proposal.reasons);
}

#[test]
fn two_years_as_columns_do_not_show_totals_so_far() {
    let mut text = "State,Persons Killed 2021,Persons Killed 2022\n".to_owned();
    for at in 0..12 {
        writeln!(text, "State {at},{},{}", at * 9 + 5, at * 9 + 8).unwrap();
    }
    let proposal = general("roads.csv", &text);
    assert_eq!(proposal.recipe.basis, BasisRule::Incremental);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == "Are the numbers totals so far?").unwrap();
    assert_eq!(doubt.answers[1].recipe.basis, BasisRule::Cumulative);
}

#[test]
fn months_as_columns_of_a_years_row_are_no_people_and_add_up() {
    let mut text = "Año;Clave;Tipo;Sexo;Enero;Febrero;Marzo;Abril;Mayo;Junio;Julio\n".to_owned();
    for at in 0..24 {
        let months: Vec<String> = (0..7).map(|month| ((at * 7 + month * 5) % 13).to_string()).collect();
        writeln!(text, "2023;{at};Tipo {};{};{}", at % 4, ["Hombre", "Mujer"][at % 2], months.join(";")).unwrap();
    }
    let proposal = general("2023.csv", &text);
    assert_eq!(proposal.recipe.wide.as_ref().unwrap().year.as_deref(), Some("Año"));
    // Each number is one of 0 to 12, in 24 rows of 7 months.
    assert_eq!(tolls(&proposal, &text), ["Count: 1003"]);
    let question = "What does \"the numbers\" count? Nothing here says it.";
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == question));
}

#[test]
fn totals_so_far_of_places_are_found_whatever_the_places_are_called() {
    let mut text = "Date,Camp,Deaths\n".to_owned();
    for at in 0..36 {
        let deaths = [10, 200, 30][at % 3] + at / 3 * (at % 3 + 1);
        writeln!(text, "2023-01-{:02},Camp {},{deaths}", at / 3 + 1, at % 3).unwrap();
    }
    let proposal = is(
        "camps.csv",
        &text,
        &["period by rows", "events Camp", "date Date YearMonthDay", "dead total = Deaths (so far)"],
    );
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == "Are the numbers totals so far?"));
}

#[test]
fn incidents_of_places_are_no_totals_so_far() {
    let mut text = "Date,Camp,Deaths\n".to_owned();
    for at in 0..60 {
        writeln!(text, "2023-{:02}-{:02},Camp {},{}", at / 28 + 1, at % 28 + 1, at * 7 % 4, at * 11 % 6).unwrap();
    }
    assert_eq!(general("camps.csv", &text).recipe.basis, BasisRule::Incremental);
}

#[test]
fn sources_of_one_incident_are_not_added_up_whatever_it_is_called() {
    // 471 + 126 of the ministry, 200 + 110 of the group: not 907 together.
    let text = "Strike,Date,Source,Killed\n\
        On A,2023-10-17,Ministry,471\nOn A,2023-10-17,Group,200\nOn A,2023-10-17,Intelligence,100\n\
        On B,2023-10-31,Ministry,126\nOn B,2023-10-31,Group,110\n";
    is("table.csv", text, &["group by rows", "date Date YearMonthDay", "source in Source", "killed total = Killed"]);
    // Each row is of an incident of its own: all are added up.
    let text = text.replace(",Group,200", ",Ministry,200").replace("On A,2023-10-17,Int", "On C,2023-10-18,Int");
    assert_eq!(tolls(&general("table.csv", &text), &text), ["killed: 1007"]);
    // Two of one day that two outlets tell are two incidents.
    let text = "Date,Source,Killed\n2023-01-01,Daily,3\n2023-01-02,Herald,4\n2023-01-02,Post,1\n2023-01-05,Times,6\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 14"]);
}

#[test]
fn what_sources_report_again_of_an_event_is_a_total_so_far() {
    let text = "Event,Source,Date,Deaths\nFlood,Ministry,2023-05-01,10\nFlood,Red Cross,2023-05-01,14\n\
        Flood,Ministry,2023-05-04,25\nFlood,Red Cross,2023-05-04,31\n";
    let proposal = is(
        "table.csv",
        text,
        &[
            "group by rows",
            "events Event",
            "date Date YearMonthDay",
            "source in Source",
            "dead total = Deaths (so far)",
        ],
    );
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == "Are the numbers totals so far?"));
    // Where a number falls, each is of its own date.
    let text = text.replace("04,25", "04,5");
    let proposal = general("table.csv", &text);
    assert_eq!(proposal.recipe.basis, BasisRule::Incremental);
    assert_eq!(proposal.recipe.source.column.as_deref(), Some("Source"));
}

#[test]
fn what_is_cumulative_over_kinds_of_violence_is_no_total_so_far() {
    // Best: 800 + 390 + 700 + 480 = 2370; low: 760 + 375 + 675 + 445 = 2255.
    let text = "country,year,sb_deaths_best,sb_deaths_low,ns_deaths_best,ns_deaths_low,\
        cumulative_total_deaths_best,cumulative_total_deaths_low\n\
        Mali,2020,700,670,100,90,800,760\nNiger,2020,390,375,0,0,390,375\n\
        Mali,2021,620,600,80,75,700,675\nNiger,2021,460,430,20,15,480,445\n";
    let proposal = general("table.csv", text);
    assert_eq!(proposal.recipe.basis, BasisRule::Incremental);
    assert_eq!(tolls(&proposal, text), ["dead: 2370"]);
    let roles: Vec<(Option<&str>, Role)> =
        proposal.recipe.counts.iter().map(|rule| (rule.category.as_deref(), rule.role)).collect();
    assert_eq!(roles, [(None, Role::Best), (None, Role::AtLeast), (Some("sb"), Role::Part), (Some("ns"), Role::Part)]);
    // Where it does not fall, the sum of a row may be a total so far.
    let text = "date,fire,flood,cumulative deaths\n2020-01-01,10,2,12\n2020-01-02,20,3,23\n2020-01-03,22,5,27\n";
    assert_eq!(general("table.csv", text).recipe.basis, BasisRule::Cumulative);
}

#[test]
fn of_two_ways_to_tell_people_apart_the_total_is_left_out_once() {
    // 1300 + 300 = 1600, of whom 400 by firearms and 1200 by other means; 1500 + 100 the year after.
    let text = "Country,By,Category,Sex,Year,Victims killed\nKenya,Total,Total,Total,2019,1600\n\
        Kenya,Total,Total,Male,2019,1300\nKenya,Total,Total,Female,2019,300\nKenya,means,Firearms,Total,2019,400\n\
        Kenya,means,Other,Total,2019,1200\nKenya,Total,Total,Total,2020,1600\nKenya,Total,Total,Male,2020,1500\n\
        Kenya,Total,Total,Female,2020,100\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 3200"]);
}
