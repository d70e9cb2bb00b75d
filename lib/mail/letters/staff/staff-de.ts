/** Letters to staff in German. */
import type { StaffWords } from './staff-letters.ts';

export const staffDe: StaffWords = {
  right: {
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
  },
  waitsFor: {
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
  },
  inDays: (days) => ['heute', 'morgen'][days] ?? `in ${days} Tagen`,
  noTask: 'Keine Aufgabe ist offen: Die Systeme arbeiten.',
  because: 'Woran es liegt:',
  link: 'Den Antrag öffnen',
  whoseNot: 'Diese E-Mail sagt nicht, wessen Antrag es ist. Die Konsole zeigt es nach der Anmeldung.',

  due: {
    subject: ({ dueOn, reference }) => `Fällig am ${dueOn}: Antrag ${reference}`,
    says: ({ reference, what, dueOn, basis, inDays }) =>
      `Antrag ${reference} (${what}) ist bis ${dueOn} zu beantworten (${basis}), also ${inDays}.`,
  },

  target: {
    subject: ({ reference }) => `Unser eigenes Ziel ist heute: Antrag ${reference}`,
    says: ({ reference, what, dueOn, basis }) =>
      `Nach unserem eigenen Ziel ist Antrag ${reference} (${what}) heute beantwortet. Spätestens zu beantworten ist er bis ${dueOn} (${basis}).`,
  },

  overdue: {
    subject: ({ dueOn, reference }) => `Überfällig seit ${dueOn}: Antrag ${reference}`,
    says: ({ reference, what, dueOn, basis }) =>
      `Antrag ${reference} (${what}) war bis ${dueOn} zu beantworten (${basis}). Das ist nicht geschehen.`,
  },

  unanswered: {
    subject: ({ reference }) => `Keine Antwort der Person: Antrag ${reference}`,
    says: ({ askedOn, reference, what }) =>
      `Am ${askedOn} wurde die Person etwas zu Antrag ${reference} (${what}) gefragt. Sie wurde erinnert und hat nicht geantwortet. Entscheiden Sie, ob es ohne Antwort weitergehen kann oder der Antrag abzulehnen ist.`,
  },
};
