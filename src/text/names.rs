//! What readers see in place of identifiers.

use super::{Locale, Separator};
use crate::model::{Dataset, Event, Id, Report, SourceKind, is_built_in};

/// Words with which labels of people begin that are no names, in the language of data that has capitals.
const NOUNS: &str = "adolescents adult adults affiliated aid all armed attackers baby babies boys by bystanders \
    children civil civilian civilians clerics combatants confirmed crew dead deaths demonstrators detained detainees direct \
    doctors documented drivers elderly emergency employees everyone family female females fighters firefighters foreign \
    foreigners from girls government guards health hostages humanitarian identified in including indirect infants \
    inhabitants injured insurgents journalists killed local male males medical medics members men migrants militants \
    military militia minors missing newborns not nurses of officers officials older other others paramedics passengers \
    patients pedestrians people perpetrators persons pilgrims pilots police policemen pregnant prisoners protesters \
    protestors pupils rebels refugees registered reported rescue rescuers residents riot sailors security soldiers staff \
    students suspected suspects teachers teenagers terrorists troops under unidentified unknown unnamed unspecified verified \
    victims villagers volunteers with without women workers wounded young youths";

/// The measure's label: the file's, else the built-in one, else the identifier as words.
#[must_use]
pub fn measure(dataset: &Dataset, id: &Id, locale: &Locale) -> String {
    if let Some(label) = dataset.measures.get(id).and_then(|measure| measure.label.as_ref()) {
        return label.get(locale.language).to_owned();
    }
    let key = format!("measure-{id}");
    if locale.has(&key) { locale.say(&key) } else { id.as_str().replace('_', " ") }
}

/// Whom the measure counts, for subtitles: `people killed`, else its label.
#[must_use]
pub fn people(dataset: &Dataset, id: &Id, locale: &Locale) -> String {
    people_of(Some(dataset), id, locale)
}

/// The same where there may be no dataset to name a measure of its own.
#[must_use]
pub fn people_of(dataset: Option<&Dataset>, id: &Id, locale: &Locale) -> String {
    if is_built_in(id.as_str()) {
        return locale.say(&format!("people-{id}"));
    }
    dataset.map_or_else(|| id.as_str().replace('_', " "), |dataset| measure(dataset, id, locale))
}

/// The category's label.
#[must_use]
pub fn category<'a>(dataset: &'a Dataset, id: &'a Id, locale: &Locale) -> &'a str {
    dataset.categories.get(id).map_or(id.as_str(), |category| category.label.get(locale.language))
}

/// The category's label inside a sentence: a common noun in lower case, a name as the file has it, an age as such, for beside a
/// number it would be read as another one.
#[must_use]
pub fn category_inside(dataset: &Dataset, id: &Id, locale: &Locale) -> String {
    let label = category(dataset, id, locale);
    if is_ages(label) { locale.say_with("category-aged", &[("ages", label.to_owned().into())]) } else { inside(label) }
}

/// Whether a label is a band of ages: 0–17, 60+, under 18, 60 and over.
fn is_ages(label: &str) -> bool {
    let is_age = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let ends = label.split_once(['–', '-']).is_some_and(|(first, last)| is_age(first) && is_age(last));
    let end = label.strip_suffix('+').or(label.strip_suffix(" and over")).or(label.strip_prefix("under "));
    ends || end.is_some_and(is_age)
}

/// The same of a label. A name cannot be told from a noun by its letters, so what is not known here is taken for a name.
#[must_use]
pub fn inside(label: &str) -> String {
    let first = label.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = first.to_lowercase();
    let is_noun = NOUNS.split_whitespace().any(|noun| noun == lower);
    if is_noun { label.replacen(first, &lower, 1) } else { label.to_owned() }
}

/// The source's short name, for rows and marks.
#[must_use]
pub fn source_short(dataset: &Dataset, id: Option<&Id>, locale: &Locale) -> String {
    let Some(id) = id else { return locale.say("source-missing") };
    let source = dataset.sources.get(id);
    source.map_or(id.as_str(), |source| source.short.as_ref().unwrap_or(&source.name).get(locale.language)).to_owned()
}

/// The source's full name.
#[must_use]
pub fn source(dataset: &Dataset, id: Option<&Id>, locale: &Locale) -> String {
    let Some(id) = id else { return locale.say("source-missing") };
    dataset.sources.get(id).map_or(id.as_str(), |source| source.name.get(locale.language)).to_owned()
}

/// What kind of organisation a source is: `monitor`.
#[must_use]
pub fn source_kind(kind: SourceKind, locale: &Locale) -> String {
    locale.say(match kind {
        SourceKind::Monitor => "kind-monitor",
        SourceKind::Government => "kind-government",
        SourceKind::Opposition => "kind-opposition",
        SourceKind::Media => "kind-media",
        SourceKind::Academic => "kind-academic",
        SourceKind::Un => "kind-un",
    })
}

/// Source and outlet of a report: `HRANA via AP`.
#[must_use]
pub fn source_via(dataset: &Dataset, report: &Report, locale: &Locale) -> String {
    let source = source_short(dataset, report.source.as_ref(), locale);
    with_via(source, report, locale)
}

/// The same with the source's full name, for sentences.
#[must_use]
pub fn full_source_via(dataset: &Dataset, report: &Report, locale: &Locale) -> String {
    with_via(self::source(dataset, report.source.as_ref(), locale), report, locale)
}

fn with_via(source: String, report: &Report, locale: &Locale) -> String {
    if report.via.is_empty() {
        return source;
    }
    let via: Vec<&str> = report.via.iter().map(|via| via.name.as_str()).collect();
    locale.say_with("via", &[("source", source.into()), ("via", locale.list(&via, Separator::Comma).into())])
}

/// The event's title.
#[must_use]
pub fn event<'a>(event: &'a Event, locale: &Locale) -> &'a str {
    event.title.get(locale.language)
}

/// The event's short title, for rows.
#[must_use]
pub fn event_short<'a>(event: &'a Event, locale: &Locale) -> &'a str {
    event.short_title().get(locale.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_common_nouns_lose_their_capital() {
        for (label, expected) in [
            ("Children under 5", "children under 5"),
            ("Security forces", "security forces"),
            ("Government-affiliated", "government-affiliated"),
            ("Qing Empire", "Qing Empire"),
            ("United States", "United States"),
            ("Eight-Nation Alliance", "Eight-Nation Alliance"),
            ("Childrens Fund", "Childrens Fund"),
            ("“Martyrs”", "“Martyrs”"),
            ("", ""),
        ] {
            assert_eq!(inside(label), expected);
        }
    }
}
