//! Numbers that lie inside others: whose they are, also where a row or two say something else; and kinds of death beside all of them.

use super::{general, summary, tolls};

/// The lines of the recipe of a table that speak of its columns of numbers.
fn ledger(text: &str) -> Vec<String> {
    let summary = summary(&general("table.csv", text).recipe);
    summary.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect()
}

fn questions(text: &str) -> Vec<String> {
    general("table.csv", text).doubts.into_iter().map(|doubt| doubt.question).collect()
}

/// Seven days with children among the killed; in one of them these cells for the killed and the children.
fn days(killed: &str, children: &str) -> String {
    format!(
        "Date,Town,Killed,Children,Injured\n2024-03-13,A,14,3,29\n2024-03-14,B,3,0,7\n2024-03-15,C,9,2,19\n\
         2024-03-16,D,{killed},{children},45\n2024-03-17,E,1,0,3\n2024-03-18,A,17,4,35\n2024-03-19,B,6,1,13\n"
    )
}

#[test]
fn an_odd_cell_does_not_give_the_children_to_the_injured() {
    let among_killed = ["killed total = Killed", "killed of_which children = Children", "injured total = Injured"];
    assert_eq!(ledger(&days("22", "5")), among_killed);
    for killed in ["-22", "2O", "2.2", "2024-03-16", "", "see note"] {
        let text = days(killed, "5");
        assert_eq!(ledger(&text)[1..], among_killed[1..], "{killed}");
        assert_eq!(questions(&text), questions(&days("22", "5")), "{killed}");
    }
    // 14 + 3 + 9 + 1 + 17 + 6 = 50 without the day that is not known.
    assert_eq!(tolls(&general("table.csv", &days("", "5")), &days("", "5"))[0], "killed: 50");
}

#[test]
fn more_children_than_killed_on_one_day_are_asked_about() {
    let asked = "Of whom do Children tell? In 1 of 7 cells looked at they are above Killed.";
    // Where the row slipped to the right, the number fits nowhere.
    for (killed, children) in [("4", "5"), ("", "60")] {
        let text = days(killed, children);
        assert_eq!(ledger(&text)[1], "killed of_which children = Children");
        let proposal = general("table.csv", &text);
        let doubt = proposal.doubts.iter().find(|doubt| doubt.question == asked).unwrap();
        let answers: Vec<&str> = doubt.answers.iter().map(|answer| &*answer.text).collect();
        assert_eq!(answers, ["Of killed", "Of injured only"]);
    }
    let text = days("4", "5").replace("Children", "of which children");
    assert_eq!(ledger(&text)[1], "killed of_which children = of which children");
    assert_eq!(questions(&text)[0], "Of whom are those in of which children a part?");
}

#[test]
fn children_whose_name_says_that_they_were_killed_are_among_the_killed() {
    let text = days("4", "5").replace("Children", "Children killed");
    assert_eq!(ledger(&text)[1], "killed of_which children = Children killed");
    let proposal = general("table.csv", &text);
    let asked = "Does Children killed lie inside Killed? It is above it on 1 row looked at.";
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == asked).unwrap();
    assert!(summary(&doubt.answers[1].recipe).contains("killed unclear children = Children killed"));
    // On two of seven it may be what the killed are without.
    let text = text.replace("9,2,19", "9,12,19");
    assert_eq!(ledger(&text)[1], "killed unclear children = Children killed");
}

#[test]
fn where_many_rows_say_so_the_children_are_among_the_injured() {
    // Behind the injured they are probably of these, but a row of seven does not say it for sure.
    let text = "Date,Killed,Injured,Children\n2024-03-13,14,29,3\n2024-03-14,3,7,0\n2024-03-15,9,19,2\n2024-03-16,4,45,5\n\
                2024-03-17,1,3,0\n2024-03-18,17,35,4\n2024-03-19,6,13,1\n";
    assert_eq!(ledger(text)[2], "injured of_which children = Children");
    assert!(
        questions(text)
            .contains(&"Of whom do Children tell? In 1 of 7 cells looked at they are above Killed.".to_owned())
    );
    let text = days("4", "5").replace("9,2,19", "1,2,19").replace("17,4,35", "2,4,35");
    assert_eq!(ledger(&text)[2], "injured of_which children = Children");
}

#[test]
fn causes_that_add_up_to_all_deaths_are_their_parts_whatever_they_are_called() {
    // 4 + 3 + 1 + 2 = 10, 7 + 1 + 0 + 4 = 12, 2 + 2 + 3 + 0 = 7, 6 + 0 + 1 + 1 = 8; in all 19 + 6 + 5 + 7 = 37.
    let text = "Prison,Natural causes,Suicides,Homicides,Overdose,Total deaths\nA,4,3,1,2,10\nB,7,1,0,4,12\nC,2,2,3,0,7\n\
                D,6,0,1,1,8\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 37"]);
    assert_eq!(
        ledger(text),
        [
            "dead total = Total deaths",
            "dead part natural_causes = Natural causes",
            "dead part suicides = Suicides",
            "dead part homicides = Homicides",
            "dead part overdose = Overdose"
        ]
    );
    // The accidents are deaths here: 40 + 13 + 1 = 54, 70 + 11 + 5 = 86, 20 + 12 + 3 = 35.
    let text = "Region,Accidents,Suicides,Homicides,Deaths\nA,40,13,1,54\nB,70,11,5,86\nC,20,12,3,35\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 175"]);
    assert_eq!(ledger(text)[1], "dead part accidents = Accidents");
    // Where the sum does not close, each word stands for itself.
    let text = "Region,Accidents,Suicides,Homicides,Deaths\nA,40,13,1,60\nB,70,11,5,90\nC,20,12,3,41\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 9", "dead: 191"]);
}

#[test]
fn killings_of_another_kind_are_no_part_of_the_murders() {
    for last in ["90", "1,800"] {
        let text = format!(
            "Province,Murder,Attempted murder,Culpable homicide\nA,900,700,200\nB,250,180,\"{last}\"\nC,1500,1600,400\n"
        );
        assert_eq!(ledger(&text), ["killed total = Murder", "killed_culpable total = Culpable homicide"]);
    }
    // 600 + 90 + 3 = 693, 540 + 80 + 1 = 621, 610 + 70 + 2 = 682: here all of them are homicides.
    let text = "Year,Murder,Manslaughter,Infanticide,Homicide total\n2019,600,90,3,693\n2020,540,80,1,621\n2021,610,70,2,682\n";
    assert_eq!(ledger(text)[0], "killed total = Homicide total");
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 1996"]);
}

#[test]
fn the_unverified_stand_beside_the_confirmed() {
    let text =
        "Date,Deaths (confirmed),Deaths (unverified),Injuries\n2023-03-01,2,0,5\n2023-03-02,2,3,7\n2023-03-03,3,2,8\n";
    assert_eq!(
        ledger(text),
        [
            "injured total = Injuries",
            "dead part confirmed = Deaths (confirmed)",
            "dead part unverified = Deaths (unverified)"
        ]
    );
    // Beside a number of all they wait to be counted.
    let text = "Date,Deaths,Unverified deaths\n2023-03-01,2,0\n2023-03-02,2,3\n2023-03-03,3,2\n";
    assert_eq!(ledger(text), ["dead total = Deaths", "dead pending = Unverified deaths"]);
}

#[test]
fn what_says_that_it_includes_others_holds_them() {
    // 13 + 4 + 22 = 39, of whom 1 + 0 + 2 = 3.
    let text = "Date,Killed (incl. attackers),Attackers killed,Wounded\n2023-01-01,13,1,30\n2023-01-09,4,0,8\n2023-02-01,22,2,60\n";
    assert_eq!(
        ledger(text),
        [
            "killed total = Killed (incl. attackers)",
            "killed of_which perpetrators = Attackers killed",
            "injured total = Wounded"
        ]
    );
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 39", "injured: 98"]);
    let text = "Date,Killed,Children included,Dead including missing\n2023-01-01,13,1,30\n2023-01-09,4,0,8\n2023-02-01,22,2,60\n";
    assert_eq!(ledger(text)[0], "killed total = Killed");
    assert!(ledger(text).contains(&"killed of_which children = Children included".to_owned()), "{:?}", ledger(text));
    assert!(ledger(text).contains(&"dead_or_missing total = Dead including missing".to_owned()), "{:?}", ledger(text));
    // Over which time a survey asks tells nobody apart: 7 + 5 + 11 = 23.
    let text = "Camp,Deaths in recall period,Under-5 deaths\nC1,7,3\nC2,5,1\nC3,11,4\n";
    assert_eq!(ledger(text), ["dead total = Deaths in recall period", "dead of_which under_5_deaths = Under-5 deaths"]);
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 23"]);
}

#[test]
fn the_badly_and_the_slightly_hurt_are_parts_and_nothing_is_asked() {
    for [badly, slightly] in [["Luka Berat", "Luka Ringan"], ["Serious injuries", "Slight injuries"]] {
        let text = format!("Kecamatan,Meninggal Dunia,{badly},{slightly}\nA,8,3,21\nB,9,8,26\nC,4,16,11\n");
        let parts: Vec<String> = ledger(&text).into_iter().filter(|line| line.starts_with("injured part")).collect();
        assert_eq!(parts.len(), 2, "{parts:?}");
        assert!(questions(&text).iter().all(|question| !question.contains("more than one of")));
    }
}

#[test]
fn casualties_that_are_not_fatal_are_injured() {
    let text = "Year,Fatalities,Non-fatal casualties\n2019,25,310\n2020,29,337\n2021,6,199\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 60", "injured: 846"]);
}

#[test]
fn deaths_that_were_registered_may_be_those_in_hospital() {
    let text = "Week ending,In-hospital deaths,Deaths within 28 days,Deaths registered\n2021-01-08,110,130,150\n\
                2021-01-15,120,128,161\n2021-01-22,90,101,120\n";
    assert_eq!(
        ledger(text),
        [
            "dead unclear hospital = In-hospital deaths",
            "dead unclear within_28_days = Deaths within 28 days",
            "dead unclear registered = Deaths registered"
        ]
    );
    let proposal = general("table.csv", text);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.contains("more than one of")).unwrap();
    assert_eq!(doubt.answers[1].text, "No: they add up");
    assert!(summary(&doubt.answers[1].recipe).contains("dead part registered"));
    // Two offices have recorded the same dead; of children and women the same office has recorded different ones.
    for [one, other, role] in [
        ["Police-recorded deaths", "Hospital-recorded deaths", "unclear"],
        ["Deaths (police records)", "Deaths (hospital records)", "unclear"],
        ["Recorded deaths of women", "Recorded deaths of men", "part"],
    ] {
        let text = format!("Year,{one},{other}\n2019,120,150\n2020,110,161\n2021,130,149\n");
        assert!(ledger(&text).iter().all(|line| line.starts_with(&format!("dead {role} "))), "{:?}", ledger(&text));
    }
}

#[test]
fn femicides_lie_inside_the_homicides_of_their_month() {
    // The homicides rise each month, but what lies inside them falls: no totals so far. 20 + 21 + … + 26 = 161.
    let text = "Year,Month,Homicide victims,Femicide victims\n2022,1,20,2\n2022,2,21,3\n2022,3,22,1\n2022,4,23,2\n\
                2022,5,24,4\n2022,6,25,3\n2022,7,26,2\n";
    assert_eq!(ledger(text), ["killed total = Homicide victims", "killed of_which femicide = Femicide victims"]);
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 161"]);
    // In some countries they stand beside the homicides, and are asked about.
    assert_eq!(questions(text), ["Does Femicide victims lie inside Homicide victims? It is nowhere above it."]);
    // Who lost a mother was not killed.
    let text =
        "Año;Estado;Feminicidios;Huérfanos por feminicidio\n2020;A;27;4\n2020;B;26;6\n2021;A;30;5\n2021;B;28;7\n";
    assert_eq!(ledger(text), ["killed total = Feminicidios"]);
}

#[test]
fn the_first_name_says_what_is_counted_of_each_side() {
    let text = "Civilians killed by,Government forces,Armed opposition,Unknown,Total\nHoms,12,3,1,16\nAleppo,40,9,2,51\nIdlib,22,1,0,23\n";
    assert_eq!(
        ledger(text),
        [
            "killed total = Total",
            "killed part government_forces = Government forces",
            "killed part armed_opposition = Armed opposition",
            "killed part unknown = Unknown"
        ]
    );
    // 16 + 51 + 23 = 90.
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 90"]);
}

#[test]
fn lower_and_upper_are_the_range_of_the_source_between_them() {
    let text = "Country,Deaths (national),Deaths (WHO estimate),Lower,Upper\nA,120,190,150,230\nB,60,95,70,130\nC,210,300,260,390\n";
    assert_eq!(
        ledger(text),
        [
            "dead total = Deaths (national) of National",
            "dead best = Deaths (WHO estimate) of WHO",
            "dead low = Lower of WHO",
            "dead high = Upper of WHO"
        ]
    );
    for [low, high] in
        [["Untergrenze", "Obergrenze"], ["Inférieure", "Supérieure"], ["下限", "上限"], ["Alt sınır", "Üst sınır"]]
    {
        let text = format!("Country,Deaths,{low},{high}\nA,190,150,230\nB,95,70,130\nC,300,260,390\n");
        assert_eq!(ledger(&text).len(), 3, "{low}");
        assert!(ledger(&text).iter().all(|line| line.starts_with("dead ")), "{:?}", ledger(&text));
    }
    // Of several things they are that whose numbers lie between them.
    let text = "Region,Killed,Injured,Lower,Upper\nA,10,100,80,130\nB,5,50,40,61\nC,2,20,10,33\n";
    assert_eq!(ledger(text)[1..], ["injured best = Injured", "injured low = Lower", "injured high = Upper"]);
    let text = "Region,Estimation,Borne inférieure,Borne supérieure\nA,100,80,130\nB,50,40,61\nC,20,10,33\n";
    assert_eq!(tolls(&general("deces.csv", text), text), ["dead: 170"]);
}

#[test]
fn rows_say_of_each_victim_how_it_ended() {
    // 2 + 3 died, 1 + 4 did not.
    let text = "Date,Victims,Outcome\n2023-03-01,1,Non-fatal\n2023-03-02,2,Fatal\n2023-03-05,4,Non-fatal\n2023-03-09,3,Fatal\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["injured: 5", "dead: 5"]);
    let text =
        "Date,Type,Victims\n2023-01-01,Killed,3\n2023-01-02,Wounded,9\n2023-01-03,Killed,1\n2023-01-10,Missing,4\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 4", "injured: 9", "missing: 4"]);
    assert!(questions(text).iter().all(|question| !question.contains("Casualties may be")), "{:?}", questions(text));
}

#[test]
fn emergency_services_report_the_dead_so_far_each_hour() {
    let text = "Heure;DCD;UA;UR\n2024-05-01 10:00;1;4;10\n2024-05-01 11:00;3;6;14\n2024-05-01 12:00;4;7;18\n\
                2024-05-01 13:00;4;9;21\n2024-05-01 14:00;5;9;22\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 5", "Severely injured: 9", "Slightly injured: 22"]);
    assert_eq!(questions(text)[0], "Are the numbers totals so far?");
}
