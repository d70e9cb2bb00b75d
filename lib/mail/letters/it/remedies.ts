/** What one can do against a decision, as actions in Italian. */
import type { RemedyWords } from '../remedies.ts';

export const it: RemedyWords = {
  person: { text: 'Risponda a questa e-mail: una persona esaminerà il caso.', paper: 'Ci scriva: una persona esaminerà il caso.' },
  appeal: {
    text: 'Chieda un riesame: risponda a questa e-mail e dica che chiede un riesame.',
    paper: 'Chieda un riesame: ci scriva e dica che chiede un riesame.',
  },
  decidedWithin: (duration) => `Qualcuno che non ha preso questa decisione risponde entro ${duration}`,
  extended: (duration) => `, o fino a ${duration} più tardi se Le diciamo perché`,
  controller: {
    text: 'Presenti a noi un reclamo su come abbiamo trattato la Sua richiesta: risponda a questa e-mail.',
    paper: 'Presenti a noi un reclamo su come abbiamo trattato la Sua richiesta: ci scriva.',
  },
  acknowledgedWithin: (duration) => `Confermiamo di aver ricevuto il Suo reclamo entro ${duration}.`,
  authority: (name) => `Proponga reclamo all'autorità di controllo: ${name}`,
  within: (duration) => `Lo faccia entro ${duration}.`,
  court: 'Si rivolga al giudice.',
};
