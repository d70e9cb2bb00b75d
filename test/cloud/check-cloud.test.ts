/** The command that asks AWS, against something that answers as AWS does and lies on demand. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { KMSClient } from '@aws-sdk/client-kms';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Resource } from '../../lib/local/contract.ts';
import { createKms } from '../../lib/local/kms/create-kms.ts';
import { serveFront } from '../contracts/serve-front.ts';
import { readRecordings } from '../conformance/definitions-recording.ts';
import { asJsonata } from '../conformance/states-language-jsonpath.ts';
import { dataOf, type Recording, readRecordings as readExecutions } from '../conformance/states-language-recording.ts';
import { askEngine } from './ask-engine.ts';
import { checkCloud, type Clients, planOf } from './check-cloud.ts';
import { keyFault } from './check-key.ts';
import { type FakeAws, startFakeAws } from './fake-aws.ts';
import { recordedProbes } from './recorded-probes.ts';

const RECORDINGS = path.join(import.meta.dirname, '../../../shared/conformance/states-language/recordings.json.gz');

const settings = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'AKIDFAKE', secretAccessKey: 'fake' },
  maxAttempts: 1,
  disableHostPrefix: true,
});

let aws: FakeAws;
let clients: Clients;
beforeAll(async () => {
  aws = await startFakeAws();
  clients = { sfn: new SFNClient(settings(aws.url)), kms: new KMSClient(settings(aws.url)) };
});
afterEach(() => {
  for (const operation of Object.keys(aws.lies)) delete aws.lies[operation];
  aws.calls.length = 0;
});
afterAll(async () => {
  await aws.close();
});

/** An execution as it is recorded: a task's result goes into a variable, which the next state gives. */
const recording: Recording = {
  kind: 'execution',
  id: 'recorded::result_in_variable',
  language: 'jsonata',
  definition: {
    QueryLanguage: 'JSONata',
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
        Assign: { answer: '{% $states.result.Payload %}' },
        Output: '{% $states.input.n + 1 %}',
        Next: 'Give',
      },
      Give: { Type: 'Pass', Output: '{% $answer & "!" %}', End: true },
    },
  },
  input: { n: 1 },
  events: [
    { id: 1, previousEventId: 0, type: 'ExecutionStarted' },
    { id: 2, previousEventId: 0, type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Call', input: { n: 1 } } },
    { id: 3, previousEventId: 2, type: 'TaskSucceeded', taskSucceededEventDetails: { output: { Payload: 'yes', StatusCode: 200 } } },
    {
      id: 4,
      previousEventId: 3,
      type: 'TaskStateExited',
      stateExitedEventDetails: { name: 'Call', output: '2', assignedVariables: { answer: '"yes"' } },
    },
    { id: 5, previousEventId: 4, type: 'PassStateEntered', stateEnteredEventDetails: { name: 'Give', input: '2' } },
    { id: 6, previousEventId: 5, type: 'PassStateExited', stateExitedEventDetails: { name: 'Give', output: '"yes!"' } },
    { id: 7, previousEventId: 6, type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: '"yes!"' } },
  ],
};

const plan = () => planOf([recording], [aws.keys.p256, aws.keys.ed25519]);
const stateProbes = (...names: string[]) => ({
  ...plan(),
  definitions: [],
  keys: [],
  probes: plan().probes.filter(({ state }) => names.includes(state)),
});

describe('what is asked', () => {
  it('is every definition, every state that TestState knows in every way it can end, every state recorded, every key', () => {
    const { definitions, probes } = plan();
    expect(definitions.map(({ name }) => name)).toEqual([...readRecordings().map(({ version }) => version), 'result_in_variable']);
    const asked = new Set(probes.map(({ state }) => state));
    const all = Object.entries(readRecordings().at(-1)!.definition.States).filter(([, { Type }]) => Type !== 'Map');
    expect(all.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
    expect(asked.has('still-holds-data')).toBe(true);
    expect(probes.filter(({ state }) => state === 'deliver').map(({ name }) => name.split(' ').slice(2).join(' '))).toEqual([
      'answers',
      'fails for good',
      'is too late',
      'fails for now',
    ]);
    expect(probes.filter(({ state }) => state === 'resume-at').length).toBeGreaterThanOrEqual(20);
    expect(probes.slice(-2)).toMatchObject([
      { state: 'Call', input: { n: 1 }, variables: {}, mock: { result: { Payload: 'yes' } } },
      { state: 'Give', input: 2, variables: { answer: 'yes' } },
    ]);
  });

  it.runIf(existsSync(RECORDINGS))('of a recording is what AWS answered when it was made', async () => {
    const seen: unknown[] = [];
    const answered: unknown[] = [];
    for (const recorded of readExecutions(RECORDINGS)) {
      for (const probe of recordedProbes(recorded)) {
        const exit = recorded.events.map((event) => event['stateExitedEventDetails'] as { name: string; output: unknown } | undefined);
        answered.push([probe.name, dataOf(exit.find((details) => details?.name === probe.state)?.output)]);
        const { output = null } = await askEngine({ ...probe, definition: asJsonata(probe.definition)! });
        seen.push([probe.name, output]);
      }
    }
    expect(seen.length).toBeGreaterThan(30);
    expect(seen).toEqual(answered);
  });

  it('finds nothing where all agree', async () => {
    expect(await checkCloud(clients, plan())).toEqual([]);
    expect(new Set(aws.calls)).toEqual(new Set(['ValidateStateMachineDefinition', 'TestState', 'GetPublicKey', 'Sign']));
  });
});

describe('a difference', () => {
  const cases: [string, string, object][] = [
    ['another next state', 'what-next', { nextState: 'closed-already' }],
    ['another variable', 'find', { inspectionData: { variables: '{"found":7}' } }],
    ['another output', 'Give', { output: '"no!"' }],
    ['another status', 'Give', { status: 'FAILED' }],
    ['another error', 'deliver', { error: 'States.TaskFailed' }],
  ];
  it.each(cases)('is found: %s', async (_what, state, lie) => {
    aws.lies['TestState'] = (answer) => ({ ...answer, ...lie });
    const [difference] = await checkCloud(clients, stateProbes(state));
    expect(difference).toMatch(new RegExp(`^state .*${state}`));
    expect(difference).toContain('AWS: ');
  });

  it('is found between a definition and what AWS takes', async () => {
    const fault = { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: 'Field is not supported', location: '/States/find' };
    aws.lies['ValidateStateMachineDefinition'] = () => ({ result: 'FAIL', diagnostics: [fault] });
    const found = await checkCloud(clients, { ...plan(), probes: [], keys: [] });
    expect(found).toHaveLength(2);
    expect(found[0]).toBe('definition 0.1.0\n  SCHEMA_VALIDATION_FAILED /States/find Field is not supported');
  });

  it('is found where AWS refuses what we thought it takes', async () => {
    const odd = stateProbes('Give').probes.map((probe) => ({ ...probe, state: 'Nowhere' }));
    const [difference] = await checkCloud(clients, { definitions: [], keys: [], probes: odd });
    expect(difference).toContain('AWS refuses: ValidationException');
  });
});

describe('the form of signatures', () => {
  it('is that of the small AWS, through its own front', async () => {
    const keys = [
      ['Receipt', 'ECC_NIST_P256'],
      ['Log', 'ECC_NIST_EDWARDS25519'],
    ].map(([ref = '', KeySpec]): Resource => ({
      logicalId: ref,
      type: 'AWS::KMS::Key',
      ref,
      arn: `arn:aws:kms:eu-central-1:000000000000:key/${ref}`,
      properties: { KeySpec, KeyUsage: 'SIGN_VERIFY' },
    }));
    const front = await serveFront(({ dir }) => [createKms({ dir, keys, aliases: [] })]);
    const kms = new KMSClient(front.settings);
    expect(await keyFault(kms, 'Receipt')).toBeUndefined();
    expect(await keyFault(kms, 'Log')).toBeUndefined();
    await front.close();
  });

  const altered = (place: number) => (signature: Buffer) => {
    signature[place]! ^= 1;
    return signature;
  };
  const wrong: [string, 'p256' | 'ed25519', (signature: Buffer) => Buffer, RegExp][] = [
    ['raw instead of DER', 'p256', () => Buffer.alloc(64, 1), /not the one DER form/],
    ['of something else', 'p256', altered(40), /does not verify/],
    [
      'DER instead of raw',
      'ed25519',
      (signature) => Buffer.concat([Buffer.from([0x30, 0x40]), signature]),
      /66 bytes instead of the 64 raw/,
    ],
    ['of something else', 'ed25519', altered(3), /does not verify/],
  ];
  it.each(wrong)('is refused: %s (%s)', async (_what, key, change, sentence) => {
    aws.lies['Sign'] = (answer) => ({
      ...answer,
      Signature: change(Buffer.from(answer['Signature'] as string, 'base64')).toString('base64'),
    });
    expect(await keyFault(clients.kms, aws.keys[key])).toMatch(sentence);
  });

  it('is not asked of a key that signs nothing of ours', async () => {
    aws.lies['GetPublicKey'] = (answer) => ({ ...answer, KeySpec: 'RSA_2048' });
    expect(await keyFault(clients.kms, aws.keys.p256)).toContain('RSA_2048 signs neither');
  });
});

describe('the command', () => {
  async function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'check-cloud-run.ts'), ...args], {
      env: { PATH: process.env['PATH']!, AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nowhere', AWS_REGION: 'eu-central-1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: ((await ended) as [number])[0], out, err };
  }
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'quittance-check-cloud-'));
    file = path.join(folder, 'recordings.json');
    writeFileSync(file, JSON.stringify([recording]));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const signedIn = { AWS_ACCESS_KEY_ID: 'AKIDFAKE', AWS_SECRET_ACCESS_KEY: 'fake' };

  it('says what it would call and at what cost, and asks nothing unless told to', async () => {
    const { code, out, err } = await run(['--key', 'p256'], signedIn);
    expect(code).toBe(2);
    expect(out).toMatch(/\d+ calls of states:TestState, without charge/);
    expect(out).toContain('4 calls of kms:GetPublicKey and kms:Sign at most');
    expect(err).toContain('add --yes');
  });

  it('says so where there are no credentials, and no region', async () => {
    expect(await run(['--yes'])).toMatchObject({ code: 2, err: expect.stringContaining('There are no AWS credentials.') as string });
    expect((await run(['--yes'], { AWS_REGION: '' })).err).toContain('Say which region');
  });

  it('asks nobody but AWS, whatever the environment says', async () => {
    const { code, err } = await run(['--yes'], { ...signedIn, AWS_ENDPOINT_URL: aws.url });
    expect(code).toBe(2);
    expect(err).toContain('127.0.0.1 is not AWS');
    expect(aws.calls).toEqual([]);
  });

  it('ends with 0 where all agree', async () => {
    const { code, out } = await run(['--yes', '--endpoint', aws.url, '--recordings', file, '--key', 'p256', '--key', 'ed25519'], signedIn);
    expect(out).toMatch(/\d+ agree, 0 differ\n$/);
    expect(code).toBe(0);
  }, 60_000);

  it('ends with 1 where something differs, and names it', async () => {
    aws.lies['Sign'] = (answer) => ({ ...answer, Signature: Buffer.alloc(64, 1).toString('base64') });
    const { code, out, err } = await run(['--yes', '--endpoint', aws.url, '--recordings', file, '--key', 'p256'], signedIn);
    expect(err).toContain('DIFFERS key\n  the signature is not the one DER form');
    expect(out).toMatch(/1 differ\n$/);
    expect(code).toBe(1);
  }, 60_000);

  it('explains itself when it does not understand, and a file that holds no recordings', async () => {
    expect((await run(['--all'])).err).toContain('Usage: npm run check:cloud');
    expect(await run(['--recordings', 'package.json'])).toMatchObject({ code: 2, err: expect.stringContaining('package.json') as string });
  });
});
