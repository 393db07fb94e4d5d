//! Sentences in Persian, word for word, as they are copied.

use super::sentences::quoted_in;
use super::{Asked, one_count, one_event};
use tollview::model::Relation;
use tollview::text::{Locale, for_clipboard, without_marks};

fn persian(asked: &Asked, of: &str, report: Option<usize>, categories: &[(Relation, &str)]) -> String {
    for_clipboard(&quoted_in(asked, of, report, categories, &Locale::persian()))
}

#[test]
fn totals() {
    let bundled = Asked::bundled();
    assert_eq!(
        persian(&bundled, "iran-2025-26", None, &[]),
        "در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر (به گزارش AP)، تا ۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی \
         ۱۴۰۴)، دست‌کم ۲٬۵۷۱ نفر کشته شده بودند؛ راستی‌آزمایی مستقل آن برای AP ممکن نبود."
    );
    assert_eq!(
        persian(&bundled, "iran-2022", Some(3), &[]),
        "در «اعتراضات مهسا امینی»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر، تا ۱۴ ژانویهٔ ۲۰۲۳ (۲۴ دی ۱۴۰۱)، ۵۲۲ نفر کشته \
         شده بودند. این رقم فقط معترضان را در بر می‌گیرد."
    );
    let detained = Asked::bundled().ask(|question| question.measure = "detained".into());
    assert_eq!(
        persian(&detained, "iran-2022", Some(3), &[]),
        "در «اعتراضات مهسا امینی»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر، تا ۱۴ ژانویهٔ ۲۰۲۳ (۲۴ دی ۱۴۰۱)، حدود ۲۰٬۰۰۰ \
         نفر بازداشت شده بودند."
    );
    let injured = Asked::bundled().ask(|question| question.measure = "severely_injured".into());
    assert_eq!(
        persian(&injured, "iran-2025-26", Some(12), &[]),
        "در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر، تا ۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴)، شمار \
         مجروحان با جراحات شدید ۱٬۱۳۴ بود."
    );
}

#[test]
fn pending() {
    assert_eq!(
        persian(&Asked::bundled(), "iran-2025-26", Some(10), &[]),
        "در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر، تا ۱۲ ژانویهٔ ۲۰۲۶ (۲۲ دی ۱۴۰۴)، دست‌کم \
         ۶۴۶ نفر کشته شده بودند. وضعیت ۵۷۹ نفر دیگر در دست بررسی بود و در این رقم نیامده است."
    );
    let unknown = one_count(r#"{ "exact": 5, "pending": { "exact": null } }"#);
    assert_eq!(
        persian(&unknown, "storm", None, &[]),
        "در «Storm»، به گفتهٔ Alpha، تا ۱۰ ژانویهٔ ۲۰۲۰ (۲۰ دی ۱۳۹۸)، ۵ نفر کشته شده بودند. وضعیت شماری دیگر، که تعدادشان \
         اعلام نشده، در دست بررسی بود و در این رقم نیامده است."
    );
}

#[test]
fn categories() {
    let bundled = Asked::bundled();
    assert_eq!(
        persian(&bundled, "iran-2025-26", Some(13), &[(Relation::Part, "protesters")]),
        "در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر (به گزارش AP)، تا ۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی \
         ۱۴۰۴)، شمار کشته‌شدگان در میان معترضان ۲٬۴۰۳ نفر بود، از مجموع دست‌کم ۲٬۵۷۱ نفر؛ راستی‌آزمایی مستقل آن برای AP ممکن \
         نبود."
    );
    let path = [(Relation::Part, "protesters"), (Relation::OfWhich, "children")];
    assert_eq!(
        persian(&bundled, "iran-2025-26", Some(10), &path),
        "در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر، تا ۱۲ ژانویهٔ ۲۰۲۶ (۲۲ دی ۱۴۰۴)، شمار \
         کشته‌شدگان در میان کودکان ۹ نفر بود، جزو ۵۰۵ نفر."
    );
    assert_eq!(
        persian(&bundled, "iran-2022", Some(3), &[(Relation::Unclear, "security_forces")]),
        "در «اعتراضات مهسا امینی»، به گفتهٔ هرانا، خبرگزاری فعالان حقوق بشر، تا ۱۴ ژانویهٔ ۲۰۲۳ (۲۴ دی ۱۴۰۱)، شمار \
         کشته‌شدگان در میان نیروهای امنیتی ۶۸ نفر بود، بی‌آنکه روشن باشد جزو ۵۲۲ نفر بوده‌اند یا نه."
    );
}

#[test]
fn a_range_and_its_coverage() {
    assert_eq!(
        persian(&Asked::bundled(), "iran-1978-79", Some(0), &[]),
        "در «انقلاب ۱۹۷۸–۱۹۷۹»، به گفتهٔ تاکر (دانشنامه)، تا فوریهٔ ۱۹۷۹ (بهمن تا اسفند ۱۳۵۷)، ۵۳۲ تا ۲٬۷۸۱ نفر کشته شده \
         بودند. دامنهٔ این رقم: کسانی که مشخص نشده‌اند، در بازهٔ ژانویهٔ ۱۹۷۸ تا فوریهٔ ۱۹۷۹ (دی ۱۳۵۶ تا اسفند ۱۳۵۷)."
    );
}

#[test]
fn periods() {
    let asked = one_event(
        r#"{ "source": "a", "basis": "incremental", "period": "2020-01-01/2020-01-05", "counts": { "killed": 40 } },
           { "source": "a", "basis": "incremental", "period": "2020-01-06/2020-01-10", "counts": { "killed": 2 } }"#,
    );
    assert_eq!(
        persian(&asked, "storm", None, &[]),
        "در «Storm»، به گفتهٔ Alpha، در مجموع ۲ دوره از ۱ ژانویهٔ ۲۰۲۰ (۱۱ دی ۱۳۹۸) تا ۱۰ ژانویهٔ ۲۰۲۰ (۲۰ دی ۱۳۹۸)، ۴۲ نفر کشته شده بودند."
    );
    assert_eq!(
        persian(&asked, "storm", Some(0), &[]),
        "در «Storm»، به گفتهٔ Alpha، در بازهٔ ۱ تا ۵ ژانویهٔ ۲۰۲۰ (۱۱ تا ۱۵ دی ۱۳۹۸)، ۴۰ نفر کشته شده بودند."
    );
}

#[test]
fn numbers_that_are_not_stated() {
    let asked = one_count(r#"{ "exact": null, "parts": { "men": 8, "women": null } }"#);
    assert_eq!(
        persian(&asked, "storm", None, &[]),
        "در «Storm»، به گفتهٔ Alpha، تا ۱۰ ژانویهٔ ۲۰۲۰ (۲۰ دی ۱۳۹۸)، شماری که اعلام نشده کشته شده بودند."
    );
    assert_eq!(
        persian(&asked, "storm", Some(0), &[(Relation::Part, "women")]),
        "در «Storm»، به گفتهٔ Alpha، تا ۱۰ ژانویهٔ ۲۰۲۰ (۲۰ دی ۱۳۹۸)، شمار کشته‌شدگان در میان women اعلام نشده بود، بخشی از \
         شماری که اعلام نشده."
    );
    let men = persian(&asked, "storm", Some(0), &[(Relation::Part, "men")]);
    assert!(men.contains("\u{2068}men\u{2069} ۸"), "a number after a Latin word keeps its marks: {men:?}");
    assert_eq!(
        without_marks(&men),
        "در «Storm»، به گفتهٔ Alpha، تا ۱۰ ژانویهٔ ۲۰۲۰ (۲۰ دی ۱۳۹۸)، شمار کشته‌شدگان در میان men ۸ نفر بود، بخشی از شماری \
         که اعلام نشده."
    );
}
