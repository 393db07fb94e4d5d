//! The names of months and weekdays in the languages in which casualty tables are kept.

/// The names of the twelve months, in full and short, in small letters; those of two words with a line between them.
const MONTHS: [&str; 12] = [
    "january enero ene janvier janv januar jän janeiro gennaio gen ocak январь января янв січень січня يناير \
     ژانویه januari január janar styczeń stycznia leden ledna ianuarie ian tammikuu جنوری जनवरी জানুয়ারি มกราคม \
     януари јануар січ كانون_الثاني جانفي gener ιανουάριος ιανουαρίου oca",
    "february febrero février fevrier févr fevr fév februar fevereiro fev febbraio şubat февраль февраля фев \
     лютий лютого فبراير شباط فوریه februari február luty lutego únor února februarie helmikuu pebruari pebrero \
     şub فروری फरवरी फ़रवरी ফেব্রুয়ারি กุมภาพันธ์ февруари фебруар лют فيفري febrer φεβρουάριος φεβρουαρίου",
    "march marzo mars märz maerz mär mrz março marco mart март марта мар березень березня مارس آذار مارچ maart \
     maret marts március marzec marca březen března martie maaliskuu machi मार्च মার্চ มีนาคม бер març μάρτιος \
     μαρτίου marso",
    "april abril abr avril avr aprile nisan апрель апреля апр квітень квітня أبريل ابريل نيسان آوریل április \
     kwiecień kwietnia duben dubna aprilie huhtikuu aprili nis اپریل अप्रैल এপ্রিল เมษายน април кві أفريل \
     απρίλιος απριλίου",
    "may mayo mai maio maggio mag mayıs май мая травень травня مايو أيار ايار مه maj maja mei május květen května \
     toukokuu مئی मई মে พฤษภาคม мај тра ماي maig μάιος μαΐου",
    "june junio juin juni junho giugno giu haziran июнь июня июн червень червня يونيو حزيران ژوئن június czerwiec \
     czerwca červen června iunie kesäkuu haz جون जून জুন มิถุนายน юни јун чер جوان jun ιούνιος ιουνίου hunyo",
    "july julio juillet juil juli julho luglio lug temmuz июль июля июл липень липня يوليو تموز ژوئیه július \
     lipiec lipca červenec července iulie heinäkuu julai tem جولائی जुलाई জুলাই กรกฎาคม юли јул лип جويلية juliol \
     jul ιούλιος ιουλίου hulyo",
    "august agosto ago août aout ağustos август августа авг серпень серпня أغسطس اغسطس آب اوت augusti augustus \
     augusztus agustus sierpień sierpnia srpen srpna elokuu agosti avgust ağu اگست अगस्त আগস্ট สิงหาคม аугуст сер \
     أوت αύγουστος αυγούστου",
    "september sept septiembre setiembre septembre setembro set settembre eylül сентябрь сентября сен вересень \
     вересня سبتمبر أيلول ايلول سپتامبر szeptember wrzesień września září septembrie syyskuu septemba septembar \
     eyl ستمبر सितंबर सितम्बर সেপ্টেম্বর กันยายน септември септембар сент вер σεπτέμβριος σεπτεμβρίου setyembre",
    "october octubre octobre oktober okt outubro out ottobre ott ekim октябрь октября окт жовтень жовтня أكتوبر \
     اكتوبر اکتبر október październik października říjen října octombrie lokakuu oktoba oktobar eki اکتوبر \
     अक्टूबर अक्तूबर অক্টোবর ตุลาคม октомври октобар жов تشرين_الأول تشرين_الاول οκτώβριος οκτωβρίου oktubre",
    "november noviembre novembre novembro kasım ноябрь ноября ноя листопад листопада نوفمبر نوامبر nopember \
     noiembrie marraskuu novemba novembar kas نومبر नवंबर नवम्बर নভেম্বর พฤศจิกายน ноември новембар нояб лис \
     تشرين_الثاني νοέμβριος νοεμβρίου nobyembre listopad listopadu",
    "december diciembre dic décembre decembre déc dezember dez dezembro dicembre aralık декабрь декабря дек \
     грудень грудня ديسمبر دسامبر desember grudzień grudnia prosinec prosince decembrie joulukuu desemba decembar \
     ara دسمبر दिसंबर दिसम्बर ডিসেম্বর ธันวาคม декември децембар гру كانون_الأول كانون_الاول desembre δεκέμβριος \
     δεκεμβρίου disyembre",
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
const INSIDE: &str = "年 月 日 m of de del do the le den st nd rd th er г року º";

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
    let small = name.to_lowercase().replace(' ', "_");
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
