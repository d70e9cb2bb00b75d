/** The laptop inside this process on a virtual clock: the very bundles and the very machine, and a year passes in seconds. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SmallCloud, localPages, smallCloud } from '../../bin/commands/small-cloud.ts';
import { localSecrets, parametersOf } from '../../bin/commands/local-secrets.ts';
import { synthesize } from '../../bin/commands/synthesize.ts';
import { type VirtualClock, virtualClock } from '../../lib/local/clock.ts';
import { type SmallAws, startSmallAws } from '../../lib/local/small-aws.ts';
import { freePort, Laptop } from '../e2e/laptop.ts';
import { FAR_SYSTEMS, FarSystems } from './far-systems.ts';
import type { Halts } from './halts.ts';
import { secretOf } from './companies.ts';

interface InProcessOptions {
  /** The file with the company's configuration. */
  configuration: string;
  /** When it begins. */
  at: string;
  /** Ends executions in the middle. */
  halts?: Halts;
}

interface Parts {
  home: string;
  port: number;
  clock: VirtualClock;
  far: FarSystems;
}

/** What the clock page needs; here only the test moves the clock. */
function standing({ now, at }: VirtualClock) {
  const advanceBy = (): void => {
    throw new Error('The clock of this laptop is moved by the test');
  };
  return { now, at, shift: () => 0, advanceBy };
}

export class LaptopInProcess extends Laptop {
  readonly clock: VirtualClock;
  readonly far: FarSystems;
  private readonly own: InProcessOptions & Parts;
  private aws: SmallAws | undefined;
  private services: SmallCloud | undefined;

  constructor(own: InProcessOptions & Parts) {
    super({ home: own.home, pg: false }, { port: own.port, postgres: undefined });
    this.own = own;
    this.clock = own.clock;
    this.far = own.far;
  }

  /** Where the endpoint is, in the words of the command. */
  override output(): string {
    return `AWS endpoint       ${this.aws?.awsUrl}`;
  }

  override async start(): Promise<void> {
    const { home, port, clock, halts } = this.own;
    this.aws = await startSmallAws({
      templateDir: path.join(home, 'template'),
      dataDir: home,
      port,
      clock,
      // Nothing but the year shall take time: every function has its sandbox, and only one.
      sandboxes: { max: 40, maxPerFunction: 1, idleMs: 3_600_000 },
      services: (context) => {
        this.services = smallCloud(halts?.between(context) ?? context, 'example.com');
        if (halts) this.services.states.onChange((change) => halts.observe(change));
        const far = FAR_SYSTEMS.map((system) => [secretOf(system), this.far.secret] as const);
        for (const [name, value] of [...Object.entries(parametersOf(localSecrets(home))), ...far]) this.services.ssm.put(name, value);
        return this.services.all;
      },
      local: (context) =>
        localPages(context, { ses: () => this.services!.ses, clock: standing(clock), clientSecret: localSecrets(home).client }),
    });
    clock.settled = () => this.settled();
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.aws!.settled();
  }

  override async close(): Promise<void> {
    await this.aws?.close();
    this.aws = undefined;
  }

  /** Ends it for good, with the far systems. */
  override async stop(): Promise<void> {
    await this.close();
    await this.far.close();
    await super.stop();
    if (process.env['QUITTANCE_E2E_KEEP'] === undefined) rmSync(this.home, { recursive: true, force: true });
  }

  /** What a SIGKILL would leave in this very moment: the files as they are, nothing flushed, nothing tidied up. Returns the copy. */
  image(): string {
    const home = newHome();
    cpSync(this.home, home, { recursive: true });
    return home;
  }

  /** Another process on such a copy, at the same address, so that links in mails go on working. This laptop is over. */
  async goOnFrom(image: string): Promise<LaptopInProcess> {
    await this.close();
    rmSync(this.home, { recursive: true, force: true });
    const { halts: _, ...own } = this.own;
    const next = new LaptopInProcess({ ...own, home: image, clock: virtualClock(this.clock.now()) });
    await next.start();
    return next;
  }
}

const newHome = (): string => mkdtempSync(path.join(tmpdir(), 'quittance-life-'));

/** Starts it in a new home. */
export async function startInProcess(options: InProcessOptions): Promise<LaptopInProcess> {
  const home = newHome();
  process.env['QUITTANCE_CONFIG'] = options.configuration;
  await synthesize(home);
  const far = new FarSystems();
  await far.start();
  const laptop = new LaptopInProcess({ ...options, home, port: await freePort(), far, clock: virtualClock(Date.parse(options.at)) });
  await laptop.start();
  return laptop;
}
