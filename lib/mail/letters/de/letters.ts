/** The letters of a request, in German. */
import type { LetterWords } from '../letter-words.ts';

export const de: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Ihr Antrag ${reference} ist eingegangen: Antwort bis ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `Am ${receivedOn} ging bei uns ein Antrag ein. Er verlangt: ${wishes}. ${company} antwortet spätestens am ${dueOn}.`,
    check: {
      text: 'Als Nächstes prüfen wir, ob dieses Postfach Ihnen gehört: Sie erhalten eine zweite E-Mail mit einem Link und einem Code. Bitte benutzen Sie eines von beiden.',
      paper:
        'Als Nächstes prüfen wir, ob der Antrag von Ihnen ist: Sie erhalten einen zweiten Brief mit einer Internetadresse und einem Code. Bitte benutzen Sie eines von beiden.',
    },
    nothingToDo: 'Sie müssen jetzt nichts weiter tun.',
    notYou: {
      text: 'Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren: Ohne Ihre Bestätigung wird nichts herausgegeben und nichts gelöscht.',
      paper:
        'Wenn Sie das nicht waren, können Sie diesen Brief ignorieren: Ohne Ihre Bestätigung wird nichts herausgegeben und nichts gelöscht.',
    },
  },

  verification: {
    subject: ({ reference }) => `Bitte bestätigen Sie Ihren Antrag ${reference}`,
    reminder: ({ reference }) => `Erinnerung: Bitte bestätigen Sie Ihren Antrag ${reference}`,
    confirm: ({ company, wishes }) => `Bitte bestätigen Sie, dass Sie von ${company} Folgendes verlangt haben: ${wishes}.`,
    open: { text: 'Öffnen Sie den Link und drücken Sie den Knopf:', paper: 'Öffnen Sie diese Internetadresse und drücken Sie den Knopf:' },
    link: 'Meinen Antrag bestätigen',
    askedBy: ({ askedBy }) => `Diesen Antrag hat ${askedBy} für Sie gestellt. Wenn Sie das nicht möchten, tun Sie nichts.`,
    code: 'Oder geben Sie diesen Code auf der Seite ein, die den Stand Ihres Antrags zeigt (siehe unten):',
    until: ({ untilOn }) =>
      `Sie können den Antrag bis ${untilOn} bestätigen. Danach müssten wir den Antrag schließen, denn wir dürfen Daten nur herausgeben oder löschen, wenn wir wissen, dass Sie es sind.`,
    notYou: {
      text: 'Wenn Sie das nicht waren, müssen Sie nichts tun.',
      paper:
        'Wenn Sie die Adresse nicht öffnen können, schreiben Sie uns: Wir suchen dann einen anderen Weg, um zu wissen, dass Sie es sind. Wenn Sie das nicht waren, müssen Sie nichts tun.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Ihre Daten liegen bis ${untilOn} bereit: Antrag ${reference}`,
    inPart: ({ reference }) => `Der erste Teil Ihrer Daten liegt bereit: Antrag ${reference}`,
    link: 'Daten herunterladen',
    until: ({ untilOn }) => ({
      text: `Sie können sie bis ${untilOn} beliebig oft herunterladen. Danach löschen wir sie aus unserem Ausgabespeicher. Wer diese E-Mail hat, kann den Link öffnen: Bitte leiten Sie sie nicht weiter.`,
      paper: `Eine gedruckte Kopie Ihrer Daten liegt bei. Wenn Sie lieber die Dateien haben möchten, können Sie die Adresse oben bis ${untilOn} öffnen. Danach löschen wir sie aus unserem Ausgabespeicher. Wer diesen Brief hat, kann die Adresse öffnen.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `Sie haben auch die Löschung verlangt. Wir beginnen damit, sobald Sie Ihre Kopie heruntergeladen haben, spätestens am ${erasureFrom}. Auf der Statusseite können Sie uns sagen, dass wir nicht warten sollen.`,
      paper: `Sie haben auch die Löschung verlangt. Wir beginnen damit, sobald Ihre Kopie bei der Post aufgegeben ist, spätestens am ${erasureFrom}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Ihre Daten wurden gelöscht: Quittung zu ${reference}`,
    inPart: ({ reference }) => `Ein Teil Ihrer Daten wurde gelöscht: Antrag ${reference}`,
    link: 'Die Quittung lesen, System für System',
  },

  answered: { subject: ({ reference }) => `Ihr Antrag ${reference} ist beantwortet` },

  newLink: {
    subject: ({ untilOn, reference }) => `Sie können Ihre Daten bis ${untilOn} herunterladen: Antrag ${reference}`,
    until: ({ untilOn }) => ({
      text: `Der Link gilt bis ${untilOn}. Bitte leiten Sie diese E-Mail nicht weiter.`,
      paper: `Die Adresse gilt bis ${untilOn}. Wer diesen Brief hat, kann sie öffnen.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Wir brauchen mehr Zeit, bis ${newDueOn}: Antrag ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Wir beantworten Ihren Antrag bis ${newDueOn} statt bis ${dueOn}. Das Gesetz erlaubt es: ${law}. Der Grund: ${reason}`,
    disagree: 'Wenn Sie nicht einverstanden sind',
  },

  questionReminder: {
    subject: ({ reference }) => `Wir warten auf Ihre Antwort: Antrag ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `Am ${askedOn} haben wir Sie etwas zu Ihrem Antrag gefragt. Sie haben ${wishes} verlangt. Eine Antwort haben wir noch nicht. Bis dahin können wir nichts herausgeben und nichts löschen.`,
    link: 'Die Frage lesen und beantworten',
    unclear: {
      text: 'Wenn Sie die Frage nicht verstehen, antworten Sie auf diese E-Mail: Ein Mensch liest sie.',
      paper: 'Sie können auch per Post antworten und uns schreiben, wenn Sie die Frage nicht verstehen.',
    },
    once: 'Wir erinnern Sie nur dieses eine Mal.',
  },
};
