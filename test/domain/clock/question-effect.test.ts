/** What a question would do to every clock, told before it is asked, and true once it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASKED, type ClockEvent } from '../../../lib/domain/clock/clock-events.ts';
import { civilDateIn } from '../../../lib/domain/clock/deadline.ts';
import { type Asking, effectsOfAsking, lawsTellApart } from '../../../lib/domain/clock/question-effect.ts';
import { requestClock } from '../../../lib/domain/clock/request-clock.ts';
import type { Right } from '../../../lib/domain/rights.ts';

const place = (optionalPauses = false) => ({ controller: { country: 'DE-BE', zone: 'Europe/Berlin' }, policies: { optionalPauses } });
const RECEIVED = '2026-03-02T09:00:00Z';

function requestUnder(laws: string[], rights: Right[] = ['access'], clockEvents: ClockEvent[] = []) {
  const receivedOn = civilDateIn('Europe/Berlin', RECEIVED);
  const facts = { laws, rights, receivedAt: RECEIVED, receivedOn, clockEvents };
  return { ...facts, clock: requestClock({ ...facts, answered: [] }, place()) };
}

const effects = (laws: string[], asking: Partial<Asking> = {}, rights?: Right[]) =>
  effectsOfAsking(requestUnder(laws, rights), place(), { about: 'identity', on: '2026-03-05', ...asking });

describe('the effect of a question', () => {
  it('differs by law, and each law is told once for all rights it treats alike', () => {
    expect(effects(['eu-gdpr', 'us-ca-ccpa'], {}, ['access', 'erasure'])).toEqual([
      { effect: 'stands-still', daysLeft: 29, laws: ['eu-gdpr'], rights: ['access', 'erasure'] },
      { effect: 'none', dueOn: '2026-04-16', laws: ['us-ca-ccpa'], rights: ['access', 'erasure'] },
    ]);
  });

  it('differs by right where the law says so, and then the law alone does not tell which', () => {
    const british = effects(['uk-gdpr'], { about: 'clarification' }, ['access', 'erasure']);
    expect(british).toMatchObject([
      { effect: 'stands-still', rights: ['access'] },
      { effect: 'none', rights: ['erasure'] },
    ]);
    expect(lawsTellApart(british)).toBe(false);
    expect(lawsTellApart(effects(['eu-gdpr', 'us-ca-ccpa']))).toBe(true);
  });

  it('is a new beginning, or a time to think, where the law says that', () => {
    expect(effects(['uk-gdpr'])).toMatchObject([{ effect: 'begins-anew', daysLeft: 31 }]);
    expect(effects(['ch-fadp'], { about: 'fee' })).toMatchObject([{ effect: 'reflection', dueOn: '2026-04-14' }]);
  });

  it('is nothing where the company leaves a pause off, and nothing new while the time stands still anyway', () => {
    const clarification = { about: 'clarification', on: '2026-03-06' } as const;
    expect(effects(['eu-gdpr'], clarification)).toMatchObject([{ effect: 'none', dueOn: '2026-04-02' }]);
    expect(effectsOfAsking(requestUnder(['eu-gdpr']), place(true), clarification)).toMatchObject([{ effect: 'stands-still' }]);
    const doubted = requestUnder(['eu-gdpr'], ['access'], [{ type: 'identity_asked', on: '2026-03-05' }]);
    expect(effectsOfAsking(doubted, place(), clarification)).toMatchObject([{ effect: 'still' }]);
  });

  it('is nothing after the end of the period: what is over does not begin again', () => {
    expect(effects(['eu-gdpr'], { on: '2026-04-03' })).toMatchObject([{ effect: 'none', dueOn: '2026-04-02' }]);
  });

  it('is what the clock says once the question is asked, under every law', () => {
    const laws = fc.subarray(['eu-gdpr', 'uk-gdpr', 'us-ca-ccpa', 'ch-fadp', 'br-lgpd', 'us-va'], { minLength: 1 });
    const rights = fc.subarray<Right>(['access', 'erasure', 'portability'], { minLength: 1 });
    const about = fc.constantFrom('identity', 'clarification', 'fee' as const);
    fc.assert(
      fc.property(laws, rights, about, fc.integer({ min: 2, max: 28 }), (under, wanted, what, day) => {
        const on = `2026-03-${String(day).padStart(2, '0')}`;
        const told = effects(under, { about: what, on }, wanted);
        const { clock } = requestUnder(under, wanted, [{ type: ASKED[what], on }]);
        for (const { law, right, deadline } of [clock.leading, ...clock.others]) {
          const effect = told.find(
            (one) =>
              one.laws.includes(law) && one.rights.includes(right) && (one.daysLeft === undefined) === (deadline.paused === undefined),
          );
          expect(effect).toBeDefined();
          if (deadline.paused === undefined) expect(told.map(({ dueOn }) => dueOn)).toContain(deadline.dueOn);
          else expect(effect!.daysLeft).toBe(deadline.paused.daysLeft);
        }
      }),
    );
  });
});
