//! What a column's name and its HXL tag say of its numbers.

use super::super::counted::between;
use super::super::rows::of_which;
use super::words::{self, Meaning};
use crate::formats::table::recipe::{Role, Scale};

const THOUSANDS: [&str; 8] = ["thousands", "thousand", "000s", "000", "tsd", "tausend", "milliers", "тыс"];
const MILLIONS: [&str; 4] = ["millions", "mio", "millones", "millionen"];

/// "Deaths (thousands)", "Wounded ('000)".
fn scale(name: &str, words: &[String]) -> Scale {
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&&**word)) && name.contains(['(', ',', '\'']);
    match (has(&THOUSANDS), has(&MILLIONS)) {
        (true, _) => Scale::Thousand,
        (_, true) => Scale::Million,
        _ => Scale::One,
    }
}

/// A name, taken apart.
#[allow(clippy::struct_excessive_bools, reason = "a name can say any of these, alone or together")]
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(in super::super) struct Named {
    /// Its words, in small letters.
    pub words: Vec<String>,
    /// What is counted; several where the number holds them together.
    pub measures: Vec<&'static str>,
    /// Casualties or victims: dead, injured or both.
    pub is_vague: bool,
    /// Low, best or high.
    pub bound: Option<Role>,
    pub is_total: bool,
    pub is_cumulative: bool,
    pub is_incremental: bool,
    pub is_pending: bool,
    /// Says of itself that it lies inside another number.
    pub is_of_which: bool,
    /// In how many people the numbers are.
    pub scale: Scale,
    pub is_rate: bool,
    /// Names an identifier, a place or a time.
    pub is_no_count: bool,
    /// Counts things, not people.
    pub is_things: bool,
    /// Who is counted, in the words known for it.
    pub who: Vec<&'static str>,
    /// Words that say nothing known.
    pub rest: Vec<String>,
    /// Whether the tag says that this is a number of people.
    pub is_tagged: bool,
}

impl Named {
    /// Takes a name and its tag apart; what the tag says stands before what the name says.
    pub fn new(name: &str, tag: Option<&str>) -> Self {
        let mut named = Self { words: words::split(name), ..Self::default() };
        named.hear_how_dated();
        for (at, word) in named.words.clone().into_iter().enumerate() {
            // "Per" stands between two words, else it is short for something: persons, periods.
            let is_short = word == "per" && (at == 0 || named.is_per_time(at));
            if is_short { named.rest.push(word) } else { named.hear(&word) }
        }
        let joined = named.words.join(" ");
        named.is_cumulative |= [
            "so far",
            "to date",
            "running total",
            "since start",
            "since the start",
            "since beginning",
            "hasta la fecha",
            "تا این",
            "تا کنون",
            "تاکنون",
            "на дату",
        ]
        .iter()
        .any(|words| joined.contains(words));
        named.hear_limits(&joined);
        named.is_pending |= joined.contains("under review");
        if named.measures.is_empty() && ["all cause", "toutes causes"].iter().any(|all| joined.starts_with(all)) {
            named.measures.push("dead");
            named.is_total = true;
            named.rest.retain(|word| !matches!(&**word, "cause" | "causes" | "toutes"));
        }
        // "Minimum in previous 5 years" is of others.
        named.is_rate |= named.has(&["previous", "prior"]) && named.has(&["year", "years"]);
        // Who died of wounds is not injured.
        if joined.contains("died of") || joined.contains("die of") {
            named.measures = vec!["dead"];
            named.rest.extend(named.words.iter().skip_while(|word| *word != "of").skip(1).cloned());
        }
        named.hear_percent(name);
        named.hear_unreal();
        named.hear_killers();
        named.hear_offices();
        named.hear_police();
        named.hear_bodies();
        named.hear_money(name);
        named.hear_survey();
        named.keep_own(name);
        named.hear_grades();
        named.hear_how_sure(name);
        if named.bound.is_some() {
            named.rest.retain(|word| !between::OF_ENDS.contains(&&**word));
        }
        named.scale = scale(name, &named.words);
        named.rest.retain(|word| !THOUSANDS.contains(&&**word) && !MILLIONS.contains(&&**word));
        named.is_of_which = of_which::says(&named.words);
        if named.is_of_which {
            named.rest.retain(|word| !of_which::is_word(word));
        }
        named.keep_heads(name);
        named.drop_place(name);
        if let Some(tag) = tag.filter(|tag| tag.starts_with('#')) {
            named.hear_tag(tag);
        }
        named
    }

    fn hear(&mut self, word: &str) {
        match words::meaning(word) {
            Some(Meaning::Measure(measure)) if !self.measures.contains(&measure) => self.measures.push(measure),
            Some(Meaning::Vague) => self.is_vague = true,
            Some(Meaning::Who(who)) if !self.who.contains(&who) => self.who.push(who),
            Some(Meaning::Low) => self.bound = Some(Role::Low),
            Some(Meaning::Best) => self.bound = Some(Role::Best),
            Some(Meaning::High) => self.bound = Some(Role::High),
            Some(Meaning::Total) => self.is_total = true,
            Some(Meaning::Cumulative) => self.is_cumulative = true,
            Some(Meaning::Incremental) => self.is_incremental = true,
            Some(Meaning::Pending) => self.is_pending = true,
            Some(Meaning::Rate) => self.is_rate = true,
            Some(Meaning::NoCount) => {
                self.is_no_count = true;
                self.rest.push(word.to_owned());
            }
            Some(Meaning::Things | Meaning::Unreal) => {
                self.is_things = true;
                self.rest.push(word.to_owned());
            }
            Some(Meaning::Filler | Meaning::Measure(_) | Meaning::Who(_)) => {}
            None => self.rest.push(word.to_owned()),
        }
    }

    /// "fatalities.killed": of a group of JSON and one of its numbers the number's own word counts.
    fn keep_own(&mut self, name: &str) {
        let Some((_, own)) = name.rsplit_once('.') else { return };
        let said = |word: &String| match words::meaning(word) {
            Some(Meaning::Measure(measure)) => Some(measure),
            _ => None,
        };
        let own: Vec<&'static str> = words::split(own).iter().filter_map(said).collect();
        if !own.is_empty() {
            self.measures.retain(|measure| own.contains(measure));
        }
    }

    /// "Of which children (2)": the second of two columns with one name says no more than the first.
    fn drop_place(&mut self, name: &str) {
        let place = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map(|(_, place)| place);
        let is_place = |place: &&str| (1..=2).contains(&place.len()) && place.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(place) = place.filter(is_place) {
            self.rest.retain(|word| word != place);
        }
    }

    /// Who is counted, as a tag says it: the name may have said so before.
    fn hear_tagged(&mut self, who: &'static str) {
        if !self.who.contains(&who) {
            self.who.push(who);
        }
    }

    fn hear_tag(&mut self, tag: &str) {
        let mut attributes = tag.trim_start_matches('#').split('+').map(str::trim);
        let head = attributes.next().unwrap_or_default();
        let attributes: Vec<&str> = attributes.collect();
        if !matches!(head, "affected" | "indicator" | "value" | "reached" | "inneed" | "population") {
            self.is_no_count = true;
            return;
        }
        self.is_tagged = head == "affected";
        if self.is_tagged {
            self.rest.clear();
        }
        self.is_no_count = head == "population";
        for attribute in attributes {
            match attribute {
                "f" => self.hear_tagged("females"),
                "m" => self.hear_tagged("males"),
                // Households are no people.
                "hh" => self.is_things = true,
                "idps" => self.measures = vec!["displaced"],
                _ => match words::meaning(attribute) {
                    Some(Meaning::Measure(measure)) => self.measures = vec![measure],
                    Some(Meaning::Who(who)) => self.hear_tagged(who),
                    Some(Meaning::Low) => self.bound = Some(Role::Low),
                    Some(Meaning::High) => self.bound = Some(Role::High),
                    Some(Meaning::Rate) => self.is_rate = true,
                    _ => {}
                },
            }
        }
    }

    /// The words that say who is counted: known ones first, else those that are left.
    pub fn category(&self) -> Option<String> {
        if self.who.is_empty() && self.rest.is_empty() {
            return None;
        }
        let mut words: Vec<&str> = self.who.clone();
        // "Security forces" is one of the known, whose name has both words.
        let is_said = |word: &str| self.who.iter().any(|who| who.split('_').any(|part| part == word));
        words.extend(self.rest.iter().map(String::as_str).filter(|word| !is_said(word)));
        Some(words.join("_"))
    }

    /// Whether one of the words is among `known`.
    pub fn has(&self, known: &[&str]) -> bool {
        self.words.iter().any(|word| known.contains(&word.as_str()))
    }

    /// Whether "per" is followed by a time: deaths per week are those of a week.
    fn is_per_time(&self, at: usize) -> bool {
        let times = ["day", "week", "month", "year", "quarter"];
        self.words.get(at + 1).is_some_and(|next| times.contains(&&**next)) && self.words.len() == at + 2
    }

    /// Whether one of the words is among `known` that do not only say when: "deaths in week".
    pub fn has_ahead(&self, known: &[&str]) -> bool {
        let is_when = |word: &String| !matches!(&**word, "in" | "during" | "within" | "this" | "to" | "per");
        self.words.iter().take_while(|word| is_when(word)).any(|word| known.contains(&word.as_str()))
    }

    /// Whether the words that say what is counted and of whom are those of `other`.
    pub fn is_like(&self, other: &Self) -> bool {
        self.measures == other.measures && self.who == other.who && self.rest == other.rest
    }
}

/// Whether all words mean the total, in whatever language, and nothing else is said.
pub(in super::super) fn are_total(words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| words::meaning(word) == Some(Meaning::Total))
}
