//! Rows that hold other rows or lie inside them: totals whatever they are called, codes for both sexes, "of which", half-years,
//! averages.

use super::{general, is, tolls};

#[test]
fn rows_that_say_of_which_are_already_in_the_others() {
    for words in
        ["of whom children", "including children", "dont enfants", "di cui bambini", "в т.ч. дети", "w tym dzieci"]
    {
        let text = format!("Category,Dead\nResidents,131\n{words},20\nRescuers,6\n");
        assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 137"], "{words}");
        // A total beside them is that of the others.
        let text = format!("Category,Dead\nResidents,48\n{words},20\nRescuers,6\nTotal,54\n");
        assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 54"], "{words}");
    }
    // More than all others together lies inside nothing.
    let text = "Category,Dead\nResidents,13\nincluding children,20\nRescuers,6\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 39"]);
}
