/** Recorded definitions and what they need of today's template: said before anything is driven. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../infra/synthesized.ts';
import { breaksOf, statesOf } from './definitions-agreement.ts';
import { KEPT } from './definitions-kept.ts';
import { altered, currentVersion, readRecordings, recordingOf, type Template } from './definitions-recording.ts';

const template = JSON.parse(synthesize().text) as Template;
const today = recordingOf(template, currentVersion());
const recordings = readRecordings();
const newest = recordings.at(-1)!;

describe('the recorded definitions', () => {
  it("end with today's: after a change run `npm run record-definition`, and raise the version first if it is released", () => {
    expect(newest.definition).toEqual(today.definition);
    expect(newest.role).toBe(today.role);
    expect(newest.machine).toBe(today.machine);
  });

  it("need nothing that today's template and machine no longer have", () => {
    expect(recordings.flatMap((recording) => breaksOf(recording, { template, today, kept: KEPT }))).toEqual([]);
  });

  it('name no account, no region and no partition', () => {
    for (const recording of recordings) expect(JSON.stringify(recording)).not.toMatch(/arn:aws|\d{12}|[a-z]{2}-[a-z]+-\d/);
  });
});

describe('the command that records', () => {
  it('refuses a version that is released', () => {
    const repository = mkdtempSync(path.join(tmpdir(), 'quittance-released-'));
    const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: repository, stdio: 'ignore' });
    git('init');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--allow-empty', '-m', 'a release');
    git('tag', `v${currentVersion()}`);
    const env = { ...process.env, GIT_DIR: path.join(repository, '.git') };
    const command = path.join(import.meta.dirname, 'definitions-record-run.ts');
    const { status, stderr } = spawnSync(process.execPath, [command], { env, encoding: 'utf8' });
    rmSync(repository, { recursive: true });
    expect(stderr).toContain(`${currentVersion()} is released`);
    expect(status).toBe(1);
    expect(readRecordings()).toEqual(recordings);
  });
});

describe('what is said about a recording that today no longer serves', () => {
  const find = /\$\{find[0-9A-F]{8}\.Arn\}/;
  const cases: [string, [string | RegExp, string], string][] = [
    ['a function that is gone', [find, '${seek00C0FFEE.Arn}'], 'calls the function ${seek00C0FFEE.Arn}, which is gone'],
    ['a role that is gone', [/MachineRole\w+/, 'OldRole'], 'runs as ${OldRole.Arn}, which is gone'],
    ['another machine', ['Quittance-requests', 'Quittance-cases'], 'calls its machine Quittance-cases'],
    ['a member it does not pass', [',"part":"{% $part %}"', ''], 'packageresponse does not pass "part": the function must do without'],
    ['a member it passes', ['"part":"{% $part %}"', '"part":"{% $part %}","piece":1'], 'packageresponse passes "piece"'],
    ['a member it reads', ['$states.result.Payload.left', '$states.result.Payload.remaining'], 'verify reads "remaining"'],
    ['a wait for a token', ['.waitForTaskToken', ''], 'verifyrequester waits for the answer: the function must go on to give it'],
  ];

  it.each(cases)('%s', (_case, change, sentence) => {
    expect(breaksOf(altered(newest, change), { template, today })).toContainEqual(expect.stringContaining(sentence));
  });

  it('a function that is not called any more', () => {
    const [, state] = statesOf(newest.definition).find(([name]) => name === 'find')!;
    const changed = structuredClone(newest);
    changed.definition.States['find-again'] = structuredClone(state);
    (changed.definition.States['find-again'].Arguments as Record<string, unknown>)['FunctionName'] = '${sweep00000000.Arn}';
    expect(breaksOf(changed, { template, today })).toContainEqual(expect.stringContaining('sweep is called'));
  });

  it('a difference that was taken care of and is none any more', () => {
    const kept = { [`${newest.version} find reads "gone": the function must go on to answer it`]: 'lib/steps/find.ts' };
    expect(breaksOf(newest, { template, today, kept })).toEqual([expect.stringContaining('No difference any more')]);
  });
});
