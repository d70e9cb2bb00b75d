/** An appeal that waits for its decision, and the answer it is about, for tests of the staff pages. */
import type { Request } from '../../../lib/domain/request.ts';
import type { Right } from '../../../lib/domain/rights.ts';
import { decisionWait } from '../../../lib/steps/decide-appeal.ts';
import type { World } from './world.ts';

export interface AppealCase {
  original: Request;
  appeal: Request;
  path: string;
}

/** `deciders` are those who refused the first time; with `gone` the record of the first answer has been erased. */
export function addAppeal(
  world: World,
  { deciders = ['somebody-else'], refused = ['erasure'], gone = false }: { deciders?: string[]; refused?: Right[]; gone?: boolean } = {},
): AppealCase {
  const ground = {
    code: 'manifestly_unfounded_excessive_repetitive',
    law: 'Va. Code 59.1-577(B)(3)',
    text: 'Your request is repetitive.',
  };
  const original = world.add({
    dueOn: '2026-11-28',
    received: { law: 'us-va', rights: refused, residence: 'US-VA' },
    since: [
      { type: 'refused', data: { by: deciders[0]!, scope: 'full', rights: refused, grounds: [ground], reason: 'Asked eleven times' } },
      { type: 'closed', data: { outcome: 'denied' } },
    ],
  });
  const appealOf = { id: original.id, reference: original.reference, refused, deciders };
  const { id } = world.add({
    dueOn: '2027-01-04',
    received: { law: 'us-va', rights: ['appeal'], residence: 'US-VA', lang: 'de', appealOf },
    since: [{ type: 'verified', data: { method: 'link' }, hoursAgo: 300 }],
  });
  const taskId = decisionWait(world.request(id));
  world.happen(id, { type: 'task-opened', data: { taskId, kind: 'act', pass: 'act' }, hoursAgo: 200 });
  world.happen(original.id, { type: 'appealed', data: { appeal: id, reference: world.request(id).reference } });
  if (gone) world.cases.delete(original.id);
  return { original, appeal: world.request(id), path: `/staff/requests/${id}/tasks/${taskId}/appeal` };
}
