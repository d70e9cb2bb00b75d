/** The authorization endpoint: a page to pick a person from, and the redirect back with a code. */
import { html } from 'hono/html';
import { page, safe } from '../pages/page.ts';
import type { Provider, User } from './create-oidc-provider.ts';

/** A request that may be answered by redirecting to its client. */
interface AuthorizationRequest {
  clientId: string;
  redirectUri: string;
  state: string | undefined;
  scope: string;
  nonce: string | undefined;
  codeChallenge: string;
}

type Checked = { ok: true; request: AuthorizationRequest } | { ok: false; answer: Response | Promise<Response> };

/** GET shows who can be picked; POST of the picked person redirects with a code. */
export async function authorize(provider: Provider, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const checked = check(provider, url.searchParams);
  if (!checked.ok) return checked.answer;
  if (request.method !== 'POST') return choices(provider, url.search, checked.request);
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return refusal('This sign-in was started from another page.', 403);
  const picked = new URLSearchParams(await request.text()).get('user');
  const user = provider.users.find(({ sub }) => sub === picked);
  return user ? redirectWithCode(provider, checked.request, user) : refusal('There is no such person here.');
}

/** "If the request fails due to a missing, invalid, or mismatching redirection URI … MUST NOT automatically redirect": RFC 6749, 4.1.2.1. */
function check(provider: Provider, query: URLSearchParams): Checked {
  const client = provider.clients.find(({ clientId }) => clientId === query.get('client_id'));
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client) return { ok: false, answer: refusal('This client is not registered.') };
  if (!client.redirectUris.includes(redirectUri)) return { ok: false, answer: refusal('This redirect address is not registered.') };
  const state = query.get('state') ?? undefined;
  const fault = faultOf(query);
  if (fault) return { ok: false, answer: redirect(redirectUri, { ...fault, state, iss: provider.issuer }) };
  const request = {
    clientId: client.clientId,
    redirectUri,
    state,
    scope: query.get('scope') ?? '',
    nonce: query.get('nonce') ?? undefined,
    codeChallenge: query.get('code_challenge') ?? '',
  };
  return { ok: true, request };
}

function faultOf(query: URLSearchParams): { error: string; error_description: string } | undefined {
  if (query.get('response_type') !== 'code') return { error: 'unsupported_response_type', error_description: 'only code is supported' };
  if (!(query.get('scope') ?? '').split(' ').includes('openid')) return { error: 'invalid_scope', error_description: 'openid is missing' };
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) {
    return { error: 'invalid_request', error_description: 'PKCE with S256 is required' };
  }
  // Nobody stays signed in here, so nobody can be signed in without being asked.
  if (query.get('prompt') === 'none') return { error: 'login_required', error_description: 'a person has to be picked' };
  return undefined;
}

function choices(provider: Provider, search: string, { redirectUri }: AuthorizationRequest): Promise<Response> {
  const content = html`<p>This provider runs on your machine only and asks for no password.</p>
<form method="post" action="${new URL(provider.issuer).pathname}/authorize${search}">
<ul class="choices">${provider.users.map(
    ({ sub, name, email, roles }) =>
      html`<li><button type="submit" name="user" value="${sub}"><strong>${name}</strong><br>${roles.join(', ')} <span class="quiet">${email}</span></button></li>`,
  )}</ul>
</form>`;
  return page({ title: 'Sign in as', content, formTarget: new URL(redirectUri).origin });
}

function redirectWithCode(provider: Provider, request: AuthorizationRequest, user: User): Response {
  const { clientId, redirectUri, codeChallenge, scope, nonce, state } = request;
  const authTime = Math.floor(provider.clock.now() / 1000);
  const code = provider.codes.issue({ clientId, redirectUri, codeChallenge, scope, nonce, sub: user.sub, authTime });
  return redirect(redirectUri, { code, state, iss: provider.issuer });
}

function redirect(target: string, parameters: Record<string, string | undefined>): Response {
  const url = new URL(target);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return new Response(null, { status: 303, headers: { ...safe, location: url.href } });
}

function refusal(reason: string, status = 400): Promise<Response> {
  return page({ title: 'Sign-in is not possible', content: html`<p>${reason}</p>`, status });
}
