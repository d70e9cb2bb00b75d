/** Authorization codes: used once, within a minute. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../contract.ts';

/** What a code stands for until it is exchanged. */
export interface Grant {
  clientId: string;
  redirectUri: string;
  codeChallenge: string;
  sub: string;
  scope: string;
  nonce: string | undefined;
  /** Seconds. */
  authTime: number;
}

export interface Codes {
  issue(grant: Grant): string;
  /** The grant, and the end of the code, whether its time was over or not. */
  redeem(code: string): Grant | undefined;
}

const lifetime = 60_000;

/** Codes live in memory: a restart within a minute means signing in again. */
export function createCodes(clock: Clock): Codes {
  const issued = new Map<string, { grant: Grant; until: number }>();
  return {
    issue(grant) {
      for (const [code, { until }] of issued) if (until < clock.now()) issued.delete(code);
      const code = randomBytes(32).toString('base64url');
      issued.set(code, { grant, until: clock.now() + lifetime });
      return code;
    },
    redeem(code) {
      const found = issued.get(code);
      issued.delete(code);
      return found && found.until >= clock.now() ? found.grant : undefined;
    },
  };
}
