/** Public holidays of Austria, Liechtenstein, Czechia, Slovakia, Poland and Hungary. */
import { afterEaster, during, fixed, once, type HolidayRule, type RulesByPlace } from './holiday-rules.ts';

/** Arbeitsruhegesetz, s. 7(2). Good Friday is a day of one's own choice since 2019, patron saints bind only part: left out. */
const AUSTRIA: HolidayRule[] = [
  fixed('Neujahr', 1, 1),
  fixed('Heilige Drei Könige', 1, 6),
  afterEaster('Ostermontag', 1),
  fixed('Staatsfeiertag', 5, 1),
  afterEaster('Christi Himmelfahrt', 39),
  afterEaster('Pfingstmontag', 50),
  afterEaster('Fronleichnam', 60),
  fixed('Mariä Himmelfahrt', 8, 15),
  fixed('Nationalfeiertag', 10, 26),
  fixed('Allerheiligen', 11, 1),
  fixed('Mariä Empfängnis', 12, 8),
  fixed('Weihnachten', 12, 25),
  fixed('Stephanstag', 12, 26),
];

/** Arbeitsgesetz, art. 18(2) (LGBl. 1986 Nr. 85). Candlemas, St Joseph, Good Friday and bank days are not in it. */
const LIECHTENSTEIN: HolidayRule[] = [
  fixed('Neujahr', 1, 1),
  fixed('Heilige Drei Könige', 1, 6),
  afterEaster('Ostermontag', 1),
  fixed('Tag der Arbeit', 5, 1),
  afterEaster('Auffahrt', 39),
  afterEaster('Pfingstmontag', 50),
  afterEaster('Fronleichnam', 60),
  fixed('Mariä Himmelfahrt', 8, 15),
  fixed('Mariä Geburt', 9, 8),
  fixed('Allerheiligen', 11, 1),
  fixed('Mariä Empfängnis', 12, 8),
  fixed('Weihnachten', 12, 25),
  fixed('Stephanstag', 12, 26),
];

/** Zákon 245/2000 Sb. */
const CZECHIA: HolidayRule[] = [
  fixed('Nový rok', 1, 1),
  afterEaster('Velký pátek', -2),
  afterEaster('Velikonoční pondělí', 1),
  fixed('Svátek práce', 5, 1),
  fixed('Den vítězství', 5, 8),
  fixed('Den Cyrila a Metoděje', 7, 5),
  fixed('Den upálení mistra Jana Husa', 7, 6),
  fixed('Den české státnosti', 9, 28),
  fixed('Den vzniku samostatného československého státu', 10, 28),
  fixed('Den boje za svobodu a demokracii', 11, 17),
  fixed('Štědrý den', 12, 24),
  fixed('1. svátek vánoční', 12, 25),
  fixed('2. svátek vánoční', 12, 26),
];

/**
 * Zákon 241/1993 Z. z., days of rest only. Budget laws took days away: 1 September from 2024, 17 November from 2025, 8 May and
 * 15 September in 2026; whether the last two come back is open, so they are left out from then on.
 */
const SLOVAKIA: HolidayRule[] = [
  fixed('Deň vzniku Slovenskej republiky', 1, 1),
  fixed('Zjavenie Pána', 1, 6),
  afterEaster('Veľký piatok', -2),
  afterEaster('Veľkonočný pondelok', 1),
  fixed('Sviatok práce', 5, 1),
  during(fixed('Deň víťazstva nad fašizmom', 5, 8), { until: 2025 }),
  fixed('Sviatok svätého Cyrila a svätého Metoda', 7, 5),
  fixed('Výročie Slovenského národného povstania', 8, 29),
  during(fixed('Deň Ústavy Slovenskej republiky', 9, 1), { until: 2023 }),
  during(fixed('Sedembolestná Panna Mária', 9, 15), { until: 2025 }),
  once('100. výročie Deklarácie slovenského národa', '2018-10-30'),
  fixed('Sviatok všetkých svätých', 11, 1),
  during(fixed('Deň boja za slobodu a demokraciu', 11, 17), { until: 2024 }),
  fixed('Štedrý deň', 12, 24),
  fixed('Prvý sviatok vianočný', 12, 25),
  fixed('Druhý sviatok vianočný', 12, 26),
];

/** Ustawa z 18 stycznia 1951 o dniach wolnych od pracy. */
const POLAND: HolidayRule[] = [
  fixed('Nowy Rok', 1, 1),
  fixed('Święto Trzech Króli', 1, 6),
  afterEaster('Poniedziałek Wielkanocny', 1),
  fixed('Święto Pracy', 5, 1),
  fixed('Święto Narodowe Trzeciego Maja', 5, 3),
  afterEaster('Boże Ciało', 60),
  fixed('Wniebowzięcie Najświętszej Maryi Panny', 8, 15),
  fixed('Wszystkich Świętych', 11, 1),
  fixed('Narodowe Święto Niepodległości', 11, 11),
  once('Święto z okazji 100. rocznicy odzyskania niepodległości', '2018-11-12'),
  during(fixed('Wigilia Bożego Narodzenia', 12, 24), { since: 2025 }),
  fixed('Pierwszy dzień Bożego Narodzenia', 12, 25),
  fixed('Drugi dzień Bożego Narodzenia', 12, 26),
];

/** 2012. évi I. törvény (Labour Code), s. 102(1). Days of rest exchanged for Saturdays (24 December among them) are left out. */
const HUNGARY: HolidayRule[] = [
  fixed('Újév', 1, 1),
  fixed('Az 1848-as forradalom ünnepe', 3, 15),
  afterEaster('Nagypéntek', -2),
  afterEaster('Húsvéthétfő', 1),
  fixed('A munka ünnepe', 5, 1),
  afterEaster('Pünkösdhétfő', 50),
  fixed('Az államalapítás ünnepe', 8, 20),
  fixed('Az 1956-os forradalom ünnepe', 10, 23),
  fixed('Mindenszentek', 11, 1),
  fixed('Karácsony', 12, 25),
  fixed('Karácsony másnapja', 12, 26),
];

/** Rules by place. */
export const CENTRAL_EUROPE: RulesByPlace = {
  AT: AUSTRIA,
  LI: LIECHTENSTEIN,
  CZ: CZECHIA,
  SK: SLOVAKIA,
  PL: POLAND,
  HU: HUNGARY,
};
