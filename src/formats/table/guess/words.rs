//! The words of the field in the languages in which casualty tables are kept, and what each means in a column's name.

use foldhash::HashMap;
use std::sync::LazyLock;

/// What a word in a column's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What is counted.
    Measure(&'static str),
    /// Something that is counted, but not what happened to it: casualties may be dead or injured.
    Vague,
    /// Who is counted.
    Who(&'static str),
    Low,
    Best,
    High,
    Total,
    /// So far.
    Cumulative,
    /// In a period.
    Incremental,
    /// Under investigation.
    Pending,
    /// Per inhabitant, percent, average.
    Rate,
    /// An identifier, a code, a place, a date.
    NoCount,
    /// Things and animals, not people: protests, houses, cattle.
    Things,
    /// What did not happen to anyone: threats, sentences, what was expected.
    Unreal,
    /// Says nothing.
    Filler,
}

/// Words by what they mean, with spaces between them, in small letters and without accents; of two lists with one word the first is right.
const WORDS: &[(Meaning, &str)] = &[
    (
        Meaning::Measure("killed"),
        "letalidade شهيد homicidio homicidios নিহত हताहत slain homicide murder murders کشته‌شدگان کشته‌شده ölüdürülen zabitych zabici zabito öldürülen terbunuh נהרגו 杀害 遇害 killed kill kills nkill killings murdered asesinados asesinadas tues tuees tue getotete getotet \
         uccisi assassinados martyrs martyred shahid homicides убитых убито убитые вбито вбиті drepte drept dodade gedood zabici oldurulen کشته کشته‌شدگان قتلى القتلى قتیل شهداء الشهداء \
         شهید",
    ),
    (
        Meaning::Measure("dead"),
        "umrti died mortality fallecido fallecida muerto muerta decede decedee умер умерла погиб погибла verstorben mortalidad mortalidade mortalita mortalite fat เสียชีวิต fatales mortales sterbefalle verstorbene verstorbenen todesfall getoteten zmarli zmarlych umrlo zemreli umrli kuolleet olum olumler jumlah_kematian meninggal tewas patay मृतक मृत मौतें মৃত মৃত্যু 사망자 사망자수 사망 chết decedati morti morți morţi νεκροί νεκροι θάνατοι waliokufa vifo ሞት overledenen defunciones defuncion faleceram fatals namatay 死亡 死亡人数 死者 死者数 死亡者数 死亡数 הרוגים מתים نفوس درگذشتگان جان‌باختگان جان‌باخته فوتی‌ها dead death deaths lives died deceased fatality fatalities muertos muertas muertes muerto \
         fallecidos fallecidas fallecimientos morts mortes deces decedes tote todesfalle todesopfer \
         mortos obitos morti decessi deceduti olu olen погибших погибло погибшие умерших умерли загинуло загиблих загиблі omkomne dode doda doden overleden zgony ofiary smiertelne الوفيات وفيات \
         وفاة مرگ جان",
    ),
    (Meaning::Measure("executed"), "расстрел расстрела расстрелян расстреляны расстреляно fusilados fusiles"),
    (Meaning::Unreal, "esperadas esperados esperada esperado attendus attendues erwartete erwarteten"),
    (Meaning::Filler, "observed observadas observados observees beobachtete"),
    (
        Meaning::Measure("dead"),
        "muerte morte smrti defuncion defunciones fallecimiento obito decesso tod smierci zgonu смерти смерть гибели загибелі الوفاة",
    ),
    (
        Meaning::Measure("injured"),
        "lesiones lesion пострадало घायल আহত herido herida blesse blessee ранен ранена جريح verletzt مصدومان مصدوم مصدومین 부상 부상자 부상자수 răniți raniti τραυματίες thương majeruhi пострадавших избито บาดเจ็บ الإصابات inj ranni rannych rannych zraneni raneni wounds lesionado maimed maimings 受伤 受伤人数 负伤 負傷者 負傷者数 重傷 軽傷 伤 פצועים زخمی‌ها مجروحان luka injured injuries injury inj wounded wound nwound heridos heridas lesionados blesses blessees \
         verletzte verwundete feridos feriti yarali раненых ранено раненые поранено поранених поранені skadde skadede skadade gewonden ranni جرحى الجرحى المصابون المصابين مجروح مجروحان \
         زخمی إصابات",
    ),
    (
        Meaning::Measure("missing"),
        "безвісти безвести लापता নিখোঁজ 실종 실종자 실종자수 tích dispăruți αγνοούμενοι 失踪 失踪人数 行方不明 行方不明者 נעדרים مفقودشدگان hilang missing disappeared disappearances desaparecidos desaparecidas disparus vermisste dispersi пропавших пропавшие savnede savnet saknade vermisten zaginieni kayip зниклі المفقودون المفقودين مفقودين \
         مفقود ناپدید",
    ),
    (
        Meaning::Measure("detained"),
        "detenus detenues detenciones задержано задержаны задержанных задержанные المعتقلون معتقلون المعتقلين بازداشت‌شدگان بازداشتی‌ها detained detentions detainees detention arrested arrests arrest imprisoned prisoners detenidos \
         detenidas arrestados arretes interpelles verhaftete detidos presos arrestati задержанных بازداشت \
         بازداشتی معتقلين",
    ),
    (
        Meaning::Measure("displaced"),
        "النازحون نازحون displaced displacement displacements idps idp refugees evacuated desplazados desplazadas \
         deplaces vertriebene deslocados sfollati перемещенных آواره نازحين",
    ),
    (
        Meaning::Measure("survivors"),
        "survivors survivor survived rescued sobrevivientes supervivientes survivants rescapes",
    ),
    (
        Meaning::Measure("abducted"),
        "abducted kidnapped hostages hostage otages otage rehenes geiseln ostaggi refens secuestrados secuestro secuestros",
    ),
    (
        Meaning::Measure("executed"),
        "اعدام اعدامشدگان اعدام‌شدگان اعدامها hinrichtungen executes executed executions ejecutados",
    ),
    (Meaning::Measure("affected"), "affected afectados damnificados affectes"),
    (Meaning::Measure("homeless"), "homeless"),
    (Meaning::Measure("captured"), "captured pow pows prisoner"),
    (Meaning::Measure("cases"), "cases confirmed infected casos cas"),
    (Meaning::Measure("recovered"), "recoveries cured"),
    (
        Meaning::Vague,
        "personnel casualties casualty victims victim victimas victimes opfer verungluckte vitimas vittime жертв ضحايا قربانیان \
         losses toll",
    ),
    (
        Meaning::Who("children"),
        "cocuk cocuklar dzieci 儿童 子供 ילדים children child kids minors minor ninos ninas menores enfants kinder criancas bambini детей أطفال \
         کودک کودکان",
    ),
    (Meaning::Who("adults"), "adults adult"),
    (Meaning::Who("boys"), "boys"),
    (Meaning::Who("girls"), "girls"),
    (
        Meaning::Who("women"),
        "vrouwen mujer kadin kadinlar kobiety 女性 妇女 נשים women woman mujeres femmes frauen mulheres donne женщин نساء زن زنان",
    ),
    (
        Meaning::Who("men"),
        "mannen hombre erkek erkekler mezczyzni mężczyźni 男性 גברים men hombres hommes manner homens uomini رجال مردان مرد",
    ),
    (Meaning::Who("females"), "females female"),
    (Meaning::Who("males"), "males male"),
    (Meaning::Who("elderly"), "elderly elders"),
    (Meaning::Who("civilians"), "civilians civilian civiles civils zivilisten civis civili мирных مدنيين غیرنظامیان"),
    (
        Meaning::Who("military"),
        "military militares militaires soldiers soldier troops militar soldados soldats soldaten",
    ),
    (Meaning::Who("combatants"), "combatants combatant fighters militants militant rebels"),
    (Meaning::Who("security_forces"), "police officers policia policias policiers polizisten security"),
    (Meaning::Who("journalists"), "journalists journalist press periodistas media"),
    (Meaning::Who("medics"), "medics med medical health doctors paramedics"),
    (Meaning::Who("aid_workers"), "humanitarian humanitarians"),
    (Meaning::Who("protesters"), "protesters protestors demonstrators manifestantes manifestants"),
    (Meaning::Who("suspects"), "suspect suspects"),
    (Meaning::Who("perpetrators"), "shooter shooters gunman perpetrator attacker perpetrators attackers"),
    (Meaning::Who("terrorists"), "terrorists nkillter nwoundte"),
    (
        Meaning::Low,
        "low lower lowest lo min minimum minimo inferior inf basse bas basses мин минимум الأدنى الادنى أدنى bajo faible minimal",
    ),
    (
        Meaning::High,
        "high higher highest hi max maximum maximo superior sup haute haut hautes макс максимум الأقصى الاقصى أقصى alto upper",
    ),
    (Meaning::Best, "best mid midpoint central likely"),
    (
        Meaning::Cumulative,
        "cum acum cumulative cumul cumulated cumulatively acumulado acumulados acumuladas cumule cumules \
         kumuliert cumulativo kumulativ kumulatif kumulative",
    ),
    (
        Meaning::Total,
        "合计 总计 合計 razem totaal totalt yhteensa celkem osszesen загалом summe suma ensemble lacznie ogolem jumlah kul lacznie toplam סהכ total tot all overall sum totals totale gesamt insgesamt всего مجموع المجموع إجمالي الإجمالي اجمالي الاجمالي",
    ),
    (Meaning::Incremental, "increase new daily nuevos nuevas nouveaux neue today weekly monthly"),
    (Meaning::Pending, "pending unverified investigation"),
    (
        Meaning::Rate,
        "rate rates per percent percentage pct ratio share average avg mean median durchschnitt durchschnittlich promedio moyenne mittelwert srednia prumer gemiddelde ortalama 平均 среднее proportion tasa taux \
         anteil anteile frauenanteil prozent porcentaje porcentagem pourcentage percentuale procent доля نسبة درصد \
         quote million 100k smoothed index score cfr",
    ),
    (
        Meaning::NoCount,
        "id ids clave cve cod codigo codice code codes key iso iso2 iso3 lat latitude lon lng long longitude latitud longitud \
         coordinates year month day week hour time iyear imonth iday date fecha ano mes dia annee mois \
         jour jahr monat tag prec precision gid priogrid gwno gwnoa gwnob sources quality priority fips \
         zip phone url age edad alter idade population pop poblacion duration magnitude cost damage \
         damages usd cpi version index rank serial uuid timestamp interaction inter1 inter2 dset relid \
         status period scale speed aid weapon weaptype attacktype targtype ransom admin adm adm0 adm1 \
         adm2 uid code3",
    ),
    (
        Meaning::Things,
        "destroyed damaged abandoned equipment tanks events event incidents incident attacks attack massacres massacre protests protest strikes \
         airstrikes fires houses homes schools buildings hospitals mosques vehicles flights earthquakes \
         eventos demonstrations manifestaciones manifestations tests vaccinations doses ataques viviendas certificates \
         accidents accidentes crashes collisions livestock cattle animals animal dogs sheep \
         goats poultry boats vessels embarcaciones families familias familles households",
    ),
    (
        Meaning::Unreal,
        "sentences sentenced penalty threats threat threatened averted prevented avoided attempted attempt attempts \
         expected predicted projected baseline denied",
    ),
    (
        Meaning::Filler,
        "val data obs observation شدگان شده observed observadas observados lim display numeric fact grand number no of the num nr n count counts value values reported report estimated estimate estimates \
         est recorded verified people workers worker persons person personas personnes personen and or y \
         e et und in by from de los las les des du la le el anzahl zahl nombre numero cantidad \
         civilian_casualties figure figures were was to so far under been have تعداد عدد",
    ),
];

/// The meanings by their words: every cell of a sample may be asked for its words.
static MEANINGS: LazyLock<HashMap<&str, Meaning>> = LazyLock::new(|| {
    let mut meanings = HashMap::default();
    for (meaning, word) in WORDS.iter().flat_map(|(meaning, words)| words.split(' ').map(move |word| (meaning, word))) {
        meanings.entry(word).or_insert(*meaning);
    }
    meanings
});

/// What a word says; it must be in small letters and without accents.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    MEANINGS.get(word).copied()
}

/// A letter without its accent; others as they are.
fn plain(character: char) -> char {
    match character {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' | 'ń' => 'n',
        'ç' | 'ć' => 'c',
        'ş' | 'ś' => 's',
        'ł' => 'l',
        'ż' | 'ź' => 'z',
        'ğ' => 'g',
        other => other,
    }
}

/// The words of a name, in small letters and without accents: `killedChildren_cum` has three, and so have `Deaths1_low` and
/// `newdeaths2020`.
pub(super) fn split(name: &str) -> Vec<String> {
    parted(name).into_iter().flat_map(|word| taken_apart(&word)).collect()
}

/// A word that holds others, and a word for what is counted with a number behind it.
fn taken_apart(word: &str) -> Vec<String> {
    if let Some(words) = super::joined::apart(word) {
        return words.map(str::to_owned).to_vec();
    }
    if word.contains('\u{200C}') && meaning(word).is_none() {
        return word.split('\u{200C}').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    }
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
    match meaning(stem) {
        Some(Meaning::Measure(_)) if stem.len() < word.len() => {
            vec![stem.to_owned(), word.get(stem.len()..).unwrap_or_default().to_owned()]
        }
        _ => vec![word.to_owned()],
    }
}

fn parted(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before_small = false;
    for (at, character) in name.char_indices() {
        // "SideADeaths": a capital before small letters starts a word, but "IDPs" and "IDs" are one.
        let is_head =
            name.get(at..).is_some_and(|rest| rest.chars().skip(1).take_while(|c| c.is_lowercase()).count() >= 2);
        let is_start = character.is_uppercase() && (before_small || is_head);
        // Persian words are written together with a mark of no width.
        let is_part = character.is_alphanumeric() || character == '\u{200C}';
        if (!is_part || is_start) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if is_part {
            word.extend(character.to_lowercase().map(plain));
        }
        before_small = character.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
