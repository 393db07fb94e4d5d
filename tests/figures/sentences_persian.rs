//! Sentences in Persian and sentences of a comparison, word for word; and that their numbers are those of the labels.

use super::sentences::{quoted, quoted_in};
use super::{Asked, event, one_count, one_event};
use tollview::analysis::{Unit, compare, comparison_sentence};
use tollview::model::Relation;
use tollview::text::{Locale, for_clipboard};

#[test]
fn look() {
    let fa = Locale::persian();
    let p = |asked: &Asked, of: &str, report, path: &[(Relation, &str)]| {
        let s = quoted_in(asked, of, report, path, &fa);
        println!("{}\n   {:?}\n", for_clipboard(&s), for_clipboard(&s) == tollview::text::without_marks(&s));
    };
    let b = Asked::bundled();
    p(&b, "iran-2025-26", None, &[]);
    p(&b, "iran-2022", Some(3), &[]);
    p(&b, "iran-2025-26", Some(10), &[]);
    p(&b, "iran-2025-26", Some(13), &[(Relation::Part, "protesters")]);
    p(&b, "iran-2025-26", Some(10), &[(Relation::Part, "protesters"), (Relation::OfWhich, "children")]);
    p(&b, "iran-2022", Some(3), &[(Relation::Unclear, "security_forces")]);
    p(&b, "iran-1978-79", Some(0), &[]);
    for id in ["iran-2019", "iran-2017-18", "iran-2009", "iran-1999"] {
        p(&b, id, Some(0), &[]);
        p(&b, id, Some(1), &[]);
    }
    p(&Asked::bundled().ask(|q| q.measure = "detained".into()), "iran-2022", Some(3), &[]);
    p(&Asked::bundled().ask(|q| q.measure = "severely_injured".into()), "iran-2025-26", Some(12), &[]);
    let periods = one_event(
        r#"{ "source": "a", "basis": "incremental", "period": "2020-01-01/2020-01-05", "counts": { "killed": 40 } },
           { "source": "a", "basis": "incremental", "period": "2020-01-06/2020-01-10", "counts": { "killed": 2 } }"#,
    );
    p(&periods, "storm", None, &[]);
    p(&periods, "storm", Some(0), &[]);
    let unknown = one_count(r#"{ "exact": null, "parts": { "men": 8, "women": null } }"#);
    p(&unknown, "storm", None, &[]);
    p(&unknown, "storm", Some(0), &[(Relation::Part, "men")]);
    p(&unknown, "storm", Some(0), &[(Relation::Part, "women")]);
    for asked in [
        Asked::bundled(),
        Asked::latest(),
        Asked::bundled().ask(|q| q.unit = Unit::PerDay),
        Asked::bundled().ask(|q| {
            q.chosen_sources.insert(event("iran-2022"), "ihrngo".into());
        }),
        Asked::bundled().ask(|q| q.baseline = None),
        periods,
    ] {
        for l in [Locale::english(), Locale::persian()] {
            let s = asked.look(|library, q| comparison_sentence(&compare(library, q), q, &l)).unwrap();
            println!("{}\n   {:?}", for_clipboard(&s), for_clipboard(&s) == tollview::text::without_marks(&s));
        }
    }
    println!("{}", quoted(&unknown, "storm", Some(0), &[(Relation::Part, "men")]));
}
