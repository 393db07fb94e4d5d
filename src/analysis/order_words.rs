//! What can be said in words of an order: over which events one stays, and which figures turn it round.

use super::{FigureEnd, Overturning, RankFigure, Ranked, RankedPair, Ranking, Verdict};
use crate::model::Stated;
use crate::text::{Locale, label, list, names, whole};

/// The sentences about the order of one event with all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderWords {
    /// With the events and the figures.
    pub text: String,
    /// The same where there is no room for them.
    pub short: String,
}

/// More events than this are counted, not listed.
const MOST_EVENTS: usize = 8;
/// More figures of one event than this are left to the table.
const MOST_FIGURES: usize = 2;
/// Of more events above or below than this, their number says enough.
const MOST_FIRM: usize = 6;

/// Says whether the order holds between the event that the ranking is about and each other one; `None` where there are
/// not two events with a number.
#[must_use]
pub fn order_words(ranking: &Ranking, locale: &Locale) -> Option<OrderWords> {
    let subject = ranking.subject?;
    let numbered = ranking.events.iter().filter(|event| event.standing.is_some()).count();
    if numbered < 2 {
        return None;
    }
    let name = |index: usize| names::event_short(ranking.events[index].event.event, locale).to_owned();
    // A place that rests on a lower bound is not known to hold.
    let is_bounded = ranking.taken.open == 0;
    let mut groups: [(&str, Vec<String>); 8] = [
        (if is_bounded { "order-above" } else { "order-above-as-stated" }, Vec::new()),
        (if is_bounded { "order-below" } else { "order-below-as-stated" }, Vec::new()),
        ("order-tied", Vec::new()),
        ("order-reached", Vec::new()),
        ("order-reaches", Vec::new()),
        ("order-passed", Vec::new()),
        ("order-passes", Vec::new()),
        ("order-unknown", Vec::new()),
    ];
    for pair in &ranking.against {
        let is_upper = pair.upper == subject;
        let other = if is_upper { pair.lower } else { pair.upper };
        let (group, text) = match &pair.verdict {
            Verdict::Holds => (usize::from(!is_upper), name(other)),
            Verdict::Tied => (2, name(other)),
            Verdict::Reached { upper, lower } => {
                let both = [Overturning::Together { upper: *upper, lower: *lower }];
                (if is_upper { 3 } else { 4 }, with_figures(&name(other), pair, subject, &both, ranking, locale))
            }
            Verdict::Overturned(figures) => {
                (if is_upper { 5 } else { 6 }, with_figures(&name(other), pair, subject, figures, ranking, locale))
            }
            Verdict::Unknown => (7, name(other)),
        };
        groups[group].1.push(text);
    }
    let clause = |(index, (key, events)): (usize, &(&str, Vec<String>))| {
        let named = match events.len() {
            0 => return None,
            // Where they hold, many places are read from the chart.
            count if index < 2 && count > MOST_FIRM => locale.say_with("order-others", &[("count", count.into())]),
            _ => some(events, locale),
        };
        Some(locale.say_with(key, &[("events", named.into())]))
    };
    let clauses: Vec<String> = groups.iter().enumerate().filter_map(clause).collect();
    let [above, below] = [0, 1].map(|group| groups[group].1.len());
    let event = name(subject);
    let taken = taken(ranking, locale);
    let text =
        locale.say_with("order-say", &[("event", event.clone().into()), ("clauses", list(&clauses, "; ").into())]);
    let short = locale.say_with(
        if is_bounded { "order-short" } else { "order-short-as-stated" },
        &[
            ("event", event.into()),
            ("above", above.into()),
            ("below", below.into()),
            ("others", ranking.against.len().into()),
        ],
    );
    let with_taken = |text: String| if taken.is_empty() { text } else { list(&[text, taken.clone()], " ") };
    Some(OrderWords { text: with_taken(text), short: with_taken(short) })
}

/// What was taken as stated, and what was not tried at all.
fn taken(ranking: &Ranking, locale: &Locale) -> String {
    let taken = ranking.taken;
    let as_stated = match (taken.open > 0, taken.approximate > 0) {
        (true, true) => Some("order-open-and-about"),
        (true, false) => Some("order-open"),
        (false, true) => Some("order-about"),
        (false, false) => None,
    };
    let untried = (taken.untried > 0).then_some("order-untried");
    let said: Vec<String> = as_stated.into_iter().chain(untried).map(|key| locale.say(key)).collect();
    said.join(" ")
}

/// The other event with the figures that turn the two round: its own first, then those of the subject that it meets.
fn with_figures(
    name: &str,
    pair: &RankedPair,
    subject: usize,
    figures: &[Overturning],
    ranking: &Ranking,
    locale: &Locale,
) -> String {
    let [upper, lower] = [pair.upper, pair.lower].map(|index| &ranking.events[index]);
    let (mut own, mut met) = (Vec::new(), Vec::new());
    let mut add = |index: usize, ranked: &Ranked, figure: &RankFigure| {
        let to = if index == subject { &mut met } else { &mut own };
        to.push(figure_words(ranked, figure, locale));
    };
    for figure in figures {
        match figure {
            Overturning::Upper(figure) => add(pair.upper, upper, figure),
            Overturning::Lower(figure) => add(pair.lower, lower, figure),
            Overturning::Together { upper: above, lower: below } => {
                add(pair.upper, upper, above);
                add(pair.lower, lower, below);
            }
        }
    }
    let few = |mut texts: Vec<String>| {
        let more = texts.len().saturating_sub(MOST_FIGURES);
        texts.truncate(MOST_FIGURES);
        let shown = list(&texts, ", ");
        if more == 0 { shown } else { locale.say_with("and-more", &[("names", shown.into()), ("count", more.into())]) }
    };
    let is_pair = matches!(figures, [Overturning::Together { .. }]);
    let (own, met) = (few(own), few(met));
    let figures = match (own.is_empty(), met.is_empty()) {
        (_, true) => own,
        (true, _) => locale.say_with("order-met", &[("met", met.into())]),
        // Two figures that do it only together, or figures of both that do it each alone.
        _ => {
            let key = if is_pair { "order-own-met" } else { "order-own-or-met" };
            locale.say_with(key, &[("own", own.into()), ("met", met.into())])
        }
    };
    locale.say_with("group", &[("what", name.into()), ("names", figures.into())])
}

/// `high 2,781 by Tucker`
fn figure_words(ranked: &Ranked, figure: &RankFigure, locale: &Locale) -> String {
    let source = names::source_short(ranked.event.dataset, figure.source, locale);
    let number = match (figure.stated, figure.end) {
        (Stated::Range { .. }, _) => whole(figure.number),
        (stated, _) => label(stated, locale),
    };
    let key = match figure.end {
        FigureEnd::Stated => "order-figure",
        FigureEnd::Low => "order-figure-low",
        FigureEnd::High => "order-figure-high",
    };
    locale.say_with(key, &[("number", number.into()), ("source", source.into())])
}

/// Texts in one line, the first eight of them.
pub(super) fn some(texts: &[String], locale: &Locale) -> String {
    locale.some(texts, MOST_EVENTS)
}
