/** The doctor on moto, which nobody here wrote. Runs where MOTO_ENDPOINT names a moto server. */
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import {
  CreateConfigurationSetCommand,
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  SetActiveReceiptRuleSetCommand,
  SetIdentityMailFromDomainCommand,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses';
import { CreateStateMachineCommand } from '@aws-sdk/client-sfn';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { examine } from '../../lib/doctor/examine.ts';
import type { State } from '../../lib/doctor/finding.ts';
import { clientsAt } from './clients.ts';

const endpoint = process.env['MOTO_ENDPOINT'];

if (endpoint === undefined) it.skip('the doctor on moto: skipped, MOTO_ENDPOINT is not set', () => undefined);
else runOn(endpoint);

function runOn(at: string): void {
  const clients = clientsAt(at);
  const { ssm, ses, kms, sfn, dynamodb, s3 } = clients;
  const run = Date.now().toString(36);
  const parameters = `/doctor-${run}`;
  const domain = `${run}.example.com`;

  /** A deployment as its operator and its stack would make it; answers with the key. */
  async function deploy(): Promise<string> {
    const key = (await kms.send(new CreateKeyCommand({}))).KeyMetadata!.KeyId!;
    const definition = JSON.stringify({ StartAt: 'End', States: { End: { Type: 'Succeed' } } });
    const roleArn = 'arn:aws:iam::123456789012:role/machine';
    const machine = (await sfn.send(new CreateStateMachineCommand({ name: `doctor-${run}`, definition, roleArn }))).stateMachineArn!;
    await dynamodb.send(
      new CreateTableCommand({
        TableName: `doctor-${run}`,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    await s3.send(new CreateBucketCommand({ Bucket: `doctor-${run}`, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }));
    await ses.send(new VerifyDomainIdentityCommand({ Domain: domain }));
    await ses.send(new SetIdentityMailFromDomainCommand({ Identity: domain, MailFromDomain: `bounce.${domain}` }));
    await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: `events-${run}` } }));
    await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: `rules-${run}` }));
    await ses.send(
      new CreateReceiptRuleCommand({
        RuleSetName: `rules-${run}`,
        Rule: { Name: 'all', Enabled: true, Recipients: [domain], Actions: [] },
      }),
    );
    const deployment = {
      stack: 'Quittance',
      region: 'eu-central-1',
      address: 'https://privacy.example.com',
      staffIssuer: 'https://login.example.com',
      mailFrom: `privacy@${domain}`,
      mailEvents: `events-${run}`,
      machine,
      tables: [`doctor-${run}`, 'no-such-table'],
      buckets: [`doctor-${run}`, `no-such-bucket-${run}`],
      keys: { receipt: key },
      secrets: ['token-secret', 'open', 'absent'].map((name) => `${parameters}/${name}`),
    };
    await ssm.send(new PutParameterCommand({ Name: `${parameters}/deployment`, Type: 'String', Value: JSON.stringify(deployment) }));
    await ssm.send(new PutParameterCommand({ Name: `${parameters}/token-secret`, Type: 'SecureString', Value: 'x' }));
    await ssm.send(new PutParameterCommand({ Name: `${parameters}/open`, Type: 'String', Value: 'x' }));
    return key;
  }

  async function examined(): Promise<Record<string, State>> {
    const findings = await examine(
      {
        ...clients,
        names: { mailExchanges: async () => [], texts: async () => [], exists: async () => true },
        fetch: async () => new Response('', { status: 404 }),
        now: Date.now,
      },
      { parameters, inbound: { address: `privacy@${domain}`, region: 'eu-central-1' } },
    );
    return Object.fromEntries(findings.map(({ what, state }) => [what.replaceAll(run, 'RUN'), state]));
  }

  describe('the doctor on moto', () => {
    it('tells what is there from what is not', async () => {
      const key = await deploy();
      expect(await examined()).toMatchObject({
        'deployment: stack Quittance in eu-central-1': 'ok',
        'sender RUN.example.com: verification Success': 'ok',
        'sandbox of SES: still in it, 200 mails a day': 'missing',
        'bounces by events-RUN: no destination told': 'unknown',
        'active rule set: none': 'missing',
        'secret /doctor-RUN/token-secret: SecureString': 'ok',
        'secret /doctor-RUN/open: String': 'missing',
        'secret /doctor-RUN/absent: not there': 'missing',
        'receipt key: Enabled': 'ok',
        'table doctor-RUN: active': 'ok',
        'table no-such-table: not there': 'missing',
        'bucket doctor-RUN: there': 'ok',
        'bucket no-such-bucket-RUN: not there': 'missing',
        'state machine: active': 'ok',
      });
      await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: `rules-${run}` }));
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key }));
      expect(await examined()).toMatchObject({
        'active rule set rules-RUN: takes mail for RUN.example.com': 'ok',
        'receipt key: PendingDeletion': 'missing',
      });
    });
  });
}
