/** Appeals: what was refused, against what there is one, and who decided. */
import { describe, expect, it } from 'vitest';
import { appealable, contestedRights, decidersOf, lawsWithAppeal, standingOf } from '../../lib/domain/appeal.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { EventData, EventType, RequestEvent, SystemOutcome } from '../../lib/domain/request-events.ts';
import { company } from '../company.ts';
import { sampleRequest } from '../sample-request.ts';

const ON = '2026-11-01';
const GROUND = { code: 'c', law: 'l', text: 't' };

const request = (more: Partial<Request> = {}): Request =>
  sampleRequest(
    {
      id: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c10',
      reference: 'Q-7F3K-9M2X',
      rights: ['access', 'erasure', 'rectification'],
      law: 'us-va',
      receivedAt: '2026-11-01T09:12:00.000Z',
      ...more,
    },
    company(),
  );

const outcome = (of: SystemOutcome['outcome'], pass: SystemOutcome['pass'] = 'export'): SystemOutcome => ({
  system: 'shop',
  pass,
  outcome: of,
  found: 1,
  datasets: [],
  at: '2026-11-02T00:00:00Z',
});

describe('what was refused', () => {
  it.each<[string, Partial<Request>, string[]]>([
    ['a right', { refusals: [{ by: 'rita', grounds: [GROUND], scope: 'partial', rights: ['access'] }] }, ['access']],
    ['what a person did not do', { refusals: [{ by: 'rita', grounds: [GROUND], scope: 'partial', pass: 'act' }] }, ['rectification']],
    [
      'one system of a pass',
      { refusals: [{ by: 'rita', grounds: [GROUND], scope: 'partial', systems: [{ pass: 'erase', system: 'crm' }] }] },
      ['erasure'],
    ],
    ['a system that was left out', { outcomes: [outcome('skipped')] }, ['access']],
    ['records that are kept', { outcomes: [outcome('retained', 'erase')] }, ['erasure']],
    ['everything', { state: 'denied' }, ['access', 'erasure', 'rectification']],
    ['nothing', { outcomes: [outcome('exported'), outcome('outstanding', 'erase')] }, []],
  ])('is %s', (_, more, rights) => {
    expect(contestedRights(request(more))).toEqual(rights);
    expect(appealable(request(more), ON).ok).toBe(rights.length > 0);
  });
});

describe('an appeal', () => {
  it('is there from the day the law is in force', () => {
    expect(lawsWithAppeal({ laws: ['us-co'] }, '2023-06-30')).toEqual([]);
    expect(lawsWithAppeal({ laws: ['us-co', 'us-ca-ccpa'] }, '2023-07-01').map(({ id }) => id)).toEqual(['us-co']);
  });

  it('is not there once the details are destroyed', () => {
    expect(appealable(request({ state: 'denied', purgedAt: ON }), ON)).toEqual({ ok: false, reason: 'purged' });
  });
});

describe('another appeal', () => {
  const appeals = [{ id: 'req_1' as const, reference: 'Q-0000-0000' as const }];
  const receipt = (kind: Request['receipts'][number]['kind'], at: string): Request['receipts'][number] => ({
    receiptId: 'rcp_1',
    kind,
    interim: false,
    at,
  });

  it('waits for the one that is open', () => {
    expect(standingOf(request(), undefined)).toBeUndefined();
    expect(standingOf(request({ appeals }), request())).toBe('open');
  });

  it('is only there against an answer that came after the last one', () => {
    const last = request({ closedAt: ON, state: 'denied', receivedAt: '2026-11-01T09:12:00.000Z' });
    expect(standingOf(request({ appeals }), last)).toBe('decided');
    expect(standingOf(request({ appeals }), undefined)).toBe('decided');
    expect(standingOf(request({ appeals, receipts: [receipt('denial', '2026-11-01T08:00:00.000Z')] }), last)).toBe('decided');
    expect(standingOf(request({ appeals, receipts: [receipt('extension', '2026-11-09T08:00:00.000Z')] }), last)).toBe('decided');
    expect(standingOf(request({ appeals, receipts: [receipt('deletion', '2026-11-09T08:00:00.000Z')] }), last)).toBeUndefined();
    expect(standingOf(request({ appeals }), { ...last, state: 'withdrawn' })).toBeUndefined();
  });
});

describe('who decided the first time', () => {
  function event<T extends EventType>(type: T, data: EventData[T]): RequestEvent {
    return { requestId: 'req_1', seq: 1, key: type, type, at: '2026-11-02T00:00:00Z', data } as RequestEvent;
  }

  it('is whoever refused, left a system out, or chose to refuse a part; nobody else who worked on it', () => {
    const deciders = decidersOf([
      event('refused', { by: 'rita', grounds: [GROUND], scope: 'partial', rights: ['access'] }),
      event('task-done', { taskId: 'task_1', by: 'sven', outcome: 'skip' }),
      event('task-done', { taskId: 'task_2', by: 'rolf', outcome: 'refused' }),
      event('task-done', { taskId: 'task_3', by: 'dora', outcome: 'done' }),
      event('choice-made', { by: 'carl', choice: 'refuse-part' }),
      event('choice-made', { by: 'dora', choice: 'interim' }),
      event('looked', { by: 'dora', at: 'person' }),
    ]);
    expect([...deciders]).toEqual(['rita', 'sven', 'rolf', 'carl']);
  });
});
