/** The grants of every laptop of a run, in names that do not depend on the machine. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Resource } from '../../../lib/local/contract.ts';
import type { Grant, GrantFile } from '../../../lib/local/iam/grant-ledger.ts';
import { loadTemplate } from '../../../lib/local/template.ts';
import { nameOf } from '../../infra/synthesized.ts';

const FOLDER = path.join(import.meta.dirname, '../../../test-results/grants');

/** Keeps what a laptop noted of its grants; call whenever it has ended, since its home may go away. */
export function collectGrants(home: string): void {
  const file = path.join(home, 'grants.json');
  if (!existsSync(file)) return;
  const { used, unused } = JSON.parse(readFileSync(file, 'utf8')) as GrantFile;
  const { resources } = loadTemplate({ directory: path.join(home, 'template'), url: 'http://127.0.0.1' });
  const named = (grants: Grant[]): Grant[] => grants.map((grant) => withNames(grant, resources));
  mkdirSync(FOLDER, { recursive: true });
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  writeFileSync(path.join(FOLDER, `${name}.json`), JSON.stringify({ used: named(used), unused: named(unused) }));
}

/** Everything collected since `forgetGrants`: a grant is used if one laptop used it. */
export function collectedGrants(): GrantFile {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => path.join(FOLDER, name)) : [];
  const laptops = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as GrantFile);
  const all = new Map(laptops.flatMap(({ used, unused }) => [...used, ...unused]).map((grant) => [JSON.stringify(grant), grant]));
  const used = new Set(laptops.flatMap((laptop) => laptop.used).map((grant) => JSON.stringify(grant)));
  const split = (wanted: boolean): Grant[] => [...all].filter(([key]) => used.has(key) === wanted).map(([, grant]) => grant);
  return { used: split(true), unused: split(false) };
}

/** Begins anew. */
export function forgetGrants(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Logical ids without their hashes, and ARNs of the template's resources as `{Name}`. */
function withNames({ holder, policy, action, resource }: Grant, resources: readonly Resource[]): Grant {
  const candidates = resources.filter(({ arn }) => resource === arn || resource.startsWith(`${arn}/`) || resource.startsWith(`${arn}:`));
  const owner = candidates.toSorted((one, other) => other.arn.length - one.arn.length)[0];
  const written = owner === undefined ? resource : `{${nameOf(owner.logicalId)}}${resource.slice(owner.arn.length)}`;
  return { holder: nameOf(holder), policy: nameOf(policy), action, resource: written };
}
