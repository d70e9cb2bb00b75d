/** Letters about appeals in Polish. */
import type { AppealWords } from '../appeal-letters.ts';

export const pl: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Otrzymaliśmy Państwa odwołanie ${reference}: decyzja do ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `W dniu ${receivedOn} poprosili nas Państwo o ponowne rozpatrzenie naszej odpowiedzi na Państwa wniosek ${of}. ${company} przekaże Państwu decyzję i jej powody najpóźniej ${dueOn}`,
    decider: 'Tym razem decyduje osoba, która nie podejmowała pierwszej decyzji. Teraz nie muszą Państwo nic robić.',
  },

  granted: {
    subject: ({ of, reference }) => `Zmieniliśmy naszą decyzję w sprawie ${of}: odwołanie ${reference}`,
    begins: 'Nie muszą Państwo składać nowego wniosku: zaczynamy teraz i napiszemy do Państwa, gdy skończymy.',
  },

  stands: {
    subject: ({ of, reference }) => `Nasza decyzja w sprawie ${of} pozostaje bez zmian: odwołanie ${reference}`,
    inPart: ({ of, reference }) => `Zmieniliśmy częściowo naszą decyzję w sprawie ${of}: odwołanie ${reference}`,
    begins: 'To, co jednak zrobimy, zaczynamy teraz. Napiszemy do Państwa, gdy skończymy.',
    complain: ({ name, page }) => `Można złożyć skargę do właściwego organu: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: {
      text: 'Można odpowiedzieć na tę wiadomość: odpowiedź przeczyta człowiek.',
      paper: 'Można do nas napisać: list przeczyta człowiek.',
    },
  },
};
