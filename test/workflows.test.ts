/** The workflows of CI: what they may do is little, and what they do is tried. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const GITHUB = path.resolve(import.meta.dirname, '../.github');

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  environment?: string;
  concurrency?: { group: string; 'cancel-in-progress': boolean };
  uses?: string;
  steps?: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  jobs: Record<string, Job>;
}

const workflows = globSync('workflows/*.yml', { cwd: GITHUB }).map((file) => {
  const text = readFileSync(path.join(GITHUB, file), 'utf8');
  return { file, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ at: `${file} ${name}`, workflow, job })),
);
const steps = jobs.flatMap(({ at, job }) => (job.steps ?? []).map((step) => ({ at, step })));

const uses = ({ steps: own = [] }: Job, action: string): boolean => own.some((step) => step.uses?.startsWith(`${action}@`));
const takesRole = (job: Job): boolean => uses(job, 'aws-actions/configure-aws-credentials');
const roleOf = ({ steps: own = [] }: Job): string => own.map((step) => String(step.with?.['role-to-assume'] ?? '')).join('');
const jobOf = (file: string, name: string): Job =>
  workflows.find((workflow) => workflow.file.endsWith(`/${file}.yml`))!.workflow.jobs[name]!;

describe('every workflow', () => {
  it('is there: check, diff, deploy and drift', () => {
    expect(workflows.map(({ file }) => path.basename(file, '.yml')).toSorted()).toEqual([
      'check',
      'deploy',
      'deploy-stage',
      'diff',
      'drift',
    ]);
  });

  it('never runs in the name of the base for code of a pull request', () => {
    for (const { file, workflow } of workflows) {
      expect(Object.keys(workflow.on), file).not.toContain('pull_request_target');
      expect(Object.keys(workflow.on), file).not.toContain('workflow_run');
    }
  });

  it('may do nothing but what each job says', () => {
    for (const { file, workflow } of workflows) expect(workflow.permissions, file).toEqual({});
    for (const { at, job } of jobs) expect(job, at).toHaveProperty('permissions');
  });

  it('ends in time', () => {
    for (const { at, job } of jobs) if (job.steps) expect(job['timeout-minutes'], at).toBeLessThanOrEqual(60);
  });

  it('pins every action by its commit, one and the same everywhere, and says the version', () => {
    const lines = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (.+)/g)].map(([, line]) => line!));
    const foreign = lines.filter((line) => !line.startsWith('./.github/workflows/'));
    expect(foreign.filter((line) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    const pins = Map.groupBy(new Set(foreign), (line) => line.split('@')[0]!);
    expect([...pins.values()].filter((versions) => versions.length > 1)).toEqual([]);
  });

  it('holds no secret at all', () => {
    for (const { file, text } of workflows) expect(text, file).not.toMatch(/secrets\.|secrets: inherit|aws-access-key|aws-secret/i);
  });

  it('puts no expression into a script: values come by the environment', () => {
    const scripts = steps.map(({ at, step }) => ({ at, script: `${step.run ?? ''}${String(step.with?.['script'] ?? '')}` }));
    expect(scripts.filter(({ script }) => script.includes('${{'))).toEqual([]);
  });

  it('leaves no token behind in a checkout', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(4);
    for (const { at, step } of checkouts) expect(step.with, at).toMatchObject({ 'persist-credentials': false });
  });
});

describe('an identity', () => {
  it('is given to jobs that take a role or call one that does, and to no other', () => {
    for (const { at, job } of jobs) {
      const needsIt = takesRole(job) || job.uses === './.github/workflows/deploy-stage.yml';
      expect(job.permissions?.['id-token'], at).toBe(needsIt ? 'write' : undefined);
    }
  });

  it('never meets the code of a pull request', () => {
    const inPullRequests = jobs.filter(({ workflow, job }) => 'pull_request' in workflow.on && takesRole(job));
    expect(inPullRequests).toHaveLength(1);
    for (const { at, job } of inPullRequests) expect(uses(job, 'actions/checkout'), at).toBe(false);
  });

  it('takes the role made for its purpose', () => {
    const roles = Object.fromEntries(jobs.filter(({ job }) => takesRole(job)).map(({ at, job }) => [at, roleOf(job)]));
    expect(roles).toEqual({
      'workflows/diff.yml deployed': 'arn:aws:iam::${{ matrix.stage.account }}:role/quittance-${{ matrix.stage.name }}-preview',
      'workflows/drift.yml compare': 'arn:aws:iam::${{ matrix.stage.account }}:role/quittance-${{ matrix.stage.name }}-drift',
      'workflows/deploy-stage.yml deploy': 'arn:aws:iam::${{ steps.stage.outputs.account }}:role/quittance-${{ inputs.stage }}-deploy',
    });
  });

  it('deploys in an environment, one deployment after the other', () => {
    expect(jobOf('deploy-stage', 'deploy')).toMatchObject({
      environment: '${{ inputs.stage }}',
      concurrency: { group: 'deploy-${{ inputs.stage }}', 'cancel-in-progress': false },
    });
  });

  it('comes after dependencies are installed and the template is made', () => {
    const own = jobOf('deploy-stage', 'deploy').steps!;
    const at = (test: (step: Step) => boolean): number => own.findIndex(test);
    expect(at(({ run = '' }) => run.includes('npm ci') && run.includes('cdk synth'))).toBeLessThan(
      at(({ uses: action = '' }) => action.startsWith('aws-actions/')),
    );
  });
});

describe('a token that may write', () => {
  it('is never in a job that runs code of the repository', () => {
    const writing = jobs.filter(({ job }) =>
      Object.entries(job.permissions ?? {}).some(([name, may]) => may === 'write' && name !== 'id-token'),
    );
    expect(Object.fromEntries(writing.map(({ at, job }) => [at, job.permissions]))).toEqual({
      'workflows/diff.yml comment': { 'pull-requests': 'write' },
      'workflows/drift.yml report': { issues: 'write' },
    });
    for (const { at, job } of writing) expect(uses(job, 'actions/checkout'), at).toBe(false);
  });
});

interface Call {
  name: string;
  input: Record<string, unknown>;
}

/** Runs a job's script as actions/github-script does, in a folder of its own, against a GitHub that only listens. */
async function runScript(job: Job, folder: string, known: unknown[]): Promise<Call[]> {
  const script = String(job.steps!.find(({ with: input }) => input?.['script'])!.with!['script']);
  const calls: Call[] = [];
  const listening = (name: string) => async (input: Record<string, unknown>) => void calls.push({ name, input });
  const issues = Object.fromEntries(
    ['createComment', 'updateComment', 'create', 'update', 'listComments', 'listForRepo'].map((name) => [name, listening(name)]),
  );
  const github = { rest: { issues }, paginate: async () => known };
  const context = { repo: { owner: 'octo', repo: 'privacy' }, issue: { number: 7 }, serverUrl: 'https://github.com', runId: 1 };
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
    ...code: string[]
  ) => (...values: unknown[]) => Promise<void>;
  const before = process.cwd();
  process.chdir(folder);
  try {
    await new AsyncFunction('github', 'context', 'require', script)(github, context, createRequire(import.meta.url));
  } finally {
    process.chdir(before);
  }
  return calls;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quittance-workflows-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

describe('the comment', () => {
  const comment = jobOf('diff', 'comment');

  it('shows each stage, with whatever the difference holds as text', async () => {
    write({ 'diffs/staging.txt': '[+] <img src=x> </pre> @everybody & more', 'diffs/production.txt': 'There were no differences' });
    const [made] = await runScript(comment, folder, [{ user: { type: 'User' }, body: '<!-- quittance: diff -->' }]);
    expect(made).toMatchObject({ name: 'createComment', input: { owner: 'octo', repo: 'privacy', issue_number: 7 } });
    expect(made!.input['body']).toBe(
      [
        '<!-- quittance: diff -->',
        '## What deploying this would change',
        '### production\n\n<pre>There were no differences</pre>',
        '### staging\n\n<pre>[+] &lt;img src=x&gt; &lt;/pre&gt; @everybody &amp; more</pre>',
      ].join('\n\n'),
    );
  });

  it('is one: the next run writes over it', async () => {
    write({ 'diffs/staging.txt': 'x'.repeat(100_000) });
    const [made] = await runScript(comment, folder, [{ id: 3, user: { type: 'Bot' }, body: '<!-- quittance: diff -->\n\nold' }]);
    expect(made).toMatchObject({ name: 'updateComment', input: { comment_id: 3 } });
    expect(String(made!.input['body']).length).toBeLessThan(65_536);
    expect(made!.input['body']).toContain('cut here');
  });
});

describe('the issue about drift', () => {
  const report = jobOf('drift', 'report');
  const known = [{ number: 9, title: 'Drift: staging' }];

  it('is opened when something differs, and kept up to date', async () => {
    write({ 'reports/staging.different.txt': '[~] AWS::SQS::Queue' });
    expect(await runScript(report, folder, [])).toMatchObject([{ name: 'create', input: { title: 'Drift: staging' } }]);
    const [updated] = await runScript(report, folder, known);
    expect(updated).toMatchObject({ name: 'update', input: { issue_number: 9, body: expect.stringContaining('AWS::SQS::Queue') } });
  });

  it('is closed when nothing differs any more, and never opened for nothing', async () => {
    write({ 'reports/staging.alike.txt': 'No drift detected' });
    expect(await runScript(report, folder, known)).toMatchObject([{ name: 'update', input: { issue_number: 9, state: 'closed' } }]);
    expect(await runScript(report, folder, [])).toEqual([]);
  });
});

describe('the stages a workflow works on', () => {
  const stages = (...names: string[]) =>
    execFileSync('bash', [path.join(GITHUB, 'stages.sh'), ...names], { cwd: folder, encoding: 'utf8' })
      .trim()
      .split('\n');
  const production = { account: '111122223333', region: 'eu-central-1' };

  it('are those of cdk.json, under the names the template gives them', () => {
    write({ 'cdk.json': JSON.stringify({ context: { stages: { production, staging: { ...production, stackName: 'Try' } } } }) });
    const [list, ...rest] = stages('staging');
    expect(JSON.parse(list!.slice('list='.length))).toEqual([
      { name: 'production', ...production, stack: 'Quittance-production' },
      { name: 'staging', ...production, stack: 'Try' },
    ]);
    expect(rest).toEqual(['account=111122223333', 'region=eu-central-1', 'stack=Try']);
  });

  it('are none in a fresh clone, and then nothing runs', () => {
    write({ 'cdk.json': readFileSync(path.join(GITHUB, '../cdk.json'), 'utf8') });
    expect(stages('staging')).toEqual(['list=[]']);
  });
});

describe('reading the deployed template', () => {
  const script = jobOf('diff', 'deployed').steps!.find(({ name }) => name === 'Read the deployed template')!.run!;
  const run = (aws: string): string => {
    write({ aws: `#!/bin/sh\n${aws}\n` });
    const env = { PATH: `${folder}:${process.env['PATH']}`, STACK: 'Quittance-staging' };
    execFileSync('bash', ['--norc', '-c', `chmod +x aws; set -eo pipefail\n${script}`], { cwd: folder, env, stdio: 'pipe' });
    return readFileSync(path.join(folder, 'deployed.json'), 'utf8').trim();
  };

  it('takes a stack that is not there yet as empty, and stops at every other fault', () => {
    expect(run('echo \'{"Resources": {"a": {}}}\'')).toBe('{"Resources": {"a": {}}}');
    expect(run("echo 'Stack with id Quittance-staging does not exist' >&2; exit 254")).toBe('{"Resources": {}}');
    expect(() => run("echo 'AccessDenied' >&2; exit 254")).toThrow('Command failed');
    expect(readFileSync(path.join(folder, 'error.txt'), 'utf8')).toBe('AccessDenied\n');
  });
});
