/** A small OpenID Connect provider for staff sign-in on a laptop: the real protocol, people to pick instead of passwords. */
import type { Clock } from '../contract.ts';
import { safe } from '../pages/page.ts';
import { authorize } from './authorize.ts';
import { createCodes, type Codes } from './codes.ts';
import { loadSigningKey, type SigningKey } from './signing-key.ts';
import { exchangeCode } from './token.ts';

export interface Client {
  clientId: string;
  /** Absent for a public client. */
  clientSecret?: string;
  /** Compared as texts. */
  redirectUris: readonly string[];
}

export interface User {
  sub: string;
  name: string;
  email: string;
  roles: readonly string[];
}

export interface OidcProviderOptions {
  /** `<base URL>/_local/oidc`; the pages answer below its path. */
  issuer: string;
  /** Where the signing key is kept. */
  dir: string;
  clients: readonly Client[];
  users: readonly User[];
  clock: Clock;
}

export interface Provider extends OidcProviderOptions {
  codes: Codes;
  signingKey: Promise<SigningKey>;
}

/** Answers everything below the issuer's path. Tokens of an earlier run stay valid: the key stays. */
export function createOidcProvider(options: OidcProviderOptions): (request: Request) => Promise<Response> {
  const provider: Provider = { ...options, codes: createCodes(options.clock), signingKey: loadSigningKey(options.dir) };
  const root = new URL(options.issuer).pathname;
  const routes: Record<string, (request: Request) => Promise<Response>> = {
    'GET /.well-known/openid-configuration': async () => Response.json(discovery(options.issuer), { headers: safe }),
    'GET /jwks': async () => Response.json({ keys: [(await provider.signingKey).publicJwk] }, { headers: safe }),
    'GET /authorize': (request) => authorize(provider, request),
    'POST /authorize': (request) => authorize(provider, request),
    'POST /token': (request) => exchangeCode(provider, request),
  };
  return async (request) => {
    const { pathname } = new URL(request.url);
    const route = pathname.startsWith(root) ? routes[`${request.method} ${pathname.slice(root.length)}`] : undefined;
    return route ? await route(request) : new Response('Not Found', { status: 404, headers: safe });
  };
}

/** OpenID Connect Discovery 1.0, section 3. */
function discovery(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    scopes_supported: ['openid', 'profile', 'email'],
    claims_supported: ['sub', 'name', 'email', 'email_verified', 'roles', 'auth_time', 'nonce'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}
