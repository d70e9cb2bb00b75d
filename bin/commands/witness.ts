/** `quittance witness`: runs until it is told to end. */
import { once } from 'node:events';
import { runWitness as run } from '../../lib/receipts/witness/witness-command.ts';

export async function runWitness(argv: readonly string[]): Promise<number> {
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  return await run(argv, { out: console.info, err: console.error, ended });
}
