/** What one can do against a decision, as actions in Polish. */
import type { RemedyWords } from '../remedies.ts';

export const pl: RemedyWords = {
  person: {
    text: 'Można odpowiedzieć na tę wiadomość: sprawie przyjrzy się człowiek.',
    paper: 'Można do nas napisać: sprawie przyjrzy się człowiek.',
  },
  appeal: {
    text: 'Można złożyć odwołanie: w odpowiedzi na tę wiadomość prosimy napisać, że składają Państwo odwołanie.',
    paper: 'Można złożyć odwołanie: w liście do nas prosimy napisać, że składają Państwo odwołanie.',
  },
  decidedWithin: (duration) => `Osoba, która nie podejmowała tej decyzji, odpowie w ciągu ${duration}`,
  extended: (duration) => `, a jeśli podamy Państwu powód – do ${duration} później`,
  controller: {
    text: 'Można złożyć do nas skargę na to, jak potraktowaliśmy Państwa wniosek: wystarczy odpowiedzieć na tę wiadomość.',
    paper: 'Można złożyć do nas skargę na to, jak potraktowaliśmy Państwa wniosek: wystarczy do nas napisać.',
  },
  acknowledgedWithin: (duration) => `Otrzymanie skargi potwierdzimy w ciągu ${duration}.`,
  authority: (name) => `Można złożyć skargę do organu nadzorczego: ${name}`,
  within: (duration) => `Należy to zrobić w ciągu ${duration}.`,
  court: 'Można wystąpić do sądu.',
};
