/** Opens the parts of a step's world from the function's environment; a function names the parts it was granted. */
import type { Configuration } from '../domain/configuration.ts';
import { BugError } from '../domain/errors.ts';
import { openCaseKeys } from '../stores/case-keys.ts';
import { dynamodb, kms, once, s3, sfn, ssm } from '../stores/clients.ts';
import { openMachine } from '../stores/machine.ts';
import { openRequestStore } from '../stores/request-store.ts';
import { openSecrets } from '../stores/secrets.ts';
import { openTable } from '../stores/table.ts';
import { type AsideStore, openAside } from '../stores/set-aside.ts';
import { openVault } from '../stores/vault.ts';
import type { With, World } from './world.ts';

/** A variable of the function's environment; the template sets them all. */
export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new BugError(`The environment lacks ${name}`, { code: 'configuration' });
  return value;
}

/** What every function has. */
export function openBase(configuration: Configuration): With<never> {
  return {
    configuration,
    baseUrl: env('BASE_URL'),
    now: () => Date.now(),
    requests: openRequestStore(openTable(dynamodb(), env('REQUESTS_TABLE')), configuration),
  };
}

export const openSecretReader = /* @__PURE__ */ once(() => openSecrets(ssm()));

/** The secret behind links, codes and keyed hashes. */
export function tokenSecret(): Pick<World, 'secret'> {
  return { secret: async () => Buffer.from(await openSecretReader()(`${env('PARAMETERS')}/token-secret`), 'utf8') };
}

export function caseKeys(): Pick<World, 'caseKeys'> {
  return { caseKeys: openCaseKeys({ table: openTable(dynamodb(), env('CASE_KEYS_TABLE')), kms: kms(), keyId: env('CASE_KEY') }) };
}

export function vault(): Pick<World, 'vault'> {
  return { vault: openVault({ s3: s3(), bucket: env('VAULT_BUCKET') }) };
}

/** Mails that were set aside; there are none without a mailbox. */
export function aside({ mailbox }: Pick<Configuration, 'mailbox'>): { aside?: AsideStore } {
  return mailbox === undefined ? {} : { aside: openAside({ s3: s3(), bucket: env('INBOUND_BUCKET') }) };
}

export function machine(): Pick<World, 'machine'> {
  return { machine: openMachine({ sfn: sfn(), machineArn: env('MACHINE_ARN') }) };
}
