//! Known families: found by their columns, whatever their order and whichever year's names they have.

use super::{about, propose, sample, summary};

fn known(name: &str, text: &str) -> (Option<String>, String) {
    let proposal = propose(&sample(text), &about(name, text)).unwrap();
    (proposal.family, summary(&proposal.recipe))
}

#[track_caller]
fn is(name: &str, text: &str, family: &str, expected: &[&str]) {
    assert_eq!(known(name, text), (Some(family.to_owned()), expected.join("\n")));
}

#[test]
fn older_ucdp_files_have_other_names() {
    let header = "high_est,low_est,best_est,deaths_unknown,deaths_civilians,deaths_b,deaths_a,country,conflict_name,date_start,date_end";
    let rows = "9,4,5,1,2,1,1,Chad,Chad: Government,1990-01-02,1990-01-03\n3,3,3,0,0,3,0,Mali,Mali: Azawad,1991-05-02,1991-05-02";
    is(
        "ged.csv",
        &format!("{header}\n{rows}\n"),
        "UCDP GED",
        &[
            "incident by month",
            "events country",
            "date date_start + date_end YearMonthDay",
            "source UCDP",
            "killed best = best_est",
            "killed low = low_est",
            "killed high = high_est",
            "killed part side_a = deaths_a",
            "killed part side_b = deaths_b",
            "killed part civilians = deaths_civilians",
            "killed part unknown = deaths_unknown",
        ],
    );
}

#[test]
fn acled_does_not_say_whose_the_fatalities_were() {
    let header = "event_id_cnty,event_date,event_type,actor1,actor2,country,admin1,fatalities";
    let row = |at: u32| format!("SUD{at},{:02} March 2024,Battles,Army,Militia,Sudan,Khartoum,{}", 1 + at % 28, at % 5);
    let rows: Vec<String> = (0..20).map(row).collect();
    is(
        "acled.csv",
        &format!("{header}\n{}\n", rows.join("\n")),
        "ACLED",
        &[
            "incident by day",
            "events country",
            "date event_date DayMonthYear",
            "source ACLED",
            "dead total = fatalities",
        ],
    );
}

#[test]
fn older_missing_migrants_files_have_their_own_total() {
    let header = "Web ID,Region of Incident,Reported Date,Number Dead,Minimum Estimated Number of Missing,Total Dead and Missing,Number of Survivors,Number of Females,Number of Males,Number of Children,Cause of Death";
    let row = |at: u32| {
        format!("{at},Sea,\"November {}, 2018\",{},{},{},3,0,1,0,Drowning", 1 + at, at % 4, at % 3, at % 4 + at % 3)
    };
    let rows: Vec<String> = (1..20).map(row).collect();
    is(
        "migrants.csv",
        &format!("{header}\n{}\n", rows.join("\n")),
        "IOM Missing Migrants",
        &[
            "incident by day",
            "date Reported Date MonthDayYear",
            "source IOM Missing Migrants Project",
            "dead total = Number Dead",
            "missing at_least = Minimum Estimated Number of Missing",
            "survivors total = Number of Survivors",
            "dead_or_missing total = Total Dead and Missing",
            "dead_or_missing of_which females = Number of Females",
            "dead_or_missing of_which males = Number of Males",
            "dead_or_missing of_which children = Number of Children",
            "dead_or_missing holds dead, missing",
        ],
    );
}

#[test]
fn our_world_in_data_names_its_value_as_it_likes() {
    let rows: Vec<String> = (2000..2012)
        .flat_map(|year| ["Chad", "Mali"].map(|country| format!("{country},XXX,{year},{}", year % 7 * 3)))
        .collect();
    is(
        "owid.csv",
        &format!("Entity,Code,Year,Deaths - Type: one-sided\n{}\n", rows.join("\n")),
        "Our World in Data",
        &[
            "period by rows",
            "events Entity",
            "date Year Year",
            "source Our World in Data",
            "dead total = Deaths - Type: one-sided",
        ],
    );
}

#[test]
fn tags_say_what_names_do_not() {
    let rows: Vec<String> = (1..20_u32)
        .map(|at| format!("2020-01-{at:02},Cauca,{},{},{},{}", at % 4 + at % 3, at % 5, at % 4, at % 3))
        .collect();
    let header = "Fecha,Depto,Asesinatos,Lesiones,F,M\n#date,#adm1+name,#affected+killed,#affected+injured,#affected+killed+f,#affected+killed+m";
    is(
        "ocha.csv",
        &format!("{header}\n{}\n", rows.join("\n")),
        "HXL",
        &[
            "period by rows",
            "date Fecha YearMonthDay",
            "killed total = Asesinatos",
            "killed part females = F",
            "killed part males = M",
            "injured total = Lesiones",
        ],
    );
}

#[test]
fn who_is_named_and_tagged_is_said_once() {
    let text = "Date,District,Deaths,Female deaths\n#date,#adm1+name,#affected+killed,#affected+killed+f\n\
                2020-01-01,Alm,5,2\n2020-01-02,Alm,4,1\n2020-01-03,Berg,7,3\n";
    let proposal = propose(&sample(text), &about("t.csv", text)).unwrap();
    let female = proposal.recipe.counts.iter().find(|rule| rule.column.as_deref() == Some("Female deaths"));
    assert_eq!(female.and_then(|rule| rule.category.as_deref()), Some("females"));
}

#[test]
fn disasters_and_attacks_have_their_dates_in_three_columns() {
    let header = "DisNo.,Disaster Type,Country,Start Year,Start Month,Start Day,Total Deaths,No. Injured,No. Affected,Total Affected";
    let row = |at: u32| {
        format!(
            "2020-{at:04},Flood,India,2020,{},{},{},{},{},{}",
            1 + at % 12,
            at % 20,
            at % 9,
            at % 4,
            at * 50,
            at * 50 + at % 4
        )
    };
    let rows: Vec<String> = (1..20).map(row).collect();
    is(
        "emdat.csv",
        &format!("{header}\n{}\n", rows.join("\n")),
        "EM-DAT",
        &[
            "incident by day",
            "events Country",
            "date Start Year + Start Month + Start Day",
            "source EM-DAT",
            "dead_or_missing total = Total Deaths",
            "injured total = No. Injured",
            "affected total = No. Affected",
            "total_affected total = Total Affected",
            "total_affected holds injured, affected, homeless",
        ],
    );
}
