/** What each call to Parameter Store needs: its own action, and the use of a key for secure values. */
import { ACCOUNT, type Call, type Permission } from '../contract.ts';
import { impliedUse, isOwnKey } from '../iam/implied-calls.ts';
import type { Parameter } from './parameter-file.ts';

export interface ParameterPlace {
  region: string;
  read(name: string): Parameter | undefined;
  names(): string[];
}

type Input = Call['input'];

/** ARN of a parameter by its name. */
export function parameterArn(name: string, region: string): string {
  return `arn:aws:ssm:${region}:${ACCOUNT}:parameter/${name.replace(/^\//, '')}`;
}

/** The name in a name or an ARN, either perhaps with `:version`. */
export function parameterName(selector: unknown): string {
  const bare = String(selector).replace(/^arn:aws:ssm:[^:]*:[^:]*:parameter/, '');
  return bare.split(':')[0] ?? '';
}

/** Whether a parameter lies below the path of GetParametersByPath. */
export function isUnder(name: string, { Path, Recursive }: Input): boolean {
  const path = String(Path).replace(/\/*$/, '/');
  return name.startsWith(path) && (Recursive === true || !name.slice(path.length).includes('/'));
}

/** The permissions of one call. */
export function ssmPermissions({ operation, input }: Call, place: ParameterPlace): Permission[] {
  const selectors: unknown[] =
    operation === 'GetParameters' && Array.isArray(input['Names']) ? input['Names'] : [input['Name'] ?? input['Path']];
  const names = selectors.map(parameterName);
  const own = names.map((name) => ({ action: `ssm:${operation}`, resource: parameterArn(name, place.region) }));
  const shown = operation === 'GetParametersByPath' ? place.names().filter((name) => isUnder(name, input)) : names;
  return [...own, ...(operation === 'PutParameter' ? sealing(input, place) : shown.flatMap((name) => opening(name, input, place)))];
}

function sealing({ Name, Type, KeyId }: Input, place: ParameterPlace): Permission[] {
  const name = String(Name);
  const isSecure = (Type ?? place.read(name)?.type) === 'SecureString';
  return isSecure && isOwnKey(KeyId) ? use('write-parameter', { name, key: KeyId }, place) : [];
}

function opening(name: string, { WithDecryption }: Input, place: ParameterPlace): Permission[] {
  const key = WithDecryption === true ? place.read(name)?.kmsKey : undefined;
  return key === undefined ? [] : use('read-parameter', { name, key }, place);
}

function use(
  implication: 'read-parameter' | 'write-parameter',
  { name, key }: { name: string; key: string },
  { region }: ParameterPlace,
): Permission[] {
  return impliedUse(implication, { key, region, via: 'ssm', encryptionContext: { PARAMETER_ARN: parameterArn(name, region) } });
}
