/** mail-events: a mail that bounced or was complained about becomes a person's task, never silence. */
import * as z from 'zod';
import { readId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import type { EventData } from '../domain/request-events.ts';
import { openTask } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** A code of SES. Whatever else stands there is left out: it could name somebody. */
const code = z
  .string()
  .regex(/^[A-Za-z][A-Za-z-]{0,39}$/)
  .optional()
  .catch(undefined);

/** Why, under names of our own. */
const bounce = z.object({ bounceType: code, bounceSubType: code }).transform((of) => ({ type: of.bounceType, subType: of.bounceSubType }));
const complaint = z
  .object({ complaintFeedbackType: code, complaintSubType: code })
  .transform((of) => ({ type: of.complaintFeedbackType, subType: of.complaintSubType }));

/** What SES reports through EventBridge; other members are ignored, and new ones appear. */
const mailEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
    bounce: bounce.optional().catch(undefined),
    complaint: complaint.optional().catch(undefined),
  }),
});

type Why = Pick<EventData['mail-bounced'], 'type' | 'subType'>;

function whyOf({ type, subType }: { [member in keyof Why]: Why[member] | undefined } = {}): Why {
  return { ...(type !== undefined && { type }), ...(subType !== undefined && { subType }) };
}

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
  await recordBounce(world, request, { mailId, kind, ...whyOf(parsed.data.detail[kind]) });
  return { recorded: true };
}

/** Tells the failures of a request's mails apart. */
export function failureScope({ kind, mailId }: Pick<EventData['mail-bounced'], 'kind' | 'mailId'>): string {
  return `${kind}#${mailId}`;
}

/** Records once that a mail did not arrive or was complained about, and has somebody see to it. Repeatable. */
export async function recordBounce(world: With<never>, { id: requestId }: Request, bounced: EventData['mail-bounced']): Promise<void> {
  const { mailId, kind } = bounced;
  const { request } = await world.requests.append(requestId, {
    key: `mail-${kind}#${mailId}`,
    type: 'mail-bounced',
    at: isoNow(world),
    data: bounced,
  });
  // A complaint stops no statutory notice: somebody looks at it, and the request goes on.
  await openTask(world, request, { requestId, kind: 'mail-failed', scope: failureScope(bounced), code: kind });
}
