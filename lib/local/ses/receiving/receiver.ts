/** The receiving half of SES: finds the rules for a mail and does what they say, with the permissions that SES has for it. */
import { randomBytes } from 'node:crypto';
import type { AwsContext, Clock } from '../../contract.ts';
import { asService, type ServiceCall } from '../../iam/service-calls.ts';
import { storePermissions } from '../../s3/permissions.ts';
import { type Envelope, type Received, receiptEvent, traceHeaders } from './receipt-event.ts';
import { matching, type ReceiptAction, type ReceiptRule, type ReceiptRules } from './receipt-rules.ts';
import { takeVerdicts } from './verdicts.ts';

export interface ReceiverOptions {
  rules: ReceiptRules;
  clock: Clock;
  region: string;
  authorize: AwsContext['authorize'];
  /** Durable on return. */
  put(bucket: string, key: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** Stored on return. */
  invokeAsync(functionArn: string, payload: unknown): void;
}

export interface Receiver {
  /** Whether any rule takes mail for an address. */
  takes(recipient: string): boolean;
  /** Does what the rules say; the message's id once all of it is stored. Throws AwsError, VerdictsError. */
  receive(envelope: Envelope, mail: Buffer): Promise<string>;
}

/** Looks like SES's: forty characters of `0-9a-v`. */
function newMessageId(): string {
  return [...randomBytes(40)].map((byte) => (byte % 32).toString(32)).join('');
}

/** What an action of a rule takes; `name` is that of the mail. */
export function receiptCall(rule: ReceiptRule, action: ReceiptAction, { name, region }: { name: string; region: string }): ServiceCall {
  const permissions =
    action.type === 'Lambda'
      ? [{ action: 'lambda:InvokeFunction', resource: action.functionArn }]
      : storePermissions('store-mail', { bucket: action.bucket, key: action.prefix + name, region });
  return { service: 'ses.amazonaws.com', sourceArn: rule.arn, permissions };
}

interface Step {
  rule: ReceiptRule;
  recipients: readonly string[];
  action: ReceiptAction;
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function act({ rule, recipients, action }: Step, received: Received, options: ReceiverOptions): Promise<void> {
  options.authorize(...asService(receiptCall(rule, action, { name: received.messageId, region: options.region })));
  if (action.type === 'S3') await options.put(action.bucket.ref, action.prefix + received.messageId, once(received.mail));
  else options.invokeAsync(action.functionArn, receiptEvent(received, { rule, recipients, action, now: options.clock.now() }));
}

/** Receives by the rules of a template. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { clock, region } = options;
  const { rules } = options.rules;
  return {
    takes: (recipient) => matching(rules, [recipient]).length > 0,
    async receive(envelope, raw) {
      const { verdicts, mail } = takeVerdicts(raw);
      const known = { messageId: newMessageId(), at: clock.now(), envelope };
      const received = { ...known, verdicts, mail: Buffer.concat([traceHeaders(known, region), mail]) };
      for (const { rule, recipients } of matching(rules, envelope.recipients))
        for (const action of rule.actions) await act({ rule, recipients, action }, received, options);
      return received.messageId;
    },
  };
}
