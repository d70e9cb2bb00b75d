/** Sentences of refusals in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('sv');

const UNITS = {
  D: { one: 'dag', other: 'dagar' },
  M: { one: 'månad', other: 'månader' },
  Y: { one: 'år', other: 'år' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalSv: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Vi har inte gjort det du bad om: ${asked(rights)}.`
      : `Vi har inte gjort en del av det du bad om: ${asked(rights)}. Resten av din begäran besvaras för sig.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Våra skäl till att inte göra detta (${asked(rights)}):`,
  system: ({ label, erasing, why }) =>
    `${erasing ? 'Vi har inte raderat' : 'Vi lämnar inte ut'} uppgifterna i ${label}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Vi har raderat allt som dessa skäl inte omfattar. ' : ''}De uppgifter som vi sparar använder vi inte till något annat än det som skälet här avser.`,
  optOut: (url) => `Du kan begära att vi inte säljer eller delar dina uppgifter: ${url}`,
  again: (url) => `Du kan när som helst göra en ny begäran: ${url}`,
  categoriesLead: 'Så länge vi inte vet vem du är kan vi bara berätta vilka slags uppgifter vi samlar in om personer som du:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`ändamål: ${list(purposes)}`, `källa: ${list(sources)}`, recipients.length === 0 ? 'lämnas inte ut till någon' : `lämnas ut till: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'du själv', observed: 'det du gör hos oss', derived: 'våra egna slutsatser' },
  appeal: ({ within, extension, reply }) =>
    `Du kan begära omprövning hos oss: skriv till ${reply} och meddela att du begär omprövning. Någon som inte fattade det här beslutet prövar det på nytt och svarar inom ${duration(within)}.${extension === undefined ? '' : ` Om det inte räcker får vi ta upp till ytterligare ${duration(extension)} på oss, och då talar vi om varför.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `Du kan också lämna in ett klagomål till oss om hur vi har hanterat din begäran: skriv till ${reply}.${acknowledgedWithin === undefined ? '' : ` Inom ${duration(acknowledgedWithin)} bekräftar vi att vi har tagit emot ditt klagomål.`}`,
  authorityOfResidence: 'dataskyddsmyndigheten där du bor eller arbetar',
  complaintWithin: ({ authority, within }) =>
    `Ett klagomål till tillsynsmyndigheten (${authority}) måste lämnas in inom ${duration(within)}.`,
};
