/** The history of keys: whichever signs is published and logged first, so that "was it good then?" has an answer for ever. */
import { statementOf } from './log/statements.ts';
import type { KeyHistory, StatementStore } from './port.ts';
import type { ReceiptKey } from './keys.ts';

export interface KeyNotes {
  history: KeyHistory;
  statements: StatementStore;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Name of the statement that a key signs from now on. */
export const keyAdded = (kid: string): string => `key-added|${kid}`;

/** Keys this process has seen in a history. */
const seen = new WeakMap<KeyHistory, Set<string>>();

/** Records a key before it signs anything that leaves; those before it are retired by it. Repeatable. */
export async function noteKey({ history, statements, now }: KeyNotes, key: ReceiptKey): Promise<void> {
  const known = seen.get(history) ?? new Set<string>();
  seen.set(history, known);
  if (known.has(key.kid)) return;
  const earlier = await history.all();
  if (!earlier.some((record) => record.key.kid === key.kid)) {
    // Strictly after those before, whatever the clock of this process says: the last of the history is the one that signs.
    const at = new Date(Math.max(now(), ...earlier.map(({ since }) => Date.parse(since) + 1))).toISOString();
    await statements.state(statementOf(keyAdded(key.kid), { kind: 'key-added', kid: key.kid }, at));
    for (const { kid } of earlier.map((record) => record.key))
      await statements.state(statementOf(`key-retired|${kid}`, { kind: 'key-retired', kid }, at));
    await history.add({ key, since: at });
  }
  known.add(key.kid);
}
