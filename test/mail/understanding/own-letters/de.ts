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
  {
    text: 'Betreff: Auskunftsersuchen nach Art. 15 DSGVO\n\nSehr geehrte Damen und Herren,\n\nbitte erteilen Sie mir Auskunft über die zu meiner Person gespeicherten Daten.\n\nMit freundlichen Grüßen',
    asks: ['access'],
  },
  { text: 'Moin, könnt ihr mich bitte aus eurer Datenbank nehmen und alles löschen? LG', asks: ['erasure'] },
  { text: 'Wer hat meine Daten von euch bekommen und woher habt ihr meine Handynummer?', asks: ['access'] },
  { text: 'Ich kündige meinen Vertrag zum Monatsende.', asks: [] },
  { text: 'Kündigung! Und bitte löschen Sie danach meine personenbezogenen Daten.', asks: ['erasure'] },
  { text: 'Mein Nachname ist falsch geschrieben, richtig ist Müßterle. Bitte berichtigen.', asks: ['rectification'] },
  {
    text: 'Ich warte immer noch auf die Auskunft, die ich am 3. März bei Ihnen angefordert habe. Ich setze Ihnen eine Nachfrist von 14 Tagen.',
    asks: ['follow-up'],
  },
  { text: 'Rufen Sie mich nie wieder an und schicken Sie mir keine Werbung!', asks: ['objection'] },
  { text: 'Verkaufen Sie meine Daten nicht weiter.', asks: ['opt-out'] },
  { text: 'Hallo, anbei meine Bewerbung. Mein Lebenslauf liegt bei. Viele Grüße', asks: [] },
  { text: 'Meine Daten wurden ohne meinen Willen gelöscht! Ich will mein Konto zurück.', asks: [] },
  { text: 'Bitte teilen Sie mir mit, ob Sie Daten über mich speichern und wenn ja, welche.', asks: ['access'] },
  {
    text: 'Ich möchte der Nutzung meiner Daten zu Werbezwecken widersprechen und verlange Auskunft nach Art. 15 DSGVO.',
    asks: ['access', 'objection'],
  },
  { text: 'Nach § 17 KDG verlange ich Auskunft über meine gespeicherten Daten.', asks: ['access'] },
  { text: 'Nach dem Schweizer DSG (Art. 25) verlange ich Auskunft über meine Daten.', asks: ['access'] },
  { text: 'Guten Tag, ich hätte gerne mein Kundenkonto bei Ihnen gelöscht. Kundennummer 12345.', asks: ['erasure'] },
];
