/** Sentences of receipts that end a case, or set another receipt right, in Polish. */
import { day } from './sentences.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

export const endingPl: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `W dniu ${day(on)} wniosek ${of} został wycofany${byPerson ? ' przez nadawcę' : ': odnotowali to nasi pracownicy w imieniu nadawcy'}. Nie robimy w tej sprawie nic więcej; to, co zrobiono wcześniej, pozostaje zrobione.`,
  dataGo: (by) =>
    `Gdy tylko Państwa o tym powiadomimy, najpóźniej ${day(by)}, usuniemy dane, które mamy z powodu tego wniosku, oraz klucz, bez którego nie można ich odczytać. Potwierdzi to kolejne pokwitowanie, na stronie wniosku.`,
  purged: ({ of, on }) =>
    `W dniu ${day(on)} usunęliśmy dane, które zebraliśmy, aby odpowiedzieć na Państwa wniosek ${of}, oraz klucz, bez którego nie można ich odczytać.`,
  irrecoverable: (from) => `Od ${day(from)} nikt nie może ich przywrócić: żadna kopia zapasowa nie zawiera już tego klucza.`,
  replaces: ({ number, issuedOn }) => `To pokwitowanie zastępuje nasze pokwitowanie ${number} z dnia ${day(issuedOn)}`,
  wrong: (reason) => `Co było błędne: ${asSentence(reason)}`,
  right: (sentence) => `Co obowiązuje: ${asSentence(sentence)}`,
};
