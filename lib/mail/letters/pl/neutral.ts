/** The one mail that answers letters at once, in Polish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { day } from '../../../receipts/sentences/pl/sentences.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { list } = spellingOf('pl');

export const pl: NeutralWords = {
  subject: (references, confirm) => {
    const your = references.length === 1 ? 'Państwa wiadomość' : 'Państwa wiadomości';
    return `${confirm ? 'Prosimy o potwierdzenie Państwa wiadomości' : `Otrzymaliśmy ${your}`}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'Dotarła do nas wiadomość wysłana z tego adresu.', paper: 'Dotarła do nas wiadomość wysłana w Państwa imieniu.' }
      : { text: 'Dotarły do nas wiadomości wysłane z tego adresu.', paper: 'Dotarły do nas wiadomości wysłane w Państwa imieniu.' },
  asks: ({ on, company, dueOn, rights }) =>
    `Wiadomość dotarła w dniu ${day(on)} i dotyczy: ${wishes(rights)}. ${company} odpowie najpóźniej ${day(dueOn)}`,
  unread: ({ on, company, dueOn }) =>
    `Wiadomość dotarła w dniu ${day(on)} Przeczyta ją pracownik firmy ${company}. Niezależnie od treści wiadomości odpowiedź nadejdzie najpóźniej ${day(dueOn)}, chyba że podamy Państwu późniejszą datę, na którą pozwala prawo.`,
  confirm: 'Prosimy potwierdzić, że ta wiadomość pochodzi od Państwa. Do tego czasu niczego nie wydamy ani nie usuniemy.',
  confirmLink: 'Tak, to moja wiadomość',
  statusLink: 'Stan sprawy',
  neutral: {
    text: 'Ten e-mail jest jednakowy dla wszystkich: nie wynika z niego, czy mamy dane na Państwa temat.',
    paper: 'Ten list jest jednakowy dla wszystkich: nie wynika z niego, czy mamy dane na Państwa temat.',
  },
  notYou: 'Jeśli nie pisali Państwo do nas, nie muszą Państwo nic robić.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Numer Państwa sprawy to ${list(references)}. Prosimy o jego podawanie` : `Numery Państwa spraw to ${list(references)}. Prosimy o podawanie właściwego numeru`} w każdej wiadomości do nas na ten temat. ${reach}`,
    ),
};
