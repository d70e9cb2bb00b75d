/** English words around the date of an answer; the sentences that explain it are in `domain/explanation`. */

export const clockEn = {
  timeLabel: 'Time for our answer',
  why: 'Why this date?',
  whyPaused: 'Why is the time paused?',
  others: 'These apply as well, and we keep to them too:',
  other: (law: string, right: string, date: string) => `${law}, ${right}: ${date}`,
};
