/** People whose requests are cut off in the middle, and what they, the staff and the far systems do until nobody waits for them. */
import type { CaseRecord } from '../../lib/stores/request-store.ts';
import { isClosed } from '../../lib/domain/request.ts';
import type { RequestAnswer } from '../../lib/web/customer/api/api-answer.ts';
import { linkTo } from '../e2e/laptop.ts';
import { type Cloud, openCloud } from '../e2e/systems/cloud.ts';
import { signIn, type Staff } from '../e2e/systems/staff.ts';
import { unpack } from '../packages/unpack.ts';
import type { FarPerson } from './far-systems.ts';
import type { Halt, Halts } from './halts.ts';
import type { LaptopInProcess } from './laptop-in-process.ts';

/** A copy; a deletion that one system refuses until a person has seen to it; a copy, and a deletion once it was fetched. */
export const SCENARIOS = { access: ['access'], erasure: ['erasure'], both: ['access', 'erasure'] } as const;
export type Scenario = keyof typeof SCENARIOS;

export interface Somebody extends FarPerson {
  scenario: Scenario;
  /** Undefined for whoever is not disturbed. */
  halt: Halt | undefined;
  answer?: RequestAnswer;
}

/** Names, addresses and numbers are of one length, so that packages and letters are. */
export function somebody(number: number, part: Pick<Somebody, 'scenario' | 'halt'>): Somebody {
  const digits = String(number).padStart(4, '0');
  return { ...part, email: `person-${digits}@example.org`, name: `Person N${digits}`, customerId: `77${digits}` };
}

const ABREAST = 8;

/** Does something for everybody, some at a time. */
export async function forAll<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += ABREAST) {
    results.push(...(await Promise.all(all.slice(from, from + ABREAST).map((one) => act(one)))));
  }
  return results;
}

/** The acts on one laptop; after a kill there is another one. */
export class Acts {
  private readonly laptop: LaptopInProcess;
  private readonly halts: Halts | undefined;
  readonly cloud: Cloud;
  private readonly done: Set<string>;
  private staff: Promise<Staff> | undefined;
  private readonly closed = new Set<string>();

  /** `done` remembers what people did once and do not do again, whatever happens to the laptop. */
  constructor(laptop: LaptopInProcess, { halts, done }: { halts?: Halts; done: Set<string> }) {
    this.laptop = laptop;
    this.halts = halts;
    this.done = done;
    this.cloud = openCloud(laptop);
  }

  async submit(person: Somebody): Promise<void> {
    const { email, name, scenario } = person;
    this.laptop.far.add(person);
    if (scenario === 'erasure') this.laptop.far.refusing.add(email);
    person.answer = await this.laptop.submit({ rights: [...SCENARIOS[scenario]], email, name, residence: 'DE' });
  }

  /** Whether all of them have had their answer. */
  haveAnswered(people: readonly Somebody[]): boolean {
    return people.every(({ email }) => this.closed.has(email));
  }

  /** Everybody does what is theirs to do, until there is nothing more to be done without time passing. */
  async untilAllWait(people: readonly Somebody[]): Promise<void> {
    for (let acted = true; acted;) {
      await this.laptop.settled();
      const reachable = people.filter(({ email, answer }) => !this.closed.has(email) && !this.halts?.has(answer!.id));
      acted = (await forAll(reachable, (person) => this.act(person))).includes(true);
    }
  }

  private async act(person: Somebody): Promise<boolean> {
    const record = await this.cloud.caseOf(person.answer!.id);
    if (isClosed(record.request)) this.closed.add(person.email);
    if (isClosed(record.request)) return false;
    const answered = await this.laptop.far.answer(person.email);
    return (
      answered !== undefined || (await this.confirm(person, record)) || (await this.fetch(person, record)) || this.mend(person, record)
    );
  }

  private waitsFor({ tasks }: CaseRecord, kind: string): boolean {
    return tasks.some((task) => task.kind === kind && task.doneAt === undefined && task.token !== undefined);
  }

  private once({ email }: Somebody, what: string): boolean {
    const act = `${what} ${email}`;
    return !this.done.has(act) && this.done.add(act) !== undefined;
  }

  private async confirm(person: Somebody, record: CaseRecord): Promise<boolean> {
    if (!this.waitsFor(record, 'verify') || !this.once(person, 'confirm')) return false;
    await this.laptop.confirm(person.answer!, person.email);
    return true;
  }

  private async fetch(person: Somebody, record: CaseRecord): Promise<boolean> {
    if (!this.waitsFor(record, 'fetch') || !this.once(person, 'fetch')) return false;
    await this.download(person);
    return true;
  }

  /** Somebody of the staff sees to the system that refused, and has it asked again. */
  private async mend(person: Somebody, record: CaseRecord): Promise<boolean> {
    const task = record.tasks.find(({ kind, doneAt }) => kind === 'system-failed' && doneAt === undefined);
    if (task === undefined || !this.once(person, `mend ${task.taskId}`)) return false;
    this.laptop.far.refusing.delete(person.email);
    const staff = await (this.staff ??= signIn(this.laptop, 'anton'));
    await staff.endTask(record.request.id, task, { outcome: 'retry' });
    return true;
  }

  /** The files of the package, as text by path. */
  async download({ answer, email }: Somebody): Promise<Map<string, string>> {
    const [mail] = await this.laptop.mails({ to: email, subject: /ready/i });
    const response = await fetch(`${linkTo(await this.laptop.mail(mail!.id), '/download/')}/1`);
    if (response.status !== 200) throw new Error(`The download of ${answer!.reference} was answered ${response.status}`);
    return new Map([...unpack(Buffer.from(await response.arrayBuffer()))].map(([path, bytes]) => [path, bytes.toString()]));
  }
}
