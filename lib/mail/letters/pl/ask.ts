/** Letters with a question, in Polish. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { day } from '../../../receipts/sentences/pl/sentences.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { list } = spellingOf('pl');

const SUBJECT: Record<Question, string> = {
  identity: 'Prosimy pomóc nam upewnić się, że wniosek pochodzi od Państwa',
  clarification: 'Pytanie w sprawie Państwa wniosku',
  fee: 'Opłata za odpowiedź na Państwa wniosek',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Państwa wniosek, którego adresatem jest ${company}, dotyczy: ${wish}. Zanim przejdziemy dalej, musimy mieć pewność, że wniosek pochodzi od Państwa. Oto, co musimy wiedzieć:`,
  clarification: (company, wish) =>
    `Państwa wniosek, którego adresatem jest ${company}, dotyczy: ${wish}. Aby odpowiedzieć, musimy wiedzieć więcej. Oto nasze pytanie:`,
  fee: (company, wish) =>
    `Państwa wniosek, którego adresatem jest ${company}, dotyczy: ${wish}. Takie wnioski są co do zasady bezpłatne. W tym przypadku prosimy o opłatę:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'Termin na naszą odpowiedź zacznie biec, gdy przekażą nam Państwo to, co musimy wiedzieć.',
  clarification: 'Termin na naszą odpowiedź zacznie biec, gdy otrzymamy Państwa odpowiedź.',
  fee: 'Termin na naszą odpowiedź zacznie biec, gdy opłata zostanie wniesiona.',
};

export const pl: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `Opłata wynosi ${new Intl.NumberFormat('pl-PL', { style: 'currency', currency }).format(Number(amount))}. Powód: ${reason}`,
    'Nie muszą Państwo jej płacić: na stronie wniosku mogą go Państwo wycofać i wtedy nie będą nam Państwo nic winni.',
  ],
  link: (about) => (about === 'fee' ? 'Państwa wniosek i możliwość jego wycofania' : 'Odpowiedź na pytanie'),
  reply: {
    text: 'Mogą Państwo także odpowiedzieć na tę wiadomość: odpowiedź przeczyta człowiek.',
    paper: `Mogą Państwo także odpowiedzieć pocztą. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `To pytanie nie zmienia daty: odpowiemy najpóźniej ${day(dueOn)}`,
    still: () =>
      'To pytanie nie zmienia niczego w biegu terminu: jest on wstrzymany, dopóki nie odpowiedzą Państwo na to, o co pytaliśmy wcześniej.',
    'stands-still': () => 'Dopóki Państwo nie odpowiedzą, termin na naszą odpowiedź nie biegnie.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Mają Państwo czas do namysłu; termin na naszą odpowiedź zacznie biec dopiero potem. Odpowiemy najpóźniej ${day(dueOn)}`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `W sprawie ${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) =>
    `Numer Państwa sprawy to ${reference}. Prosimy o jego podawanie w każdej wiadomości do nas w sprawie tego wniosku.`,
};
