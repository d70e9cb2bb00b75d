/** MiniStack as a process of its own: an AWS from elsewhere, over TLS, with IAM in force, whose functions run on Node 24. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request as send } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually, freePort } from '../laptop.ts';

export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';
/** The account's root: it deploys and looks; functions get credentials of their roles. */
const ROOT_KEY = { accessKeyId: 'test', secretAccessKey: 'test' };

export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface SentMail {
  to: string[];
  subject: string;
  text: string;
}

export interface MiniStack {
  url: string;
  /** A folder that is removed with it. */
  dir: string;
  /** The file with the certificate that clients must trust. */
  certificate: string;
  /** What every SDK client takes. */
  settings: { endpoint: string; region: string; credentials: typeof ROOT_KEY; requestHandler: { httpsAgent: Agent } };
  /** Calls an address that MiniStack serves, whatever its host name: names of APIs and buckets are in no DNS. */
  call(address: string, call?: Call): Promise<Answer>;
  version(): Promise<string>;
  /** Mails in the order they were sent. */
  mails(): Promise<SentMail[]>;
  stop(): Promise<void>;
}

interface Process {
  child: ChildProcess;
  dir: string;
  url: string;
  printed(): string;
}

function run(program: string, port: number): Process {
  const dir = mkdtempSync(path.join(tmpdir(), 'quittance-ministack-'));
  const child = spawn(program, [], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of this process's surroundings: functions inherit them, and in the cloud they would not.
    env: {
      PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
      HOME: dir,
      TMPDIR: dir,
      AUTH: 'true',
      USE_SSL: '1',
      IOT_MTLS_ENABLED: '0',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: REGION,
      AWS_ACCESS_KEY_ID: ROOT_KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: ROOT_KEY.secretAccessKey,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return { child, dir, url: `https://127.0.0.1:${port}`, printed: () => printed };
}

const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one ?? ''])));

function callerOf(url: string, agent: Agent): MiniStack['call'] {
  return async (address, { method = 'GET', headers = {}, body } = {}) => {
    const { host, pathname, search } = new URL(address);
    const asked = send(url + pathname + search, { agent, method, headers: { ...headers, host } });
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: Buffer.concat((await answer.toArray()) as Buffer[]) };
  };
}

interface Listed {
  messages: Record<string, { To: string[]; Subject: string; BodyText: string }[]>;
}

/** Starts it on a free port; its state is in memory and gone with it. */
export async function startMiniStack(program: string): Promise<MiniStack> {
  const started = run(program, await freePort());
  const { child, dir, url } = started;
  const lastResort = (): void => void child.kill('SIGKILL');
  process.once('exit', lastResort);
  const certificate = path.join(dir, 'ministack-tls', 'server.crt');
  await eventually('MiniStack listens', () => started.printed().includes(`Running on ${url}`) || child.exitCode !== null || undefined);
  if (child.exitCode !== null) throw new Error(`MiniStack ended at its start:\n${started.printed()}`);
  const agent = new Agent({ ca: readFileSync(certificate), servername: 'localhost', keepAlive: true });
  const call = callerOf(url, agent);
  return {
    url,
    dir,
    certificate,
    settings: { endpoint: url, region: REGION, credentials: ROOT_KEY, requestHandler: { httpsAgent: agent } },
    call,
    version: async () => (JSON.parse((await call(`${url}/_ministack/health`)).body.toString()) as { version: string }).version,
    async mails() {
      const { messages } = JSON.parse((await call(`${url}/_ministack/ses/messages`)).body.toString()) as Listed;
      return (messages[ACCOUNT] ?? []).map(({ To, Subject, BodyText }) => ({ to: To, subject: Subject, text: BodyText }));
    },
    async stop() {
      process.removeListener('exit', lastResort);
      agent.destroy();
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
