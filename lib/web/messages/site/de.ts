/** German words of the shell, the start page, the privacy notice and the problem pages. */
import type { SiteMessages } from './en.ts';

export const siteDe = {
  language: 'Deutsch',
  service: 'Anträge zu Ihren Daten',
  skip: 'Zum Inhalt springen',
  navigation: 'Seiten',
  languages: 'Sprache',
  footer: {
    help: 'Hilfe',
    privacy: 'Datenschutzhinweise dieses Formulars',
    companyPrivacy: (name: string) => `Datenschutzhinweise von ${name}`,
    verify: 'Eine Quittung prüfen',
    start: 'Nach Ihren Daten fragen',
    phone: 'Telefon',
  },
  start: {
    title: 'Fragen Sie nach Ihren Daten',
    lead: (name: string) => `Sehen, mitnehmen oder löschen, was ${name} über Sie weiß. Es kostet nichts, und Sie brauchen kein Konto.`,
    button: 'Beginnen',
    can: 'Was Sie beantragen können',
    how: 'So geht es',
    howForm: 'Beantworten Sie drei kurze Fragen. Das dauert etwa drei Minuten.',
    howDate: 'Sehen Sie vor dem Absenden, an welchem Tag wir spätestens antworten.',
    howConfirm: 'Bestätigen Sie Ihre E-Mail-Adresse, damit niemand sonst nach Ihren Daten fragen kann.',
    howAnswer: 'Erhalten Sie unsere Antwort mit einer unterschriebenen Quittung, die jeder prüfen kann.',
    laws: 'Die Regeln, und bis wann wir antworten',
    lawsText: (laws) => `Wir antworten nach diesen Gesetzen, je nachdem, wo Sie leben: ${laws}.`,
    lawsDate: ({ right, date, law }) =>
      `Ein Beispiel: Wenn Sie heute verlangen, ohne zu sagen, wo Sie leben: ${right}, haben Sie unsere Antwort bis zum ${date} (${law}). Wo Sie leben, kann ein anderes Datum gelten; Sie sehen es, bevor Sie senden.`,
    need: 'Was Sie brauchen',
    needText:
      'Nur eine E-Mail-Adresse, die Sie lesen können, am besten die, unter der wir Sie kennen. Sie können auch für jemand anderen fragen, der zustimmt oder für den Sie handeln dürfen.',
    sent: 'Sie haben schon gefragt',
    sentText: 'Öffnen Sie den Link, den Sie beim Absenden gespeichert haben, oder den in unseren E-Mails. Er zeigt, wie weit wir sind.',
    ways: 'Andere Wege',
    waysText: 'Sie können in jeder Form schreiben oder anrufen. Die Frist beginnt an dem Tag, an dem es bei uns ankommt.',
    email: 'E-Mail',
    post: 'Post',
    phone: 'Telefon',
  },
  privacy: {
    title: 'Datenschutzhinweise dieses Formulars',
    lead: 'Was wir mit den Angaben tun, die Sie hier machen. Artikel 13 der Datenschutz-Grundverordnung.',
    who: 'Wer verantwortlich ist',
    officer: 'Datenschutzbeauftragte',
    what: 'Was wir speichern',
    whatItems: [
      'Was Sie beantragen, wo Sie wohnen, wenn Sie es sagen, und die Daten jedes Schritts.',
      'Ihre E-Mail-Adresse, Ihren Namen und was Sie sonst eingetragen haben, verschlüsselt mit einem Schlüssel nur für Ihren Antrag.',
      'Die Daten, die unsere Systeme über Sie haben, verschlüsselt mit demselben Schlüssel, bis Ihre Antwort zugestellt ist.',
      'Ihre Internet-Adresse für kurze Zeit in einer Form, die sich nicht zurückrechnen lässt, gegen Fluten von Anträgen.',
    ],
    why: 'Warum',
    whyText:
      'Um Ihren Antrag zu beantworten, wozu das Gesetz uns verpflichtet (Artikel 6 Absatz 1 Buchstabe c DSGVO), und um das beweisen zu können. Ohne E-Mail-Adresse erreichen wir Sie nicht.',
    long: 'Wie lange',
    longFiles: {
      one: 'Ihre Dateien: # Tag ab dem Tag, an dem sie bereit sind. Dann werden sie gelöscht.',
      other: 'Ihre Dateien: # Tage ab dem Tag, an dem sie bereit sind. Dann werden sie gelöscht.',
    },
    longKey:
      'Der Schlüssel Ihres Antrags: gelöscht mit den Dateien. Kopien davon in Sicherungen sind 7 Tage später fort, und mit ihnen alles, was er verschlüsselt hat.',
    longRecord: {
      one: 'Quittungen und der Vermerk, dass es einen Antrag gab: höchstens # Jahr nach dem Abschluss.',
      other: 'Quittungen und der Vermerk, dass es einen Antrag gab: höchstens # Jahre nach dem Abschluss.',
    },
    receivers: 'Wer es bekommt',
    receiversText: 'Unsere eigenen Systeme, um Ihre Daten zu finden. Amazon Web Services speichert und sendet in unserem Auftrag.',
    rights: 'Ihre Rechte',
    rightsText:
      'Auch von diesen Daten können Sie eine Kopie verlangen, sie berichtigen, löschen oder einschränken lassen und widersprechen. Nutzen Sie dieses Formular oder schreiben Sie uns.',
    complaint: 'Sie können sich bei der Aufsichtsbehörde beschweren:',
    complaintNone: 'Sie können sich bei der Aufsichtsbehörde des Ortes beschweren, an dem Sie wohnen oder arbeiten.',
    browser: 'In Ihrem Browser',
    browserText:
      'Keine Cookies, nichts gespeichert, keine Statistik, nichts von anderen geladen. Ihre Antworten reisen im Formular selbst von Seite zu Seite.',
    decisions: 'Keine Entscheidung über Sie wird hier allein von einer Maschine getroffen.',
  },
  problem: {
    title: 'Es tut uns leid, etwas ist schiefgegangen',
    lead: 'Der Fehler liegt bei uns. Schon gesendete Anträge sind sicher.',
    retry:
      'Bitte versuchen Sie es in ein paar Minuten noch einmal. Wenn Sie beim Ausfüllen waren, gehen Sie im Browser zurück: Ihre Antworten sind noch da.',
    contact: 'Wenn es dabei bleibt, schreiben Sie uns:',
    notFoundTitle: 'Seite nicht gefunden',
    notFound:
      'Wenn Sie die Adresse getippt haben, prüfen Sie sie. Wenn Sie einem Link aus einer E-Mail gefolgt sind, kopieren Sie ihn ganz.',
    caseTitle: 'Das können wir nicht öffnen',
    case: 'Der Link ist vielleicht unvollständig oder abgelaufen. Öffnen Sie ihn noch einmal aus unserer E-Mail oder nutzen Sie die Adresse, die Sie beim Absenden gespeichert haben.',
    forbiddenTitle: 'Dieses Formular kam von anderswo',
    forbidden:
      'Zu Ihrer Sicherheit nehmen wir nur an, was von unseren eigenen Seiten kommt. Bitte öffnen Sie das Formular hier und versuchen Sie es noch einmal.',
    tooLargeTitle: 'Das ist zu viel',
    tooLarge: 'Was gesendet wurde, ist länger als alles, wonach dieses Formular fragt.',
    home: 'Zur Startseite',
  },
} satisfies SiteMessages;
