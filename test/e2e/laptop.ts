/** The real command of the laptop as a process of its own, with what end-to-end tests do to it from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import packageJson from '../../package.json' with { type: 'json' };
import type { MailDetails, MailSummary } from '../../lib/local/ses/mail-pages.ts';
import type { RequestAnswer, RequestDetails } from '../../lib/web/customer/api/api-answer.ts';
import { type PostgresServer, startPostgresServer } from '../postgres-server.ts';
import { collectGrants } from './grants/collected-grants.ts';

/** The arguments of `npm start`, whose limits of memory are part of what is judged. */
const START = packageJson.scripts.start.split(' ').slice(1);
const ROOT = path.join(import.meta.dirname, '../..');
const START_MS = 120_000;

export interface LaptopOptions {
  /** A PostgreSQL server for the shop (the default), made and ended with the laptop; false takes the embedded one. */
  pg?: boolean;
  /** Data directory; a temporary one, removed by `stop`, by default. */
  home?: string;
  env?: Record<string, string>;
  /** Further arguments of `quittance local`. */
  args?: string[];
}

export interface WaitOptions {
  /** Milliseconds of real time; 60 seconds by default. */
  within?: number;
}

export interface MailFilter {
  to?: string;
  /** Found anywhere in the subject. */
  subject?: RegExp;
  /** Ids of mails that do not count, for instance those that were there before. */
  except?: ReadonlySet<string>;
}

/** What `POST /api/requests` takes. */
export interface Submission {
  rights: string[];
  email: string;
  name?: string;
  residence?: string;
  identifiers?: Record<string, string>;
  onBehalfOf?: { name: string; relation: string };
}

/** Polls until there is something; what `probe` throws counts as nothing until the time is over. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined> | T | undefined,
  { within = 60_000 }: WaitOptions = {},
): Promise<T> {
  const end = Date.now() + within;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const found = await probe();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  }
  throw new Error(`Waited ${within} ms in vain: ${what}`, { cause: last });
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The surroundings without what the test runner and a developer's shell add. */
function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const foreign = /^(?:AWS_|QUITTANCE_|VITEST|NODE_ENV$|NODE_OPTIONS$|PORT$|TEST$)/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))), ...own };
}

/** The links of a mail's text, in order. */
export function linksOf({ text = '' }: Pick<MailDetails, 'text'>): string[] {
  return text.match(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g) ?? [];
}

/** The first link of a mail below a path such as `/download/`. */
export function linkTo(mail: Pick<MailDetails, 'text'>, below: string): string {
  const found = linksOf(mail).find((link) => new URL(link).pathname.startsWith(below));
  if (found === undefined) throw new Error(`The mail has no link to ${below}`);
  return found;
}

/** The six digits of a verification mail. */
export function codeOf({ text = '' }: Pick<MailDetails, 'text'>): string {
  const found = /(?<!\d)\d{3} ?\d{3}(?!\d)/.exec(text)?.[0].replace(' ', '');
  if (found === undefined) throw new Error('The mail has no code');
  return found;
}

export class Laptop {
  readonly home: string;
  readonly port: number;
  /** The shop's server; undefined with the embedded one. */
  readonly postgres: PostgresServer | undefined;
  private readonly options: LaptopOptions;
  private child: ChildProcess | undefined;
  private printed = '';
  private readonly lastResort = (): void => void this.child?.kill('SIGKILL');

  constructor(options: LaptopOptions, { port, postgres }: { port: number; postgres: PostgresServer | undefined }) {
    this.options = options;
    this.home = options.home ?? mkdtempSync(path.join(tmpdir(), 'quittance-e2e-'));
    this.port = port;
    this.postgres = postgres;
    process.once('exit', this.lastResort);
  }

  /** Of the pages; the same after a restart. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Everything the command printed since its last start. */
  output(): string {
    return this.printed;
  }

  /** Starts, or starts again on the same home, the same ports and the same shop; resolves when the demo shop is ready. */
  async start(): Promise<void> {
    if (this.isRunning()) throw new Error('The laptop is running already');
    this.printed = '';
    const own = {
      QUITTANCE_HOME: this.home,
      PORT: String(this.port),
      QUITTANCE_SMTP_PORT: '0',
      ...(this.postgres ? { QUITTANCE_DEMO_PG: this.postgres.connectionString } : {}),
      ...this.options.env,
    };
    const args = [...START, ...(this.options.args ?? [])];
    const child = spawn(process.execPath, args, { cwd: ROOT, env: environment(own), stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    await eventually('the laptop starts', () => this.hasStarted(), { within: START_MS });
    if (!this.isRunning()) throw new Error(`The laptop ended at its start:\n${this.printed}`);
  }

  private isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private hasStarted(): true | undefined {
    if (!this.isRunning() || this.printed.includes('could not be started')) return true;
    return this.printed.includes('Quittance runs at') && this.printed.includes('The demo shop is ready.') ? true : undefined;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning()) return;
    const ended = once(this.child!, 'exit');
    this.child!.kill(signal);
    await ended;
    collectGrants(this.home);
  }

  /** Kills it as a power cut would; home and shop stay for `start`. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as Ctrl+C would; home and shop stay for `start`. */
  async close(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Kills it and starts it again. */
  async crash(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Ends it for good, with its shop; a temporary home is removed unless QUITTANCE_E2E_KEEP is set. */
  async stop(): Promise<void> {
    process.removeListener('exit', this.lastResort);
    await this.close();
    await this.postgres?.stop();
    const keep = this.options.home !== undefined || process.env['QUITTANCE_E2E_KEEP'] !== undefined;
    if (!keep) rmSync(this.home, { recursive: true, force: true });
  }

  private async json<T>(pathname: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(this.url + pathname, { ...init, headers: { accept: 'application/json', ...init.headers } });
    if (!response.ok)
      throw new Error(`${init.method ?? 'GET'} ${pathname.split('/', 3).join('/')} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Sent mails, newest first. */
  async mails({ to, subject, except }: MailFilter = {}): Promise<MailSummary[]> {
    const all = await this.json<MailSummary[]>('/_local/mail');
    return all.filter(
      (mail) => (to === undefined || mail.to.includes(to)) && (subject?.test(mail.subject) ?? true) && !except?.has(mail.id),
    );
  }

  /** One mail with text, HTML, headers and attachments. */
  async mail(id: string): Promise<MailDetails> {
    return this.json<MailDetails>(`/_local/mail/${id}`);
  }

  /** The newest mail that fits, as soon as there is one. */
  async waitForMail(filter: MailFilter, wait?: WaitOptions): Promise<MailDetails> {
    const what = `a mail to ${filter.to ?? 'anybody'} with ${filter.subject ?? 'any subject'}`;
    const { id } = await eventually(what, async () => (await this.mails(filter))[0], wait);
    return this.mail(id);
  }

  /** The bytes of an attachment. */
  async attachment(mail: MailDetails, contentType: string): Promise<Uint8Array> {
    const found = mail.attachments.find((one) => one.contentType.startsWith(contentType));
    if (found === undefined) throw new Error(`The mail has no attachment of type ${contentType}`);
    return new Uint8Array(await (await fetch(this.url + found.url)).arrayBuffer());
  }

  /** Sends a request over the API. */
  async submit(submission: Submission, key: string = randomUUID()): Promise<RequestAnswer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.json<RequestAnswer>('/api/requests', { method: 'POST', headers, body: JSON.stringify(submission) });
  }

  /** Reads a request over the API with the token of its status link, or with another one. */
  async read({ id, statusUrl }: Pick<RequestAnswer, 'id' | 'statusUrl'>): Promise<RequestDetails> {
    const token = new URL(statusUrl).pathname.split('/')[2]!;
    return this.json<RequestDetails>(`/api/requests/${id}`, { headers: { authorization: `Bearer ${token}` } });
  }

  /** Waits for a status of a request, or for any of several. */
  async waitForStatus(
    request: Pick<RequestAnswer, 'id' | 'statusUrl'>,
    status: string | readonly string[],
    wait?: WaitOptions,
  ): Promise<RequestDetails> {
    const wanted = typeof status === 'string' ? [status] : status;
    let seen = 'nothing';
    const probe = async (): Promise<RequestDetails | undefined> => {
      const details = await this.read(request);
      seen = details.status;
      return wanted.includes(details.status) ? details : undefined;
    };
    return eventually(`status ${wanted.join(' or ')}`, probe, wait).catch((error: unknown) => {
      throw new Error(`The request is ${seen}, not ${wanted.join(' or ')}`, { cause: error });
    });
  }

  /** Confirms an address as the person would: opens the mailed link's page and presses its button. Returns the person's own status link. */
  async confirm(request: Pick<RequestAnswer, 'reference'>, to: string, wait?: WaitOptions): Promise<string> {
    const mail = await this.verificationMail(request, to, wait);
    const response = await fetch(linkTo(mail, '/verify-address/'), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    if (response.status !== 303) throw new Error(`Confirming answered ${response.status}`);
    return new URL(response.headers.get('location')!, this.url).href;
  }

  /** The mail with link and code for a request. */
  async verificationMail({ reference }: Pick<RequestAnswer, 'reference'>, to: string, wait?: WaitOptions): Promise<MailDetails> {
    return eventually(
      `the verification mail of ${reference}`,
      async () => {
        for (const { id } of await this.mails({ to })) {
          const mail = await this.mail(id);
          if (mail.text?.includes(reference) && mail.text.includes('/verify-address/')) return mail;
        }
        return undefined;
      },
      wait,
    );
  }

  /** The laptop's time. */
  async now(): Promise<Date> {
    return new Date((await this.json<{ now: string }>('/_local/clock')).now);
  }

  /** Sets the clock ahead by an ISO 8601 duration such as P7D. */
  async advanceClock(by: string): Promise<void> {
    await this.json('/_local/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ by }) });
  }

  /** Where the demo CRM keeps its contacts; SQLite, to be opened for reading. */
  get crmFile(): string {
    return path.join(this.home, 'demo', 'crm.sqlite');
  }
}

/** Starts the laptop and waits until its pages answer and its shop is loaded. */
export async function startLaptop(options: LaptopOptions = {}): Promise<Laptop> {
  const [port, postgres] = await Promise.all([freePort(), options.pg === false ? undefined : startPostgresServer()]);
  const laptop = new Laptop(options, { port, postgres });
  try {
    await laptop.start();
  } catch (error) {
    await laptop.stop();
    throw error;
  }
  return laptop;
}

/** Says what is missing on this machine; fails where nothing may be skipped (CI=true). */
export function missing(needs: Record<string, boolean>): string[] {
  const absent = Object.entries(needs)
    .filter(([, present]) => !present)
    .map(([name]) => name);
  if (absent.length > 0 && process.env['CI'] === 'true') throw new Error(`End-to-end tests need ${absent.join(', ')}`);
  if (absent.length > 0) console.warn(`SKIPPED, not on this machine: ${absent.join(', ')}`);
  return absent;
}

/** True if a program is on the path. */
export function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((dir) => existsSync(path.join(dir, program)));
}
