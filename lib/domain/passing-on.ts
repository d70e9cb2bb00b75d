/** What the company holds for others only: who must answer in its place (Art. 4(7) and 28(3)(e) GDPR). */
import type { Configuration, Party, SystemDeclaration } from './configuration.ts';
import { textIn } from './data-map.ts';
import type { Request } from './request.ts';

/** What one controller must answer; without systems the whole request, because its brand is theirs. */
export interface Handover {
  to: Party;
  systems: string[];
}

type Places = Pick<Configuration, 'brands' | 'systems'>;

/** The systems whose data the company decides about itself. */
export function ownSystems({ systems }: Pick<Places, 'systems'>): SystemDeclaration[] {
  return Object.values(systems).filter(({ role }) => role !== 'processor');
}

/** Who must answer all of it, where the request is about a brand that the company only runs for somebody. */
export function answererOf({ brands }: Pick<Places, 'brands'>, { brand }: Pick<Request, 'brand'>): Party | undefined {
  const chosen = brand === undefined ? undefined : brands?.[brand];
  return chosen?.role === 'processor' ? chosen.controller : undefined;
}

/** To whom a request is passed on, one entry for each; an appeal is about an answer of ours. */
export function handoversOf(places: Places, request: Pick<Request, 'brand' | 'appealOf'>): Handover[] {
  if (request.appealOf !== undefined) return [];
  const answerer = answererOf(places, request);
  if (answerer !== undefined) return [{ to: answerer, systems: [] }];
  const held = Object.entries(places.systems).flatMap(([system, { role, onBehalfOf: to }]) =>
    role === 'processor' && to !== undefined ? [{ system, to }] : [],
  );
  return [...Map.groupBy(held, ({ to }) => to.name).values()].map((each) => ({
    to: each[0]!.to,
    systems: each.map(({ system }) => system),
  }));
}

/** What was passed on, as people call it: the systems, or the brand. */
export function heldNames(
  { brands, systems }: Places,
  { brand, held, lang }: { brand: string | undefined; held: string[]; lang: string },
): string[] {
  const labels =
    held.length > 0
      ? held.map((system) => systems[system]?.label ?? { en: system })
      : [brands?.[brand ?? '']?.label ?? { en: brand ?? '' }];
  return labels.map((label) => textIn(label, lang));
}
