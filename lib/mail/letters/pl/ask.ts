/** Letters with a question, in Polish. */
import type { AskWords } from '../ask/ask-words.ts';

export const pl: AskWords = {
  subject: {
    identity: 'Prosimy pomóc nam upewnić się, że wniosek pochodzi od Państwa',
    clarification: 'Pytanie w sprawie Państwa wniosku',
    fee: 'Opłata za odpowiedź na Państwa wniosek',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Państwa wniosek, którego adresatem jest ${company}, dotyczy: ${wishes}. Zanim przejdziemy dalej, musimy mieć pewność, że wniosek pochodzi od Państwa. Oto, co musimy wiedzieć:`,
    clarification: ({ company, wishes }) =>
      `Państwa wniosek, którego adresatem jest ${company}, dotyczy: ${wishes}. Aby odpowiedzieć, musimy wiedzieć więcej. Oto nasze pytanie:`,
    fee: ({ company, wishes }) =>
      `Państwa wniosek, którego adresatem jest ${company}, dotyczy: ${wishes}. Takie wnioski są co do zasady bezpłatne. W tym przypadku prosimy o opłatę:`,
  },
  fee: ({ amount, reason }) => `Opłata wynosi ${amount}. Powód: ${reason}`,
  free: 'Nie muszą Państwo jej płacić: na stronie wniosku mogą go Państwo wycofać i wtedy nie będą nam Państwo nic winni.',
  link: 'Odpowiedź na pytanie',
  feeLink: 'Państwa wniosek i możliwość jego wycofania',
  reply: {
    text: 'Mogą Państwo także odpowiedzieć na tę wiadomość: odpowiedź przeczyta człowiek.',
    paper: 'Mogą Państwo także odpowiedzieć pocztą.',
  },
  time: {
    none: (dueOn) => `To pytanie nie zmienia daty: odpowiemy najpóźniej ${dueOn}`,
    still:
      'To pytanie nie zmienia niczego w biegu terminu: jest on wstrzymany, dopóki nie odpowiedzą Państwo na to, o co pytaliśmy wcześniej.',
    'stands-still': 'Dopóki Państwo nie odpowiedzą, termin na naszą odpowiedź nie biegnie.',
    'begins-anew': {
      identity: 'Termin na naszą odpowiedź zacznie biec, gdy przekażą nam Państwo to, co musimy wiedzieć.',
      clarification: 'Termin na naszą odpowiedź zacznie biec, gdy otrzymamy Państwa odpowiedź.',
      fee: 'Termin na naszą odpowiedź zacznie biec, gdy opłata zostanie wniesiona.',
    },
    reflection: (dueOn) =>
      `Mają Państwo czas do namysłu; termin na naszą odpowiedź zacznie biec dopiero potem. Odpowiemy najpóźniej ${dueOn}`,
  },
  part: ({ laws, wishes }) => `W sprawie ${wishes} (${laws})`,
};
