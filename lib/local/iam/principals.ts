/** Access keys: one per function and one for the operator, kept across restarts so that signed URLs stay valid. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT, type Credentials, type Principal, type Resource } from '../contract.ts';
import { writeWhole } from '../data-directory/write-whole.ts';

type StoredKeys = Record<string, { accessKeyId: string; secretAccessKey: string }>;

export interface Principals {
  operator: Credentials;
  /** Credentials of a function, by logical id. */
  ofFunction(logicalId: string): Credentials;
  byKey(accessKeyId: string): Credentials | undefined;
}

const OPERATOR = '(operator)';

/** Reads or makes the keys of the operator and of every function in the template. */
export function loadPrincipals(resources: readonly Resource[], dataDir: string): Principals {
  const file = join(dataDir, 'credentials.json');
  const stored = readKeys(file);
  const functions = resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  const principals = new Map<string, Principal>([[OPERATOR, operator()], ...functions.map(functionPrincipal)]);
  const keys: StoredKeys = Object.fromEntries([...principals.keys()].map((id) => [id, stored[id] ?? newKey()]));
  writeWhole(file, `${JSON.stringify(keys, null, 2)}\n`);

  const credentials = new Map([...principals].map(([id, principal]) => [id, { principal, ...keys[id]! }]));
  const byKey = new Map([...credentials.values()].map((entry) => [entry.accessKeyId, entry]));
  return {
    operator: credentials.get(OPERATOR)!,
    ofFunction: (logicalId) => credentials.get(logicalId)!,
    byKey: (accessKeyId) => byKey.get(accessKeyId),
  };
}

/** A role as a session of it appears in messages: `assumed-role/<role>/<session>`. */
export function rolePrincipal(roleArn: string, session: string): Principal {
  const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  return { name: session, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`, kind: 'role', roleArn };
}

function functionPrincipal({ logicalId, ref, properties }: Resource): [string, Principal] {
  return [logicalId, { ...rolePrincipal(String(properties['Role']), ref), name: logicalId }];
}

function operator(): Principal {
  return { name: 'operator', arn: `arn:aws:iam::${ACCOUNT}:user/operator`, kind: 'operator' };
}

function newKey(): StoredKeys[string] {
  const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const id = [...randomBytes(16)].map((byte) => base32[byte % 32]).join('');
  return { accessKeyId: `AKIA${id}`, secretAccessKey: randomBytes(30).toString('base64') };
}

function readKeys(file: string): StoredKeys {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StoredKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
