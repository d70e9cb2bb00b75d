/** The lives of three requests to a company, lived through the doors that people use: until nothing is left of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenTask } from '../../lib/domain/request.ts';
import type { RequestEvent, TaskKind } from '../../lib/domain/request-events.ts';
import { readPayload, type ReceiptPayload } from '../../lib/receipts/payload.ts';
import type { RequestAnswer } from '../../lib/web/customer/api/api-answer.ts';
import { linkTo, type Submission } from '../e2e/laptop.ts';
import { type Cloud, openCloud } from '../e2e/systems/cloud.ts';
import { signIn, type Staff } from '../e2e/systems/staff.ts';
import { unpack } from '../packages/unpack.ts';
import type { FarPerson } from './far-systems.ts';
import { type LaptopInProcess, startInProcess } from './laptop-in-process.ts';
import { filesNaming } from './traces.ts';

/** Says nothing; is answered after an extension; is answered in part when its time is up. */
export const ROLES = ['silent', 'extended', 'late'] as const;
export type Role = (typeof ROLES)[number];

/** A company and the days on which its people and the test do something; everything else is to happen by itself. */
export interface Plan {
  configuration: string;
  residence: string;
  begin: string;
  /** Staff extend on this day, when they are asked to choose. */
  choosesAt: string;
  /** After the answer in part. */
  fetchesAt: string;
  /** The CRM is repaired for the late one, and for the extended one. */
  repairedAt: { late: string; extended: string };
  /** Between an end and its purge; between the purges and the first erasure. */
  answeredAt: string;
  purgedAt: string;
  /** Just before and just after each record is to be erased, the earliest first. */
  erasedAt: readonly { role: Role; before: string; after: string }[];
}

export interface LivedRequest {
  answer: RequestAnswer;
  events: readonly RequestEvent[];
  receipts: ReceiptPayload[];
  /** Subjects, oldest first, with the day each was sent on. */
  mails: { id: string; at: string; subject: string }[];
  objectsBeforePurge: number;
  objectsAfterPurge: number;
  hadKeyBeforePurge: boolean;
  hasKeyAfterPurge: boolean;
  statusPage: { beforeErasure: number; afterErasure: number };
}

export interface Lived {
  hours: number;
  sweeps: number;
  requests: Record<Role, LivedRequest>;
  /** Paths in the parts that were downloaded, and the status of a download after the window. */
  parts: string[][];
  downloadAfterWindow: number;
  /** What is left in tables and buckets, and which files name one of the people. */
  left: { requests: string[]; receipts: number; caseKeys: number; objects: number };
  filesNamingThem: string[];
  mailsNamingThem: number;
}

const DAY_MS = 24 * 3600 * 1000;

const people: Record<Role, FarPerson> = {
  silent: { email: 'schweigsame.person@example.org', name: 'Siglinde Schweigsam', customerId: '9001' },
  extended: { email: 'verlaengerte.person@example.org', name: 'Vinzenz Verlaengert', customerId: '9002' },
  late: { email: 'verspaetete.person@example.org', name: 'Valentina Verspaetet', customerId: '9003' },
};

const wishes: Record<Role, string[]> = { silent: ['access'], extended: ['erasure'], late: ['access'] };

const payloadOf = (jws: string): ReceiptPayload => readPayload(JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()));

class Lives {
  readonly laptop: LaptopInProcess;
  private readonly plan: Plan;
  private readonly cloud: Cloud;
  private readonly answers = new Map<Role, RequestAnswer>();
  private readonly requests = new Map<Role, LivedRequest>();
  private readonly parts: string[][] = [];
  private downloadAfterWindow = 0;

  constructor(plan: Plan, laptop: LaptopInProcess) {
    this.plan = plan;
    this.laptop = laptop;
    this.cloud = openCloud(laptop);
  }

  /** Everything, from the first submission to the day after the last erasure. */
  async live(): Promise<Lived> {
    await this.ask();
    await this.goTo(this.plan.choosesAt);
    await this.extend();
    await this.goTo(this.plan.fetchesAt);
    this.parts.push(await this.fetchPart(1));
    await this.goTo(this.plan.repairedAt.late);
    await this.repair('late');
    this.parts.push(await this.fetchPart(2));
    await this.goTo(this.plan.repairedAt.extended);
    await this.repair('extended');
    await this.watchPurges();
    await this.watchErasures();
    return this.account();
  }

  private async goTo(instant: string): Promise<void> {
    await this.laptop.clock.advanceTo(Date.parse(instant));
  }

  private async ask(): Promise<void> {
    for (const role of ROLES) {
      const { email, name } = people[role];
      this.laptop.far.add(people[role]);
      if (role !== 'silent') this.laptop.far.refusing.add(email);
      const submission: Submission = { rights: wishes[role], email, name, residence: this.plan.residence };
      const answer = await this.laptop.submit(submission);
      this.answers.set(role, answer);
      await this.laptop.settled();
      if (role !== 'silent') await this.laptop.confirm(answer, email);
    }
    // The archive calls back after a day.
    await this.laptop.clock.advanceBy(DAY_MS);
    for (const role of ROLES) await this.laptop.far.answer(people[role].email);
    await this.laptop.settled();
  }

  private async staff(user: string): Promise<Staff> {
    return signIn(this.laptop, user);
  }

  private async task(role: Role, kind: TaskKind): Promise<OpenTask> {
    const { request } = await this.cloud.caseOf(this.answers.get(role)!.id);
    const task = request.tasks.find((one) => one.kind === kind);
    if (task === undefined) throw new Error(`${role}: no task ${kind}, but ${request.tasks.map((one) => one.kind).join(', ')}`);
    return task;
  }

  private async extend(): Promise<void> {
    const reviewer = await this.staff('renate');
    for (const role of ['extended', 'late'] as const) await this.task(role, 'late-choice');
    const { id } = this.answers.get('extended')!;
    const reason = 'A supplier has to restore its system first.';
    const page = await reviewer.chooseLate(`req_${id}`, { choice: 'extend', ground: 'complexity', reason });
    if (page.status !== 200) throw new Error(`The extension was answered ${page.status}`);
    await this.laptop.settled();
  }

  private async repair(role: Role): Promise<void> {
    this.laptop.far.refusing.delete(people[role].email);
    const agent = await this.staff('anton');
    await agent.endTask(`req_${this.answers.get(role)!.id}`, await this.task(role, 'system-failed'), { outcome: 'retry' });
    await this.laptop.clock.advanceBy(DAY_MS);
  }

  private async partLink(number: number): Promise<string> {
    const subject = new RegExp(`part|ready|rest`, 'i');
    const mails = await this.laptop.mails({ to: people.late.email, subject });
    return `${linkTo(await this.laptop.mail(mails[0]!.id), '/download/')}/${number}`;
  }

  private async fetchPart(number: number): Promise<string[]> {
    const response = await fetch(await this.partLink(number));
    if (response.status !== 200) throw new Error(`The download was answered ${response.status}`);
    await this.laptop.settled();
    return [...unpack(Buffer.from(await response.arrayBuffer())).keys()];
  }

  private async objects(id: string): Promise<number> {
    const found = await Promise.all((['vault', 'delivery'] as const).map((bucket) => this.cloud.objects(bucket, `req_${id}/`)));
    return found.flat().length;
  }

  private async hasKey(id: string): Promise<boolean> {
    return (await this.cloud.items('CaseKeys')).some(({ pk }) => pk === `CASE#req_${id}`);
  }

  private async watchPurges(): Promise<void> {
    await this.goTo(this.plan.answeredAt);
    const before = new Map<Role, { objects: number; key: boolean }>();
    for (const [role, { id }] of this.answers) before.set(role, { objects: await this.objects(id), key: await this.hasKey(id) });
    await this.goTo(this.plan.purgedAt);
    this.downloadAfterWindow = (await fetch(await this.partLink(1))).status;
    for (const [role, answer] of this.answers) {
      const { objects, key } = before.get(role)!;
      this.requests.set(role, {
        ...(await this.story(role)),
        objectsBeforePurge: objects,
        hadKeyBeforePurge: key,
        objectsAfterPurge: await this.objects(answer.id),
        hasKeyAfterPurge: await this.hasKey(answer.id),
        statusPage: { beforeErasure: 0, afterErasure: 0 },
      });
    }
  }

  private async story(role: Role): Promise<Pick<LivedRequest, 'answer' | 'events' | 'receipts' | 'mails'>> {
    const answer = this.answers.get(role)!;
    const { events, request } = await this.cloud.caseOf(answer.id);
    const stored = new Map((await this.cloud.items('Receipts')).map(({ id, jws }) => [String(id), String(jws)]));
    const mails = await this.laptop.mails({ to: people[role].email });
    return {
      answer,
      events,
      receipts: request.receipts.map(({ receiptId }) => payloadOf(stored.get(receiptId)!)),
      mails: mails.toReversed().map(({ id, at, subject }) => ({ id, at, subject: subject.replace(answer.reference, 'Q') })),
    };
  }

  private async watchErasures(): Promise<void> {
    for (const { role, before, after } of this.plan.erasedAt) {
      const { answer, statusPage } = this.requests.get(role)!;
      const status = async (): Promise<number> => (await fetch(answer.statusUrl)).status;
      await this.goTo(before);
      statusPage.beforeErasure = await status();
      await this.goTo(after);
      statusPage.afterErasure = await status();
    }
  }

  /** The sweep counts what is overdue, every time it runs. */
  private sweeps(): number {
    const folder = path.join(this.laptop.home, 'logs');
    const log = readdirSync(folder).find((name) => name.includes('sweep'))!;
    return readFileSync(path.join(folder, log), 'utf8').match(/"Overdue":\d+/g)!.length;
  }

  /** What a mailbox received is its owner's: the folder of mails stands for the mailboxes of the people. */
  private naming(): Pick<Lived, 'filesNamingThem' | 'mailsNamingThem'> {
    const words = ROLES.flatMap((role) => [people[role].email, people[role].name, people[role].name.split(' ')[1]!]);
    const files = filesNaming(this.laptop.home, words);
    const isMail = (file: string): boolean => file.startsWith(`mail${path.sep}`);
    return { filesNamingThem: files.filter((file) => !isMail(file)), mailsNamingThem: files.filter(isMail).length };
  }

  private async account(): Promise<Lived> {
    const now = this.laptop.clock.now();
    const items = (await this.cloud.items('Requests')).filter(({ expiresAt }) => !(Number(expiresAt) * 1000 < now));
    const objects = [...(await this.cloud.objects('vault')), ...(await this.cloud.objects('delivery'))];
    return {
      hours: Math.floor((now - Date.parse(this.plan.begin)) / 3_600_000),
      sweeps: this.sweeps(),
      requests: Object.fromEntries(this.requests) as Record<Role, LivedRequest>,
      parts: this.parts,
      downloadAfterWindow: this.downloadAfterWindow,
      left: {
        requests: items.map(({ pk, sk }) => `${String(pk)} ${String(sk)}`),
        receipts: (await this.cloud.items('Receipts')).filter(({ pk }) => String(pk).startsWith('CASE#')).length,
        caseKeys: (await this.cloud.items('CaseKeys')).length,
        objects: objects.length,
      },
      ...this.naming(),
    };
  }
}

/** Lives them through on a laptop of their own. */
export async function liveThrough(plan: Plan): Promise<Lived> {
  const laptop = await startInProcess({ configuration: plan.configuration, at: plan.begin });
  try {
    return await new Lives(plan, laptop).live();
  } finally {
    await laptop.stop();
  }
}
