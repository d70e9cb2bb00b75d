/** Letters about appeals in Dutch. */
import type { AppealWords } from '../appeal-letters.ts';

export const nl: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Wij hebben uw verzoek om heroverweging ${reference} ontvangen: beslissing uiterlijk op ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `Op ${receivedOn} hebt u ons gevraagd om ons antwoord op uw verzoek ${of} opnieuw te bekijken. ${company} laat u uiterlijk op ${dueOn} de beslissing en de redenen weten.`,
    decider: 'Iemand die de eerste beslissing niet heeft genomen, neemt deze beslissing. U hoeft nu niets te doen.',
  },

  granted: {
    subject: ({ of, reference }) => `Wij hebben onze beslissing over ${of} gewijzigd: heroverweging ${reference}`,
    begins: 'U hoeft het niet opnieuw te vragen: wij beginnen nu en schrijven u als het klaar is.',
  },

  stands: {
    subject: ({ of, reference }) => `Onze beslissing over ${of} blijft staan: heroverweging ${reference}`,
    inPart: ({ of, reference }) => `Wij hebben onze beslissing over ${of} voor een deel gewijzigd: heroverweging ${reference}`,
    begins: 'Met wat wij alsnog doen, beginnen wij nu. Wij schrijven u als het klaar is.',
    complain: ({ name, page }) => `Dien een klacht in bij de bevoegde instantie: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: { text: 'Antwoord op deze e-mail: een medewerker leest uw antwoord.', paper: 'Schrijf ons: een medewerker leest uw brief.' },
  },
};
