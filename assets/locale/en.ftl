# Every word of the interface and of the sentences that leave it. Numbers and dates arrive formatted.

## Numbers
count-unknown = not stated
count-exact = { $n }
count-at-least = at least { $n }
count-more-than = more than { $n }
count-about = about { $n }
count-up-to = up to { $n }
count-less-than = less than { $n }
count-range = { $low } to { $high }
count-range-best = { $best } (low { $low }, high { $high })
count-best-low = { $best } (low { $low })
count-best-high = { $best } (high { $high })
not-bounded = as stated, not bounded

## Lists
list-comma = {", "}
list-semicolon = {"; "}

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
source-file = the file “{ $title }”
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
measure-survivors = Survivors
measure-executed = Executed
measure-abducted = Abducted
measure-captured = Captured
measure-homeless = Homeless
measure-affected = Affected
measure-casualties = Casualties
measure-cases = Cases
measure-recovered = Recovered
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
counted-other = { $n ->
    [0] { $label }: not stated
   *[other] { $label }: { $count }
}

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
category-aged = aged { $ages }
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
span-from = from { $start } to { $end }
span-up-to = up to { $end }
over-span = { $over } { $span }
over-span-undated = { $over } { $span } and in rows without a date
over-days = { $periods ->
    [one] one day
   *[other] { $periods } days
}
over-days-of = { $periods ->
    [one] one of the { $all } days
   *[other] { $periods } of the { $all } days
}
over-months-of = { $periods ->
    [one] one of the { $all } months
   *[other] { $periods } of the { $all } months
}
over-years-of = { $periods ->
    [one] one of the { $all } years
   *[other] { $periods } of the { $all } years
}
over-weeks = { $periods ->
    [one] one week
   *[other] { $periods } weeks
}
over-months = { $periods ->
    [one] one month
   *[other] { $periods } months
}
over-years = { $periods ->
    [one] one year
   *[other] { $periods } years
}
over-periods = { $periods ->
    [one] one period
   *[other] { $periods } periods
}
sentence = { $counted } in “{ $event }” as of { $date }, according to { $source }{ $verified }.
sentence-period = { $counted } in “{ $event }” in { $date }, according to { $source }{ $verified }.
sentence-day = { $counted } in “{ $event }” on { $date }, according to { $source }{ $verified }.
sentence-sum = { $counted } in “{ $event }” over { $over }, according to { $source }{ $verified }.
sentence-category = { $n ->
   *[other] In “{ $event }”, { $source } counted { $count } { $category } { $measure } as of { $date }{ $relation }{ $verified }.
}
sentence-category-of-period = { $n ->
   *[other] In “{ $event }”, { $source } counted { $count } { $category } { $measure } in { $date }{ $relation }{ $verified }.
}
sentence-category-of-day = { $n ->
   *[other] In “{ $event }”, { $source } counted { $count } { $category } { $measure } on { $date }{ $relation }{ $verified }.
}
sentence-category-inside = { $n ->
    [0] , inside a total that is not stated
   *[other] , inside { $total }
}
sentence-category-part = { $n ->
    [0] , part of a total that is not stated
   *[other] , part of { $total }
}
sentence-category-unclear = { $n ->
    [0] , without saying whether inside the total, which is not stated
   *[other] , without saying whether inside { $total }
}
sentence-only = { $sentence } It counts { $who } only.
sentence-covers = { $sentence } Coverage: { $covers }.
sentence-pending = { $n ->
    [0] { $sentence } Others, whose number is not stated, were under investigation and are not in it.
    [one] { $sentence } Another { $pending } was under investigation and is not in it.
   *[other] { $sentence } Another { $pending } were under investigation and are not in it.
}
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
finding-of-measure = { $measure }: { $sentence }
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
finding-stale_part-total = { $category }: last stated on { $part }; the report is of { $when }.
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
describe-day = { $source }, on { $date }: { $count }
describe-sum = { $source }, { $over }: { $count }
describe-stands = { $total } [{ $rule }]
describe-published = published { $date }
describe-covers = covers: { $who }
describe-as-written = written as “{ $text }”
describe-category = { $relation }: { $count } { $who }
describe-share = { $part } ({ $share })
describe-share-of-stated = { $part } ({ $share } as stated, not bounded)
describe-stale = { $part }, last stated { $date }
describe-no-total = total not stated
describe-compared = Comparison: { $people }
describe-compared-event = { $event }: { $side }
describe-baseline = Baseline: { $event }
describe-baseline-none = No baseline is named, so there are no multiples.
describe-baseline-without-figure = Baseline: { $event }, without a figure
describe-none-stands = { $event }: no source stands
describe-multiple = { $ratio } × the baseline ({ $people })
describe-who-alike = the same people
describe-spread = sources that count the same people, as far as they say: { $range } ({ $names })
describe-no-spread = no two sources that count the same people; { $who }
describe-warnings = Noticed while reading
describe-warning = line { $line }: { $message }
describe-place = { $where }: { $path }
describe-read-as = Read as: a table with { $row }
describe-read-person = a person in each row
describe-read-incident = an incident in each row
describe-read-period = a period in each row
describe-read-group = a group in each row
describe-rows = { $rows ->
    [one] { $number } row
   *[other] { $number } rows
}
describe-rows-left-out = { $number } left out
describe-rows-not-kept = { $number } not counted, as the recipe says
describe-rows-across = { $number } in the period in which they end, for they reach over several
describe-read-by = by the recipe beside it: { $values }
describe-read-tables = tables: { $values }
describe-read-other-tables = tables that were not read: { $values }
describe-read-family = known as: { $values }
describe-read-events = events: { $values }
describe-read-dates = dates: { $values }
describe-read-day = as of: { $values }
describe-read-sources = sources: { $values }
describe-read-source = counted by: { $values }
describe-read-measure = what is counted: { $values }
describe-read-split = broken down by: { $values }
describe-read-only = { $column }: only { $values }
describe-read-blank = (blank)
describe-read-except = { $column }: not { $values }
describe-read-count = { $what }: { $column }, { $basis }
describe-read-column = column “{ $column }”
describe-read-beside = column “{ $column }”, the number beside { $words }
describe-read-each-row = each row counts one
describe-read-once-per = { $column }, once for each “{ $incident }”
read-wide = the columns with dates ({ $columns })
describe-read-unused = not used: { $values }
describe-read-so-far = counts so far
describe-read-rows = added up as each row says
describe-read-days = added up by day
describe-read-weeks = added up by week
describe-read-months = added up by month
describe-read-years = added up by year
describe-read-all = added up
describe-read-doubt = In doubt: { $question } Taken: { $answer }
role-total = total
role-low = lowest
role-best = best
role-high = highest
role-at-least = at least
role-about = about
role-up-to = up to
role-part = part
role-of-which = of which
role-unclear = inside or outside
role-pending = under investigation
describe-no-findings = Nothing was found that does not add up.

## Charts
chart-sum-undated = { $dates } and undated
chart-latest = with the latest figures
chart-as-known-on = as known on { $date }
chart-part = { $count } { $who }
chart-of-which = of which { $who } { $count }
chart-unclear = { $who } { $count }: inside or outside not stated
chart-pending = { $count } under investigation, not added
chart-more-inside = { $count } more: { $names }
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
rule-most-rows = the source with the most rows
rule-first-of-most-rows = the first of the sources with the most rows
rule-baseline = the baseline’s source
rule-none = no source stands: choose one
rule-chosen-short = chosen by you
rule-lead-short = the file’s choice
rule-most-rows-short = most rows
rule-first-of-most-rows-short = first of those with most rows
rule-baseline-short = baseline’s source
compare-subtitle = { $measure }, { $known }. Each bar is one source’s count at its own date.
compare-multiple-of = times { $event }
compare-multiple-of-per-day = times { $event }, per day
compare-rate = { $rate } per day over { $days ->
    [one] one day
   *[other] { $days } days
}
compare-who-differs-short = Who is counted differs: point at a mark to see it.
compare-baseline = baseline
compare-times = { $ratio } ×
compare-choose-source = choose a source
compare-no-start = no rate: first day not known
compare-no-date = no rate: day of the count not known
compare-gaps = no rate: some days lie between its periods
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
breakdown-subtitle-one = { $measure }, { $known }.
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
legend-others = { $count } others, named in the chart
legend-other-sources = Other sources
empty-ticked = No event is ticked. Tick events on the left to see them here.
empty-event = No event is chosen. Choose one on the left.
empty-restricted = { $only } That leaves nothing: { $what }. Choose Back to all figures under What differs.
empty-measure = No source gives this count here. Choose another measure, a source, or another date.

## Details
details-headline = { $count } { $who }
details-headline-unknown = { $who }: { $count }
details-source = { $source }, as of { $date }
details-source-period = { $source }, in { $date }
details-source-day = { $source }, on { $date }
details-source-sum = { $source }, { $over }
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
menu-save-of = Save a copy of
menu-quit = Quit
menu-copy-picture = Copy picture
menu-copy-sentence = Copy sentence
menu-copy-sentence-persian = Copy sentence in Persian
menu-copy-comparison = Copy the comparison’s sentence
menu-copy-comparison-persian = Copy the comparison’s sentence in Persian
details-copy-persian = کپی به فارسی
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
source-most-rows = { $source } (the most rows)
source-first-of-most-rows = { $source } (first of those with the most rows)
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
bottom-left-out = { $n ->
    [one] 1 row left out
   *[other] { $count } rows left out
}
bottom-remarks = { $n ->
    [one] 1 remark on rows
   *[other] { $count } remarks on rows
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
checks-rows = Noticed while { $name } was read · { $count }
checks-row = Line { $line }: { $message }
checks-more = and { $count } more
checks-alike = and { $count } more like it
checks-alike-until = and { $count } more like it, the last of { $date }
sources-read-more = and { $count } more
sources-title = Who counted
sources-subtitle = The sources of the open file, { $known }.
sources-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
column-event = Event
column-source = Source
column-when = Date
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
path-hint = /home/…/my.{ $ending }
path-go = OK
drop-named = Drop to open { $name } in place of “{ $open }”
drop-unnamed = Drop to open this file in place of “{ $open }”
about-version = Tollview { $version }
about-text = Shows what a death toll is made of and how it stands against earlier events. It never opens a network connection by itself.
about-licences = MIT or Apache-2.0. Vazirmatn: SIL Open Font License. Ubuntu font: Ubuntu Font Licence. Hack: MIT and Bitstream Vera licence.
place = { $event } · { $source }, { $date }

## Units
millions = { $n } million
unit-million = Per million inhabitants
unit-multiple-of = Times the baseline
unit-parts = Share of the people counted
unit-per-million = { $people } per million inhabitants
unit-per-million-by = { $people } per million inhabitants ({ $source })
unit-multiple = { $people }, times the { $count } of { $event } ({ $source })
unit-multiple-none = times the baseline
unit-share = parts in percent of the { $people }, as counted
unit-over-days = over { $days ->
    [one] one day
   *[other] { $days } days
}
unit-inhabitants-in = { $people } inhabitants in { $year }
unit-inhabitants = { $people } inhabitants, year not stated
unit-no-population = no rate: number of inhabitants not stated
unit-no-baseline = no multiple: choose a baseline
unit-baseline-without-number = no multiple: the baseline has no number
unit-baseline-zero = no multiple: the baseline’s number is 0
unit-no-share = no shares: nobody was counted
unit-total-not-one-number = no shares: the total is a range or an upper bound
unit-parts-beyond = no shares: the parts add up to more than their total
unit-part-of-another-date = no share: of another date than the total
compare-no-end = no rate: not known whether or when it ended
compare-multiple-of-per-million = times { $event }, per million
compare-like-per-million = { $who } only: { $this } to { $that }, { $ratio } × per million{ $bounded }.
compare-rate-per-million = { $rate } per million of { $people }
share-of = of { $total }
share-only = { $count } { $who }: nobody else was counted
share-rest = { $share } without a part of this date
share-stale = no share: { $parts }
legend-unbounded = As stated, not bounded

## Timeline
tab-timeline = Timeline
timeline-title = { $name }: the toll as it was reported
timeline-title-sum = { $name }: the toll over time
timeline-subtitle-so-far-sum = { $measure } so far, { $known }, added up by date. Sources are never joined.
timeline-subtitle-day-sum = { $measure } per day, { $known }.
timeline-subtitle-week-sum = { $measure } per week, { $known }.
timeline-subtitle-month-sum = { $measure } per month, { $known }.
timeline-subtitle-unit-sum = { $measure }, { $known }, added up by date. Sources are never joined.
timeline-undated = Without a date, and counted from the first day on: { $counts }.
timeline-undated-apart = Without a date, and so in none of the bars: { $counts }.
timeline-subtitle-so-far = { $measure } so far, { $known }, by the date each source stated it. Sources are never joined.
timeline-subtitle-day = { $measure } per day, { $known }: what each count added to its source’s count before.
timeline-subtitle-week = { $measure } per week, { $known }: what each count added to its source’s count before.
timeline-subtitle-month = { $measure } per month, { $known }: what each count added to its source’s count before.
timeline-subtitle-unit = { $measure }, { $known }, by the date each source stated it. Sources are never joined.
timeline-axis-rate = { $people } per day since the start
timeline-axis-day = { $people } per day
timeline-axis-week = { $people } per week
timeline-axis-month = { $people } per month
timeline-axis-days = day since the start
timeline-day = day { $n }
timeline-level = { $name }: { $count }
timeline-ended = ended { $date }
timeline-pending = under investigation, not added
timeline-pending-stands = Under investigation: only what the source that stands says is drawn.
timeline-jump = { $source }’s count rose by { $count } between { $start } and { $end }.
timeline-hover-jump = The count rose by { $count } since { $when }, more than on any day before.
timeline-unformed-some = { $count ->
    [one] one count of { $name }
   *[other] { $count } counts of { $name }
}
timeline-event-by = { $event } by { $source }
timeline-divided-by-days = Each count is divided by the days of its event until then, the last one by these: { $events }.
timeline-divided-by-inhabitants = Per million of: { $events }.
timeline-gaps = Thin stretches of a line are days without a report.
timeline-silence = A line is broken where its source was silent much longer than usual: how the number grew is not known.
timeline-slopes = Sloping stretches are whole periods: their number is added over them, on days that are not known.
timeline-close = Where reports lie close only their line is drawn: zoom in to see each as a point.
timeline-bars = One wide bar is a number that covers several days: as high as its average, since nobody said how it was spread.
timeline-log-points = Points, not bars: on a logarithmic axis a bar’s length means nothing.
timeline-corrections = A correction takes back what was counted before; it stands below the zero line and is no negative death.
timeline-unfinished = Not over when last looked at: { $events }.
timeline-unfinished-dots = Three dots: not over when last looked at: { $events }.
timeline-without = No dated figure: { $events }.
timeline-correction = Correction of −{ $count }, { $days }
timeline-correction-short = correction −{ $count }
timeline-added = { $count } added, { $days }
timeline-reported = { $count } reported for { $days }
timeline-average = { $count } for each period on average
timeline-several-days = { $count } in { $days } days
timeline-in-words = { $name }: { $count ->
    [one] one report
   *[other] { $count } reports
}, the last { $last }.
timeline-lane-in-words = { $name }: { $count ->
    [one] one period
   *[other] { $count } periods
}, the most { $tallest }.
timeline-crowd = { $count ->
    [one] One more line
   *[other] { $count } more lines
}, from lowest to highest report
timeline-other-lanes = { $count } more
timeline-other-lanes-tallest = the tallest of each day
timeline-lanes-stand = Of each event, what stands; its other sources are shown with the event alone.
timeline-empty-dates = No source gives this count with a date here. Choose another measure, another event, or another date.
timeline-empty-start = Days cannot be counted: the first day of the event is not known. Choose Calendar.
timeline-empty-unformed = { $why }. The unit Total needs nothing else.
timeline-empty-periods = No two dated counts of one source follow each other here, so nothing can be said of single periods. Choose So far.
legend-as-stated = As stated
legend-pending-line = Under investigation
legend-fall = Fell
legend-jump = More than doubled in a day
legend-several-periods = Several periods together
legend-correction = Correction
time = Time
time-calendar = Calendar
time-day = Day N
flow = Toll
flow-so-far = So far
flow-day = Added per day
flow-week = Added per week
flow-month = Added per month
timeline-events = Events
timeline-one = This event
timeline-all = All ticked
scale-points = Linear
scale-log-points = Log

## Whether an order holds
order-say = { $event }: { $clauses }.
order-others = { $count } others
order-above = stays above { $events } under every source
order-above-as-stated = above { $events } under every source, as stated
order-below-as-stated = below { $events } under every source, as stated
order-below = stays below { $events } under every source
order-tied = level with { $events }
order-reached = reached, but not passed, by { $events }
order-reaches = reaches, but does not pass, { $events }
order-passed = can be passed by { $events }
order-passes = can pass { $events }
order-unknown = no number to rank { $events } by
order-figure = { $number } by { $source }
order-figure-low = low { $number } by { $source }
order-figure-high = high { $number } by { $source }
order-met = against { $met }
order-own-met = { $own } against { $met }
order-own-or-met = { $own }; or against { $met }
order-open = Open ends are taken as stated.
order-about = Approximate numbers are taken as stated.
order-open-and-about = Open ends and approximate numbers are taken as stated.
order-untried = Figures without a rate are not tried.
order-short-as-stated = { $event }: as stated, above { $above } and below { $below } of { $others } others under every source.
order-short = { $event }: stays above { $above } and below { $below } of { $others } others under every source.

## What limits a comparison
restricted = { $what }.
restricted-people = { $who } only
restricted-day = up to day { $day } of each event
compare-method-differs = How the numbers came about differs: { $groups }.
compare-method-differs-short = How the numbers came about differs.

## Comparability
compare-differences = What differs
compare-chart = Chart
compare-left-out = Left out: { $what }.
left-out-short = { $count ->
    [one] One event is left out.
   *[other] { $count } events are left out.
}
left-out-of = Left out of { $event }: { $what }.
left-out-counts = { $source }’s counts of { $dates }
left-out-counts-short = Counts that do not say how many were of these people are left out.
left-out-no-count = no such count
left-out-no-day = days not known
left-out-not-ticked = not ticked
left-out-later = first counted on day { $day }
left-out-everyone = counts everyone, without these parts
left-out-others = counts { $who }
left-out-not-stated = who is counted is not stated
card-title = What differs
card-subtitle = { $measure }, { $known }.
card-against = Set bold: what differs from { $event }, the baseline.
card-against-most = Set bold: what differs from what most of them say.
card-one = Two events with a figure are needed to compare them.
card-event = Event
card-counted = Who counted, and how
card-who = Who is counted
card-when = When
card-where = Inhabitants
card-more = and { $count } more events
card-baseline = baseline
card-baseline-unticked = baseline, not ticked
card-row = { $event }, { $number }: { $cells }
card-cell-differs = { $text } (differs)
card-same = The same for all: { $what }.
card-unchosen = No source stands for { $what }: choose one on the left.
card-by = by { $by }
card-in = in { $where }
card-as-of = as of { $date }
card-in-period = in { $date }
card-on-day = on { $date }
card-up-to = up to { $date }
card-ended = over when counted
card-unfinished = unfinished when counted
card-end-unknown = not known whether it was over
card-days = { $count ->
    [one] { $text } day
   *[other] { $text } days
}
card-no-start = days not known: no first day
card-no-end = not known whether or when it ended
card-no-days = days not known: no date to the day
card-before-start = counted before its first day
card-gaps = some days lie between its periods and are in none of them
card-inhabitants = { $count }
card-inhabitants-in = { $count } in { $year }
card-no-method = method not stated
card-no-verification = verification not stated
card-no-who = who is not stated
card-no-by = by whom is not stated
card-no-scope = place and period not stated
card-no-date = date not stated
card-no-inhabitants = inhabitants not stated
offers = Make comparable
offer-drops = Drops { $events }.
offer-drops-none = Drops nothing.
offer-no-baseline = { $event } is then no baseline, and there are no multiples.
offer-source = Only one source
offer-source-name = Only { $source }
offer-source-text = { $kept } of { $all } events have a figure by { $source }.
offer-source-why = no figure by { $source }
offer-source-none = Not possible: no source has figures of two of these events.
offer-source-already = All these figures are by { $source } already.
offer-people = Only the same people
offer-people-name = Only { $who }
offer-people-text = { $kept } of { $all } events count { $who }, or have them as a part.
offer-people-none = Not possible: no group of people is counted, or is a part, in two of these events.
offer-people-already = All these figures count { $who } already.
offer-people-everyone = All these figures count everyone already.
offer-day = Only up to the same day
offer-day-name = Only up to day { $day } of each event
offer-day-text = { $kept } of { $all } events were counted by their day { $day }, that of { $event }.
offer-day-choose = Not possible: choose an event on the left that is ticked and has a figure; its day will be taken.
offer-day-unknown = Not possible: the day of the count of { $event } is not known.
offer-day-none = Not possible: no other event was counted by its day { $day }, that of { $event }.
offer-day-already = All these figures are of day { $day } or earlier already.
offer-finished = Only events that were over
offer-finished-text = { $kept } of { $all } events were over when counted.
offer-finished-none = Not possible: fewer than two of these events were over when counted.
offer-finished-already = All these events were over when counted already.
offer-back = Back to all figures
offer-back-text = { $what }.
offer-back-people = whoever each count includes
offer-back-day = on any day
offer-back-sources = each event’s own source
offer-back-events = all events ticked
offer-back-baseline = { $event } as the baseline

## When one event passed another

passing-all = { $measure ->
    [killed] all deaths
    [dead] all deaths
    [injured] all injured
    [detained] all detained
    [missing] all missing
    [displaced] all displaced
   *[other] the total
}
passing-total = the total
passing-who-different = { $subject } (who differs)
passing-who-not-stated = { $subject } (who not stated)
passing-alone = { $who } alone
passing-on = on day { $day }
passing-by = by day { $day }
passing-between = between day { $from } and day { $to }
passing-passed = { $subject } passed { $event } { $when }
passing-also = { $subject } { $when }
passing-also-number = { $subject } passed { $number } { $when }
passing-also-not = { $subject } had not passed { $number } by day { $day } ({ $latest })
passing-also-part = its { $number } { $who } were passed { $when }
passing-also-part-not = its { $number } { $who } had not been passed
passing-not-yet = { $event } had not been passed: { $figures }
passing-figure = { $subject } { $latest } { $when }
passing-of = { $event }: { $said }
passing-sentence = { $said }.
passing-by-none = { $event } had not been passed by { $events }.
passing-others = Not passed by { $events }.
passing-open = { $event } is open upwards and taken as stated.

## Sentences of a comparison
comparison-count = { $n ->
    [0] an unstated number
   *[other] { $count }
}
comparison-ratio = { $ratio } times
comparison-ratio-unbounded = { $ratio } times ({ $bounded })
comparison-side = { $count } ({ $who }, as of { $date }, according to { $source })
comparison-side-period = { $count } ({ $who }, in { $date }, according to { $source })
comparison-side-day = { $count } ({ $who }, on { $date }, according to { $source })
comparison-side-sum = { $count } ({ $who }, over { $over }, according to { $source })
comparison-times = { $people } in “{ $event }” come to { $ratio } those in “{ $baseline }”, { $known }: { $this } against { $that }.
comparison-like = { $sentence } Counting { $who } only, it is { $this } against { $that }: { $ratio }.
comparison-like-per-day = { $sentence } Counting { $who } only, it is { $this } against { $that }; per day, { $ratio }.
comparison-like-per-million = { $sentence } Counting { $who } only, it is { $this } against { $that }; per million inhabitants, { $ratio }.
comparison-unfinished = { $sentence } “{ $event }” was not over when this was counted.
comparison-listed = “{ $event }”, { $side }
comparison-list = { $people }, { $known }: { $events }.

## How much of a count is broken down, and of which date that is
details-part-inside = – { $who }
details-share-then = { $who }: { $share } of the { $total } of { $date }.
describe-share-then = { $part } ({ $share } of the { $total } of the same date)
chart-then = { $part } of { $total } on { $date }, { $share }
chart-part-of = { $share } of { $who }
chart-not-broken-down-of = { $count } of { $who } not broken down
chart-covered = broken down: { $parts } of { $total } ({ $share })
chart-covered-then = broken down on { $date }: { $parts } of { $total } ({ $share })
chart-covered-of = { $who } broken down: { $parts } of { $total } ({ $share })
chart-covered-of-too = of { $who } { $parts } ({ $share })
chart-covered-of-too-then = of { $who } on { $date } { $parts } ({ $share })
chart-covered-of-then = { $who } broken down on { $date }: { $parts } of { $total } ({ $share })
hover-then = { $share } of the { $total } of { $date }
hover-then-unknown = stated on { $date }; no total of that date is known
breakdown-older = { $source }: { $terms } = { $sum }, not all of the same date as the total of { $total }. An older number is a share of the total of its own date only.
breakdown-last = { $source } last broke its total down on { $date }: { $total }, see Report.

## Sources side by side
sources-shown = Sources
sources-one = One
sources-all = All
sources-range = Range
event-sources = This event
event-sources-as-all = Event: as all
event-sources-one = One
event-sources-all = All
event-sources-range = Range
chart-known-by = { $known }, according to { $source }
compare-subtitle-undated = { $measure }, { $known }. Each bar is one source’s count.
compare-subtitle-all = { $measure }, { $known }. Every source’s count at its own date, the one that stands first.
compare-subtitle-range = { $measure }, { $known }. From the lowest to the highest source that counts the same people.
sources-spread = { $low } to { $high }, { $factor } ×
sources-spread-from-zero = { $low } to { $high }
sources-estimate = estimate
sources-estimates = estimates: { $what }
sources-more-lanes = and { $count } more in the table
sources-left-out = { $reason }: { $names }
sources-not-in-range = not in the range, { $who }
sources-no-number = no number
sources-words-differ = described in other words
sources-time-differs = counted months before or after
sources-in-range = { $count } sources
sources-range-counts = From the lowest to the highest, never averaged:
sources-range-estimates = Estimates, from the lowest to the highest, never averaged:
hover-verified = Verified: { $how }
hover-method = Method: { $how }
sources-note-all = Thin bars or small dots are the other sources, each at its own date. How far apart they lie is said of those that count the same people.
sources-note-range = A range runs from the lowest to the highest figure of sources that count the same people. Nothing is averaged; estimates are kept apart.
sources-note-multiples = Multiples are of the source that stands.
sources-note-share = Shares have no range: each total has its own.
sources-note-left-out = Not in a range: { $events }.
compare-main-multiple = { $event }: { $this } is { $ratio } × the { $that } of { $baseline }{ $bounded }.
compare-main-share = { $event }: { $who } { $share } of { $total }. Shares are of the people counted so far.
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
remark-table = { $value }
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

## What a new version of a dataset changed
menu-compare-version = Compare with version…
menu-changes = What changed
path-version-title = Compare with version
changes-title = What changed since { $name }
changes-subtitle = { $file }: what it adds, takes away and says otherwise than { $name }, the version that it is compared with.
changes-none = Both versions say the same.
changes-tally = { $kind ->
    [events] Events
    [reports] Reports
    [counts] Counts
   *[parts] Categories inside them
}: { $before } before, { $removed } removed, { $added } added, { $after } now; { $changed } of them changed.
changes-shown = { $measure }, as charts show it
changes-event = Event
changes-report = Report
changes-part = { $measure }: { $category }
changes-nothing = nothing
changes-added = added
changes-removed = removed
changes-changed = changed
changes-swap = Swap the versions
changes-forget = Compare no more
changes-link = What changed
column-change = Change
column-what = What
column-before = Before
column-after = Now
field-title = title
field-short = short title
field-place = place
field-start = first day
field-end = end
field-end-as-of = end looked at
field-lead = lead source
field-population = inhabitants
field-note = note
field-notes = notes beside the timeline
field-more = free keys
field-id = name in the file
field-source = source
field-as-of = as of
field-published = published
field-accessed = looked up
field-day = day as the source numbers it
field-method = method
field-verification = verification
field-supersedes = which report it replaces
field-read-in = where it was read
field-basis = so far, or for a period
field-addresses = addresses
field-as-written = as written
field-filled-by = who filled it in
field-coverage = who is counted
field-pending = under investigation { $before } → { $after }
legend-added = Added since { $name }
legend-changed = Changed since { $name }: before
legend-removed = Removed since { $name }
revision-added = Added since { $name }
revision-changed = { $count } ({ $date }) before, in { $name }
revision-removed = Removed since { $name }: { $count } ({ $date })
timeline-revisions = Since { $name }: { $added ->
    [one] one point
   *[other] { $added-text } points
} added, { $changed } changed, { $removed } removed.

## Tables
import-title = How to read { $name }
import-use = Show the chart
import-save = Save recipe…
import-back = Back
import-discard = Discard changes
import-rows = { $n ->
    [one] one row
   *[other] { $count } rows
}
import-columns = { $n ->
    [one] one column
   *[other] { $count } columns
}
import-left-out = { $n ->
    [one] one row left out
   *[other] { $count } rows left out
}
import-not-kept = { $n ->
    [one] one row not counted, as the recipe says
   *[other] { $count } rows not counted, as the recipe says
}
import-across = { $n ->
    [one] one row reaches over several periods, and is counted in the one in which it ends
   *[other] { $count } rows reach over several periods, and are counted in the one in which they end
}
import-family = known as { $family }
import-reasons = Why it is read like this
import-used-only = Only the columns that are used
import-use-of = Use of { $column }
import-measure-of = What { $column } counts
import-more = More…
import-more-filtered = More… (some rows left out)
import-more-of = More about { $column }
import-name = Name
import-name-of = Name of what { $column } counts
import-name-empty = A name needs a letter or a digit.
import-name-taken = “{ $name }” is counted by another column already; choose another name.
import-most = The largest stand by themselves
import-most-all = all
import-most-of = How many of { $column } stand by themselves
import-most-error = “{ $found }” is no whole number from 1.
import-bands = Bands
import-bands-of = First numbers of the bands of { $column }
bands-none = none
bands-minors = 0–17, 18–59, 60+
bands-who = 0–4, 5–14, 15–29, … 70+
bands-ten = ten years
bands-five = five years
bands-not-whole = “{ $found }” is no whole number; write the first number of each band, such as 18, 30, 60.
bands-not-rising = { $after } does not lie above { $before }; write the lowest number first, such as 18, 30, 60.
import-values = Values in the rows looked at
import-value = { $value } ({ $count })
import-value-counts = Count rows with { $value }
import-value-only = only
import-value-only-of = Count only rows with { $value }
import-value-means = What { $value } means
import-all-rows = Count all rows
import-blank = blank
import-more-values = and { $count } more
basis-of-table = as the whole table
import-no-chart = No chart comes of this
import-scope = { $whole ->
    [yes] All { $count } rows.
   *[other] A preview from { $count } rows of the start, the middle and the end.
}
import-scope-without = { $n ->
    [one] One of them is not counted.
   *[other] { $count } of them are not counted.
}
import-finding-often = { $text } ({ $count } times)
import-finding-once = { $text } ({ $date })
import-more-findings = and { $count } more in Checks
import-row = A row is
row-person = a person
row-incident = an incident
row-period = a day or period
row-group = a group or event
import-beside = Read is the number of
import-beside-words = { $measure } beside { $words }
import-basis = Counts are
basis-incremental = of the row’s own time
basis-cumulative = totals so far
import-periods = Put together by
periods-rows = nothing: row by row
periods-day = day
periods-week = week
periods-month = month
periods-year = year
periods-all = all time
import-form = Dates
form-year-month-day = year, month, day
form-day-month-year = day, month, year
form-month-day-year = month, day, year
form-compact = 20200405
form-year-week = year and week
form-year-quarter = year and quarter
form-year = year
form-serial = days as spreadsheets count them
form-epoch = seconds since 1970
form-buddhist = Buddhist era
form-solar-hijri = Solar Hijri
import-decimal = Fractions after
decimal-point = a point
decimal-comma = a comma
use-nothing = not used
use-event = event
use-date = date, or first day
use-last-day = last day
use-year = year
use-month = month
use-week = week
use-day = day
use-time = time of day
use-source = who counted
use-measure = what is counted
use-split = who is counted
use-beside = counts in words
use-once-per = incident, counted once
use-filled = publisher’s filling
use-filter = which rows count
use-dated = numbers of its date
use-count-total = count: total
use-count-low = count: low
use-count-best = count: best
use-count-high = count: high
use-count-at-least = count: at least
use-count-about = count: about
use-count-up-to = count: up to
use-count-part = count: part
use-count-of-which = count: of which
use-count-unclear = count: in or out unclear
use-count-pending = count: under investigation
read-as = Read as: { $how }.
read-doubts = { $count ->
    [one] One question is open.
   *[other] { $count } questions are open.
}
read-by = Read by { $file }: { $how }.
read-change = Change…
read-row-person = one row for each person
read-row-incident = one row for each incident
read-row-period = one row for each day or period
read-row-group = one row for each group
read-events = event = { $columns }
read-measure = what is counted = { $column }
read-numbers = numbers
read-count = { $what } = { $columns }
read-not = not read: { $tables }
read-only = only rows with { $column } = { $values }
read-except = no rows with { $column } = { $values }
read-not-kept = { $n ->
    [one] one row not counted
   *[other] { $count } rows not counted
}
chart-only-rows = Only rows with { $filters } are counted: { $count } of { $rows } are not.
chart-only-filter = { $column } = { $values }
read-each-row = one for each row
path-recipe-title = Save recipe
