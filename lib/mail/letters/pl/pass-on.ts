/** Letters about a request that somebody else must answer, in Polish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { day } from '../../../receipts/sentences/pl/sentences.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { list } = spellingOf('pl');

export const passOnPl: PassOnLetters = {
  toController: (facts) => ({
    subject: `Wniosek w sprawie danych, na który muszą odpowiedzieć Państwo: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `W dniu ${day(facts.receivedOn)} wpłynął do nas wniosek w sprawie danych osobowych. Czego dotyczy: ${list(facts.held)}. ${facts.company} prowadzi to wyłącznie w Państwa imieniu. Odpowiedzieć muszą Państwo, a Państwa termin może być liczony od tego dnia.`,
      ),
      link('Kto i o co prosi', facts.url),
      paragraph(
        'Strona zawiera dane osobowe, dlatego prosimy nie przekazywać tej wiadomości nikomu, kto jej nie potrzebuje. Strona będzie dostępna do czasu, gdy usuniemy dane robocze wniosku; prosimy wkrótce zapisać to, co potrzebne.',
      ),
      paragraph(
        'Poinformowaliśmy tę osobę, że odpowiedzą Państwo. Jeśli mamy coś odnaleźć, wydać lub usunąć w tym, co dla Państwa prowadzimy, prosimy odpowiedzieć na tę wiadomość.',
      ),
      paragraph(`Nasz numer sprawy to ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Otrzymaliśmy Państwa wniosek ${facts.reference} i przekazaliśmy go dalej`,
    signature: facts.signature,
    blocks: [
      paragraph(`W dniu ${day(facts.receivedOn)} wpłynął do nas Państwa wniosek. ${facts.sentence}`),
      eitherWay(
        'Nie muszą Państwo wysyłać go ponownie. Druga wiadomość od nas powie to samo w podpisanym pokwitowaniu.',
        'Nie muszą Państwo wysyłać go ponownie. Drugi list od nas powie to samo i będzie zawierał pokwitowanie.',
      ),
      link('Stan Państwa wniosku', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Numer Państwa sprawy u nas to ${facts.reference}. ${reach}`) },
    ],
  }),
};
