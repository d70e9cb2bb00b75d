/** What a question would do to every clock of a request, in a line: "GDPR: paused, 12 days left; CCPA: no change, 20 April 2026". */
import { civilDateIn } from '../../domain/clock/deadline.ts';
import { effectsOfAsking, lawsTellApart } from '../../domain/clock/question-effect.ts';
import { pausedShort } from '../../domain/explanation/explain.ts';
import type { Question } from '../../domain/law/law.ts';
import type { Request } from '../../domain/request.ts';
import { dateInWords } from '../ui/dates.ts';
import type { Desk } from './desk.ts';
import { lawInWords, rightsInWords } from './labels.ts';

/** If it were mailed today. */
export function effectsInWords(desk: Desk, request: Request, about: Question): string {
  const { lang, words, port, zone, now } = desk;
  const on = civilDateIn(zone, new Date(now).toISOString());
  const effects = effectsOfAsking(request, port.configuration, { about, on });
  const apart = lawsTellApart(effects);
  const lines = effects.map(({ effect, laws, rights, dueOn, daysLeft }) => {
    const names = laws.map(lawInWords).join(', ');
    const due = dueOn === undefined ? '' : dateInWords(lang, dueOn);
    const left = daysLeft === undefined ? '' : pausedShort({ daysLeft }, lang);
    return `${apart ? names : `${rightsInWords(desk, rights)} (${names})`}: ${words.ask.effects[effect]({ left, due })}`;
  });
  return lines.join('; ');
}
