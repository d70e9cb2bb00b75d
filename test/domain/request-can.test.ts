/** What may be done in which state: the whole table. */
import { describe, expect, it } from 'vitest';
import type { Request, RequestState } from '../../lib/domain/request.ts';
import { type Act, requestCan } from '../../lib/domain/request-can.ts';
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
  ])('is %s for %s', (reason, act, request) => {
    expect(requestCan(request, act)).toMatchObject({ ok: false, reason });
  });
});
