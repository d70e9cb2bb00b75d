/** `quittance mail deliver`: sends mails to the running laptop, as another mail server would. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import PostalMime from 'postal-mime';
import { configuredMailbox } from './configured-mailbox.ts';
import { ArgumentError, portIn } from './ports.ts';

const USAGE = `Usage: quittance mail deliver [--to ADDRESS] [--verdicts LIST] FILE...

  Sends .eml files, and all *.eml of folders, to the laptop that runs on this machine.

  --to        who it is for (default: the mailbox of the configuration)
  --verdicts  what SES is to find about each, e.g. dmarc=PASS,spam=FAIL

The laptop takes mail at port 2525, or where QUITTANCE_SMTP_PORT says.
Exit: 0 all were taken, 1 some were not, 3 usage.`;

const EXIT = { all: 0, some: 1, usage: 3 } as const;

interface Asked {
  files: string[];
  to: string;
  verdicts: string | undefined;
  port: number;
}

function filesAt(place: string): string[] {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.toLowerCase().endsWith('.eml'));
  if (names.length === 0) throw new ArgumentError(`${place} holds no file whose name ends in .eml`);
  return names.toSorted().map((name) => path.join(place, name));
}

async function mailbox(): Promise<string> {
  const address = await configuredMailbox();
  if (address === undefined) throw new ArgumentError('The configuration names no mailbox, so no mail comes in: see docs/configuration.md');
  return address;
}

async function readOptions([command, ...argv]: readonly string[]): Promise<Asked> {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({ args: argv, options: { to: option, verdicts: option }, allowPositionals: true });
  if (command !== 'deliver' || positionals.length === 0) throw new ArgumentError(USAGE);
  const port = portIn('QUITTANCE_SMTP_PORT');
  if (port === 0) throw new ArgumentError('Which port? QUITTANCE_SMTP_PORT is 0, which took any: write the one that the laptop printed');
  return { files: positionals.flatMap(filesAt), to: values.to ?? (await mailbox()), verdicts: values.verdicts, port };
}

/** Rejects with what ended the connection. */
function connect(port: number): Promise<SMTPConnection> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true, name: 'localhost' });
  return new Promise((resolve, reject) => {
    // Later faults come to whoever sends.
    connection.on('error', reject);
    connection.connect(() => resolve(connection));
  });
}

/** The envelope sender: what an earlier server wrote down, or the author; empty for what no answer may go to. */
async function senderOf(mail: Buffer): Promise<string> {
  const gap = /\r?\n\r?\n/.exec(mail.toString('latin1'))?.index ?? mail.length;
  const { headers, from } = await PostalMime.parse(mail.subarray(0, gap));
  const returnPath = headers.find(({ key }) => key === 'return-path')?.value;
  return returnPath === undefined ? (from?.address ?? '') : returnPath.replace(/^<|>$/g, '');
}

const UNREADABLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
};

/** A mail begins with its headers; throws ArgumentError for what cannot be one. */
function readMailFile(file: string): Buffer {
  try {
    const mail = readFileSync(file);
    if (/^[!-9;-~]+[ \t]*:/.test(mail.toString('latin1', 0, 1000))) return mail;
  } catch (error) {
    throw new ArgumentError(UNREADABLE[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
  }
  throw new ArgumentError('it is no mail: a mail begins with headers, such as "From: mara@example.com"');
}

async function send(connection: SMTPConnection, file: string, { to, verdicts }: Asked): Promise<string> {
  const mail = readMailFile(file);
  const from = await senderOf(mail);
  const message = verdicts === undefined ? mail : Buffer.concat([Buffer.from(`X-Local-Verdicts: ${verdicts}\r\n`), mail]);
  return await new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.send({ from, to, size: message.length }, message, (error, info) => (error ? reject(error) : resolve(info.response)));
  });
}

/** What the server said, or what went wrong before it could. */
function wordsOf(error: unknown, file: string): string {
  const { responseCode, message } = error as Error & { responseCode?: number };
  return `${responseCode === undefined ? 'failed   ' : 'refused  '}  ${file}  ${message}`;
}

/** How many were not taken. One connection serves as long as it lasts: each new one waits a tenth of a second for its greeting. */
async function deliverAll(asked: Asked): Promise<number> {
  let open = await connect(asked.port);
  let failed = 0;
  for (const file of asked.files) {
    try {
      console.info(`delivered  ${file}  ${await send(open, file, asked)}`);
    } catch (error) {
      failed += 1;
      console.info(wordsOf(error, file));
      // Nothing was sent of it.
      if (error instanceof ArgumentError) continue;
      open.close();
      open = await connect(asked.port);
    }
  }
  open.quit();
  return failed;
}

/** Sends, prints a line for each file, and answers with the exit code. */
export async function runMail(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.info(USAGE);
    return EXIT.all;
  }
  try {
    return (await deliverAll(await readOptions(argv))) === 0 ? EXIT.all : EXIT.some;
  } catch (error) {
    const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
    const nobody = code === 'ESOCKET' || code === 'ECONNECTION';
    console.error(nobody ? `No laptop takes mail at port ${port}: start it (npm start), or set QUITTANCE_SMTP_PORT` : message);
    return nobody ? EXIT.some : EXIT.usage;
  }
}
