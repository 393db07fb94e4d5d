# Persian, for the sentences that leave the program. Numbers and dates arrive formatted. Words stand in place of ≥, ≤ and
# dashes, which turn round where text runs from right to left; a message starts with a Persian word where it can.

## Numbers
count-unknown = اعلام نشده
count-exact = { $n }
count-at-least = دست‌کم { $n }
count-more-than = بیش از { $n }
count-about = حدود { $n }
count-up-to = حداکثر { $n }
count-less-than = کمتر از { $n }
count-range = { $low } تا { $high }
count-range-best = { $best } (کمینه { $low }، بیشینه { $high })
count-best-low = { $best } (کمینه { $low })
count-best-high = { $best } (بیشینه { $high })
not-bounded = بر پایهٔ ارقام اعلام‌شده، بدون حد بالا یا پایین

## Lists
list-comma = {"، "}
list-semicolon = {"؛ "}
and-more = { $names } و { $count } مورد دیگر

## Dates
month-1 = ژانویه
month-2 = فوریه
month-3 = مارس
month-4 = آوریل
month-5 = مه
month-6 = ژوئن
month-7 = ژوئیه
month-8 = اوت
month-9 = سپتامبر
month-10 = اکتبر
month-11 = نوامبر
month-12 = دسامبر
# Before a year.
month-of-1 = ژانویهٔ
month-of-2 = فوریهٔ
month-of-7 = ژوئیهٔ
solar-month-1 = فروردین
solar-month-2 = اردیبهشت
solar-month-3 = خرداد
solar-month-4 = تیر
solar-month-5 = مرداد
solar-month-6 = شهریور
solar-month-7 = مهر
solar-month-8 = آبان
solar-month-9 = آذر
solar-month-10 = دی
solar-month-11 = بهمن
solar-month-12 = اسفند
date-to = تا
date-circa = حدود { $date }
date-uncertain = { $date }، به استنباط
date-missing = بی‌تاریخ
date-unstated = تاریخی که اعلام نشده
source-unnamed = منبعی که نامش نیامده
span-from = از { $start } تا { $end }
span-up-to = تا { $end }
over-span = { $over } { $span }
over-span-undated = { $over } { $span } و در ردیف‌های بی‌تاریخ
over-days = { $periods } روز
over-days-of = { $periods } روز از { $all } روز
over-months-of = { $periods } ماه از { $all } ماه
over-years-of = { $periods } سال از { $all } سال
over-weeks = { $periods } هفته
over-months = { $periods } ماه
over-years = { $periods } سال
over-periods = { $periods } دوره
source-file = پروندهٔ «{ $title }»
chart-latest = بر پایهٔ تازه‌ترین ارقام
chart-as-known-on = بر پایهٔ آنچه تا { $date } منتشر شده بود

## Measures
measure-killed = کشته‌شدگان
measure-dead = جان‌باختگان
measure-injured = مجروحان
measure-detained = بازداشت‌شدگان
measure-missing = مفقودان
measure-displaced = آوارگان
measure-survivors = بازماندگان
measure-executed = اعدام‌شدگان
measure-abducted = ربوده‌شدگان
measure-captured = اسیران
measure-homeless = بی‌خانمان‌شدگان
measure-affected = آسیب‌دیدگان
measure-casualties = تلفات
measure-cases = مبتلایان
measure-recovered = بهبودیافتگان
people-killed = کشته‌شدگان
people-dead = جان‌باختگان
people-injured = مجروحان
people-detained = بازداشت‌شدگان
people-missing = مفقودان
people-displaced = آوارگان
counted-killed = { $n ->
    [0] شماری که اعلام نشده کشته شده بودند
    [1] { $count } نفر کشته شده بود
   *[other] { $count } نفر کشته شده بودند
}
counted-dead = { $n ->
    [0] شماری که اعلام نشده جان خود را از دست داده بودند
    [1] { $count } نفر جان خود را از دست داده بود
   *[other] { $count } نفر جان خود را از دست داده بودند
}
counted-injured = { $n ->
    [0] شماری که اعلام نشده مجروح شده بودند
    [1] { $count } نفر مجروح شده بود
   *[other] { $count } نفر مجروح شده بودند
}
counted-detained = { $n ->
    [0] شماری که اعلام نشده بازداشت شده بودند
    [1] { $count } نفر بازداشت شده بود
   *[other] { $count } نفر بازداشت شده بودند
}
counted-missing = { $n ->
    [0] شماری که اعلام نشده مفقود بودند
    [1] { $count } نفر مفقود بود
   *[other] { $count } نفر مفقود بودند
}
counted-displaced = { $n ->
    [0] شماری که اعلام نشده آواره شده بودند
    [1] { $count } نفر آواره شده بود
   *[other] { $count } نفر آواره شده بودند
}
counted-unknown = شماری که اعلام نشده
counted-other = { $n ->
    [0] شمار { $label } اعلام نشده بود
   *[other] شمار { $label } { $count } بود
}

## Sources
source-missing = منبعی که نامش نیامده
via = { $source } (به گزارش { $via })

## Coverage and verification
category-aged = { $ages } ساله
covers-everyone = همه
covers-by = { $covers }، به دست { $by }
covers-where = { $covers }، در { $where }
covers-period = { $covers }، در بازهٔ { $period }
covers-not-stated = اعلام نشده
covers-who-not-stated = کسانی که مشخص نشده‌اند
verified-not-possible = راستی‌آزمایی مستقل آن ممکن نبود
verified-not-possible-by = راستی‌آزمایی مستقل آن برای { $by } ممکن نبود
verified-not-tried = دیگران برای راستی‌آزمایی آن تلاشی نکردند
verified-not-tried-by = برای راستی‌آزمایی آن { $by } تلاشی نکرد
verified-confirmed = به‌طور مستقل تأیید شده است
verified-confirmed-by = به تأیید { $by } رسیده است
verified-disputed = در درستی آن تردید شده است
verified-disputed-by = در درستی آن { $by } تردید کرده است
verified-by-source = خود منبع آن را راستی‌آزمایی کرده است
verified-not-by-source = خود منبع آن را راستی‌آزمایی نکرده است

## Sentences
sentence = در «{ $event }»، به گفتهٔ { $source }، تا { $date }، { $counted }{ $verified }.
sentence-period = در «{ $event }»، به گفتهٔ { $source }، در بازهٔ { $date }، { $counted }{ $verified }.
sentence-day = در «{ $event }»، به گفتهٔ { $source }، در { $date }، { $counted }{ $verified }.
sentence-sum = در «{ $event }»، به گفتهٔ { $source }، در مجموع { $over }، { $counted }{ $verified }.
sentence-category = { $n ->
    [0] در «{ $event }»، به گفتهٔ { $source }، تا { $date }، شمار { $measure } در میان { $category } اعلام نشده بود{ $relation }{ $verified }.
   *[other] در «{ $event }»، به گفتهٔ { $source }، تا { $date }، شمار { $measure } در میان { $category } { $count } نفر بود{ $relation }{ $verified }.
}
sentence-category-of-period = { $n ->
    [0] در «{ $event }»، به گفتهٔ { $source }، در بازهٔ { $date }، شمار { $measure } در میان { $category } اعلام نشده بود{ $relation }{ $verified }.
   *[other] در «{ $event }»، به گفتهٔ { $source }، در بازهٔ { $date }، شمار { $measure } در میان { $category } { $count } نفر بود{ $relation }{ $verified }.
}
sentence-category-of-day = { $n ->
    [0] در «{ $event }»، به گفتهٔ { $source }، در { $date }، شمار { $measure } در میان { $category } اعلام نشده بود{ $relation }{ $verified }.
   *[other] در «{ $event }»، به گفتهٔ { $source }، در { $date }، شمار { $measure } در میان { $category } { $count } نفر بود{ $relation }{ $verified }.
}
sentence-category-inside = { $n ->
    [0] ، جزو شماری که اعلام نشده
   *[other] ، جزو { $total } نفر
}
sentence-category-part = { $n ->
    [0] ، بخشی از شماری که اعلام نشده
   *[other] ، از مجموع { $total } نفر
}
sentence-category-unclear = { $n ->
    [0] ، بی‌آنکه روشن باشد جزو رقم کل، که اعلام نشده، بوده‌اند یا نه
   *[other] ، بی‌آنکه روشن باشد جزو { $total } نفر بوده‌اند یا نه
}
sentence-only = { $sentence } این رقم فقط { $who } را در بر می‌گیرد.
sentence-covers = { $sentence } دامنهٔ این رقم: { $covers }.
sentence-pending = { $n ->
    [0] { $sentence } وضعیت شماری دیگر، که تعدادشان اعلام نشده، در دست بررسی بود و در این رقم نیامده است.
   *[other] { $sentence } وضعیت { $pending } نفر دیگر در دست بررسی بود و در این رقم نیامده است.
}
sentence-verified = ؛ { $how }

## Sentences of a comparison
unit-per-day = { $people } در هر روز
millions = { $n } میلیون
unit-per-million = { $people } به ازای هر یک میلیون نفر جمعیت
compare-rate-per-million = { $rate } نفر به ازای هر یک میلیون نفر از { $people } نفر جمعیت
compare-rate = روزانه { $rate } نفر طی { $days } روز
compare-who-not-stated = اعلام نشده
comparison-count = { $n ->
    [0] شماری که اعلام نشده
   *[other] { $count } نفر
}
comparison-ratio = { $ratio } برابر
comparison-ratio-unbounded = { $ratio } برابر ({ $bounded })
comparison-side = { $count } تا { $date } به گفتهٔ { $source } (شمرده‌شدگان: { $who })
comparison-side-period = { $count } در بازهٔ { $date } به گفتهٔ { $source } (شمرده‌شدگان: { $who })
comparison-side-day = { $count } در { $date } به گفتهٔ { $source } (شمرده‌شدگان: { $who })
comparison-side-sum = { $count } در مجموع { $over } به گفتهٔ { $source } (شمرده‌شدگان: { $who })
comparison-times = شمار { $people } در «{ $event }» { $ratio } «{ $baseline }» است، { $known }: { $this }، در برابر { $that }.
comparison-like = { $sentence } با شمارش { $who } و نه دیگران، { $this } در برابر { $that } نفر: { $ratio }.
comparison-like-per-day = { $sentence } با شمارش { $who } و نه دیگران، { $this } در برابر { $that } نفر؛ در هر روز، { $ratio }.
comparison-like-per-million = { $sentence } با شمارش { $who } و نه دیگران، { $this } در برابر { $that } نفر؛ به ازای هر یک میلیون نفر جمعیت، { $ratio }.
comparison-unfinished = { $sentence } هنگام این شمارش، «{ $event }» هنوز پایان نیافته بود.
comparison-listed = در «{ $event }» { $side }
comparison-list = شمار { $people }، { $known }: { $events }.
