/** Which reminders a reader of the status page hears of. */
import { expect, it } from 'vitest';
import type { EventOf } from '../../../lib/domain/request-events.ts';
import { visibleEvents } from '../../../lib/web/customer/public-state.ts';

type Reminded = EventOf<'reminded'>['data'];

function event(seq: number, data: Reminded): EventOf<'reminded'> {
  const at = '2026-03-20T00:00:00.000Z';
  return { requestId: 'req_01890a5d-ac96-774b-bcce-b302099a8057', seq, key: `reminded#${seq}`, type: 'reminded', at, data };
}

const EVENTS = [
  event(2, { what: 'verification', step: 'verify-requester' }),
  event(3, { what: 'due', step: '10-days', to: 'reminders.0' }),
  event(4, { what: 'question', step: 'question-1' }),
  event(5, { what: 'question', step: 'question-1', to: 'reminders.0' }),
  event(6, { what: 'overdue', step: 'overdue', to: 'reminders' }),
];

it('tells the person of their own reminders, a submitter of the one to confirm, and nobody of those to staff', () => {
  expect(visibleEvents(EVENTS, 'person').map(({ seq }) => seq)).toEqual([2, 4]);
  expect(visibleEvents(EVENTS, 'submitter').map(({ seq }) => seq)).toEqual([2]);
});
