# Every word of the interface and of the sentences that leave it. Numbers and dates arrive formatted.

## Numbers
count-unknown = not stated
count-exact = { $n }
count-at-least = at least { $n }
count-more-than = more than { $n }
count-about = about { $n }
count-up-to = up to { $n }
count-range = { $low } to { $high }
count-range-best = { $best } (low { $low }, high { $high })
not-bounded = as stated, not bounded

## Dates
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-circa = about { $date }
date-uncertain = { $date } (inferred)
date-missing = no date
date-unstated = a date that is not stated
source-unnamed = a source that is not named
days = { $n ->
    [one] { $text } day
   *[other] { $text } days
}

## Measures
measure-killed = Killed
measure-dead = Dead
measure-injured = Injured
measure-detained = Detained
measure-missing = Missing
measure-displaced = Displaced
people-killed = people killed
people-dead = people dead
people-injured = people injured
people-detained = people detained
people-missing = people missing
people-displaced = people displaced
counted-killed = { $n ->
    [one] { $count } person had been killed
   *[other] { $count } people had been killed
}
counted-dead = { $n ->
    [one] { $count } person had died
   *[other] { $count } people had died
}
counted-injured = { $n ->
    [one] { $count } person had been injured
   *[other] { $count } people had been injured
}
counted-detained = { $n ->
    [one] { $count } person had been detained
   *[other] { $count } people had been detained
}
counted-missing = { $n ->
    [one] { $count } person was missing
   *[other] { $count } people were missing
}
counted-displaced = { $n ->
    [one] { $count } person had been displaced
   *[other] { $count } people had been displaced
}
counted-unknown = an unstated number of
counted-other = { $label }: { $count }

## Sources
kind-monitor = monitor
kind-government = government
kind-opposition = opposition
kind-media = media
kind-academic = academic
kind-un = United Nations
source-missing = no source named
via = { $source } via { $via }

## Coverage, verification, method, relation
covers-everyone = everyone
covers-by = { $covers }, by { $by }
covers-where = { $covers }, in { $where }
covers-period = { $covers }, { $period }
covers-not-stated = not stated
covers-who-not-stated = who is not stated
verified-not-possible = could not be verified independently
verified-not-possible-by = { $by } could not verify it independently
verified-not-tried = nobody else tried to verify it
verified-not-tried-by = { $by } did not try to verify it
verified-confirmed = confirmed independently
verified-confirmed-by = confirmed by { $by }
verified-disputed = disputed
verified-disputed-by = disputed by { $by }
verified-by-source = verified by the source
verified-not-by-source = not verified by the source
verified-not-stated = not stated
method-enumeration = people found and listed
method-estimate = estimate
relation-part = part
relation-of_which = of which
relation-unclear = inside or outside unclear
relation-total = total
relation-pending = pending

## Sentences
sentence = { $counted } in “{ $event }” as of { $date }, according to { $source }{ $verified }.
sentence-period = { $counted } in “{ $event }” in { $date }, according to { $source }{ $verified }.
sentence-sum = { $counted } in “{ $event }” over { $periods ->
    [one] one period
   *[other] { $periods } periods
} up to { $date }, according to { $source }{ $verified }.
sentence-category = In “{ $event }”, { $source } counted { $count } { $category } { $measure } as of { $date }{ $relation }{ $verified }.
sentence-category-of-period = In “{ $event }”, { $source } counted { $count } { $category } { $measure } in { $date }{ $relation }{ $verified }.
sentence-category-inside = , inside { $total }
sentence-category-part = , part of { $total }
sentence-category-unclear = , without saying whether inside { $total }
sentence-only = { $sentence } It counts { $who } only.
sentence-covers = { $sentence } Coverage: { $covers }.
sentence-pending = { $sentence } Another { $pending } were under investigation and are not in it.
sentence-verified = ; { $how }

## Findings
finding-parts_beyond_total = The parts add up to { $sum }, more than the { $total } that is stated as their total.
finding-other_reading_closes-of_which = The parts add up to { $sum }, not { $total }; they close when { $category } are read as inside another part.
finding-other_reading_closes-part = The parts add up to { $sum }, not { $total }; they close when { $category } are added.
finding-not_broken_down = { $n ->
    [one] { $residual } of { $total } is not broken down.
   *[other] { $residual } of { $total } are not broken down.
}
finding-not_broken_down-unclear = { $n ->
    [one] { $residual } of { $total } is not broken down
   *[other] { $residual } of { $total } are not broken down
}; { $added } if the categories that may lie outside are added.
finding-of_which_beyond_parent = { $category } ({ $part }) are more than the { $parent } they are part of.
finding-out_of_order = Low { $low }, best { $best } and high { $high } are not in this order.
finding-fall = The count fell from { $before } ({ $when }) to { $now }.
finding-reset = The count fell from { $before } ({ $when }) to { $now }, less than half: check for a new phase or another way of counting.
finding-contradiction = { $source } gives both { $other } and { $this } for { $when }.
finding-tie = { $source } gives both { $other } and { $this } for { $when }; the one published later is used, else the later one in the file.
finding-repeat = { $source } repeats its figures for { $when }; they are drawn once.
finding-duplicate = The report of { $source } for { $when } is in the file twice.
finding-relation_changed-part = { $category } are added here; on { $when } they were inside another category.
finding-relation_changed-of_which = { $category } are inside another category here; on { $when } they were added.
finding-before_event = The report is as of { $when }, before the event started on { $start }.
finding-after_publication = The report is as of { $when }, after it was published on { $published }.
finding-stale_part = { $category } were last stated on { $part }; the total is of { $when }.
finding-periods_overlap = The periods { $other } and { $this } overlap, so their sum counts some days twice.
finding-no_source = Nobody is named as the source.
finding-no_date = No date is given for which the counts hold.
finding-day_differs = The source calls it day { $stated }; by the calendar it is day { $computed }.
finding-missing_glyph = The fonts have no glyph for “{ $character }”.
severity-error = Errors
severity-doubt = Doubts
severity-note = Notes
low-missing = (none)

## Describing a file as text
describe-known-latest = Latest figures
describe-known-on = As known on { $date }
describe-sources = Sources
describe-source-kind = { $source } ({ $kind })
describe-reports = { $reports ->
    [one] { $reports } report
   *[other] { $reports } reports
}
describe-span = { $start } to { $end }
describe-no-start = first day not stated
describe-no-end = end not stated
describe-unfinished = unfinished
describe-unfinished-on = unfinished on { $date }
describe-no-figures = No figure was known then.
describe-all-reports = All reports
describe-total = { $source }, as of { $date }: { $count }
describe-period = { $source }, in { $date }: { $count }
describe-sum = { $source }, { $periods } periods up to { $date }: { $count }
describe-stands = { $total } [{ $rule }]
describe-published = published { $date }
describe-covers = covers: { $who }
describe-as-written = written as “{ $text }”
describe-category = { $relation }: { $count } { $who }
describe-share = { $part } ({ $share })
describe-share-of-stated = { $part } ({ $share } as stated, not bounded)
describe-stale = { $part }, last stated { $date }
describe-no-total = total not stated
describe-warnings = Left out while reading
describe-warning = line { $line }: { $message }
describe-place = { $where }: { $path }
describe-no-findings = Nothing was found that does not add up.

## Charts
chart-sum-of-periods = { $source } · { $periods ->
    [one] one period
   *[other] { $periods } periods
} to { $date }
chart-latest = with the latest figures
chart-as-known-on = as known on { $date }
chart-part = { $count } { $who }
chart-of-which = of which { $who } { $count }
chart-unclear = { $who } { $count }: inside or outside not stated
chart-pending = { $count } under investigation, not added
chart-not-broken-down = { $count } not broken down
chart-scroll = Not all { $count } rows fit here
chart-zero-on-log = 0: no place on a logarithmic axis
chart-total-not-stated = total not stated
group = { $what } ({ $names })
and-more = { $names } and { $count } more
hover-category = { $category }: { $count }
hover-part = part of { $total }
hover-of_which = inside { $total }
hover-unclear = inside or outside { $total }: the source did not say
hover-covers = Covers: { $who }
hover-as-written = “{ $text }” as written
hover-repeats = { $count ->
    [one] stated once more for this date
   *[other] stated { $count } more times for this date
}
event-unfinished = { $start }, unfinished
event-no-end = from { $start }
unit-per-day = { $people } per day
rule-chosen = chosen by you
rule-lead = the file’s choice
rule-baseline = the baseline’s source
rule-none = no source stands: choose one
rule-chosen-short = chosen by you
rule-lead-short = the file’s choice
rule-baseline-short = baseline’s source
compare-subtitle = { $measure }, { $known }. Each bar is one source’s count at its own date.
compare-multiple-of = times { $event }
compare-multiple-of-per-day = times { $event }, per day
compare-rate = { $rate } per day over { $days ->
    [one] one day
   *[other] { $days } days
}
compare-who-differs-short = Who is counted differs from bar to bar: point at a bar to see it.
compare-baseline = baseline
compare-times = { $ratio } ×
compare-choose-source = choose a source
compare-no-start = no rate: first day not known
compare-no-date = no rate: day of the count not known
compare-before-start = no rate: counted before the first day
compare-unfinished = Unfinished when counted: { $events }. The others had ended.
compare-unfinished-some = Unfinished when counted: { $events }.
compare-without = No such count: { $events }.
compare-who-differs = Who is counted differs: { $groups }.
compare-rules = Source of each bar: { $rules }.
compare-side = { $count } ({ $source }, { $who }, { $date })
compare-main = { $event }: { $ratio } × { $baseline }{ $bounded }; { $this } to { $that }.
compare-like-short = { $who } { $ratio } ×
compare-who-different = who differs
compare-who-not-stated = who not stated
compare-like = { $who } only: { $this } to { $that }, { $ratio } ×{ $bounded }.
compare-like-per-day = { $who } only: { $this } to { $that }, { $ratio } × per day{ $bounded }.
breakdown-subtitle = { $measure }, { $known }. One bar per source, each at its own date.
breakdown-subtitle-all = { $measure }, { $known }. One bar per event, on one scale.
breakdown-closes = { $source }: { $terms } = { $sum }; the parts close.
breakdown-residual = { $source }: { $terms } = { $sum } of { $total }; { $residual } are not broken down.
breakdown-beyond = { $source }: { $terms } = { $sum }, more than the { $total } stated as their total.
breakdown-no-total = { $source }: { $terms } = { $sum }; the total is not stated.
breakdown-verified = { $source }: { $how }.
breakdown-none-stands = None of these bars is the one that Compare shows for this event.
legend-not-broken-down = Not broken down
legend-up-to = Up to
legend-range = Low to high
legend-stale = Older than its total
legend-open = Or more
legend-soft = About
legend-pending = Under investigation
legend-other-sources = Other sources
empty-ticked = No event is ticked. Tick events on the left to see them here.
empty-event = No event is chosen. Choose one on the left.
empty-measure = No source gives this count here. Choose another measure, a source, or another date.

## Details
details-headline = { $count } { $who }
details-headline-unknown = { $who }: { $count }
details-source = { $source }, as of { $date }
details-source-period = { $source }, in { $date }
details-source-sum = { $source }, { $periods } periods up to { $date }
details-as-written = “{ $text }” as written
details-of-which = of which { $who }
details-unclear = { $who } (inside or outside not stated)
details-sum = Sum
details-closes = closes
details-left = { $count } left
details-beyond = { $count } too many
details-no-total = no total stated
details-reading-added = { $who } are added here. Read as inside another part, as this source has counted them elsewhere, the parts give { $sum } and { $closes }.
details-reading-inside = { $who } are inside another part here. Added, as this source has counted them elsewhere, the parts give { $sum } and { $closes }.
details-reading-unclear = The source did not say whether { $who } are inside. Added, the parts give { $sum } and { $closes }.
details-would-close = close
details-would-not-close = do not close
fact-covers = Covers
fact-verified = Verified
fact-method = Method
fact-pending = Pending
fact-pending-value = { $count } under investigation, not added
fact-filled-by = Filled in by
fact-published = Published
fact-day = Day
fact-day-stated = { $day } by the calendar; the source says { $stated }
fact-others = Other sources
fact-note = Note
fact-event-note = Event

## Window
menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help
menu-open = Open…
menu-open-path = Open path…
menu-recent = Open recent
menu-example = Open example
menu-save = Save a copy as…
menu-quit = Quit
menu-copy-picture = Copy picture
menu-copy-sentence = Copy sentence
menu-copy-table = Copy table
menu-about = About Tollview
theme-system = System theme
theme-light = Light theme
theme-dark = Dark theme
file-example = { $name } (example)
open = Open…
cancel = Cancel
close = Close
tab-breakdown = Breakdown
tab-compare = Compare
tab-table = Table
tab-checks = Checks
tab-sources = Sources
events = Events
event-tick = Compare { $event }
measure = Measure
switches = Shown
unit = Unit
unit-total = Total
unit-day = Per day
scale = Scale
scale-linear = Bars
scale-log = Dots, log
order = Order
order-date = By date
order-toll = By toll
baseline = Baseline
baseline-none = None
baseline-pill = baseline
shown = Rows
shown-sources = Sources
shown-events = All events
source = Source
source-lead = { $source } (the file’s choice)
source-rule = By rule
report = Report
report-latest = Latest of each source
known = Known on
known-latest = Latest
known-earlier = ‹ Earlier
known-later = Later ›
known-hint = or a date: 2026-01-14
known-wrong = not a date: expected 2026-01-14
bottom-counts = { $events ->
    [one] 1 event
   *[other] { $events } events
} · { $reports ->
    [one] 1 report
   *[other] { $reports-text } reports
} · { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}
bottom-warnings = { $count ->
    [one] 1 row left out
   *[other] { $count } rows left out
}
bottom-findings = { $count ->
    [0] no findings
    [one] 1 finding
   *[other] { $count } findings
}
bottom-reading = Reading { $name }
notice-sentence = Sentence copied
notice-picture = Picture copied
notice-table = Table copied
notice-text = Text copied
notice-saved = Saved { $value }
notice-not-saved = Not saved: { $value }
details-none = Click a mark to see its figure as written, its source, dates, coverage and arithmetic.
details-read-at = Read at { $host }
fact-read-in = Read in
fact-events = Events
fact-measures = Measures
fact-via = Via
checks-title = What does not add up
checks-subtitle = { $known }. Click a finding to see its place. Nothing was changed in the data.
checks-none = { $known }. No problems found.
checks-more = and { $count } more
sources-read-more = and { $count } more
sources-title = Who counted
sources-subtitle = The sources of the open file, { $known }.
sources-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
column-event = Event
column-source = Source
column-when = As of
column-who = Who
column-number = Count
refused-title = { $name } could not be opened
refused-kept = Still open: { $title }
refused-back = Back to what is open
refused-again = Try again
refused-copy = Copy this text
refused-more = and { $count } more lines
path-open-title = Open path
path-save-title = Save a copy
path-fallback = The system showed no file dialog. Type or paste a path here.
path-hint = /home/…/my.toll.json
path-go = OK
drop-named = Drop to open { $name } in place of “{ $open }”
drop-unnamed = Drop to open this file in place of “{ $open }”
about-version = Tollview { $version }
about-text = Shows what a death toll is made of and how it stands against earlier events. It never opens a network connection by itself.
about-licences = MIT or Apache-2.0. Vazirmatn: SIL Open Font License. Ubuntu font: Ubuntu Font Licence. Hack: MIT and Bitstream Vera licence.
place = { $event } · { $source }, { $date }

## Files, views, undo
file-of-same-title = { $title } ({ $place })
files-two = { $one } and { $two }
files-more = { $one } and { $count } more
file-close = Close { $title }
sources-subtitle-several = The sources of the open files, { $known }.
bottom-files = { $count } files
hover-file = In { $file }
fact-file = File
remarks-dismiss = Dismiss
menu-add = Add file…
menu-close = Close file
menu-save-view = Save view as…
menu-undo = Undo
menu-redo = Redo
menu-change = { $name } { $what }
menu-reset = Reset
change-ticked = events
change-measure = measure
change-event = event
change-baseline = baseline
change-known = known on
change-unit = unit
change-scale = scale
change-order = order
change-source = source
change-sources = sources
change-people = who is counted
change-day = day
change-time = time
change-flow = periods
change-report = report
change-rows = rows
change-sort = order of the table
change-tab = tab
change-several = several changes
notice-twice = { $value } is open once
remark-changed = Changed since the view was saved: { $value }
remark-missing = Not found: { $value }
remark-events = Events that are gone: { $value }
remark-sources = Sources that are gone: { $value }
remark-categories = Categories that are gone: { $value }
remark-measure = Measure that is gone: { $value }
path-add-title = Add file
path-view-title = Save view
dropped-title = Dropped files
dropped-text = { $more ->
    [0] Put { $name } beside “{ $open }”, or in its place?
   *[other] Put { $name } and { $more } more beside “{ $open }”, or in its place?
}
dropped-add = Add
dropped-replace = Replace
