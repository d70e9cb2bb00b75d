/** Sentences of receipts in Dutch. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('nl');

/** After "om": "uw verzoek om ...", "u hebt ons gevraagd om ...". */
const ASKED: Record<Right, string> = {
  access: 'inzage in de gegevens die wij over u hebben',
  portability: 'uw gegevens in een vorm die andere programma’s kunnen lezen',
  erasure: 'wissing van uw gegevens',
  rectification: 'rectificatie van uw gegevens',
  restriction: 'beperking van de verwerking van uw gegevens',
  objection: 'beëindiging van het gebruik van uw gegevens, omdat u bezwaar maakt',
  'opt-out': 'het niet verkopen en niet delen van uw gegevens',
  'opt-out-of-sale': 'het niet verkopen en niet delen van uw gegevens',
  'opt-out-of-targeted-ads': 'afmelding voor gerichte reclame',
  'opt-out-of-profiling': 'afmelding voor profilering',
  limit: 'beperking van het gebruik van uw gevoelige gegevens',
  'withdraw-consent': 'intrekking van uw toestemming',
  appeal: 'heroverweging van onze beslissing',
  complaint: 'onderzoek naar uw klacht',
};

const UNITS = {
  day: { one: 'dag', other: 'dagen' },
  businessDay: { one: 'werkdag', other: 'werkdagen' },
  month: { one: 'maand', other: 'maanden' },
};

const records = (number: number): string => count(number, { one: 'record', other: 'records' });
const systems = (number: number): string => count(number, { one: 'systeem', other: 'systemen' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (uiterlijk verwacht op ${date(expectedOn)})`;

export const nl: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} vanaf de ontvangst`,
  received: ({ rights, receivedOn, dueOn }) =>
    `Op ${date(receivedOn)} hebben wij uw verzoek ontvangen om ${asked(rights)}. Wij antwoorden uiterlijk op ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) =>
    `Wij hebben meer tijd nodig. Nieuwe datum: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Wij hebben ${records(facts.records)} over u uit ${systems(facts.systems)} bijeengebracht. U kunt uw kopie tot en met ${date(facts.until)} downloaden.`,
  nothingFound: (facts) =>
    `Wij hebben in ${systems(facts.systems)} gezocht en geen gegevens over u gevonden.${facts.until === undefined ? '' : ` U kunt dit antwoord tot en met ${date(facts.until)} downloaden.`}`,
  done: (rights) => `Wij hebben gedaan wat u hebt gevraagd: ${asked(rights)}.`,
  interim: (missing) =>
    `Dit is het eerste deel van ons antwoord. Wat nog ontbreekt: ${list(missing.map(expected))}. U krijgt de rest zodra wij die hebben.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) => asSentence(`Wij konden ${label} niet afronden${reason === undefined ? '' : `: ${reason}`}`))
      .join(' '),
  deleted: (facts) => `Wij hebben ${records(facts.records)} in ${systems(facts.systems)} gewist.`,
  anonymised: (number) => `Wij hebben ${records(number)} anoniem gemaakt, zodat niemand meer kan zien om wie het ging.`,
  retained: (facts) => `Wij bewaren ${records(facts.records)} tot ${date(facts.until)}: ${asSentence(facts.why)}`,
  emptied:
    'Ze laten niet meer zien wie u bent; ze blijven staan omdat records die volgens de wet bewaard moeten blijven, ernaar verwijzen.',
  backups: (on) => `Back-ups zijn uiterlijk op ${date(on)} overschreven.`,
  recordKept: (years) => `Wij bewaren een registratie van dit verzoek gedurende ${count(years, { one: 'jaar', other: 'jaar' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `Voor ${list(held.map((name) => `‘${name}’`))} werken wij alleen in opdracht van ${to}. Wij hebben uw verzoek op ${date(on)} daarheen doorgestuurd (${contact}); ${to} moet u antwoorden.`,
  silence:
    'Wij konden niet vaststellen dat het verzoek van u is: wij hebben u geschreven om een bevestiging te vragen, en die is niet gekomen.',
  notGranted: ({ right, laws, instead }) =>
    `U hebt ons gevraagd om ${ASKED[right]}. De wet die voor u geldt (${list(laws)}), geeft dit recht niet.${instead.length === 0 ? '' : ` U kunt ons nog wel vragen om ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'Wij hebben niet gedaan wat u hebt gevraagd.' : 'Een deel van wat u hebt gevraagd, hebben wij niet gedaan.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `Op ${date(receivedOn)} hebben wij uw verzoek ontvangen om ons antwoord op uw verzoek ${of} te heroverwegen. Iemand die de beslissing toen niet heeft genomen, bekijkt het antwoord opnieuw, en wij laten u uiterlijk op ${date(dueOn)} de uitkomst en de redenen weten.`,
    granted: ({ of, rights, dueOn }) =>
      `Wij hebben ons antwoord op uw verzoek ${of} opnieuw bekeken en wijzigen het. U hebt ons gevraagd om ${asked(rights)}: dat doen wij uiterlijk op ${date(dueOn)}, en u krijgt daarvan een bewijsstuk.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Wij hebben ons antwoord op uw verzoek ${of} opnieuw bekeken en wijzigen het niet. U hebt ons gevraagd om ${asked(rights)}: dat zullen wij niet doen.`
        : `U hebt ons ook gevraagd om ${asked(rights)}: op dat punt wijzigen wij onze beslissing niet.`,
    reasons: (reason) => `Onze redenen: ${asSentence(reason)}`,
    decider: 'Deze beslissing is genomen door iemand die de eerste beslissing niet heeft genomen.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`een klacht indienen bij de toezichthoudende autoriteit (${authority})`]),
      ...(court ? ['naar de rechter gaan'] : []),
      `ons schrijven via ${reply}`,
    ];
    return `Als u het er niet mee eens bent, kunt u ${either(ways)}.`;
  },
  nonRetaliation: 'Wij mogen u niet slechter behandelen omdat u dit hebt gevraagd.',
};
