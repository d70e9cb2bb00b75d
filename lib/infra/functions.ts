/** Every Lambda function of the product: what it is called, how long it may take, and what it may touch. */

/** What a function may do, in words that `grants.ts` turns into least-privilege statements. */
export type Grant =
  // The requests table: list a request's items, get one, put one, change one, remove one.
  | 'requests:list'
  | 'requests:get'
  | 'requests:put'
  | 'requests:change'
  | 'requests:remove'
  // Its indexes.
  | 'index:lists'
  | 'index:sweep'
  | 'case-key:create'
  | 'case-key:open'
  | 'case-key:destroy'
  // The receipts of a case, and one of which only the id is known.
  | 'receipts:list'
  | 'receipts:find'
  | 'receipts:write'
  | 'receipts:erase'
  | 'receipts:sign'
  | 'receipts:keys'
  // The public files of the log, and putting receipts into it.
  | 'log:read'
  | 'log:write'
  // What systems returned.
  | 'exports:read'
  | 'exports:write'
  // Mails as sent and as they came, kept in the vault until the purge.
  | 'mails:keep'
  // And reading them, with what was attached.
  | 'mails:read'
  // Letters that staff scan.
  | 'scans:keep'
  | 'mails:send'
  | 'vault:purge'
  | 'delivery:write'
  | 'delivery:read'
  | 'delivery:purge'
  // Mails as SES received them.
  | 'inbound:read'
  | 'inbound:remove'
  | 'inbound:aside'
  // Those that were set aside, and putting one back.
  | 'inbound:aside-read'
  | 'inbound:put-back'
  | 'machine:start'
  | 'machine:see'
  | 'machine:stop'
  | 'machine:tell'
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

/** Reading a request and appending to it: what every step does. */
const CASE = ['requests:list', 'requests:put'] as const;
/** Opening what the execution waits for, and telling it a result that is already there. */
const WAIT = ['requests:change', 'machine:tell'] as const;
/** Ending a wait: the recorded result is re-read when somebody was faster. */
const END_WAIT = [...WAIT, 'requests:get'] as const;
/** A mail is built from the person's details, claimed, stored sealed, sent, and marked. */
const MAIL = ['requests:get', 'requests:change', 'case-key:open', 'mails:keep', 'mails:send', 'secret:token'] as const;
/** A receipt is built from the case, signed behind the last one, stored, and brought into the log. */
const RECEIPT = ['case-key:open', 'receipts:list', 'receipts:write', 'receipts:sign', 'log:read', 'log:write', 'secret:token'] as const;
/** A step that talks to a connected system. */
const SYSTEM = [...CASE, 'case-key:open', 'secret:connectors'] as const;

/** The steps of the machine: the same names as the files in `lib/steps` and the states. */
export const STEPS = {
  acknowledge: { timeout: 120, memory: 512, grants: [...CASE, ...MAIL, ...RECEIPT] },
  'verify-requester': { timeout: 60, memory: 512, grants: [...CASE, ...MAIL, ...WAIT] },
  'assess-request': { timeout: 60, memory: 256, grants: CASE },
  'plan-systems': { timeout: 60, memory: 256, grants: CASE },
  find: { timeout: 120, memory: 512, grants: SYSTEM },
  export: { timeout: 840, memory: 1024, grants: [...SYSTEM, 'exports:write'] },
  erase: { timeout: 300, memory: 512, grants: SYSTEM },
  verify: { timeout: 120, memory: 512, grants: SYSTEM },
  'start-later': { timeout: 60, memory: 512, grants: [...SYSTEM, ...WAIT, 'secret:token'] },
  'hand-to-person': { timeout: 60, memory: 256, grants: [...CASE, ...WAIT, 'requests:get'] },
  'record-wave': { timeout: 60, memory: 256, grants: CASE },
  'review-and-redact': { timeout: 60, memory: 256, grants: [...CASE, ...WAIT] },
  'package-response': { timeout: 900, memory: 1024, grants: [...CASE, 'case-key:open', 'exports:read', 'delivery:write'] },
  'issue-receipt': { timeout: 120, memory: 512, grants: [...CASE, ...RECEIPT] },
  deliver: { timeout: 60, memory: 512, grants: [...CASE, ...MAIL, 'receipts:list', 'log:read'] },
  'await-answer': { timeout: 60, memory: 256, grants: [...CASE, ...END_WAIT] },
  'await-fetch': { timeout: 60, memory: 256, grants: [...CASE, ...END_WAIT] },
  'park-request': { timeout: 60, memory: 256, grants: [...CASE, ...WAIT] },
} as const satisfies Record<string, FunctionSpec>;

export type StepName = keyof typeof STEPS;

/** Functions that people, clocks and events reach: each thing that could be abused has a door of its own. */
export const DOORS = {
  web: {
    timeout: 29,
    memory: 512,
    grants: [
      ...CASE,
      ...END_WAIT,
      'case-key:create',
      'case-key:open',
      'receipts:list',
      'receipts:find',
      'receipts:keys',
      'log:read',
      'machine:start',
      'machine:stop',
      'secret:token',
    ],
  },
  letters: { timeout: 29, memory: 512, grants: [...CASE, ...MAIL] },
  download: { timeout: 29, memory: 256, grants: [...CASE, ...END_WAIT, 'delivery:read', 'secret:token'] },
  callback: { timeout: 29, memory: 512, grants: [...CASE, ...END_WAIT, 'case-key:open', 'exports:write', 'secret:token'] },
  console: {
    timeout: 29,
    memory: 512,
    grants: [
      ...CASE,
      ...END_WAIT,
      'index:lists',
      'case-key:create',
      'case-key:open',
      'receipts:list',
      'exports:read',
      'mails:read',
      'scans:keep',
      'inbound:aside-read',
      'inbound:put-back',
      'machine:start',
      'machine:stop',
      'secret:staff',
      'secret:token',
    ],
  },
  sweep: {
    asynchronous: true,
    timeout: 600,
    memory: 512,
    grants: [
      ...CASE,
      ...END_WAIT,
      ...MAIL,
      ...RECEIPT,
      'index:sweep',
      'requests:remove',
      'receipts:erase',
      'case-key:destroy',
      'vault:purge',
      'delivery:purge',
      'machine:start',
      'machine:see',
      'machine:stop',
    ],
  },
  'execution-events': {
    asynchronous: true,
    timeout: 60,
    memory: 256,
    grants: ['requests:list', 'requests:change', 'machine:see', 'machine:start'],
  },
  'close-withdrawn': { asynchronous: true, timeout: 120, memory: 512, grants: [...CASE, ...MAIL, ...RECEIPT] },
  'mail-events': { asynchronous: true, timeout: 60, memory: 256, grants: [...CASE, 'requests:change'] },
} as const satisfies Record<string, FunctionSpec>;

export type DoorName = keyof typeof DOORS;

/** Doors for mail that comes in: only where the configuration names a mailbox. */
export const MAIL_DOORS = {
  'receive-mail': {
    asynchronous: true,
    timeout: 120,
    memory: 1024,
    grants: [...CASE, ...MAIL, 'case-key:create', 'machine:start', 'inbound:read', 'inbound:remove', 'inbound:aside'],
  },
} as const satisfies Record<string, FunctionSpec>;

export type MailDoorName = keyof typeof MAIL_DOORS;
export type FunctionName = StepName | DoorName | MailDoorName;

export const FUNCTIONS: Record<FunctionName, FunctionSpec> = { ...STEPS, ...DOORS, ...MAIL_DOORS };
