/** What letters of every kind say, in German. */
import type { Phrases } from '../phrases.ts';

export const de: Phrases = {
  /** In the accusative: "... haben Sie ... verlangt". */
  wish: {
    access: 'eine Kopie Ihrer Daten',
    portability: 'Ihre Daten in einer Form, die Sie mitnehmen können',
    erasure: 'die Löschung Ihrer Daten',
    rectification: 'die Berichtigung Ihrer Daten',
    restriction: 'die Einschränkung der Verarbeitung Ihrer Daten',
    objection: 'das Ende einer Verarbeitung Ihrer Daten',
    'opt-out': 'eine Abmeldung (Opt-out)',
    'opt-out-of-sale': 'das Ende von Verkauf und Weitergabe Ihrer Daten',
    'opt-out-of-targeted-ads': 'die Abmeldung von gezielter Werbung',
    'opt-out-of-profiling': 'die Abmeldung vom Profiling',
    limit: 'die Beschränkung der Nutzung Ihrer sensiblen Daten',
    'withdraw-consent': 'den Widerruf Ihrer Einwilligung',
    appeal: 'eine erneute Prüfung unserer Entscheidung',
    complaint: 'die Prüfung Ihrer Beschwerde',
  },
  reference: (reference) => `Ihr Zeichen ist ${reference}.`,
  giveReference: 'Bitte nennen Sie es, wenn Sie uns zu diesem Antrag schreiben.',
  reach: { text: 'Antworten auf diese E-Mail liest ein Mensch.', paper: 'Unsere Anschrift steht oben auf diesem Brief.' },
  statusLink: 'Stand Ihres Antrags ansehen',
  receiptLink: 'Die Quittung lesen',
  decisionLink: 'Die Entscheidung lesen',
  whatYouCanDo: 'Was Sie tun können',
  keepReceipt: {
    text: 'Die angehängte Datei receipt.jws ist eine signierte Quittung. Bitte heben Sie sie auf: Damit können Sie jederzeit und ohne unsere Hilfe belegen, was wir Ihnen hier mitgeteilt haben.',
    paper:
      'Eine gedruckte Quittung liegt bei. Bitte heben Sie sie auf: Die signierte Quittung selbst lässt sich auf der Seite öffnen und prüfen, zu der ihr Code führt.',
  },
  colon: ': ',
};
