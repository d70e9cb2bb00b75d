/** `lambda:Invoke` and `events:PutEvents` over the wire. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SmallAws } from '../../lib/local/small-aws.ts';
import { permissionFor, workspace, type Workspace } from './fixture.ts';
import { signedFetch } from './signed-fetch.ts';

const source = `
import { appendFileSync } from 'node:fs';
export const handler = async (event) => {
  if (event.fail) throw new RangeError('too far');
  appendFileSync(process.env.SCRATCH + '/seen', JSON.stringify(event) + '\\n');
  return { got: event };
};`;
const keySource = 'export const handler = async () => [process.env.AWS_ACCESS_KEY_ID, process.env.AWS_SECRET_ACCESS_KEY]';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

describe('over the wire', () => {
  let place: Workspace;
  let aws: SmallAws;
  const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:Shop-Worker';
  const pathOf = (name: string) => `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
  const invoke = (name: string, body: string, headers: Record<string, string> = {}) =>
    signedFetch(aws, { service: 'lambda', path: pathOf(name), body, headers });
  const seen = () => readFileSync(join(place.scratch, 'seen'), 'utf8');
  const keyOf = async (name: string) => {
    const { payload } = (await aws.invoker.invoke(`Shop-${name}`, {})) as { payload: [string, string] };
    return { accessKeyId: payload[0], secretAccessKey: payload[1] };
  };

  beforeAll(async () => {
    place = workspace({
      functions: {
        Worker: { source },
        Boss: { source: keySource, allow: [{ Action: 'lambda:InvokeFunction', Resource: arnOf('Worker') }] },
        Guest: { source: keySource },
      },
      resources: {
        Allowed: permissionFor('events.amazonaws.com', 'Worker'),
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', Arn: arnOf('Worker') }] },
        },
      },
    });
    aws = await place.start();
  });
  afterAll(() => place.remove());

  it.each(['Shop-Worker', arn, `${arn}:$LATEST`])('invokes %s and answers with its payload', async (name) => {
    const answer = await invoke(name, '{"n":1}');
    expect([answer.status, await answer.json()]).toEqual([200, { got: { n: 1 } }]);
  });

  it("marks a function's error as such", async () => {
    const answer = await invoke(arn, '{"fail":true}');
    expect([answer.status, answer.headers.get('x-amz-function-error')]).toEqual([200, 'Unhandled']);
    expect(await answer.json()).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
  });

  it('accepts an event at once and runs it', async () => {
    const answer = await invoke(arn, '{"later":true}', { 'x-amz-invocation-type': 'Event' });
    expect(answer.status).toBe(202);
    await aws.settled();
    expect(seen()).toContain('{"later":true}');
  });

  it("needs the caller's grant", async () => {
    const request = { service: 'lambda', path: pathOf(arn), body: '{}' };
    expect((await signedFetch(aws, request, await keyOf('Boss'))).status).toBe(200);
    const denied = await signedFetch(aws, request, await keyOf('Guest'));
    expect(denied.headers.get('x-amzn-errortype')).toBe('AccessDeniedException');
    expect(await denied.text()).toContain(`Shop-Guest is not authorized to perform: lambda:InvokeFunction on resource: ${arn}`);
  });

  it('knows no function that is not in the template, and no other operation', async () => {
    const missing = await invoke('Nobody', '{}');
    expect([missing.status, missing.headers.get('x-amzn-errortype')]).toEqual([404, 'ResourceNotFoundException']);
    expect((await signedFetch(aws, { service: 'lambda', path: '/2015-03-31/functions/x/aliases' })).status).toBe(501);
  });

  it('puts events on the default bus and refuses any other', async () => {
    const entry = { Source: 'shop', DetailType: 'Sold', Detail: '{"sku":7}' };
    const body = JSON.stringify({ Entries: [entry, { ...entry, EventBusName: 'other' }, { ...entry, Detail: 'not json' }] });
    const headers = { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' };
    const answer = await signedFetch(aws, { service: 'events', headers, body });
    expect(await answer.json()).toMatchObject({
      FailedEntryCount: 2,
      Entries: [{ EventId: expect.any(String) }, { ErrorCode: 'ResourceNotFoundException' }, { ErrorCode: 'MalformedDetail' }],
    });
    await aws.settled();
    expect(seen()).toContain('"detail":{"sku":7}');
  });
});
