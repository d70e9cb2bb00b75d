/** The mailbox that the configuration names, if any: without one no mail comes in. */
import { pathToFileURL } from 'node:url';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { configurationFile } from '../../lib/infra/bundle.ts';

export async function configuredMailbox(): Promise<string | undefined> {
  const { default: config } = (await import(pathToFileURL(configurationFile()).href)) as { default: Configuration };
  return config.mailbox;
}
