/** What the engine costs per execution, as a ratio to a bare loop that writes as many SQLite transactions in the same run. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import type { Definition, StateDefinition } from '../../lib/local/states/definition.ts';
import { type EngineWorld, openEngine } from './engine-world.ts';

const TURNS = 20;
const PER_TURN = 50;
const LIMIT = 2;

const invoke = (name: string, rest: Partial<StateDefinition>): StateDefinition => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...rest,
});

const definition: Definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'begin',
  States: {
    begin: { Type: 'Pass', Output: { items: [1, 2, 3, 4] }, Next: 'each' },
    each: {
      Type: 'Map',
      Items: '{% $states.input.items %}',
      ItemProcessor: { StartAt: 'one', States: { one: invoke('echo', { End: true }) } },
      Output: '{% { "sum": $sum($states.result) } %}',
      Next: 'which',
    },
    which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.sum = 10 %}', Next: 'last' }], Default: 'wrong' },
    last: invoke('echo', { End: true }),
    wrong: { Type: 'Fail' },
  },
};

/** Milliseconds that a piece of work takes. */
async function timed(work: () => Promise<void> | void): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Writes one row per transaction and nothing else, with the engine's own durability. */
function openBareLoop(file: string): (transactions: number) => void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO event (body) VALUES (?)');
  const body = JSON.stringify({ state: 'each', input: { items: [1, 2, 3, 4] }, variables: {}, retries: {} });
  return (transactions) => {
    for (let count = 0; count < transactions; count += 1) {
      db.exec('BEGIN IMMEDIATE');
      insert.run(body);
      db.exec('COMMIT');
    }
  };
}

/** Engine and bare loop take turns, so that whatever else the machine does slows both. */
async function measure(world: EngineWorld, atOnce: number): Promise<void> {
  const bareLoop = openBareLoop(join(world.folder, `bare-${atOnce}.db`));
  await world.run(PER_TURN, atOnce);
  const before = world.transitions();
  const spent = { engine: 0, bare: 0 };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const from = world.transitions();
    spent.engine += await timed(() => world.run(PER_TURN, atOnce));
    spent.bare += await timed(() => bareLoop(world.transitions() - from));
  }
  const each = (total: number): string => (total / (TURNS * PER_TURN)).toFixed(2);
  const ratio = spent.engine / spent.bare;
  const figures = `${each(spent.engine)} ms per execution, ${each(spent.bare)} ms bare`;
  console.info(
    `${atOnce} at once: ${ratio.toFixed(2)} times a bare loop of ${world.transitions() - before} transactions (${figures}; at most ${LIMIT})`,
  );
  if (ratio > LIMIT) process.exitCode = 1;
}

const world = openEngine(definition, { echo: (payload) => payload });
try {
  for (const atOnce of [1, 50]) await measure(world, atOnce);
} finally {
  await world.close();
}
