//! The names of months and weekdays in the languages in which casualty tables are kept.

/// The names of the twelve months, in full and short, in small letters.
const MONTHS: [&str; 12] = [
    "january enero ene janvier janv januar jän janeiro gennaio gen ocak январь января янв січень \
     січня يناير ژانویه",
    "february febrero février fevrier févr fevr fév februar fevereiro fev febbraio şubat февраль \
     февраля фев лютий лютого فبراير شباط فوریه",
    "march marzo mars märz maerz mär mrz março marco mart март марта мар березень березня مارس آذار \
     مارچ",
    "april abril abr avril avr aprile nisan апрель апреля апр квітень квітня أبريل ابريل نيسان آوریل",
    "may mayo mai maio maggio mag mayıs май мая травень травня مايو أيار ايار مه",
    "june junio juin juni junho giugno giu haziran июнь июня июн червень червня يونيو حزيران ژوئن",
    "july julio juillet juil juli julho luglio lug temmuz июль июля июл липень липня يوليو تموز ژوئیه",
    "august agosto ago août aout ağustos август августа авг серпень серпня أغسطس اغسطس آب اوت",
    "september sept septiembre setiembre septembre setembro set settembre eylül сентябрь сентября сен \
     вересень вересня سبتمبر أيلول ايلول سپتامبر",
    "october octubre octobre oktober okt outubro out ottobre ott ekim октябрь октября окт жовтень \
     жовтня أكتوبر اكتوبر اکتبر",
    "november noviembre novembre novembro kasım ноябрь ноября ноя листопад листопада نوفمبر نوامبر",
    "december diciembre dic décembre decembre déc dezember dez dezembro dicembre aralık декабрь \
     декабря дек грудень грудня ديسمبر دسامبر",
];

/// The months of the Solar Hijri calendar.
const SOLAR_MONTHS: [&str; 12] = [
    "فروردین farvardin",
    "اردیبهشت ordibehesht",
    "خرداد khordad",
    "تیر tir",
    "مرداد امرداد mordad",
    "شهریور shahrivar",
    "مهر mehr",
    "آبان aban",
    "آذر azar",
    "دی dey dei",
    "بهمن bahman",
    "اسفند esfand",
];

/// Names of weekdays and the words that stand in dates, in small letters.
const IGNORED: &str = "sunday monday tuesday tues wednesday thursday thurs thur friday saturday domingo dom lunes lun \
    martes miércoles mié mie jueves jue viernes vie sábado sáb sab dimanche dim lundi mardi mercredi \
    mer jeudi jeu vendredi ven samedi sam sonntag montag dienstag mittwoch donnerstag freitag \
    samstag mo di mi do fr sa so segunda terça quarta quinta sexta feira um à at on uhr";

/// Small words and endings inside a date.
const INSIDE: &str = "年 月 日 of de del do the le den st nd rd th er г року º";

/// The names that most tables have, which are looked for without writing them in small letters first.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/// The month, from 1, that a name means.
pub(in crate::formats::table) fn month(name: &str) -> Option<i8> {
    if let Some(month) = english(name, &ENGLISH) {
        return Some(month);
    }
    named(name, &MONTHS)
}

/// The month of the Solar Hijri calendar, from 1, that a name means.
pub(super) fn solar_month(name: &str) -> Option<i8> {
    named(name, &SOLAR_MONTHS)
}

/// Whether a word is the English name of a weekday, in full or short.
pub(super) fn is_weekday(word: &str) -> bool {
    english(word, &WEEKDAYS).is_some()
}

/// Whether a word in a date means nothing for the day: a weekday, an article, an ordinal's ending.
pub(super) fn is_ignored(word: &str) -> bool {
    let small = word.to_lowercase();
    has(IGNORED, &small) || has(INSIDE, &small)
}

/// Whether a word is among those in `words`, which have spaces between them.
fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

fn named(name: &str, months: &[&str; 12]) -> Option<i8> {
    // Most months are numbers, or not there.
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let small = name.to_lowercase();
    let at = months.iter().position(|names| has(names, &small))?;
    i8::try_from(at + 1).ok()
}

/// The place, from 1, of an English name written in full or with its first three letters.
fn english(name: &str, names: &[&str]) -> Option<i8> {
    let is_name = |full: &&str| match name.len() {
        3 => full.as_bytes().get(..3).is_some_and(|short| short.eq_ignore_ascii_case(name.as_bytes())),
        _ => full.eq_ignore_ascii_case(name),
    };
    i8::try_from(names.iter().position(is_name)? + 1).ok()
}
