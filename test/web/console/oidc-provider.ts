/** A real OpenID provider for tests, on loopback: authorization code with PKCE, an ES256 id_token, one code one use. */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

export interface TestProvider {
  issuer: string;
  /** What the next id_token says besides the usual; `undefined` leaves a claim out. */
  claims: Record<string, unknown>;
  /** Signs with a key the key set does not show. */
  forge: boolean;
  /** The token endpoint answers nonsense. */
  broken: boolean;
  /** Requests to the discovery document and the key set so far. */
  fetched: { discovery: number; keys: number };
  close(): Promise<void>;
}

interface Grant {
  challenge: string;
  nonce: string;
  redirectUri: string;
}

interface Keys {
  shown: { privateKey: CryptoKey; publicKey: CryptoKey };
  hidden: { privateKey: CryptoKey };
}

export const CLIENT = { id: 'console', secret: 'client secret with : and %' };

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function clientIsOurs(request: IncomingMessage): boolean {
  const pair = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
  const [id, secret] = pair.split(':').map(decodeURIComponent);
  return id === CLIENT.id && secret === CLIENT.secret;
}

async function idToken(provider: TestProvider, keys: Keys, nonce: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: provider.issuer, aud: CLIENT.id, sub: 'staff-1', iat: now, exp: now + 300, nonce, ...provider.claims };
  const key = provider.forge ? keys.hidden.privateKey : keys.shown.privateKey;
  return new SignJWT(JSON.parse(JSON.stringify(claims)) as Record<string, unknown>)
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .sign(key);
}

function authorize(grants: Map<string, Grant>, url: URL, response: ServerResponse): void {
  const code = randomBytes(12).toString('hex');
  const parameter = (name: string): string => url.searchParams.get(name) ?? '';
  grants.set(code, { challenge: parameter('code_challenge'), nonce: parameter('nonce'), redirectUri: parameter('redirect_uri') });
  const back = new URL(parameter('redirect_uri'));
  back.searchParams.set('code', code);
  back.searchParams.set('state', parameter('state'));
  response.writeHead(302, { location: back.href }).end();
}

async function token(
  provider: TestProvider,
  request: IncomingMessage,
  { grants, keys, response }: { grants: Map<string, Grant>; keys: Keys; response: ServerResponse },
): Promise<void> {
  const form = new URLSearchParams(await textOf(request));
  const grant = grants.get(form.get('code') ?? '');
  grants.delete(form.get('code') ?? '');
  const proof = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const right = grant !== undefined && proof === grant.challenge && form.get('redirect_uri') === grant.redirectUri && clientIsOurs(request);
  if (!right) return json(response, { error: 'invalid_grant' }, 400);
  if (provider.broken) return json(response, { token_type: 'Bearer' });
  json(response, { token_type: 'Bearer', access_token: 'unused', id_token: await idToken(provider, keys, grant.nonce) });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** Starts a provider of its own. */
export async function startProvider(): Promise<TestProvider> {
  const keys: Keys = { shown: await generateKeyPair('ES256'), hidden: await generateKeyPair('ES256') };
  const grants = new Map<string, Grant>();
  const jwk = { ...(await exportJWK(keys.shown.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    if (url.pathname === '/.well-known/openid-configuration') {
      provider.fetched.discovery += 1;
      return json(response, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        end_session_endpoint: `${provider.issuer}/end`,
      });
    }
    if (url.pathname === '/keys') {
      provider.fetched.keys += 1;
      return json(response, { keys: [jwk] });
    }
    if (url.pathname === '/authorize') return authorize(grants, url, response);
    if (url.pathname === '/token') return void token(provider, request, { grants, keys, response });
    json(response, {}, 404);
  });
  const issuer = await listen(server);
  const provider: TestProvider = {
    issuer,
    claims: {},
    forge: false,
    broken: false,
    fetched: { discovery: 0, keys: 0 },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return provider;
}
