/** What keeps data in a deployed template, as it was released: a template of its own, that later ones are held against. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Resource } from './synthesized.ts';

/** Types whose replacement or loss would lose data, keys or running requests. */
const STATEFUL = new Set(['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::StepFunctions::StateMachine']);

export const RECORD = path.join(import.meta.dirname, 'recorded-storage.json');

export type Resources = Record<string, Resource>;

/** The stateful resources of a template; the machine without its definition, which is meant to change. */
export function statefulOf(resources: Resources): Resources {
  const stateful = Object.entries(resources).filter(([, { Type }]) => STATEFUL.has(Type));
  return Object.fromEntries(
    stateful.map(
      ([
        id,
        {
          Properties: { DefinitionString: _, ...properties },
          ...resource
        },
      ]) => [id, { ...resource, Properties: properties }],
    ),
  );
}

/** The resources as released. */
export function recordedStorage(): Resources {
  return (JSON.parse(readFileSync(RECORD, 'utf8')) as { Resources: Resources }).Resources;
}
