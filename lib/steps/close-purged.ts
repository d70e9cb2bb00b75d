/** close-purged: once the data of a request are gone, a last receipt says so; nobody is mailed, the address is gone with them. */
import { buildClosureReceipt } from '../receipts/build-closure.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { recordedAs, recordReceipt, type RecordingWorld, subjectRefOf } from './record-receipt.ts';

const PURGED = { kind: 'closure', fact: 'purged' } as const;

/** Issues the receipt of what `purged` records, once. Repeatable. */
export async function closePurged(world: RecordingWorld, { request, events }: CaseRecord): Promise<void> {
  const { purgedAt, irrecoverableFrom } = request;
  if (purgedAt === undefined || irrecoverableFrom === undefined || events.some(({ key }) => key === recordedAs(PURGED))) return;
  const subjectRef = await subjectRefOf(world, request);
  // Nobody holds a receipt of this case that another one could follow.
  if (subjectRef === undefined) return;
  const context = { request, configuration: world.configuration, baseUrl: world.baseUrl, subjectRef };
  const closure = { reason: 'purged' as const, at: purgedAt, purgedAt, irrecoverableFrom };
  await recordReceipt(world, request, {
    ...PURGED,
    unhurried: true,
    build: (frame) => buildClosureReceipt({ ...context, closure }, frame),
  });
}
