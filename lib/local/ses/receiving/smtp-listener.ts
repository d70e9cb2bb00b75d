/** Where mail comes in: SMTP on this machine only. What was answered with 250 is stored; everything else the sender keeps. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { reportFault } from '../../report-fault.ts';
import type { Receiver } from './receiver.ts';
import { VerdictsError } from './verdicts.ts';

export interface SmtpOptions {
  /** 0 takes any free one. */
  port: number;
  receiver: Receiver;
  region: string;
}

export interface SmtpListener {
  /** The port it listens on; undefined before `start`. */
  port(): number | undefined;
  start(): Promise<void>;
  /** Resolves when no mail is being stored. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** "The default maximum email size (including headers) is 40 MB": SES Developer Guide, Deliver to S3 bucket action. */
export const LARGEST_MAIL = 40 * 1024 ** 2;

/** Each may be sending a mail of the largest size, and that is kept in memory until it is whole. */
const MOST_CLIENTS = 20;
const MOST_RECIPIENTS = 100;

/** A reply with a code; its words name no address. */
class Reply extends Error {
  override name = 'Reply' as const;
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** The whole mail; of one that is too large only its end is waited for, to be told so. */
async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) pieces.length = 0;
    else pieces.push(piece);
  }
  if (stream.sizeExceeded) throw new Reply(552, `Message exceeds ${LARGEST_MAIL} bytes`);
  return Buffer.concat(pieces);
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession, receiver: Receiver): Promise<string> {
  const mail = await wholeOf(stream);
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = {
    from: mailFrom === false ? '' : mailFrom.address,
    recipients: rcptTo.map(({ address }) => address),
    client: { name: session.hostNameAppearsAs, address: session.remoteAddress },
  };
  try {
    return `OK ${await receiver.receive(envelope, mail)}`;
  } catch (error) {
    if (error instanceof VerdictsError) throw new Reply(554, error.message);
    reportFault('A received mail could not be stored; its sender keeps it', error);
    throw new Reply(451, 'Requested action aborted: local error in processing');
  }
}

/** Whatever becomes of it, the client hears of it once. */
async function answered(taking: Promise<string>, done: (fault: Error | null, answer?: string) => void): Promise<void> {
  const outcome = await taking.catch((fault: Error) => fault);
  if (typeof outcome === 'string') done(null, outcome);
  else done(outcome);
}

function serverFor({ receiver, region }: SmtpOptions, storing: Set<Promise<void>>): SMTPServer {
  const server = new SMTPServer({
    name: `inbound-smtp.${region}.amazonaws.com`,
    banner: 'the small AWS',
    size: LARGEST_MAIL,
    maxClients: MOST_CLIENTS,
    maxRecipients: MOST_RECIPIENTS,
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    // As SES: addresses are ASCII.
    hideSMTPUTF8: true,
    // Who is still connected when the laptop ends has a mail that was not taken.
    closeTimeout: 500,
    onRcptTo({ address }, _session, done) {
      done(receiver.takes(address) ? null : new Reply(550, 'Mailbox unavailable'));
    },
    onData(stream, session, done) {
      const stored = answered(take(stream, session, receiver), done).finally(() => storing.delete(stored));
      storing.add(stored);
    },
  });
  // A client that goes away in the middle is no fault of ours.
  server.on('error', () => undefined);
  return server;
}

async function listen(server: SMTPServer, port: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
}

/** Makes the listener; it listens from `start` on. */
export function createSmtpListener(options: SmtpOptions): SmtpListener {
  const storing = new Set<Promise<void>>();
  const server = serverFor(options, storing);
  const settled = async (): Promise<void> => void (await Promise.all(storing));
  return {
    port: () => (server.server.address() as AddressInfo | null)?.port,
    start: () => listen(server, options.port),
    settled,
    async close() {
      if (server.server.listening) await new Promise<void>((done) => server.close(done));
      await settled();
    },
  };
}
