/** What one can do against a decision, as actions in Dutch. */
import type { RemedyWords } from '../remedies.ts';

export const nl: RemedyWords = {
  person: { text: 'Antwoord op deze e-mail: een medewerker bekijkt de zaak.', paper: 'Schrijf ons: een medewerker bekijkt de zaak.' },
  appeal: {
    text: 'Vraag om heroverweging: antwoord op deze e-mail en schrijf dat u om heroverweging vraagt.',
    paper: 'Vraag om heroverweging: schrijf ons dat u om heroverweging vraagt.',
  },
  decidedWithin: (duration) => `Iemand die deze beslissing niet heeft genomen, antwoordt binnen ${duration}`,
  extended: (duration) => `, of ten hoogste ${duration} later als wij u laten weten waarom`,
  controller: {
    text: 'Dien bij ons een klacht in over de manier waarop wij met uw verzoek zijn omgegaan: antwoord op deze e-mail.',
    paper: 'Dien bij ons een klacht in over de manier waarop wij met uw verzoek zijn omgegaan: schrijf ons.',
  },
  acknowledgedWithin: (duration) => `Wij bevestigen de ontvangst van uw klacht binnen ${duration}.`,
  authority: (name) => `Dien een klacht in bij de toezichthoudende autoriteit: ${name}`,
  within: (duration) => `Doe dat binnen ${duration}.`,
  court: 'Ga naar de rechter.',
};
