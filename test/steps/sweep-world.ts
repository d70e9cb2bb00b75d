/** A world for the sweep: hours that pass, requests that fail. */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { BUCKETS } from '../small-cloud.ts';
import { runWaves, submit, untilPlanned } from '../walk.ts';
import { HOUR, openWorlds, PERSON_EMAIL, type ReceivedMail, type TestWorld, type Worlds } from '../world.ts';

export let worlds: Worlds;
export let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

export const load = async (id: RequestId): Promise<Request> => (await world.requests.load(id))!;
export const caseOf = async (id: RequestId) => (await world.requests.loadCase(id))!;
export const typesOf = async (id: RequestId) => (await caseOf(id)).events.map(({ type }) => type);
export const sweepAt = async (id: RequestId) => (await caseOf(id)).sweepAt;

/** Every hour until the instant, as the schedule does; only the hours at which something is due cost anything. */
export async function hourlyUntil(instant: string, id: RequestId): Promise<void> {
  for (;;) {
    const at = (await world.requests.loadCase(id))?.sweepAt;
    if (at === undefined || at > new Date(instant).toISOString()) break;
    world.goTo(new Date(Math.ceil(Date.parse(at) / HOUR) * HOUR).toISOString());
    await sweep({}, world);
  }
  world.goTo(instant);
  await sweep({}, world);
}

/** The sweep comes by at an instant, late for whatever was due before. */
export async function jumpTo(instant: string): Promise<void> {
  world.goTo(instant);
  await sweep({}, world);
}

export async function failing(rights: Request['rights'] = ['access']): Promise<Request> {
  const request = await submit(world, { rights });
  const stage = await untilPlanned(world, request);
  world.systems['crm']!.fails.find = [new TypeError('down')];
  await runWaves(world, request.id, stage);
  return request;
}

export const toldTo = (token: string) => world.machine.told.filter((one) => one.token === token);

export async function objectsOf(id: RequestId): Promise<number> {
  const lists = await Promise.all(
    Object.values(BUCKETS).map((Bucket) => world.clients.s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${id}/` }))),
  );
  return lists.reduce((sum, { KeyCount }) => sum + (KeyCount ?? 0), 0);
}

/** Mails to whoever asked, oldest first: staff get theirs too. */
export async function mailsToPerson(id: RequestId): Promise<ReceivedMail[]> {
  return (await world.mails(id)).filter(({ recipients }) => recipients.includes(PERSON_EMAIL));
}

/** Goes on in another world. */
export function moveTo(other: TestWorld): void {
  world = other;
}
