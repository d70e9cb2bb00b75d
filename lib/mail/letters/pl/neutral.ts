/** The one mail that answers letters at once, in Polish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('pl');

export const pl: NeutralWords = {
  subject: (references, confirm) => `${confirm ? 'Prosimy o potwierdzenie wiadomości' : 'Otrzymaliśmy wiadomość'}: ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Dotarła do nas wiadomość wysłana z tego adresu.' : 'Dotarły do nas wiadomości wysłane z tego adresu.',
  asks: ({ on, company, dueOn, rights }) =>
    `Wiadomość dotarła ${date(on)} i zawiera następujące żądanie: ${wishes(rights)}. ${company} odpowie najpóźniej ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Wiadomość dotarła ${date(on)}. Przeczyta ją pracownik ${company}, a odpowiedź, niezależnie od treści żądania, nadejdzie najpóźniej ${date(dueOn)}, chyba że podamy późniejszą datę, na którą pozwala prawo.`,
  confirm: 'Prosimy potwierdzić, że to Państwo ją napisali. Wcześniej niczego nie udostępnimy ani nie usuniemy.',
  confirmLink: 'Tak, to ja napisałem lub napisałam',
  statusLink: 'Sprawdź stan sprawy',
  neutral: 'Ta wiadomość jest jednakowa dla wszystkich: nie mówi, czy posiadamy dane na Państwa temat.',
  notYou: 'Jeśli nie pisali Państwo do nas, nie trzeba nic robić.',
  reference: (references) =>
    `Numer sprawy to ${list(references)}. Prosimy podawać go, pisząc do nas w tej sprawie. Odpowiedzi na tę wiadomość czyta człowiek.`,
};
