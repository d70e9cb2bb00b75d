/** The local OpenID provider, driven as a browser and a client drive it. */
import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { virtualClock, type VirtualClock } from '../../../lib/local/clock.ts';
import { createOidcProvider, type OidcProviderOptions } from '../../../lib/local/oidc/create-oidc-provider.ts';

const issuer = 'http://127.0.0.1:4000/_local/oidc';
const redirectUri = 'http://127.0.0.1:4000/staff/callback';
const users = [
  { sub: 'u1', name: 'Ada Officer', email: 'ada@example.org', roles: ['officer'] },
  { sub: 'u2', name: 'Bo <Admin>', email: 'bo@example.org', roles: ['admin'] },
];
const clients = [
  { clientId: 'staff', clientSecret: 's3cret:/ü', redirectUris: [redirectUri] },
  { clientId: 'public', redirectUris: [redirectUri] },
];
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

let dir: string;
let clock: VirtualClock;
let options: OidcProviderOptions;
let provider: (request: Request) => Promise<Response>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'oidc-'));
  clock = virtualClock(Date.UTC(2031, 0, 1));
  options = { issuer, dir, clients, users, clock };
  provider = createOidcProvider(options);
});
afterEach(() => rm(dir, { recursive: true }));

const get = (path: string) => provider(new Request(`${issuer}${path}`));

function authorizePath(changes: Record<string, string> = {}): string {
  const query = {
    response_type: 'code',
    client_id: 'staff',
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: 'st',
    nonce: 'n-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  return `/authorize?${new URLSearchParams(query)}`;
}

async function pick(sub: string, changes: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> {
  return await provider(
    new Request(issuer + authorizePath(changes), { method: 'POST', body: new URLSearchParams({ user: sub }), headers }),
  );
}

async function codeFor(sub: string, changes: Record<string, string> = {}): Promise<string> {
  return new URL((await pick(sub, changes)).headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function exchange(code: string, changes: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    client_id: 'staff',
    client_secret: 's3cret:/ü',
    ...changes,
  };
  const answer = await provider(new Request(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form), headers }));
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

async function claims(idToken: string, clientId = 'staff') {
  const jwks = (await (await get('/jwks')).json()) as JSONWebKeySet;
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(jwks), { issuer, audience: clientId, currentDate: new Date(clock.now()) });
  return payload;
}

it('publishes its endpoints and no secret of its key', async () => {
  const discovery = (await (await get('/.well-known/openid-configuration')).json()) as Record<string, unknown>;
  expect(discovery).toMatchObject({ issuer, token_endpoint: `${issuer}/token`, code_challenge_methods_supported: ['S256'] });
  const { keys } = (await (await get('/jwks')).json()) as JSONWebKeySet;
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatchObject({ alg: 'ES256', crv: 'P-256', use: 'sig' });
  expect(keys[0]).not.toHaveProperty('d');
  expect(statSync(join(dir, 'signing-key.json')).mode & 0o777).toBe(0o600);
});

it('shows the people to pick from, one button each', async () => {
  const answer = await get(authorizePath());
  const page = await answer.text();
  expect(page.match(/<button type="submit" name="user"/g)).toHaveLength(2);
  expect(page).toContain('Bo &lt;Admin&gt;');
  expect(answer.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:4000");
});

it('signs the picked person in: code, then an id token with name, roles and nonce', async () => {
  const answer = await pick('u1');
  const target = new URL(answer.headers.get('location') ?? '');
  expect([answer.status, target.origin + target.pathname]).toEqual([303, redirectUri]);
  expect([target.searchParams.get('state'), target.searchParams.get('iss')]).toEqual(['st', issuer]);
  const { status, body } = await exchange(target.searchParams.get('code') ?? '');
  expect(status).toBe(200);
  expect(await claims(body.id_token ?? '')).toMatchObject({
    sub: 'u1',
    name: 'Ada Officer',
    roles: ['officer'],
    nonce: 'n-1',
    email: 'ada@example.org',
  });
});

it('takes the client secret by HTTP Basic too', async () => {
  const basic = Buffer.from(`staff:${encodeURIComponent('s3cret:/ü')}`).toString('base64');
  const form = { client_id: '', client_secret: '' };
  expect(await exchange(await codeFor('u2'), form, { authorization: `Basic ${basic}` })).toMatchObject({ status: 200 });
});

it('exchanges a code once only, and not after a minute', async () => {
  const code = await codeFor('u1');
  expect((await exchange(code)).status).toBe(200);
  expect((await exchange(code)).body.error).toBe('invalid_grant');
  const late = await codeFor('u1');
  await clock.advanceBy(61_000);
  expect((await exchange(late)).body.error).toBe('invalid_grant');
});

it('refuses a wrong secret, another redirect address, another verifier and another client', async () => {
  expect((await exchange(await codeFor('u1'), { client_secret: 'guess' })).body.error).toBe('invalid_client');
  expect((await exchange(await codeFor('u1'), { redirect_uri: `${redirectUri}/x` })).body.error).toBe('invalid_grant');
  expect((await exchange(await codeFor('u1'), { code_verifier: 'x'.repeat(43) })).body.error).toBe('invalid_grant');
  expect((await exchange(await codeFor('u1', { client_id: 'public' }))).body.error).toBe('invalid_grant');
});

it('binds a public client by PKCE alone', async () => {
  const code = await codeFor('u1', { client_id: 'public' });
  const { body } = await exchange(code, { client_id: 'public', client_secret: '' });
  expect(await claims(body.id_token ?? '', 'public')).toMatchObject({ aud: 'public' });
});

it('never redirects to an address that is not registered', async () => {
  for (const changes of [{ redirect_uri: 'http://evil.example/' }, { redirect_uri: `${redirectUri}?x=1` }, { client_id: 'nobody' }]) {
    const answer = await get(authorizePath(changes));
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  }
});

it('tells the client what is wrong with its request', async () => {
  const errorOf = async (changes: Record<string, string>) => {
    const answer = await get(authorizePath(changes));
    return new URL(answer.headers.get('location') ?? '').searchParams.get('error');
  };
  expect(await errorOf({ response_type: 'token' })).toBe('unsupported_response_type');
  expect(await errorOf({ code_challenge_method: 'plain' })).toBe('invalid_request');
  expect(await errorOf({ scope: 'profile' })).toBe('invalid_scope');
  expect(await errorOf({ prompt: 'none' })).toBe('login_required');
});

it('refuses a choice that another site sends', async () => {
  expect((await pick('u1', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await pick('u1', {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
});

it('keeps its key, so that a token outlives a restart', async () => {
  const { body } = await exchange(await codeFor('u1'));
  provider = createOidcProvider(options);
  expect(await claims(body.id_token ?? '')).toMatchObject({ sub: 'u1' });
});
