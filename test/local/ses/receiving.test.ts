/** Mail that comes in by SMTP, through the rules of a template, into its bucket and to its function. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallCloud, smallCloud } from '../../../bin/commands/small-cloud.ts';
import type { SmallAws } from '../../../lib/local/small-aws.ts';
import { permissionFor, type StackFixture, workspace, type Workspace } from '../fixture.ts';
import { deliver, openSmtp } from './smtp-client.ts';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const RULE_ARN = 'arn:aws:ses:eu-central-1:000000000000:receipt-rule-set/mail:receipt-rule/take';
const condition = { StringEquals: { 'aws:SourceAccount': '000000000000', 'aws:SourceArn': RULE_ARN } };
const ses = { Effect: 'Allow', Principal: { Service: 'ses.amazonaws.com' }, Condition: condition };
const account = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'kms:*', Resource: '*' };

const source = `import { appendFileSync } from 'node:fs';
export const handler = async (event) => appendFileSync(process.env.SCRATCH + '/events', JSON.stringify(event) + '\\n');`;

const GRANTS = {
  bucket: ['s3:PutObject'],
  key: ['kms:GenerateDataKey*', 'kms:Decrypt'],
  call: { SourceAccount: '000000000000', SourceArn: RULE_ARN } as object | undefined,
};

function stack({ bucket, key, call } = GRANTS, rule: object = {}): StackFixture {
  const policy = (statements: object[]) => ({ Statement: statements });
  return {
    functions: { Take: { source } },
    resources: {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: { KeyPolicy: policy([account, ...(key.length > 0 ? [{ ...ses, Action: key, Resource: '*' }] : [])]) },
      },
      Inbox: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arnOf('Key') } },
            ],
          },
        },
      },
      ...(bucket.length > 0 && {
        InboxPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'Inbox' },
            PolicyDocument: policy([{ ...ses, Action: bucket, Resource: { 'Fn::Join': ['', [arnOf('Inbox'), '/in/*']] } }]),
          },
        },
      }),
      ...(call && { MayCall: permissionFor('ses.amazonaws.com', 'Take', call) }),
      Rules: { Type: 'AWS::SES::ReceiptRuleSet', Properties: { RuleSetName: 'mail' } },
      Rule: {
        Type: 'AWS::SES::ReceiptRule',
        Properties: {
          RuleSetName: { Ref: 'Rules' },
          Rule: {
            Name: 'take',
            Enabled: true,
            ScanEnabled: true,
            Recipients: ['in.example'],
            Actions: [
              { S3Action: { BucketName: { Ref: 'Inbox' }, ObjectKeyPrefix: 'in/' } },
              { LambdaAction: { FunctionArn: arnOf('Take'), InvocationType: 'Event' } },
            ],
            ...rule,
          },
        },
      },
    },
  };
}

interface SesEvent {
  Records: {
    eventSource: string;
    ses: { mail: Record<string, unknown> & { messageId: string }; receipt: Record<string, { status: string }> };
  }[];
}

interface World {
  place: Workspace;
  aws: SmallAws;
  cloud: SmallCloud;
  port: number;
  settings: { endpoint: string; region: string; credentials: SmallAws['operator']; forcePathStyle: boolean };
  /** Sends one mail in a connection of its own; the reply. */
  send(mail: string, to?: { from?: string; to?: string[] }): Promise<string>;
  /** What the function was told, once nothing is under way. */
  events(): Promise<SesEvent['Records'][number]['ses'][]>;
  /** The object of a mail. */
  object(messageId: string): Promise<string>;
}

async function open(fixture: StackFixture): Promise<World> {
  const place = workspace(fixture);
  let cloud: SmallCloud | undefined;
  const aws = await place
    .start({ services: (context) => (cloud = smallCloud(context, 'example.com')).all })
    .catch(async (error: unknown) => {
      await place.remove();
      throw error;
    });
  const port = cloud!.ses.smtpPort()!;
  const settings = { endpoint: aws.awsUrl, region: 'eu-central-1', credentials: aws.operator, forcePathStyle: true };
  const file = join(place.scratch, 'events');
  return {
    place,
    aws,
    cloud: cloud!,
    port,
    settings,
    async send(mail, to = { to: ['privacy@in.example'] }) {
      const client = await openSmtp(port);
      const reply = await deliver(client, mail, to);
      client.drop();
      return reply;
    },
    async events() {
      await aws.settled();
      const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
      return lines.map((line) => (JSON.parse(line) as SesEvent).Records[0]!.ses);
    },
    async object(messageId) {
      const { Body } = await new S3Client(settings).send(new GetObjectCommand({ Bucket: 'shop-inbox', Key: `in/${messageId}` }));
      return Buffer.from(await Body!.transformToByteArray()).toString('latin1');
    },
  };
}

const MAIL = [
  'From: "Kugel, Ines" <ines@example.org>',
  'To: Privacy <privacy@in.example>, office@elsewhere.example',
  'Cc: third@example.org',
  'Subject: Auskunft',
  'Date: Sat, 21 Nov 2026 12:00:00 +0100',
  'Message-ID: <one@example.org>',
  '',
  'Gr\xfc\xdfe',
].join('\r\n');

describe('mail that comes in', () => {
  let world: World;
  beforeAll(async () => {
    world = await open(stack());
  });
  afterAll(() => world.place.remove());

  it('lies in the bucket as it came, behind the lines of SES, and the function is told of it', async () => {
    const reply = await world.send(MAIL, { from: 'bounces+7@example.org', to: ['privacy+token@In.example', 'second@in.example'] });
    const [, id] = /^250 OK ([0-9a-v]{40})$/.exec(reply)!;
    const [event] = (await world.events()).slice(-1);
    const stored = await world.object(id!);
    expect(stored).toMatch(
      new RegExp(
        `^Return-Path: <bounces\\+7@example\\.org>\r\nReceived: from client\\.example \\(\\[127\\.0\\.0\\.1\\]\\)\r\n by inbound-smtp\\.eu-central-1\\.amazonaws\\.com with SMTP id ${id}\r\n for privacy\\+token@In\\.example;\r\n \\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} \\+0000 \\(UTC\\)\r\nFrom: "Kugel`,
      ),
    );
    expect(stored.endsWith(`\r\n${Buffer.from(MAIL).toString('latin1')}\r\n`)).toBe(true);
    expect(event!.mail).toMatchObject({
      messageId: id,
      source: 'bounces+7@example.org',
      destination: ['privacy@in.example', 'office@elsewhere.example', 'third@example.org'],
      headersTruncated: false,
      commonHeaders: {
        returnPath: 'bounces+7@example.org',
        from: ['"Kugel, Ines" <ines@example.org>'],
        to: ['Privacy <privacy@in.example>', 'office@elsewhere.example'],
        cc: ['third@example.org'],
        date: 'Sat, 21 Nov 2026 12:00:00 +0100',
        messageId: '<one@example.org>',
        subject: 'Auskunft',
      },
    });
    const headers = event!.mail['headers'] as { name: string; value: string }[];
    expect(headers.map(({ name }) => name)).toEqual(['Return-Path', 'Received', 'From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID']);
    expect(event!.receipt).toMatchObject({
      recipients: ['privacy+token@In.example', 'second@in.example'],
      spamVerdict: { status: 'PASS' },
      virusVerdict: { status: 'PASS' },
      spfVerdict: { status: 'GRAY' },
      dkimVerdict: { status: 'GRAY' },
      dmarcVerdict: { status: 'GRAY' },
      action: { type: 'Lambda', invocationType: 'Event', functionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:Shop-Take' },
    });
    expect(event!.receipt).not.toHaveProperty('dmarcPolicy');
    expect(Date.parse(String(event!.mail['timestamp']))).toBeLessThanOrEqual(Date.parse(String(event!.receipt['timestamp'])));
  });

  it('is found to be what its first line asks for, and the line is gone', async () => {
    const [, id] = /([0-9a-v]{40})$/.exec(await world.send(`X-Local-Verdicts: dmarc=FAIL, spam=fail,dkim=PASS\r\n${MAIL}`))!;
    const [event] = (await world.events()).slice(-1);
    expect(await world.object(id!)).not.toContain('X-Local');
    expect(event!.receipt).toMatchObject({
      spamVerdict: { status: 'FAIL' },
      virusVerdict: { status: 'PASS' },
      dkimVerdict: { status: 'PASS' },
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'none',
    });
  });

  it.each(['dmarc=MAYBE', 'arc=PASS', ''])('cannot ask for "%s"', async (asked) => {
    expect(await world.send(`X-Local-Verdicts: ${asked}\r\n${MAIL}`)).toMatch(/^554 X-Local-Verdicts takes spam, virus, spf, dkim, dmarc/);
  });

  it('keeps such a line where it is not the first, as part of the mail', async () => {
    const [, id] = /([0-9a-v]{40})$/.exec(await world.send(`Subject: x\r\nX-Local-Verdicts: spam=FAIL\r\n\r\ntext`))!;
    const [event] = (await world.events()).slice(-1);
    expect(await world.object(id!)).toContain('X-Local-Verdicts: spam=FAIL');
    expect(event!.receipt).toMatchObject({ spamVerdict: { status: 'PASS' } });
  });

  it('has the first ten kilobytes of its headers in the event', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `X-Number-${at}: ${'y'.repeat(60)}`).join('\r\n');
    await world.send(`${many}\r\n\r\ntext`);
    const [event] = (await world.events()).slice(-1);
    expect(event!.mail).toMatchObject({ headersTruncated: true });
    expect(JSON.stringify(event!.mail['headers']).length).toBeLessThan(20_000);
  });

  it('is refused for addresses that no rule takes, and stored once for all that one does', async () => {
    const before = (await world.events()).length;
    expect(await world.send(MAIL, { to: ['a@in.example', 'b@in.example', 'c@in.example'] })).toMatch(/^250 /);
    expect(await world.events()).toHaveLength(before + 1);
    const client = await openSmtp(world.port);
    await client.say('HELO client.example');
    await client.say('MAIL FROM:<a@example.org>');
    expect(await client.say('RCPT TO:<a@out.example>')).toBe('550 Mailbox unavailable');
    client.drop();
  });

  it('shows its rules to whoever asks which are active', async () => {
    const { Metadata, Rules } = await new SESClient(world.settings).send(new DescribeActiveReceiptRuleSetCommand({}));
    expect(Metadata).toMatchObject({ Name: 'mail' });
    expect(Rules).toMatchObject([
      {
        Name: 'take',
        Enabled: true,
        ScanEnabled: true,
        Recipients: ['in.example'],
        Actions: [{ S3Action: { BucketName: 'shop-inbox', ObjectKeyPrefix: 'in/' } }, { LambdaAction: { InvocationType: 'Event' } }],
      },
    ]);
  });

  it('uses every grant that SES has, and needs no other', () => {
    const ofSes = world.aws
      .usedGrants()
      .filter(({ holder, action }) => ['Inbox', 'Key', 'Take'].includes(holder) && !/^logs:|kms:\*/.test(action));
    expect(new Set(ofSes.map(({ action }) => action))).toEqual(
      new Set(['s3:PutObject', 'kms:GenerateDataKey*', 'kms:Decrypt', 'lambda:InvokeFunction']),
    );
  });
});

describe('a template under which SES could not receive', () => {
  it.each([
    ['the bucket', { ...GRANTS, bucket: [] }, 's3:PutObject'],
    ['the key at all', { ...GRANTS, key: [] }, 'kms:GenerateDataKey'],
    ['the key to read', { ...GRANTS, key: ['kms:GenerateDataKey*'] }, 'kms:Decrypt'],
    ['the function', { ...GRANTS, call: undefined }, 'lambda:InvokeFunction'],
    ['the function by this rule', { ...GRANTS, call: { SourceArn: `${RULE_ARN}-other` } }, 'lambda:InvokeFunction'],
    ['the function in this account', { ...GRANTS, call: { SourceAccount: '111122223333' } }, 'lambda:InvokeFunction'],
  ])('cannot be deployed: it may not use %s', async (_what, grants, action) => {
    await expect(open(stack(grants))).rejects.toThrow(new RegExp(`could not be deployed:\nRule: .*${action.replace('*', '\\*')}`));
  });

  it('is refused where it asks for what is not known', async () => {
    await expect(open(stack(GRANTS, { Actions: [{ SNSAction: {} }] }))).rejects.toThrow('Rule.Properties.Rule.Actions[0]: SNSAction');
  });
});

describe('without rules', () => {
  it('nothing listens, and no set is active', async () => {
    const { Rules: _, Rule: __, ...resources } = stack().resources!;
    const world = await open({ ...stack(), resources });
    expect(world.port).toBeUndefined();
    const { Metadata } = await new SESClient(world.settings).send(new DescribeActiveReceiptRuleSetCommand({}));
    expect(Metadata).toBeUndefined();
    await world.place.remove();
  });
});

describe('a disk that takes no more', () => {
  it('leaves the mail with its sender, and nothing in the bucket', async () => {
    const world = await open(stack());
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const blobs = join(world.place.dataDir, 's3', 'blobs');
    renameSync(blobs, `${blobs}-gone`);
    expect(await world.send(MAIL)).toMatch(/^451 /);
    renameSync(`${blobs}-gone`, blobs);
    write.mockRestore();
    const { Contents } = await new S3Client(world.settings).send(new ListObjectsV2Command({ Bucket: 'shop-inbox' }));
    expect(Contents).toBeUndefined();
    expect(await world.events()).toEqual([]);
    expect(await world.send(MAIL)).toMatch(/^250 /);
    expect(await world.events()).toHaveLength(1);
    await world.place.remove();
  });
});
