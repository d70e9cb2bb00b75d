/** What one can do against a decision, as actions in Swedish. */
import type { RemedyWords } from '../remedies.ts';

export const sv: RemedyWords = {
  person: { text: 'Svara på det här mejlet: en människa tittar på ärendet.', paper: 'Skriv till oss: en människa tittar på ärendet.' },
  appeal: {
    text: 'Begär omprövning: svara på det här mejlet och skriv att du begär omprövning.',
    paper: 'Begär omprövning: skriv till oss att du begär omprövning.',
  },
  decidedWithin: (duration) => `Någon som inte fattade det här beslutet svarar inom ${duration}`,
  extended: (duration) => `, eller upp till ${duration} senare om vi talar om varför`,
  controller: {
    text: 'Lämna in ett klagomål till oss om hur vi har hanterat din begäran: svara på det här mejlet.',
    paper: 'Lämna in ett klagomål till oss om hur vi har hanterat din begäran: skriv till oss.',
  },
  acknowledgedWithin: (duration) => `Inom ${duration} bekräftar vi att vi har tagit emot ditt klagomål.`,
  authority: (name) => `Lämna in ett klagomål till tillsynsmyndigheten: ${name}`,
  within: (duration) => `Gör det inom ${duration}.`,
  court: 'Gå till domstol.',
};
