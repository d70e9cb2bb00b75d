/** The company's systems behind HTTP: they live on whatever happens to the small AWS, and misbehave for whom the test says. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listen, stop } from '../../lib/local/loopback.ts';

export const FAR_SYSTEMS = ['shop', 'crm', 'archive'] as const;
type FarSystem = (typeof FAR_SYSTEMS)[number];

export interface FarPerson {
  email: string;
  name: string;
  customerId: string;
}

/** A call that the archive has accepted and not answered yet. */
interface Job {
  email: string;
  phase: string;
  to: string;
}

type Row = Record<string, string>;

const rowOf: Record<FarSystem, (person: FarPerson) => Row> = {
  shop: ({ customerId, email, name }) => ({ id: customerId, email, name }),
  crm: ({ customerId, name }) => ({ id: customerId, note: `${name} called` }),
  archive: ({ customerId, name }) => ({ id: customerId, name }),
};

async function bodyOf(request: IncomingMessage): Promise<{ to: string }> {
  return JSON.parse(Buffer.concat((await request.toArray()) as Buffer[]).toString()) as { to: string };
}

export class FarSystems {
  /** Jobs of the archive that wait for `answer`. */
  readonly jobs: Job[] = [];
  /** People about whom the CRM refuses to say anything until it is repaired. */
  readonly refusing = new Set<string>();
  /** People whom a deletion in the CRM leaves in place so many times. */
  readonly keeping = new Map<string, number>();
  private readonly people: FarPerson[] = [];
  private readonly gone = new Set<string>();
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));
  private base = '';

  async start(): Promise<void> {
    this.base = await listen(this.server, 0);
  }

  /** What the parameter store says about a system. */
  get secret(): string {
    return JSON.stringify({ url: this.base, token: 'far-token' });
  }

  add(person: FarPerson): void {
    this.people.push(person);
  }

  /** Which systems still hold a person. */
  holding(email: string): FarSystem[] {
    return FAR_SYSTEMS.filter((system) => !this.gone.has(`${system} ${email}`));
  }

  /** The archive does a job of a person and calls back. */
  async answer(email: string): Promise<number | undefined> {
    const place = this.jobs.findIndex((job) => job.email === email);
    const [job] = place < 0 ? [] : this.jobs.splice(place, 1);
    const person = this.people.find((one) => one.email === email);
    if (job === undefined || person === undefined) return undefined;
    const held = this.holding(email).includes('archive');
    if (job.phase === 'erase') this.gone.add(`archive ${email}`);
    const body = job.phase === 'erase' ? { erased: held ? 1 : 0 } : { items: held ? [rowOf.archive(person)] : [] };
    const response = await fetch(job.to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  }

  async close(): Promise<void> {
    await stop(this.server);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, system = '', who = '', phase = ''] = request.url!.split('/').map(decodeURIComponent);
    const person = this.people.find(({ email, customerId }) => who === email || who === customerId);
    const { status, body } = await this.reply(request, { system: system as FarSystem, person, phase });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private async reply(
    request: IncomingMessage,
    { system, person, phase }: { system: FarSystem; person: FarPerson | undefined; phase: string },
  ): Promise<{ status: number; body: unknown }> {
    if (person === undefined) return { status: 200, body: { items: [] } };
    const { email } = person;
    if (system === 'crm' && this.refusing.has(email)) return { status: 422, body: {} };
    if (request.method === 'POST') {
      this.jobs.push({ email, phase, to: (await bodyOf(request)).to });
      return { status: 202, body: {} };
    }
    if (request.method === 'DELETE' && !this.keeps(system, email)) this.gone.add(`${system} ${email}`);
    return { status: 200, body: { items: this.holding(email).includes(system) ? [rowOf[system](person)] : [] } };
  }

  private keeps(system: FarSystem, email: string): boolean {
    const times = system === 'crm' ? (this.keeping.get(email) ?? 0) : 0;
    this.keeping.set(email, times - 1);
    return times > 0;
  }
}
