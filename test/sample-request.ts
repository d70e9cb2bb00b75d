/** Requests for tests that need no events: what is not given is as at the beginning, and the clock is read as for any other. */
import type { ClockPlace } from '../lib/domain/clock/request-clock.ts';
import { dateOf, requestClock } from '../lib/domain/clock/request-clock.ts';
import type { Request } from '../lib/domain/request.ts';

type Given = Partial<Request> & Pick<Request, 'id' | 'reference' | 'rights' | 'law' | 'receivedAt'>;

/** The request with its clock; a due date that is given stands, also where the law counts another. */
export function sampleRequest(given: Given, place: ClockPlace): Request {
  const request = {
    state: 'in-progress' as const,
    laws: [given.law],
    receivedOn: dateOf(place, given.receivedAt),
    clockEvents: [],
    channel: 'web' as const,
    lang: 'en',
    extended: false,
    sealed: 'sealed-ciphertext',
    subject: 'subject-hash',
    verificationRound: 1,
    silent: false,
    waves: [['shop', 'crm']],
    passes: ['export' as const],
    outcomes: [],
    tasks: [],
    questions: [],
    messages: [],
    refusals: [],
    appeals: [],
    passedOn: [],
    choiceAsked: false,
    deliveries: [],
    receipts: [],
    corrections: [],
    mails: [],
    grounds: [],
    released: [],
    parked: undefined,
    seq: 3,
    ...given,
  };
  const clock = requestClock({ ...request, answered: [] }, place);
  return { clock, dueOn: clock.dueOn, tooLateAt: clock.tooLateAt, ...request };
}

/** The instant of receipt (ten in the morning, UTC) that makes a request due on a date. */
export function receivedFor(dueOn: string, request: Pick<Request, 'rights' | 'laws'>, place: ClockPlace): string {
  for (let back = 0; back < 120; back += 1) {
    const receivedAt = new Date(Date.parse(`${dueOn}T10:00:00.000Z`) - back * 86_400_000).toISOString();
    const receivedOn = dateOf(place, receivedAt);
    const clock = requestClock({ ...request, receivedAt, receivedOn, clockEvents: [], answered: [] }, place);
    if (clock.dueOn === dueOn) return receivedAt;
  }
  throw new RangeError(`No receipt makes a request due on ${dueOn}`);
}
