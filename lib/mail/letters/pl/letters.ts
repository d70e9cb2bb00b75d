/** Letters in Polish. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { day } from '../../../receipts/sentences/pl/sentences.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesPl } from './remedies.ts';

const { list: listed } = spellingOf('pl');

/** In the genitive: "wniosek, który dotyczy: ...". */
const WISH: Record<Right, string> = {
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
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Odpowiedź na tę wiadomość przeczyta człowiek.',
  paper: 'Nasz adres znajduje się u góry tego listu.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Stan Państwa wniosku', statusUrl),
  {
    kind: 'paragraph',
    ...around(
      REACH,
      (reach) =>
        `Numer Państwa sprawy to ${reference}. Prosimy o jego podawanie w każdej wiadomości do nas w sprawie tego wniosku. ${reach}`,
    ),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'Plik receipt.jws dołączony do tej wiadomości to podpisane pokwitowanie. Prosimy je zachować: dzięki niemu mogą Państwo każdemu, w każdej chwili i bez naszej pomocy, wykazać, co tu Państwu przekazaliśmy.',
  'Do listu dołączamy wydrukowane pokwitowanie. Prosimy je zachować: samo podpisane pokwitowanie można otworzyć i sprawdzić na stronie, do której prowadzi jego kod.',
);

export const pl: Letters = {
  day,

  closing,

  remedies: remedyLinesPl,

  acknowledgement: (facts) => ({
    subject: `Otrzymaliśmy Państwa wniosek ${facts.reference}: odpowiedź do ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `W dniu ${day(facts.receivedOn)} otrzymaliśmy wniosek, który dotyczy: ${wishes(facts.rights)}. ${facts.company} odpowie najpóźniej ${day(facts.dueOn)}`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'Teraz sprawdzimy, czy ta skrzynka pocztowa należy do Państwa: otrzymają Państwo drugą wiadomość, z linkiem i kodem. Prosimy użyć jednego z nich.',
              'Teraz sprawdzimy, czy wniosek pochodzi od Państwa: otrzymają Państwo drugi list, z adresem internetowym i kodem. Prosimy użyć jednego z nich.',
            ),
          ]
        : [paragraph('Teraz nie muszą Państwo nic robić.')]),
      eitherWay(
        'Jeśli ten wniosek nie pochodzi od Państwa, mogą Państwo zignorować tę wiadomość: bez Państwa potwierdzenia nic nie zostanie wydane ani usunięte.',
        'Jeśli ten wniosek nie pochodzi od Państwa, mogą Państwo zignorować ten list: bez Państwa potwierdzenia nic nie zostanie wydane ani usunięte.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Przypomnienie: prosimy' : 'Prosimy'} o potwierdzenie wniosku ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'link', paper: 'ten adres internetowy' },
          (open) =>
            `${facts.company} prosi o potwierdzenie, że to Państwa wniosek. Dotyczy on: ${wishes(facts.rights)}. Prosimy otworzyć ${open} i nacisnąć przycisk:`,
        ),
      },
      link('Potwierdzam swój wniosek', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`Ten wniosek składa w Państwa imieniu ${facts.askedBy}. Jeśli Państwo tego nie chcą, prosimy nic nie robić.`)]),
      paragraph('Można też wpisać ten kod na stronie ze stanem Państwa wniosku (adres poniżej):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Wniosek można potwierdzić do ${day(facts.untilOn)} Potem musielibyśmy zamknąć sprawę, ponieważ wydać lub usunąć dane wolno nam tylko wtedy, gdy wiemy, że wniosek pochodzi od Państwa.`,
      ),
      eitherWay(
        'Jeśli ten wniosek nie pochodzi od Państwa, prosimy nic nie robić.',
        'Jeśli nie mogą Państwo otworzyć tego adresu, prosimy do nas napisać: poszukamy innego sposobu, aby upewnić się, że wniosek pochodzi od Państwa. Jeśli ten wniosek nie pochodzi od Państwa, prosimy nic nie robić.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `Pierwsza część Państwa danych jest gotowa: wniosek ${facts.reference}`
      : `Państwa dane są dostępne do ${day(facts.untilOn)}: wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Pobranie danych', facts.downloadUrl),
      eitherWay(
        `Do ${day(facts.untilOn)} mogą Państwo pobierać dane dowolną liczbę razy. Potem usuniemy je z miejsca, z którego je wydajemy. Każdy, kto ma tę wiadomość, może otworzyć link, dlatego prosimy nie przekazywać jej dalej.`,
        `Do listu dołączamy wydrukowaną kopię Państwa danych. Jeśli wolą Państwo pliki, do ${day(facts.untilOn)} można otworzyć podany wyżej adres. Potem usuniemy je z miejsca, z którego je wydajemy. Każdy, kto ma ten list, może otworzyć ten adres.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `Poprosili Państwo także o usunięcie swoich danych. Zaczniemy, gdy pobiorą Państwo kopię, a jeśli to nie nastąpi, zaczniemy ${day(facts.erasureFrom)} Na stronie ze stanem wniosku mogą Państwo wskazać, że mamy nie czekać.`,
              `Poprosili Państwo także o usunięcie swoich danych. Zaczniemy, gdy kopia zostanie nadana na poczcie, a najpóźniej ${day(facts.erasureFrom)}`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Część Państwa danych została usunięta: wniosek ${facts.reference}`
      : `Państwa dane zostały usunięte: pokwitowanie do ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Treść pokwitowania, system po systemie', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `Odpowiedzieliśmy na Państwa wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Treść pokwitowania', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Mogą Państwo pobrać swoje dane do ${day(facts.untilOn)}: wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Pobranie danych', facts.downloadUrl),
      eitherWay(
        `Link działa do ${day(facts.untilOn)} Prosimy nie przekazywać tej wiadomości dalej.`,
        `Adres działa do ${day(facts.untilOn)} Każdy, kto ma ten list, może go otworzyć.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Potrzebujemy więcej czasu, do ${day(facts.newDueOn)}: wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Odpowiemy na Państwa wniosek do ${day(facts.newDueOn)} zamiast do ${day(facts.dueOn)} Pozwala na to prawo: ${facts.law}. Powód: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'Jeśli się Państwo nie zgadzają' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Czekamy na Państwa odpowiedź: wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `W dniu ${day(facts.askedOn)} zadaliśmy Państwu pytanie w sprawie Państwa wniosku. Wniosek dotyczy: ${wishes(facts.rights)}. Nie mamy jeszcze odpowiedzi. Dopóki Państwo nie odpowiedzą, nie możemy niczego wydać ani usunąć.`,
      ),
      link('Pytanie i miejsce na odpowiedź', facts.statusUrl),
      eitherWay(
        `Numer Państwa sprawy to ${facts.reference}. Jeśli pytanie jest niezrozumiałe, prosimy odpowiedzieć na tę wiadomość: odpowiedź przeczyta człowiek. Przypominamy tylko ten jeden raz.`,
        `Numer Państwa sprawy to ${facts.reference}. Mogą Państwo także odpowiedzieć pocztą i napisać do nas, jeśli pytanie jest niezrozumiałe. ${REACH.paper} Przypominamy tylko ten jeden raz.`,
      ),
    ],
  }),
};
