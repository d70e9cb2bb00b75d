/** Letters about a request that somebody else must answer, in Polish. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const pl: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Wniosek w sprawie danych, na który muszą odpowiedzieć Państwo: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `W dniu ${receivedOn} wpłynął do nas wniosek w sprawie danych osobowych. Czego dotyczy: ${held}. ${company} prowadzi to wyłącznie w Państwa imieniu. Odpowiedzieć muszą Państwo, a Państwa termin może być liczony od tego dnia.`,
    link: 'Kto i o co prosi',
    personalData:
      'Strona zawiera dane osobowe, dlatego prosimy nie przekazywać tej wiadomości nikomu, kto jej nie potrzebuje. Strona będzie dostępna do czasu, gdy usuniemy dane robocze wniosku; prosimy wkrótce zapisać to, co potrzebne.',
    reply:
      'Poinformowaliśmy tę osobę, że odpowiedzą Państwo. Jeśli mamy coś odnaleźć, wydać lub usunąć w tym, co dla Państwa prowadzimy, prosimy odpowiedzieć na tę wiadomość.',
    reference: ({ reference }) => `Nasz numer sprawy to ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Otrzymaliśmy Państwa wniosek ${reference} i przekazaliśmy go dalej`,
    arrived: ({ receivedOn }) => `W dniu ${receivedOn} wpłynął do nas Państwa wniosek.`,
    once: {
      text: 'Nie muszą Państwo wysyłać go ponownie. Druga wiadomość od nas powie to samo w podpisanym pokwitowaniu.',
      paper: 'Nie muszą Państwo wysyłać go ponownie. Drugi list od nas powie to samo i będzie zawierał pokwitowanie.',
    },
    reference: ({ reference }) => `Numer Państwa sprawy u nas to ${reference}.`,
  },
};
