/** The policy of a presigned POST: who signed it, until when it holds, what it allows. */
import { AwsError } from '../contract.ts';
import { compareSignature, splitCredential, type SignatureCheck } from './signature.ts';

type Condition = Record<string, string> | [string, string | number, string | number];

interface Policy {
  expiration: string;
  conditions: Condition[];
}

export interface AllowedUpload {
  accessKeyId: string;
  /** From `content-length-range`; without one any size is allowed. */
  smallest: number;
  largest: number;
}

/** Checks signature, expiry and every condition against the form's fields (names in lower case). */
export function checkPostPolicy(fields: Record<string, string>, check: SignatureCheck): AllowedUpload {
  const { policy: encoded, 'x-amz-signature': signature, 'x-amz-credential': credential } = fields;
  if (encoded === undefined || signature === undefined || credential === undefined) {
    throw new AwsError('AccessDenied', 'Access Denied', { status: 403 });
  }
  const signer = splitCredential(credential);
  compareSignature({ ...signer, signature, stringToSign: encoded }, check);
  const policy = readPolicy(encoded);
  if (!(Date.parse(policy.expiration) > check.clock.now())) throw denied('Policy expired.');
  for (const condition of policy.conditions) {
    if (!holds(condition, fields)) throw denied(`Policy Condition failed: ${JSON.stringify(condition)}`);
  }
  refuseUncovered(policy, fields);
  return { accessKeyId: signer.accessKeyId, ...allowedSize(policy) };
}

function readPolicy(encoded: string): Policy {
  try {
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Policy;
    if (typeof policy.expiration === 'string' && Array.isArray(policy.conditions)) return policy;
  } catch {
    // Falls through to the same answer as a policy of the wrong shape.
  }
  throw new AwsError('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
}

const isRange = (condition: Condition): boolean => Array.isArray(condition) && condition[0].toLowerCase() === 'content-length-range';

/** One condition as `[operator, field, value]`. */
function asTriples(condition: Condition): [string, string, string][] {
  if (!Array.isArray(condition)) return Object.entries(condition).map(([name, value]) => ['eq', name.toLowerCase(), String(value)]);
  const [operator, field, value] = condition;
  return [[operator.toLowerCase(), String(field).replace(/^\$/, '').toLowerCase(), String(value)]];
}

function holds(condition: Condition, fields: Record<string, string>): boolean {
  // The size is known only when the file was read.
  if (isRange(condition)) return true;
  return asTriples(condition).every(([operator, field, value]) => {
    const actual = fields[field] ?? '';
    if (operator === 'eq') return actual === value;
    if (operator === 'starts-with') return actual.startsWith(value);
    return false;
  });
}

/** A field that the policy does not mention was not allowed by the signer. */
function refuseUncovered(policy: Policy, fields: Record<string, string>): void {
  const covered = new Set(policy.conditions.filter((one) => !isRange(one)).flatMap((one) => asTriples(one).map(([, field]) => field)));
  const free = new Set(['policy', 'x-amz-signature', 'file', 'bucket']);
  const extra = Object.keys(fields).find((name) => !covered.has(name) && !free.has(name) && !name.startsWith('x-ignore-'));
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`);
}

function allowedSize(policy: Policy): { smallest: number; largest: number } {
  const range = policy.conditions.find(isRange);
  if (!Array.isArray(range)) return { smallest: 0, largest: Infinity };
  return { smallest: Number(range[1]), largest: Number(range[2]) };
}

function denied(reason: string): AwsError {
  return new AwsError('AccessDenied', `Invalid according to Policy: ${reason}`, { status: 403 });
}
