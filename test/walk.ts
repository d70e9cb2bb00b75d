/** Walks a request through its steps in the order of the machine, trying each again after a crash as the machine does. */
import { TransientError } from '../lib/domain/errors.ts';
import type { RequestId } from '../lib/domain/ids.ts';
import type { Request } from '../lib/domain/request.ts';
import type { Action } from '../lib/domain/rights.ts';
import { makeToken } from '../lib/domain/tokens.ts';
import { acknowledge } from '../lib/steps/acknowledge.ts';
import { assessRequest } from '../lib/steps/assess-request.ts';
import { awaitFetch } from '../lib/steps/await-fetch.ts';
import { confirmByLink } from '../lib/steps/confirm-address.ts';
import { decideReview } from '../lib/steps/decide-review.ts';
import { deliver } from '../lib/steps/deliver.ts';
import { erase } from '../lib/steps/erase.ts';
import { exportData } from '../lib/steps/export.ts';
import { find } from '../lib/steps/find.ts';
import { handToPerson } from '../lib/steps/hand-to-person.ts';
import { type Intake, takeIn } from '../lib/steps/intake.ts';
import type { Reachable } from '../lib/domain/person.ts';
import { issueReceipt } from '../lib/steps/issue-receipt.ts';
import { packageResponse } from '../lib/steps/package-response.ts';
import { type Following, planSystems } from '../lib/steps/plan-systems.ts';
import { recordWave } from '../lib/steps/record-wave.ts';
import { reviewAndRedact } from '../lib/steps/review-and-redact.ts';
import { silenceEndsAt } from '../lib/steps/silence.ts';
import { verify } from '../lib/steps/verify.ts';
import { verifyRequester } from '../lib/steps/verify-requester.ts';
import { waitId } from '../lib/steps/waiting.ts';
import { SimulatedCrash } from './fuse.ts';
import { MINUTE, PERSON_EMAIL, SECRET, type TestWorld } from './world.ts';

const MOST_TRIES = 80;

/** Runs a step until it ends well: after a crash, or a failure that may pass, in a new process six minutes later. */
export async function persevere<T>(world: TestWorld, step: string, run: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    world.fuse.step = step;
    try {
      const result = await run();
      if (!world.fuse.blown) return result;
    } catch (error) {
      if (!(error instanceof SimulatedCrash) && !(error instanceof TransientError)) throw error;
    }
    world.fuse.mend('plan');
    world.pass(6 * MINUTE);
  }
  throw new Error(`${step} does not come to an end`);
}

/** Runs something that a crash may end; nobody tries again. True if it crashed. */
export async function crashes(world: TestWorld, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof SimulatedCrash)) throw error;
  }
  const { blown } = world.fuse;
  world.fuse.mend();
  return blown;
}

let submissions = 0;

/** A submission nobody sent before. */
export function submission(more: Partial<Intake & { person: Reachable }> = {}): Intake & { person: Reachable } {
  submissions += 1;
  const person = { email: PERSON_EMAIL, identifiers: {} };
  return { rights: ['access'], person, residence: 'DE', lang: 'en', channel: 'web', idempotencyKey: `key-${submissions}`, ...more };
}

/** A request just received. */
export async function submit(world: TestWorld, more: Partial<Intake> = {}): Promise<Request> {
  const intake = { ...submission(), ...more };
  const taken = await persevere(world, 'intake', () => takeIn(world, intake));
  if (!taken.ok) throw new Error('The key was used before');
  return taken.request;
}

/** The link in the mail. */
export const verifyLink = (id: RequestId): string => makeToken(SECRET, 'verify', { id });

/** Acknowledged and assessed; if nothing comes before it, the person's address is asked for. */
export async function untilAsked(world: TestWorld, { id }: Request): Promise<Following> {
  await persevere(world, 'acknowledge', () => acknowledge({ requestId: id }, world));
  await persevere(world, 'assess-request', () => assessRequest({ requestId: id, silent: false }, world));
  const next = await persevere(world, 'plan-systems', () => planSystems({ requestId: id }, world));
  if (next.next === 'verify') await ask(world, id);
  return next;
}

const ask = (world: TestWorld, requestId: RequestId): Promise<void> =>
  persevere(world, 'verify-requester', () => verifyRequester({ requestId, taskToken: 'verify-token' }, world));

/** Confirmed by its link, assessed and planned. */
export async function untilPlanned(world: TestWorld, request: Request): Promise<Following> {
  const { id } = request;
  const first = await untilAsked(world, request);
  if (first.next !== 'verify') return first;
  await persevere(world, 'confirm-address', () => confirmByLink(world, verifyLink(id)));
  return await persevere(world, 'plan-systems', () => planSystems({ requestId: id }, world));
}

/** Nobody confirmed the address in time: the time is over, and the machine goes on. */
export async function endSilence(world: TestWorld, request: Request): Promise<Following> {
  const { id } = request;
  world.goTo(new Date(Math.max(world.now(), silenceEndsAt(request, world.configuration))).toISOString());
  await persevere(world, 'assess-request', () => assessRequest({ requestId: id, silent: true }, world));
  return await persevere(world, 'plan-systems', () => planSystems({ requestId: id }, world));
}

export interface Scope {
  requestId: RequestId;
  system: string;
  pass: Action;
  round: number;
}

async function exportAll(world: TestWorld, scope: Scope): Promise<void> {
  let cursor = '';
  do {
    const from = cursor;
    ({ cursor } = await persevere(world, `export ${scope.system} ${from}`, () => exportData({ ...scope, cursor: from }, world)));
  } while (cursor !== '');
}

async function branchOf(world: TestWorld, scope: Scope): Promise<void> {
  const { found } = await persevere(world, `find ${scope.pass} ${scope.system}`, () => find(scope, world));
  if (found === 0) return;
  if (scope.pass === 'export') return await exportAll(world, scope);
  await persevere(world, `erase ${scope.system}`, () => erase(scope, world));
  const { left } = await persevere(world, `verify ${scope.system}`, () => verify(scope, world));
  if (left > 0) await handOver(world, scope, 'StillHoldsData');
}

/** The token of the task that a failed system became. */
export const handToken = ({ system, pass, round }: Omit<Scope, 'requestId'>): string => `hand-${pass}-${round}-${system}`;

async function handOver(world: TestWorld, scope: Scope, error: string): Promise<void> {
  const task = { ...scope, kind: 'system-failed' as const, scope: `${scope.system}#0`, error, taskToken: handToken(scope) };
  await persevere(world, `hand-to-person ${scope.system}`, () => handToPerson(task, world));
}

/** One system in one wave, as its branch of the machine; what fails becomes a person's task. */
export async function runBranch(world: TestWorld, scope: Scope): Promise<void> {
  try {
    await branchOf(world, scope);
  } catch (error) {
    await handOver(world, scope, (error as Error).name);
  }
}

/** True if a system waits for a person. */
async function waits(world: TestWorld, id: RequestId): Promise<boolean> {
  const record = await world.requests.loadCase(id);
  return record!.request.tasks.some(({ kind }) => kind === 'system-failed');
}

/** Runs the waves of a stage; stops before a wave is recorded while one of its systems waits for a person. */
export async function runWaves(world: TestWorld, id: RequestId, stage: Following): Promise<{ review: boolean; waiting: boolean }> {
  const { round } = stage;
  const pass = stage.pass as Action;
  let { systems, wave } = stage;
  let review = false;
  while (systems.length > 0) {
    for (const system of systems) await runBranch(world, { requestId: id, system, pass, round });
    if (await waits(world, id)) return { review, waiting: true };
    const at = wave;
    ({ systems, wave, review } = await persevere(world, `record-wave ${pass}`, () =>
      recordWave({ requestId: id, pass, round, wave: at }, world),
    ));
  }
  return { review, waiting: false };
}

async function reviewed(world: TestWorld, request: Request, round: number): Promise<void> {
  const requestId = request.id;
  await persevere(world, 'review-and-redact', () => reviewAndRedact({ requestId, round, taskToken: `review-${round}` }, world));
  const taskId = waitId(request, 'review', `review#${round}`);
  await persevere(world, 'decide-review', () => decideReview(world, { requestId, taskId, released: [], by: 'renate' }));
}

/** Packages, signs and delivers what a pass has brought. */
export async function handOut(
  world: TestWorld,
  id: RequestId,
  { pass, round }: { pass: Action | 'none'; round: number },
): Promise<Following> {
  for (let part = 1, more = pass === 'export'; more; part += 1) {
    ({ more } = await persevere(world, `package-response ${part}`, () => packageResponse({ requestId: id, round, part }, world)));
  }
  await persevere(world, `issue-receipt ${pass}`, () => issueReceipt({ requestId: id, pass, round }, world));
  return await persevere(world, `deliver ${pass}`, () => deliver({ requestId: id, pass, round }, world));
}

/** From the plan to the end, to the wait for a download, or to a system that waits for a person. */
export async function untilItWaits(world: TestWorld, request: Request, from?: Following): Promise<Following | 'waiting'> {
  let next = from ?? (await persevere(world, 'plan-systems', () => planSystems({ requestId: request.id }, world)));
  while (next.next === 'stage') {
    const { pass, round } = next;
    const { review, waiting } = await runWaves(world, request.id, next);
    if (waiting) return 'waiting';
    if (review && pass === 'export') await reviewed(world, request, round);
    next = await handOut(world, request.id, { pass: pass as Action, round });
  }
  if (next.next === 'await-fetch') {
    await persevere(world, 'await-fetch', () => awaitFetch({ requestId: request.id, taskToken: 'fetch-token' }, world));
  }
  return next;
}

/** A request walked from intake until it waits or ends. */
export async function walk(world: TestWorld, more: Partial<Intake> = {}): Promise<Request> {
  const request = await submit(world, more);
  await untilItWaits(world, request, await untilPlanned(world, request));
  return (await world.requests.load(request.id))!;
}

/**
 * Lets an act die after each of its effects in turn, each time from the same beginning, and looks at what is left.
 * Returns how many effects there were.
 */
export async function atEveryEffect(
  world: TestWorld,
  { act, look }: { act: (world: TestWorld) => Promise<unknown>; look: (world: TestWorld) => Promise<void> },
): Promise<number> {
  const back = await world.remember();
  for (let n = 1; ; n += 1) {
    const again = await back();
    again.fuse.blowAt(n, 'after');
    if (!(await crashes(again, () => act(again)))) return n - 1;
    await look(again);
  }
}
