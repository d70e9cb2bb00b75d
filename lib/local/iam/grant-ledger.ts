/** Which grants of a template allowed a call: in memory, and in a file where an engineer sees what could be taken away. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { reportFault } from '../report-fault.ts';

/** One pair of an action and a resource pattern that a policy allows. */
export interface Grant {
  /** Logical id of the role, or of the resource whose policy it is. */
  holder: string;
  policy: string;
  action: string;
  resource: string;
}

export interface GrantLedger {
  /** Notes that a grant allowed a call; durable on return the first time. */
  use(grant: Grant): void;
  /** Grants that allowed at least one call, since the file was begun. */
  used(): Grant[];
  unused(): Grant[];
}

/** What the file holds. */
export interface GrantFile {
  used: Grant[];
  unused: Grant[];
}

/** A ledger over the template's grants; with a file it goes on where an earlier process ended, also by force. */
export function openGrantLedger(grants: readonly Grant[], file?: string): GrantLedger {
  const known = new Map(grants.map((grant) => [keyOf(grant), grant]));
  const before = file === undefined ? [] : readUsed(file);
  const used = new Set(before.map(keyOf).filter((key) => known.has(key)));
  const split = (wanted: boolean): Grant[] => [...known].filter(([key]) => used.has(key) === wanted).map(([, grant]) => grant);
  const write = (to: string): void => {
    const content: GrantFile = { used: split(true), unused: split(false) };
    writeFileSync(`${to}.new`, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
    renameSync(`${to}.new`, to);
  };
  return {
    use(grant) {
      const key = keyOf(grant);
      if (used.has(key) || !known.has(key)) return;
      used.add(key);
      // At most once per grant, so the whole file is written each time.
      if (file !== undefined) write(file);
    },
    used: () => split(true),
    unused: () => split(false),
  };
}

function keyOf({ holder, policy, action, resource }: Grant): string {
  return JSON.stringify([holder, policy, action, resource]);
}

function readUsed(file: string): Grant[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as GrantFile).used;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    reportFault(`${file} cannot be read: the used grants are counted anew, and nothing else is lost`, error);
    return [];
  }
}
