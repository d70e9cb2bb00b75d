/** Letters about refusals in Polish. */
import type { DenialWords } from '../denial-letters.ts';

export const pl: DenialWords = {
  subject: ({ reference }) => `Nie mogliśmy zrobić tego, o co Państwo prosili: wniosek ${reference}`,
  inPart: ({ reference }) => `Nie mogliśmy zrobić części tego, o co Państwo prosili: wniosek ${reference}`,
  categories: 'Dopóki nie wiemy, kim Państwo są, możemy jedynie podać, jakie rodzaje danych zbieramy o osobach takich jak Państwo:',
  againLink: 'Złożenie nowego wniosku',
  optOutLink: 'Żądanie, abyśmy nie sprzedawali ani nie udostępniali Państwa danych',
  appealLink: 'Prośba o ponowne rozpatrzenie naszej decyzji',
  disagree: 'Jeśli się Państwo nie zgadzają',
};
