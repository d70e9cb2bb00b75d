/** Secrets of the laptop: made once, kept with mode 0600, brought into the parameter store as an operator would. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../../lib/local/data-directory/write-whole.ts';

export interface LocalSecrets {
  token: string;
  session: string;
  client: string;
}

const fresh = (): string => randomBytes(32).toString('base64url');

/** The secrets of a data directory. */
export function localSecrets(home: string): LocalSecrets {
  const file = path.join(home, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets;
  const secrets = { token: fresh(), session: fresh(), client: fresh() };
  writeWhole(file, JSON.stringify(secrets));
  return secrets;
}

/** The parameters of the product, by name. */
export function parametersOf({ token, session, client }: LocalSecrets): Record<string, string> {
  return { '/quittance/token-secret': token, '/quittance/staff/session-secret': session, '/quittance/staff/client-secret': client };
}
