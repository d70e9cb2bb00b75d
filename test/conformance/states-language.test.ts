/** The engine against executions recorded on AWS. Runs where the recordings are present. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFinding } from '../fidelity/findings.ts';
import type { ReplayReport } from './states-language.ts';
import { replay, total } from './states-language.ts';
import { sameValue } from './states-language-match.ts';

const file = join(import.meta.dirname, '../../../shared/conformance/states-language/recordings.json.gz');
const present = existsSync(file);
if (!present) console.warn('SKIPPED: the States Language recordings are not present (../shared/conformance)');

function record({ passed, excepted }: ReplayReport): void {
  const alike = total(passed);
  const excused = total(excepted);
  recordFinding('states-language', {
    judge: 'executions recorded on AWS',
    question: 'Does the engine do what AWS did?',
    answer: `${alike + excused} executions replayed: ${alike} with the same output, error and trace of states, ${excused} excused by design.`,
    tables: [
      {
        caption: 'Alike, by language of the recorded machine:',
        head: ['language', 'alike'],
        rows: [...passed].map(([name, n]) => [name, String(n)]),
      },
      ...(excused === 0
        ? []
        : [{ caption: 'Excused:', head: ['why', 'executions'], rows: [...excepted].map(([why, n]) => [why, String(n)]) }]),
    ],
  });
}

describe('the States Language engine', () => {
  it.runIf(present)(
    'does what AWS did in every recording, at most 5 % excused by design',
    async () => {
      const report = await replay(file);
      expect(report.failed).toEqual([]);
      expect(total(report.passed)).toBeGreaterThan(50);
      expect(total(report.excepted) / (total(report.passed) + total(report.excepted))).toBeLessThanOrEqual(0.05);
      record(report);
    },
    60_000,
  );
});

describe('a replay', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recordings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(content: unknown): string {
    const path = join(folder, 'recordings.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  const recording = (id: string, Output: unknown, recorded: unknown): unknown => ({
    kind: 'execution',
    id,
    language: 'jsonata',
    definition: { QueryLanguage: 'JSONata', StartAt: 'P', States: { P: { Type: 'Pass', Output, End: true } } },
    input: {},
    events: [
      { id: 1, previousEventId: 0, type: 'ExecutionStarted' },
      { id: 2, previousEventId: 0, type: 'PassStateEntered', stateEnteredEventDetails: { name: 'P' } },
      { id: 3, previousEventId: 2, type: 'PassStateExited', stateExitedEventDetails: { name: 'P' } },
      { id: 4, previousEventId: 3, type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: recorded } },
    ],
  });

  it('tells what differs, and goes on after a record that is not whole', async () => {
    const broken = { kind: 'execution', id: 'broken', language: 'plain' };
    const { passed, failed } = await replay(write([broken, recording('same', 1, '1'), recording('other', 2, '1')]));
    expect(Object.fromEntries(passed)).toEqual({ jsonata: 1 });
    expect(failed.map(({ id }) => id)).toEqual(['broken', 'other']);
    expect(failed[1]?.problem).toBe('output 2 instead of 1');
  });

  it.each([
    ['no JSON', '{'],
    ['no list', {}],
    ['a list of something else', [1, 2]],
    ['nothing that applies', [{ kind: 'execution', id: 'x', language: 'jsonpath' }]],
  ])('refuses a file with %s', async (_, content) => {
    await expect(replay(write(content))).rejects.toMatchObject({ name: 'NoRecordings' });
  });

  it('refuses a file that is not there', async () => {
    await expect(replay(join(folder, 'absent.json'))).rejects.toMatchObject({ name: 'NoRecordings' });
  });
});

describe('the comparison', () => {
  it.each([
    ['a', 'b'],
    [[1, 2], [1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    ['x-<mask>', 'y-1'],
    [0, '0'],
    [null, undefined],
  ])('tells %j from %j', (expected, actual) => {
    expect(sameValue(expected, actual)).toBe(false);
  });

  it.each([
    ['x-<mask>-y', 'x-1-y'],
    ['date', '2016-03-14T01:59:00Z'],
    [
      { Error: 'E', Cause: 'c' },
      { Error: 'E', Cause: 'other' },
    ],
  ])('takes %j for %j', (expected, actual) => {
    expect(sameValue(expected, actual)).toBe(true);
  });
});
