//! What a file says of how many records there are: an answer of a service is often one page of several, and looks whole.

use crate::formats::Warning;
use crate::formats::words::quoted;
use crate::text::whole;

/// Keys of the number of all records.
const TOTALS: [&str; 12] = [
    "totalcount",
    "totalresults",
    "totalrecords",
    "totalrows",
    "totalitems",
    "totalelements",
    "totalhits",
    "totalsize",
    "numfound",
    "numbermatched",
    "recordstotal",
    "countall",
];

/// Keys of numbers that may count something else, unless there are pages.
const COUNTS: [&str; 3] = ["count", "total", "size"];

/// Keys of pages.
const PAGES: [&str; 15] = [
    "page",
    "pages",
    "perpage",
    "pagesize",
    "pagecount",
    "pagenumber",
    "currentpage",
    "lastpage",
    "totalpages",
    "limit",
    "offset",
    "skip",
    "previous",
    "prev",
    "start",
];

/// Keys of what says that more follows.
const NEXT: [&str; 12] = [
    "next",
    "nextpage",
    "nextpageurl",
    "nextpagetoken",
    "nextlink",
    "nexturl",
    "nexthref",
    "odatanextlink",
    "exceededtransferlimit",
    "hasmore",
    "hasnext",
    "hasnextpage",
];

/// A key without signs and capitals.
pub(super) fn plain(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// What one object says.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    path: Vec<String>,
    total: Option<(String, u64)>,
    count: Option<(String, u64)>,
    has_pages: bool,
    next: Option<String>,
}

impl Said {
    /// Nothing yet, of the object there.
    pub(super) fn at(path: &[String]) -> Self {
        Self { path: path.to_vec(), ..Self::default() }
    }

    /// Whether the values of this key say anything.
    pub(super) fn listens_to(key: &str) -> bool {
        let key = plain(key);
        let key = key.as_str();
        TOTALS.contains(&key) || COUNTS.contains(&key) || PAGES.contains(&key) || NEXT.contains(&key)
    }

    /// Takes a value in; empty for what is null or false.
    pub(super) fn hear(&mut self, key: &str, value: &str) {
        let name = plain(key);
        let name = name.as_str();
        self.has_pages |= PAGES.contains(&name) || NEXT.contains(&name);
        let number = || value.split('.').next().and_then(|whole| whole.parse::<u64>().ok());
        if NEXT.contains(&name) && !matches!(value, "" | "0" | "null" | "false") {
            self.next = Some(key.to_owned());
        } else if TOTALS.contains(&name) {
            self.total = number().map(|number| (key.to_owned(), number));
        } else if COUNTS.contains(&name) {
            let larger = number().filter(|number| self.count.as_ref().is_none_or(|(_, known)| known < number));
            self.count = larger.map(|number| (key.to_owned(), number)).or_else(|| self.count.take());
        }
    }

    /// Takes in that there is a record under this key: links are some.
    pub(super) fn hear_of_record(&mut self, key: &str) {
        if NEXT.contains(&plain(key).as_str()) {
            self.hear(key, "a record");
        }
    }

    pub(super) fn says_anything(&self) -> bool {
        self.total.is_some() || self.count.is_some() || self.next.is_some() || self.has_pages
    }
}

/// How many records there are elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::formats::table::reader) struct Promised {
    /// The number of all of them, with the key that says it.
    total: Option<(String, u64)>,
    /// The key that names the next page.
    next: Option<String>,
}

impl Promised {
    /// What is said by the objects around the records at `path`, or beside one of those, or in one that is beside one.
    pub(super) fn of(said: &[Said], path: &[String]) -> Option<Self> {
        let is_near = |said: &&Said| {
            let around = said.path.get(..said.path.len().saturating_sub(2)).unwrap_or_default();
            let is_in_record = said.path.starts_with(path);
            path.starts_with(around) && said.path.len() <= path.len() + 1 && !is_in_record
        };
        let near = || said.iter().filter(is_near);
        let has_pages = near().any(|said| said.has_pages);
        let count = |said: &Said| said.count.clone().filter(|_| has_pages);
        let total =
            near().filter_map(|said| said.total.clone().or_else(|| count(said))).max_by_key(|(_, total)| *total);
        let next = near().find_map(|said| said.next.clone());
        (total.is_some() || next.is_some()).then_some(Self { total, next })
    }

    /// What is to be said where there are only so many.
    pub(in crate::formats::table::reader) fn missed(&self, rows: u64) -> Option<Warning> {
        let message = match (&self.total, &self.next) {
            (Some((key, total)), _) if *total > rows => format!(
                "found {} of the {} rows that the file itself says there are ({}), expected all of them; \
                 fetch the other pages too, or all rows at once",
                whole(rows),
                whole(*total),
                quoted(key)
            ),
            (Some(_), _) | (None, None) => return None,
            (None, Some(key)) => format!(
                "found one page of several ({} says that more follows), expected all rows; \
                 fetch the other pages too, or all rows at once",
                quoted(key)
            ),
        };
        Some(Warning { line: 0, message })
    }
}
