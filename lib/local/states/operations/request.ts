/** Reading the members of an API request, with the errors Step Functions gives for bad ones. */
import { AwsError } from '../../contract.ts';
import { MAX_PAYLOAD_BYTES, tooLarge } from '../limits.ts';

export type Input = Record<string, unknown>;

function tooLong(name: string, most: number): AwsError {
  const constraint = `Member must have length less than or equal to ${most}`;
  return new AwsError('ValidationException', `Value at '${name}' failed to satisfy constraint: ${constraint}`);
}

/** A required string member. */
export function text(input: Input, name: string): string {
  const value = optionalText(input, name);
  if (value !== undefined) return value;
  throw new AwsError('ValidationException', `Value null at '${name}' failed to satisfy constraint: Member must not be null`);
}

/** The `error` and `cause` that a caller ends something with: https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html */
export function reasonOf(input: Input): { error?: string; cause?: string } {
  const limits = [
    ['error', 256],
    ['cause', 32_768],
  ] as const;
  const members = limits.flatMap(([name, most]) => {
    const value = optionalText(input, name);
    if (value !== undefined && Buffer.byteLength(value) > most) throw tooLong(name, most);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(members) as { error?: string; cause?: string };
}

/** What AWS refuses in names: white space, brackets, wildcards, special and control characters. */
const BAD_NAME = /[\s\p{Cc}<>{}[\]?*"#%\\^|~`$&,;:/]/u;

/** The name of something new, if AWS would take it. */
export function checkName(name: string): string {
  if (name.length >= 1 && name.length <= 80 && !BAD_NAME.test(name)) return name;
  throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
}

/** An optional string member. */
export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new AwsError('SerializationException', `Member '${name}' must be a string`);
}

/** A JSON text member; `code` is the error for a text that is no JSON or too long. */
export function jsonText(input: Input, name: string, options: { code: string; fallback?: string }): string {
  const value = optionalText(input, name) ?? options.fallback ?? text(input, name);
  if (tooLarge(value)) throw tooLong(name, MAX_PAYLOAD_BYTES);
  try {
    JSON.parse(value);
  } catch {
    throw new AwsError(options.code, `Invalid JSON in '${name}'`);
  }
  return value;
}

/** How many results a page has. */
export function pageSize(input: Input): number {
  const value = input['maxResults'] ?? 0;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000) return value === 0 ? 100 : value;
  throw new AwsError('ValidationException', "Value at 'maxResults' must be between 0 and 1000");
}

/** Where a page begins. */
export function pageStart(input: Input, fallback: number): number {
  const token = optionalText(input, 'nextToken');
  if (token === undefined) return fallback;
  const start = Number(Buffer.from(token, 'base64url').toString());
  if (Number.isInteger(start)) return start;
  throw new AwsError('InvalidToken', 'Invalid Token');
}

/** The token of the page that begins after a row; none if the page is not full. */
export function nextPage(rows: { id: number }[], size: number): { nextToken?: string } {
  const last = rows.at(-1);
  if (last === undefined || rows.length < size) return {};
  return { nextToken: Buffer.from(String(last.id)).toString('base64url') };
}

/** An instant as the protocol has it: seconds. */
export function seconds(at: number): number {
  return at / 1000;
}
