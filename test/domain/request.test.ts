/** A request as its events tell it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed, lastDelivery, outstandingIn, requestOf } from '../../lib/domain/request.ts';
import type { EventType } from '../../lib/domain/request-events.ts';
import { AT, DATA, eventsOf, outcome, PLACE, receivedData, told, type Told } from './request-sample.ts';

const TYPES = (Object.keys(DATA) as EventType[]).filter((type) => type !== 'received');
const anyEvents = fc.array(
  fc.constantFrom(...TYPES).map((type) => ({ type }) as Told),
  { maxLength: 40 },
);

describe('the events of a request', () => {
  it('begin with what was received', () => {
    expect(requestOf([], PLACE)).toBeUndefined();
    expect(() => requestOf(eventsOf([{ type: 'verified' }]).slice(1), PLACE)).toThrow(TypeError);
    expect(told([])).toMatchObject({ ...receivedData(), state: 'received', seq: 1 });
  });

  it('fold in any order without losing what was received, and count every event', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const request = told(events);
        const { rights, law, receivedAt, reference, sealed, subject } = receivedData();
        expect(request).toMatchObject({ rights, law, receivedAt, reference, sealed, subject, seq: events.length + 1 });
        expect(request.receipts).toHaveLength(events.filter(({ type }) => type === 'receipt-issued').length);
        expect(request.deliveries).toHaveLength(events.filter(({ type }) => type === 'delivered').length);
        expect(request.grounds.length).toBeGreaterThanOrEqual(events.filter(({ type }) => type === 'refused').length > 0 ? 1 : 0);
      }),
    );
  });

  it('tell a request at every point: each prefix has a clock, and counts its events', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(40), (events, cut) => {
        const all = eventsOf(events);
        const before = requestOf(all.slice(0, 1 + (cut % all.length)), PLACE)!;
        expect(before).toMatchObject({ seq: 1 + (cut % all.length), dueOn: before.clock.dueOn });
      }),
    );
  });

  it('leave a closed request closed, whatever comes after', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, fc.constantFrom('answered', 'denied', 'withdrawn'), (before, after, how) => {
        const open = before.filter(({ type }) => type !== 'closed');
        const request = told([...open, { type: 'closed', data: { outcome: how } }, ...after]);
        expect(isClosed(request)).toBe(true);
        expect(request.state).toBe(how);
        expect(request.closedAt).toBe(AT);
      }),
    );
  });

  it('show a late download of a withdrawn request without reviving it', () => {
    const request = told([
      { type: 'delivered' },
      { type: 'withdrawn' },
      { type: 'closed', data: { outcome: 'withdrawn' } },
      { type: 'package-fetched' },
      { type: 'fetch-ended' },
    ]);
    expect(request).toMatchObject({ state: 'withdrawn', fetchedAt: AT, fetchEnded: 'fetched' });
  });

  it('take no confirmation back for a mail that was still under way', () => {
    expect(told([{ type: 'verification-asked' }]).state).toBe('awaiting-verification');
    const late: Told = { type: 'verification-asked', data: { round: 2, mailId: 'm' } };
    for (const before of ['verified', 'verification-expired'] as const) {
      const request = told([{ type: 'verification-asked' }, { type: before }, late]);
      expect(request).toMatchObject({ state: 'in-progress', verificationRound: 2 });
    }
  });

  it('keep the latest outcome per system and pass', () => {
    const wave = (round: number, outcomes: ReturnType<typeof outcome>[]): Told => ({
      type: 'wave-done',
      data: { pass: 'export', round, wave: 1, outcomes },
    });
    const request = told([
      wave(1, [outcome('shop'), outcome('crm', { outcome: 'outstanding' })]),
      wave(1, [outcome('shop', { pass: 'erase', outcome: 'deleted' })]),
    ]);
    expect(outstandingIn(request, 'export').map(({ system }) => system)).toEqual(['crm']);
    const later = told([wave(1, [outcome('shop'), outcome('crm', { outcome: 'outstanding' })]), wave(2, [outcome('crm')])]);
    expect(later.outcomes).toHaveLength(2);
    expect(outstandingIn(later, 'export')).toEqual([]);
    expect(request.outcomes).toHaveLength(3);
  });

  it('remember with each answer which files it handed out', () => {
    const second = { ...DATA.packaged, round: 2, parts: [{ name: 'b.zip', bytes: 2, sha256: '1' }] };
    const request = told([{ type: 'packaged' }, { type: 'delivered' }, { type: 'packaged', data: second }]);
    expect(lastDelivery(request, 'export')!.parts!.map(({ name }) => name)).toEqual(['a.zip']);
    expect(request.package!.parts.map(({ name }) => name)).toEqual(['b.zip']);
  });

  it('move the date with an extension, and lift a parking with its resumption', () => {
    const request = told([{ type: 'parked' }, { type: 'extended' }]);
    expect(request).toMatchObject({ extended: true, dueOn: '2026-06-02', parked: { step: 'deliver', error: 'BugError', at: AT } });
    expect(told([{ type: 'parked' }, { type: 'resumed' }]).parked).toBeUndefined();
  });

  it('go through their states', () => {
    const steps: [Told, string][] = [
      [{ type: 'verification-asked' }, 'awaiting-verification'],
      [{ type: 'verified' }, 'in-progress'],
      [{ type: 'review-asked' }, 'in-review'],
      [{ type: 'reviewed' }, 'in-progress'],
      [{ type: 'delivered' }, 'ready'],
      [{ type: 'fetch-ended' }, 'in-progress'],
      [{ type: 'closed' }, 'answered'],
    ];
    steps.forEach(([, state], place) => expect(told(steps.slice(0, place + 1).map(([event]) => event)).state).toBe(state));
  });
});
