//! What the names of columns say: bodies, police, hostages, places among columns of one name; and words in place of numbers.

use super::{about, general, is, sample, summary, tolls};
use tollview::formats::table::guess::{About, propose_in_general};
use tollview::formats::table::recipe::Role;

#[test]
fn bodies_that_were_recovered_are_of_the_dead() {
    let text = "Ship,Date,Persons on board,Rescued,Bodies recovered,Missing\nAlpha,2023-06-14,750,104,82,564\n\
        Beta,2023-02-26,180,80,94,6\n";
    // 104 + 80, 82 + 94, 564 + 6.
    assert_eq!(tolls(&general("ships.csv", text), text), ["Survivors: 184", "dead: 176", "missing: 570"]);
    // How many of them are identified is no other number of dead.
    let text = "Date,Deaths,Bodies not identified\n2023-01-03,4,1\n2023-01-10,2,1\n2023-01-18,1,1\n";
    assert_eq!(general("dead.csv", text).recipe.counts.len(), 1);
}

#[test]
fn jailed_journalists_and_hostages_are_counted_beside_the_killed() {
    let text = "Pays,Journalistes tués,Collaborateurs tués,Journalistes détenus,Collaborateurs détenus,Otages,Disparus\n\
        Nord,11,1,0,0,0,3\nSud,2,0,9,4,5,8\nEst,0,0,90,12,0,0\nTotal,13,1,99,16,5,11\n";
    let proposal = general("rsf.csv", text);
    let of = |measure: &str| -> Vec<&str> {
        let rules = proposal.recipe.counts.iter().filter(|rule| rule.measure == measure);
        rules.filter_map(|rule| rule.column.as_deref()).collect()
    };
    assert_eq!(of("detained"), ["Journalistes détenus", "Collaborateurs détenus"]);
    assert_eq!(of("abducted"), ["Otages"]);
    assert!(tolls(&proposal, text).contains(&"Abducted: 5".to_owned()));
}

#[test]
fn military_and_civil_police_are_police() {
    // 2 + 0 + 1 = 3 and so on: the violent deaths are the sum of four columns, and "cvli" of three of them.
    let text = "ano;mes;hom_doloso;lesao_corp_morte;latrocinio;cvli;hom_por_interv_policial;letalidade_violenta;\
        pol_militares_mortos_serv;pol_civis_mortos_serv\n\
        2022;1;2;0;1;3;1;4;0;0\n2022;2;3;1;0;4;2;6;1;0\n2022;3;1;0;0;1;0;1;0;1\n2022;4;4;0;1;5;3;8;0;0\n";
    let proposal = general("isp.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 19"]);
    let roles: Vec<(&str, Role)> =
        proposal.recipe.counts.iter().filter_map(|rule| Some((rule.category.as_deref()?, rule.role))).collect();
    assert_eq!(
        roles,
        [
            ("hom_doloso", Role::Part),
            ("lesao_corp", Role::Part),
            ("latrocinio", Role::Part),
            ("hom_por_interv_policial", Role::Part),
            ("security_forces_serv_militares", Role::OfWhich),
            ("security_forces_serv_civis", Role::OfWhich),
        ]
    );
}

#[test]
fn the_second_of_which_children_is_of_the_injured() {
    let text = "Date,Killed,of which children,Injured,of which children (2)\n2022-04-03,1,0,3,1\n2022-04-13,2,1,10,4\n\
        2022-04-25,0,0,5,0\n";
    is(
        "table.csv",
        text,
        &[
            "period by rows",
            "date Date YearMonthDay",
            "killed total = Killed",
            "killed of_which children = of which children",
            "injured total = Injured",
            "injured of_which children = of which children (2)",
        ],
    );
}

#[test]
fn a_column_stays_where_words_stand_for_many_of_its_numbers() {
    // 12 + 20 = 32 at least: several and dozens are not known.
    let text = "Date,Killed,Wounded\n2024-05-01,7,12+\n2024-05-02,10,20\n2024-05-03,30,several\n2024-05-04,5,none\n\
        2024-05-05,9,dozens\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 61", "injured: 32"]);
}

#[test]
fn who_was_wounded_before_is_dated_by_the_day_of_death() {
    let text = "Name,Sex,Date of Incident,Date of Death\nAnn,F,9.2.2021,19.2.2021\nBob,M,3.3.2021,3.3.2021\n\
        Cid,M,14.3.2021,16.3.2021\n";
    let date = |text: &str| general("list.csv", text).recipe.date.and_then(|rule| rule.column);
    assert_eq!(date(text).as_deref(), Some("Date of Death"));
    // Where it is not known of everyone, the day of the incident is.
    assert_eq!(date(&text.replace("16.3.2021", "")).as_deref(), Some("Date of Incident"));
}

#[test]
fn the_confirmed_of_a_list_of_the_dead_are_confirmed_deaths() {
    let text = "combinedStatus,fullName,typeOfDeath,startDisplay\nConfirmed,Ann,Murder,\"January 6, 2022\"\n\
        Confirmed,Bob,Crossfire,\"January 23, 2022\"\nUnconfirmed,Cid,Unknown,\"February 10, 2022\"\n\
        Confirmed,Dee,Crossfire,\"March 14, 2022\"\n";
    assert_eq!(tolls(&general("press.csv", text), text), ["Dead, confirmed: 3", "Dead, unconfirmed: 1"]);
}

#[test]
fn minor_injuries_are_no_children() {
    // 4 + 1 + 0 = 5; 20 + 3 + 7 = 30 = 11 + 19.
    let text = "Date,Persons Killed,Persons Injured,Grievous,Minor\n13-06-2022,4,20,8,12\n14-06-2022,1,3,1,2\n20-06-2022,0,7,2,5\n";
    for text in [text.to_owned(), text.replace("Minor", "Minor Injured").replace("Grievous", "Grievously Injured")] {
        let proposal = general("accidents.csv", &text);
        assert!(!summary(&proposal.recipe).contains("children"), "{}", summary(&proposal.recipe));
        assert_eq!(tolls(&proposal, &text), ["killed: 5", "injured: 30"]);
    }
    let text = "Month,Killed,Injured (major),Injured (minor)\n2023-01,3,4,10\n2023-02,1,2,6\n2023-03,0,1,9\n";
    let proposal = general("accidents.csv", text);
    assert!(!summary(&proposal.recipe).contains("children"));
    assert!(
        summary(&proposal.recipe).contains("injured part minor = Injured (minor)"),
        "{}",
        summary(&proposal.recipe)
    );
    // Minors are children still.
    let text = "Month,Killed,Minors\n2023-01,3,1\n2023-02,1,0\n2023-03,2,1\n";
    assert!(summary(&general("accidents.csv", text).recipe).contains("children"));
}

#[test]
fn who_killed_has_not_counted() {
    let text = "Month,Killed by Government,Killed by Opposition,Killed by unknown\n\
        2022-01,12,40,2\n2022-02,9,33,0\n2022-03,15,51,3\n";
    let proposal = general("table.csv", text);
    assert_eq!(proposal.recipe.counts.len(), 3);
    let are_parts = proposal.recipe.counts.iter().all(|count| count.role == Role::Part && count.source.is_none());
    assert!(are_parts, "{}", summary(&proposal.recipe));
}

#[test]
fn households_are_no_people() {
    let text = "Region,Morts,Blessés,Ménages affectés\n#adm1+name,#affected+killed,#affected+injured,#affected+hh\n\
        Nord,14,30,1200\nCentre,6,11,340\nSud,1,0,90\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 21", "injured: 41"]);
}

#[test]
fn who_was_found_dead_is_dead() {
    let text = "Fecha,Desaparecidos,Localizados con vida,Localizados sin vida\n2023-01,120,80,6\n2023-02,98,70,4\n";
    // 6 + 4 = 10.
    let tolls = tolls(&general("table.csv", text), text);
    assert!(tolls.contains(&"dead: 10".to_owned()) && tolls.contains(&"missing: 218".to_owned()), "{tolls:?}");
}

#[test]
fn months_of_years_in_columns_are_added_up() {
    // 30 + 22 + 27 = 79; 28 + 25 + 30 = 83; 31 + 20 + 29 = 80: 242 in all.
    let text = "Month,2020,2021,2022\nJanuary,30,28,31\nFebruary,22,25,20\nMarch,27,30,29\nTotal,79,83,80\n";
    let proposal = general("road deaths.csv", text);
    assert!(proposal.recipe.events.columns.is_empty(), "{}", summary(&proposal.recipe));
    assert_eq!(tolls(&proposal, text), ["dead: 242"]);
}

#[test]
fn those_since_a_day_hold_those_of_the_week() {
    let text = "Region,Killed This week,Killed Since 1 Jan,Injured This week,Injured Since 1 Jan\n\
        West,3,40,12,300\nEast,1,22,5,120\n";
    let proposal = general("table.csv", text);
    let summary = summary(&proposal.recipe);
    assert!(summary.contains("killed total = Killed Since 1 Jan (so far)"), "{summary}");
    assert!(summary.contains("killed total = Killed This week\n"), "{summary}");
}

#[test]
fn who_died_of_other_causes_stands_beside_who_was_killed_in_action() {
    // 12 + 24 + 37 = 73; 50 + 100 + 151 = 301.
    let text = "Service,Total Deaths,KIA,Non-Hostile,Pending,WIA\nA,12,9,3,0,50\nB,24,18,6,0,100\nC,37,28,9,0,151\n";
    let tolls = tolls(&general("table.csv", text), text);
    assert!(tolls.contains(&"dead: 73".to_owned()) && tolls.contains(&"injured: 301".to_owned()), "{tolls:?}");
}

#[test]
fn minor_injuries_beside_grievous_ones_are_no_children() {
    let text = "Date,State,Persons Killed,Persons Injured,Grievous,Minor\n2022-06-13,A,4,20,8,12\n\
                2022-06-14,B,1,3,1,2\n2022-06-20,C,0,7,2,5\n";
    let proposal = general("t.csv", text);
    let parts: Vec<&str> = proposal.recipe.counts.iter().filter_map(|rule| rule.category.as_deref()).collect();
    assert_eq!(parts, ["grievous", "minor"]);
    for (grievous, minor) in [("Grievously Injured", "Minor Injured"), ("Injured (major)", "Injured (minor)")] {
        let text = format!("Month,Killed,{grievous},{minor}\n2023-01,3,4,10\n2023-02,1,2,6\n2023-03,0,1,9\n");
        let recipe = general("t.csv", &text).recipe;
        assert!(!recipe.counts.iter().any(|rule| rule.category.as_deref() == Some("children")), "{minor}");
    }
    let text = "Month,Killed,Minors\n2023-01,3,1\n2023-02,1,0\n2023-03,5,2\n";
    let recipe = general("t.csv", text).recipe;
    assert_eq!(recipe.counts[1].category.as_deref(), Some("children"));
}

#[test]
fn a_column_with_a_sign_of_percent_counts_nobody() {
    for name in ["% Women", "Women %", "Mujeres (%)", "Kinder in %", "Anteil Frauen"] {
        let text =
            format!("Date,Deaths,Injured,{name}\n2023-01-02,12,34,41.7\n2023-01-05,9,28,33.3\n2023-01-06,15,41,40\n");
        let proposal = general("t.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 36", "injured: 103"], "{name}");
        assert_eq!(proposal.recipe.counts.len(), 2, "{name}");
    }
    // A share behind a number in one cell.
    let text = "Country,Deaths (%)\nA,12 (34%)\nB,9 (66%)\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 21"]);
    // The bounds of an interval of 95 % are no shares.
    let text = "Country,Deaths,Deaths lower 95%,Deaths upper 95%\nA,100,80,120\nB,50,40,70\n";
    assert_eq!(general("t.csv", text).recipe.counts.len(), 3);
}

#[test]
fn fatal_beside_non_fatal_are_the_dead_and_all_holds_both() {
    let text = "Year,Fatal,Non-fatal,All\n2019,12,100,112\n2020,9,88,97\n2021,14,120,134\n";
    for name in ["road_deaths.csv", "table.csv"] {
        let proposal = general(name, text);
        assert_eq!(tolls(&proposal, text), ["dead: 35", "injured: 308", "Dead or injured: 343"], "{name}");
        // In road accidents both may be numbers of accidents, which no name says or denies.
        let is_asked = proposal.doubts.iter().any(|doubt| doubt.question.starts_with("What does \"Fatal\" count?"));
        assert_eq!(is_asked, name == "table.csv", "{name}");
    }
}

#[test]
fn a_title_of_accidents_and_casualties_does_not_say_what_is_counted() {
    let text = "Province,2021,2022\nA,12,30\nB,9,8\nTotal,21,38\n";
    let title = Some("Number of fatal accidents and casualties by province".to_owned());
    for (name, title) in [("cases.xlsx", title), ("fatal accidents and casualties.csv", None)] {
        let proposal = propose_in_general(&sample(text), &About { title, ..about(name, text) }).unwrap();
        assert_eq!(proposal.recipe.counts[0].measure, "count", "{name}");
        assert!(proposal.doubts.iter().any(|doubt| doubt.question.starts_with("What does")), "{name}");
    }
}

#[test]
fn a_column_that_says_of_which_lies_inside_though_one_row_contradicts_it() {
    let text = "Date,Source,Killed,of which children\n2024-01-05,Red Cross,40,8\n2024-01-05,Army,22,\n\
        2024-01-06,Red Cross,55,12\n2024-01-06,Army,25,\n2024-01-07,Red Cross,61,70\n2024-01-07,Army,31,2\n";
    let proposal = general("table.csv", text);
    let children = proposal.recipe.counts.iter().find(|rule| rule.column.as_deref() == Some("of which children"));
    assert_eq!(children.map(|rule| rule.role), Some(Role::OfWhich));
    assert!(proposal.doubts.iter().all(|doubt| !doubt.question.contains("lie inside")), "{:?}", proposal.doubts);
}

#[test]
fn the_dead_are_seen_first_wherever_they_stand() {
    let shown = |text: &str| {
        let proposal = general("table.csv", text);
        let dataset =
            tollview::formats::table::gather::of_sample(&sample(text), &proposal.recipe, "table").unwrap().dataset;
        dataset.show.measure.map(|measure| measure.as_str().to_owned())
    };
    assert_eq!(shown("Place,Injured,Dead\nA,3,1\nB,4,2\n").as_deref(), Some("dead"));
    assert_eq!(
        shown("Place,Outcome,Number\nA,Injured,3\nA,Killed,1\nB,Injured,4\nB,Killed,2\n").as_deref(),
        Some("killed")
    );
    assert_eq!(shown("Place,Injured,Missing\nA,3,1\nB,4,2\n").as_deref(), Some("injured"));
}

#[test]
fn a_day_above_the_names_is_the_one_as_of_which_all_rows_hold() {
    let text = "Governorate,Martyrs,Wounded\nAden,1204,310\nTaiz,88,1045\nMarib,17,40\n";
    let as_of = |said: &str| {
        let about = About { subtitle: Some(said.to_owned()), ..about("table.csv", text) };
        propose_in_general(&sample(text), &about).unwrap().recipe.as_of
    };
    for said in [
        "As of 5 June 2024, 18:00",
        "Situation as of 2024-06-05",
        "Stand: 05.06.2024 (vorläufig)",
        "(as of June 5, 2024)",
    ] {
        // The fifth of June or the sixth of May: nothing says which.
        let expected = (!said.contains("05.06")).then_some("2024-06-05");
        assert_eq!(as_of(said).as_deref(), expected, "{said}");
    }
    assert_eq!(as_of("Deaths by governorate, 2024"), None);
    let about = About { subtitle: Some("As of 5 June 2024, 18:00".to_owned()), ..about("table.csv", text) };
    let recipe = propose_in_general(&sample(text), &about).unwrap().recipe;
    let dataset = tollview::formats::table::gather::of_sample(&sample(text), &recipe, "table").unwrap().dataset;
    let reports: Vec<_> = dataset.events.values().flat_map(|event| &event.reports).collect();
    assert_eq!(reports.len(), 3);
    assert!(reports.iter().all(|report| report.as_of.is_some_and(|day| day.to_string() == "2024-06-05")));
}

#[test]
fn a_region_that_is_named_in_its_first_row_only_names_no_events() {
    let text = "Region,District,Dead\nRegion A,A1,5\n,A2,6\n,A3,7\nRegion B,B1,5\n,B2,6\n,B3,7\n";
    let proposal = is("t.csv", text, &["group by all", "events District", "dead total = Dead"]);
    assert_eq!(tolls(&proposal, text), ["dead: 36"]);
    let reason = "\"Region\" names the first row of each and leaves those below it blank: no rows are told apart by it";
    assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
}
