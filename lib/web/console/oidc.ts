/** An ordinary OpenID Connect client: authorization code with PKCE, state and nonce; the id_token is checked against the issuer's keys. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { ConsoleAuth } from './auth.ts';

/** What must be remembered between leaving for the provider and coming back. */
interface Login {
  state: string;
  nonce: string;
  verifier: string;
}

export type SignInFailure =
  /** The provider said no, or the person did. */
  | 'denied'
  /** State, issuer or code do not belong to a sign-in that began in this browser. */
  | 'mismatch'
  /** The provider cannot be reached or answers nonsense. */
  | 'unavailable'
  /** The id_token is not what it should be. */
  | 'untrusted';

type SignInResult = { ok: true; claims: JWTPayload } | { ok: false; reason: SignInFailure };

/** The client of one provider. Discovery and keys are kept for the life of the process. */
export interface OidcClient {
  /** The page at the provider to send the browser to. */
  authorizationUrl(login: Login): Promise<URL | undefined>;
  /** Checks the provider's answer and trades the code for a verified id_token. */
  finish(answer: URLSearchParams, login: Login, now: number): Promise<SignInResult>;
  /** Where the provider's own session ends, if it says so. */
  signOutUrl(): Promise<URL | undefined>;
}

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
  // "If omitted, the default is client_secret_basic" — OpenID Connect Discovery 1.0, section 3.
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});

type Provider = z.infer<typeof discoverySchema> & { keys: ReturnType<typeof createRemoteJWKSet> };

/** Only signatures a holder of our client secret could not make. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const PATIENCE = 10_000;
const CLOCK_TOLERANCE_SECONDS = 60;

/** Path the provider sends the browser back to; registered with the provider. */
const CALLBACK_PATH = '/staff/callback';

const random = (): string => randomBytes(32).toString('base64url');

/** A fresh state, nonce and PKCE verifier. */
export function newLogin(): Login {
  return { state: random(), nonce: random(), verifier: random() };
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** JSON from the provider; undefined if it cannot be reached, redirects, or answers anything but 200. */
async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

async function discover(issuer: string): Promise<Provider | undefined> {
  const document = discoverySchema.safeParse(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  // "The issuer value returned MUST be identical to the Issuer URL" — OpenID Connect Discovery 1.0, section 4.3.
  if (!document.success || document.data.issuer !== issuer) return undefined;
  return { ...document.data, keys: createRemoteJWKSet(new URL(document.data.jwks_uri), { timeoutDuration: PATIENCE }) };
}

/** How the client shows who it is at the token endpoint. */
function credentials(auth: ConsoleAuth, provider: Provider): { headers: Record<string, string>; body: Record<string, string> } {
  if (auth.clientSecret === undefined) return { headers: {}, body: { client_id: auth.clientId } };
  if (provider.token_endpoint_auth_methods_supported.includes('client_secret_basic')) {
    const pair = [auth.clientId, auth.clientSecret].map(encodeURIComponent).join(':');
    return { headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }, body: {} };
  }
  return { headers: {}, body: { client_id: auth.clientId, client_secret: auth.clientSecret } };
}

const tokenSchema = z.object({ id_token: z.string() });

async function tradeCode(auth: ConsoleAuth, provider: Provider, code: { code: string; verifier: string }): Promise<string | undefined> {
  const { headers, body } = credentials(auth, provider);
  const answer = await fetchJson(provider.token_endpoint, {
    method: 'POST',
    headers: { ...headers, accept: 'application/json' },
    body: new URLSearchParams({
      ...body,
      grant_type: 'authorization_code',
      code: code.code,
      redirect_uri: auth.baseUrl + CALLBACK_PATH,
      code_verifier: code.verifier,
    }),
  });
  return tokenSchema.safeParse(answer).data?.id_token;
}

interface Check {
  auth: ConsoleAuth;
  provider: Provider;
  nonce: string;
  now: number;
}

/** OpenID Connect Core 1.0, section 3.1.3.7: signature, issuer, audience, authorised party, times, nonce. */
async function verifyIdToken(idToken: string, { auth, provider, nonce, now }: Check): Promise<SignInResult> {
  try {
    const { payload } = await jwtVerify(idToken, provider.keys, {
      issuer: provider.issuer,
      audience: auth.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    });
    const party = payload['azp'];
    const rightParty =
      Array.isArray(payload.aud) && payload.aud.length > 1 ? party === auth.clientId : party === undefined || party === auth.clientId;
    const rightNonce = typeof payload['nonce'] === 'string' && same(payload['nonce'], nonce);
    return rightParty && rightNonce ? { ok: true, claims: payload } : { ok: false, reason: 'untrusted' };
  } catch (error) {
    // Anything jose itself did not reject is a key set that could not be fetched.
    return { ok: false, reason: error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) ? 'untrusted' : 'unavailable' };
  }
}

/** The code of the provider's answer, or why there is none. */
function readAnswer(answer: URLSearchParams, login: Login, issuer: string): { code: string } | { reason: SignInFailure } {
  if (!same(answer.get('state') ?? '', login.state)) return { reason: 'mismatch' };
  // "If the value does not match, clients MUST reject the authorization response" — RFC 9207, section 2.4.
  if ((answer.get('iss') ?? issuer) !== issuer) return { reason: 'mismatch' };
  if (answer.has('error')) return { reason: answer.get('error') === 'access_denied' ? 'denied' : 'unavailable' };
  const code = answer.get('code');
  return code === null ? { reason: 'mismatch' } : { code };
}

/** Where the browser goes to sign in. */
function authorizationUrl(auth: ConsoleAuth, provider: Provider, login: Login): URL {
  const url = new URL(provider.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: auth.clientId,
    redirect_uri: auth.baseUrl + CALLBACK_PATH,
    scope: 'openid profile email',
    state: login.state,
    nonce: login.nonce,
    code_challenge: createHash('sha256').update(login.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

function signOutUrl(auth: ConsoleAuth, endpoint: string): URL {
  const url = new URL(endpoint);
  const back = `${auth.baseUrl}/staff/signed-out`;
  url.searchParams.set('client_id', auth.clientId);
  url.searchParams.set('post_logout_redirect_uri', back);
  // Cognito's own name for the same thing.
  url.searchParams.set('logout_uri', back);
  return url;
}

/** A client for the provider of `auth`. */
export function createOidcClient(auth: ConsoleAuth): OidcClient {
  let known: Provider | undefined;
  const provider = async (): Promise<Provider | undefined> => (known ??= await discover(auth.issuer));

  return {
    async authorizationUrl(login) {
      const found = await provider();
      return found && authorizationUrl(auth, found, login);
    },
    async finish(answer, login, now) {
      const read = readAnswer(answer, login, auth.issuer);
      if ('reason' in read) return { ok: false, reason: read.reason };
      const found = await provider();
      if (found === undefined) return { ok: false, reason: 'unavailable' };
      const idToken = await tradeCode(auth, found, { code: read.code, verifier: login.verifier });
      if (idToken === undefined) return { ok: false, reason: 'unavailable' };
      return verifyIdToken(idToken, { auth, provider: found, nonce: login.nonce, now });
    },
    async signOutUrl() {
      const endpoint = (await provider())?.end_session_endpoint;
      return endpoint === undefined ? undefined : signOutUrl(auth, endpoint);
    },
  };
}
