/** What letters of every kind say, in Polish. */
import { day } from '../../../receipts/sentences/pl/sentences.ts';
import type { Phrases } from '../phrases.ts';

export const pl: Phrases = {
  /** In the genitive: "wniosek, który dotyczy: ...". */
  wish: {
    access: 'kopii Państwa danych',
    portability: 'wydania Państwa danych w formacie, który można przenieść gdzie indziej',
    erasure: 'usunięcia Państwa danych',
    rectification: 'sprostowania Państwa danych',
    restriction: 'ograniczenia przetwarzania Państwa danych',
    objection: 'zaprzestania określonego wykorzystywania Państwa danych',
    'opt-out': 'rezygnacji z określonego wykorzystywania Państwa danych',
    'opt-out-of-sale': 'zaprzestania sprzedaży i udostępniania Państwa danych',
    'opt-out-of-targeted-ads': 'rezygnacji z reklamy ukierunkowanej',
    'opt-out-of-profiling': 'rezygnacji z profilowania',
    limit: 'ograniczenia wykorzystywania Państwa danych wrażliwych',
    'withdraw-consent': 'wycofania Państwa zgody',
    appeal: 'ponownego rozpatrzenia naszej decyzji',
    complaint: 'odpowiedzi na Państwa skargę',
  },
  reference: (reference) => `Numer Państwa sprawy to ${reference}.`,
  giveReference: 'Prosimy o jego podawanie w każdej wiadomości do nas w sprawie tego wniosku.',
  reach: { text: 'Odpowiedź na tę wiadomość przeczyta człowiek.', paper: 'Nasz adres znajduje się u góry tego listu.' },
  statusLink: 'Stan Państwa wniosku',
  receiptLink: 'Treść pokwitowania',
  decisionLink: 'Treść decyzji',
  whatYouCanDo: 'Co mogą Państwo zrobić',
  keepReceipt: {
    text: 'Plik receipt.jws dołączony do tej wiadomości to podpisane pokwitowanie. Prosimy je zachować: dzięki niemu mogą Państwo każdemu, w każdej chwili i bez naszej pomocy, wykazać, co tu Państwu przekazaliśmy.',
    paper:
      'Do listu dołączamy wydrukowane pokwitowanie. Prosimy je zachować: samo podpisane pokwitowanie można otworzyć i sprawdzić na stronie, do której prowadzi jego kod.',
  },
  day,
  colon: ': ',
};
