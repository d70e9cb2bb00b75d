/** German words around the date of an answer. */
import type { Messages } from '../en.ts';

export const clockDe: Messages['clock'] = {
  timeLabel: 'Frist für unsere Antwort',
  why: 'Warum dieses Datum?',
  whyPaused: 'Warum ist die Frist angehalten?',
  others: 'Auch dies gilt, und wir halten es ebenfalls ein:',
  other: (law, right, date) => `${law}, ${right}: ${date}`,
};
