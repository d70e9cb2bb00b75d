/** Letters with a question, in Dutch. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('nl');

const SUBJECT: Record<Question, string> = {
  identity: 'Help ons zeker te weten dat u het bent',
  clarification: 'Een vraag over uw verzoek',
  fee: 'Kosten voor het antwoord op uw verzoek',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `U hebt ${company} gevraagd om ${wish}. Voordat wij verdergaan, moeten wij zeker weten dat u degene bent die dit vraagt. Dit moeten wij weten:`,
  clarification: (company, wish) =>
    `U hebt ${company} gevraagd om ${wish}. Om te kunnen antwoorden, moeten wij meer weten. Dit is onze vraag:`,
  fee: (company, wish) =>
    `U hebt ${company} gevraagd om ${wish}. Zulke verzoeken zijn in de regel kosteloos. Voor dit verzoek vragen wij u een vergoeding te betalen:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'De termijn voor ons antwoord begint wanneer u ons hebt verteld wat wij moeten weten.',
  clarification: 'De termijn voor ons antwoord begint wanneer wij uw antwoord hebben.',
  fee: 'De termijn voor ons antwoord begint wanneer de vergoeding is betaald.',
};

export const nl: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `De vergoeding bedraagt ${new Intl.NumberFormat('nl-NL', { style: 'currency', currency }).format(Number(amount))}. De reden: ${reason}`,
    'U hoeft die niet te betalen: op de pagina van uw verzoek kunt u het verzoek intrekken, en dan bent u ons niets verschuldigd.',
  ],
  link: (about) => (about === 'fee' ? 'Uw verzoek bekijken of intrekken' : 'De vraag beantwoorden'),
  reply: {
    text: 'U kunt ook op deze e-mail antwoorden: een medewerker leest uw antwoord.',
    paper: `U kunt ook per post antwoorden. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Deze vraag verandert niets aan de datum: wij antwoorden uiterlijk op ${date(dueOn)}.`,
    still: () => 'Deze vraag verandert niets aan de termijn: die staat stil totdat u hebt beantwoord wat wij eerder hebben gevraagd.',
    'stands-still': () => 'Zolang u niet antwoordt, loopt de termijn voor ons antwoord niet.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `U hebt tijd om erover na te denken; pas daarna begint de termijn voor ons antwoord. Wij antwoorden uiterlijk op ${date(dueOn)}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `Uw kenmerk is ${reference}. Vermeld dit als u ons over dit verzoek schrijft.`,
};
