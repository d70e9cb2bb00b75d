/** Sentences of refusals in Polish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('pl');

/** As they stand after "w ciągu" and "do". */
const UNITS = {
  D: { one: 'dnia', few: 'dni', many: 'dni', other: 'dnia' },
  M: { one: 'miesiąca', few: 'miesięcy', many: 'miesięcy', other: 'miesiąca' },
  Y: { one: 'roku', few: 'lat', many: 'lat', other: 'roku' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalPl: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Nie zrobiliśmy tego, o co Państwo prosili: ${asked(rights)}.`
      : `Nie zrobiliśmy części tego, o co Państwo prosili: ${asked(rights)}. Na pozostałą część wniosku odpowiadamy osobno.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Dlaczego tego nie robimy (${asked(rights)}):`,
  system: ({ label, erasing, why }) =>
    `${erasing ? 'Nie usunęliśmy danych w systemie' : 'Nie wydajemy danych z systemu'} „${label}”: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Usunęliśmy wszystko, czego te powody nie obejmują. ' : ''}Danych, które zachowujemy, nie wykorzystujemy z żadnego innego powodu niż podany tutaj.`,
  optOut: (url) => `Mogą Państwo zażądać, abyśmy nie sprzedawali ani nie udostępniali Państwa danych: ${url}`,
  again: (url) => `W każdej chwili mogą Państwo złożyć nowy wniosek: ${url}`,
  categoriesLead: 'Dopóki nie wiemy, kim Państwo są, możemy jedynie podać, jakie rodzaje danych zbieramy o osobach takich jak Państwo:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`cel: ${list(purposes)}`, `źródło: ${list(sources)}`, recipients.length === 0 ? 'odbiorcy: brak' : `odbiorcy: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'Państwo', observed: 'Państwa działania u nas', derived: 'nasze własne ustalenia' },
  appeal: ({ within, extension, reply }) =>
    `Mogą Państwo odwołać się do nas: prosimy napisać na adres ${reply}, że składają Państwo odwołanie. Osoba, która nie podejmowała tej decyzji, rozpatrzy ją ponownie i odpowie w ciągu ${duration(within)}.${extension === undefined ? '' : ` Jeśli to nie wystarczy, może to potrwać do ${duration(extension)} dłużej, a my podamy Państwu powód.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `Mogą Państwo także złożyć do nas skargę na to, jak potraktowaliśmy Państwa wniosek: prosimy napisać na adres ${reply}.${acknowledgedWithin === undefined ? '' : ` Otrzymanie skargi potwierdzimy w ciągu ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: 'organ ochrony danych właściwy dla miejsca, w którym Państwo mieszkają lub pracują',
  complaintWithin: ({ authority, within }) => `Skargę do organu (${authority}) należy złożyć w ciągu ${duration(within)}.`,
};
