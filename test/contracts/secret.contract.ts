/** What the product expects of SSM's parameters, through the reader it uses, run against any endpoint. */
import { PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openSecrets } from '../../lib/stores/secrets.ts';
import { contractTest, failureName, type Gaps } from './contract.ts';

export interface SecretWorld {
  client: SSMClient;
  close(): Promise<void>;
}

/** Runs the suite on the parameters that `open` gives. */
export function secretContract(name: string, open: () => Promise<SecretWorld>, gaps: Gaps = {}): void {
  let world: SecretWorld;
  const test = contractTest(() => world, gaps);
  describe(`secret contract: ${name}`, () => {
    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());

    test('reads a secure string in clear', async ({ client }) => {
      await client.send(new PutParameterCommand({ Name: '/contract/a/secret', Value: 'Grüße "1"', Type: 'SecureString' }));
      expect(await openSecrets(client)('/contract/a/secret')).toBe('Grüße "1"');
    });
    test('reads what was put last', async ({ client }) => {
      for (const Value of ['old', 'new'])
        await client.send(new PutParameterCommand({ Name: '/contract/rotated', Value, Type: 'SecureString', Overwrite: true }));
      expect(await openSecrets(client)('/contract/rotated')).toBe('new');
    });
    test('says that there is no such parameter', async ({ client }) => {
      expect(await failureName(openSecrets(client)('/contract/nothing'))).toBe('ParameterNotFound');
    });
  });
}
