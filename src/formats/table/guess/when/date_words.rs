//! Words of columns that hold dates, in the languages of such tables.

pub(in super::super) const YEARS: [&str; 21] = [
    "sheet",
    "rok",
    "年",
    "年份",
    "年度",
    "年次",
    "연도",
    "שנה",
    "рік",
    "year",
    "iyear",
    "ano",
    "annee",
    "jahr",
    "anno",
    "jaar",
    "yil",
    "год",
    "سال",
    "سنة",
    "active_year",
];
pub(in super::super) const MONTHS: [&str; 11] =
    ["month", "imonth", "mo", "mes", "mois", "monat", "mese", "maand", "месяц", "ماه", "شهر"];
/// Those of epidemiologists begin a day earlier in some countries: it is said from which day weeks are taken.
pub(in super::super) const WEEKS: [&str; 7] = ["week", "isoweek", "woche", "kw", "semaine", "semana", "settimana"];
pub(in super::super) const QUARTERS: [&str; 9] =
    ["quarter", "qtr", "trimestre", "quartal", "kwartaal", "kwartał", "kvartal", "квартал", "trimestri"];
pub(in super::super) const DAYS: [&str; 10] =
    ["day", "iday", "dy", "dia", "jour", "tag", "giorno", "день", "روز", "يوم"];
pub(in super::super) const NAMES: [&str; 20] = [
    "periodo",
    "periode",
    "date",
    "fecha",
    "datum",
    "data",
    "day",
    "dia",
    "jour",
    "tag",
    "tarih",
    "дата",
    "تاریخ",
    "التاريخ",
    "time",
    "period",
    "week",
    "month",
    "quarter",
    "when",
];
/// Words of columns with years and months in one number.
pub(in super::super) const YEARS_WITH_MONTHS: [&str; 4] = ["yearmonth", "yyyymm", "anomes", "yearmon"];
/// Words of columns with the first or the last day, or the first or the last year.
pub(in super::super) const ENDS: [&str; 14] = [
    "initial",
    "inicial",
    "final",
    "start",
    "end",
    "from",
    "to",
    "until",
    "begin",
    "beginning",
    "finish",
    "inicio",
    "fin",
    "debut",
];
/// Words of dates on which nothing happened to anyone.
pub(in super::super) const OTHER_DATES: [&str; 20] = [
    "birth",
    "born",
    "dob",
    "nacimiento",
    "publish",
    "published",
    "publication",
    "update",
    "updated",
    "modified",
    "created",
    "entry",
    "entered",
    "accessed",
    "retrieved",
    "source",
    "added",
    "prec",
    "timestamp",
    "registered",
];
