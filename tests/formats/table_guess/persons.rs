//! Lists of people: each row counts one, and no name is ever shown.

use super::{general, is, summary, tolls};

fn rows(header: &str, count: u32, row: impl Fn(u32) -> String) -> String {
    let rows: Vec<String> = (0..count).map(row).collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn a_status_tells_the_killed_from_the_injured_and_blanks_are_kept_apart() {
    let status = |at: u32| ["k", "i", "i", ""][usize::try_from(at % 4).unwrap()];
    let text = rows("name,age,status", 40, |at| format!("Someone {at},{},{}", at * 7 % 80, status(at)));
    let proposal = is(
        "people.csv",
        &text,
        &[
            "person by all",
            "killed total = each row",
            "measure in status: \"k\" killed, \"i\" injured, \"\" not_stated",
            "split by age 0 18 30 45 60",
        ],
    );
    assert_eq!(
        proposal.reasons,
        [
            "each row is a person: there are names and ages and no column of counts",
            "\"status\" says what happened: \"k\" is killed (10) and \"i\" is injured (20)",
            "\"status\" is blank in 10 rows: these people are kept apart",
        ]
    );
    assert!(!super::whole(&proposal).contains("Someone"));
}

#[test]
fn a_cause_of_death_says_that_they_are_dead_not_killed() {
    let text = rows("Name,Sex,Province,Date of death,Cause of Death", 60, |at| {
        let province = ["Aleppo", "Homs", "Idlib"][usize::try_from(at % 3).unwrap()];
        format!(
            "Someone {at},{},{province},2013-{:02}-{:02},Shelling",
            ["M", "F"][usize::try_from(at % 2).unwrap()],
            1 + at % 12,
            1 + at % 28
        )
    });
    let proposal = is(
        "list.csv",
        &text,
        &["person by day", "date Date of death YearMonthDay", "dead total = each row", "split by Sex"],
    );
    assert_eq!(proposal.recipe.split[0].values["F"], "females");
    let events = &proposal.doubts[0];
    assert_eq!(events.question, "Which events are compared?");
    assert_eq!(
        events.answers.iter().map(|answer| &*answer.text).collect::<Vec<_>>(),
        ["One: the whole table", "One for each \"Province\" (3)"]
    );
    assert_eq!(events.answers[1].recipe.events.columns, ["Province"]);
}

#[test]
fn a_list_that_does_not_say_what_happened_asks() {
    let text = rows("Name,Age,City", 30, |at| format!("Someone {at},{},City {at}", at * 3 % 70));
    let proposal = is("list.csv", &text, &["person by all", "people total = each row", "split by Age 0 18 30 45 60"]);
    assert_eq!(proposal.doubts[0].question, "What happened to the people in this list?");
    assert_eq!(proposal.doubts[0].answers[0].text, "It does not say");
    assert_eq!(proposal.doubts[0].answers[1].recipe.counts[0].measure, "killed");
}

#[test]
fn a_confirmed_death_is_no_case() {
    let text = rows("Age,Sex,Date of death,Status", 12, |at| {
        format!("{},{},2013-03-{:02},{}", at * 7, ["M", "F"][usize::try_from(at % 2).unwrap()], 1 + at, "confirmed")
    });
    is(
        "list.csv",
        &text,
        &[
            "person by day",
            "date Date of death YearMonthDay",
            "dead total = each row",
            "measure in Status: \"confirmed\" dead",
            "split by Sex",
        ],
    );
}

#[test]
fn nobody_died_on_the_date_of_birth() {
    for born in ["dob", "Birth Date", "fecha_nacimiento", "Geburtsdatum", "تاریخ تولد"] {
        let row =
            |at: u32| format!("Someone {at},{},19{:02}-{:02}-{:02}", at * 7 % 80, 40 + at, 1 + at % 12, 1 + at % 28);
        let proposal = is(
            "killed.csv",
            &rows(&format!("name,age,{born}"), 40, row),
            &["person by all", "killed total = each row", "split by age 0 18 30 45 60"],
        );
        let reason = format!("left out: {born}; people were born then, and no column says when they died");
        assert!(proposal.reasons.contains(&reason), "{:?}", proposal.reasons);
        // A year of death says less than a date of birth, and yet more.
        let text =
            rows(&format!("name,{born},year"), 40, |at| format!("{},{}", row(at).replacen(',', " ", 1), 2001 + at % 9));
        is("killed.csv", &text, &["person by year", "date year Year", "killed total = each row"]);
    }
}

/// A question with its answers, the default first.
fn asked(proposal: &super::Proposal, start: &str) -> Vec<String> {
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.starts_with(start)).unwrap();
    doubt.answers.iter().map(|answer| answer.text.clone()).collect()
}

#[test]
fn from_where_people_are_known_makes_no_rivals() {
    let source = |at: u32| ["h", "c", "j", "u"][usize::try_from(at % 4).unwrap()];
    let text = rows("name,age,source", 60, |at| format!("Someone {at},{},{}", at * 7 % 80, source(at)));
    let proposal = is("killed.csv", &text, &["person by all", "killed total = each row", "split by age 0 18 30 45 60"]);
    assert_eq!(
        asked(&proposal, "Do several sources in \"source\" count the same people?"),
        ["No: all rows are added up", "Yes: each source stands by itself"]
    );
    let reason =
        "\"source\" says from where each person is known: a person stands in one row, and all rows are counted";
    assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
}

#[test]
fn lists_with_the_same_people_are_rivals() {
    let source = |at: u32| ["Ministry", "Monitor"][usize::try_from(at % 2).unwrap()];
    let text = rows("name,sex,age,source", 60, |at| format!("Someone {},f,{},{}", at / 2, at / 2 * 7 % 80, source(at)));
    let proposal =
        is("killed.csv", &text, &["person by all", "source in source", "killed total = each row", "split by sex"]);
    assert_eq!(asked(&proposal, "Do several sources")[0], "Yes: each source stands by itself");
    let reason = "60 of 60 rows name people whom another source in \"source\" names too";
    assert!(proposal.reasons.contains(&reason.to_owned()), "{:?}", proposal.reasons);
}

#[test]
fn confirmed_beside_killed_says_how_sure_it_is() {
    let status = |at: u32| ["Reporter - Killed", "Reporter - Confirmed"][usize::try_from(at % 2).unwrap()];
    let text = rows("fullName,gender,combinedStatus", 40, |at| format!("Someone {at},Male,{}", status(at)));
    is(
        "list.csv",
        &text,
        &[
            "person by all",
            "killed total = each row",
            "measure in combinedStatus: \"Reporter - Killed\" killed, \"Reporter - Confirmed\" killed",
            "split by gender",
        ],
    );
}

#[test]
fn words_that_stand_together_say_what_they_say_apart() {
    for [born, died, place] in [
        ["datenaiss", "datedeces", "lieudeces"],
        ["birthdate", "deathdate", "deathplace"],
        ["Geburtsdatum", "Todesdatum", "Todesort"],
    ] {
        let text = rows(&format!("nomprenom,sexe,{born},lieunaiss,{died},{place},acte{died}"), 40, |at| {
            format!("N{at}*P/,{},19{:02}0301,75112,202301{:02},13055,{at}", 1 + at % 2, 20 + at, 1 + at % 28)
        });
        let proposal = is(
            "list.csv",
            &text,
            &["person by day", &format!("date {died} Compact"), "dead total = each row", "split by sexe"],
        );
        assert_eq!(
            asked(&proposal, "What do 1 and 2 in \"sexe\" mean?"),
            ["That is not known", "1 is males, 2 is females", "1 is females, 2 is males"]
        );
    }
}

#[test]
fn codes_of_casualties_count_nobody() {
    let text = rows(
        "collision_year,vehicle_reference,casualty_reference,casualty_class,sex_of_casualty,age_of_casualty,\
         age_band_of_casualty,casualty_severity,casualty_type,casualty_imd_decile",
        60,
        |at| format!("2022,1,1,{},{},{},{},{},9,{}", 1 + at % 3, 1 + at % 2, at, 1 + at / 10, 1 + at % 3, 1 + at % 10),
    );
    let proposal = is(
        "casualties.csv",
        &text,
        &["person by year", "date collision_year Year", "casualties total = each row", "split by sex_of_casualty"],
    );
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "What do 1, 2 and 3 in \"casualty_severity\" mean? Nothing here says it.");
    assert_eq!(
        super::summary(&doubt.answers[1].recipe),
        "person by year\ndate collision_year Year\ndead total = each row\nmeasure in casualty_severity: \"1\" dead, \
         \"2\" severely_injured, \"3\" slightly_injured\nsplit by sex_of_casualty"
    );
}

#[test]
fn of_a_list_of_cases_only_those_with_a_date_of_death_died() {
    let list = |none: &str, died: &dyn Fn(u32) -> bool| {
        rows("FECHA_INGRESO,SEXO,EDAD,FECHA_DEF,UCI", 50, move |at| {
            let day = 1 + at % 28;
            let death = if died(at) { format!("2020-06-{day:02}") } else { none.to_owned() };
            format!("2020-05-{day:02},{},{},{death},{}", ["H", "M"][usize::try_from(at % 2).unwrap()], at + 20, at % 2)
        })
    };
    let question = "Did everyone in this list die? \"FECHA_DEF\" is blank in";
    let text = list("9999-99-99", &|at| at % 5 == 0);
    let proposal = is(
        "cases.csv",
        &text,
        &[
            "person by day",
            "date FECHA_DEF YearMonthDay",
            "dead total = each row",
            "split by SEXO",
            "without 9999-99-99 in FECHA_DEF",
        ],
    );
    assert_eq!(super::tolls(&proposal, &text), ["dead: 10"]);
    assert_eq!(asked(&proposal, question)[0], "No: only those of whom it is stated");
    let text = list("", &|at| at % 5 > 0);
    let proposal = general("cases.csv", &text);
    assert_eq!(super::tolls(&proposal, &text), ["dead: 50"]);
    assert_eq!(asked(&proposal, question)[0], "Yes: of the others it is not known when");
    // A file of the dead holds no one else.
    assert!(general("deaths.csv", &text).doubts.iter().all(|doubt| !doubt.question.starts_with(question)));
}

#[test]
fn years_of_birth_and_death_are_no_numbers_of_people() {
    let cause = |at: u32| ["Shot", "Bomb"][usize::try_from(at % 2).unwrap()];
    let text = rows("Name,Born,Died,Cause", 60, |at| {
        format!("Someone {at},{},{},{}", 1900 + at, 1975 + at * 7 % 40, cause(at))
    });
    is("list.csv", &text, &["person by year", "date Died Year", "dead total = each row"]);
    let text = rows("region,births,deaths", 30, |at| format!("R{at},{},{}", 1700 + at, 1800 + at * 7 % 40));
    is("table.csv", &text, &["group by all", "events region", "dead total = deaths"]);
}

#[test]
fn of_the_sentenced_those_with_a_date_of_execution_were_executed() {
    let text = rows(
        "Фамилия;Имя;Год рождения;Дата приговора;Дата расстрела",
        60,
        |at| {
            let day = format!("{:02}.{:02}.1937", 1 + at % 28, 1 + at % 12);
            format!("Ф{at};И{};{};{day};{}", at % 7, 1880 + at % 30, if at % 3 == 0 { &*day } else { "" })
        },
    );
    let proposal = is(
        "list.csv",
        &text,
        &[
            "person by day",
            "date Дата расстрела DayMonthYear",
            "executed total = each row",
            "without  in Дата расстрела",
        ],
    );
    assert_eq!(super::tolls(&proposal, &text), ["Executed: 20"]);
}

#[test]
fn each_row_with_a_number_of_its_own_is_a_person() {
    let rows: Vec<String> =
        (0..30).map(|at| format!("C{at},2000-{:02}-10,M{},Fatality", at % 12 + 1, at % 3)).collect();
    let text = format!("Casualty_ID,Incident_Date,Mission,Type_Of_Casualty\n{}\n", rows.join("\n"));
    let recipe = general("missions.csv", &text).recipe;
    let summary = summary(&recipe);
    assert!(summary.starts_with("person by"), "{summary}");
    assert!(summary.contains("dead total = each row"), "{summary}");
}

#[test]
fn numbers_of_rows_count_nobody() {
    for header in ["Nº,Nome,Data da morte", "No,Nama,Date of death", "Rb,Prezime,Datum smrti", "№,氏名,Date of death"]
    {
        let text = format!("{header},Place\n1,A,2023-01-02,X\n2,B,2023-01-15,Y\n3,C,2023-02-20,Z\n");
        let proposal = general("list.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 3"], "{header}");
    }
    // Without a name that is understood, the number and the date say that each row is a person.
    let text = "#,Ονοματεπώνυμο,Date of death\n1,A,2023-01-02\n2,B,2023-01-15\n";
    assert_eq!(tolls(&general("list.csv", text), text), ["dead: 2"]);
}

#[test]
fn a_list_of_dates_of_death_is_one_of_people() {
    let text = "Date of Death,Cause,City\n2022-01-03,Fire,X\n2022-01-09,Fall,Y\n2022-02-03,Fire,X\n";
    let proposal = general("table.csv", text);
    assert!(summary(&proposal.recipe).starts_with("person"), "{}", summary(&proposal.recipe));
    assert_eq!(tolls(&proposal, text), ["dead: 3"]);
    // Where places are columns, numbers of people stand below them.
    let text = "Date of death,UK,Elsewhere\n2022-01-03,12,3\n2022-01-09,14,9\n2022-02-03,22,4\n";
    let found = super::propose_in_general(&super::sample(text), &super::about("table.csv", text));
    assert!(found.is_none_or(|proposal| !summary(&proposal.recipe).starts_with("person")));
}

#[test]
fn numbers_of_cases_are_no_bands_of_ages() {
    for (prefix, width) in [("22-", 4), ("22-0", 3), ("2022-", 5), ("21-", 2)] {
        let text = rows("Case Number,Date of Death,Gender,Cause", 80, |at| {
            let sex = if at % 3 == 0 { "F" } else { "M" };
            format!("{prefix}{:0width$},2022-{:02}-{:02},{sex},Fall", at + 1, 1 + at % 12, 1 + at % 28)
        });
        let proposal = general("deaths.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 80"], "{prefix}");
    }
}

#[test]
fn opposite_marks_say_what_happened_to_each() {
    let text = rows("Name,Date,Killed,Wounded", 60, |at| {
        format!("Person {at},2023-01-{:02},{}", at % 28 + 1, if at % 3 == 0 { "Y,N" } else { "N,Y" })
    });
    let proposal = general("list.csv", &text);
    assert_eq!(tolls(&proposal, &text), ["killed: 20", "injured: 40"]);
}

#[test]
fn who_did_not_die_of_an_injury_is_injured() {
    let fatal = ["Y", "N", "N", "UNKNOWN", "N", "N"];
    let text = rows("Date,Country,Sex,Age,Injury,Fatal (Y/N)", 12, |at| {
        let fatal = fatal[usize::try_from(at % 6).unwrap()];
        format!(
            "2023-01-{:02},Chad,{},{},leg bitten,{fatal}",
            at + 1,
            ["F", "M"][usize::try_from(at % 2).unwrap()],
            at + 20
        )
    });
    let proposal = general("bites.csv", &text);
    assert_eq!(tolls(&proposal, &text), ["dead: 2", "injured: 8", "Not stated: 2"]);
}

#[test]
fn a_mark_of_death_alone_counts_those_who_have_it() {
    let text = rows("Name,Age,Date,Fatal (Y/N)", 12, |at| {
        format!("Person {at},{},2023-01-{:02},{}", at + 20, at + 1, if at % 4 == 0 { "Y" } else { "N" })
    });
    let proposal = general("bites.csv", &text);
    assert_eq!(tolls(&proposal, &text), ["dead: 3"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "What happened to the people in this list?");
    let answers: Vec<&str> = doubt.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(answers, ["Only those with \"Y\" in \"Fatal (Y/N)\": dead", "It does not say: all of them are counted"]);
    let all = super::Proposal { recipe: doubt.answers[1].recipe.clone(), ..proposal.clone() };
    assert_eq!(tolls(&all, &text), ["People: 12"]);
}

#[test]
fn codes_begin_the_words_of_their_columns_name() {
    let codes = ["K", "I", "I", "I"];
    let code = |at: u32| codes[usize::try_from(at % 4).unwrap()];
    let named = rows("Name,Date,Killed/Injured", 12, |at| format!("Person {at},2023-01-{:02},{}", at + 1, code(at)));
    assert_eq!(tolls(&general("list.csv", &named), &named), ["killed: 3", "injured: 9"]);
    let places =
        rows("Date,Place,Killed/Injured", 12, |at| format!("2023-01-{:02},Town {},{}", at + 1, at % 5, code(at)));
    assert_eq!(tolls(&general("list.csv", &places), &places), ["killed: 3", "injured: 9"]);
}

#[test]
fn codes_that_nothing_explains_are_asked() {
    let codes = ["D", "S", "S", "H"];
    let text = rows("Name,Age,Date,Outcome", 12, |at| {
        let code = codes[usize::try_from(at % 4).unwrap()];
        format!("Person {at},{},2023-01-{:02},{code}", at + 20, at + 1)
    });
    let proposal = general("list.csv", &text);
    assert_eq!(tolls(&proposal, &text), ["dead: 3", "S: 6", "H: 3"]);
    let questions: Vec<&str> = proposal.doubts.iter().map(|doubt| doubt.question.as_str()).collect();
    let questions: Vec<&str> = questions.into_iter().filter(|question| question.starts_with("What does")).collect();
    assert_eq!(
        questions,
        [
            "What does \"S\" in \"Outcome\" mean? Nothing here says it.",
            "What does \"H\" in \"Outcome\" mean? Nothing here says it."
        ]
    );
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == questions[0]).unwrap();
    let survived = doubt.answers.iter().find(|answer| answer.text == "They survived").unwrap();
    let survived = super::Proposal { recipe: survived.recipe.clone(), ..proposal.clone() };
    assert_eq!(tolls(&survived, &text), ["dead: 3", "Survivors: 6", "H: 3"]);
}
