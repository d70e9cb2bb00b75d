/** Sentences of receipts in German. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('de');

const ASKED: Record<Right, string> = {
  access: 'Auskunft über Ihre Daten',
  portability: 'Ihre Daten in einer Form, die andere Programme lesen können',
  erasure: 'Löschung Ihrer Daten',
  rectification: 'Berichtigung Ihrer Daten',
  restriction: 'Einschränkung der Nutzung Ihrer Daten',
  objection: 'Widerspruch gegen die Nutzung Ihrer Daten',
  'opt-out': 'kein Verkauf und keine Weitergabe Ihrer Daten',
  'opt-out-of-sale': 'kein Verkauf und keine Weitergabe Ihrer Daten',
  'opt-out-of-targeted-ads': 'keine gezielte Werbung',
  'opt-out-of-profiling': 'keine Profilbildung',
  limit: 'Begrenzung der Nutzung Ihrer sensiblen Daten',
  'withdraw-consent': 'Widerruf Ihrer Einwilligung',
  appeal: 'Überprüfung unserer Entscheidung',
  complaint: 'Prüfung Ihrer Beschwerde',
};

const UNITS = {
  day: { one: 'Tag', other: 'Tage' },
  businessDay: { one: 'Werktag', other: 'Werktage' },
  month: { one: 'Monat', other: 'Monate' },
};

const records = (number: number): string => count(number, { one: 'Datensatz', other: 'Datensätze' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const inSystems = (number: number): string => count(number, { one: 'System', other: 'Systemen' });
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (erwartet bis ${date(expectedOn)})`;

export const de: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} ab Eingang`,
  received: ({ rights, receivedOn, dueOn }) =>
    `Am ${date(receivedOn)} haben wir Ihren Antrag erhalten: ${asked(rights)}. Wir antworten bis zum ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) =>
    `Wir brauchen mehr Zeit. Neues Datum: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Wir haben ${records(facts.records)} über Sie aus ${inSystems(facts.systems)} zusammengestellt. Sie können Ihre Kopie bis zum ${date(facts.until)} herunterladen.`,
  nothingFound: (facts) =>
    `Wir haben in ${inSystems(facts.systems)} gesucht und keine Daten über Sie gefunden.${facts.until === undefined ? '' : ` Sie können diese Antwort bis zum ${date(facts.until)} herunterladen.`}`,
  done: (rights) => `Wir haben getan, was Sie verlangt haben: ${asked(rights)}.`,
  interim: (missing) =>
    `Dies ist der erste Teil unserer Antwort. Es fehlt noch: ${list(missing.map(expected))}. Sie erhalten den Rest, sobald wir ihn haben.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) => asSentence(`Nicht abschließen konnten wir ${label}${reason === undefined ? '' : `: ${reason}`}`))
      .join(' '),
  deleted: (facts) => `Wir haben ${records(facts.records)} in ${inSystems(facts.systems)} gelöscht.`,
  anonymised: (number) => `Wir haben ${records(number)} anonymisiert, sodass niemand mehr erkennen kann, um wen es ging.`,
  retained: (facts) => `Wir behalten ${records(facts.records)} bis zum ${date(facts.until)}: ${asSentence(facts.why)}`,
  emptied: 'Sie sagen nicht mehr, wer Sie sind, und bleiben nur, weil gesetzlich aufbewahrte Datensätze auf sie verweisen.',
  backups: (on) => `Sicherungskopien sind bis zum ${date(on)} überschrieben.`,
  recordKept: (years) => `Einen Nachweis über diesen Antrag bewahren wir ${count(years, { one: 'Jahr', other: 'Jahre' })} auf.`,
  passedOn: ({ held, to, contact, on }) =>
    `Für ${list(held.map((name) => `„${name}“`))} arbeiten wir nur im Auftrag von ${to}. Wir haben Ihren Antrag am ${date(on)} dorthin weitergegeben (${contact}); antworten muss Ihnen ${to}.`,
  silence:
    'Wir konnten nicht sicherstellen, dass der Antrag von Ihnen ist: Wir haben Sie schriftlich um eine Bestätigung gebeten, und es kam keine.',
  notGranted: ({ right, laws, instead }) =>
    `Sie haben verlangt: ${ASKED[right]}. Das Recht, das für Sie gilt (${list(laws)}), kennt diesen Anspruch nicht.${instead.length === 0 ? '' : ` Sie können weiterhin verlangen: ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'Wir haben nicht getan, was Sie verlangt haben.' : 'Einen Teil dessen, was Sie verlangt haben, haben wir nicht getan.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `Am ${date(receivedOn)} haben wir Ihren Einspruch gegen unsere Antwort auf Ihren Antrag ${of} erhalten. Jemand, der damals nicht entschieden hat, sieht sie sich noch einmal an; das Ergebnis und die Gründe teilen wir Ihnen bis zum ${date(dueOn)} mit.`,
    granted: ({ of, rights, dueOn }) =>
      `Wir haben unsere Antwort auf Ihren Antrag ${of} noch einmal geprüft und ändern sie. Sie haben verlangt: ${asked(rights)}. Das erledigen wir bis zum ${date(dueOn)}, und Sie erhalten darüber eine Quittung.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Wir haben unsere Antwort auf Ihren Antrag ${of} noch einmal geprüft und ändern sie nicht. Sie haben verlangt: ${asked(rights)}. Das werden wir nicht tun.`
        : `Sie haben auch verlangt: ${asked(rights)}. Dabei bleibt es bei unserer Entscheidung.`,
    reasons: (reason) => `Unsere Gründe: ${asSentence(reason)}`,
    decider: 'Entschieden hat jemand, der beim ersten Mal nicht entschieden hat.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`sich bei der Aufsichtsbehörde beschweren (${authority})`]),
      ...(court ? ['vor Gericht gehen'] : []),
      `uns unter ${reply} schreiben`,
    ];
    return `Wenn Sie nicht einverstanden sind, können Sie ${either(ways)}.`;
  },
  nonRetaliation: 'Wir dürfen Sie nicht schlechter behandeln, weil Sie gefragt haben.',
};
