/** Letters with a question, in Swedish. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('sv');

const SUBJECT: Record<Question, string> = {
  identity: 'Hjälp oss att vara säkra på att det är du',
  clarification: 'En fråga om din begäran',
  fee: 'En avgift för svaret på din begäran',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Du har bett ${company} om ${wish}. Innan vi går vidare måste vi vara säkra på att det är du som begär det. Det här behöver vi veta:`,
  clarification: (company, wish) => `Du har bett ${company} om ${wish}. För att kunna svara behöver vi veta mer. Det här är vår fråga:`,
  fee: (company, wish) =>
    `Du har bett ${company} om ${wish}. En sådan begäran är i regel kostnadsfri. För den här begäran tar vi ut en avgift:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'Tiden för vårt svar börjar när du har berättat det vi behöver veta.',
  clarification: 'Tiden för vårt svar börjar när vi har fått ditt svar.',
  fee: 'Tiden för vårt svar börjar när avgiften är betald.',
};

export const sv: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `Avgiften är ${new Intl.NumberFormat('sv-SE', { style: 'currency', currency }).format(Number(amount))}. Skälet: ${reason}`,
    'Du behöver inte betala den: på sidan för din begäran kan du återkalla begäran, och då är du inte skyldig oss något.',
  ],
  link: (about) => (about === 'fee' ? 'Se din begäran, eller återkalla den' : 'Svara på frågan'),
  reply: {
    text: 'Du kan också svara på det här mejlet: en människa läser ditt svar.',
    paper: `Du kan också svara per post. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Den här frågan ändrar inte datumet: vi svarar senast den ${date(dueOn)}.`,
    still: () => 'Den här frågan ändrar inget i fråga om tiden: den står stilla tills du har svarat på det vi frågade tidigare.',
    'stands-still': () => 'Så länge du inte har svarat löper inte tiden för vårt svar.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Du har tid att tänka på saken; först därefter börjar tiden för vårt svar. Vi svarar senast den ${date(dueOn)}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `Din referens är ${reference}. Ange den när du skriver till oss om den här begäran.`,
};
