/** Letters with a question, in Dutch. */
import type { AskWords } from '../ask/ask-words.ts';

export const nl: AskWords = {
  subject: {
    identity: 'Help ons zeker te weten dat u het bent',
    clarification: 'Een vraag over uw verzoek',
    fee: 'Kosten voor het antwoord op uw verzoek',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `U hebt ${company} gevraagd om ${wishes}. Voordat wij verdergaan, moeten wij zeker weten dat u degene bent die dit vraagt. Dit moeten wij weten:`,
    clarification: ({ company, wishes }) =>
      `U hebt ${company} gevraagd om ${wishes}. Om te kunnen antwoorden, moeten wij meer weten. Dit is onze vraag:`,
    fee: ({ company, wishes }) =>
      `U hebt ${company} gevraagd om ${wishes}. Zulke verzoeken zijn in de regel kosteloos. Voor dit verzoek vragen wij u een vergoeding te betalen:`,
  },
  fee: ({ amount, reason }) => `De vergoeding bedraagt ${amount}. De reden: ${reason}`,
  free: 'U hoeft die niet te betalen: op de pagina van uw verzoek kunt u het verzoek intrekken, en dan bent u ons niets verschuldigd.',
  link: 'De vraag beantwoorden',
  feeLink: 'Uw verzoek bekijken of intrekken',
  reply: { text: 'U kunt ook op deze e-mail antwoorden: een medewerker leest uw antwoord.', paper: 'U kunt ook per post antwoorden.' },
  time: {
    none: (dueOn) => `Deze vraag verandert niets aan de datum: wij antwoorden uiterlijk op ${dueOn}.`,
    still: 'Deze vraag verandert niets aan de termijn: die staat stil totdat u hebt beantwoord wat wij eerder hebben gevraagd.',
    'stands-still': 'Zolang u niet antwoordt, loopt de termijn voor ons antwoord niet.',
    'begins-anew': {
      identity: 'De termijn voor ons antwoord begint wanneer u ons hebt verteld wat wij moeten weten.',
      clarification: 'De termijn voor ons antwoord begint wanneer wij uw antwoord hebben.',
      fee: 'De termijn voor ons antwoord begint wanneer de vergoeding is betaald.',
    },
    reflection: (dueOn) =>
      `U hebt tijd om erover na te denken; pas daarna begint de termijn voor ons antwoord. Wij antwoorden uiterlijk op ${dueOn}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};
