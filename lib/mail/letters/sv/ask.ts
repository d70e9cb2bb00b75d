/** Letters with a question, in Swedish. */
import type { AskWords } from '../ask/ask-words.ts';

export const sv: AskWords = {
  subject: {
    identity: 'Hjälp oss att vara säkra på att det är du',
    clarification: 'En fråga om din begäran',
    fee: 'En avgift för svaret på din begäran',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Du har bett ${company} om ${wishes}. Innan vi går vidare måste vi vara säkra på att det är du som begär det. Det här behöver vi veta:`,
    clarification: ({ company, wishes }) =>
      `Du har bett ${company} om ${wishes}. För att kunna svara behöver vi veta mer. Det här är vår fråga:`,
    fee: ({ company, wishes }) =>
      `Du har bett ${company} om ${wishes}. En sådan begäran är i regel kostnadsfri. För den här begäran tar vi ut en avgift:`,
  },
  fee: ({ amount, reason }) => `Avgiften är ${amount}. Skälet: ${reason}`,
  free: 'Du behöver inte betala den: på sidan för din begäran kan du återkalla begäran, och då är du inte skyldig oss något.',
  link: 'Svara på frågan',
  feeLink: 'Se din begäran, eller återkalla den',
  reply: { text: 'Du kan också svara på det här mejlet: en människa läser ditt svar.', paper: 'Du kan också svara per post.' },
  time: {
    none: (dueOn) => `Den här frågan ändrar inte datumet: vi svarar senast den ${dueOn}.`,
    still: 'Den här frågan ändrar inget i fråga om tiden: den står stilla tills du har svarat på det vi frågade tidigare.',
    'stands-still': 'Så länge du inte har svarat löper inte tiden för vårt svar.',
    'begins-anew': {
      identity: 'Tiden för vårt svar börjar när du har berättat det vi behöver veta.',
      clarification: 'Tiden för vårt svar börjar när vi har fått ditt svar.',
      fee: 'Tiden för vårt svar börjar när avgiften är betald.',
    },
    reflection: (dueOn) => `Du har tid att tänka på saken; först därefter börjar tiden för vårt svar. Vi svarar senast den ${dueOn}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};
