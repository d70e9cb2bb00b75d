/** Letters about appeals in Polish. */
import { day } from '../../../receipts/sentences/pl/sentences.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const appealPl: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Otrzymaliśmy Państwa odwołanie ${facts.reference}: decyzja do ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `W dniu ${day(facts.receivedOn)} poprosili nas Państwo o ponowne rozpatrzenie naszej odpowiedzi na Państwa wniosek ${facts.of}. ${facts.company} przekaże Państwu decyzję i jej powody najpóźniej ${day(facts.dueOn)}`,
      ),
      paragraph('Tym razem decyduje osoba, która nie podejmowała pierwszej decyzji. Teraz nie muszą Państwo nic robić.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Zmieniliśmy naszą decyzję w sprawie ${facts.of}: odwołanie ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Nie muszą Państwo składać nowego wniosku: zaczynamy teraz i napiszemy do Państwa, gdy skończymy.'),
      link('Treść decyzji', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Zmieniliśmy częściowo naszą decyzję w sprawie ${facts.of}: odwołanie ${facts.reference}`
      : `Nasza decyzja w sprawie ${facts.of} pozostaje bez zmian: odwołanie ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('To, co jednak zrobimy, zaczynamy teraz. Napiszemy do Państwa, gdy skończymy.')] : []),
      { kind: 'heading', text: 'Co mogą Państwo zrobić' },
      list([
        ...facts.authorities.map(
          ({ name, page }) => `Można złożyć skargę do właściwego organu: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        {
          text: 'Można odpowiedzieć na tę wiadomość: odpowiedź przeczyta człowiek.',
          paper: 'Można do nas napisać: list przeczyta człowiek.',
        },
      ]),
      link('Treść decyzji', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};
