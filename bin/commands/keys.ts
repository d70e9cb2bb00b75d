/** `quittance keys`: the keys that signed receipts, and saying that one of them was in other hands. */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { compromiseKey, type Compromised, type KeyParts } from '../../lib/receipts/compromise-key.ts';
import { openKeyHistory, openLogStore, openStatements } from '../../lib/stores/log-table.ts';
import { openTable } from '../../lib/stores/table.ts';
import { readDeployed } from './log-deployment.ts';

const USAGE = `Usage: quittance keys [compromised KID [--year YEAR] [--since INDEX] [--force]] [--stage NAME] [--parameters PREFIX]

Without more it lists the keys that ever signed receipts.

  compromised KID  receipts of this key are not to be believed from a place in the log on
  --since INDEX    that place; without it the end of the log as it is now
  --force          also the key that signs now, and where receipts wait for the log
  --year YEAR      the log it is in; without it the latest

Reads and writes the deployment with the credentials of the AWS command line. Exit: 0 done, 1 refused, 3 usage.`;

const EXIT_REFUSED = 1;
const EXIT_USAGE = 3;

const REFUSALS: Record<Exclude<Compromised, { ok: true }>['reason'], string> = {
  'unknown-key': 'No receipt was signed by a key of this name: `quittance keys` lists them.',
  'no-log': 'Nothing was logged yet.',
  'not-in-the-log': 'The log has no such place: the year is not one of its years, or the index is beyond its end.',
  'still-signing':
    'It signs the receipts of today, which nobody would believe from then on. Deploy another key first (receiptKeys), or add --force.',
  'receipts-wait':
    'Receipts wait for the log, and would not be believed. Try again when they are in it (`npx quittance log audit --deployment`), or add --force.',
  'not-earlier': 'It was said before, for this place or an earlier one. What was said stays in the log.',
};

const OPTIONS = {
  year: { type: 'string' },
  since: { type: 'string' },
  stage: { type: 'string' },
  parameters: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

async function list({ history, logs }: KeyParts): Promise<number> {
  const all = await logs.logs();
  for (const [at, { key, since, compromisedSince: place }] of (await history.all()).entries()) {
    const origin = all.find(({ year }) => year === place?.year)?.origin;
    const last = at === (await history.all()).length - 1;
    const state = place === undefined ? (last ? 'active' : 'retired') : `compromised since ${origin} ${place.index}`;
    console.info(`${key.kid}  since ${since.slice(0, 10)}  ${state}`);
  }
  return 0;
}

async function open(asked: { stage?: string | undefined; parameters?: string | undefined }): Promise<KeyParts> {
  const { region, log } = await readDeployed(asked);
  const table = openTable(new DynamoDBClient({ region }), log.table);
  const now = (): number => Date.now();
  return { history: openKeyHistory(table), statements: openStatements(table, now), logs: openLogStore(table), now };
}

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

async function run(argv: readonly string[]): Promise<number | undefined> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  const [act, kid, ...more] = positionals;
  const [year, index] = [numberIn(values.year), numberIn(values.since)];
  const whole = [year, index].every((value) => value === undefined || (Number.isSafeInteger(value) && value >= 0));
  if (values.help === true || more.length > 0 || !whole || (act !== undefined && (act !== 'compromised' || kid === undefined)))
    return undefined;
  const parts = await open(values);
  if (act === undefined) return await list(parts);
  const done = await compromiseKey(parts, kid!, {
    ...(year !== undefined && { year }),
    ...(index !== undefined && { index }),
    force: values.force === true,
  });
  if (!done.ok) {
    console.error(REFUSALS[done.reason]);
    return EXIT_REFUSED;
  }
  console.info(
    `Receipts of ${kid} logged from ${done.since.origin} ${done.since.index} on are not to be believed. Published; logged with the next receipt, at latest within the hour.`,
  );
  return 0;
}

/** Runs the command; returns its exit code. */
export async function runKeys(argv: readonly string[]): Promise<number> {
  try {
    const code = await run(argv);
    if (code !== undefined) return code;
    console.error(USAGE);
    return argv.includes('--help') ? 0 : EXIT_USAGE;
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    console.error(code?.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : `The deployment cannot be read or written: ${name}`);
    return code?.startsWith('ERR_PARSE_ARGS') ? EXIT_USAGE : EXIT_REFUSED;
  }
}
