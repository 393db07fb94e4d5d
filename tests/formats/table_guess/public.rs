//! Forms in which public tables come, each in a few made-up rows.

use super::{general, is, sample, summary, tolls};
use std::fmt::Write;
use tollview::formats::table::gather::of_sample;
use tollview::model::Stated;

#[test]
fn points_before_three_digits_part_thousands_where_semicolons_part_cells() {
    let text = "Región;Comuna;Fallecidos;Heridos;Desaparecidos;Damnificados;Viviendas destruidas\n\
                Norte;Puerto;1.085;2.340;25;120.000;1.200\n\
                Centro;Valle;312;1.010;-;45.500;s/i\n\
                Centro;Costa;9;150;0;9.800;310\n";
    let summary = summary(&general("terremoto.csv", text).recipe);
    for line in [
        "dead total = Fallecidos",
        "injured total = Heridos",
        "missing total = Desaparecidos",
        "affected total = Damnificados",
        "decimal comma",
    ] {
        assert!(summary.lines().any(|found| found == line), "{line} in {summary}");
    }
}

#[test]
fn money_is_nobody() {
    let rows: Vec<String> = (0..30)
        .map(|at| {
            format!(
                "2010-{:02}-{:02},{},{},{},{}",
                1 + at * 5 % 12,
                1 + at * 11 % 28,
                at % 6,
                at % 4,
                at * 1_000,
                at * 700
            )
        })
        .collect();
    let text = format!("Date,Deaths,Injured,Losses $USD,Cost of casualties\n{}\n", rows.join("\n"));
    is(
        "disasters.csv",
        &text,
        &["incident by day", "date Date YearMonthDay", "dead total = Deaths", "injured total = Injured"],
    );
}

#[test]
fn fatal_injuries_are_deaths_and_minor_ones_no_children() {
    let rows: Vec<String> = (0..30)
        .map(|at| format!("2010-{:02}-{:02},{},{},{}", 1 + at * 5 % 12, 1 + at * 11 % 28, at % 6, at % 4, at % 7))
        .collect();
    let header = "Event.Date,Total.Fatal.Injuries,Total.Serious.Injuries,Total.Minor.Injuries";
    is(
        "flights.csv",
        &format!("{header}\n{}\n", rows.join("\n")),
        &[
            "incident by day",
            "date Event.Date YearMonthDay",
            "dead total = Total.Fatal.Injuries",
            "injured part serious = Total.Serious.Injuries",
            "injured part minor = Total.Minor.Injuries",
        ],
    );
}

#[test]
fn suspects_stand_beside_the_victims() {
    let rows: Vec<String> = (0..40)
        .map(|at| {
            format!(
                "2024-{:02}-{:02},{},{},{},{},{}",
                1 + at * 5 % 12,
                1 + at * 11 % 28,
                at % 4,
                4 + at % 5,
                at % 3 / 2,
                at % 5 / 4,
                at % 2
            )
        })
        .collect();
    let header = "Incident Date,Victims Killed,Victims Injured,Suspects Killed,Suspects Injured,Suspects Arrested";
    let proposal = is(
        "shootings.csv",
        &format!("{header}\n{}\n", rows.join("\n")),
        &[
            "period by rows",
            "date Incident Date YearMonthDay",
            "killed total = Victims Killed",
            "injured total = Victims Injured",
            "killed_suspects total = Suspects Killed",
            "injured_suspects total = Suspects Injured",
            "detained_suspects total = Suspects Arrested",
        ],
    );
    assert_eq!(proposal.recipe.labels["killed_suspects"], "Killed, suspects");
}

#[test]
fn m_beside_h_is_female_and_def_beside_cases_is_dead() {
    let mut text = "provincia_iso,sexo,fecha,num_casos,num_hosp,num_def\n".to_owned();
    for at in 0..40 {
        let sex = if at % 2 == 0 { "H" } else { "M" };
        writeln!(text, "A,{sex},2020-03-{:02},{},{},{}", 1 + at / 2, at * 7 % 30, at * 3 % 11, at * 5 % 6).unwrap();
    }
    let proposal = general("casos_def_sexo.csv", &text);
    let dead = proposal.recipe.counts.iter().find(|rule| rule.measure == "dead").unwrap();
    assert_eq!(dead.column.as_deref(), Some("num_def"));
    let sexes = &proposal.recipe.split.iter().find(|split| split.column == "sexo").unwrap().values;
    assert_eq!((&*sexes["H"], &*sexes["M"]), ("males", "females"));
}

#[test]
fn low_and_high_in_brackets_behind_a_number_are_read() {
    let text = "Country,Heat-related deaths (95% CI)\nA,18 010 (13 793–22 225)\nB,11 324 [7908–14 880]\nC,8173 (5374–11 018)\n";
    let proposal = general("heat.csv", text);
    let dataset = of_sample(&sample(text), &proposal.recipe, "heat").unwrap().dataset;
    let reports = dataset.events.values().flat_map(|event| &event.reports);
    let found: Vec<String> =
        reports.flat_map(|report| report.counts.values()).map(|count| format!("{:?}", count.stated)).collect();
    let expected = [(13_793, 18_010, 22_225), (7_908, 11_324, 14_880), (5_374, 8_173, 11_018)];
    let range = |(low, best, high)| Stated::Range { low: Some(low), best: Some(best), high: Some(high) };
    assert_eq!(found, expected.map(|ends| format!("{:?}", range(ends))));
    let reason = "low and high stand in brackets behind the numbers of \"Heat-related deaths (95% CI)\"";
    assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
}

#[test]
fn remarks_in_brackets_behind_a_number_are_said_to_be_left_out() {
    let text = "date,killed\n2024-01-02,12 (3 children)\n2024-01-05,4\n2024-01-09,7 (30.4)\n";
    let proposal = general("days.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 23"]);
    let reason = "what stands in brackets behind the numbers of \"killed\" is left out: remarks";
    assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
}

/// Numbers of cases, and of the persons in them by sex with their sum.
fn cases_and_persons() -> String {
    let rows: Vec<String> = (1..12)
        .map(|at| {
            let (male, female, other) = (at * 37 % 90 + 10, at * 11 % 50 + 5, at % 3);
            let all = male + female + other;
            format!("State {at},{},{male},{female},{other},{all}", all + at % 2 * 4 - 2)
        })
        .collect();
    format!("State/UT,Cases,Male,Female,Transgender,Total (Persons)\n{}\n", rows.join("\n"))
}

#[test]
fn a_total_with_parts_beside_cases_is_what_the_title_says() {
    is(
        "persons-died.csv",
        &cases_and_persons(),
        &[
            "group by all",
            "events State/UT",
            "cases total = Cases",
            "dead total = Total (Persons)",
            "dead part males = Male",
            "dead part females = Female",
            "dead part transgender = Transgender",
        ],
    );
}

#[test]
fn a_total_with_parts_beside_cases_is_none_of_them() {
    is(
        "table.csv",
        &cases_and_persons(),
        &[
            "group by all",
            "events State/UT",
            "cases total = Cases",
            "count total = Total (Persons)",
            "count part males = Male",
            "count part females = Female",
            "count part transgender = Transgender",
        ],
    );
}

#[test]
fn the_sum_of_all_others_is_the_total() {
    let mut text = "Country,Year,Deaths1".to_owned();
    for band in 2..=14 {
        write!(text, ",Deaths{band}").unwrap();
    }
    text += ",IM_Deaths1,IM_Deaths2\n";
    for row in 1..=12 {
        let parts: Vec<usize> = (2..=14).map(|band| row * band * 7 % 23).collect();
        write!(text, "14{row:02},2015,{}", parts.iter().sum::<usize>()).unwrap();
        for part in &parts {
            write!(text, ",{part}").unwrap();
        }
        writeln!(text, ",{},{}", row % 2, row % 3 / 2).unwrap();
    }
    let found = summary(&general("who.csv", &text).recipe);
    assert!(found.contains("dead total = Deaths1\n"), "{found}");
    assert_eq!(found.matches("dead part ").count(), 13, "{found}");

    let rows: Vec<String> = (0..12)
        .map(|at| {
            let (a, b, c) = (at * 37 % 90, at * 11 % 50, at * 5 % 13);
            format!("{},{a},{b},{c},{}", 2011 + at, a + b + c)
        })
        .collect();
    for whole in ["المجموع", "Everyone of them"] {
        let text = format!("العام,قوات,تنظيم,جهات,{whole}\n{}\n", rows.join("\n"));
        let found = summary(&general("deaths.csv", &text).recipe);
        assert!(found.contains(&format!("dead total = {whole}")), "{found}");
        assert_eq!(found.matches("dead part ").count(), 3, "{found}");
    }
}

#[test]
fn children_beside_the_parts_of_all_casualties_are_of_them() {
    let rows: Vec<String> = (1..12)
        .map(|at| {
            let (killed, injured) = (at * 37 % 90 + 10, at * 53 % 200 + 150);
            let military = (killed + injured) / 4;
            let (total, civilian) = (killed + injured, killed + injured - military);
            format!("Country {at},{killed},{injured},{total},{civilian},{military},{}", 100 + at * 7 % 40)
        })
        .collect();
    is(
        "mines.csv",
        &format!("Country,Killed,Injured,Total,Civilian,Military,Children\n{}\n", rows.join("\n")),
        &[
            "group by all",
            "events Country",
            "killed total = Killed",
            "injured total = Injured",
            "killed_or_injured total = Total",
            "killed_or_injured part civilians = Civilian",
            "killed_or_injured part military = Military",
            "killed_or_injured of_which children = Children",
            "killed_or_injured holds killed, injured",
        ],
    );
}

#[test]
fn a_states_row_beside_those_of_its_cities_is_kept_alone() {
    let table = |with_level: bool| {
        let mut text = "date,state,city,confirmed,deaths".to_owned() + if with_level { ",place_type\n" } else { "\n" };
        for day in 1..=20 {
            for (at, state) in ["AA", "BB"].into_iter().enumerate() {
                let cities = [day * 3 + at, day * 2, day + 5];
                let mut row = |city: &str, cases: usize, deaths: usize, level: &str| {
                    let level = if with_level { format!(",{level}") } else { String::new() };
                    writeln!(text, "2020-05-{day:02},{state},{city},{cases},{deaths}{level}").unwrap();
                };
                row("", cities.iter().sum(), cities.iter().map(|cases| cases / 3).sum(), "state");
                for (city, cases) in cities.into_iter().enumerate() {
                    row(&format!("{state} {city}"), cases, cases / 3, "city");
                }
            }
        }
        text
    };
    for (with_level, filter) in [(true, ("place_type", vec!["city"])), (false, ("city", Vec::new()))] {
        let proposal = general("caso.csv", &table(with_level));
        let keep = &proposal.recipe.keep;
        assert_eq!(keep.len(), 1);
        assert_eq!(
            (&*keep[0].column, &keep[0].except),
            (filter.0, &filter.1.iter().map(|value| (*value).to_owned()).collect())
        );
        assert_eq!(keep[0].only, if with_level { Vec::new() } else { vec![String::new()] });
    }
}

#[test]
fn words_may_stand_together_in_a_name() {
    let mut text = "date,canton,ncumul_conf,new_hosp,ncumul_deceased\n".to_owned();
    for at in 0..20 {
        writeln!(text, "2020-03-{:02},ZH,{},{},{}", 1 + at, 20 + at * 9, at % 4, at * 2).unwrap();
        writeln!(text, "2020-03-{:02},GE,{},{},{}", 1 + at, 10 + at * 7, at % 3, at).unwrap();
    }
    is(
        "fallzahlen.csv",
        &text,
        &[
            "period by rows",
            "events canton",
            "date date YearMonthDay",
            "cases total = ncumul_conf (so far)",
            "dead total = ncumul_deceased (so far)",
        ],
    );
}

#[test]
fn how_deaths_are_dated_does_not_make_them_dates() {
    let mut text = "areaName,date,newDeaths28DaysByDeathDate,cumDeaths28DaysByDeathDate\n".to_owned();
    for at in 0..30 {
        writeln!(text, "England,2020-04-{:02},{},{}", 30 - at, 40 - at, 2_000 - at * 31).unwrap();
    }
    let summary = summary(&general("data.csv", &text).recipe);
    assert!(summary.contains("dead total = cumDeaths28DaysByDeathDate (so far)"), "{summary}");
    assert!(summary.contains("dead total = newDeaths28DaysByDeathDate"), "{summary}");
}

#[test]
fn both_sides_deaths_are_parts_and_minus_nine_is_not_known() {
    let mut text = "WarName,StartYear1,SideADeaths,SideBDeaths\n".to_owned();
    for at in 0..20 {
        let side = if at % 4 == 0 { "-9".to_owned() } else { (at * 100).to_string() };
        writeln!(text, "War {at},{},{side},{}", 1820 + at * 4, at * 70 + 10).unwrap();
    }
    is(
        "wars.csv",
        &text,
        &[
            "group by rows",
            "events WarName",
            "date StartYear1 Year",
            "dead part side_a = SideADeaths",
            "dead part side_b = SideBDeaths",
            "unknown -9",
        ],
    );
}

#[test]
fn of_numbers_of_which_nothing_speaks_it_is_asked_which_counts() {
    let mut text = "FECHA_CORTE;COD_PAIS;PER_OCU;PER_DECLA;EVENTOS\n".to_owned();
    for at in 0..12 {
        writeln!(text, "31/05/2024;57;{};{};{}", at * 91 + 10, at * 91 + 12, at * 90 + 11).unwrap();
    }
    let proposal = general("personas.csv", &text);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Which column counts the people?");
    let answers: Vec<&str> = doubt.answers.iter().map(|answer| &*answer.text).collect();
    assert_eq!(answers, ["EVENTOS", "PER_OCU", "PER_DECLA"]);
    assert_eq!(doubt.answers[1].recipe.counts[0].column.as_deref(), Some("PER_OCU"));
}

#[test]
fn of_numbers_without_a_word_the_total_is_read_and_the_rest_are_its_parts() {
    let mut text = "Year,Week,D0_14,D15_64,DTotal,RTotal\n".to_owned();
    for at in 0..52 {
        let (young, old) = (at % 9, 100 + at * 7 % 50);
        writeln!(text, "2020,{},{young},{old},{},{}.25", at + 1, young + old, at % 4).unwrap();
    }
    let proposal = general("stmf.csv", &text);
    let summary = summary(&proposal.recipe);
    assert!(
        summary.contains("count total = DTotal\ncount part d0_14 = D0_14\ncount part d15_64 = D15_64"),
        "{summary}"
    );
    assert_eq!(proposal.doubts[0].question, "Which column counts the people?");
    assert_eq!(proposal.doubts[1].question, "What does \"DTotal\" count? Nothing here says it.");
}

#[test]
fn short_words_are_deaths_beside_those_in_hospital() {
    let mut text = "jour;hosp;rea;rad;dc\n".to_owned();
    for at in 0..20 {
        writeln!(text, "2020-04-{:02};{};{};{};{}", 1 + at, at * 13 % 50, at * 3 % 9, at * 5, at * 2).unwrap();
    }
    let summary = summary(&general("hospital.csv", &text).recipe);
    assert!(summary.contains("dead total = dc (so far)"), "{summary}");
}

#[test]
fn a_list_inside_each_record_does_not_say_what_its_numbers_count() {
    let mut text = "date,numberDead,numberWounded,victims\n".to_owned();
    for at in 0..40 {
        let word = ["Dead", "Wounded", "Dead; Wounded"][at % 3];
        writeln!(text, "2023-{:02}-{:02},{},{},{word}", 1 + at / 20, 1 + at % 20, at % 4, at % 3).unwrap();
    }
    let summary = summary(&general("shots.csv", &text).recipe);
    assert!(summary.contains("dead total = numberDead\ninjured total = numberWounded"), "{summary}");
    assert!(!summary.contains("measure in"), "{summary}");
}

#[test]
fn keys_of_records_name_events_or_years() {
    let text = "key,date,killed.total,killed.children\ngaza,2025-01-01,10,4\nwest_bank,2025-01-01,3,1\n";
    let summary_of = |text: &str| summary(&general("keyed.json", text).recipe);
    assert!(summary_of(text).contains("events key"), "{}", summary_of(text));
    let text = "key,killed\n2020,3\n2021,5\n2022,2\n2023,4\n";
    assert!(summary_of(text).contains("date key Year"), "{}", summary_of(text));
    // Numbers of records are neither.
    let text = "key,killed\n10020,3\n10021,5\n10022,2\n10023,4\n";
    assert!(!summary_of(text).contains("key"), "{}", summary_of(text));
}

#[test]
fn flags_beside_a_number_count_nobody() {
    let rows: Vec<String> = (0..40)
        .map(|at| {
            let is_new = if at % 4 == 0 { [0, 1, -1][at / 4 % 3] } else { -9 };
            let month = 1 + at * 5 % 12;
            format!("2020-{month:02}-{:02},{},{is_new},{}", 1 + at * at % 28, at % 4 * 2, usize::from(at % 4 > 0))
        })
        .collect();
    let proposal = is(
        "cases.csv",
        &format!("Meldedatum,Todesfall,NeuerTodesfall,anyDeath\n{}\n", rows.join("\n")),
        &["incident by day", "date Meldedatum YearMonthDay", "dead total = Todesfall"],
    );
    let reason = "left out: NeuerTodesfall and anyDeath; a few codes beside numbers count nobody";
    assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
}

/// Deaths by cause, with a code that holds all causes, which are these three and `others` more.
fn causes(whole: &str, others: u32) -> String {
    let mut text = "Country,Year,Cause,Sex,Deaths1\n".to_owned();
    for (year, sex) in [(2015, 1), (2015, 2), (2016, 1), (2016, 2)] {
        let parts = [("A00", 12 + year % 7), ("X95", 83 + sex * 5), ("Y09", 40 + sex)];
        let sum: u32 = parts.iter().map(|(_, deaths)| deaths).sum::<u32>() + others;
        for (cause, deaths) in [(whole, sum)].into_iter().chain(parts) {
            writeln!(text, "1400,{year},{cause},{sex},{deaths}").unwrap();
        }
    }
    text
}

#[test]
fn a_cause_that_is_the_sum_of_the_others_is_left_out() {
    let proposal = general("mortality.csv", &causes("T1", 0));
    assert_eq!(proposal.recipe.keep[0].except, ["T1"]);
    let reason = "left out: rows with \"T1\" in \"Cause\"; it is the sum of the others 4 of 4 times";
    assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
    // One of several causes may be more than the others together.
    assert!(general("mortality.csv", &causes("T1", 900)).recipe.keep.is_empty());
}

#[test]
fn all_causes_beside_some_of_them_stand_alone_and_are_asked_about() {
    let proposal = general("mortality.csv", &causes("AAA", 900));
    assert_eq!(proposal.recipe.keep[0].only, ["AAA"]);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == "Does \"AAA\" hold the others in \"Cause\"?");
    let answers = &doubt.unwrap().answers;
    assert_eq!(answers[1].recipe.keep[0].except, ["AAA"]);
    assert!(answers[2].recipe.keep.is_empty());
}

#[test]
fn observed_deaths_of_the_country_stand_beside_its_areas_and_those_expected() {
    let mut text = "ambito,nombre_ambito,cod_sexo,fecha_defuncion,defunciones_observadas,\
                    defunciones_observadas_lim_inf,defunciones_observadas_lim_sup,defunciones_esperadas\n"
        .to_owned();
    for day in 1..=20 {
        for (sex, all) in [("all", 100 + day), ("1", 60 + day), ("6", 40)] {
            for (level, area, of) in [("nacional", "", 1), ("ccaa", "Norte", 3), ("ccaa", "Oeste", 4)] {
                let deaths = all / of;
                writeln!(
                    text,
                    "{level},{area},{sex},2022-07-{day:02},{deaths},{},{},{}",
                    deaths - 1,
                    deaths + 1,
                    deaths - day
                )
                .unwrap();
            }
        }
    }
    let proposal = general("momo.csv", &text);
    let found = summary(&proposal.recipe);
    for line in [
        "dead low = defunciones_observadas_lim_inf",
        "dead best = defunciones_observadas",
        "dead high = defunciones_observadas_lim_sup",
        "without all in cod_sexo",
    ] {
        assert!(found.lines().any(|found| found == line), "{line} in {found}");
    }
    assert!(!found.contains("esperadas"), "{found}");
    assert!(proposal.recipe.keep.iter().any(|filter| filter.only == ["nacional"]), "{found}");
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == "Does \"nacional\" hold the others in \"ambito\"?"));
}

#[test]
fn a_code_of_both_sexes_is_not_added_to_each() {
    let mut text = "year,ageband,sex,deaths\n".to_owned();
    for year in 2001..=2006 {
        for (at, band) in ["0-14", "15-64", "65+"].into_iter().enumerate() {
            let (men, women) = (year % 7 * 5 + at, year % 5 * 4 + at * 3);
            writeln!(text, "{year},{band},1,{men}\n{year},{band},2,{women}\n{year},{band},3,{}", men + women).unwrap();
        }
    }
    let keep = general("deaths.csv", &text).recipe.keep;
    assert_eq!((&*keep[0].column, &*keep[0].except), ("sex", &["3".to_owned()][..]));
}

/// Rows with a number that differs from row to row.
fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_last_row_that_is_the_sum_of_all_others_is_left_out_in_any_language() {
    let header = "Ay,Ölüm,Yaralı";
    let months = rows(6, |at| format!("Ay {},{},{}", at + 1, at * 3 + 4, at * 7 + 2));
    let (dead, injured): (usize, usize) = ((0..6).map(|at| at * 3 + 4).sum(), (0..6).map(|at| at * 7 + 2).sum());
    let proposal = general("rapor.csv", &format!("{header}\n{months}\nTümü,{dead},{injured}\n"));
    assert_eq!(proposal.recipe.keep[0].except, ["Tümü"]);
    let reason = "left out: the row \"Tümü\" in Ay; it is the sum of all others";
    assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
    // It may have no name, and stand above the others; nearly the sum is none.
    let proposal = general("rapor.csv", &format!("{header}\n,{dead},{injured}\n{months}\n"));
    assert_eq!(proposal.recipe.keep[0].except, [""]);
    let proposal = general("rapor.csv", &format!("{header}\n{months}\nTümü,{},{}\n", dead + 1, injured - 1));
    assert!(proposal.recipe.keep.is_empty());
}

#[test]
fn threats_sentences_and_cattle_are_nobodys_deaths() {
    let rows = rows(30, |at| format!("2023-01-{:02},{},{},{},{}", at + 1, at % 4, at % 3, at * 7 % 11, at * 5 % 6));
    let text = format!("Date,Killed in attacks,Death threats,Cattle killed,Attempted murders\n{rows}\n");
    is("events.csv", &text, &["period by rows", "date Date YearMonthDay", "killed total = Killed in attacks"]);
}

#[test]
fn a_status_that_is_no_death_does_not_become_one() {
    let status = ["Killed", "Sentenced to death", "Injured", "Alive", "Not dead"];
    let rows = rows(50, |at| format!("Person {at},2023-01-{:02},{}", at % 28 + 1, status[at % 5]));
    let summary = summary(&general("list.csv", &format!("Name,Date,Status\n{rows}\n")).recipe);
    assert!(summary.contains("measure in Status: \"Killed\" killed, \"Injured\" injured"), "{summary}");
    assert!(!summary.contains("death\""), "{summary}");
}

#[test]
fn groups_of_one_kind_keep_their_own_names() {
    let rows = rows(12, |at| format!("Place {at},{},{}", at % 4 + 1, at * 5 % 7));
    let proposal = general("killed.csv", &format!("Place,Police killed,Police officers killed\n{rows}\n"));
    let categories: Vec<&str> = proposal.recipe.counts.iter().filter_map(|rule| rule.category.as_deref()).collect();
    assert_eq!(categories, ["security_forces", "police_officers_killed"]);
    assert_eq!(proposal.recipe.labels["police_officers_killed"], "Police officers killed");
}

#[test]
fn all_causes_and_who_died_of_wounds_are_dead() {
    let rows = rows(12, |at| format!("2021-{:02}-01,{},{}", at + 1, 900 + at * 131 % 190, at * 17 % 29 + 3));
    let summary_of = |header: &str| summary(&general("weekly.csv", &format!("{header}\n{rows}\n")).recipe);
    assert!(summary_of("Month,All Cause,COVID-19").contains("dead total = All Cause"));
    let found = summary_of("Month,Total deaths,Died of wounds");
    assert!(found.contains("dead total = Total deaths\ndead of_which wounds = Died of wounds"), "{found}");
}

#[test]
fn the_total_of_everyone_holds_the_others_whatever_else_its_name_says() {
    let rows = rows(12, |at| format!("2021-01-{:02},{},{},{}", at + 1, 300 + at * 37 % 40, 280, 60 + at * 13 % 20));
    let header = "Week ended,Total deaths registered in week (2021P),Minimum in previous 5 years,COVID-19 deaths";
    is(
        "weekly.csv",
        &format!("{header}\n{rows}\n"),
        &[
            "period by rows",
            "date Week ended YearMonthDay",
            "dead total = Total deaths registered in week (2021P)",
            "dead of_which covid_19 = COVID-19 deaths",
        ],
    );
}

#[test]
fn small_numbers_beside_codes_below_zero_may_be_codes() {
    let rows = rows(40, |at| format!("Dispute {at},{}", [0, 1, 3, -9, 6, 2][at * 7 % 6]));
    let proposal = general("disputes.csv", &format!("name,fatality\n{rows}\n"));
    let question = "Do the numbers of \"fatality\" count people? None is above 6, and some are codes below zero.";
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == question).unwrap();
    assert_eq!(doubt.answers[1].recipe.counts[0].measure, "code");
}

#[test]
fn observations_of_statistical_offices_are_values() {
    let mut text = "MEASURE,SEX,REGION,TIME_PERIOD,OBS_VALUE\n".to_owned();
    for at in 0..24 {
        writeln!(text, "Deaths,{},Region {},{},{}", ["M", "F"][at % 2], at / 2 % 3, 2019 + at / 6, at * 37 % 90 + 5)
            .unwrap();
    }
    let summary = summary(&general("abs.csv", &text).recipe);
    assert!(summary.contains("dead total = OBS_VALUE"), "{summary}");
}

#[test]
fn deaths_in_attacks_and_attack_deaths_are_deaths_whoever_killed() {
    let rows = rows(28, |at| format!("2023-01-{:02},{},{},{},{}", at + 1, at * 5 % 7, at * 3 % 5, at * 7 % 9, at % 4));
    let header = "Date,Attack deaths,Injury crashes,Injured near checkpoint,Missing boats";
    is(
        "events.csv",
        &format!("{header}\n{rows}\n"),
        &[
            "period by rows",
            "date Date YearMonthDay",
            "dead total = Attack deaths",
            "injured total = Injured near checkpoint",
        ],
    );
    let summary =
        summary(&general("events.csv", &format!("Date,People killed by police,Police killed,a,b\n{rows}\n")).recipe);
    assert!(summary.contains("killed part by_police = People killed by police"), "{summary}");
    assert!(summary.contains("killed part security_forces = Police killed"), "{summary}");
}

#[test]
fn the_living_on_death_row_and_the_kin_of_the_dead_are_not_counted() {
    let rows = rows(22, |at| format!("{},{},{},{}", 2000 + at, at * 7 % 19, 300 + at * 5, at * 3 % 17));
    let text = format!("Year,Executions,Prisoners under sentence of death,Relatives of the dead\n{rows}\n");
    is("executions.csv", &text, &["period by rows", "date Year Year", "executed total = Executions"]);
}

#[test]
fn a_time_behind_deaths_is_when_and_no_rate() {
    let rows = rows(20, |at| format!("2021-01-{:02},{},{},{}", at + 1, at * 7 % 9, at * 5 % 7, at * 3 % 8));
    let text = format!("Date,Deaths per day,Injuries this week,Missing per 100k\n{rows}\n");
    let summary = summary(&general("days.csv", &text).recipe);
    assert!(summary.contains("dead total = Deaths per day\ninjured total = Injuries this week"), "{summary}");
    assert!(!summary.contains("Missing per 100k"), "{summary}");
}
