/** The one mail that answers letters at once, in Polish. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const pl: NeutralWords = {
  subject: { one: 'Otrzymaliśmy Państwa wiadomość', more: 'Otrzymaliśmy Państwa wiadomości' },
  confirmSubject: { one: 'Prosimy o potwierdzenie Państwa wiadomości', more: 'Prosimy o potwierdzenie Państwa wiadomości' },
  arrived: {
    one: { text: 'Dotarła do nas wiadomość wysłana z tego adresu.', paper: 'Dotarła do nas wiadomość wysłana w Państwa imieniu.' },
    more: { text: 'Dotarły do nas wiadomości wysłane z tego adresu.', paper: 'Dotarły do nas wiadomości wysłane w Państwa imieniu.' },
  },
  asks: ({ on, company, dueOn, wishes }) => `Wiadomość dotarła w dniu ${on} i dotyczy: ${wishes}. ${company} odpowie najpóźniej ${dueOn}`,
  unread: ({ on, company, dueOn }) =>
    `Wiadomość dotarła w dniu ${on} Przeczyta ją pracownik firmy ${company}. Niezależnie od treści wiadomości odpowiedź nadejdzie najpóźniej ${dueOn}, chyba że podamy Państwu późniejszą datę, na którą pozwala prawo.`,
  confirm: 'Prosimy potwierdzić, że ta wiadomość pochodzi od Państwa. Do tego czasu niczego nie wydamy ani nie usuniemy.',
  confirmLink: 'Tak, to moja wiadomość',
  statusLink: 'Stan sprawy',
  neutral: {
    text: 'Ten e-mail jest jednakowy dla wszystkich: nie wynika z niego, czy mamy dane na Państwa temat.',
    paper: 'Ten list jest jednakowy dla wszystkich: nie wynika z niego, czy mamy dane na Państwa temat.',
  },
  notYou: 'Jeśli nie pisali Państwo do nas, nie muszą Państwo nic robić.',
  references: {
    one: (references) => `Numer Państwa sprawy to ${references}. Prosimy o jego podawanie w każdej wiadomości do nas na ten temat.`,
    more: (references) =>
      `Numery Państwa spraw to ${references}. Prosimy o podawanie właściwego numeru w każdej wiadomości do nas na ten temat.`,
  },
};
