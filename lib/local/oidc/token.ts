/** The token endpoint: exchanges a code for an id token, once, for the client that asked. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { SignJWT } from 'jose';
import { safe } from '../pages/page.ts';
import type { Grant } from './codes.ts';
import type { Client, Provider, User } from './create-oidc-provider.ts';

const tokenLifetime = 3600;

/** Answers as RFC 6749, section 5 says. */
export async function exchangeCode(provider: Provider, request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const client = authenticated(provider, request.headers.get('authorization'), form);
  if (!client) return fault('invalid_client', 'unknown client or wrong secret', 401);
  if (form.get('grant_type') !== 'authorization_code') return fault('unsupported_grant_type', 'only authorization_code is supported');
  const grant = provider.codes.redeem(form.get('code') ?? '');
  const user = provider.users.find(({ sub }) => sub === grant?.sub);
  if (!grant || !user || !belongs(grant, client, form)) return fault('invalid_grant', 'the code is not valid for this request');
  const body = {
    access_token: randomBytes(32).toString('base64url'),
    token_type: 'Bearer',
    expires_in: tokenLifetime,
    scope: grant.scope,
    id_token: await idToken(provider, grant, user),
  };
  return Response.json(body, { headers: { ...safe, pragma: 'no-cache' } });
}

function belongs(grant: Grant, client: Client, form: URLSearchParams): boolean {
  const verifier = form.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return (
    grant.clientId === client.clientId &&
    grant.redirectUri === form.get('redirect_uri') &&
    /^[\w.~-]{43,128}$/.test(verifier) &&
    challenge === grant.codeChallenge
  );
}

/** By HTTP Basic or in the form; a client without a secret is bound by PKCE alone. */
function authenticated(provider: Provider, authorization: string | null, form: URLSearchParams): Client | undefined {
  const basic = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  const [id, secret] = basic === undefined ? [form.get('client_id'), form.get('client_secret')] : basicCredentials(basic);
  const client = provider.clients.find(({ clientId }) => clientId === id);
  if (!client) return undefined;
  if (client.clientSecret === undefined) return secret ? undefined : client;
  return isSame(secret ?? '', client.clientSecret) ? client : undefined;
}

/** Both halves are form-encoded before they are joined: RFC 6749, section 2.3.1. */
function basicCredentials(basic: string): [string, string] {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const decode = (half: string): string => new URLSearchParams(`v=${half}`).get('v') ?? '';
  return [decode(text.slice(0, Math.max(colon, 0))), decode(text.slice(colon + 1))];
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

async function idToken(provider: Provider, grant: Grant, user: User): Promise<string> {
  const { kid, privateKey } = await provider.signingKey;
  const now = Math.floor(provider.clock.now() / 1000);
  const { name, email, roles } = user;
  const nonce = grant.nonce === undefined ? {} : { nonce: grant.nonce };
  return await new SignJWT({ name, email, email_verified: true, roles, auth_time: grant.authTime, ...nonce })
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
    .setIssuer(provider.issuer)
    .setSubject(user.sub)
    .setAudience(grant.clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + tokenLifetime)
    .sign(privateKey);
}

function fault(error: string, description: string, status = 400): Response {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="token"' } : {};
  return Response.json({ error, error_description: description }, { status, headers: { ...safe, ...challenge } });
}
