/** `quittance local`: all of it on this machine: the small AWS with the product's own bundles, and the demo world. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { type Demo, startDemo } from '../../lib/demo/start-demo.ts';
import { shiftedClock } from '../../lib/local/shifted-clock.ts';
import { type SmallAws, startSmallAws } from '../../lib/local/small-aws.ts';
import { localSecrets, parametersOf } from './local-secrets.ts';
import { type SmallCloud, localPages, smallCloud } from './small-cloud.ts';
import { synthesize } from './synthesize.ts';

export interface LocalOptions {
  /** Data directory. */
  home: string;
  port: number;
  awsPort: number;
  demo: boolean;
  verbose: boolean;
}

export interface Local {
  aws: SmallAws;
  services: SmallCloud;
  demo: Demo | undefined;
  close(): Promise<void>;
}

const DEMO_DOMAIN = 'example.com';

/** Starts everything; the demo's database may still be coming up when this resolves. */
export async function startLocal({ home, port, awsPort, demo: withDemo, verbose }: LocalOptions): Promise<Local> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const demoStarting = withDemo ? startDemo({ dataDir: path.join(home, 'demo') }) : undefined;
  const templateDir = await synthesize(home);
  const secrets = localSecrets(home);
  const clock = shiftedClock(path.join(home, 'clock.json'));
  const demo = await demoStarting;
  let made: SmallCloud | undefined;
  const services = (): SmallCloud => made!;
  const aws = await startSmallAws({
    templateDir,
    dataDir: home,
    port,
    awsPort,
    clock,
    verbose,
    services(context) {
      made = smallCloud(context, DEMO_DOMAIN);
      for (const [name, value] of Object.entries({ ...parametersOf(secrets), ...demo?.secrets })) made.ssm.put(name, value);
      return made.all;
    },
    local: (context) => localPages(context, { ses: () => services().ses, clock, clientSecret: secrets.client }),
  });
  return {
    aws,
    services: services(),
    demo,
    async close() {
      await aws.close();
      await demo?.close();
    },
  };
}

function greet({ aws, demo }: Local): void {
  const lines = [
    `Quittance runs at    ${aws.url}/`,
    `  staff pages        ${aws.url}/staff`,
    `  mails              ${aws.url}/_local/mail`,
    `  clock              ${aws.url}/_local/clock`,
    `  API                ${aws.url}/api/openapi.json`,
    `  AWS endpoint       ${aws.awsUrl}`,
    ...(demo
      ? ['', 'Try it as mara.winter@example.com, who lives in Germany. The shop of the demo is still loading: requests wait for it.']
      : []),
    '',
    'Stop with Ctrl+C. Everything is kept and goes on at the next start.',
  ];
  console.info(lines.join('\n'));
}

/** Runs until it is told to stop. */
export async function runLocal(argv: readonly string[]): Promise<void> {
  // On a laptop memory is scarcer than a little time: all threads collect garbage before their heaps have doubled.
  setFlagsFromString('--heap-growing-percent=30');
  const { values } = parseArgs({
    args: [...argv],
    options: { verbose: { type: 'boolean', default: false }, 'no-demo': { type: 'boolean', default: false } },
  });
  const local = await startLocal({
    home: path.resolve(process.env['QUITTANCE_HOME'] ?? '.quittance'),
    port: Number(process.env['PORT'] ?? 4400),
    awsPort: Number(process.env['QUITTANCE_AWS_PORT'] ?? 0),
    demo: !values['no-demo'] && process.env['QUITTANCE_CONFIG'] === undefined,
    verbose: values.verbose,
  });
  greet(local);
  local.demo?.ready.then(
    () => console.info('The demo shop is ready.'),
    (error: unknown) => console.error('The demo shop could not be started:', error),
  );
  const stop = (): void => {
    local.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
