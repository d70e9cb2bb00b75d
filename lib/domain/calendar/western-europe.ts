/** Public holidays of France with the departments that have more, Belgium, the Netherlands, Luxembourg and Ireland. */
import {
  afterEaster,
  during,
  fixed,
  mondayOf,
  moved,
  observed,
  once,
  weekdayBefore,
  type HolidayRule,
  type RulesByPlace,
} from './holiday-rules.ts';

/** Code du travail, art. L3133-1. */
const FRANCE: HolidayRule[] = [
  fixed("Jour de l'an", 1, 1),
  afterEaster('Lundi de Pâques', 1),
  fixed('Fête du Travail', 5, 1),
  fixed('Victoire 1945', 5, 8),
  afterEaster('Ascension', 39),
  afterEaster('Lundi de Pentecôte', 50),
  fixed('Fête nationale', 7, 14),
  fixed('Assomption', 8, 15),
  fixed('Toussaint', 11, 1),
  fixed('Armistice 1918', 11, 11),
  fixed('Noël', 12, 25),
];

/** Code du travail, art. L3134-13. Good Friday holds only in municipalities with a Protestant or a shared church: left out. */
const ALSACE_MOSELLE: HolidayRule[] = [...FRANCE, fixed('Saint-Étienne', 12, 26)];

/** Code du travail, art. L3422-2. */
const abolition = (month: number, day: number): HolidayRule[] => [...FRANCE, fixed("Abolition de l'esclavage", month, day)];

/** Arrêté royal du 18 avril 1974 under the act of 4 January 1974. */
const BELGIUM: HolidayRule[] = [
  fixed('Nieuwjaar / Nouvel An', 1, 1),
  afterEaster('Paasmaandag / Lundi de Pâques', 1),
  fixed('Dag van de Arbeid / Fête du Travail', 5, 1),
  afterEaster('Hemelvaart / Ascension', 39),
  afterEaster('Pinkstermaandag / Lundi de Pentecôte', 50),
  fixed('Nationale feestdag / Fête nationale', 7, 21),
  fixed('O.L.V. Hemelvaart / Assomption', 8, 15),
  fixed('Allerheiligen / Toussaint', 11, 1),
  fixed('Wapenstilstand / Armistice', 11, 11),
  fixed('Kerstmis / Noël', 12, 25),
];

/** Algemene termijnenwet, art. 3(1), which names 5 May. Good Friday is only put on a par for that act (3(2)): left out. */
const NETHERLANDS: HolidayRule[] = [
  fixed('Nieuwjaarsdag', 1, 1),
  afterEaster('Tweede paasdag', 1),
  observed(fixed('Koningsdag', 4, 27), moved({ sunday: -1 })),
  fixed('Bevrijdingsdag', 5, 5),
  afterEaster('Hemelvaartsdag', 39),
  afterEaster('Tweede pinksterdag', 50),
  fixed('Eerste kerstdag', 12, 25),
  fixed('Tweede kerstdag', 12, 26),
];

/** Code du travail, art. L.232-2. */
const LUXEMBOURG: HolidayRule[] = [
  fixed("Jour de l'an", 1, 1),
  afterEaster('Lundi de Pâques', 1),
  fixed('Premier mai', 5, 1),
  during(fixed("Journée de l'Europe", 5, 9), { since: 2019 }),
  afterEaster('Ascension', 39),
  afterEaster('Lundi de Pentecôte', 50),
  fixed('Fête nationale', 6, 23),
  fixed('Assomption', 8, 15),
  fixed('Toussaint', 11, 1),
  fixed('Noël', 12, 25),
  fixed('Saint-Étienne', 12, 26),
];

/** Organisation of Working Time Act 1997, Sch. 2. Nothing is given in place of a day on a weekend. */
const IRELAND: HolidayRule[] = [
  fixed("New Year's Day", 1, 1),
  // S.I. 50/2022: the first Monday in February, or 1 February if that is a Friday (then the first Monday is the 4th).
  during(
    observed(mondayOf("St Brigid's Day", 2, 1), (date) => (date.day === 4 ? date.subtract({ days: 3 }) : date)),
    { since: 2023 },
  ),
  fixed("St Patrick's Day", 3, 17),
  once('Day of Remembrance and Recognition', '2022-03-18'),
  afterEaster('Easter Monday', 1),
  mondayOf('May bank holiday', 5, 1),
  mondayOf('June bank holiday', 6, 1),
  mondayOf('August bank holiday', 8, 1),
  weekdayBefore('October bank holiday', { month: 11, day: 1, weekday: 1 }),
  fixed('Christmas Day', 12, 25),
  fixed("St Stephen's Day", 12, 26),
];

/** Rules by place. */
export const WESTERN_EUROPE: RulesByPlace = {
  FR: FRANCE,
  'FR-57': ALSACE_MOSELLE,
  'FR-67': ALSACE_MOSELLE,
  'FR-68': ALSACE_MOSELLE,
  'FR-971': abolition(5, 27),
  'FR-972': abolition(5, 22),
  'FR-973': abolition(6, 10),
  'FR-974': abolition(12, 20),
  'FR-976': abolition(4, 27),
  BE: BELGIUM,
  NL: NETHERLANDS,
  LU: LUXEMBOURG,
  IE: IRELAND,
};
