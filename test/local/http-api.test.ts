/** The HTTP API in front of a function: events in, answers out, and the small AWS's own pages. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SmallAws } from '../../lib/local/small-aws.ts';
import { httpApiTo, workspace, type Workspace } from './fixture.ts';

/** Answers with the event it got, or as the query asks. */
const source = `
export const handler = async (event) => {
  const what = event.queryStringParameters?.what;
  if (what === 'cookies') return { statusCode: 303, headers: { Location: '/next' }, cookies: ['a=1; Path=/', 'b=2; HttpOnly'] };
  if (what === 'binary') return { statusCode: 200, headers: { 'content-type': 'application/zip' }, body: Buffer.from([0, 255, 128, 10]).toString('base64'), isBase64Encoded: true };
  if (what === 'text') return { statusCode: 201, body: 'Grüße 🦊' };
  if (what === 'bare') return { hello: 'wörld' };
  if (what === 'nonsense') return { statusCode: 'many' };
  if (what === 'large') return { statusCode: 200, body: 'x'.repeat(7 * 1024 * 1024) };
  if (what === 'hang') return await new Promise(() => {});
  if (what === 'throw') throw new Error('secret detail');
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
};`;

const routes = {
  Item: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey: 'GET /items/{id}/{rest+}',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
    },
  },
};

interface Event {
  version: string;
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  cookies?: string[];
  headers: Record<string, string>;
  queryStringParameters?: Record<string, string>;
  pathParameters?: Record<string, string>;
  requestContext: { http: Record<string, string>; timeEpoch: number; time: string; domainName: string };
  body?: string;
  isBase64Encoded: boolean;
}

describe('the HTTP API', () => {
  let place: Workspace;
  let aws: SmallAws;
  const echo = async (path: string, init?: RequestInit) => (await (await fetch(aws.url + path, init)).json()) as Event;

  beforeAll(async () => {
    const variables = { URL: { 'Fn::Join': ['', ['https://', { Ref: 'Api' }, '.execute-api.eu-central-1.amazonaws.com/']] } };
    place = workspace({
      functions: { Web: { source, variables, properties: { Timeout: 60 } } },
      resources: { ...httpApiTo('Web'), ...routes },
    });
    aws = await place.start({
      local: () => ({
        mail: async (request) =>
          new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`, { status: 202 }),
      }),
    });
  });
  afterAll(() => place.remove());

  it('hands the request on in payload format 2.0', async () => {
    const event = await echo('/p%C3%A4th/x?a=1&a=2&b=%20c', { headers: { cookie: 's=1; t=2', 'X-Two': 'yes' } });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/päth/x',
      rawQueryString: 'a=1&a=2&b=%20c',
      queryStringParameters: { a: '1,2', b: ' c' },
      cookies: ['s=1', 't=2'],
      headers: { 'x-two': 'yes', host: new URL(aws.url).host, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
      requestContext: { http: { method: 'GET', path: '/päth/x', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' } },
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
    expect(Math.abs(event.requestContext.timeEpoch - Date.now())).toBeLessThan(10_000);
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });

  it('takes the most specific route and names its parameters', async () => {
    const event = await echo('/items/7/a/b');
    expect(event).toMatchObject({ routeKey: 'GET /items/{id}/{rest+}', pathParameters: { id: '7', rest: 'a/b' } });
    expect((await echo('/items/7/a', { method: 'POST', body: 'x' })).routeKey).toBe('$default');
  });

  it.each([
    ['application/json', '{"ü":1}', false],
    ['text/plain; charset=utf-8', 'schön 🦊', false],
    ['application/x-www-form-urlencoded', 'name=J%C3%BCrgen', true],
    ['application/octet-stream', 'raw', true],
  ])('hands a body of type %s on as AWS does', async (type, body, isBase64Encoded) => {
    const event = await echo('/', { method: 'POST', body, headers: { 'content-type': type } });
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(event.body!, isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body);
  });

  it('writes status, headers and every cookie', async () => {
    const answer = await fetch(`${aws.url}/?what=cookies`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/next');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly']);
  });

  it('writes binary and UTF-8 bodies unchanged', async () => {
    const binary = await fetch(`${aws.url}/?what=binary`);
    expect([...new Uint8Array(await binary.arrayBuffer())]).toEqual([0, 255, 128, 10]);
    const text = await fetch(`${aws.url}/?what=text`);
    expect([text.status, text.headers.get('content-type'), await text.text()]).toEqual([201, 'text/plain;charset=utf-8', 'Grüße 🦊']);
    const bare = await fetch(`${aws.url}/?what=bare`);
    expect([bare.status, await bare.json()]).toEqual([200, { hello: 'wörld' }]);
  });

  it.each(['throw', 'nonsense', 'large'])('answers 500 without details where the function fails (%s)', async (what) => {
    const answer = await fetch(`${aws.url}/?what=${what}`);
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('gives up on a function after 30 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waited = new Promise<[number | undefined, string]>((resolve, reject) => {
      httpRequest(`${aws.url}/?what=hang`, (answer) => {
        answer.once('data', (chunk) => resolve([answer.statusCode, String(chunk)]));
      })
        .on('error', reject)
        .end();
    });
    while (vi.getTimerCount() < 2) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await Promise.race([waited, new Promise((resolve) => setImmediate(resolve, 'waiting'))])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await waited).toEqual([503, '{"message":"Service Unavailable"}']);
    vi.useRealTimers();
  });

  it('refuses bodies that API Gateway or Lambda would refuse', async () => {
    for (const megabytes of [7, 11]) {
      const answer = await fetch(aws.url, { method: 'POST', body: 'x'.repeat(megabytes * 1024 * 1024) });
      expect(answer.status).toBe(413);
    }
  });

  it('refuses a path that is not UTF-8', async () => {
    expect((await fetch(`${aws.url}/%ff`)).status).toBe(400);
  });

  it('serves its own pages below /_local and nothing else there', async () => {
    const answer = await fetch(`${aws.url}/_local/mail/1?x=2`, { method: 'POST', body: 'grün' });
    expect([answer.status, await answer.text()]).toEqual([202, 'POST /_local/mail/1 grün']);
    expect((await fetch(`${aws.url}/_local/other`)).status).toBe(404);
  });

  it("turns away a host name that is not this machine's", async () => {
    const { port } = new URL(aws.url);
    const status = await new Promise((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path: '/_local/mail', headers: { host: 'rebound.example' } }, (answer) =>
        resolve(answer.statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it("resolves the API's cloud address in the template to the local one", () => {
    const web = aws.resources.find(({ logicalId }) => logicalId === 'Web')!;
    expect(web.properties).toMatchObject({ Environment: { Variables: { URL: `${aws.url}/` } } });
  });
});
