/** A refusal under one law does not take away the right under the other; what is answered is not refused any more. */
import { describe, expect, it } from 'vitest';
import { decideRefusal, type RefusalProblem, type RefusedItem } from '../../../lib/domain/refusal/decide.ts';
import { openParts, type OpenParts, refusalOf } from '../../../lib/domain/refusal/open-parts.ts';
import { isLate, refusalDate } from '../../../lib/domain/refusal/refusal-date.ts';
import type { Request } from '../../../lib/domain/request.ts';
import type { SystemOutcome } from '../../../lib/domain/request-events.ts';
import { sampleRequest } from '../../sample-request.ts';
import { company } from '../../company.ts';

const GIVEN = {
  id: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c10',
  reference: 'Q-7F3K-9M2X',
  law: 'eu-gdpr',
  rights: ['access', 'erasure', 'objection'],
  receivedAt: '2026-11-02T09:00:00.000Z',
} satisfies Partial<Request>;

const request = (more: Partial<Request> = {}): Request => sampleRequest({ ...GIVEN, ...more }, company());
const SYSTEMS = { configured: ['shop', 'crm'], progress: [] };
const gdpr = (code: string) => ({ law: 'eu-gdpr', code });
const ccpa = (code: string) => ({ law: 'us-ca-ccpa', code });

interface Given {
  of?: Request;
  items: RefusedItem[];
  reason?: string;
  open?: OpenParts;
}

const decide = ({ of = request(), items, reason = '', open = openParts(of, SYSTEMS) }: Given) => decideRefusal(of, { open, items, reason });
function problems(given: Given): RefusalProblem[] {
  const decided = decide(given);
  return decided.ok ? [] : decided.problems;
}

describe('a decision', () => {
  it('is recorded with the sentence in the language of the person, the article and the law it counts under', () => {
    const of = request({ lang: 'de' });
    expect(decide({ of, items: [{ right: 'erasure', grounds: [gdpr('legal_claims')] }] })).toEqual({
      ok: true,
      grounds: [
        {
          code: 'legal_claims',
          law: 'GDPR Art. 17(3)(e)',
          text: 'Wir brauchen diese Daten, um Rechtsansprüche geltend zu machen, auszuüben oder zu verteidigen.',
          under: 'eu-gdpr',
          right: 'erasure',
        },
      ],
    });
  });

  it('names something, and a ground for each thing', () => {
    expect(problems({ items: [] })).toEqual([{ reason: 'nothing-chosen' }]);
    const item = { right: 'access' as const, grounds: [] };
    expect(problems({ items: [item] })).toEqual([{ reason: 'no-ground', item }]);
  });

  it('is refused for a ground the law does not know for that right', () => {
    const item = { right: 'access' as const, grounds: [gdpr('legal_claims')] };
    expect(problems({ items: [item] })).toEqual([{ reason: 'ground-unknown', item, ground: gdpr('legal_claims') }]);
  });

  it('is refused for a ground of a law that does not apply', () => {
    const item = { right: 'erasure' as const, grounds: [gdpr('legal_claims'), ccpa('legal_claims')] };
    expect(problems({ items: [item], reason: 'x' })).toEqual([{ reason: 'ground-unknown', item, ground: ccpa('legal_claims') }]);
  });

  it('is refused for a ground of a law that does not give the right', () => {
    const of = request({ laws: ['eu-gdpr', 'us-ca-ccpa'], rights: ['objection'] });
    const item = { right: 'objection' as const, grounds: [gdpr('legal_claims'), ccpa('legal_claims')] };
    expect(problems({ of, items: [item] })).toMatchObject([{ reason: 'ground-unknown', ground: ccpa('legal_claims') }]);
  });

  it('is refused where the law forbids it: an objection to direct marketing has no exception', () => {
    const item = { right: 'objection' as const, grounds: [gdpr('direct_marketing_no_exception')] };
    expect(problems({ items: [item] })).toEqual([{ reason: 'prohibited', item, article: 'GDPR Art. 21(3)' }]);
  });

  it('is refused while another law still gives the right, and says which', () => {
    const of = request({ laws: ['eu-gdpr', 'us-ca-ccpa'] });
    const item = { right: 'erasure' as const, grounds: [gdpr('legal_claims')] };
    expect(problems({ of, items: [item], reason: 'A lawsuit.' })).toEqual([
      { reason: 'right-remains', item, law: 'us-ca-ccpa', article: 'Cal. Civ. Code 1798.105' },
    ]);
    const both = { ...item, grounds: [gdpr('legal_claims'), ccpa('legal_claims')] };
    expect(decide({ of, items: [both], reason: 'A lawsuit.' })).toMatchObject({
      ok: true,
      grounds: [{ under: 'eu-gdpr' }, { under: 'us-ca-ccpa', law: 'Cal. Civ. Code 1798.145(a)(1)(E)' }],
    });
  });

  it('needs no ground under a law that does not give the right', () => {
    const of = request({ laws: ['eu-gdpr', 'us-ca-ccpa'], rights: ['objection'] });
    expect(decide({ of, items: [{ right: 'objection', grounds: [gdpr('legal_claims')] }] }).ok).toBe(true);
  });

  it('needs words for the case where the ground does not explain itself', () => {
    const items = [{ right: 'access' as const, grounds: [gdpr('manifestly_unfounded')] }];
    expect(problems({ items, reason: ' ' })).toEqual([{ reason: 'reason-needed' }]);
    expect(decide({ items, reason: 'The same letter came from 400 people.' }).ok).toBe(true);
  });

  it('about one system counts for every right of its pass', () => {
    const of = request({ rights: ['access', 'portability'] });
    const item = { pass: 'export' as const, system: 'crm', grounds: [gdpr('rights_of_others')] };
    expect(decide({ of, items: [item] })).toMatchObject({
      ok: true,
      grounds: [{ pass: 'export', system: 'crm', law: 'GDPR Art. 15(4), 20(4)' }],
    });
    expect(problems({ of, items: [{ ...item, system: 'archive' }] })).toMatchObject([{ reason: 'not-open' }]);
  });
});

describe('what can still be refused', () => {
  const done = (pass: 'export' | 'erase', system: string, outcome: SystemOutcome['outcome']): SystemOutcome => ({
    system,
    pass,
    outcome,
    found: 1,
    datasets: [],
    at: '2026-11-03T09:00:00Z',
  });
  const delivery = (pass: 'export' | 'erase', outstanding: string[]) => ({ pass, round: 1, readyAt: '2026-11-03T09:00:00Z', outstanding });

  it('is every right asked and every system at first', () => {
    expect(openParts(request(), SYSTEMS)).toEqual({
      rights: ['access', 'erasure', 'objection'],
      systems: [
        { pass: 'export', system: 'shop' },
        { pass: 'export', system: 'crm' },
        { pass: 'erase', system: 'shop' },
        { pass: 'erase', system: 'crm' },
      ],
    });
  });

  it('is not what was refused before', () => {
    const refusals = [
      {
        by: 'a',
        grounds: [],
        scope: 'partial' as const,
        rights: ['access' as const],
        systems: [{ pass: 'erase' as const, system: 'crm' }],
      },
    ];
    expect(openParts(request({ refusals }), SYSTEMS)).toEqual({
      rights: ['erasure', 'objection'],
      systems: [{ pass: 'erase', system: 'shop' }],
    });
  });

  it('is not a right that was answered; after an interim answer only what is outstanding', () => {
    expect(openParts(request({ rights: ['access'], deliveries: [delivery('export', [])] }), SYSTEMS)).toEqual({ rights: [], systems: [] });
    const interim = request({
      rights: ['access'],
      deliveries: [delivery('export', ['crm'])],
      outcomes: [done('export', 'crm', 'outstanding')],
    });
    expect(openParts(interim, SYSTEMS)).toEqual({ rights: [], systems: [{ pass: 'export', system: 'crm' }] });
  });

  it('is not a deletion that has begun: only systems it has not reached', () => {
    const progress = [{ pass: 'erase', system: 'shop', phase: 'erase' }];
    expect(openParts(request({ rights: ['erasure'] }), { ...SYSTEMS, progress })).toEqual({
      rights: [],
      systems: [{ pass: 'erase', system: 'crm' }],
    });
    const looking = [{ pass: 'erase', system: 'shop', phase: 'find' }];
    expect(openParts(request({ rights: ['erasure'] }), { ...SYSTEMS, progress: looking }).rights).toEqual(['erasure']);
  });

  it('is no appeal and no complaint: those are decided as such', () => {
    expect(openParts(request({ rights: ['appeal', 'complaint'] }), SYSTEMS).rights).toEqual([]);
  });

  it('is told by its reasons once it is refused', () => {
    const ground = {
      code: 'rights_of_others',
      law: 'GDPR Art. 15(4), 20(4)',
      text: 'It is about others.',
      pass: 'export' as const,
      system: 'crm',
    };
    const refusals = [
      {
        by: 'a',
        grounds: [ground],
        scope: 'partial' as const,
        reason: 'All notes name colleagues.',
        systems: [{ pass: 'export' as const, system: 'crm' }],
      },
    ];
    expect(refusalOf({ refusals }, { pass: 'export', system: 'crm' })).toEqual({
      reason: 'It is about others. All notes name colleagues.',
      grounds: [ground],
    });
    expect(refusalOf({ refusals }, { pass: 'erase', system: 'crm' })).toBeUndefined();
  });
});

describe('the refusal date', () => {
  it('is one month from receipt in the European Union, extended or not', () => {
    const clock = request().clock;
    expect(refusalDate(clock, ['access'])).toMatchObject({ on: '2026-12-02', article: 'GDPR Art. 12(4)' });
    const extended = sampleRequest({ ...GIVEN, clockEvents: [{ type: 'extension_notified', on: '2026-11-20' }] }, company()).clock;
    expect(extended.dueOn).toBe('2027-02-02');
    expect(refusalDate(extended, ['access'])?.on).toBe('2026-12-02');
  });

  it('is the strictest of all laws that apply', () => {
    const { clock } = request({ laws: ['us-ca-ccpa', 'eu-gdpr'], rights: ['access'] });
    expect(refusalDate(clock, ['access'])?.on).toBe('2026-12-02');
  });

  it('is the date of the answer where the law names none', () => {
    const { clock } = request({ laws: ['ca-pipeda'], law: 'ca-pipeda', rights: ['access'] });
    expect(refusalDate(clock, ['access'])?.on).toBe(clock.dueOn);
  });

  it('has passed only when its last day is over where the company is', () => {
    const date = refusalDate(request().clock, ['access'])!;
    expect(isLate(date, Date.parse('2026-12-02T22:59:59Z'))).toBe(false);
    expect(isLate(date, Date.parse('2026-12-02T23:00:00Z'))).toBe(true);
    expect(isLate(undefined, 0)).toBe(false);
  });
});
