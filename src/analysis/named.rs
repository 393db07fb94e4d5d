//! The names by which files, command lines and messages know what can be asked: they never change, new ones may come.

use super::{Column, Flow, Order, Scale, Sources, Tab, Time, Unit};

macro_rules! named {
    ($($type:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {$(
        impl $type {
            /// All values with their names.
            pub const NAMES: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),+];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    )+};
}

named! {
    Tab {
        Breakdown = "breakdown",
        Compare = "compare",
        Timeline = "timeline",
        Table = "table",
        Checks = "checks",
        Sources = "sources",
    }
    Unit {
        Total = "total",
        PerDay = "per_day",
        PerMillion = "per_million",
        Multiple = "multiple",
        Share = "share",
    }
    Scale {
        Linear = "linear",
        Log = "log",
    }
    Order {
        Date = "date",
        Toll = "toll",
    }
    Sources {
        Standing = "standing",
        All = "all",
        Range = "range",
    }
    Time {
        Calendar = "calendar",
        Day = "day",
    }
    Flow {
        SoFar = "so_far",
        PerDay = "per_day",
        PerWeek = "per_week",
        PerMonth = "per_month",
    }
    Column {
        Event = "event",
        Source = "source",
        When = "when",
        Who = "who",
        Number = "number",
    }
}
