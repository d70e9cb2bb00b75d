/** The SSM parameters a deployment's functions must be allowed to read. */
import type { Configuration } from '../configuration.ts';
import type { HttpSettings } from './http-settings.ts';
import type { PostgresSettings } from './postgres-settings.ts';

/** Names of all secrets the connected systems need, each once. */
export function secretNames(configuration: Configuration): string[] {
  const names = Object.values(configuration.systems).flatMap(({ settings }) => {
    const { secret, caSecret } = settings as HttpSettings & PostgresSettings;
    return caSecret === undefined ? [secret] : [secret, caSecret];
  });
  return [...new Set(names)];
}
