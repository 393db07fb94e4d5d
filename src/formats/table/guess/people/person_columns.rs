//! Columns that tell of one person: names, ages, and the numbers under which a list has its people.

use super::super::counted::candidates;
use super::super::look::{Look, Seen, share};
use super::super::when::birth;
use super::sexes::is_sex;
use super::who_died::is_of_death;

const PERSON: [&str; 36] = [
    "піб",
    "прізвище",
    "imie",
    "imie",
    "nazwisko",
    "jmeno",
    "الاسم",
    "name",
    "names",
    "nombre",
    "nombres",
    "nom",
    "surname",
    "lastname",
    "firstname",
    "prenom",
    "apellido",
    "victim",
    "اسم",
    "نام",
    "имя",
    "фамилия",
    "фио",
    "nome",
    "cognome",
    "sobrenome",
    "nama",
    "namn",
    "navn",
    "naam",
    "ad",
    "soyad",
    "prezime",
    "ime",
    "氏名",
    "姓名",
];
pub(in super::super) const AGES: [&str; 31] = [
    "age",
    "edad",
    "alter",
    "idade",
    "eta",
    "سن",
    "العمر",
    "возраст",
    "ages",
    "vek",
    "wiek",
    "yas",
    "ika",
    "kor",
    "alder",
    "leeftijd",
    "ηλικία",
    "อายุ",
    "年齢",
    "年龄",
    "나이",
    "연령",
    "tuổi",
    "umri",
    "usia",
    "အသက်",
    "आयु",
    "उम्र",
    "বয়স",
    "вік",
    "גיל",
];

/// What kind of columns they are, which says more than how they are called.
pub(in super::super) fn kinds(look: &Look, columns: &[&Seen]) -> Vec<&'static str> {
    let kind = |column: &&Seen| match &column.named {
        named if named.has(&AGES) => "ages",
        _ if is_sex(column) => "sexes",
        _ if is_of_death(column) => "dates or causes of death",
        _ if birth::is_date(column) => "dates of birth",
        named if named.has(&NUMBERS) || numbers_persons(look, column) => "numbers of persons",
        _ => "names",
    };
    columns.iter().map(kind).collect()
}

const NUMBERS: [&str; 4] = ["id", "uid", "number", "no"];

/// Whether a column numbers the people of a list.
pub(in super::super) fn numbers_each(look: &Look, column: &Seen) -> bool {
    is_persons_number(column, look.rows) || numbers_persons(look, column)
}

/// "Casualty ID", of which each row has its own.
fn is_persons_number(column: &Seen, rows: usize) -> bool {
    column.named.has(&["casualty", "victim", "person", "victima"])
        && column.named.has(&NUMBERS)
        && column.values.len() == rows
}

/// "No.", "N°", "#": 1, 2, 3 and so on, which are no weeks and no days.
fn numbers_persons(look: &Look, column: &Seen) -> bool {
    let from_one = column.numbers.first().copied().flatten() == Some(1.0);
    from_one && !column.named.is_no_count && candidates::numbers_rows(look, column)
}

/// A column of names: nearly each of its values is there once.
pub(in super::super) fn is_name(column: &Seen) -> bool {
    let is_named = column.named.has(&PERSON)
        && !column.named.has(&[
            "file", "event", "conflict", "war", "country", "source", "dyad", "province", "city", "place", "location",
        ]);
    is_named && !column.is_number() && share(column.values.len(), column.filled) > 0.5
}

/// The column of names, where people may be listed several times.
pub(in super::super) fn names<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
    let is_named = |column: &&Seen| column.named.has(&PERSON) && !column.is_number() && column.filled > 0;
    look.columns.iter().filter(is_named).max_by_key(|column| column.values.len())
}

/// A column of ages.
pub(in super::super) fn is_age(column: &Seen) -> bool {
    column.filled > 0 && column.named.has(&AGES)
}
