//! One pass over all rows on all cores: who is free takes the next chunk and counts it into a tally of its own,
//! which is handed in at the end or where it becomes large.

use super::count::{Wish, count};
use super::cut::{Buffer, Cutter};
use crate::formats::table::reader::counting::Counting;
use crate::formats::table::{Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

/// How often progress is reported and cancelling is looked at.
const MOMENT: Duration = Duration::from_millis(20);

/// Counts all rows that `cutter` gives. `stop` is the one that it looks at.
pub(super) fn scan<T: Tally>(
    cutter: Cutter,
    wish: &Wish,
    make: &(dyn Fn() -> T + Sync),
    stop: &AtomicBool,
    progress: Progress,
) -> Result<Scanned<T>, LoadErrorKind> {
    let pass = Pass {
        wish,
        make,
        stop,
        position: AtomicU64::new(0),
        cutter: Mutex::new(cutter),
        whole: Mutex::new(Counting::new(make())),
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let result = thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        let mut working = 0;
        for index in 0..threads {
            let (pass, done) = (&pass, done.clone());
            let work = move || {
                // Nobody listens any more only where the pass has failed already.
                let _ = done.send(pass.work());
            };
            match thread::Builder::new().name(format!("rows {index}")).spawn_scoped(scope, work) {
                Ok(_) => working += 1,
                Err(error) if working == 0 => return Err(LoadErrorKind::io(&error)),
                // Those that could be started do.
                Err(_) => break,
            }
        }
        drop(done);
        let mut result = Ok(());
        loop {
            match results.recv_timeout(MOMENT) {
                Ok(Ok(())) | Err(mpsc::RecvTimeoutError::Timeout) => {}
                Ok(Err(error)) => {
                    stop.store(true, Ordering::Relaxed);
                    // The others stop as if cancelled; the reason is what came first.
                    result = result.and(Err(error));
                }
                Err(mpsc::RecvTimeoutError::Disconnected) => return result,
            }
            if progress(pass.position.load(Ordering::Relaxed)).is_break() {
                stop.store(true, Ordering::Relaxed);
                result = result.and(Err(LoadErrorKind::Cancelled));
            }
        }
    });
    result?;
    Ok(pass.whole.into_inner().unwrap_or_else(PoisonError::into_inner).in_order())
}

struct Pass<'p, T> {
    wish: &'p Wish<'p>,
    make: &'p (dyn Fn() -> T + Sync),
    stop: &'p AtomicBool,
    position: AtomicU64,
    cutter: Mutex<Cutter<'p>>,
    whole: Mutex<Counting<T>>,
}

impl<T: Tally> Pass<'_, T> {
    /// What each thread does.
    fn work(&self) -> Result<(), LoadErrorKind> {
        let mut buffer = Buffer::default();
        let mut counting = Counting::new((self.make)());
        loop {
            let chunk = {
                let mut cutter = locked(&self.cutter);
                let next = cutter.next(&mut buffer)?;
                self.position.store(cutter.position(), Ordering::Relaxed);
                next
            };
            let Some(chunk) = chunk else { break };
            if self.stop.load(Ordering::Relaxed) {
                return Err(LoadErrorKind::Cancelled);
            }
            count(&buffer, chunk, self.wish, &mut counting);
            if counting.0.tally.is_large() {
                let full = std::mem::replace(&mut counting, Counting::new((self.make)()));
                locked(&self.whole).merge_anywhere(full);
            }
        }
        locked(&self.whole).merge_anywhere(counting);
        Ok(())
    }
}

/// A lock is poisoned only where another thread panics, and then the pass ends anyway.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
