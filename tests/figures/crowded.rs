//! A dataset that asks much of a layout.

use super::Asked;

/// Long names, Persian names, every qualifier, deep categories, many sources, and numbers of every size.
pub(super) fn crowded() -> Asked {
    let long = "An Exceedingly Long Name of an Organisation That Counts People in Many Provinces at Once";
    let persian = "سازمان بین‌المللی حقوق بشر و مستندسازی کشته‌شدگان اعتراضات سراسری در استان‌های ایران (۱۴۰۴)";
    let mut sources = vec![format!(r#"{{ "id": "s0", "name": "{long}" }}, {{ "id": "s1", "name": "{persian}" }}"#)];
    sources.extend((2..12).map(|n| format!(r#"{{ "id": "s{n}", "name": "Source number {n}" }}"#)));
    let mut categories =
        vec![format!(r#"{{ "id": "c0", "label": "{long}" }}, {{ "id": "c1", "label": "{persian}" }}"#)];
    categories.extend((2..11).map(|n| format!(r#"{{ "id": "c{n}", "label": "Category {n}" }}"#)));
    let stated = |form: usize, n: usize| match form % 7 {
        0 => format!(r#""exact": {n}"#),
        1 => format!(r#""at_least": {n}"#),
        2 => format!(r#""more_than": {n}"#),
        3 => format!(r#""about": {n}"#),
        4 => format!(r#""up_to": {n}"#),
        5 => format!(r#""low": {}, "best": {n}, "high": {}"#, n / 2, n * 2),
        _ => format!(r#""low": {}, "high": {}"#, n / 3, n * 3),
    };
    let sizes = [3, 40, 999, 12_345, 1_234_567];
    let count = |form: usize| {
        let n = sizes[form % 5];
        let parts: Vec<String> = (0..form % 10)
            .map(|part| {
                let inside = if part == 0 { r#", "of_which": { "c9": 1, "c10": 1 }"# } else { "" };
                let stale = if part == 3 { r#", "as_of": "1999-01-01""# } else { "" };
                format!(r#""c{part}": {{ "exact": {}{inside}{stale} }}"#, n / (part + 2))
            })
            .collect();
        let pending = if form.is_multiple_of(3) { format!(r#", "pending": {}"#, n * 2) } else { String::new() };
        let unclear = if form.is_multiple_of(4) { format!(r#", "unclear": {{ "c9": {n} }}"#) } else { String::new() };
        format!(r#"{{ {}, "parts": {{ {} }}{pending}{unclear} }}"#, stated(form, n), parts.join(", "))
    };
    let event = |index: usize| {
        let reports: Vec<String> = (0..=index % 12)
            .map(|n| {
                let via = if n % 4 == 1 { format!(r#""via": [{{ "name": "{long}" }}], "#) } else { String::new() };
                let counts = count(index + n * 3);
                format!(
                    r#"{{ "source": "s{n}", {via}"as_of": "2001-02-{:02}", "counts": {{ "killed": {counts} }} }}"#,
                    n + 1
                )
            })
            .collect();
        let title = match index % 4 {
            0 => long.to_owned(),
            1 => persian.to_owned(),
            _ => format!("Event {index}"),
        };
        format!(
            r#"{{ "id": "e{index}", "title": "{title}", "start": "2001-01-{:02}", "lead": "s{}", "reports": [{}] }}"#,
            index + 1,
            index % 3,
            reports.join(", ")
        )
    };
    let events: Vec<String> = (0..24).map(event).collect();
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "{long} {persian}", "show": {{ "baseline": "e2" }}, "sources": [{}],
             "categories": [{}], "events": [{}] }}"#,
        sources.join(", "),
        categories.join(", "),
        events.join(", ")
    ))
}
