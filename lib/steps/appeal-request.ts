/** appeal-request: the person asks that a refusal be looked at again; that is a request of its own, with its own clock. */
import { appealable, type Appealable, contestedRights, decidersOf, standingOf } from '../domain/appeal.ts';
import { civilDateIn } from '../domain/clock/deadline.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { isClosed, type Request } from '../domain/request.ts';
import type { NamedRequest } from '../domain/request-events.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { openPerson } from './casework.ts';
import { type Intake, type IntakeWorld, takeIn, wasTakenIn } from './intake.ts';
import { isoNow, type With } from './world.ts';

export type Appealed =
  | { ok: true; appeal: Request }
  /** An appeal with other words is open: it is named where it is known. */
  | { ok: false; reason: 'under-way'; appeal?: NamedRequest }
  /** The answer has been looked at again, and nothing was answered since. */
  | { ok: false; reason: 'decided'; appeal: NamedRequest }
  | { ok: false; reason: 'unknown' | Exclude<Appealable, { ok: true }>['reason'] };

/** The appeal as it would be taken in: the same key for the same number of appeals before it, so that a double click is one. */
async function intakeOf(
  world: IntakeWorld,
  { request: original, events }: CaseRecord,
  { laws, words, number }: { laws: string[]; words: string | undefined; number: number },
): Promise<Intake> {
  const { id, reference } = original;
  const { note: _before, ...details } = openPerson(original, await world.caseKeys.open(id));
  const person: Person = words === undefined ? details : { ...details, note: words };
  return {
    rights: ['appeal'],
    person,
    ...(original.residence === undefined ? {} : { residence: original.residence }),
    lang: original.lang,
    channel: 'web',
    idempotencyKey: `appeal:${id}:${number}`,
    appeal: { of: { id, reference, refused: contestedRights(original), deciders: [...decidersOf(events)] }, laws },
  };
}

/**
 * What follows from the first event of an appeal: the original names it, and its sender is known by the link they came by, which
 * is only ever mailed to the address. Repeatable; the acknowledgement does it again after a crash.
 */
export async function linkAppeal(world: With<never>, appeal: Request): Promise<void> {
  const { appealOf, id, reference, receivedAt } = appeal;
  if (appealOf === undefined) return;
  const at = isoNow(world);
  // The original's record may have been erased meanwhile: the appeal goes on without it.
  if ((await world.requests.load(appealOf.id)) !== undefined) {
    await world.requests.append(appealOf.id, { key: `appealed#${id}`, type: 'appealed', at: receivedAt, data: { appeal: id, reference } });
  }
  if (appeal.verifiedAt === undefined && !isClosed(appeal)) {
    await world.requests.append(id, { key: 'verified', type: 'verified', at, data: { method: 'link' } });
  }
}

/** Takes an appeal in, once; `requestId` is the request whose answer it is about, named by a link mailed to the person. */
export async function appealRequest(
  world: IntakeWorld,
  { requestId, words }: { requestId: RequestId; words?: string | undefined },
): Promise<Appealed> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const { request: original } = record;
  const possible = appealable(original, civilDateIn(world.configuration.controller.zone, isoNow(world)));
  if (!possible.ok) return possible;
  if (!(await world.caseKeys.exists(requestId))) return { ok: false, reason: 'purged' };
  const last = original.appeals.at(-1);
  const standing = standingOf(original, last && (await world.requests.load(last.id)));
  if (last !== undefined && standing === 'decided') return { ok: false, reason: 'decided', appeal: last };
  const number = original.appeals.length - (standing === 'open' ? 1 : 0);
  const intake = await intakeOf(world, record, { laws: possible.laws, words, number });
  if (last !== undefined && standing === 'open') return await sameAppeal(world, intake, last);
  const taken = await takeIn(world, intake);
  if (!taken.ok) return { ok: false, reason: 'under-way' };
  await linkAppeal(world, taken.request);
  return { ok: true, appeal: taken.request };
}

/** An appeal that is open: sent once more it is the same one; with other words it would be lost, so its sender is told. */
async function sameAppeal(world: IntakeWorld, intake: Intake, open: NamedRequest): Promise<Appealed> {
  const appeal = (await wasTakenIn(world, intake)) ? await world.requests.load(open.id) : undefined;
  if (appeal === undefined) return { ok: false, reason: 'under-way', appeal: open };
  await linkAppeal(world, appeal);
  return { ok: true, appeal };
}
