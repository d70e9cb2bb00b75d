/** Something on loopback that speaks as Step Functions and KMS do: it answers with our engine and our KMS, and lies on demand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Resource } from '../../lib/local/contract.ts';
import { createKms } from '../../lib/local/kms/create-kms.ts';
import type { Definition, Json, JsonObject } from '../../lib/local/states/definition.ts';
import { listen, stop } from '../../lib/local/loopback.ts';
import { asJsonata } from '../conformance/states-language-jsonpath.ts';
import { askEngine } from './ask-engine.ts';
import type { Mock, Outcome } from './probe.ts';

type Wire = Record<string, unknown>;

export interface FakeAws {
  url: string;
  /** Operations that were called, in order. */
  calls: string[];
  /** Key ids: what receipts are signed with, what a log is signed with, and one for neither. */
  keys: { p256: string; ed25519: string; symmetric: string };
  /** Changes the answer of an operation. */
  lies: Record<string, (answer: Wire, asked: Wire) => Wire>;
  close(): Promise<void>;
}

const key = (logicalId: string, KeySpec: string, KeyUsage: string): Resource => ({
  logicalId,
  type: 'AWS::KMS::Key',
  ref: logicalId,
  arn: `arn:aws:kms:eu-central-1:000000000000:key/${logicalId}`,
  properties: { KeySpec, KeyUsage },
});

const KEYS = [
  key('p256', 'ECC_NIST_P256', 'SIGN_VERIFY'),
  key('ed25519', 'ECC_NIST_EDWARDS25519', 'SIGN_VERIFY'),
  key('symmetric', 'SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
];

const json = (text: unknown): Json => JSON.parse(text as string) as Json;

function mockIn(asked: Wire): Mock | undefined {
  const { result, errorOutput } = (asked['mock'] ?? {}) as { result?: string; errorOutput?: { error: string; cause: string } };
  if (errorOutput) return errorOutput;
  return result === undefined ? undefined : { result: json(result) };
}

function testStateAnswer({ status, output, error, next, variables }: Outcome): Wire {
  return {
    status,
    ...(output === undefined ? {} : { output: JSON.stringify(output) }),
    ...(error === undefined ? {} : { error }),
    ...(next === undefined ? {} : { nextState: next }),
    inspectionData: { variables: JSON.stringify(variables) },
  };
}

async function testState(asked: Wire): Promise<Wire> {
  const mock = mockIn(asked);
  const definition = asJsonata(json(asked['definition']) as unknown as Definition)!;
  const state = asked['stateName'] as string;
  const waits = definition.States[state]!.Resource?.endsWith('.waitForTaskToken');
  if (waits && !(asked['context'] as string | undefined)?.includes('Token'))
    throw new Error('A token is waited for, and the context has none');
  const rest = { input: json(asked['input']), variables: json(asked['variables']) as JsonObject, ...(mock ? { mock } : {}) };
  return testStateAnswer(await askEngine({ name: 'asked', definition, state, ...rest }));
}

async function bodyOf(request: IncomingMessage): Promise<Wire> {
  return JSON.parse(Buffer.concat((await request.toArray()) as Buffer[]).toString()) as Wire;
}

/** Starts it. */
export async function startFakeAws(): Promise<FakeAws> {
  const dir = mkdtempSync(path.join(tmpdir(), 'quittance-fake-aws-'));
  const kms = createKms({ dir, keys: KEYS, aliases: [] });
  const calls: string[] = [];
  const lies: FakeAws['lies'] = {};
  const answer = async (operation: string, asked: Wire): Promise<Wire> => {
    if (operation === 'TestState') return await testState(asked);
    if (operation === 'ValidateStateMachineDefinition') return { result: 'OK', diagnostics: [] };
    return await kms.run({ operation, input: asked, principal: { name: 'asker', arn: 'asker', kind: 'operator' } });
  };
  const server = createServer((request, response) => {
    void (async () => {
      const operation = String(request.headers['x-amz-target']).split('.').at(-1)!;
      const asked = await bodyOf(request);
      calls.push(operation);
      const given = await answer(operation, asked);
      const body = JSON.stringify(lies[operation]?.(given, asked) ?? given);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
    })().catch((error: unknown) => {
      const body = JSON.stringify({ __type: 'ValidationException', message: (error as Error).message });
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
    });
  });
  const url = await listen(server, 0);
  return {
    url,
    calls,
    keys: { p256: 'p256', ed25519: 'ed25519', symmetric: 'symmetric' },
    lies,
    async close() {
      await stop(server);
      await kms.close?.();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
