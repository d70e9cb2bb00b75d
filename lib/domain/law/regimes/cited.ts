/** The words in which the laws are written down: periods, citations, items. */
import type { Item, Period } from '../law.ts';

/** The text was read at that place. */
export const confirmed = (cite: string) => ({ cite, status: 'confirmed' }) as const;

/** The text was not read: staff see the figure as to be confirmed. */
export const toBeConfirmed = (cite: string) => ({ cite, status: 'toBeConfirmed' }) as const;

export const item = (code: string, cite: string): Item => ({ code, cite });

export const days = (amount: number): Period => ({ amount, unit: 'day' });
export const businessDays = (amount: number): Period => ({ amount, unit: 'businessDay' });
export const months = (amount: number): Period => ({ amount, unit: 'month' });
