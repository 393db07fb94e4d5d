//! What differs between the figures of the bundled dataset, and what makes them comparable, worked out by hand.

use super::{Asked, event, one_count};
use tollview::analysis::{Card, Leads, Likewise, Offer, Order, Part, Question, Unticked, card, compare, offers, table};
use tollview::text::Locale;

fn card_of(asked: &Asked) -> Card {
    asked.look(|library, question| card(&compare(library, question), &Locale::english()))
}

/// One line for each event: name, number, and the cells, those that differ with a star.
fn lines(card: &Card) -> Vec<String> {
    let cell = |cell: &tollview::analysis::Cell| {
        let star = if cell.likewise == Likewise::Differs { "*" } else { "" };
        format!("{star}{}", cell.text)
    };
    let line = |row: &tollview::analysis::CardRow| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{} {}: {}", row.event.event, row.number, cells.join(" | "))
    };
    card.rows.iter().map(line).collect()
}

fn offers_of(asked: &Asked) -> Vec<Offer> {
    asked.look(|library, question| offers(library, question, &Locale::english()))
}

/// The offer with this name.
#[track_caller]
fn offer(asked: &Asked, name: &str) -> Offer {
    let all = offers_of(asked);
    let found = all.iter().find(|offer| offer.name == name).cloned();
    found.unwrap_or_else(|| panic!("no {name:?} in {all:#?}"))
}

#[track_caller]
fn question(offer: &Offer) -> Question {
    match &offer.leads {
        Leads::To(question) => (**question).clone(),
        Leads::Nowhere => panic!("{offer:?} leads nowhere"),
    }
}

/// The same dataset with the question that an offer leads to.
#[track_caller]
fn taken(asked: Asked, name: &str) -> Asked {
    let question = question(&offer(&asked, name));
    asked.ask(|old| *old = question)
}

/// The events with a number, and those numbers.
fn numbers(asked: &Asked) -> Vec<String> {
    card_of(asked).rows.iter().map(|row| format!("{} {}", row.event.event, row.number)).collect()
}

#[test]
fn every_cell_of_the_bundled_dataset() {
    let card = card_of(&Asked::bundled());
    let expected = [
        "iran-2025-26 ≥ 2,571: HRANA | *AP could not verify it independently | *everyone | place and period not stated | \
         *as of 14 Jan 2026 | *unfinished when counted | *18 days | *92,417,681 in 2025",
        "iran-2022 522: HRANA | verification not stated | protesters | place and period not stated | \
         as of 14 Jan 2023 | over when counted | 121 days | 89,524,246 in 2022",
        "iran-2019 ≥ 304: *Amnesty | verification not stated | *protesters, civilians not taking part | \
         *15–18 Nov 2019 | *as of 20 May 2020 | over when counted | *5 days | *87,051,648 in 2019",
        "iran-2017-18 ≥ 24: *IHRNGO | verification not stated | *who is not stated | place and period not stated | \
         *as of 2 Jan 2018 | *unfinished when counted | *6 days | *85,026,754 in 2017",
        "iran-2009 72: *Opposition | verification not stated | protesters | place and period not stated | \
         *as of 3 Sep 2009 | over when counted | *82 days | *76,457,825 in 2009",
        "iran-1999 ≥ 7: *ABC News | verification not stated | *who is not stated | *in Tehran | \
         *as of 14 Jul 1999 | over when counted | *6 days | *65,445,391 in 1999",
        "iran-1978-79 532–2,781: *Tucker | verification not stated | *who is not stated | *Jan 1978 – Feb 1979 | \
         *as of Feb 1979 | *not known whether it was over | *days not known: no date to the day | *37,126,535 in 1978",
    ];
    assert_eq!(lines(&card), expected);
    assert_eq!(card.remarks, ["The same for all: method not stated; by whom is not stated."]);
    assert_eq!(card.against.unwrap(), "Set bold: what differs from Mahsa Amini protests, the baseline.");
}

#[test]
fn without_a_baseline_most_decide() {
    let card = card_of(&Asked::bundled().ask(|question| question.baseline = None));
    assert_eq!(card.against.as_deref(), Some("Set bold: what differs from what most of them say."));
    let first = &lines(&card)[0];
    // HRANA has two of the figures; three do not say who is counted; each date is there once, the first stands.
    let expected = "iran-2025-26 ≥ 2,571: HRANA | *AP could not verify it independently | *everyone | \
                    place and period not stated | as of 14 Jan 2026 | *unfinished when counted | *18 days | ";
    assert!(first.starts_with(expected), "{first}");
    assert!(first.ends_with(" | 92,417,681 in 2025"), "{first}");
}

#[test]
fn a_baseline_that_is_not_ticked_is_shown_last() {
    let card = card_of(&Asked::bundled().ask(|question| {
        question.ticked.remove(&event("iran-2022"));
    }));
    let parts: Vec<Part> = card.rows.iter().map(|row| row.part).collect();
    assert_eq!((parts.len(), parts[0], parts[6]), (7, Part::Compared, Part::UntickedBaseline));
    assert_eq!(card.rows[6].event, event("iran-2022"));
}

#[test]
fn one_event_is_no_comparison() {
    let asked = one_count("5");
    let card = card_of(&asked);
    assert_eq!((card.rows.len(), card.against, card.remarks), (1, None, Vec::new()));
    assert!(card.rows[0].cells.iter().all(|cell| cell.likewise == Likewise::Same));
    let offers = offers_of(&asked);
    assert!(offers.iter().all(|offer| offer.leads == Leads::Nowhere), "{offers:#?}");
}

#[test]
fn figures_without_a_chosen_source_are_named() {
    let asked = Asked::bundled().ask(|question| question.measure = "detained".into());
    let remarks = card_of(&asked).remarks;
    assert_eq!(remarks[1], "No source stands for December 2017 protests, Green Movement: choose one on the left.");
    let left_out = "Left out: November 2019 protests, Student protests, Revolution (no such count).";
    assert_eq!(remarks[2], left_out);
}

#[test]
fn the_offers_of_the_bundled_dataset() {
    let said: Vec<String> =
        offers_of(&Asked::bundled()).iter().map(|offer| format!("{}: {}", offer.name, offer.text)).collect();
    let expected = [
        "Only IHRNGO: 3 of 7 events have a figure by IHRNGO. Drops November 2019 protests, Green Movement, Student \
         protests, Revolution (no figure by IHRNGO).",
        "Only HRANA: 2 of 7 events have a figure by HRANA. Drops November 2019 protests, December 2017 protests, Green \
         Movement, Student protests, Revolution (no figure by HRANA).",
        "Only Officials: 2 of 7 events have a figure by Officials. Drops 2025–26 protests, Mahsa Amini protests, \
         November 2019 protests, December 2017 protests, Revolution (no figure by Officials). Mahsa Amini protests is \
         then no baseline, and there are no multiples.",
        "Only protesters: 3 of 7 events count protesters, or have them as a part. Drops November 2019 protests (counts \
         protesters, civilians not taking part); December 2017 protests, Student protests, Revolution (who is counted \
         is not stated).",
        // The first counts are of 12 November 2022, 16 December 2019 and 11 August 2009; that of 1978–79 is of a month.
        "Only up to day 18 of each event: 3 of 7 events were counted by their day 18, that of 2025–26 protests. Drops \
         Mahsa Amini protests (first counted on day 58); November 2019 protests (first counted on day 32); Green \
         Movement (first counted on day 60); Revolution (first counted on day 416). Mahsa Amini protests is then no \
         baseline, and there are no multiples.",
        "Only events that were over: 4 of 7 events were over when counted. Drops 2025–26 protests, December 2017 \
         protests (unfinished when counted); Revolution (not known whether it was over).",
    ];
    assert_eq!(said, expected);
}

#[test]
fn the_same_source() {
    let ihrngo = taken(Asked::bundled(), "Only IHRNGO");
    assert_eq!(numbers(&ihrngo), ["iran-2025-26 ≥ 734", "iran-2022 ≥ 458", "iran-2017-18 ≥ 24"]);
    let already = offer(&ihrngo, "Only one source");
    assert_eq!((already.text.as_str(), already.leads), ("All these figures are by IHRNGO already.", Leads::Nowhere));
    let hrana = taken(Asked::bundled(), "Only HRANA");
    assert_eq!(numbers(&hrana), ["iran-2025-26 ≥ 2,571", "iran-2022 522"]);
    // HRANA is the file's choice for both.
    assert!(question(&offer(&Asked::bundled(), "Only HRANA")).chosen_sources.is_empty());
    let officials = taken(Asked::bundled(), "Only Officials");
    assert_eq!(numbers(&officials), ["iran-2009 30", "iran-1999 1"]);
    assert_eq!(question(&offer(&Asked::bundled(), "Only Officials")).baseline, None);
}

#[test]
fn the_same_people() {
    let asked = taken(Asked::bundled(), "Only protesters");
    assert_eq!(numbers(&asked), ["iran-2025-26 2,403", "iran-2022 522", "iran-2009 72"]);
    let text = "All these figures count protesters already.";
    assert_eq!(offer(&asked, "Only the same people").text, text);
    // The table lists those and nothing else: no total that counts more.
    let rows = asked.look(table);
    let all = Asked::bundled().look(table);
    assert!(rows.len() < all.len() && !rows.is_empty(), "{} of {}", rows.len(), all.len());
    let first: Vec<_> = rows.iter().filter(|row| row.stands && row.key.event == event("iran-2025-26")).collect();
    let [only] = first.as_slice() else { panic!("{first:?}") };
    assert_eq!(only.stated, tollview::model::Stated::Exact(2403));
    assert!(rows.iter().all(|row| row.key.event != event("iran-2019")), "others are counted there too");
}

#[test]
fn the_same_day_and_finished_events() {
    let day = taken(Asked::bundled(), "Only up to day 18 of each event");
    assert_eq!(numbers(&day), ["iran-2025-26 ≥ 2,571", "iran-2017-18 ≥ 24", "iran-1999 ≥ 7"]);
    let already = "All these figures are of day 18 or earlier already.";
    assert_eq!(offer(&day, "Only up to the same day").text, already);
    let over = taken(Asked::bundled(), "Only events that were over");
    assert_eq!(numbers(&over), ["iran-2022 522", "iran-2019 ≥ 304", "iran-2009 72", "iran-1999 ≥ 7"]);
    assert_eq!(offer(&over, "Only events that were over").text, "All these events were over when counted already.");
    // The event chosen on the left is no longer ticked.
    let choose = "Not possible: choose an event on the left that is ticked and has a figure; its day will be taken.";
    assert_eq!(offer(&over, "Only up to the same day").text, choose);
}

/// The notes that name events which are left out, under each chart of several events.
#[track_caller]
fn left_out(asked: Asked) -> String {
    let asked = asked.ask(|question| question.all_events = true);
    let said = [asked.compare(), asked.timeline(), asked.breakdown()].map(|figure| {
        let notes = figure.notes.iter().filter(|note| note.text.starts_with("Left out: "));
        notes.map(|note| note.text.clone()).collect::<Vec<_>>().join("\n")
    });
    assert!(said.iter().all(|text| *text == said[0]), "{said:#?}");
    said[0].clone()
}

#[test]
fn what_an_offer_unticks_is_named_under_the_chart() {
    let ihrngo = taken(Asked::bundled(), "Only IHRNGO");
    let by_ihrngo =
        "Left out: November 2019 protests, Green Movement, Student protests, Revolution (no figure by IHRNGO).";
    assert_eq!(left_out(ihrngo), by_ihrngo);
    // HRANA is the file's choice for both that are left: nothing else would tell.
    let by_hrana = "Left out: November 2019 protests, December 2017 protests, Green Movement, Student protests, Revolution \
                    (no figure by HRANA).";
    assert_eq!(left_out(taken(Asked::bundled(), "Only HRANA")), by_hrana);
    let over = taken(Asked::bundled(), "Only events that were over");
    let not_over = "Left out: 2025–26 protests, December 2017 protests (unfinished when counted); Revolution (not known \
                    whether it was over).";
    let figure = over.compare();
    let note = figure.notes.iter().find(|note| note.text == not_over).unwrap_or_else(|| panic!("{:#?}", figure.notes));
    assert_eq!(note.short, "3 events are left out.");
    assert!(card_of(&over).remarks.contains(&not_over.to_owned()), "{:?}", card_of(&over).remarks);
    // Whoever unticks an event himself knows it, and so does whoever ticks one again.
    let ticked = |id: &str| {
        let key = event(id);
        move |question: &mut Question| question.tick_or_untick(&key)
    };
    let again = over.ask(ticked("iran-2025-26"));
    let two = "Left out: December 2017 protests (unfinished when counted); Revolution (not known whether it was over).";
    assert_eq!(left_out_of_compare(&again), two);
    assert_eq!(left_out_of_compare(&again.ask(ticked("iran-2025-26"))), two);
    assert_eq!(left_out(Asked::bundled().ask(ticked("iran-2022"))), "");
    assert_eq!(left_out(taken(taken(Asked::bundled(), "Only HRANA"), "Back to all figures")), "");
}

fn left_out_of_compare(asked: &Asked) -> String {
    let notes = asked.compare().notes.into_iter().map(|note| note.text).filter(|text| text.starts_with("Left out: "));
    notes.collect::<Vec<_>>().join("\n")
}

#[test]
fn why_an_event_was_unticked_is_looked_for_anew() {
    let asked = |known: &str, lack: Unticked| {
        let asked = Asked::bundled().ask(|question| {
            question.as_known_on = Some(known.parse().unwrap());
            question.ticked = [event("iran-2009")].into();
            question.unticked.insert(event("iran-2022"), lack);
        });
        let notes = asked.compare().notes.into_iter().map(|note| note.text);
        notes.filter(|text| text.starts_with("Left out") || text.starts_with("No such count")).collect::<String>()
    };
    // The mission published on 8 March 2024; the protests ended on 14 January 2023, before which HRANA counted 508.
    let un = || Unticked::WithoutFigureBy("un-ffm".into());
    let without = "Left out: Mahsa Amini protests (no figure by UN mission).";
    assert_eq!(asked("2023-01-01", un()), without);
    let unfinished = "Left out: Mahsa Amini protests (unfinished when counted).";
    assert_eq!(asked("2023-01-01", Unticked::NotOver), unfinished);
    let not_ticked = "Left out: Mahsa Amini protests (not ticked).";
    assert_eq!(asked("2026-01-14", un()), not_ticked);
    assert_eq!(asked("2026-01-14", Unticked::NotOver), not_ticked);
    let nobody = "No such count: Mahsa Amini protests.";
    assert_eq!(asked("2022-11-11", Unticked::NotOver), nobody);
}

#[test]
fn all_of_it_is_taken_back() {
    assert!(offers_of(&Asked::bundled()).iter().all(|offer| offer.name != "Back to all figures"));
    let before = Asked::bundled().ask(|question| question.order = Order::Toll);
    let both = taken(before, "Only protesters").ask(|question| question.on_day = Some(18));
    let text = "Whoever each count includes, on any day.";
    assert_eq!(offer(&both, "Back to all figures").text, text);
    let asked = taken(both, "Back to all figures");
    let unchanged = Asked::bundled().ask(|question| question.order = Order::Toll);
    assert_eq!(numbers(&asked), numbers(&unchanged), "and what offers do not touch stays");
    let officials = taken(Asked::bundled(), "Only Officials");
    let back = offer(&officials, "Back to all figures");
    let text = "Each event’s own source, all events ticked, Mahsa Amini protests as the baseline.";
    assert_eq!(back.text, text);
    assert_eq!(question(&back), question_of(&Asked::bundled()));
}

fn question_of(asked: &Asked) -> Question {
    asked.look(|_, question| question.clone())
}

#[test]
fn what_cannot_be_made_comparable_says_why() {
    let asked = Asked::read(
        r#"{ "tollview": 1, "title": "Test", "sources": [{ "id": "a", "name": "Alpha" }, { "id": "b", "name": "Beta" }],
            "events": [
              { "id": "storm", "title": "Storm", "lead": "a", "reports": [{ "source": "a", "counts": { "killed": 5 } }] },
              { "id": "flood", "title": "Flood", "lead": "b", "reports": [{ "source": "b", "counts": { "killed": 7 } }] }] }"#,
    );
    let texts: Vec<String> = offers_of(&asked).into_iter().map(|offer| offer.text).collect();
    let expected = [
        "Not possible: no source has figures of two of these events.",
        "Not possible: no group of people is counted, or is a part, in two of these events.",
        "Not possible: the day of the count of Storm is not known.",
        "Not possible: fewer than two of these events were over when counted.",
    ];
    assert_eq!(texts, expected);
    assert_eq!(lines(&card_of(&asked)), ["storm 5: Alpha", "flood 7: *Beta"]);
}
