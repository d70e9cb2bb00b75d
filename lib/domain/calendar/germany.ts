/**
 * Public holidays of Germany: the Unification Treaty (3 October) and the holiday act of each Land. Days that only some
 * municipalities keep (Assumption in Bavaria, Corpus Christi in Saxony and Thuringia, the Augsburg peace festival) are left out:
 * without them a date is never later than the law allows.
 */
import { afterEaster, during, fixed, once, weekdayBefore, type HolidayRule, type RulesByPlace } from './holiday-rules.ts';

const EVERYWHERE: HolidayRule[] = [
  fixed('Neujahr', 1, 1),
  afterEaster('Karfreitag', -2),
  afterEaster('Ostermontag', 1),
  fixed('Tag der Arbeit', 5, 1),
  afterEaster('Christi Himmelfahrt', 39),
  afterEaster('Pfingstmontag', 50),
  fixed('Tag der Deutschen Einheit', 10, 3),
  fixed('1. Weihnachtstag', 12, 25),
  fixed('2. Weihnachtstag', 12, 26),
];

const EPIPHANY = fixed('Heilige Drei Könige', 1, 6);
const CORPUS_CHRISTI = afterEaster('Fronleichnam', 60);
const REFORMATION = fixed('Reformationstag', 10, 31);
const ALL_SAINTS = fixed('Allerheiligen', 11, 1);
const womensDay = (since: number): HolidayRule => during(fixed('Internationaler Frauentag', 3, 8), { since });

const LAENDER: Record<string, HolidayRule[]> = {
  BW: [EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS],
  BY: [EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS],
  BE: [womensDay(2019), once('Tag der Befreiung', '2020-05-08'), once('Tag der Befreiung', '2025-05-08')],
  BB: [REFORMATION],
  HB: [REFORMATION],
  HH: [REFORMATION],
  HE: [CORPUS_CHRISTI],
  MV: [womensDay(2023), REFORMATION],
  NI: [REFORMATION],
  NW: [CORPUS_CHRISTI, ALL_SAINTS],
  RP: [CORPUS_CHRISTI, ALL_SAINTS],
  SL: [CORPUS_CHRISTI, fixed('Mariä Himmelfahrt', 8, 15), ALL_SAINTS],
  SN: [REFORMATION, weekdayBefore('Buß- und Bettag', { month: 11, day: 23, weekday: 3 })],
  ST: [EPIPHANY, REFORMATION],
  SH: [REFORMATION],
  TH: [during(fixed('Weltkindertag', 9, 20), { since: 2019 }), REFORMATION],
};

/** `DE` holds what all Länder share. */
export const GERMANY: RulesByPlace = {
  DE: EVERYWHERE,
  ...Object.fromEntries(Object.entries(LAENDER).map(([land, rules]) => [`DE-${land}`, [...EVERYWHERE, ...rules]])),
};
