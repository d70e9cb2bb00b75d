/** Public holidays of Greece, Cyprus, Bulgaria and Romania, whose Easter is the Orthodox one. */
import { afterOrthodoxEaster, during, except, fixed, once, withSubstitutes, type HolidayRule, type RulesByPlace } from './holiday-rules.ts';

const LABOUR_DAY = 'Εργατική Πρωτομαγιά';

/** Law 4808/2021, arts. 60-61 (private sector), with the holidays of the public service. 1 May moves by a decision of each year. */
const GREECE: HolidayRule[] = [
  fixed('Πρωτοχρονιά', 1, 1),
  fixed('Θεοφάνεια', 1, 6),
  afterOrthodoxEaster('Καθαρά Δευτέρα', -48),
  fixed('Ευαγγελισμός της Θεοτόκου', 3, 25),
  afterOrthodoxEaster('Μεγάλη Παρασκευή', -2),
  afterOrthodoxEaster('Δευτέρα του Πάσχα', 1),
  except(fixed(LABOUR_DAY, 5, 1), 2024),
  once(LABOUR_DAY, '2021-05-04'),
  once(LABOUR_DAY, '2022-05-02'),
  once(LABOUR_DAY, '2024-05-07'),
  afterOrthodoxEaster('Αγίου Πνεύματος', 50),
  fixed('Κοίμηση της Θεοτόκου', 8, 15),
  fixed('Επέτειος του Όχι', 10, 28),
  fixed('Χριστούγεννα', 12, 25),
  fixed('Σύναξη της Θεοτόκου', 12, 26),
];

/** The list of the Public Administration and Personnel Department. Holy Saturday, Easter Tuesday and 24 December are left out. */
const CYPRUS: HolidayRule[] = [
  fixed('Πρωτοχρονιά', 1, 1),
  fixed('Θεοφάνεια', 1, 6),
  afterOrthodoxEaster('Καθαρά Δευτέρα', -48),
  fixed('Εθνική Εορτή 25ης Μαρτίου', 3, 25),
  fixed('Εθνική Επέτειος 1ης Απριλίου', 4, 1),
  afterOrthodoxEaster('Μεγάλη Παρασκευή', -2),
  afterOrthodoxEaster('Δευτέρα του Πάσχα', 1),
  fixed('Πρωτομαγιά', 5, 1),
  afterOrthodoxEaster('Κατακλυσμός', 50),
  fixed('Κοίμηση της Θεοτόκου', 8, 15),
  fixed('Ημέρα της Ανεξαρτησίας', 10, 1),
  fixed('Επέτειος του Όχι', 10, 28),
  fixed('Χριστούγεννα', 12, 25),
  fixed('Δεύτερη μέρα των Χριστουγέννων', 12, 26),
];

/** Labour Code, art. 154(1); (2): for a day on a weekend, other than Easter, the next one or two working days are free. */
const BULGARIA: HolidayRule[] = withSubstitutes(
  [
    fixed('Нова година', 1, 1),
    fixed('Ден на Освобождението', 3, 3),
    fixed('Ден на труда', 5, 1),
    fixed('Гергьовден', 5, 6),
    fixed('Ден на светите братя Кирил и Методий', 5, 24),
    fixed('Ден на Съединението', 9, 6),
    fixed('Ден на Независимостта', 9, 22),
    fixed('Бъдни вечер', 12, 24),
    fixed('Рождество Христово', 12, 25),
    fixed('Рождество Христово', 12, 26),
  ],
  [afterOrthodoxEaster('Велики петък', -2), afterOrthodoxEaster('Велика събота', -1), afterOrthodoxEaster('Великден', 1)],
);

/** Codul muncii, art. 139(1). Bridging days given to the public service each year are left out. */
const ROMANIA: HolidayRule[] = [
  fixed('Anul Nou', 1, 1),
  fixed('A doua zi de Anul Nou', 1, 2),
  // Legea 52/2023.
  during(fixed('Botezul Domnului', 1, 6), { since: 2024 }),
  during(fixed('Sfântul Ioan Botezătorul', 1, 7), { since: 2024 }),
  fixed('Ziua Unirii Principatelor Române', 1, 24),
  // Legea 64/2018.
  afterOrthodoxEaster('Vinerea Mare', -2),
  afterOrthodoxEaster('A doua zi de Paști', 1),
  fixed('Ziua Muncii', 5, 1),
  fixed('Ziua Copilului', 6, 1),
  afterOrthodoxEaster('A doua zi de Rusalii', 50),
  fixed('Adormirea Maicii Domnului', 8, 15),
  fixed('Sfântul Andrei', 11, 30),
  fixed('Ziua Națională', 12, 1),
  fixed('Crăciunul', 12, 25),
  fixed('A doua zi de Crăciun', 12, 26),
];

/** Rules by place. */
export const SOUTH_EASTERN_EUROPE: RulesByPlace = { GR: GREECE, CY: CYPRUS, BG: BULGARIA, RO: ROMANIA };
