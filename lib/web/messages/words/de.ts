/** German words for the product's codes: rights, states, events; those that receipts use too come from there. */
import { receiptWordsDe } from '../../../receipts/document/words/de.ts';
import type { WordMessages } from './en.ts';

const rights: WordMessages['rights'] = {
  access: {
    choice: 'Eine Kopie meiner Daten erhalten',
    hint: 'Alles, was wir über Sie gespeichert haben, woher es stammt, wozu wir es nutzen und wer es bekommen hat.',
  },
  portability: {
    choice: 'Meine Daten so erhalten, dass andere Dienste sie lesen können',
    hint: 'Was Sie uns gegeben haben und was bei der Nutzung entstand, als JSON- und CSV-Dateien.',
  },
  erasure: {
    choice: 'Meine Daten löschen lassen',
    hint: 'Einige Unterlagen müssen wir von Gesetzes wegen behalten. Sie sehen vor dem Absenden, welche.',
  },
  rectification: {
    choice: 'Etwas berichtigen lassen',
    hint: 'Daten über Sie, die falsch oder unvollständig sind.',
  },
  restriction: {
    choice: 'Die Nutzung meiner Daten aussetzen lassen',
    hint: 'Zum Beispiel, während wir prüfen, ob etwas richtig ist.',
  },
  objection: {
    choice: 'Der Nutzung meiner Daten widersprechen',
    hint: 'Zum Beispiel für Werbung.',
  },
  'opt-out': {
    choice: 'Verkauf, Weitergabe und Werbung ablehnen',
    hint: 'Wir geben Ihre Daten nicht mehr weiter.',
  },
  'opt-out-of-sale': {
    choice: 'Verkauf und Weitergabe meiner Daten beenden',
    hint: 'Wir geben Ihre Daten nicht mehr gegen Geld oder für Werbung an andere.',
  },
  'opt-out-of-targeted-ads': {
    choice: 'Werbung anhand meiner Daten beenden',
    hint: 'Sie sehen vielleicht weiter Werbung, aber nicht nach Ihrem Verhalten ausgewählt.',
  },
  'opt-out-of-profiling': {
    choice: 'Profilbildung beenden',
    hint: 'Wir bewerten Sie nicht mehr automatisch für Entscheidungen von Gewicht.',
  },
  limit: {
    choice: 'Die Nutzung meiner sensiblen Daten begrenzen',
    hint: 'Etwa Gesundheit, genauer Standort oder Ausweisnummern.',
  },
  'withdraw-consent': {
    choice: 'Eine Einwilligung widerrufen',
    hint: 'Das ist so einfach wie das Erteilen.',
  },
  appeal: {
    choice: 'Eine Entscheidung anfechten',
    hint: 'Wenn wir einen Antrag von Ihnen abgelehnt haben.',
  },
  complaint: { choice: 'Sich beschweren', hint: 'Darüber, wie wir mit Ihren Daten umgehen.' },
};

const unsorted: WordMessages['unsorted'] = {
  heading: 'Ein Mensch liest Ihren Brief',
  lead: 'Wir stellen fest, was Sie verlangen, und schreiben Ihnen. Die Frist für unsere Antwort läuft, seit der Brief eingegangen ist. Wenn in unserer E-Mail ein Link steht, mit dem Sie Ihre Adresse bestätigen, nutzen Sie ihn bitte jetzt.',
  asked: 'Ein Mensch liest noch, was es ist',
};

const states: WordMessages['states'] = {
  received: { heading: 'Ihr Antrag ist bei uns', lead: 'Wir bereiten die E-Mail vor, mit der Sie Ihre Adresse bestätigen.' },
  'awaiting-verification': {
    heading: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
    lead: 'Wir müssen wissen, dass die Adresse Ihnen gehört, bevor wir jemandem Ihre Daten zeigen.',
  },
  'in-progress': { heading: 'Wir bearbeiten Ihren Antrag', lead: 'Sie müssen nichts tun. Wir schreiben Ihnen.' },
  'in-review': {
    heading: 'Ein Mensch prüft unsere Antwort',
    lead: 'Wir stellen sicher, dass nichts über andere Personen darin steht. Sie müssen nichts tun.',
  },
  ready: { heading: 'Unsere Antwort ist fertig', lead: 'Der Link dazu steht in der E-Mail an die bestätigte Adresse.' },
  answered: {
    heading: 'Wir haben Ihren Antrag beantwortet',
    lead: 'Die Antwort ging an die bestätigte Adresse. Es ist nichts mehr offen.',
  },
  denied: { heading: 'Wir konnten Ihrem Antrag nicht folgen', lead: 'In unserer E-Mail steht, warum, und was Sie dagegen tun können.' },
  dismissed: {
    heading: 'Wir haben in Ihrem Brief keinen Antrag gefunden',
    lead: 'Ein Mensch hat ihn gelesen und nichts gefunden, was wir beantworten müssen. Wenn das nicht stimmt, sagen Sie uns bitte, was Sie möchten.',
  },
  withdrawn: {
    heading: 'Sie haben diesen Antrag zurückgezogen',
    lead: 'Wir bearbeiten ihn nicht weiter. Eine unterschriebene Quittung darüber erhalten Sie per E-Mail.',
  },
};

const events: WordMessages['events'] = {
  received: 'Ihr Antrag ist eingegangen',
  acknowledged: 'Wir haben den Eingang per E-Mail bestätigt',
  'verification-asked': 'Wir haben eine E-Mail geschickt, um die Adresse zu prüfen',
  sorted: 'Ein Mensch hat Ihren Brief gelesen',
  'mail-received': 'Eine E-Mail von Ihnen ist eingegangen',
  'papers-erased': 'Wir haben gelöscht, was an Ihrer E-Mail hing',
  posted: 'Wir haben einen Brief an Sie aufgegeben',
  verified: 'Die Adresse wurde bestätigt',
  'verification-expired': 'Niemand hat die Adresse rechtzeitig bestätigt',
  'review-asked': 'Ein Mensch hat begonnen, die Antwort zu prüfen',
  reviewed: 'Die Prüfung ist abgeschlossen',
  packaged: 'Ihre Dateien wurden zusammengestellt',
  delivered: 'Wir haben Ihnen unsere Antwort geschickt',
  'package-fetched': 'Ihre Dateien wurden heruntergeladen',
  'fetch-ended': 'Die Zeit vor der Löschung ist vorbei',
  asked: 'Wir haben Sie etwas gefragt',
  answered: 'Ihre Antwort ist da',
  'answer-read': 'Wir haben Ihre Antwort gelesen',
  wrote: 'Wir haben Ihnen geschrieben',
  appealed: 'Sie haben uns gebeten, unsere Entscheidung zu überprüfen',
  'appeal-decided': 'Wir haben neu entschieden',
  'passed-on': 'Einen Teil haben wir an das Unternehmen weitergegeben, das darauf antworten muss',
  'choice-asked': 'Ein System ist spät dran; ein Mensch entscheidet, wie es weitergeht',
  extended: 'Wir brauchen mehr Zeit',
  refused: 'Wir haben einen Teil des Antrags abgelehnt',
  reminded: 'Wir haben eine Erinnerung geschickt',
  withdrawn: 'Der Antrag wurde zurückgezogen',
  closed: 'Der Antrag wurde abgeschlossen',
  purged: 'Wir haben die Arbeitsdaten dieses Antrags gelöscht',
};

const actions: WordMessages['actions'] = { export: 'Kopie', erase: 'Löschung', act: 'Sonstiges', 'at-once': 'Sonstiges' };

export const wordsDe = { rights, states, unsorted, events, actions, receipt: receiptWordsDe } satisfies WordMessages;
