//! What several words of a column's name say together, which none of them says alone.

use super::certainty;
use super::name::Named;
use super::words::{self, Meaning};
use crate::formats::table::recipe::Role;

/// Animals, of which none is a person.
const ANIMALS: [&str; 8] = ["livestock", "cattle", "animals", "animal", "dogs", "sheep", "goats", "poultry"];
/// Things that are lost and destroyed themselves.
const OBJECTS: [&str; 20] = [
    "boats",
    "vessels",
    "embarcaciones",
    "vehicles",
    "houses",
    "homes",
    "viviendas",
    "schools",
    "buildings",
    "hospitals",
    "mosques",
    "equipment",
    "tanks",
    "families",
    "familias",
    "familles",
    "households",
    "flights",
    "destroyed",
    "damaged",
];

/// Words for people to whom something happened, which stand behind what it was.
const NOUNS: [&str; 12] = [
    "deaths",
    "death",
    "fatalities",
    "fatality",
    "casualties",
    "casualty",
    "injuries",
    "killings",
    "murders",
    "homicides",
    "toll",
    "dead",
];

/// Whether what follows the word for a thing or an event says that people are counted: "attack deaths", "protest killed".
/// "Protests and deaths" are two things.
fn is_of_people(thing: &str, behind: &[String]) -> bool {
    let joined = behind.iter().position(|word| matches!(&**word, "and" | "or" | "y" | "et" | "und" | "e"));
    let behind = behind.get(..joined.unwrap_or(behind.len())).unwrap_or_default();
    match thing {
        _ if ANIMALS.contains(&thing) => false,
        _ if OBJECTS.contains(&thing) => behind.iter().any(|word| NOUNS.contains(&&**word)),
        // "Accidentes mortales" are accidents.
        _ => behind
            .iter()
            .any(|word| NOUNS.contains(&&**word) || matches!(&**word, "killed" | "injured" | "wounded" | "missing")),
    }
}

fn is_measure(word: &str) -> bool {
    matches!(words::meaning(word), Some(Meaning::Measure(_)))
}

/// What is said of the living, or of papers.
const UNREAL: [&str; 16] = [
    "death row",
    "sentence of death",
    "at risk of",
    "lives saved",
    "death notice",
    "death certificate",
    "days to death",
    "families of",
    "relatives of",
    "orphans of",
    "widows of",
    "deaths rank",
    "toll rank",
    "deaths change",
    "fatality ratio",
    "birds found",
];

impl Named {
    /// "New deaths by death date": to which day they are put is said of counts, and is no date.
    pub(in super::super) fn hear_how_dated(&mut self) {
        let Some(by) = self.words.iter().skip(1).position(|word| matches!(&**word, "by" | "por" | "par" | "nach"))
        else {
            return;
        };
        let behind = self.words.get(by + 2..).unwrap_or_default();
        if behind.iter().any(|word| matches!(&**word, "date" | "dates" | "day" | "fecha" | "datum")) {
            self.words.truncate(by + 1);
        }
    }

    /// "lim inf", "límite superior": ends of an interval in two words.
    pub(in super::super) fn hear_limits(&mut self, joined: &str) {
        const LIMITS: [(&str, Role); 4] = [
            ("lim inf", Role::Low),
            ("lim sup", Role::High),
            ("limite inferior", Role::Low),
            ("limite superior", Role::High),
        ];
        let Some((words, bound)) = LIMITS.iter().find(|(words, _)| joined.contains(words)) else { return };
        self.bound = Some(*bound);
        self.rest.retain(|word| !words.split(' ').any(|said| said == word));
    }

    /// Death threats, cattle that was killed and fatal accidents are nobody's deaths; "attack deaths" and "killed in attacks" are
    /// deaths.
    pub(in super::super) fn hear_unreal(&mut self) {
        const BEFORE: [&str; 16] = [
            "in", "from", "by", "during", "due", "of", "on", "at", "en", "por", "de", "par", "bei", "durch", "to",
            "after",
        ];
        let behind = self.words.iter().position(|word| BEFORE.contains(&&**word)).unwrap_or(self.words.len());
        let ahead = self.words.get(..behind).unwrap_or_default();
        let is_thing = |at: usize, word: &str| {
            words::meaning(word) == Some(Meaning::Things)
                && !is_of_people(word, ahead.get(at + 1..).unwrap_or_default())
        };
        let counts_things = ahead.iter().enumerate().any(|(at, word)| is_thing(at, word));
        let joined = self.words.join(" ");
        let is_unreal = self.words.iter().any(|word| words::meaning(word) == Some(Meaning::Unreal))
            || UNREAL.iter().any(|phrase| joined.contains(phrase));
        let is_not =
            self.words.iter().zip(self.words.iter().skip(1)).any(|(not, word)| not == "not" && is_measure(word));
        if is_not || is_unreal || counts_things {
            self.measures.clear();
            self.is_vague = false;
        } else if !self.measures.is_empty() || self.is_vague {
            self.is_things = false;
        }
    }

    /// "Killed by police": who follows has killed, and is none of those who were.
    pub(in super::super) fn hear_killers(&mut self) {
        const BY: [&str; 9] = ["by", "par", "por", "pela", "pelo", "von", "durch", "according", "selon"];
        let Some(by) = self.words.iter().position(|word| BY.contains(&&**word)) else { return };
        let (ahead, behind) = self.words.split_at(by);
        if !ahead.iter().any(|word| is_measure(word)) {
            return;
        }
        let who = |word: &String| match words::meaning(word) {
            Some(Meaning::Who(who)) => Some(who),
            _ => None,
        };
        let (of, killers): (Vec<&str>, Vec<&String>) =
            (ahead.iter().filter_map(who).collect(), behind.iter().filter(|word| who(word).is_some()).collect());
        // "Deaths according to police": the police have counted.
        let has_counted = self.words.get(by).is_some_and(|word| matches!(&**word, "according" | "selon"));
        let name = |word: &String| if has_counted { word.clone() } else { format!("by_{word}") };
        let killers: Vec<String> = killers.into_iter().map(name).collect();
        self.rest.retain(|word| !matches!(&**word, "according" | "selon"));
        self.who.retain(|who| of.contains(who));
        self.rest.extend(killers);
    }

    /// A ministry of health counts, its health is nobody who is counted.
    pub(in super::super) fn hear_offices(&mut self) {
        const OFFICES: [&str; 9] = [
            "ministry",
            "minister",
            "ministerio",
            "ministere",
            "ministerium",
            "department",
            "authority",
            "office",
            "bureau",
        ];
        if self.has(&OFFICES) && self.who.contains(&"medics") {
            self.who.retain(|who| *who != "medics");
            let is_said = |word: &&String| {
                self.rest.contains(word) || matches!(words::meaning(word), Some(Meaning::Who("medics")))
            };
            self.rest = self.words.iter().filter(is_said).cloned().collect();
        }
    }

    /// Bodies that were recovered are of the dead; of those that are identified others say how many there are.
    pub(in super::super) fn hear_bodies(&mut self) {
        const BODIES: [&str; 7] = ["bodies", "corpses", "cuerpos", "cadaveres", "cadavres", "corps", "leichen"];
        const FOUND: [&str; 10] = [
            "recovered",
            "found",
            "retrieved",
            "recuperados",
            "encontrados",
            "hallados",
            "repeches",
            "retrouves",
            "geborgen",
            "geborgene",
        ];
        let is_it = |word: &String| BODIES.contains(&&**word) || FOUND.contains(&&**word);
        if self.has(&BODIES) && self.measures.is_empty() && self.words.iter().all(is_it) {
            self.measures.push("dead");
            self.rest.retain(|word| !BODIES.contains(&&**word));
        }
    }

    /// "Policía civil", "pol militares": both are police, and none are civilians or soldiers.
    pub(in super::super) fn hear_police(&mut self) {
        const POLICE: [&str; 4] = ["pol", "policia", "policias", "policiais"];
        const KINDS: [&str; 6] = ["civil", "civis", "civiles", "militar", "militares", "federal"];
        let pairs = self.words.iter().zip(self.words.iter().skip(1));
        let kinds: Vec<String> = pairs
            .filter(|(police, kind)| POLICE.contains(&&***police) && KINDS.contains(&&***kind))
            .map(|(_, kind)| kind.clone())
            .collect();
        if kinds.is_empty() {
            return;
        }
        self.who.retain(|who| !matches!(*who, "civilians" | "military" | "security_forces"));
        self.who.push("security_forces");
        self.rest.retain(|word| !POLICE.contains(&&**word));
        self.rest.extend(kinds);
    }

    /// "Minor injuries" are slight ones, no children's, and fatal ones are deaths.
    pub(in super::super) fn hear_grades(&mut self) {
        if self.has(&["injuries", "injury"]) || self.measures == ["injured"] {
            self.hear_minor();
        }
        let others = ["fatal", "count", "number", "total"];
        if self.has(&["fatal"]) && self.words.iter().all(|word| others.contains(&&**word)) && self.words.len() > 1 {
            self.measures.push("dead");
            self.rest.retain(|word| word != "fatal");
        }
        // "Non-fatal casualties" are the injured.
        let pairs = self.words.iter().zip(self.words.iter().skip(1));
        let is_not = pairs.into_iter().any(|(non, fatal)| non == "non" && fatal == "fatal") || self.has(&["nonfatal"]);
        if is_not && self.is_vague && self.measures.is_empty() {
            self.is_vague = false;
            self.measures.push("injured");
            self.rest.retain(|word| !matches!(&**word, "non" | "fatal" | "nonfatal"));
        }
        let is_fatal = self.has(&["fatal"]) && !self.has(&["non", "not", "nonfatal", "and", "or"]);
        if is_fatal && self.measures == ["injured"] {
            self.measures = vec!["dead"];
            self.rest.retain(|word| word != "fatal");
        }
    }

    /// Whether these are femicides.
    pub(in super::super) fn is_femicide(&self) -> bool {
        self.has(&["femicide", "femicides", "feminicide", "feminicides", "feminicidio", "feminicidios"])
    }

    /// One minor is a child where many are minors; beside grievous injuries, "minor" are slight ones.
    pub(in super::super) fn hear_minor(&mut self) {
        let others = ["minors", "child", "children"];
        if self.has(&["minor"]) && !self.has(&others) && self.who.contains(&"children") {
            self.who.retain(|who| *who != "children");
            self.rest.push("minor".to_owned());
        }
    }

    /// Losses in dollars are nobody's lives, and costs of casualties neither.
    pub(in super::super) fn hear_money(&mut self, name: &str) {
        const CURRENCIES: [&str; 9] = ["usd", "eur", "euro", "euros", "gbp", "dollar", "dollars", "rupees", "pesos"];
        const COSTS: [&str; 8] = ["cost", "costs", "damage", "damages", "costo", "costos", "kosten", "cout"];
        let is_money = name.contains(['$', '€', '£', '¥', '₹']) || self.has(&CURRENCIES);
        if is_money || self.has(&COSTS) && self.measures.is_empty() {
            self.is_no_count = true;
            self.is_vague = false;
            self.measures.clear();
            self.who.clear();
        }
    }

    /// "Confirmed" alone counts cases; beside another measure it says how sure that is. What holds the confirmed and others
    /// is no category of them.
    pub(in super::super) fn hear_how_sure(&mut self, name: &str) {
        let sure = certainty::of(&self.words);
        let is_cases = |word: &&String| matches!(words::meaning(word), Some(Meaning::Measure("cases")));
        let is_measured = self.measures.len() > 1 || self.is_vague;
        let beside = ["confirmed and", "confirmed &", "confirmed/", "confirmed +"];
        let small = name.to_lowercase();
        let is_beside = sure.len() == 1 && beside.iter().any(|said| small.contains(said));
        if is_measured && !is_beside && self.words.iter().filter(is_cases).all(|word| word == "confirmed") {
            self.measures.retain(|measure| *measure != "cases");
            self.rest.extend(self.words.iter().find(|word| *word == "confirmed").cloned());
        }
        if sure.len() > 1 {
            self.rest.retain(|word| certainty::of(std::slice::from_ref(word)).is_empty());
        }
    }

    /// Of several measures without a word that joins them, some only say of whom: "confirmed deaths", "deaths in detention".
    pub(in super::super) fn keep_heads(&mut self, name: &str) {
        const WEAK: [&str; 7] = ["cases", "affected", "detained", "displaced", "survivors", "abducted", "captured"];
        let joins = ["and", "or", "y", "o", "et", "ou", "und", "oder", "e"];
        let is_joined = name.contains(['&', '/', '+', ',']) || self.has(&joins);
        let (mut heads, mut others): (Vec<&'static str>, Vec<&'static str>) =
            self.measures.iter().copied().partition(|measure| !WEAK.contains(measure));
        // "Deaths - Road injuries", "deaths from injuries": what follows says of what.
        if name.contains(" - ") || self.has(&["from", "due", "caused"]) {
            others.extend(heads.drain(1.min(heads.len())..));
        }
        if is_joined || heads.is_empty() || others.is_empty() {
            return;
        }
        self.measures = heads;
        let said = |word: &&String| matches!(words::meaning(word), Some(Meaning::Measure(measure)) if others.contains(&measure));
        let words: Vec<String> = self.words.iter().filter(said).cloned().collect();
        self.rest.extend(words);
    }
}
