/** What staff sign-in needs to know: the identity provider, our client there, and the secret that seals cookies. */
import { BugError } from '../../domain/errors.ts';

/** Settings of staff sign-in, read from the environment by whoever creates the app. */
export interface ConsoleAuth {
  /** Issuer as in the id_token: `<baseUrl>/_local/oidc` on a laptop, Cognito or any OpenID provider in the cloud. */
  issuer: string;
  clientId: string;
  /** Absent for a public client: PKCE alone then binds the code to this browser. */
  clientSecret?: string;
  /** At least 32 characters; rotating it signs everybody out. */
  sessionSecret: string;
  /** Public origin of these pages without a trailing slash. */
  baseUrl: string;
}

const SHORTEST_SECRET = 32;

/** Refuses settings that would make sign-in guessable or impossible. */
export function checkAuth(auth: ConsoleAuth): void {
  if (auth.sessionSecret.length < SHORTEST_SECRET) {
    throw new BugError(`The session secret of the staff pages needs at least ${SHORTEST_SECRET} characters`, { code: 'configuration' });
  }
  for (const [name, url] of [
    ['issuer', auth.issuer],
    ['baseUrl', auth.baseUrl],
  ] as const) {
    if (!URL.canParse(url)) throw new BugError(`The ${name} of staff sign-in is not a URL`, { code: 'configuration' });
  }
}

/** True where cookies can be bound to the host by the `__Host-` prefix. */
export function isHttps(auth: ConsoleAuth): boolean {
  return new URL(auth.baseUrl).protocol === 'https:';
}
