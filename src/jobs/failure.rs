//! Threads whose failure is an action like any other: a window that waits for an answer must get one.

use super::Outbox;
use crate::state::Action;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Runs `work` on a thread with this name and sends what it returns, or what `failed` makes of the words of a panic or
/// of a system that gives out no more threads.
pub(super) fn on_thread(
    name: &str,
    outbox: &Outbox,
    failed: impl Fn(String) -> Action + Clone + Send + 'static,
    work: impl FnOnce() -> Option<Action> + Send + 'static,
) {
    let failed_inside = failed.clone();
    let thread_outbox = outbox.clone();
    let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
        // What a panic leaves half done belongs to this thread alone and is dropped with it.
        let action = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Some(failed_inside(words(&*panic))));
        if let Some(action) = action {
            thread_outbox.send(action);
        }
    });
    if let Err(error) = started {
        outbox.send(failed(error.to_string()));
    }
}

/// The message of a panic.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no reason given").to_owned()
}
