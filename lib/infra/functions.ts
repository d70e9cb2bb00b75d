/** Every Lambda function of the product: what it is called, how long it may take, and what it may touch. */

/** What a function may do, in words that `grants.ts` turns into least-privilege statements. */
export type Grant =
  | 'requests:read'
  | 'requests:write'
  | 'requests:lists'
  | 'requests:sweep'
  | 'case-key:create'
  | 'case-key:open'
  | 'case-key:destroy'
  | 'receipts:read'
  | 'receipts:write'
  | 'receipts:sign'
  | 'receipts:keys'
  | 'vault:read'
  | 'vault:write'
  | 'vault:purge'
  | 'delivery:write'
  | 'delivery:read'
  | 'delivery:purge'
  | 'mail:send'
  | 'machine:start'
  | 'machine:tell'
  | 'machine:stop'
  | 'secret:token'
  | 'secret:staff'
  | 'secret:connectors';

export interface FunctionSpec {
  /** Seconds. */
  timeout: number;
  /** MiB. */
  memory: number;
  grants: readonly Grant[];
  /** Called by events without anybody waiting: failures go to a queue with an alarm. */
  asynchronous?: boolean;
}

/** Reading and appending to a request: what nearly every step does. */
const CASE = ['requests:read', 'requests:write'] as const;
/** A mail is built from the person's details, stored sealed, and sent. */
const MAIL = ['case-key:open', 'vault:read', 'vault:write', 'mail:send', 'secret:token'] as const;
/** A step that talks to a connected system. */
const SYSTEM = [...CASE, 'case-key:open', 'secret:connectors'] as const;

/** The steps of the machine: the same names as the files in `lib/steps` and the states. */
export const STEPS = {
  acknowledge: { timeout: 60, memory: 512, grants: [...CASE, ...MAIL, 'receipts:read', 'receipts:write', 'receipts:sign'] },
  'verify-requester': { timeout: 60, memory: 512, grants: [...CASE, ...MAIL, 'machine:tell'] },
  'assess-request': { timeout: 60, memory: 256, grants: [...CASE] },
  'plan-systems': { timeout: 60, memory: 256, grants: [...CASE] },
  find: { timeout: 120, memory: 512, grants: [...SYSTEM] },
  export: { timeout: 840, memory: 1024, grants: [...SYSTEM, 'vault:write'] },
  erase: { timeout: 300, memory: 512, grants: [...SYSTEM] },
  verify: { timeout: 120, memory: 512, grants: [...SYSTEM] },
  'start-later': { timeout: 60, memory: 512, grants: [...SYSTEM, 'secret:token', 'machine:tell'] },
  'hand-to-person': { timeout: 60, memory: 256, grants: [...CASE, 'secret:token', 'machine:tell'] },
  'record-wave': { timeout: 60, memory: 256, grants: [...CASE] },
  'review-and-redact': { timeout: 60, memory: 256, grants: [...CASE, 'secret:token', 'machine:tell'] },
  'package-response': { timeout: 900, memory: 1024, grants: [...CASE, 'case-key:open', 'vault:read', 'delivery:write'] },
  'issue-receipt': {
    timeout: 60,
    memory: 512,
    grants: [...CASE, 'case-key:open', 'receipts:read', 'receipts:write', 'receipts:sign', 'secret:token'],
  },
  deliver: { timeout: 60, memory: 512, grants: [...CASE, ...MAIL, 'receipts:read'] },
  'await-fetch': { timeout: 60, memory: 256, grants: [...CASE, 'secret:token', 'machine:tell'] },
  'park-request': { timeout: 60, memory: 256, grants: [...CASE, 'secret:token', 'machine:tell'] },
} as const satisfies Record<string, FunctionSpec>;

export type StepName = keyof typeof STEPS;

/** Functions that people, clocks and events reach. */
export const DOORS = {
  web: {
    timeout: 29,
    memory: 512,
    grants: [...CASE, 'case-key:create', 'case-key:open', 'receipts:read', 'receipts:sign', 'vault:write', 'vault:read', 'mail:send', 'machine:start', 'machine:tell', 'secret:token', 'secret:connectors'],
  },
  download: { timeout: 29, memory: 256, grants: [...CASE, 'delivery:read', 'machine:tell', 'secret:token'] },
  console: {
    timeout: 29,
    memory: 512,
    grants: [...CASE, ...MAIL, 'requests:lists', 'receipts:read', 'machine:tell', 'secret:staff'],
  },
  sweep: {
    asynchronous: true,
    timeout: 600,
    memory: 512,
    grants: [...CASE, ...MAIL, 'requests:sweep', 'case-key:destroy', 'receipts:read', 'vault:purge', 'delivery:purge', 'machine:start', 'machine:tell'],
  },
  'mail-events': { asynchronous: true, timeout: 60, memory: 256, grants: [...CASE, 'secret:token'] },
} as const satisfies Record<string, FunctionSpec>;

export type DoorName = keyof typeof DOORS;
export type FunctionName = StepName | DoorName;

export const FUNCTIONS: Record<FunctionName, FunctionSpec> = { ...STEPS, ...DOORS };
