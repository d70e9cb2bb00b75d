/** Ids: UUIDv7, ordered by time, the same for the same fact. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareId, derivedId, newId, readId } from '../../lib/domain/ids.ts';

const instant = fc.integer({ min: 0, max: Date.parse('2200-01-01T00:00:00Z') });
const secret = Buffer.from('secret');

describe('ids', () => {
  it('are version 7 UUIDs that hold their instant', () => {
    fc.assert(
      fc.property(instant, fc.string(), (atMs, of) => {
        for (const id of [newId('req', atMs), derivedId('req', { atMs, secret, of })]) {
          expect(readId('req', id)).toBe(id);
          expect(Number.parseInt(bareId(id).replaceAll('-', '').slice(0, 12), 16)).toBe(atMs);
        }
      }),
    );
  });

  it('sort by time', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 1e9 }),
        (at, later) => void expect(newId('req', at) < newId('req', at + later)).toBe(true),
      ),
    );
  });

  it('are new every time, and the same for the same fact', () => {
    expect(newId('task', 0)).not.toBe(newId('task', 0));
    const fact = { atMs: 7, secret, of: 'fact' };
    expect(derivedId('rcp', fact)).toBe(derivedId('rcp', fact));
  });

  it('differ by fact, by kind and by secret', () => {
    const fact = { atMs: 7, secret, of: 'fact' };
    const others = [
      derivedId('rcp', { ...fact, of: 'other' }),
      derivedId('rcp', { ...fact, secret: Buffer.from('x') }),
      derivedId('task', fact),
    ];
    expect(new Set([derivedId('rcp', fact), ...others].map(bareId)).size).toBe(4);
  });

  it('are read with or without prefix, and nothing else is', () => {
    const id = newId('req', 1);
    expect(readId('req', bareId(id))).toBe(id);
    for (const wrong of [`rcp_${bareId(id)}`, `${id} `, id.slice(0, -1), id.replace(/7(?=...-[89ab])/, '4'), `${id}\n`, '', 'req_']) {
      expect(readId('req', wrong)).toBeUndefined();
    }
  });
});
