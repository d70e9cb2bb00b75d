/** Sentences of receipts in Polish. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('pl');

/** "3 grudnia 2026 r.": the full stop of "r." is that of a sentence which it ends. */
export const day = (on: string): string => `${date(on)} r.`;

/** In the nominative, after a colon. */
const ASKED: Record<Right, string> = {
  access: 'dostęp do Państwa danych',
  portability: 'Państwa dane w formacie, który mogą odczytać inne programy',
  erasure: 'usunięcie Państwa danych',
  rectification: 'sprostowanie Państwa danych',
  restriction: 'ograniczenie przetwarzania Państwa danych',
  objection: 'zaprzestanie wykorzystywania Państwa danych wskutek sprzeciwu',
  'opt-out': 'rezygnacja ze sprzedaży i udostępniania Państwa danych',
  'opt-out-of-sale': 'rezygnacja ze sprzedaży i udostępniania Państwa danych',
  'opt-out-of-targeted-ads': 'rezygnacja z reklamy ukierunkowanej',
  'opt-out-of-profiling': 'rezygnacja z profilowania',
  limit: 'ograniczenie wykorzystywania Państwa danych wrażliwych',
  'withdraw-consent': 'wycofanie Państwa zgody',
  appeal: 'ponowne rozpatrzenie naszej decyzji',
  complaint: 'rozpatrzenie Państwa skargi',
};

const UNITS = {
  day: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
  businessDay: { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych', other: 'dnia roboczego' },
  month: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' },
};

/** What is counted, as the object of a verb. */
const records = (number: number): string => count(number, { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' });
const systems = (number: number): string => count(number, { one: 'system', few: 'systemy', many: 'systemów', other: 'systemu' });
/** After "z". */
const fromSystems = (number: number): string => count(number, { one: 'systemu', few: 'systemów', many: 'systemów', other: 'systemu' });
/** After "w". */
const inSystems = (number: number): string => count(number, { one: 'systemie', few: 'systemach', many: 'systemach', other: 'systemu' });
const years = (number: number): string => count(number, { one: 'rok', few: 'lata', many: 'lat', other: 'roku' });

export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (oczekiwane do ${day(expectedOn)})`;

export const pl: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} od otrzymania wniosku`,
  received: ({ rights, receivedOn, dueOn }) =>
    `W dniu ${day(receivedOn)} otrzymaliśmy Państwa wniosek: ${asked(rights)}. Odpowiemy do ${day(dueOn)}`,
  extended: ({ dueOn, law, reasons }) =>
    `Potrzebujemy więcej czasu. Nowy termin: ${day(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Zebraliśmy ${records(facts.records)} na Państwa temat z ${fromSystems(facts.systems)}. Kopię mogą Państwo pobrać do ${day(facts.until)}`,
  nothingFound: (facts) =>
    `Przeszukaliśmy ${systems(facts.systems)} i nie znaleźliśmy żadnych danych na Państwa temat.${facts.until === undefined ? '' : ` Tę odpowiedź mogą Państwo pobrać do ${day(facts.until)}`}`,
  done: (rights) => `Zrobiliśmy to, o co Państwo prosili: ${asked(rights)}.`,
  interim: (missing) =>
    `To pierwsza część naszej odpowiedzi. Czego jeszcze brakuje: ${list(missing.map(expected))}. Resztę otrzymają Państwo, gdy tylko będziemy ją mieć.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) =>
        asSentence(`W systemie „${label}” nie mogliśmy dokończyć pracy${reason === undefined ? '' : `: ${reason}`}`),
      )
      .join(' '),
  deleted: (facts) => `Usunęliśmy ${records(facts.records)} w ${inSystems(facts.systems)}.`,
  anonymised: (number) => `Zanonimizowaliśmy ${records(number)}, tak że nikt już nie może ustalić, o kogo chodziło.`,
  retained: (facts) => `Zachowujemy ${records(facts.records)} do ${day(facts.until)}: ${asSentence(facts.why)}`,
  emptied:
    'Te dane nie wskazują już, kim Państwo są; pozostają, ponieważ odsyłają do nich wpisy, które należy przechowywać zgodnie z prawem.',
  backups: (on) => `Kopie zapasowe zostaną nadpisane do ${day(on)}`,
  recordKept: (number) => `Zapis o tym wniosku przechowujemy przez ${years(number)}.`,
  passedOn: ({ held, to, contact, on }) =>
    `W przypadku ${list(held.map((name) => `„${name}”`))} działamy wyłącznie na zlecenie innego podmiotu (${to}). Państwa wniosek przekazaliśmy temu podmiotowi w dniu ${day(on)} (${contact}); to on musi Państwu odpowiedzieć.`,
  silence: 'Nie mogliśmy upewnić się, że wniosek pochodzi od Państwa: pisemnie poprosiliśmy o potwierdzenie i nie otrzymaliśmy go.',
  notGranted: ({ right, laws, instead }) =>
    `Poprosili nas Państwo o to: ${ASKED[right]}. Prawo, które ma do Państwa zastosowanie (${list(laws)}), nie daje takiego uprawnienia.${instead.length === 0 ? '' : ` Nadal mogą nas Państwo poprosić o to: ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'Nie zrobiliśmy tego, o co Państwo prosili.' : 'Nie zrobiliśmy części tego, o co Państwo prosili.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `W dniu ${day(receivedOn)} otrzymaliśmy Państwa odwołanie od naszej odpowiedzi na Państwa wniosek ${of}. Ponownie rozpatrzy ją osoba, która nie podejmowała tamtej decyzji, a wynik i powody przekażemy Państwu do ${day(dueOn)}`,
    granted: ({ of, rights, dueOn }) =>
      `Ponownie rozpatrzyliśmy naszą odpowiedź na Państwa wniosek ${of} i zmieniamy ją. Poprosili nas Państwo o to: ${asked(rights)}. Zrobimy to do ${day(dueOn)} i otrzymają Państwo na to pokwitowanie.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Ponownie rozpatrzyliśmy naszą odpowiedź na Państwa wniosek ${of} i nie zmieniamy jej. Poprosili nas Państwo o to: ${asked(rights)}. Nie zrobimy tego.`
        : `Poprosili nas Państwo także o to: ${asked(rights)}. W tym zakresie nie zmieniamy naszej decyzji.`,
    reasons: (reason) => `Nasze powody: ${asSentence(reason)}`,
    decider: 'Zdecydowała o tym osoba, która nie podejmowała pierwszej decyzji.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`złożyć skargę do organu nadzorczego (${authority})`]),
      ...(court ? ['wystąpić do sądu'] : []),
      `napisać do nas na adres ${reply}`,
    ];
    return `Jeśli się Państwo nie zgadzają, mogą Państwo ${either(ways)}.`;
  },
  nonRetaliation: 'Nie wolno nam traktować Państwa gorzej z powodu złożenia wniosku.',
};
