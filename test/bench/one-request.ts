/** One access request over the demo world: seconds from verified to ready, and its number of state transitions. */
import type { RequestEvent } from '../../lib/domain/request-events.ts';
import { eventually, type Laptop, startLaptop } from '../e2e/laptop.ts';
import { type Cloud, openCloud } from '../e2e/systems/cloud.ts';

const SYSTEMS = 2;
const LIMITS = { seconds: 3, transitions: 20 + 6 * SYSTEMS };
/** Known to no system, to one, to both; nothing about them needs a reviewer. */
const PEOPLE = ['nora.nirgends@example.com', 'jonas.feld@example.com', 'sam.rivers@example.net'] as const;

interface Measured {
  seconds: number;
  transitions: number;
  rows: number;
}

const instantOf = (events: readonly RequestEvent[], type: RequestEvent['type']): number =>
  Date.parse(events.find((event) => event.type === type)!.at);

/** A state is entered once per transition: https://aws.amazon.com/step-functions/pricing/ */
async function transitionsOf(cloud: Cloud, id: string): Promise<number> {
  const { arn } = (await cloud.executions()).find(({ name }) => name === id)!;
  const events = await cloud.history(arn);
  return events.filter(({ type }) => type?.endsWith('StateEntered')).length;
}

async function measure(laptop: Laptop, email: string): Promise<Measured> {
  const cloud = openCloud(laptop);
  const answer = await laptop.submit({ rights: ['access'], email, residence: 'DE' });
  await laptop.confirm(answer, email);
  const { events, request } = await eventually('an answer', async () => {
    const record = await cloud.caseOf(answer.id);
    return record.request.closedAt === undefined ? undefined : record;
  });
  const seconds = (instantOf(events, 'delivered') - instantOf(events, 'verified')) / 1000;
  const rows = request.outcomes.reduce((sum, { found }) => sum + found, 0);
  return { seconds, transitions: await transitionsOf(cloud, answer.id), rows };
}

const laptop = await startLaptop();
try {
  // The first one starts every sandbox; those that follow find them warm.
  for (const [place, email] of PEOPLE.entries()) {
    const { seconds, transitions, rows } = await measure(laptop, email);
    const missed = transitions > LIMITS.transitions || (place > 0 && seconds > LIMITS.seconds);
    console.info(
      `${place === 0 ? 'cold' : 'warm'}: ${seconds.toFixed(1)} s from verified to ready, ${transitions} transitions, ${rows} rows found (at most ${LIMITS.seconds} s, ${LIMITS.transitions} transitions)`,
    );
    if (missed) process.exitCode = 1;
  }
} finally {
  await laptop.stop();
}
