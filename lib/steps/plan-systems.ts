/** plan-systems: which systems are asked next, in which waves, and whether a deletion still waits for the download. */
import { Temporal } from 'temporal-polyfill';
import type { RequestId } from '../domain/ids.ts';
import { holdUntil, type Next, nextStage, planWaves, rightsToAnswer, type Stage, nextWave } from '../domain/plan.ts';
import type { Request } from '../domain/request.ts';
import { passesOf } from '../domain/rights.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf } from './casework.ts';
import { silenceEndsAt } from './silence.ts';
import { isoNow, type With } from './world.ts';

export type PlanWorld = With<never>;

/** Where the machine goes on. Every member is always there: an expression over a missing one is a fault. */
export interface Following {
  next: Next['next'];
  pass: string;
  round: number;
  /** The systems of the next wave and its number. */
  systems: string[];
  wave: number;
  /** How long the confirmation, or the download, may take. */
  verifySeconds: number;
  fetchSeconds: number;
}

const NOTHING = { pass: 'none', round: 0, systems: [], wave: 0, verifySeconds: 1, fetchSeconds: 1 };
/** However near the date is: whoever is asked gets at least an hour. */
const LEAST_SECONDS_TO_VERIFY = 3600;

function stageAnswer(stage: Stage, record: CaseRecord): Following {
  const { systems, wave } = nextWave(stage, record.events);
  return { ...NOTHING, next: 'stage', pass: stage.pass, round: stage.round, systems, wave };
}

function holdEndsAt(world: PlanWorld, request: Request): number {
  const { zone } = world.configuration.controller;
  return Temporal.PlainDate.from(holdUntil(request)).toZonedDateTime(zone).epochMilliseconds;
}

function secondsToVerify({ configuration, now }: PlanWorld, request: Request): number {
  return Math.max(LEAST_SECONDS_TO_VERIFY, Math.ceil((silenceEndsAt(request, configuration) - now()) / 1000));
}

/** What comes next by the events; ends the wait for a download whose time is up. */
export async function following(world: PlanWorld, requestId: RequestId): Promise<Following> {
  const record = await caseOf(world, requestId);
  const next = nextStage(world.configuration, record.request);
  if (next.next === 'stage') return stageAnswer(next, record);
  if (next.next === 'verify') return { ...NOTHING, next: 'verify', verifySeconds: secondsToVerify(world, record.request) };
  if (next.next !== 'await-fetch') return { ...NOTHING, next: next.next };
  const seconds = Math.ceil((holdEndsAt(world, record.request) - world.now()) / 1000);
  if (seconds > 0) return { ...NOTHING, next: 'await-fetch', fetchSeconds: seconds };
  await world.requests.append(requestId, { key: 'fetch-ended', type: 'fetch-ended', at: isoNow(world), data: { how: 'window-ended' } });
  return stageAnswer(next.then, record);
}

/** Records the plan once and says where to begin or go on. */
export async function planSystems({ requestId }: { requestId: RequestId }, world: PlanWorld): Promise<Following> {
  const { request, events } = await caseOf(world, requestId);
  if (!events.some(({ type }) => type === 'planned')) {
    const passes = passesOf(rightsToAnswer(request));
    const waves = planWaves(world.configuration, passes.includes('erase') ? 'erase' : 'export');
    await world.requests.append(requestId, { key: 'planned', type: 'planned', at: isoNow(world), data: { waves, passes } });
  }
  return await following(world, requestId);
}
