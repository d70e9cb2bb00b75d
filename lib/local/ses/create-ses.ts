/** SES version 1: accepts mails, keeps them as files, reports their fate, shows them on a page; and takes in what comes by SMTP. */
import { randomBytes, randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { ACCOUNT, type BusEvent, type Call, type Clock, type OperationService, type Permission } from '../contract.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { domainOf } from './addresses.ts';
import { mailEvents } from './mail-events.ts';
import { openMailFiles, type MailFiles, type MailRecord } from './mail-files.ts';
import { createMailPages } from './mail-pages.ts';
import { envelopeOf, messageOf } from './outgoing.ts';
import { headerFields, stamp } from './raw-message.ts';
import type { ReceiptRules } from './receiving/receipt-rules.ts';
import type { SmtpListener } from './receiving/smtp-listener.ts';

export interface SesOptions {
  /** Where the `.eml` files go. */
  dir: string;
  clock: Clock;
  region: string;
  /** The domain whose `bounce@`, `complaint@` and `slow@` fail on purpose. */
  demoDomain: string;
  putEvents(events: readonly BusEvent[]): Promise<void>;
  /** Configuration set of mails that name none, as an identity's default. Without any set SES reports nothing. */
  defaultConfigurationSet?: string;
  /** Mail that comes in; absent where the template has no rules for it. */
  receiving?: Receiving;
}

export interface Receiving {
  rules: ReceiptRules;
  listener: SmtpListener;
}

export interface SesService extends OperationService {
  /** Sent mails, newest first. */
  inbox(): MailRecord[];
  /** Answers `/_local/mail` and below. */
  pages: (request: Request) => Promise<Response>;
  /** The port where mail comes in; undefined where none does. */
  smtpPort(): number | undefined;
}

interface Post {
  options: SesOptions;
  files: MailFiles;
  /** Event deliveries under way. */
  reporting: Set<Promise<void>>;
}

type Operation = (post: Post, input: Record<string, unknown>) => Promise<Record<string, unknown>>;

const operations: Record<string, Operation> = {
  SendRawEmail: (post, input) => accept(post, 'SendRawEmail', input),
  SendEmail: (post, input) => accept(post, 'SendEmail', input),
  GetSendQuota: async ({ files, options }) => {
    const since = options.clock.now() - 24 * 3_600_000;
    const sent = files.list().filter(({ at }) => Date.parse(at) > since);
    const count = sent.reduce((sum, { recipients }) => sum + recipients.length, 0);
    return { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: count };
  },
  ListIdentities: async ({ options }, { IdentityType }) => ({ Identities: IdentityType === 'EmailAddress' ? [] : [options.demoDomain] }),
  DescribeActiveReceiptRuleSet: async ({ options: { receiving } }) =>
    receiving === undefined ? {} : { Metadata: { Name: receiving.rules.set }, Rules: receiving.rules.written },
  GetAccountSendingEnabled: async () => ({ Enabled: true }),
};

/** Opens the folder of mails. Nothing ever leaves the machine. */
export function createSes(options: SesOptions): SesService {
  const files = openMailFiles(options.dir);
  const post: Post = { options, files, reporting: new Set() };
  const listener = options.receiving?.listener;
  const settled = async (): Promise<void> => {
    await listener?.settled();
    await Promise.all(post.reporting);
  };
  return {
    style: 'operation',
    name: 'ses',
    protocol: 'query',
    operations: new Set(Object.keys(operations)),
    permissions: (call) => permissionsOf(options, call),
    async run({ operation, input }) {
      const run = operations[operation];
      if (!run) throw unknownOperation('ses', operation);
      return run(post, input);
    },
    start: () => listener?.start(),
    settled,
    async close() {
      await listener?.close();
      await settled();
    },
    inbox: () => files.list(),
    pages: createMailPages(files),
    smtpPort: () => listener?.port(),
  };
}

/** Every accepted call is a mail of its own: SES knows no idempotency token. */
async function accept(post: Post, operation: string, input: Record<string, unknown>): Promise<{ MessageId: string }> {
  const { clock, region, defaultConfigurationSet } = post.options;
  const { configurationSet = defaultConfigurationSet, ...envelope } = envelopeOf(operation, input);
  const message = await messageOf(operation, input);
  const now = clock.now();
  const id = messageId(now);
  const raw = stamp(message, { messageId: `${id}@${region}.amazonses.com`, date: new Date(now) });
  const record = { id, at: new Date(now).toISOString(), ...envelope, ...(await shownHeaders(raw)) };
  const mail: MailRecord = configurationSet === undefined ? record : { ...record, configurationSet };
  await post.files.write(mail, raw);
  if (configurationSet !== undefined) report(post, mail, raw);
  return { MessageId: id };
}

/** Looks like SES's: a time in hex, a UUID, a counter. */
function messageId(now: number): string {
  return `0107${now.toString(16).padStart(12, '0')}-${randomUUID()}-${randomBytes(3).toString('hex')}`;
}

/** Only the header block is parsed; a mail may be ten megabytes. */
async function shownHeaders(raw: Buffer): Promise<{ from: string; subject: string }> {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'))?.index ?? raw.length;
  const { from, subject } = await PostalMime.parse(raw.subarray(0, end));
  return { from: from?.address ?? '', subject: subject ?? '' };
}

/** A second after acceptance, on the engine's clock: later than the answer, as in the cloud. */
const reportDelay = 1000;

function report(post: Post, record: MailRecord, raw: Buffer): void {
  const { clock, region, demoDomain, putEvents } = post.options;
  clock.at(clock.now() + reportDelay, () => {
    const events = mailEvents({ record, headers: headerFields(raw), region, demoDomain, at: clock.now() });
    const reported = putEvents(events)
      .catch((fault: unknown) => console.error(`The fate of mail ${record.id} could not be reported`, fault))
      .finally(() => post.reporting.delete(reported));
    post.reporting.add(reported);
  });
}

/** "ses:FromAddress", "ses:Recipients": https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonses.html */
function permissionsOf({ region }: SesOptions, { operation, input }: Call): Permission[] {
  const action = `ses:${operation}`;
  if (!operation.startsWith('Send')) return [{ action, resource: '*' }];
  const arn = `arn:aws:ses:${region}:${ACCOUNT}`;
  const { source, recipients, configurationSet } = envelopeOf(operation, input);
  const context = { 'ses:FromAddress': source, 'ses:Recipients': recipients };
  const identity = { action, resource: `${arn}:identity/${domainOf(source)}`, context };
  return configurationSet === undefined
    ? [identity]
    : [identity, { action, resource: `${arn}:configuration-set/${configurationSet}`, context }];
}
