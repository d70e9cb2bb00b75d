/** Letters about appeals in German. */
import type { AppealWords } from '../appeal-letters.ts';

export const de: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Ihr Einspruch ${reference} ist eingegangen: Entscheidung bis ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `Am ${receivedOn} haben Sie uns gebeten, unsere Antwort auf Ihren Antrag ${of} noch einmal zu prüfen. ${company} teilt Ihnen die Entscheidung und die Gründe spätestens am ${dueOn} mit.`,
    decider: 'Es entscheidet jemand, der beim ersten Mal nicht entschieden hat. Sie müssen jetzt nichts weiter tun.',
  },

  granted: {
    subject: ({ of, reference }) => `Wir haben unsere Entscheidung zu ${of} geändert: Einspruch ${reference}`,
    begins: 'Sie müssen nichts neu beantragen: Wir fangen jetzt an und schreiben Ihnen, wenn es erledigt ist.',
  },

  stands: {
    subject: ({ of, reference }) => `Unsere Entscheidung zu ${of} bleibt bestehen: Einspruch ${reference}`,
    inPart: ({ of, reference }) => `Wir haben unsere Entscheidung zu ${of} zum Teil geändert: Einspruch ${reference}`,
    begins: 'Was wir nun doch tun, beginnen wir jetzt. Wir schreiben Ihnen, wenn es erledigt ist.',
    complain: ({ name, page }) => `Beschweren Sie sich bei der zuständigen Stelle: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: {
      text: 'Antworten Sie auf diese E-Mail: Ein Mensch liest Ihre Antwort.',
      paper: 'Schreiben Sie uns: Ein Mensch liest Ihren Brief.',
    },
  },
};
