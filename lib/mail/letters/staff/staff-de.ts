/** Letters to staff in German. */
import type { TaskKind } from '../../../domain/request-events.ts';
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { type Block, link, list, paragraph } from '../../letter.ts';
import type { StaffFacts, StaffLetters } from './staff-letters.ts';

const { date: day, list: spelled } = spellingOf('de');

const RIGHT: Record<Right, string> = {
  access: 'Auskunft',
  portability: 'Übertragbarkeit',
  erasure: 'Löschung',
  rectification: 'Berichtigung',
  restriction: 'Einschränkung',
  objection: 'Widerspruch',
  'opt-out': 'Abmeldung',
  'opt-out-of-sale': 'Abmeldung von Verkauf und Weitergabe',
  'opt-out-of-targeted-ads': 'Abmeldung von gezielter Werbung',
  'opt-out-of-profiling': 'Abmeldung vom Profiling',
  limit: 'Beschränkung sensibler Daten',
  'withdraw-consent': 'Widerruf der Einwilligung',
  appeal: 'erneute Prüfung',
  complaint: 'Beschwerde',
};

const WAITS_FOR: Record<TaskKind, string> = {
  'system-failed': 'Ein System ist ausgefallen; jemand muss entscheiden, was geschieht',
  later: 'Ein System, das später antwortet, hat noch nicht geantwortet',
  review: 'Daten über andere müssen geprüft werden',
  act: 'Jemand muss tun, was keine Maschine kann',
  'mail-failed': 'Eine E-Mail kam nicht an',
  'late-choice': 'Jemand muss wählen: teilweise antworten, verlängern oder teilweise ablehnen',
  parked: 'Ein Schritt blieb an einem Fehler stehen',
  verify: 'Die Person hat ihre Adresse nicht bestätigt',
  fetch: 'Die Person hat die Kopie nicht heruntergeladen, und darauf wartet eine Löschung',
  answer: 'Die Person hat eine Frage nicht beantwortet',
  'read-answer': 'Die Person hat geantwortet; jemand muss die Antwort lesen',
  sort: 'Jemand muss einen Brief lesen und sagen, was er verlangt',
  'read-mail': 'Eine E-Mail ist gekommen, die jemand lesen muss',
  post: 'Ein Brief muss gedruckt und aufgegeben werden',
};

const what = ({ rights }: StaffFacts): string => spelled(rights.map((right) => RIGHT[right]));

const inDays = (days: number): string => ['heute', 'morgen'][days] ?? `in ${days} Tagen`;

const why = ({ waitsFor, consoleUrl }: StaffFacts): Block[] => [
  ...(waitsFor.length === 0
    ? [paragraph('Keine Aufgabe ist offen: Die Systeme arbeiten.')]
    : [paragraph('Woran es liegt:'), list(waitsFor.map((kind) => WAITS_FOR[kind]))]),
  link('Den Antrag öffnen', consoleUrl),
  paragraph('Diese E-Mail sagt nicht, wessen Antrag es ist. Die Konsole zeigt es nach der Anmeldung.'),
];

export const staffDe: StaffLetters = {
  due: (facts) => ({
    subject: `Fällig am ${day(facts.dueOn)}: Antrag ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `Antrag ${facts.reference} (${what(facts)}) ist bis ${day(facts.dueOn)} zu beantworten (${facts.basis}), also ${inDays(facts.daysLeft)}.`,
      ),
      ...why(facts),
    ],
  }),

  target: (facts) => ({
    subject: `Unser eigenes Ziel ist heute: Antrag ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `Nach unserem eigenen Ziel ist Antrag ${facts.reference} (${what(facts)}) heute beantwortet. Spätestens zu beantworten ist er bis ${day(facts.dueOn)} (${facts.basis}).`,
      ),
      ...why(facts),
    ],
  }),

  overdue: (facts) => ({
    subject: `Überfällig seit ${day(facts.dueOn)}: Antrag ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `Antrag ${facts.reference} (${what(facts)}) war bis ${day(facts.dueOn)} zu beantworten (${facts.basis}). Das ist nicht geschehen.`,
      ),
      ...why(facts),
    ],
  }),

  unanswered: (facts) => ({
    subject: `Keine Antwort der Person: Antrag ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `Am ${day(facts.askedOn)} wurde die Person etwas zu Antrag ${facts.reference} (${what(facts)}) gefragt. Sie wurde erinnert und hat nicht geantwortet. Entscheiden Sie, ob es ohne Antwort weitergehen kann oder der Antrag abzulehnen ist.`,
      ),
      ...why(facts),
    ],
  }),
};
