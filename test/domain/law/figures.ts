/** Compares every figure of the shipped laws with the research. */
import type { LawId } from '../../../lib/domain/law/law-ids.ts';
import type { Law } from '../../../lib/domain/law/law.ts';
import { expectedFuture, expectedLaw, expectedOldUk, keyed, type Figures } from './expected-law.ts';
import type { Regime, Source } from './source.ts';

/** Words for people: what they say is not a figure, and the research says it otherwise. */
export const PROSE: ReadonlySet<string> = new Set([
  'name',
  'shortName',
  'citeAs',
  'bindsOnly',
  'notes',
  'words',
  'from',
  'calledThere',
  'to',
]);

function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PROSE.has(key))
      .map(([key, inner]) => [key, withoutProse(inner)]),
  );
}

/** A scope is a figure where the research gives it. */
function alike(law: Law, expected: Figures): Figures {
  const figures = withoutProse({ ...law, clocks: keyed(law.clocks as unknown as Figures[]) }) as Figures;
  for (const [right, grant] of Object.entries(figures['rights'] as Record<string, Figures>)) {
    const wanted = (expected['rights'] as Record<string, Figures>)[right];
    if (wanted?.['scope'] === undefined) delete grant['scope'];
  }
  for (const grant of Object.values(figures['otherRights'] as Record<string, Figures>)) delete grant['scope'];
  return figures;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Where two values differ, by path; what is undefined is absent. */
function differences(actual: unknown, expected: unknown, path: string): string[] {
  if (isObject(actual) && isObject(expected)) {
    const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    return [...keys].flatMap((key) => differences(actual[key], expected[key], `${path}.${key}`));
  }
  return actual === expected ? [] : [`${path} is ${JSON.stringify(actual)}, and the source says ${JSON.stringify(expected)}`];
}

/** The figures each law must have, one entry per text of it, oldest first. */
export function expectedFigures(source: Source): Record<string, Figures[]> {
  const of = (id: string): Figures => expectedLaw(source, source.regimes.find((each) => each.id === id) as Regime);
  const laws = source.regimes.map(({ id }) => [id, [of(id)]] as const);
  const future = source.future.map((each) => [each.id, [expectedFuture(each)]] as const);
  return { ...Object.fromEntries([...laws, ...future]), 'uk-gdpr': [expectedOldUk(of('uk-gdpr'), of('eu-gdpr')), of('uk-gdpr')] };
}

/** Whom a complaint goes to is named in words; that it goes to the right place can be seen. */
function complaintProblems({ id, name, remedies, enactedOnly }: Law): string[] {
  const { to } = remedies.complaint;
  if (to === 'of-residence') return id === 'eu-gdpr' ? [] : [`${id}: only in the EU is it the authority of the residence`];
  if (to.length === 0 && !enactedOnly) return [`${id} names nobody to complain to`];
  const state = /^Attorney General of (.*)$/.exec(to[0]?.name ?? '')?.[1];
  return state === undefined || name.startsWith(state) ? [] : [`${id} sends complaints to another state: ${state}`];
}

/** What differs in one law. */
export function lawProblems(texts: readonly Law[], expected: readonly Figures[]): string[] {
  if (texts.length !== expected.length) return [`${texts[0]?.id} has ${texts.length} texts, and the source has ${expected.length}`];
  return texts.flatMap((law, place) => {
    const wanted = expected[place] as Figures;
    const wordless = law.clocks.filter(({ period, words }) => period === undefined && words === undefined);
    return [
      ...differences(alike(law, wanted), wanted, law.id),
      ...complaintProblems(law),
      ...wordless.map(({ duty }) => `${law.id}: a clock to ${duty} has neither number nor words`),
    ];
  });
}

/** Every figure of the laws that is not the one of the research, and every figure of the research that the laws lack. */
export function figureProblems(laws: Record<LawId, readonly Law[]>, source: Source): string[] {
  const expected = expectedFigures(source);
  const missing = Object.keys(expected).filter((id) => !(id in laws));
  return [
    ...missing.map((id) => `${id} is missing`),
    ...Object.entries(laws).flatMap(([id, texts]) => lawProblems(texts, expected[id] ?? [])),
  ];
}
