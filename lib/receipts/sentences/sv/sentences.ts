/** Sentences of receipts in Swedish. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('sv');

/** After "om": "din begäran om ...", "du har bett oss om ...". */
const ASKED: Record<Right, string> = {
  access: 'tillgång till de uppgifter som vi har om dig',
  portability: 'dina uppgifter i en form som andra program kan läsa',
  erasure: 'radering av dina uppgifter',
  rectification: 'rättelse av dina uppgifter',
  restriction: 'begränsning av behandlingen av dina uppgifter',
  objection: 'stopp för användningen av dina uppgifter, eftersom du invänder mot den',
  'opt-out': 'att dina uppgifter inte ska säljas eller delas',
  'opt-out-of-sale': 'att dina uppgifter inte ska säljas eller delas',
  'opt-out-of-targeted-ads': 'att slippa riktad reklam',
  'opt-out-of-profiling': 'att slippa profilering',
  limit: 'begränsad användning av dina känsliga uppgifter',
  'withdraw-consent': 'återkallelse av ditt samtycke',
  appeal: 'omprövning av vårt beslut',
  complaint: 'prövning av ditt klagomål',
};

const UNITS = {
  day: { one: 'dag', other: 'dagar' },
  businessDay: { one: 'arbetsdag', other: 'arbetsdagar' },
  month: { one: 'månad', other: 'månader' },
};

const records = (number: number): string => count(number, { one: 'post', other: 'poster' });
const systems = (number: number): string => count(number, { one: 'system', other: 'system' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (väntas senast den ${date(expectedOn)})`;

export const sv: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} från mottagandet`,
  received: ({ rights, receivedOn, dueOn }) =>
    `Den ${date(receivedOn)} tog vi emot din begäran om ${asked(rights)}. Vi svarar senast den ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) => `Vi behöver mer tid. Nytt datum: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Vi har sammanställt ${records(facts.records)} om dig från ${systems(facts.systems)}. Du kan ladda ner din kopia till och med den ${date(facts.until)}.`,
  nothingFound: (facts) =>
    `Vi har sökt i ${systems(facts.systems)} och inte hittat några uppgifter om dig.${facts.until === undefined ? '' : ` Du kan ladda ner det här svaret till och med den ${date(facts.until)}.`}`,
  done: (rights) => `Vi har gjort det du bad om: ${asked(rights)}.`,
  interim: (missing) =>
    `Det här är den första delen av vårt svar. Det som ännu saknas: ${list(missing.map(expected))}. Du får resten så snart vi har det.`,
  skipped: (skipped) =>
    skipped.map(({ label, reason }) => asSentence(`Vi kunde inte slutföra ${label}${reason === undefined ? '' : `: ${reason}`}`)).join(' '),
  deleted: (facts) => `Vi har raderat ${records(facts.records)} i ${systems(facts.systems)}.`,
  anonymised: (number) => `Vi har anonymiserat ${records(number)}, så att ingen längre kan se vem det gällde.`,
  retained: (facts) => `Vi sparar ${records(facts.records)} till den ${date(facts.until)}: ${asSentence(facts.why)}`,
  emptied: 'De visar inte längre vem du är; de finns kvar eftersom poster som måste sparas enligt lag hänvisar till dem.',
  backups: (on) => `Säkerhetskopior skrivs över senast den ${date(on)}.`,
  recordKept: (years) => `Vi sparar dokumentation om den här begäran i ${count(years, { one: 'år', other: 'år' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `När det gäller ${list(held.map((name) => `”${name}”`))} arbetar vi bara på uppdrag av ${to}. Vi skickade din begäran vidare dit (${contact}) den ${date(on)}; det är ${to} som måste svara dig.`,
  silence: 'Vi kunde inte försäkra oss om att begäran kom från dig: vi skrev till dig och bad om en bekräftelse, men fick ingen.',
  notGranted: ({ right, laws, instead }) =>
    `Du har bett oss om ${ASKED[right]}. Den lag som gäller för dig (${list(laws)}) ger inte den rätten.${instead.length === 0 ? '' : ` Du kan fortfarande be oss om ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'Vi har inte gjort det du bad om.' : 'Vi har inte gjort en del av det du bad om.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `Den ${date(receivedOn)} tog vi emot din begäran om omprövning av vårt svar på din begäran ${of}. Någon som inte fattade det beslutet prövar det på nytt, och vi meddelar dig resultatet och skälen senast den ${date(dueOn)}.`,
    granted: ({ of, rights, dueOn }) =>
      `Vi har på nytt prövat vårt svar på din begäran ${of} och ändrar det. Du har bett oss om ${asked(rights)}: det gör vi senast den ${date(dueOn)}, och du får ett kvitto på det.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Vi har på nytt prövat vårt svar på din begäran ${of} och ändrar det inte. Du har bett oss om ${asked(rights)}: det kommer vi inte att göra.`
        : `Du har också bett oss om ${asked(rights)}: där ändrar vi inte vårt beslut.`,
    reasons: (reason) => `Våra skäl: ${asSentence(reason)}`,
    decider: 'Det här beslutet har fattats av någon som inte fattade det första beslutet.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`lämna in ett klagomål till tillsynsmyndigheten (${authority})`]),
      ...(court ? ['gå till domstol'] : []),
      `skriva till oss på ${reply}`,
    ];
    return `Om du inte håller med kan du ${either(ways)}.`;
  },
  nonRetaliation: 'Vi får inte behandla dig sämre för att du har begärt detta.',
};
