//! Interval arithmetic against brute force: every result lies inside (containment), and the ends are reached or
//! approached (tightness).

use proptest::prelude::*;
use proptest::sample::select;
use tollview::model::{Interval, Quantity, Sign, Stated};

/// Halves from 0 to 6 with open or closed ends; no end is infinite, so that all numbers inside can be tried.
fn finite() -> impl Strategy<Value = Interval> {
    (0_u32..=6, 0_u32..=6, any::<bool>(), any::<bool>()).prop_map(|(from, length, low_open, high_open)| {
        let (low, high) = (f64::from(from), f64::from(from + length));
        let is_point = length == 0;
        Interval { low, high, low_open: low_open && !is_point, high_open: high_open && !is_point }
    })
}

/// Numbers inside an interval: a grid, and numbers very near to open ends. Infinite intervals are tried far out.
fn members(interval: Interval) -> Vec<f64> {
    let high = if interval.high.is_finite() { interval.high } else { interval.low + 1e12 };
    let near = 1e-9;
    let grid = (0..=8).map(|step| interval.low + (high - interval.low) * f64::from(step) / 8.0);
    let mut all: Vec<f64> = grid.chain([interval.low + near, high - near]).filter(|n| interval.contains(*n)).collect();
    all.sort_by(f64::total_cmp);
    all
}

fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

/// Rounding may put a result one last digit beyond a closed end.
fn holds(interval: Interval, n: f64) -> bool {
    interval.contains(n)
        || (is_close(n, interval.low) && !interval.low_open)
        || (is_close(n, interval.high) && !interval.high_open)
}

fn check(result: Interval, results: &[f64]) {
    for n in results {
        assert!(holds(result, *n), "{n} is not in {result:?}");
    }
    let least = results.iter().copied().fold(f64::INFINITY, f64::min);
    let most = results.iter().copied().fold(0.0, f64::max);
    assert!(is_close(least, result.low), "nothing reaches down to {result:?}, only to {least}");
    if result.high.is_finite() {
        assert!(is_close(most, result.high), "nothing reaches up to {result:?}, only to {most}");
        assert!(result.high_open || results.iter().any(|n| is_close(*n, result.high)));
    } else {
        assert!(most > 1e8, "nothing goes far beyond {most}, but {result:?} is not bounded");
    }
}

fn any_kind() -> impl Strategy<Value = Interval> {
    let open = (0_u32..=6, any::<bool>()).prop_map(|(low, more_than)| {
        let low = f64::from(low);
        if more_than { Interval::more_than(low) } else { Interval::at_least(low) }
    });
    prop_oneof![3 => finite(), 1 => open]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_hold_every_sum_and_nothing_else(a in any_kind(), b in any_kind()) {
        let sums: Vec<f64> = members(a).into_iter().flat_map(|x| members(b).into_iter().map(move |y| x + y)).collect();
        check(a.plus(b), &sums);
        let sum = a.plus(b);
        prop_assert_eq!(sum.low_open, a.low_open || b.low_open);
    }

    #[test]
    fn ratios_hold_every_ratio_and_nothing_else(a in any_kind(), b in any_kind()) {
        let divisors: Vec<f64> = members(b).into_iter().filter(|y| *y > 0.0).collect();
        let ratios: Vec<f64> =
            members(a).into_iter().flat_map(|x| divisors.iter().map(move |y| x / y)).collect();
        match a.over(b) {
            None => prop_assert!(ratios.is_empty()),
            Some(ratio) => {
                for n in &ratios {
                    prop_assert!(holds(ratio, *n), "{} is not in {:?}", n, ratio);
                }
                let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
                let most = ratios.iter().copied().fold(0.0, f64::max);
                prop_assert!((least - ratio.low).abs() < 1e-6, "{} and {:?}", least, ratio);
                if ratio.high.is_finite() {
                    prop_assert!(is_close(most, ratio.high), "{} and {:?}", most, ratio);
                } else {
                    prop_assert!(most > 1e6, "{} and {:?}", most, ratio);
                }
            }
        }
    }

    #[test]
    fn intervals_meet_where_they_share_a_number(a in finite(), b in finite()) {
        let shared = members(a).into_iter().chain(members(b)).any(|n| a.contains(n) && b.contains(n));
        prop_assert_eq!(a.meets(b), shared, "{:?} {:?}", a, b);
        prop_assert_eq!(a.meets(b), b.meets(a));
    }

    #[test]
    fn a_quantity_states_a_number_that_it_may_be_and_its_sign_fits(
        a in stated(), b in stated(), divides in any::<bool>(),
    ) {
        let (Some(a), Some(b)) = (Quantity::of(a), Quantity::of(b)) else { return Ok(()) };
        let result = if divides { a.over(b) } else { Some(a.plus(b)) };
        let Some(result) = result else { return Ok(()) };
        let Interval { low, high, .. } = result.interval;
        // "More than n" states n, which lies on its open end.
        prop_assert!(result.stated >= low - 1e-9 && result.stated <= high + 1e-9);
        match result.sign() {
            Sign::AsStated => prop_assert!(low >= high),
            Sign::AtLeast | Sign::MoreThan => prop_assert!(low > 0.0 && high.is_infinite()),
            Sign::UpTo | Sign::LessThan => prop_assert!(low <= 0.0 && high.is_finite()),
            Sign::Between => prop_assert!(low > 0.0 && high.is_finite()),
            Sign::Unbounded => prop_assert!(low <= 0.0 && high.is_infinite()),
        }
    }
}

fn stated() -> impl Strategy<Value = Stated> {
    (0_u64..9, 0_u64..9, 0_u64..9).prop_flat_map(|(a, b, c)| {
        let mut range = [a, b, c];
        range.sort_unstable();
        let [low, best, high] = range;
        select(vec![
            Stated::Exact(a),
            Stated::AtLeast(a),
            Stated::MoreThan(a),
            Stated::About(a),
            Stated::UpTo(a),
            Stated::Range { low: Some(low), best: Some(best), high: Some(high) },
            Stated::Range { low: Some(low), best: None, high: Some(high) },
            Stated::Range { low: None, best: Some(best), high: Some(high) },
            Stated::Range { low: Some(low), best: Some(best), high: None },
        ])
    })
}

/// The ratios that readers of the 2026 figures saw, with the sign that each must carry.
#[test]
fn known_ratios_carry_their_sign() {
    let ratio = |a, b| Quantity::of(a).unwrap().over(Quantity::of(b).unwrap()).unwrap();
    let at_least = ratio(Stated::AtLeast(2571), Stated::Exact(522));
    assert_eq!(((at_least.stated * 10.0).round() / 10.0, at_least.sign()), (4.9, Sign::AtLeast));
    let up_to = ratio(Stated::AtLeast(2571), Stated::UpTo(551));
    assert_eq!(((up_to.stated * 10.0).round() / 10.0, up_to.sign()), (4.7, Sign::AtLeast));
    let unbounded = ratio(Stated::AtLeast(2571), Stated::AtLeast(458));
    assert_eq!(((unbounded.stated * 10.0).round() / 10.0, unbounded.sign()), (5.6, Sign::Unbounded));
    let exact = ratio(Stated::Exact(2403), Stated::Exact(522));
    assert_eq!(((exact.stated * 10.0).round() / 10.0, exact.sign()), (4.6, Sign::AsStated));
    assert!(ratio(Stated::About(100), Stated::Exact(10)).approximate);
    assert!(Quantity::of(Stated::Exact(1)).unwrap().over(Quantity::exact(0.0)).is_none());
    assert!(Quantity::of(Stated::Unknown).is_none());
}

#[test]
fn a_low_and_a_high_of_different_counts_say_nothing_of_their_sum() {
    let low = Stated::Range { low: Some(3), best: None, high: None };
    let high = Stated::Range { low: None, best: None, high: Some(9) };
    assert_eq!(low + high, Stated::Unknown);
    assert_eq!(low + high + Stated::Exact(5), Stated::AtLeast(5));
}
