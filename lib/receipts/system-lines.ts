/** What each connected system did, as lines of a receipt. */
import type { Configuration } from '../domain/configuration.ts';
import { textIn, type NamedDataset, type Text } from '../domain/data-map.ts';
import type { DatasetOutcome, Ground, SystemOutcome } from '../domain/request-events.ts';
import { justified } from './justify.ts';
import type { SystemLine } from './payload.ts';
import type { Sentences } from './sentences/sentences.ts';

/** The configuration, and the language in which its names are shown. */
export interface Naming {
  configuration: Configuration;
  lang: string;
  say: Sentences;
}

type Retain = NonNullable<SystemLine['retain']>;

const named = (text: Text | undefined, id: string, lang: string): string => (text === undefined ? id : textIn(text, lang));

function datasetOf({ configuration }: Naming, outcome: SystemOutcome, dataset: string): NamedDataset | undefined {
  return configuration.systems[outcome.system]?.datasets.find(({ name }) => name === dataset);
}

function base(outcome: SystemOutcome, naming: Naming): Pick<SystemLine, 'id' | 'label' | 'at' | 'verifiedAt'> {
  const label = named(naming.configuration.systems[outcome.system]?.label, outcome.system, naming.lang);
  return { id: outcome.system, label, at: outcome.at, ...(outcome.verifiedAt === undefined ? {} : { verifiedAt: outcome.verifiedAt }) };
}

/** A ground as it is signed. */
export function signedGround({ code, law, text, under, right }: Ground): NonNullable<SystemLine['grounds']>[number] {
  return { ...justified(code), law, text, ...(under === undefined ? {} : { under }), ...(right === undefined ? {} : { right }) };
}

/** True if the system was left out because somebody refused its part, on a ground of the law. */
export function isRefused({ grounds = [] }: SystemLine): boolean {
  return grounds.length > 0;
}

/** What is not finished: skipped by a person with a reason, or expected later. */
function unfinished(outcome: SystemOutcome): Pick<SystemLine, 'reason' | 'grounds' | 'expectedOn'> {
  const { reason, grounds, expectedOn } = outcome;
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(grounds === undefined ? {} : { grounds: grounds.map(signedGround) }),
    ...(expectedOn === undefined ? {} : { expectedOn }),
  };
}

const sum = (datasets: DatasetOutcome[], of: (dataset: DatasetOutcome) => number): number =>
  datasets.reduce((total, dataset) => total + of(dataset), 0);

/** One line per system with the records handed out. */
export function exportLines(outcomes: readonly SystemOutcome[], naming: Naming): SystemLine[] {
  return outcomes.map((outcome) => ({
    ...base(outcome, naming),
    ...unfinished(outcome),
    outcome: outcome.outcome === 'deleted' || outcome.outcome === 'retained' ? 'exported' : outcome.outcome,
    records: outcome.outcome === 'exported' ? sum(outcome.datasets, ({ exported, found }) => exported ?? found) : outcome.found,
  }));
}

/** Why rows of a dataset stay: its own ground; or, for a row emptied because kept rows point at it, the ground of those. */
function retainOf(outcome: SystemOutcome, dataset: NamedDataset | undefined, naming: Naming): Omit<Retain, 'until'> | undefined {
  const grounds = (naming.configuration.systems[outcome.system]?.datasets ?? []).flatMap(({ erasure }) =>
    erasure.how === 'retain' ? [erasure.retain] : [],
  );
  const own = dataset?.erasure.how === 'retain' ? dataset.erasure.retain : undefined;
  const ground = own ?? grounds[0];
  if (ground === undefined) return undefined;
  return { code: ground.ground, law: ground.article, text: own === undefined ? naming.say.emptied : textIn(own.sentence, naming.lang) };
}

/** A line for rows that law keeps. */
function retainedLine(outcome: SystemOutcome, { dataset: name, kept }: DatasetOutcome, naming: Naming): SystemLine[] {
  if (kept === undefined || kept.count === 0) return [];
  const dataset = datasetOf(naming, outcome, name);
  const retain = retainOf(outcome, dataset, naming);
  const line: SystemLine = {
    ...base(outcome, naming),
    dataset: named(dataset?.label, name, naming.lang),
    outcome: 'retained',
    records: kept.count,
  };
  return [retain === undefined ? line : { ...line, retain: { ...retain, until: kept.until } }];
}

/** The lines of one system: what was deleted, made anonymous and kept, each counted on its own; or that it is not finished. */
function erasureLinesOf(outcome: SystemOutcome, naming: Naming): SystemLine[] {
  const anonymises = ({ dataset }: DatasetOutcome): boolean => datasetOf(naming, outcome, dataset)?.erasure.how === 'anonymise';
  const erased = ({ erased }: DatasetOutcome): number => erased ?? 0;
  const counted = {
    deleted: sum(
      outcome.datasets.filter((each) => !anonymises(each)),
      erased,
    ),
    anonymised: sum(outcome.datasets.filter(anonymises), erased),
  };
  const done = (['deleted', 'anonymised'] as const)
    .filter((kind) => counted[kind] > 0)
    .map((kind): SystemLine => ({ ...base(outcome, naming), outcome: kind, records: counted[kind] }));
  const lines = [...done, ...outcome.datasets.flatMap((each) => retainedLine(outcome, each, naming))];
  if (outcome.outcome === 'skipped' || outcome.outcome === 'outstanding') {
    const left = Math.max(0, outcome.found - sum(outcome.datasets, (each) => erased(each) + (each.kept?.count ?? 0)));
    return [...lines, { ...base(outcome, naming), ...unfinished(outcome), outcome: outcome.outcome, records: left }];
  }
  return lines.length > 0 ? lines : [{ ...base(outcome, naming), outcome: 'not-found', records: 0 }];
}

/** The lines of all systems of a deletion. */
export function erasureLines(outcomes: readonly SystemOutcome[], naming: Naming): SystemLine[] {
  return outcomes.flatMap((outcome) => erasureLinesOf(outcome, naming));
}

/** The lines with an outcome. */
export function linesWith(lines: readonly SystemLine[], outcome: SystemLine['outcome']): SystemLine[] {
  return lines.filter((line) => line.outcome === outcome);
}

/** How many records the lines count. */
export function recordsIn(lines: readonly SystemLine[]): number {
  return lines.reduce((total, { records }) => total + records, 0);
}

/** How many different systems the lines are about. */
export function systemsIn(lines: readonly SystemLine[]): number {
  return new Set(lines.map(({ id }) => id)).size;
}
