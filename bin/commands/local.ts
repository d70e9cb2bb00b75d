/** `quittance local`: all of it on this machine: the small AWS with the product's own bundles, and the demo world. */
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { type Demo, startDemo } from '../../lib/demo/start-demo.ts';
import { type DataDirectory, openDataDirectory } from '../../lib/local/data-directory/open-data-directory.ts';
import { listen, stop } from '../../lib/local/loopback.ts';
import { shiftedClock } from '../../lib/local/shifted-clock.ts';
import { type SmallAws, startSmallAws } from '../../lib/local/small-aws.ts';
import { UndoStack } from '../../lib/local/undo-stack.ts';
import { configuredMailbox } from './configured-mailbox.ts';
import { explainFailure } from './explain-failure.ts';
import { localSecrets, parametersOf } from './local-secrets.ts';
import { ArgumentError, portIn } from './ports.ts';
import { type SmallCloud, localPages, smallCloud } from './small-cloud.ts';
import { synthesize } from './synthesize.ts';

const USAGE = `Usage: quittance local [--no-demo] [--verbose]

  --no-demo  without the demo's shop, its customers and its CRM
  --verbose  repeat the logs of the functions

Everything is kept below .quittance, or where QUITTANCE_HOME says. Ports: PORT (4400), QUITTANCE_SMTP_PORT (2525, mail that
comes in), QUITTANCE_AWS_PORT (any). QUITTANCE_CONFIG names another configuration than quittance.config.ts.`;

export interface LocalOptions {
  /** Data directory. */
  home: string;
  port: number;
  awsPort: number;
  /** Where mail comes in. */
  smtpPort: number;
  demo: boolean;
  verbose: boolean;
}

export interface Local {
  aws: SmallAws;
  services: SmallCloud;
  demo: Demo | undefined;
  /** Whom mail may come in for. */
  mailbox: string | undefined;
  close(): Promise<void>;
}

const DEMO_DOMAIN = 'example.com';

/** Starts everything; the demo's database may still be coming up when this resolves. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const directory = openDataDirectory(options.home);
  const undo = new UndoStack();
  undo.add(async () => directory.close());
  try {
    return await assemble(options, directory, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function assemble(
  { home, port, awsPort, smtpPort, demo: withDemo, verbose }: LocalOptions,
  directory: DataDirectory,
  undo: UndoStack,
): Promise<Local> {
  // What is wrong with a configuration is told when the template is made of it.
  const mailbox = await configuredMailbox().catch(() => undefined);
  for (const each of [port, awsPort, ...(mailbox === undefined ? [] : [smtpPort])]) await requireFree(each);
  const demoStarting = withDemo ? startDemo({ dataDir: path.join(home, 'demo') }) : undefined;
  // One that could not start has nothing to close.
  undo.add(async () => (await demoStarting?.catch(() => undefined))?.close());
  const templateDir = await synthesize(home);
  const secrets = localSecrets(home);
  const clock = shiftedClock(path.join(home, 'clock.json'));
  // Writes the file, so that its loss is noticed.
  clock.advanceBy(0);
  const demo = await demoStarting;
  let made: SmallCloud | undefined;
  const services = (): SmallCloud => made!;
  const aws = await startSmallAws({
    templateDir,
    dataDir: home,
    directory,
    port,
    awsPort,
    clock,
    verbose,
    services(context) {
      made = smallCloud(context, DEMO_DOMAIN, { smtpPort });
      for (const [name, value] of Object.entries({ ...parametersOf(secrets), ...demo?.secrets })) made.ssm.put(name, value);
      return made.all;
    },
    local: (context) => localPages(context, { ses: () => services().ses, clock, clientSecret: secrets.client }),
  });
  undo.add(() => aws.close());
  return { aws, services: services(), demo, mailbox, close: () => undo.run() };
}

/** A taken port is told at once, and not after the bundling. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  await stop(probe);
}

function greet({ aws, services, demo, mailbox }: Local): void {
  const smtpPort = services.ses.smtpPort();
  const lines = [
    `Quittance runs at    ${aws.url}/`,
    `  staff pages        ${aws.url}/staff`,
    `  mails              ${aws.url}/_local/mail`,
    `  clock              ${aws.url}/_local/clock`,
    `  API                ${aws.url}/api/openapi.json`,
    `  AWS endpoint       ${aws.awsUrl}`,
    ...(smtpPort === undefined ? [] : [`  mail comes in at   smtp://127.0.0.1:${smtpPort} for ${mailbox}`]),
    ...(demo
      ? ['', 'Try it as mara.winter@example.com, who lives in Germany. The shop of the demo is still loading: requests wait for it.']
      : []),
    '',
    'Stop with Ctrl+C. Everything is kept and goes on at the next start.',
  ];
  console.info(lines.join('\n'));
}

function readFlags(argv: readonly string[]): { verbose: boolean; 'no-demo': boolean } {
  try {
    return parseArgs({
      args: [...argv],
      options: { verbose: { type: 'boolean', default: false }, 'no-demo': { type: 'boolean', default: false } },
    }).values;
  } catch (error) {
    throw new ArgumentError((error as Error).message);
  }
}

function startFrom(argv: readonly string[], home: string): Promise<Local> {
  const flags = readFlags(argv);
  return startLocal({
    home,
    port: portIn('PORT'),
    awsPort: portIn('QUITTANCE_AWS_PORT'),
    smtpPort: portIn('QUITTANCE_SMTP_PORT'),
    demo: !flags['no-demo'] && process.env['QUITTANCE_CONFIG'] === undefined,
    verbose: flags.verbose,
  });
}

/** Runs until it is told to stop; a code when it could not start. */
export async function runLocal(argv: readonly string[]): Promise<number | void> {
  if (argv.includes('--help')) return console.info(USAGE);
  // On a laptop memory is scarcer than a little time: all threads collect garbage before their heaps have doubled.
  setFlagsFromString('--heap-growing-percent=30');
  const home = path.resolve(process.env['QUITTANCE_HOME'] ?? '.quittance');
  const complain = (error: unknown): void => console.error(explainFailure(error, home) ?? error);
  // What cannot write any more ends at once; the next start finds what was written.
  process.once('uncaughtException', (error) => {
    complain(error);
    process.exit(1);
  });
  try {
    run(await startFrom(argv, home));
  } catch (error) {
    complain(error);
    return 1;
  }
}

function run(local: Local): void {
  greet(local);
  local.demo?.ready.then(
    () => console.info('The demo shop is ready.'),
    (error: unknown) => console.error('The demo shop could not be started:', error),
  );
  const end = (): void => {
    local.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
