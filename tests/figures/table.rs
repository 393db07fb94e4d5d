//! The table: every count of the ticked events as known, sorted by any column, and as tab-separated values.

use super::{Asked, event, one_event};
use tollview::analysis::{Column, TableRow, table};
use tollview::export::table_tsv;
use tollview::text::{Locale, label};

fn line(row: &TableRow) -> String {
    let path: Vec<&str> = row.key.categories.iter().map(|(_, id)| id.as_str()).collect();
    let who = if row.pending { "pending".to_owned() } else { format!("/{}", path.join("/")) };
    let source = row.source.as_ref().map_or("nobody", |id| id.as_str());
    let when = row.when.map_or_else(String::new, |when| when.to_string());
    let star = if row.stands { "*" } else { "" };
    format!("{} {source} {when} {who} {}{star}", row.key.event.event, label(row.stated, &Locale::english()))
}

fn lines(asked: &Asked) -> Vec<String> {
    asked.look(|library, question| table(library, question).iter().map(line).collect())
}

fn only(id: &'static str) -> Asked {
    Asked::bundled().ask(|question| question.ticked = [event(id)].into())
}

#[test]
fn totals_come_before_what_they_are_made_of() {
    let expected = [
        "iran-2022 hrana 2022-11-18 / 402",
        "iran-2022 hrana 2022-11-18 /children 58",
        "iran-2022 hrana 2022-12-07 / 481",
        "iran-2022 hrana 2022-12-07 /children 68",
        "iran-2022 hrana 2022-12-29 / 508",
        "iran-2022 hrana 2022-12-29 /children 69",
        "iran-2022 hrana 2022-12-29 /security_forces 66",
        "iran-2022 hrana 2023-01-14 / 522*",
        "iran-2022 hrana 2023-01-14 /children 70*",
        "iran-2022 hrana 2023-01-14 /security_forces 68*",
        "iran-2022 ihrngo 2022-11-12 / ≥ 326",
        "iran-2022 ihrngo 2022-11-12 /children 43",
        "iran-2022 ihrngo 2022-11-12 /women 25",
        "iran-2022 ihrngo 2022-12-07 / ≥ 458",
        "iran-2022 ihrngo 2022-12-07 /children 63",
        "iran-2022 ihrngo 2022-12-07 /women 29",
        "iran-2022 un-ffm 2024-03-08 / ≤ 551",
        "iran-2022 un-ffm 2024-03-08 /women ≥ 49",
        "iran-2022 un-ffm 2024-03-08 /children 68",
        "iran-2022 irgc 2022-11-28 / > 300",
    ];
    assert_eq!(lines(&only("iran-2022")), expected);
}

#[test]
fn only_what_was_known_is_listed_and_pending_stands_beside_its_total() {
    let known = only("iran-2025-26").ask(|question| question.as_known_on = Some("2026-01-12".parse().unwrap()));
    let lines = lines(&known);
    let last: Vec<&str> = lines.iter().filter(|line| line.contains("2026-01-12")).map(String::as_str).collect();
    let expected = [
        "iran-2025-26 hrana 2026-01-12 / ≥ 646*",
        "iran-2025-26 hrana 2026-01-12 /protesters 505*",
        "iran-2025-26 hrana 2026-01-12 /protesters/children 9*",
        "iran-2025-26 hrana 2026-01-12 /government 134*",
        "iran-2025-26 hrana 2026-01-12 /bystanders 7*",
        "iran-2025-26 hrana 2026-01-12 pending 579*",
        "iran-2025-26 ihrngo 2026-01-12 / ≥ 648",
        "iran-2025-26 ihrngo 2026-01-12 /children 9",
    ];
    assert_eq!(last, expected);
}

#[test]
fn all_periods_of_a_sum_stand_together() {
    let asked = one_event(
        r#"{ "source": "a", "basis": "incremental", "period": "2020-01-01/2020-01-05", "counts": { "killed": 40 } },
           { "source": "b", "as_of": "2020-01-05", "counts": { "killed": 30 } },
           { "source": "a", "basis": "incremental", "period": "2020-01-06/2020-01-10", "counts": { "killed": 2 } }"#,
    );
    let expected =
        ["storm a 2020-01-01/2020-01-05 / 40*", "storm b 2020-01-05 / 30", "storm a 2020-01-06/2020-01-10 / 2*"];
    assert_eq!(lines(&asked), expected);
}

#[test]
fn any_column_sorts() {
    let by = |column, descending| {
        let asked = Asked::bundled().ask(|question| question.sorted_by = Some((column, descending)));
        let mut lines = lines(&asked);
        lines.dedup_by_key(|line| line.split(' ').next().unwrap().to_owned());
        lines
    };
    assert!(by(Column::Number, true)[0].contains("> 60,000"), "{:?}", by(Column::Number, true));
    assert_eq!(by(Column::When, true)[0], "iran-2025-26 hrana 2026-01-14 /bystanders 9*");
    assert_eq!(by(Column::When, false)[0], "iran-1978-79 tucker 1979-02 / 532–2,781*");
    assert_eq!(by(Column::Event, false)[0], "iran-1978-79 tucker 1979-02 / 532–2,781*");
    assert!(by(Column::Source, false)[0].contains(" abc-news "));
    // Unknown is not zero, but it is the least that is known.
    let numbers = Asked::bundled().ask(|question| question.sorted_by = Some((Column::Number, false)));
    let first = lines(&numbers)[..3].to_vec();
    assert!(first[0].ends_with("not stated") && first[1].ends_with("not stated"), "{first:?}");
    assert!(first[2].ends_with("iran-authorities 1999-07-14 / 1"), "{first:?}");
}

#[test]
fn tab_separated_values() {
    let text =
        only("iran-2022").look(|library, question| table_tsv(library, &table(library, question), &Locale::english()));
    let lines: Vec<&str> = text.lines().collect();
    let heading = "event\tsource\tvia\tdate\tbasis\tpublished\tmeasure\tcategory\trelation\tinside\tqualifier\tlow\tbest\thigh\t\
                   as_written\tcoverage";
    assert_eq!((lines[0], lines.len()), (heading, 21));
    assert_eq!(
        lines[9],
        "Mahsa Amini protests\tHuman Rights Activists News Agency\t\t2023-01-14\tcumulative\t2023-01-14\tKilled\tChildren\t\
         of_which\t\texact\t\t70\t\t\tprotesters"
    );
    assert_eq!(
        lines[17],
        "Mahsa Amini protests\tUN Fact-Finding Mission on Iran\t\t2024-03-08\tcumulative\t2024-03-08\tKilled\t\ttotal\t\tup_to\t\t\t\
         551\t\tprotesters"
    );
    assert!(lines[18].ends_with("Women\tof_which\t\tat_least\t49\t\t\t\tprotesters"), "{}", lines[18]);
    let words = only("iran-2022").ask(|question| question.measure = "detained".into());
    let text = words.look(|library, question| table_tsv(library, &table(library, question), &Locale::english()));
    assert!(text.contains("\tDetained\t\ttotal\t\tabout\t\t20000\t\tnearly 20,000\tnot stated\n"), "{text}");
}

#[test]
fn no_cell_breaks_a_line_or_starts_a_formula() {
    let asked = Asked::read(
        r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "a", "name": "=SUM(A1)\tand\nmore" }],
             "events": [{ "id": "e", "title": "+1", "lead": "a",
                          "reports": [{ "source": "a", "as_of": "2020", "counts": { "killed": 3 } }] }] }"#,
    );
    let text = asked.look(|library, question| table_tsv(library, &table(library, question), &Locale::english()));
    assert_eq!(text.lines().count(), 2);
    assert!(text.contains("\n'+1\t'=SUM(A1) and more\t"), "{text}");
}

/// Two sides of a war, each with the same category inside it; and what was counted in one month.
#[test]
fn copied_rows_say_what_holds_a_part_and_whether_they_are_of_a_period() {
    let asked = Asked::read(
        r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "a", "name": "A" }],
             "categories": [{ "id": "north", "label": "North" }, { "id": "south", "label": "South" },
                            { "id": "military", "label": "Military" }],
             "events": [{ "id": "e", "title": "E", "lead": "a", "reports": [
                { "source": "a", "basis": "incremental", "period": "2014-02", "counts": { "killed": { "exact": 9, "parts": {
                    "north": { "exact": 5, "parts": { "military": 5 } },
                    "south": { "exact": 4, "parts": { "military": 4 } } } } } }] }] }"#,
    );
    let text = asked.look(|library, question| table_tsv(library, &table(library, question), &Locale::english()));
    assert!(text.contains("\t2014-02\tincremental\t"), "{text}");
    assert!(text.contains("\tMilitary\tpart\tNorth\texact\t\t5\t"), "{text}");
    assert!(text.contains("\tMilitary\tpart\tSouth\texact\t\t4\t"), "{text}");
    assert!(text.contains("\tNorth\tpart\t\texact\t\t5\t"), "{text}");
}
