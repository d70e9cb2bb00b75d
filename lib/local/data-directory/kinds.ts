/** What lies in a data directory: how each kind of file lives, what is lost with it, and how to go on without it. */

/**
 * `fixed`: stays as it was made. `kept`: changes, but stays. `final`: may go away, but never changes.
 * `appended`: may go away, and only grows. `loose`: may change and go away.
 */
export type Habit = 'fixed' | 'kept' | 'final' | 'appended' | 'loose';

export interface Kind {
  habit: Habit;
  /** What the file is for, and so what is lost with it. */
  use: string;
  /** A way on that gives up no more than this file. */
  remedy?: string;
}

const demo = { use: "the demo's shop and CRM", remedy: 'remove the folder demo: the demo world is then made anew' };
const dynamodb = 'the tables: requests, events, receipts, case keys';
const mail = { use: 'one sent mail', remedy: 'remove its .eml and its .json: the mail is then gone from the list' };

const kinds: readonly [RegExp, Kind][] = [
  [/^kms\//, { habit: 'fixed', use: 'a KMS key: without it nothing it signed can be continued and nothing it encrypted can be read' }],
  [/^secrets\.json$/, { habit: 'fixed', use: 'the secret behind links, codes and sessions, and with it every one handed out' }],
  [/^oidc\//, { habit: 'fixed', use: 'the key of staff sign-in' }],
  [/^ssm\/key$/, { habit: 'fixed', use: 'the key of all secure parameters' }],
  [/^ssm\//, { habit: 'kept', use: 'the parameters, with the secrets of connected systems' }],
  [/^credentials\.json$/, { habit: 'kept', use: 'the access keys, and with them every link signed with one' }],
  [/^clock\.json$/, { habit: 'kept', use: 'how far the clock was set ahead' }],
  [/^events\/[^/]*\.db$/, { habit: 'kept', use: 'when each schedule last ran' }],
  [/^async\/[^/]*\.db$/, { habit: 'kept', use: 'the asynchronous invocations that are not done yet' }],
  [/^states\/[^/]*\.db$/, { habit: 'kept', use: 'the executions: where every running request stands' }],
  [/^s3\/index\.sqlite$/, { habit: 'kept', use: 'which objects the buckets hold' }],
  [/^data-directory\.json$/, { habit: 'kept', use: 'the list of all other files: without it nobody can tell whether one is lost' }],
  [/^s3\/blobs\//, { habit: 'final', use: 'the bytes of an object' }],
  [/^dynamodb\/CURRENT$/, { habit: 'kept', use: dynamodb }],
  [/^dynamodb\/.*\.ldb$/, { habit: 'final', use: dynamodb }],
  [/^dynamodb\//, { habit: 'appended', use: dynamodb }],
  [/^mail\//, { habit: 'fixed', ...mail }],
  [/^demo\/shop(?:\.loaded|\/PG_VERSION)$/, { habit: 'fixed', ...demo }],
  [/^demo\/(?:demo\.json|crm\.sqlite)$/, { habit: 'kept', ...demo }],
  [/^demo\//, { habit: 'loose', ...demo }],
];

const other: Kind = { habit: 'loose', use: 'what belongs to the files beside it' };

/** The kind of a file, by its path below the data directory. */
export function kindOf(path: string): Kind {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? other;
}

const roots = new Set([
  'async',
  'clock.json',
  'credentials.json',
  'demo',
  'dynamodb',
  'events',
  'kms',
  'mail',
  'oidc',
  's3',
  'secrets.json',
  'ssm',
  'states',
]);

/** Whether something would be lost with a file or folder at the top. The others are locks, logs, caches or not ours. */
export function isKept(name: string): boolean {
  return roots.has(name);
}

/** Locks, logs and drafts among what is kept. */
export function isPassing(path: string): boolean {
  return /^(?:dynamodb\/(?:LOCK|LOG|LOG\.old)|demo\/shop\.lock|.*\.new|.*-shm|.*-journal)$/.test(path);
}
