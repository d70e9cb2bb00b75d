/**
 * Public holidays of Denmark, Sweden, Finland, Norway, Iceland, Estonia, Latvia and Lithuania. Days that always fall on a Saturday
 * (Midsummer Day and All Saints' Day in Sweden and Finland) or Sunday need no rule. Eves that are no holiday by law are left out.
 */
import {
  afterEaster,
  during,
  fixed,
  mondayOf,
  once,
  weekdayFrom,
  withSubstitutes,
  type HolidayRule,
  type RulesByPlace,
} from './holiday-rules.ts';

/** The holy days of the church ordinance of 1770 as kept by law; Store Bededag was abolished by lov 214 of 6 March 2023. */
const DENMARK: HolidayRule[] = [
  fixed('Nytårsdag', 1, 1),
  afterEaster('Skærtorsdag', -3),
  afterEaster('Langfredag', -2),
  afterEaster('2. påskedag', 1),
  during(afterEaster('Store bededag', 26), { until: 2023 }),
  afterEaster('Kristi himmelfartsdag', 39),
  afterEaster('2. pinsedag', 50),
  fixed('Juledag', 12, 25),
  fixed('2. juledag', 12, 26),
];

/** Lag (1989:253) om allmänna helgdagar. The eves that lag (1930:173) puts on a par for statutory periods are no holidays. */
const SWEDEN: HolidayRule[] = [
  fixed('Nyårsdagen', 1, 1),
  fixed('Trettondedag jul', 1, 6),
  afterEaster('Långfredagen', -2),
  afterEaster('Annandag påsk', 1),
  fixed('Första maj', 5, 1),
  afterEaster('Kristi himmelsfärdsdag', 39),
  fixed('Sveriges nationaldag', 6, 6),
  fixed('Juldagen', 12, 25),
  fixed('Annandag jul', 12, 26),
];

/** The church act (Kirkkolaki), laki 388/1937 (6 December) and laki 272/1944 (1 May). */
const FINLAND: HolidayRule[] = [
  fixed('Uudenvuodenpäivä', 1, 1),
  fixed('Loppiainen', 1, 6),
  afterEaster('Pitkäperjantai', -2),
  afterEaster('2. pääsiäispäivä', 1),
  fixed('Vappu', 5, 1),
  afterEaster('Helatorstai', 39),
  fixed('Itsenäisyyspäivä', 12, 6),
  fixed('Joulupäivä', 12, 25),
  fixed('Tapaninpäivä', 12, 26),
];

/** Lov om helligdager og helligdagsfred (1995) and lov om 1 og 17 mai (1947). */
const NORWAY: HolidayRule[] = [
  fixed('Første nyttårsdag', 1, 1),
  afterEaster('Skjærtorsdag', -3),
  afterEaster('Langfredag', -2),
  afterEaster('Andre påskedag', 1),
  fixed('Offentlig høytidsdag', 5, 1),
  fixed('Grunnlovsdagen', 5, 17),
  afterEaster('Kristi himmelfartsdag', 39),
  afterEaster('Andre pinsedag', 50),
  fixed('Første juledag', 12, 25),
  fixed('Andre juledag', 12, 26),
];

/** Lög um 40 stunda vinnuviku, nr. 88/1971, s. 6; the half days 24 and 31 December are left out. */
const ICELAND: HolidayRule[] = [
  fixed('Nýársdagur', 1, 1),
  afterEaster('Skírdagur', -3),
  afterEaster('Föstudagurinn langi', -2),
  afterEaster('Annar í páskum', 1),
  weekdayFrom('Sumardagurinn fyrsti', { month: 4, day: 19, weekday: 4, nth: 1 }),
  fixed('Verkalýðsdagurinn', 5, 1),
  afterEaster('Uppstigningardagur', 39),
  afterEaster('Annar í hvítasunnu', 50),
  fixed('Þjóðhátíðardagurinn', 6, 17),
  mondayOf('Frídagur verslunarmanna', 8, 1),
  fixed('Jóladagur', 12, 25),
  fixed('Annar í jólum', 12, 26),
];

/** Pühade ja tähtpäevade seadus, ss. 1-2. */
const ESTONIA: HolidayRule[] = [
  fixed('Uusaasta', 1, 1),
  fixed('Iseseisvuspäev', 2, 24),
  afterEaster('Suur reede', -2),
  fixed('Kevadpüha', 5, 1),
  fixed('Võidupüha', 6, 23),
  fixed('Jaanipäev', 6, 24),
  fixed('Taasiseseisvumispäev', 8, 20),
  fixed('Jõululaupäev', 12, 24),
  fixed('Esimene jõulupüha', 12, 25),
  fixed('Teine jõulupüha', 12, 26),
];

/** Likums par svētku, atceres un atzīmējamām dienām, s. 1: the first two move from a weekend to the next working day. */
const LATVIA: HolidayRule[] = withSubstitutes(
  [fixed('Neatkarības atjaunošanas diena', 5, 4), fixed('Latvijas Republikas proklamēšanas diena', 11, 18)],
  [
    fixed('Jaungada diena', 1, 1),
    afterEaster('Lielā Piektdiena', -2),
    afterEaster('Otrās Lieldienas', 1),
    fixed('Darba svētki', 5, 1),
    fixed('Līgo diena', 6, 23),
    fixed('Jāņu diena', 6, 24),
    // The Monday after the song and dance festival, of which the next one (2028) has no date yet.
    once('Dziesmu un deju svētki', '2018-07-09'),
    once('Dziesmu un deju svētki', '2023-07-10'),
    once('Pāvesta Franciska vizīte', '2018-09-24'),
    once('Hokeja izlases bronza', '2023-05-29'),
    fixed('Ziemassvētku vakars', 12, 24),
    fixed('Pirmie Ziemassvētki', 12, 25),
    fixed('Otrie Ziemassvētki', 12, 26),
    fixed('Vecgada diena', 12, 31),
  ],
);

/** Darbo kodeksas, art. 123(1). */
const LITHUANIA: HolidayRule[] = [
  fixed('Naujieji metai', 1, 1),
  fixed('Lietuvos valstybės atkūrimo diena', 2, 16),
  fixed('Lietuvos nepriklausomybės atkūrimo diena', 3, 11),
  afterEaster('Antroji Velykų diena', 1),
  fixed('Tarptautinė darbo diena', 5, 1),
  fixed('Joninės', 6, 24),
  fixed('Valstybės diena', 7, 6),
  fixed('Žolinė', 8, 15),
  fixed('Visų šventųjų diena', 11, 1),
  during(fixed('Vėlinės', 11, 2), { since: 2020 }),
  fixed('Kūčios', 12, 24),
  fixed('Kalėdos', 12, 25),
  fixed('Kalėdos', 12, 26),
];

/** Rules by place. */
export const NORTHERN_EUROPE: RulesByPlace = {
  DK: DENMARK,
  SE: SWEDEN,
  FI: FINLAND,
  NO: NORWAY,
  IS: ICELAND,
  EE: ESTONIA,
  LV: LATVIA,
  LT: LITHUANIA,
};
