/** Letters to be posted and mails that did not arrive, for the staff pages. */
import { newId } from '../../../lib/domain/ids.ts';
import type { EventData } from '../../../lib/domain/request-events.ts';
import type { Request } from '../../../lib/domain/request.ts';
import { failureScope } from '../../../lib/steps/mail-events.ts';
import { waitId } from '../../../lib/steps/waiting.ts';
import type { LetterToPost } from '../../../lib/web/console/post-port.ts';
import type { World } from './world.ts';

const CLAIMED = { claimedAt: '2026-11-16T09:31:00Z' };

export const PAPER: LetterToPost = {
  kind: 'fulfilment#export#1',
  writtenOn: '2026-11-16',
  paper: { to: ['Mara <b>Winter</b>', 'Heidestraße 17', '51147 Köln'], enclosures: ['receipt.pdf'], hasCopy: true },
};

/** An answer to be printed and posted; its request has ended. */
export function addPost(world: World, letter: Partial<LetterToPost> = {}): Request {
  const mail = { mailId: 'letter-1', kind: 'fulfilment#export#1', ...CLAIMED, paper: true as const };
  const { id } = world.add({
    dueOn: '2026-12-02',
    received: { channel: 'post', lang: 'de' },
    since: [
      { type: 'task-opened', data: { taskId: newId('task', 1_794_000_000_000), kind: 'post', code: mail.mailId }, hoursAgo: 90 },
      { type: 'closed', data: { outcome: 'answered' }, hoursAgo: 90 },
    ],
    parts: {
      mails: [mail, { ...mail, mailId: 'letter-0', kind: 'acknowledgement', sentAt: '2026-11-17' }],
      letters: { [mail.mailId]: { ...PAPER, ...letter } },
    },
  });
  return world.request(id);
}

/** A mail that came back. */
export function addBounced(world: World, failure: Partial<EventData['mail-bounced']> = {}, kind = 'acknowledgement'): Request {
  const data = { mailId: 'mail-1', kind: 'bounce' as const, ...failure };
  const request = world.add({ dueOn: '2026-12-03', parts: { mails: [{ mailId: 'mail-1', kind, ...CLAIMED, sentAt: CLAIMED.claimedAt }] } });
  const taskId = waitId(request, 'mail-failed', failureScope(data));
  world.happen(request.id, { type: 'mail-bounced', data });
  world.happen(request.id, { type: 'task-opened', data: { taskId, kind: 'mail-failed', code: data.kind } });
  return world.request(request.id);
}
