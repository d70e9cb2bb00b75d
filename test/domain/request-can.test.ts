/** What may be done in which state: the whole table. */
import { describe, expect, it } from 'vitest';
import { type Request, type RequestState, supersededBy } from '../../lib/domain/request.ts';
import { type Act, mayCorrect, requestCan } from '../../lib/domain/request-can.ts';
import { AT, told } from './request-sample.ts';

const STATES: RequestState[] = [
  'received',
  'awaiting-verification',
  'in-progress',
  'in-review',
  'ready',
  'answered',
  'denied',
  'withdrawn',
];
const OPEN = STATES.slice(0, 5);

const ASKED: Request['questions'][number] = { number: 1, about: 'identity', by: 'renate', sealed: '', askedAt: AT };

const RECEIPT: Request['receipts'][number] = { receiptId: 'rcp_1', kind: 'denial', interim: false, at: AT };

/** Every act with the states it is possible in, for a request of which everything else is as it must be. */
const TABLE: Record<Act, { states: RequestState[]; also?: Partial<Request> }> = {
  verify: { states: ['received', 'awaiting-verification'] },
  withdraw: { states: OPEN },
  extend: { states: OPEN },
  refuse: { states: OPEN },
  'choose-late': {
    states: ['in-progress', 'ready'],
    also: { tasks: [{ taskId: 'task_1', kind: 'system-failed', system: 'crm', openedAt: '' }] },
  },
  'decide-review': { states: ['in-review'] },
  ask: { states: ['in-progress', 'in-review', 'ready'], also: { verifiedAt: AT } },
  write: { states: OPEN },
  answer: { states: OPEN, also: { questions: [ASKED] } },
  resume: { states: OPEN, also: { parked: { step: 's', error: 'e', at: '' } } },
  fetch: {
    states: ['in-progress', 'in-review', 'ready', 'answered'],
    also: { package: { parts: [], files: 0, manifestSha256: '', empty: true } },
  },
  'waive-fetch': { states: ['ready'] },
  'reissue-link': {
    states: ['in-progress', 'in-review', 'ready', 'answered'],
    also: { package: { parts: [], files: 0, manifestSha256: '', empty: true } },
  },
  correct: { states: STATES, also: { receipts: [RECEIPT] } },
};

describe.each(Object.entries(TABLE) as [Act, (typeof TABLE)[Act]][])('%s', (act, { states, also }) => {
  it.each(STATES)('in the state %s', (state) => {
    const permission = requestCan({ ...told([]), state, ...also }, act);
    expect(permission.ok).toBe(states.includes(state));
    expect(permission.article).not.toBe('');
    if (!permission.ok) expect(permission.reason).toBe('wrong-state');
  });
});

describe('an objection', () => {
  const at = (state: RequestState, more: Partial<Request>): Request => ({ ...told([]), state, ...more });

  it.each<[string, Act, Request]>([
    ['already-extended', 'extend', at('in-progress', { extended: true })],
    ['no-late-system', 'choose-late', at('in-progress', {})],
    ['not-parked', 'resume', at('ready', {})],
    ['question-open', 'decide-review', at('in-review', { questions: [ASKED] })],
    [
      'question-open',
      'ask',
      at('in-progress', { verifiedAt: AT, questions: [ASKED, { ...ASKED, about: 'clarification' }, { ...ASKED, about: 'fee' }] }),
    ],
    // An opt-out was carried out already, and who asks for the copy is not known yet.
    ['wrong-state', 'ask', at('in-progress', { rights: ['access', 'opt-out'] })],
    ['no-question', 'answer', at('in-progress', {})],
    ['no-question', 'answer', at('in-progress', { questions: [{ ...ASKED, settledAt: AT }] })],
    ['nothing-to-fetch', 'fetch', at('ready', {})],
    ['purged', 'fetch', at('answered', { purgedAt: '2026' })],
    ['purged', 'reissue-link', at('answered', { purgedAt: '2026' })],
    ['purged', 'correct', at('answered', { purgedAt: '2026', receipts: [RECEIPT] })],
    ['no-receipt', 'correct', at('received', {})],
  ])('is %s for %s', (reason, act, request) => {
    expect(requestCan(request, act)).toMatchObject({ ok: false, reason });
  });
});

describe('a receipt', () => {
  const corrected = { receiptId: 'rcp_1', by: 'renate', text: 't', reason: 'r', at: AT } as const;
  const request: Request = { ...told([]), state: 'answered', receipts: [RECEIPT] };

  it('can be corrected once, and the correction in its turn', () => {
    expect(mayCorrect(request, 'rcp_1')).toMatchObject({ ok: true });
    const after: Request = {
      ...request,
      corrections: [corrected],
      receipts: [RECEIPT, { ...RECEIPT, receiptId: 'rcp_2', kind: 'correction', supersedes: 'rcp_1' }],
    };
    expect(mayCorrect(after, 'rcp_1')).toMatchObject({ ok: false, reason: 'corrected-before' });
    expect(mayCorrect(after, 'rcp_2')).toMatchObject({ ok: true });
    expect(supersededBy(after, 'rcp_1')).toBe('rcp_2');
    expect(supersededBy(after, 'rcp_2')).toBeUndefined();
  });

  it('of another request cannot, nor any once nobody knows the address', () => {
    expect(mayCorrect(request, 'rcp_9')).toMatchObject({ ok: false, reason: 'no-receipt' });
    expect(mayCorrect({ ...request, purgedAt: AT }, 'rcp_1')).toMatchObject({ ok: false, reason: 'purged' });
  });
});
