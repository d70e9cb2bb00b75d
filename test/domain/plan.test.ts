/** The plan: waves in order, nothing erased before the copy is in the person's hands, and no system forgotten. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdUntil, nextStage, planWaves, stageFor, nextWave, wavesOf } from '../../lib/domain/plan.ts';
import type { Action, Right } from '../../lib/domain/rights.ts';
import { company } from '../company.ts';
import { DATA, eventsOf, outcome, told, type Told } from './request-sample.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Orders without circles: each waits only for systems named before it. */
const order = fc.tuple(...NAMES.map((_, place) => fc.subarray(NAMES.slice(0, place))));

describe('waves', () => {
  it('hold every system once, each after those it waits for', () => {
    fc.assert(
      fc.property(order, fc.shuffledSubarray(NAMES), (after, systems) => {
        const waits = (system: string): readonly string[] => after[NAMES.indexOf(system)]!;
        const waves = wavesOf(systems, waits);
        expect(waves.flat().toSorted()).toEqual(systems.toSorted());
        const waveOf = (system: string): number => waves.findIndex((wave) => wave.includes(system));
        for (const system of systems) {
          for (const other of waits(system)) if (systems.includes(other)) expect(waveOf(other)).toBeLessThan(waveOf(system));
        }
      }),
    );
  });

  it('are refused for a circle, naming those in it', () => {
    const after: Record<string, string[]> = { a: [], b: ['c'], c: ['b'] };
    expect(() => wavesOf(['a', 'b', 'c'], (system) => after[system]!)).toThrow(/circle: b, c$/);
  });

  it('ask for identifiers before they are needed', () => {
    expect(planWaves(company(), 'export')).toEqual([['shop'], ['crm']]);
  });

  it('follow the erase order when something is erased, and only then', () => {
    const configuration = company();
    configuration.systems['crm'] = { ...configuration.systems['crm']!, findAfter: [] };
    configuration.systems['shop'] = { ...configuration.systems['shop']!, eraseAfter: ['crm'] };
    expect(planWaves(configuration, 'erase')).toEqual([['crm'], ['shop']]);
    expect(planWaves(configuration, 'export')).toEqual([['shop', 'crm']]);
  });
});

const wave = (pass: Action, number: number, round = 1): Told => ({
  type: 'wave-done',
  data: { pass, round, wave: number, outcomes: [outcome(number === 1 ? 'shop' : 'crm', { pass })] },
});
const delivered = (pass: Action, more: Partial<(typeof DATA)['delivered']> = {}): Told => ({
  type: 'delivered',
  data: { ...DATA.delivered, pass, ...more },
});

describe('what comes next', () => {
  const next = (rights: Right[], events: Told[] = []): ReturnType<typeof nextStage> =>
    nextStage(company(), told([{ type: 'verified' }, ...events], rights));

  it('is the first pass, then nothing once it is delivered', () => {
    expect(next(['access'])).toMatchObject({ next: 'stage', pass: 'export', round: 1, waves: [['shop'], ['crm']] });
    expect(next(['access'], [delivered('export')])).toEqual({ next: 'end' });
  });

  it('is what needs no check of who asks, before the confirmation that the rest waits for', () => {
    const at = (events: Told[]): ReturnType<typeof nextStage> => nextStage(company(), told(events, ['access', 'opt-out-of-sale']));
    expect(at([])).toMatchObject({ next: 'stage', pass: 'at-once', waves: [] });
    expect(at([delivered('at-once')])).toEqual({ next: 'verify' });
    expect(at([delivered('at-once'), { type: 'verified' }])).toMatchObject({ next: 'stage', pass: 'export' });
  });

  it('is the refusal of a right, told at once, and then the rest', () => {
    const refused: Told = { type: 'refused', data: { ...DATA.refused, rights: ['erasure'] } };
    const told: Told = { type: 'delivered', data: { ...DATA.delivered, pass: 'none', round: 1 } };
    expect(next(['access', 'erasure'], [refused])).toMatchObject({ next: 'stage', pass: 'none', round: 1 });
    expect(next(['access', 'erasure'], [refused, told])).toMatchObject({ next: 'stage', pass: 'export' });
    expect(next(['access', 'erasure'], [refused, told, delivered('export')])).toEqual({ next: 'end' });
    expect(next(['erasure'], [refused, told])).toEqual({ next: 'end' });
  });

  it('is the answer of the person while a question is open, before anything is collected or erased', () => {
    const asked: Told = { type: 'asked', data: { ...DATA.asked, number: 1 } };
    const answered: Told = { type: 'answered', data: { number: 1, by: 'person' } };
    expect(next(['access'], [asked])).toEqual({ next: 'await-answer' });
    expect(next(['erasure'], [asked])).toEqual({ next: 'await-answer' });
    expect(next(['rectification'], [asked])).toMatchObject({ next: 'stage', pass: 'act' });
    expect(next(['access'], [asked, answered])).toMatchObject({ next: 'stage', pass: 'export' });
  });

  it('is work by hand without waves for a right no machine can do', () => {
    expect(next(['rectification'])).toMatchObject({ next: 'stage', pass: 'act', waves: [] });
  });

  it('is the wait for the download before a deletion that was asked together with a copy', () => {
    expect(next(['access', 'erasure'])).toMatchObject({ next: 'stage', pass: 'export' });
    expect(next(['access', 'erasure'], [delivered('export')])).toMatchObject({ next: 'await-fetch', then: { pass: 'erase', round: 1 } });
    expect(next(['access', 'erasure'], [delivered('export'), { type: 'fetch-ended' }])).toMatchObject({ next: 'stage', pass: 'erase' });
  });

  it('never erases while a system still owes its part of the copy', () => {
    const events: Told[] = [delivered('export', { outstanding: ['crm'] }), { type: 'fetch-ended' }];
    expect(next(['access', 'erasure'], events)).toMatchObject({ next: 'stage', pass: 'export', round: 2, waves: [['crm']] });
  });

  it('asks a system once more that was taken out of the configuration, so that somebody decides about it', () => {
    const configuration = company();
    const { crm: _, ...systems } = configuration.systems;
    const request = told([{ type: 'verified' }, delivered('export', { outstanding: ['crm'] })]);
    expect(nextStage({ ...configuration, systems }, request)).toMatchObject({ next: 'stage', round: 2, waves: [['crm']] });
  });

  it('does not wait for a download where only a deletion was asked', () => {
    expect(next(['erasure'])).toMatchObject({ next: 'stage', pass: 'erase' });
  });

  it('never begins to erase before every copy is out and fetched', () => {
    const told = fc.subarray<Told>([
      delivered('export'),
      { type: 'package-fetched' },
      wave('export', 1),
      wave('export', 2),
      { type: 'packaged' },
    ]);
    fc.assert(
      fc.property(told, fc.shuffledSubarray<Right>(['access', 'portability'], { minLength: 1 }), (events, copies) => {
        const following = next([...copies, 'erasure'], events);
        expect(following.next === 'stage' && following.pass === 'erase').toBe(false);
      }),
    );
  });

  it('goes on with the wave after the last one recorded', () => {
    const configuration = company();
    const stage = stageFor(configuration, told([]), { pass: 'export', round: 1 });
    expect(nextWave(stage, eventsOf([]))).toEqual({ wave: 1, systems: ['shop'] });
    expect(nextWave(stage, eventsOf([wave('export', 1)]))).toEqual({ wave: 2, systems: ['crm'] });
    expect(nextWave(stage, eventsOf([wave('export', 1), wave('export', 2)]))).toEqual({ wave: 3, systems: [] });
    expect(nextWave(stage, eventsOf([wave('erase', 1), wave('export', 1, 2)])).wave).toBe(1);
  });

  it('does not miss a system that was added in the middle of a pass', () => {
    const stage = { pass: 'export' as const, round: 1, waves: [['billing', 'shop'], ['crm']] };
    expect(nextWave(stage, eventsOf([wave('export', 1)]))).toEqual({ wave: 2, systems: ['billing'] });
  });
});

describe('the hold', () => {
  it('ends with the window, but never so late that the deletion would be', () => {
    expect(holdUntil(told([delivered('export', { until: '2026-03-20' })], ['access', 'erasure']))).toBe('2026-03-20');
    expect(holdUntil(told([delivered('export', { until: '2026-05-20' })], ['access', 'erasure']))).toBe('2026-03-30');
  });
});
