//! Rows that say something of the others and count nobody: their median, their largest number, how they changed, what is
//! projected for a year to come. Among dated rows the numbers show some of them, whatever they are called.

use super::super::look::{Look, Seen};
use super::super::names::name::Named;
use super::super::names::words;
use super::super::say;
use super::super::when::dates;
use super::sum_row::{self, stands_alone};
use super::year_totals::is_date;
use crate::formats::table::recipe::Filter;
use std::collections::BTreeSet;

/// Words of such rows beside dates, in small letters and without accents.
const WORDS: [&str; 76] = [
    "median",
    "mediana",
    "mediane",
    "maximum",
    "maximo",
    "maxima",
    "maximal",
    "massimo",
    "maksimum",
    "максимум",
    "max",
    "minimum",
    "minimo",
    "minima",
    "minimal",
    "минимум",
    "min",
    "حداکثر",
    "حداقل",
    "最大",
    "最小",
    "最大値",
    "最小値",
    "hochstwert",
    "tiefstwert",
    "std",
    "stdev",
    "stddev",
    "sd",
    "standardabweichung",
    "standard",
    "estandar",
    "deviation",
    "desviacion",
    "desvio",
    "padrao",
    "ecart",
    "type",
    "variance",
    "varianza",
    "change",
    "changes",
    "difference",
    "diff",
    "increase",
    "decrease",
    "growth",
    "yoy",
    "variation",
    "variacion",
    "variacao",
    "variazione",
    "cambio",
    "evolution",
    "veranderung",
    "differenz",
    "diferencia",
    "diferenca",
    "differenza",
    "verandering",
    "zmiana",
    "изменение",
    "разница",
    "degisim",
    "تغییر",
    "تغيير",
    "previous",
    "average",
    "mean",
    "per",
    "medio",
    "media",
    "promedio",
    "moyenne",
    "durchschnitt",
    "mittelwert",
];
/// Words of what was not counted yet, or was never to be counted.
const PROJECTED: [&str; 27] = [
    "projected",
    "projection",
    "projections",
    "forecast",
    "predicted",
    "prediction",
    "expected",
    "target",
    "goal",
    "proyectado",
    "proyeccion",
    "pronostico",
    "prevision",
    "previsto",
    "projete",
    "projecao",
    "previsione",
    "prognose",
    "prognoza",
    "hochgerechnet",
    "прогноз",
    "proj",
    "objetivo",
    "meta",
    "پیش‌بینی",
    "پیشبینی",
    "توقعات",
];
/// Words that may stand beside these, with those of times and numbers.
const BESIDE: [&str; 26] = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "last", "since", "from", "to", "vs", "versus",
    "on", "over", "and", "the", "of", "in", "annual", "yearly", "monthly", "value", "de", "des",
];

/// The filter that leaves them out, with the reason, among the rows that `filters` keep.
pub(in super::super) fn find(look: &Look, filters: &[(Filter, String)]) -> Option<(Filter, String)> {
    let rows = sum_row::kept(look, filters);
    // Years beside one word are a column of numbers still, and "2023 (projected)" is one with a remark.
    let may_name = |seen: &&Seen| {
        seen.filled > 0
            && (seen.readable < seen.filled || seen.values.keys().any(|value| has_letter(value) && is_of(value)))
    };
    let names = look.columns.iter().find(may_name)?;
    let cell = |row: &usize| names.cells.get(*row).copied().unwrap_or_default();
    let is_dated = |row: &usize| names.numbers.get(*row).is_some_and(Option::is_some) || is_date(cell(row));
    let is_alone = |row: &usize| stands_alone(names, *row, &rows);
    let (may_be, others): (Vec<usize>, Vec<usize>) =
        rows.iter().copied().partition(|row| (says(cell(row)) || is_of(cell(row))) && is_alone(row));
    // "SD" and "Media" may be names, but not of a year. Beside a few names such rows may be what a table is of, too.
    let are_dated = others.iter().any(is_dated) && others.iter().all(|row| is_dated(row) || cell(row).is_empty());
    let said: Vec<usize> = may_be.into_iter().filter(|row| are_dated || says(cell(row))).collect();
    let most = if are_dated { rows.len() / 2 } else { rows.len() / 4 };
    // Someone may be called Max.
    let are_below = are_dated || rows.ends_with(&said);
    let found = match said.len() {
        _ if !are_below => Vec::new(),
        0 => shown(look, names, &rows.iter().copied().partition(is_dated)),
        few if few <= most => said,
        _ => Vec::new(),
    };
    let values: Vec<&str> = found.iter().map(cell).collect();
    let called = match values.as_slice() {
        [] => return None,
        [one] => format!("the row \"{one}\""),
        several => format!("the rows {}", say::list(several)),
    };
    let reason = format!(
        "left out: {called} in {}; no counts, but averages, extremes, changes or projections of the others",
        names.name
    );
    let except = values.into_iter().map(str::to_owned).collect();
    Some((Filter { column: names.name.to_owned(), only: Vec::new(), except }, reason))
}

/// Whether a row's name says so, whatever the others are called.
fn says(value: &str) -> bool {
    const WHOLE: [&str; 10] = [
        "previous year",
        "last year",
        "change",
        "change %",
        "% change",
        "difference",
        "maximum",
        "minimum",
        "max",
        "min",
    ];
    let said = Named::new(value, None);
    said.is_rate && said.words.len() <= 4 || WHOLE.contains(&&*value.to_lowercase())
}

fn has_letter(value: &str) -> bool {
    value.contains(char::is_alphabetic)
}

/// Whether a name has only words of statistics and projections, with times and numbers.
fn is_of(value: &str) -> bool {
    let words = words::split(value);
    let is_known = |word: &String| WORDS.contains(&&**word) || PROJECTED.contains(&&**word);
    let is_number = |word: &String| word.chars().all(|character| !character.is_alphabetic());
    words.len() <= 6
        && words.iter().any(is_known)
        && words.iter().all(|word| is_known(word) || is_number(word) || BESIDE.contains(&&**word))
}

/// The rows of no date whose numbers are the least, the largest, the middle or the mean of the dated ones in every column; one
/// such number may be chance.
fn shown(look: &Look, names: &Seen, (dated, others): &(Vec<usize>, Vec<usize>)) -> Vec<usize> {
    const LEAST_DATED: usize = 4;
    if dated.len() < LEAST_DATED || others.is_empty() || others.len() > dated.len() {
        return Vec::new();
    }
    let days = dates::find(look);
    let counts: Vec<&Seen> = sum_row::counts(look, &days).into_iter().filter(|seen| seen.name != names.name).collect();
    let of_dated: Vec<(&Seen, [f64; 4])> =
        counts.iter().filter_map(|seen| Some((*seen, figures(seen, dated)?))).collect();
    let figure = |row: &usize| {
        let own = |seen: &Seen| seen.numbers.get(*row).copied().flatten();
        let is_near = |own: f64, figure: f64| (own - figure).abs() < 0.6;
        let is_it = |at: &usize| {
            of_dated.iter().all(|(seen, all)| own(seen).zip(all.get(*at)).is_some_and(|(own, all)| is_near(own, *all)))
        };
        (0..4).find(is_it)
    };
    // They stand together under the others, and each says something else.
    let figures: Option<BTreeSet<usize>> = others.iter().map(figure).collect();
    let are_below = dated.last() < others.first();
    let is_shown = are_below && figures.is_some_and(|figures| figures.len() == others.len());
    if is_shown && others.len() * of_dated.len() >= 2 { others.clone() } else { Vec::new() }
}

/// The least and the largest number of some rows, the middle and the mean; none where all are the same.
fn figures(seen: &Seen, rows: &[usize]) -> Option<[f64; 4]> {
    let mut numbers: Vec<f64> = rows.iter().filter_map(|row| seen.numbers.get(*row).copied().flatten()).collect();
    numbers.sort_by(f64::total_cmp);
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let half = numbers.len() / 2;
    let upper = *numbers.get(half)?;
    let lower = if numbers.len().is_multiple_of(2) { *numbers.get(half.checked_sub(1)?)? } else { upper };
    let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
    (first < last).then_some([first, last, f64::midpoint(lower, upper), mean])
}
