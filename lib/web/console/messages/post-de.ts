/** Texts of letters on paper and of mails that did not arrive, on the staff pages, in German. */
import type { FailedMailTexts, PostTexts } from './post-en.ts';

export const postDe: PostTexts = {
  what: 'Worum es geht',
  written: 'Geschrieben',
  envelope: 'Auf dem Umschlag',
  noAddress:
    'Niemand weiß, wo die Person wohnt. Finden Sie es heraus und schreiben Sie die Anschrift hierher. Kennen Sie nur ihre Telefonnummer, dann lesen Sie ihr den Brief vor und geben unten den Tag an; die Nummer steht im Antrag bei den persönlichen Angaben.',
  addressWrong: 'Die Anschrift ist falsch oder veraltet',
  newAddress: 'Anschrift',
  newAddressHint: 'Zeile für Zeile wie auf einem Umschlag, ohne den Namen.',
  addressSubmit: 'Diese Anschrift verwenden',
  addressMissing: (lines) => `Geben Sie eine Anschrift mit ein bis ${lines} Zeilen zu höchstens 80 Zeichen an`,
  print: 'Zu drucken',
  letterFile: 'Der Brief (PDF)',
  enclosure: (name) => `Als Beilage: ${name} (PDF)`,
  copy: 'Als Beilage: die Kopie der Daten',
  copyHint:
    'Das Öffnen wird mit Ihrem Namen festgehalten. Laden Sie das Paket herunter, öffnen Sie seine Seite index.html und drucken Sie sie; wo sie auf Dateien verweist, auch diese. Löschen Sie das Paket danach von Ihrem Rechner.',
  gone: 'Die persönlichen Angaben sind gelöscht und der Brief mit ihnen. Wurde er vorher aufgegeben, dann sagen Sie, wann.',
  posted: 'Aufgegeben',
  on: 'Aufgegeben am',
  onHint: 'Der Tag, an dem der Brief zur Post kam. Von diesem Tag an gilt er als abgeschickt.',
  onMissing: 'Geben Sie den Tag an, an dem der Brief aufgegeben wurde',
  submit: 'Als aufgegeben festhalten',
};

export const failedMailDe: FailedMailTexts = {
  unknown: 'Eine Mail, die nicht mehr bekannt ist',
  complaintLead:
    'Das Mailprogramm der Person hat diese Mail als unerwünscht gemeldet. Das hält nichts auf, was das Gesetz mitzuteilen verlangt: Antworten gehen weiter hinaus. Sehen Sie nach, ob die Person sie auf anderem Weg haben möchte.',
  noReason: 'Die Meldung sagt nicht, warum.',
  types: {
    Permanent: 'Das Postfach nimmt keine Mail an: Ein neuer Versuch ist zwecklos.',
    Transient: 'Es wurde stundenlang immer wieder versucht und ging diesmal nicht.',
    Undetermined: 'Die Gegenstelle nannte keinen lesbaren Grund.',
    abuse: 'Als Spam gemeldet.',
    'auth-failure': 'Die Gegenstelle konnte nicht feststellen, dass die Mail von uns ist.',
    fraud: 'Als Betrug gemeldet.',
    'not-spam': 'Als kein Spam gemeldet.',
    other: 'Aus einem anderen Grund gemeldet.',
    virus: 'Als gefährlich gemeldet.',
  },
  subTypes: {
    NoEmail: 'Diese Adresse gibt es nicht.',
    Suppressed: 'Die Adresse war schon unzustellbar; der Maildienst schreibt ihr nicht mehr.',
    OnAccountSuppressionList: 'Die Adresse steht auf unserer eigenen Liste derer, denen nicht geschrieben wird.',
    MailboxFull: 'Das Postfach ist voll.',
    MessageTooLarge: 'Die Mail war zu groß.',
    ContentRejected: 'Der Inhalt wurde abgewiesen.',
    AttachmentRejected: 'Der Anhang wurde abgewiesen.',
  },
  ways: {
    corrected: {
      label: 'An eine andere Adresse schicken',
      hint: 'Nur wenn Sie wissen, dass sie der Person gehört. Dasselbe Schreiben geht innerhalb einer Stunde dorthin, und alles Weitere auch.',
    },
    print: { label: 'Drucken und mit der Post schicken', hint: 'Dasselbe Schreiben auf Papier: eine eigene Aufgabe.' },
    told: { label: 'Die Person hat es auf anderem Weg erfahren', hint: 'Sagen Sie für die Akte, wie: am Telefon, persönlich.' },
  },
  email: 'Die andere Adresse',
  emailHint: 'Nur für „An eine andere Adresse schicken“. Die bisherige steht im Antrag unter „Persönliche Angaben anzeigen“.',
  submit: 'So weitermachen',
  how: 'Wie hat die Person es erfahren?',
  howHint: 'Nur für „Die Person hat es auf anderem Weg erfahren“. Nennen Sie niemanden mit Namen.',
};
