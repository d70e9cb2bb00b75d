/** The rights the form offers: those that one of the company's laws grants. Appeals and complaints follow an answer. */
import type { Configuration } from '../../domain/configuration.ts';
import { grants, lawById } from '../../domain/law/laws.ts';
import { RIGHTS, type Right } from '../../domain/rights.ts';

const AFTERWARDS: ReadonlySet<Right> = new Set<Right>(['appeal', 'complaint']);
// "opt-out" is the word for any of the opt-outs a law tells apart; people choose the particular ones.
const GENERAL: ReadonlySet<Right> = new Set<Right>(['opt-out']);

/** In the order of the right codes. */
export function offeredRights({ laws }: Configuration, on: string): Right[] {
  const known = laws.map(lawById);
  return RIGHTS.filter((right) => !AFTERWARDS.has(right) && !GENERAL.has(right) && known.some((law) => grants(law, right, on)));
}
