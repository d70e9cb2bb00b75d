/** Letters in German. */
import type { OwnLetter } from './own-letter.ts';

export const DE: readonly OwnLetter[] = [
  { text: 'Hallo, bitte löscht mein Konto und alles was ihr über mich gespeichert habt. Danke, Uli', asks: ['erasure'] },
  { text: 'Guten Tag, ich wüsste gern, welche Daten Sie über mich haben. Schicken Sie mir bitte eine Kopie.', asks: ['access'] },
  { text: 'Bitte NICHT löschen! Ich möchte nur wissen, was ihr alles über mich gespeichert habt.', asks: ['access'] },
  { text: 'Nehmt mich bitte aus eurem Verteiler, ich will keine Werbung mehr.', asks: ['objection'] },
  { text: 'Ich bin umgezogen, bitte ändern Sie meine Adresse: Neue Gasse 3, 12345 Musterstadt.', asks: ['rectification'] },
  { text: 'Ich widerrufe meine Einwilligung zum Newsletter.', asks: ['withdraw-consent'] },
  {
    text: 'Können Sie mir meine Bestellhistorie als CSV geben? Ich will die Daten zu einem anderen Anbieter mitnehmen.',
    asks: ['portability'],
  },
  { text: 'Vor sechs Wochen habe ich Sie um Auskunft gebeten. Bis heute kam keine Antwort. Was ist los?', asks: ['follow-up'] },
  { text: 'Schicken Sie mir bitte alle Daten, die Sie zu mir haben, und löschen Sie danach mein Konto.', asks: ['access', 'erasure'] },
  {
    text: 'Hiermit beschwere ich mich darüber, dass Ihre Mitarbeiterin meine Diagnose am Empfang laut vorgelesen hat.',
    asks: ['complaint'],
  },
  {
    text: 'Jetzt zuschlagen: 20 % auf alle Grills!\nSie möchten keine Werbung mehr erhalten? Dann klicken Sie hier, um sich abzumelden.',
    asks: [],
  },
  { text: 'Wann kommt mein Paket? Bestellung 4711. Danke', asks: [] },
  { text: 'Bitte sperrt meine Daten, solange ihr prüft, ob sie stimmen. Nicht löschen.', asks: ['restriction'] },
  {
    text: 'Ich schreibe für meinen Sohn (8), ich bin sein Vater. Bitte entfernen Sie sein Profil und löschen Sie alle Daten über ihn und mich.',
    asks: ['erasure'],
  },
  { text: 'Ich widerspreche der Auswertung meiner Einkäufe.', asks: ['objection'] },
];
