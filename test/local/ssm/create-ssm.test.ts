/** The local parameter store behind the front door, called with the real SDK. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../lib/local/clock.ts';
import type { Resource } from '../../../lib/local/contract.ts';
import { createSsm, type SsmService } from '../../../lib/local/ssm/create-ssm.ts';
import { region, serveFront, type ServedFront } from '../../contracts/serve-front.ts';

function parameter(name: string, Value: string): Resource {
  return { logicalId: 'P', type: 'AWS::SSM::Parameter', ref: name, arn: '', properties: { Name: name, Type: 'String', Value } };
}

let front: ServedFront;
let ssm: SsmService;
let client: SSMClient;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ssm-'));
  front = await serveFront(({ clock }) => [(ssm = createSsm({ dir, parameters: [parameter('/app/mode', 'demo')], clock, region }))]);
  client = new SSMClient(front.settings);
});
afterEach(async () => {
  await front.close();
  await rm(dir, { recursive: true });
});

it('gives the parameters of the template', async () => {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: '/app/mode' }));
  expect(Parameter).toMatchObject({ Value: 'demo', Type: 'String', Version: 1 });
  expect(Parameter?.ARN).toBe('arn:aws:ssm:eu-central-1:000000000000:parameter/app/mode');
  expect(Parameter?.LastModifiedDate).toBeInstanceOf(Date);
});

it('decrypts a secure value only when asked, and never writes it in clear', async () => {
  ssm.put('/app/crm/password', 'correct horse');
  const hidden = await client.send(new GetParameterCommand({ Name: '/app/crm/password' }));
  const open = await client.send(new GetParameterCommand({ Name: '/app/crm/password', WithDecryption: true }));
  expect(hidden.Parameter?.Value).not.toContain('horse');
  expect(open.Parameter?.Value).toBe('correct horse');
  const written = readdirSync(dir).map((file) => readFileSync(join(dir, file), 'utf8'));
  expect(written.join()).not.toContain('horse');
});

it('overwrites only when told to, and counts versions', async () => {
  const put = (Overwrite: boolean) => client.send(new PutParameterCommand({ Name: '/app/key', Value: 'v', Type: 'String', Overwrite }));
  expect((await put(false)).Version).toBe(1);
  await expect(put(false)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  expect((await put(true)).Version).toBe(2);
  await expect(client.send(new GetParameterCommand({ Name: '/app/key:1' }))).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
});

it('keeps a value put by hand until the template itself changes', async () => {
  await client.send(new PutParameterCommand({ Name: '/app/mode', Value: 'mine', Overwrite: true }));
  const valueAfterStart = async (deployed: string) => {
    const again = createSsm({ dir, parameters: [parameter('/app/mode', deployed)], clock: systemClock(), region });
    const principal = { name: 'operator', arn: '', kind: 'operator' } as const;
    const { Parameter } = await again.run({ operation: 'GetParameter', input: { Name: '/app/mode' }, principal });
    return (Parameter as { Value: string }).Value;
  };
  expect(await valueAfterStart('demo')).toBe('mine');
  expect(await valueAfterStart('live')).toBe('live');
});

it('gets several by name and tells which do not exist', async () => {
  const got = await client.send(new GetParametersCommand({ Names: ['/app/mode', '/app/none'] }));
  expect(got.Parameters?.map(({ Name }) => Name)).toEqual(['/app/mode']);
  expect(got.InvalidParameters).toEqual(['/app/none']);
});

it('walks a path, in pages, deep only when asked', async () => {
  for (const name of ['/app/a', '/app/b', '/app/deep/c', '/apple']) ssm.put(name, 'x');
  const flat = await client.send(new GetParametersByPathCommand({ Path: '/app', MaxResults: 2 }));
  const rest = await client.send(new GetParametersByPathCommand({ Path: '/app', MaxResults: 2, NextToken: flat.NextToken }));
  const deep = await client.send(new GetParametersByPathCommand({ Path: '/app/', Recursive: true }));
  const names = (page: typeof flat) => page.Parameters?.map(({ Name }) => Name);
  expect([names(flat), names(rest), rest.NextToken]).toEqual([['/app/a', '/app/b'], ['/app/mode'], undefined]);
  expect(names(deep)).toEqual(['/app/a', '/app/b', '/app/deep/c', '/app/mode']);
});

it('forgets a deleted parameter', async () => {
  await client.send(new DeleteParameterCommand({ Name: '/app/mode' }));
  await expect(client.send(new GetParameterCommand({ Name: '/app/mode' }))).rejects.toMatchObject({ name: 'ParameterNotFound' });
});
