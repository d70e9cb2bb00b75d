/** mail-events: a mail that bounced or was complained about becomes a person's task, never silence. */
import * as z from 'zod';
import { readId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import type { EventData } from '../domain/request-events.ts';
import { openTask } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** What SES reports through EventBridge; other members are ignored, and new ones appear. */
const mailEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
  }),
});

/** Records the report once per mail and opens a task. A report that is not about our mail is ignored. */
export async function mailEvents(event: unknown, world: With<'machine'>): Promise<{ recorded: boolean }> {
  const parsed = mailEvent.safeParse(event);
  const tags = parsed.data?.detail.mail.tags ?? {};
  const requestId = readId('req', tags['request']?.[0] ?? '');
  const mailId = tags['mail']?.[0];
  if (!parsed.success || requestId === undefined || mailId === undefined) return { recorded: false };
  const kind = parsed.data['detail-type'] === 'Email Complaint Received' ? 'complaint' : 'bounce';
  const request = await world.requests.load(requestId);
  if (request === undefined) return { recorded: false };
  await recordBounce(world, request, { mailId, kind });
  return { recorded: true };
}

/** Records once that a mail did not arrive or was complained about, and has somebody see to it. Repeatable. */
export async function recordBounce(
  world: With<never>,
  { id: requestId }: Request,
  { mailId, kind }: EventData['mail-bounced'],
): Promise<void> {
  const { request } = await world.requests.append(requestId, {
    key: `mail-${kind}#${mailId}`,
    type: 'mail-bounced',
    at: isoNow(world),
    data: { mailId, kind },
  });
  // A complaint stops no statutory notice: somebody looks at it, and the request goes on.
  await openTask(world, request, { requestId, kind: 'mail-failed', scope: `${kind}#${mailId}`, code: kind });
}
