/** Events of a request, for tests of what they mean. */
import { newId } from '../../lib/domain/ids.ts';
import { type Request, requestOf } from '../../lib/domain/request.ts';
import type { EventData, EventType, RequestEvent, SystemOutcome } from '../../lib/domain/request-events.ts';
import type { Right } from '../../lib/domain/rights.ts';

export const ID = newId('req', 0);
const TASK = newId('task', 0);
/** Where these requests are counted. */
export const PLACE = { controller: { country: 'DE-BE', zone: 'Europe/Berlin' }, policies: { optionalPauses: false } };
export const AT = '2026-03-02T09:00:00.000Z';

export function receivedData(rights: Right[] = ['access']): EventData['received'] {
  return {
    reference: 'Q-0000-0000',
    rights,
    law: 'eu-gdpr',
    laws: ['eu-gdpr'],
    channel: 'web',
    lang: 'en',
    receivedAt: AT,
    receivedOn: '2026-03-02',
    dueOn: '2026-04-02',
    tooLateAt: '2026-04-02T22:00:00Z',
    sealed: '',
    subject: 'hash',
  };
}

export const outcome = (system: string, more: Partial<SystemOutcome> = {}): SystemOutcome => ({
  system,
  pass: 'export',
  outcome: 'exported',
  found: 1,
  datasets: [],
  at: AT,
  ...more,
});

/** One of each event. */
export const DATA: { [T in EventType]: EventData[T] } = {
  received: receivedData(),
  acknowledged: { receiptId: newId('rcp', 0), mailId: 'm' },
  'acknowledgement-deferred': { until: AT },
  sorted: { by: 'anton', rights: ['access'], law: 'eu-gdpr', laws: ['eu-gdpr'] },
  'mail-received': { mail: 'm', kind: 'reply', authenticated: true, fromPerson: true, papers: 0 },
  'papers-erased': { mail: 'm' },
  posted: { mailId: 'm', by: 'anton', on: '2026-03-02' },
  'address-given': { by: 'anton', sealed: 'ciphertext' },
  'mail-again': { mailId: 'm', by: 'anton' },
  'verification-asked': { round: 1, mailId: 'm' },
  verified: { method: 'link' },
  'verification-expired': {},
  assessed: { decision: 'proceed', duplicates: [], grounds: [], notes: [] },
  planned: { waves: [['shop'], ['crm']], passes: ['export'] },
  'wave-done': { pass: 'export', round: 1, wave: 1, outcomes: [outcome('shop')] },
  'review-asked': { taskId: TASK, withheld: [] },
  reviewed: { by: 'renate', decision: 'approved', released: ['shop/messages/about'] },
  packaged: { round: 1, parts: [{ name: 'a.zip', bytes: 1, sha256: '0' }], files: 3, manifestSha256: '0', interim: false, empty: false },
  'receipt-issued': { receiptId: newId('rcp', 1), kind: 'fulfilment', interim: false },
  'correction-asked': { receiptId: newId('rcp', 1), by: 'renate', text: 'We hold nothing of yours.', reason: 'A name was mixed up.' },
  delivered: { pass: 'export', round: 1, mailId: 'm', readyAt: AT, until: '2026-04-01', outstanding: [] },
  'package-fetched': { part: 1 },
  'fetch-ended': { how: 'fetched' },
  'task-opened': { taskId: TASK, kind: 'act' },
  'task-done': { taskId: TASK, by: 'anton', outcome: 'done' },
  'choice-asked': { systems: ['crm'] },
  'choice-made': { by: 'anton', choice: 'interim' },
  extended: { by: 'anton', ground: 'complexity', reason: 'Many systems', dueOn: '2026-06-02', tooLateAt: '2026-06-02T22:00:00Z' },
  'question-written': { about: 'identity', by: 'anton', number: 1, sealed: '' },
  asked: { about: 'identity', by: 'anton', number: 1, mailId: 'm', sealed: '' },
  answered: { number: 1, by: 'person' },
  'answer-read': { number: 1, by: 'anton' },
  written: { number: 1, by: 'anton', sealed: '' },
  wrote: { number: 1, mailId: 'm' },
  appealed: { appeal: newId('req', 1), reference: 'Q-0000-0001' },
  'appeal-decided': { by: 'anton', decision: 'upheld', rights: [], stands: [], reason: 'r', article: 'a' },
  'passed-on': { to: 'Other Ltd', contact: 'privacy@other.example', systems: [], mailId: 'm' },
  refused: { by: 'anton', grounds: [{ code: 'c', law: 'l', text: 't' }], scope: 'partial' },
  reminded: { what: 'due', step: 'sweep' },
  'mail-bounced': { mailId: 'm', kind: 'bounce' },
  looked: { by: 'anton', at: 'person' },
  parked: { step: 'deliver', error: 'BugError' },
  resumed: { by: 'anton', step: 'deliver' },
  withdrawn: { by: 'person' },
  closed: { outcome: 'answered' },
  purged: { purgedAt: AT, irrecoverableFrom: '2026-03-09T09:00:00.000Z' },
};

export type Told = { [T in EventType]: { type: T; data?: EventData[T]; at?: string } }[EventType];

/** Events in order after `received`, with data of the sample where none are given. */
export function eventsOf(told: Told[], rights?: Right[]): RequestEvent[] {
  const all = [{ type: 'received' as const, data: receivedData(rights) }, ...told] as Told[];
  return all.map(
    ({ type, data = DATA[type], at = AT }, place) =>
      ({ requestId: ID, seq: place + 1, key: `${type}#${place}`, type, at, data }) as RequestEvent,
  );
}

/** The request these events tell. */
export function told(events: Told[], rights?: Right[]): Request {
  return requestOf(eventsOf(events, rights), PLACE)!;
}
