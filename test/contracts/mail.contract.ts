/** What the product expects of SES version 1, run with the real SDK against any endpoint. */
import {
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SendEmailCommand,
  SendRawEmailCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ContractTest, contractTest, failureName, type Gaps } from './contract.ts';

export interface MailWorld {
  client: SESClient;
  /** A verified identity. */
  domain: string;
  close(): Promise<void>;
}

/** The name of a configuration set that exists where they must. */
export const CONFIGURATION_SET = 'contract';

/** Runs the suite against the endpoint that `open` gives. */
export function mailContract(name: string, open: () => Promise<MailWorld>, gaps: Gaps = {}): void {
  let world: MailWorld;
  const test = contractTest(() => world, gaps);
  describe(`mail contract: ${name}`, () => {
    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());
    describe('sending', () => sending(test));
    describe('refusing', () => refusing(test));
    describe('the account', () => account(test));
  });
}

type Test = ContractTest<MailWorld>;

/** A minimal message. */
export function rawMail(domain: string, options: { headers?: string[]; body?: string } = {}): Buffer {
  const { headers = [], body = 'Hello' } = options;
  return Buffer.from([`From: office@${domain}`, 'To: person@example.org', 'Subject: Receipt', ...headers, '', body, ''].join('\r\n'));
}

function sending(test: Test): void {
  test('accepts a raw message and names it', async ({ client, domain }) => {
    const { MessageId } = await client.send(new SendRawEmailCommand({ RawMessage: { Data: rawMail(domain) } }));
    expect(MessageId).toBeTruthy();
  });
  test('accepts a configuration set and tags, which lead a bounce back to its request', async ({ client, domain }) => {
    const Tags = [
      { Name: 'request', Value: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c04' },
      { Name: 'mail', Value: 'Zm9v-_' },
    ];
    const ask = { RawMessage: { Data: rawMail(domain) }, ConfigurationSetName: CONFIGURATION_SET, Tags };
    expect((await client.send(new SendRawEmailCommand(ask))).MessageId).toBeTruthy();
  });
  test('takes the same message twice as two mails', async ({ client, domain }) => {
    const send = () => client.send(new SendRawEmailCommand({ RawMessage: { Data: rawMail(domain) } }));
    expect((await send()).MessageId).not.toBe((await send()).MessageId);
  });
  test('accepts a message given in parts', async ({ client, domain }) => {
    const Message = { Subject: { Data: 'Grüße' }, Body: { Text: { Data: 'text' }, Html: { Data: '<p>html</p>' } } };
    const ask = { Source: `office@${domain}`, Destination: { ToAddresses: ['person@example.org'] }, Message };
    expect((await client.send(new SendEmailCommand(ask))).MessageId).toBeTruthy();
  });
  test('accepts a message of several megabytes', async ({ client, domain }) => {
    const body = `${'x'.repeat(76)}\r\n`.repeat(60_000);
    expect((await client.send(new SendRawEmailCommand({ RawMessage: { Data: rawMail(domain, { body }) } }))).MessageId).toBeTruthy();
  });
}

function refusing(test: Test): void {
  const send = ({ client }: MailWorld, Data: Buffer, Destinations?: string[]) =>
    failureName(client.send(new SendRawEmailCommand({ RawMessage: { Data }, ...(Destinations ? { Destinations } : {}) })));
  test('refuses a message over ten megabytes', async (world) => {
    const body = `${'x'.repeat(76)}\r\n`.repeat(140_000);
    expect(await send(world, rawMail(world.domain, { body }))).toBe('InvalidParameterValue');
  });
  test('refuses more than fifty recipients', async (world) => {
    const many = Array.from({ length: 51 }, (_, n) => `p${n}@example.org`);
    expect(await send(world, rawMail(world.domain), many)).toBe('InvalidParameterValue');
  });
  test('refuses an address that needs SMTPUTF8', async (world) => {
    expect(await send(world, rawMail(world.domain), ['jürgen@example.org'])).toBe('InvalidParameterValue');
  });
  test('refuses a line over a thousand characters', async (world) => {
    expect(await send(world, rawMail(world.domain, { body: 'x'.repeat(999) }))).toBe('InvalidParameterValue');
    expect(await send(world, rawMail(world.domain, { body: 'x'.repeat(998) }))).toBe('no error');
  });
  test('refuses a message without a sender, or with a header twice', async (world) => {
    expect(await send(world, Buffer.from('To: person@example.org\r\n\r\nHello'))).toBe('InvalidParameterValue');
    expect(await send(world, rawMail(world.domain, { headers: ['Subject: Again'] }))).toBe('InvalidParameterValue');
  });
}

function account(test: Test): void {
  test('answers how much the account may send', async ({ client }) => {
    const quota = await client.send(new GetSendQuotaCommand({}));
    expect(quota.Max24HourSend).toBeGreaterThan(quota.SentLast24Hours ?? Infinity);
  });
  test('answers that the account may send', async ({ client }) => {
    expect((await client.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(true);
  });
  test('lists its identities', async ({ client, domain }) => {
    expect((await client.send(new ListIdentitiesCommand({ IdentityType: 'Domain' }))).Identities).toContain(domain);
  });
}
