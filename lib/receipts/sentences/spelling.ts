/** Sentences put together from parts. */

/** A text from somebody else as a sentence: with its full stop. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Sentences one after the other; empty ones are left out. */
export function paragraph(sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');
}

/** A sentence with its citations before the full stop. */
export function citing(text: string, cites: readonly string[]): string {
  return `${text.trim().replace(/\.$/, '')} (${cites.join('; ')}).`;
}

/** The number and the unit of an ISO 8601 duration of days, months or years. */
export function readDuration(iso: string): { amount: number; unit: 'D' | 'M' | 'Y' } {
  return { amount: Number.parseInt(iso.slice(1), 10), unit: iso.at(-1) as 'D' };
}
