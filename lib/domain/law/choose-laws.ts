/** Which laws a request falls under: several may apply, and none of them is lost because another gives less time. */
import { covers, lawOf, lawOn } from './laws.ts';
import type { Law } from './law.ts';

export interface LawChoice {
  /** ISO 3166-1 or -2 as the person said; absent = not sure. */
  residence?: string | undefined;
  /** Laws the company is subject to. */
  laws: readonly string[];
  /** Where the company is established. */
  controllerCountry: string;
  /** Civil date of receipt. */
  on: string;
}

/** The company's laws that are in force; before the first of them is, as they will be. */
function inForceOn(ids: readonly string[], on: string): Law[] {
  const inForce = ids.flatMap((id) => lawOn(id, on) ?? []);
  return inForce.length > 0 ? inForce : lawsOf({ laws: ids, receivedOn: on });
}

/** True if somebody who said no more than this may live where the law holds: "United States" may mean California. */
function mayProtect(law: Law, residence: string | undefined): boolean {
  return residence !== undefined && (covers(law, residence) || law.jurisdictions.some((place) => place.startsWith(`${residence}-`)));
}

/**
 * The laws that apply, in the order of the configuration: those of the person's residence, and those of the company's place that
 * protect everybody ("regardless of whether the processing takes place in the Union", Art. 3(1) GDPR). If that is none, because
 * the person is not sure or lives where no law of ours holds, all of the company's laws count: nobody gets less for not knowing.
 */
export function lawsFor({ residence, laws, controllerCountry, on }: LawChoice): Law[] {
  const inForce = inForceOn(laws, on);
  const applying = inForce.filter((law) => mayProtect(law, residence) || (law.protectsEverybody && covers(law, controllerCountry)));
  return applying.length > 0 ? applying : inForce;
}

/** The laws of a request, as their texts held on the day of receipt. */
export function lawsOf({ laws, receivedOn }: { laws: readonly string[]; receivedOn: string }): Law[] {
  return laws.map((law) => lawOf({ law, receivedOn }));
}
