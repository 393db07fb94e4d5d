//! How numbers are printed: separators, qualifiers, signs and digits that the numbers can carry.

use super::Locale;
use crate::model::{Quantity, Sign, Stated};

/// `n` with a separator at every third digit.
#[must_use]
pub fn whole(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count as a label on a mark: `≥ 2,571`, `≈ 1,500`, `200–225`.
#[must_use]
pub fn label(stated: Stated, locale: &Locale) -> String {
    match plain(stated) {
        Stated::Unknown => locale.say("count-unknown"),
        Stated::Exact(n) => whole(n),
        Stated::AtLeast(n) => format!("≥ {}", whole(n)),
        Stated::MoreThan(n) => format!("> {}", whole(n)),
        Stated::About(n) => format!("≈ {}", whole(n)),
        Stated::UpTo(n) => format!("≤ {}", whole(n)),
        Stated::Range { low, best, high } => {
            let ends = match (low, high) {
                (Some(low), Some(high)) => format!("{}–{}", whole(low), whole(high)),
                (Some(low), None) => format!("≥ {}", whole(low)),
                (None, Some(high)) => format!("≤ {}", whole(high)),
                (None, None) => String::new(),
            };
            match best {
                Some(best) if ends.is_empty() => whole(best),
                Some(best) => format!("{} ({ends})", whole(best)),
                None => ends,
            }
        }
    }
}

/// A range from a number to itself is that number.
fn plain(stated: Stated) -> Stated {
    match stated {
        Stated::Range { low: Some(low), best, high: Some(high) }
            if low == high && best.is_none_or(|best| best == low) =>
        {
            Stated::Exact(low)
        }
        stated => stated,
    }
}

/// A count in words, for sentences: `at least 2,571`.
#[must_use]
pub fn words(stated: Stated, locale: &Locale) -> String {
    let number = |n: u64| locale.in_digits(whole(n));
    let say = |key, n: u64| locale.say_with(key, &[("n", number(n).into())]);
    let say_two = |key, (first, n): (&str, u64), (second, m): (&str, u64)| {
        locale.say_with(key, &[(first, number(n).into()), (second, number(m).into())])
    };
    match plain(stated) {
        Stated::Exact(n) => say("count-exact", n),
        Stated::AtLeast(n) => say("count-at-least", n),
        Stated::MoreThan(n) => say("count-more-than", n),
        Stated::About(n) => say("count-about", n),
        Stated::UpTo(n) => say("count-up-to", n),
        Stated::Range { low: Some(low), best: None, high: Some(high) } => {
            say_two("count-range", ("low", low), ("high", high))
        }
        Stated::Range { low: Some(low), best: Some(best), high: Some(high) } => {
            let [low, best, high] = [low, best, high].map(number);
            locale.say_with("count-range-best", &[("low", low.into()), ("best", best.into()), ("high", high.into())])
        }
        Stated::Range { low: Some(low), best: None, high: None } => say("count-at-least", low),
        Stated::Range { low: None, best: None, high: Some(high) } => say("count-up-to", high),
        Stated::Range { low: Some(low), best: Some(best), high: None } => {
            say_two("count-best-low", ("best", best), ("low", low))
        }
        Stated::Range { low: None, best: Some(best), high: Some(high) } => {
            say_two("count-best-high", ("best", best), ("high", high))
        }
        Stated::Range { low: None, best: Some(best), high: None } => say("count-exact", best),
        Stated::Unknown | Stated::Range { low: None, best: None, high: None } => locale.say("count-unknown"),
    }
}

/// How many people live somewhere: `92.4 million`, `350,000`.
#[must_use]
pub fn inhabitants(n: u64, locale: &Locale) -> String {
    if n < 1_000_000 {
        return locale.in_digits(whole(n));
    }
    let millions = decimal(n as f64 / 1e6, false, Rounding::Nearest);
    locale.say_with("millions", &[("n", locale.in_digits(millions).into())])
}

/// How a number is rounded so that what is printed stays true.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rounding {
    Nearest,
    Down,
    Up,
}

/// A result with the sign that it can carry: `≥ 4.9`, `1.0–5.3`, `≈ 0.35`.
/// A single bound is rounded to the side on which it stays true, everything else to the nearest digit.
/// Where no finite bound is left it prints the number as stated; the caller adds `not-bounded`.
#[must_use]
pub fn quantity(quantity: Quantity) -> String {
    let about = if quantity.approximate { "≈ " } else { "" };
    match printed(quantity) {
        (Sign::AtLeast, n, _) => format!("≥ {about}{n}"),
        (Sign::MoreThan, n, _) => format!("> {about}{n}"),
        (Sign::UpTo, n, _) => format!("≤ {about}{n}"),
        (Sign::LessThan, n, _) => format!("< {about}{n}"),
        (Sign::Between, low, high) => format!("{about}{low}–{high}"),
        (Sign::AsStated | Sign::Unbounded, n, _) => format!("{about}{n}"),
    }
}

/// The same in words, for sentences: `at least 4.9`, `1.0 to 5.3`, `about 0.35`.
#[must_use]
pub fn quantity_words(quantity: Quantity, locale: &Locale) -> String {
    let (sign, n, high) = printed(quantity);
    let [n, high] = [n, high].map(|number| locale.in_digits(number));
    let about = |n: String| if quantity.approximate { locale.say_with("count-about", &[("n", n.into())]) } else { n };
    let say = |key, n| locale.say_with(key, &[("n", about(n).into())]);
    match sign {
        Sign::AsStated | Sign::Unbounded => about(n),
        Sign::AtLeast => say("count-at-least", n),
        Sign::MoreThan => say("count-more-than", n),
        Sign::UpTo => say("count-up-to", n),
        Sign::LessThan => say("count-less-than", n),
        Sign::Between => about(locale.say_with("count-range", &[("low", n.into()), ("high", high.into())])),
    }
}

/// The sign of a result and the digits that it can carry; the second number is the high end of a range, else empty.
fn printed(quantity: Quantity) -> (Sign, String, String) {
    let print = |n, rounding| decimal(n, quantity.approximate, rounding);
    let (sign, interval) = (quantity.sign(), quantity.interval);
    let number = match sign {
        Sign::AsStated | Sign::Unbounded => print(quantity.stated, Rounding::Nearest),
        Sign::AtLeast | Sign::MoreThan => print(interval.low, Rounding::Down),
        Sign::UpTo | Sign::LessThan => print(interval.high, Rounding::Up),
        Sign::Between => print(interval.low, Rounding::Nearest),
    };
    let high = if sign == Sign::Between { print(interval.high, Rounding::Nearest) } else { String::new() };
    (sign, number, high)
}

/// A share of a whole, 1 being all of it: `93.5 %`.
#[must_use]
pub fn percent(share: Quantity) -> String {
    let scaled = |n: f64| n * 100.0;
    let interval =
        crate::model::Interval { low: scaled(share.interval.low), high: scaled(share.interval.high), ..share.interval };
    let share = Quantity { stated: scaled(share.stated), interval, ..share };
    if share.sign() == Sign::AsStated && !share.approximate && share.stated >= 0.05 {
        // All but one of thousands are not all of them.
        let nearly_all = share.stated < 100.0 && share.stated >= 99.95;
        return if nearly_all { "> 99.9 %".to_owned() } else { format!("{:.1} %", share.stated) };
    }
    format!("{} %", quantity(share))
}

/// A number for an axis: whole numbers with separators, others with the digits they need.
#[must_use]
pub fn tick(n: f64) -> String {
    if n.fract().abs() < 1e-9 || n.abs() >= 1_000.0 {
        return whole_part(n.round());
    }
    let places = if n.abs() >= 0.001 { 3 } else { 12 };
    trim_zeros(format!("{n:.places$}"))
}

/// One decimal from 1 to 1,000, none above, two significant digits below; two significant digits if approximate.
fn decimal(n: f64, approximate: bool, rounding: Rounding) -> String {
    if n <= 0.0 {
        return "0".to_owned();
    }
    let significant = n.log10().floor();
    let places = match significant {
        magnitude if approximate || magnitude < 0.0 => 1.0 - magnitude,
        magnitude if magnitude < 3.0 => 1.0,
        _ => 0.0,
    };
    let scale = 10_f64.powf(places);
    // One part in 10^9 absorbs the error of binary fractions, so that 0.3 rounded down stays 0.3.
    let rounded = match rounding {
        Rounding::Nearest => (n * scale).round(),
        Rounding::Down => (n * scale * (1.0 + 1e-9)).floor(),
        Rounding::Up => (n * scale * (1.0 - 1e-9)).ceil(),
    } / scale;
    if places <= 0.0 || (n.fract() == 0.0 && n < 1e15) {
        return whole_part(rounded);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20 places")]
    let places = places.min(20.0) as usize;
    format!("{rounded:.places$}")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and checked to fit")]
fn whole_part(n: f64) -> String {
    if (0.0..1e18).contains(&n) { whole(n as u64) } else { format!("{n:.0}") }
}

fn trim_zeros(text: String) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
