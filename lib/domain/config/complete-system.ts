/** A system's declaration from what was written; whatever is wrong with it is noted. */
import type { SystemDeclaration } from '../configuration.ts';
import type { NamedDataset } from '../data-map.ts';
import { checkDataset } from './check-dataset.ts';
import { checkHttp } from './check-http.ts';
import { checkPostgres } from './check-postgres.ts';
import { completeDataset, type TextReader } from './complete-dataset.ts';
import { completeHttp } from './complete-http.ts';
import { completePostgres } from './complete-postgres.ts';
import type { DatasetDefaults, DatasetInput, SystemInput } from './configuration-input.ts';
import * as schemas from './input-schemas.ts';
import { classOf, type ProblemList } from './problem-list.ts';

export interface SystemContext {
  texts: TextReader;
  recipients: Set<string>;
  zone: string;
  problems: ProblemList;
}

const SHAPES = {
  postgres: { system: schemas.postgresSystem, dataset: schemas.postgresDataset },
  http: { system: schemas.httpSystem, dataset: schemas.httpDataset },
};

function isKind(value: unknown): value is 'postgres' | 'http' {
  return value === 'postgres' || value === 'http';
}

function completeDatasets(input: SystemInput, defaults: DatasetDefaults, context: SystemContext): NamedDataset[] {
  const datasets: NamedDataset[] = [];
  for (const [name, written] of Object.entries(input.datasets)) {
    const problems = context.problems.at('datasets', name);
    if (!problems.shape<DatasetInput>(SHAPES[input.kind].dataset, written)) continue;
    const dataset = completeDataset(name, written, { defaults, texts: context.texts, problems });
    checkDataset(dataset, context.recipients, problems);
    datasets.push(dataset);
  }
  return datasets;
}

function completeSettings(input: SystemInput, datasets: NamedDataset[], context: SystemContext): unknown {
  const complete = Object.keys(input.datasets).length === datasets.length;
  if (input.kind === 'postgres') {
    const settings = completePostgres(input, datasets, context.zone);
    // Keys into a dataset that was malformed would only repeat its problems.
    if (complete) checkPostgres(settings, datasets, context.problems);
    return settings;
  }
  const settings = completeHttp(input, datasets, context.zone);
  checkHttp(settings, datasets, context.problems);
  return settings;
}

/** A processor answers to somebody; who answers for themselves does not. */
function checkRole({ role, onBehalfOf }: SystemInput, problems: ProblemList): void {
  if (role === 'processor' && onBehalfOf === undefined)
    problems.at('onBehalfOf').add('nothing', 'name the controller the request is passed on to');
  if (role !== 'processor' && onBehalfOf !== undefined)
    problems.at('role').add(classOf(role), "write role: 'processor', or remove `onBehalfOf`");
}

/** The declaration, or undefined if it is too malformed to be read. */
export function completeSystem(input: unknown, context: SystemContext): SystemDeclaration | undefined {
  const { problems, texts } = context;
  const kind = (input as { kind?: unknown } | null | undefined)?.kind;
  if (!isKind(kind)) {
    problems.add(classOf(input), 'use postgres({...}) or http({...})');
    return undefined;
  }
  if (!problems.shape<SystemInput>(SHAPES[kind].system, input)) return undefined;
  const defaults = input.defaults ?? {};
  if (!problems.at('defaults').shape<DatasetDefaults>(schemas.datasetDefaults, defaults)) return undefined;
  if (Object.keys(input.datasets).length === 0) problems.at('datasets').add('nothing', 'declare at least one dataset');
  checkRole(input, problems);
  const datasets = completeDatasets(input, defaults, context);
  return {
    label: texts.read(input.label, problems.at('label')),
    findAfter: input.findAfter ?? [],
    eraseAfter: input.eraseAfter ?? [],
    kind,
    ...(input.role === undefined ? {} : { role: input.role }),
    ...(input.onBehalfOf === undefined ? {} : { onBehalfOf: input.onBehalfOf }),
    datasets,
    settings: completeSettings(input, datasets, context),
  };
}
