//! Tables whose columns, months and totals are named in other languages than English.

use super::{days, general, summary, tolls};

/// What a table counts, with all that was counted.
fn counted(text: &str) -> Vec<String> {
    tolls(&general("table.csv", text), text)
}

#[test]
fn who_died_is_named_in_many_languages() {
    for name in [
        "Decesos",
        "Verkeersdoden",
        "Dodelijke slachtoffers",
        "Decedați",
        "Decese",
        "मृतकों की संख्या",
        "मृत्यु",
        "Can Kaybı",
        "CAN KAYBI",
        "Vefat",
        "Hayatını kaybeden",
        "فوتی",
        "المتوفون",
        "Смертей",
        "Умерло",
        "загинали",
        "Tử vong",
        "Casi mortali",
        "Caduti",
        "遇难人数",
        "死亡人數",
        "ہلاکتیں",
        "جاں بحق",
        "mrtví",
        "poginuli",
        "halottak",
        "Korban jiwa",
        "ผู้เสียชีวิต",
        "Døde",
    ] {
        // 12 + 5 + 1 = 18.
        let text = format!("Region,{name}\nA,12\nB,5\nC,1\n");
        assert_eq!(counted(&text), ["dead: 18"], "{name}");
    }
    for name in ["KIA", "usmrceno", "dræbte", "Şehit", "کوژراو"] {
        let text = format!("Region,{name}\nA,12\nB,5\nC,1\n");
        assert_eq!(counted(&text), ["killed: 18"], "{name}");
    }
}

#[test]
fn who_was_injured_or_is_missing_is_named_in_many_languages() {
    for name in ["مصابين", "けが", "ผู้บาดเจ็บ", "Loukkaantuneet", "Sugatan", "Hurt", "WIA", "Bị thương", "Răniți"]
    {
        // 30 + 11 + 2 = 43.
        let text = format!("Region,{name}\nA,30\nB,11\nC,2\n");
        assert_eq!(counted(&text), ["injured: 43"], "{name}");
    }
    for name in ["Mất tích", "MIA", "لاپتہ"] {
        let text = format!("Region,{name}\nA,30\nB,11\nC,2\n");
        assert_eq!(counted(&text), ["missing: 43"], "{name}");
    }
}

#[test]
fn soldiers_who_fell_are_killed_beside_the_wounded_and_the_captured() {
    let text = "Date,KIA,WIA,MIA,POW\n2023-01-01,12,40,3,2\n2023-01-02,5,22,0,0\n2023-01-03,30,81,4,6\n";
    assert_eq!(counted(text), ["killed: 47", "injured: 143", "missing: 7", "Captured: 8"]);
}

#[test]
fn years_are_named_in_many_languages() {
    for name in [
        "वर्ष",
        "साल",
        "Năm",
        "Έτος",
        "Tahun",
        "السنة",
        "Év",
        "Anul",
        "An",
        "Vuosi",
        "År",
        "Година",
        "Godina",
        "Mwaka",
        "Aasta",
        "Metai",
        "Any",
    ] {
        let text = format!("{name},Deaths\n2019,40\n2020,31\n2021,44\n");
        let summary = summary(&general("table.csv", &text).recipe);
        assert!(summary.contains(&format!("date {name} Year")), "{name}: {summary}");
    }
}

#[test]
fn months_are_written_in_many_ways() {
    for months in [
        ["01-2022", "02-2022", "03-2022"],
        ["2022M01", "2022M02", "2022M03"],
        ["Januari 2022", "Februari 2022", "Maret 2022"],
        ["янв.22", "фев.22", "мар.22"],
        ["जनवरी 2022", "फरवरी 2022", "मार्च 2022"],
        ["كانون الثاني 2022", "شباط 2022", "آذار 2022"],
        ["stycznia 2022", "lutego 2022", "marca 2022"],
    ] {
        let [first, second, third] = months;
        let text = format!("Month,Killed\n{first},12\n{second},9\n{third},15\n");
        let proposal = general("table.csv", &text);
        let days = days(&proposal, &text);
        assert_eq!(days, ["2022-01", "2022-02", "2022-03"], "{months:?}");
    }
}

#[test]
fn months_in_six_digits_are_dates_where_the_name_says_so() {
    let text = "yearmonth,deaths,injuries\n202211,12,40\n202212,9,22\n202301,15,60\n";
    let proposal = general("table.csv", text);
    assert_eq!(days(&proposal, text), ["2022-11", "2022-12", "2023-01"]);
    // 12 + 9 + 15 = 36; 40 + 22 + 60 = 122.
    assert_eq!(tolls(&proposal, text), ["dead: 36", "injured: 122"]);
}

#[test]
fn ranges_of_numbers_are_no_months() {
    let text = "Month,Killed\nJan,10-12\nFeb,12-2000\nMar,5-9\n";
    assert!(summary(&general("table.csv", text).recipe).contains("= Killed"));
}

#[test]
fn months_of_iran_stand_beside_their_years() {
    let text = "ماه,کشته,مجروح\nمهر ۱۴۰۱,۱۲۰,۹۰۰\nآبان ۱۴۰۱,۱۵۵,۷۰۰\nآذر ۱۴۰۱,۶۰,۳۱۰\n";
    let proposal = general("table.csv", text);
    // Mehr 1401 began on 23 September 2022, and Azar ended on 21 December.
    let days = days(&proposal, text);
    assert_eq!(days.first().map(String::as_str), Some("2022-09-23/2022-10-22"));
    assert_eq!(days.last().map(String::as_str), Some("2022-11-22/2022-12-21"));
    // Months that rise are no totals so far.
    let rising = text.replace("۱۲۰", "۱۰").replace("۱۵۵", "۱۱").replace("۶۰", "۱۲");
    assert!(!summary(&general("table.csv", &rising).recipe).contains("(so far)"));
    // 120 + 155 + 60 = 335; 900 + 700 + 310 = 1910.
    assert_eq!(tolls(&proposal, text), ["killed: 335", "injured: 1910"]);
}

#[test]
fn a_last_row_is_the_sum_of_the_two_before_it_whatever_it_is_called() {
    for last in ["計", "Tổng", "Les deux", "كلا الجنسين", "Syldavia"] {
        let text = format!("Group,Killed,Injured\nX,12,30\nY,5,9\n{last},17,39\n");
        assert_eq!(counted(&text), ["killed: 17", "injured: 39"], "{last}");
    }
    // 12 + 5 + 17 = 34; 30 + 9 + 40 = 79: one sum alone may be chance.
    let text = "Group,Killed,Injured\nX,12,30\nY,5,9\nZ,17,40\n";
    assert_eq!(counted(text), ["killed: 34", "injured: 79"]);
}

#[test]
fn totals_are_named_in_many_languages() {
    for name in [
        "Tổng cộng",
        "計",
        "합계",
        "รวม",
        "Итого по стране",
        "جمع کل",
        "کل",
        "Общий итог",
        "कुल योग",
        "মোট",
        "الإجمالي العام",
        "Всього",
    ] {
        let text = format!("Region,Deaths\nA,12\nB,5\n{name},17\n");
        assert_eq!(counted(&text), ["dead: 17"], "{name}");
    }
}

#[test]
fn the_badly_hurt_of_japan_are_part_of_the_injured() {
    // 3 + 17 = 20, 5 + 25 = 30.
    let text = "年,死者数,負傷者数,重傷者数,軽傷者数\n2019,8,18,4,14\n2020,9,20,3,17\n2021,7,30,5,25\n2022,6,25,6,19\n";
    assert_eq!(counted(text), ["dead: 30", "injured: 93"]);
    let summary = summary(&general("table.csv", text).recipe);
    assert!(summary.contains("injured part serious = 重傷者数\ninjured part slight = 軽傷者数"), "{summary}");
}

#[test]
fn deaths_of_the_day_stand_beside_those_so_far() {
    for header in [
        "Data,Deceduti totali,Deceduti oggi",
        "Дата,Загинуло (всього),Загинуло за добу",
        "तारीख,कुल मौतें,नई मौतें",
        "日期,累计死亡,新增死亡",
        "Дата,Умерло всего,Умерло за сутки",
        // No word says it here, but 100 + 30 = 130 and 130 + 20 = 150.
        "Date,Deaths A,Deaths B",
    ] {
        let text = format!("{header}\n2020-03-01,100,20\n2020-03-02,130,30\n2020-03-03,150,20\n");
        let proposal = general("table.csv", &text);
        let summary = summary(&proposal.recipe);
        let so_far = header.split(',').nth(1).unwrap();
        assert!(summary.contains(&format!("= {so_far} (so far)")), "{header}: {summary}");
    }
}

#[test]
fn of_which_is_said_in_many_languages() {
    for [whole, inner] in [
        ["Drepte", "herav barn"],
        ["Dræbte", "heraf børn"],
        ["Dödade", "varav barn"],
        ["Kuolleet", "joista lapsia"],
        ["Mrtví", "z toho děti"],
        ["Halottak", "ebből gyermek"],
        ["Morți", "dintre care copii"],
        ["Doden", "waarvan kinderen"],
        ["死者", "うち子ども"],
        ["死亡", "其中儿童"],
        ["Tử vong", "trong đó trẻ em"],
        ["Meninggal", "di antaranya anak"],
        ["मृत", "जिनमें बच्चे"],
        ["Загинули", "з них діти"],
        ["הרוגים", "מהם ילדים"],
        ["사망", "어린이"],
        ["Ölen işçi", "Çocuk işçi"],
    ] {
        let text = format!("Region,{whole},{inner}\nA,34,4\nB,21,0\nC,40,3\n");
        let summary = summary(&general("table.csv", &text).recipe);
        assert!(summary.contains(&format!("of_which children = {inner}")), "{summary}");
    }
    // Of whom they are is said, if not who they are.
    let text = "Region,Drepte,herav fiskere\nA,34,4\nB,21,0\nC,40,3\n";
    assert!(summary(&general("table.csv", text).recipe).contains("killed of_which fiskere = herav fiskere"));
    // Who is born is no child that died.
    let text = "Name,Født,Dræbte\nA,1934,4\nB,1921,0\nC,1940,3\n";
    assert!(!summary(&general("table.csv", text).recipe).contains("Født"));
}

#[test]
fn swahili_and_kurdish_name_the_dead_and_the_missing() {
    let text = "Mkoa,Waliofariki,Majeruhi,Waliopotea\nA,12,30,4\nB,5,11,0\nC,9,41,2\n";
    assert_eq!(counted(text), ["dead: 26", "injured: 82", "missing: 6"]);
    let text = "Bajar,Kuştî,Birîndar,Windabûyî\nA,12,30,4\nB,5,11,0\nC,9,41,2\n";
    assert_eq!(counted(text), ["killed: 26", "injured: 82", "missing: 6"]);
}
