/** The laptop in this process, whose machine has a definition of our choice, and what people do there. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { AwsContext, Invoker } from '../../lib/local/contract.ts';
import type { OpenTask } from '../../lib/domain/request.ts';
import type { TaskKind } from '../../lib/domain/request-events.ts';
import { type Jwk, verifyReceipt } from '../../lib/receipts/verify.ts';
import type { CaseRecord } from '../../lib/stores/request-store.ts';
import type { RequestAnswer } from '../../lib/web/customer/api/api-answer.ts';
import { type Cloud, openCloud } from '../e2e/systems/cloud.ts';
import { signIn, type Staff } from '../e2e/systems/staff.ts';
import { Halts } from '../life/halts.ts';
import { type LaptopInProcess, startInProcess } from '../life/laptop-in-process.ts';
import type { Template } from './definitions-recording.ts';

const MINUTE_MS = 60_000;
/** How often the clock goes on by a minute before something has not happened. */
const PATIENCE = 120;

export interface Stage {
  laptop: LaptopInProcess;
  /** A function that fails at its next call, as only a fault nobody foresaw can: its name in the template. */
  failOnce(logicalId: string): void;
  /** Restarts on the same data, with the template that `change` makes of today's. */
  restart(change: (today: Template) => Template): Promise<void>;
  /** The address of somebody new, whom all systems know. */
  person(): string;
  /** Sends a request; the address is not confirmed yet. */
  submit(rights: string[], email: string): Promise<RequestAnswer>;
  /** Sends it and confirms the address. */
  ask(rights: string[], email: string): Promise<RequestAnswer>;
  caseOf(answer: RequestAnswer): Promise<CaseRecord>;
  /** Lets time pass until something is true of a request. */
  until<T>(answer: RequestAnswer, what: string, probe: (record: CaseRecord) => T | undefined): Promise<T>;
  task(answer: RequestAnswer, kind: TaskKind): Promise<OpenTask>;
  /** The archive calls back. */
  archiveAnswers(answer: RequestAnswer, email: string): Promise<void>;
  staff(user: 'anton' | 'renate' | 'ada'): Promise<Staff>;
  history(answer: RequestAnswer): Promise<HistoryEvent[]>;
  /** How the execution stands. */
  status(answer: RequestAnswer): Promise<string | undefined>;
  /** The kinds of a request's receipts, each of which verifies. */
  receipts(answer: RequestAnswer): Promise<string[]>;
  end(): Promise<void>;
}

/** Lets one call of a function fail, between the machine and the pool; no execution is halted. */
class FaultOnce extends Halts {
  /** The function's name in the template. */
  next: string | undefined;

  constructor() {
    super(() => undefined);
  }

  override between(context: AwsContext): AwsContext {
    return { ...context, invokerAs: (roleArn) => this.failing(context.invokerAs(roleArn)) };
  }

  private failing(invoker: Invoker): Invoker {
    return {
      invoke: async (functionArn, payload) => {
        if (this.next === undefined || !functionArn.includes(this.next)) return await invoker.invoke(functionArn, payload);
        this.next = undefined;
        return { ok: false, error: { errorType: 'BugError', errorMessage: 'A fault of the test' } };
      },
    };
  }
}

async function receiptsOf(laptop: LaptopInProcess, { request }: CaseRecord): Promise<string[]> {
  const { keys } = (await (await fetch(`${laptop.url}/.well-known/jwks.json`)).json()) as { keys: Jwk[] };
  const kinds: string[] = [];
  for (const { receiptId, kind } of request.receipts) {
    const jws = await (await fetch(`${laptop.url}/receipts/${receiptId.slice('rcp_'.length)}.jws`)).text();
    const { result } = await verifyReceipt({ jws: jws.trim(), keys });
    kinds.push(result === 'genuine' ? kind : `${kind}: ${result}`);
  }
  return kinds;
}

/** What people do, on the laptop as it runs just now. */
function acts(laptop: LaptopInProcess, cloud: () => Cloud) {
  let people = 0;
  const caseOf: Stage['caseOf'] = async ({ id }) => await cloud().caseOf(id);
  const submit: Stage['submit'] = async (rights, email) => {
    const answer = await laptop.submit({ rights, email, residence: 'DE' });
    await laptop.settled();
    return answer;
  };
  const until: Stage['until'] = async (answer, what, probe) => {
    for (let minute = 0; minute < PATIENCE; minute += 1) {
      await laptop.settled();
      const found = probe(await caseOf(answer));
      if (found !== undefined) return found;
      await laptop.clock.advanceBy(MINUTE_MS);
    }
    throw new Error(`Waited in vain: ${what}`);
  };
  const executionOf = async ({ id }: RequestAnswer) => (await cloud().executions()).find(({ name }) => name === id);
  return {
    caseOf,
    person() {
      people += 1;
      const email = `person-${people}@example.org`;
      laptop.far.add({ email, name: `Person ${people}`, customerId: String(4700 + people) });
      return email;
    },
    submit,
    until,
    async ask(rights, email) {
      const answer = await submit(rights, email);
      await laptop.confirm(answer, email);
      await laptop.settled();
      return answer;
    },
    task: async (answer, kind) => await until(answer, `a task ${kind}`, ({ request }) => request.tasks.find((task) => task.kind === kind)),
    async archiveAnswers(answer, email) {
      await until(answer, 'a call to the archive', ({ request }) => request.tasks.find(({ kind }) => kind === 'later'));
      const status = await laptop.far.answer(email);
      if (status === undefined || status >= 300) throw new Error(`The callback was answered ${status}`);
    },
    staff: async (user) => await signIn(laptop, user),
    history: async (answer) => await cloud().history((await executionOf(answer))!.arn),
    status: async (answer) => (await executionOf(answer))?.status,
    receipts: async (answer) => await receiptsOf(laptop, await caseOf(answer)),
  } satisfies Partial<Stage>;
}

/** Opens it with today's template. */
export async function openStage(): Promise<Stage> {
  const halts = new FaultOnce();
  const configuration = path.join(import.meta.dirname, 'definitions.config.ts');
  const laptop = await startInProcess({ configuration, at: '2026-03-02T09:00:00Z', halts });
  const file = path.join(laptop.home, 'template/Quittance.template.json');
  const today = readFileSync(file, 'utf8');
  let cloud = openCloud(laptop);
  const restart: Stage['restart'] = async (next) => {
    await laptop.close();
    writeFileSync(file, JSON.stringify(next(JSON.parse(today) as Template)));
    await laptop.start();
    cloud = openCloud(laptop);
  };
  const failOnce = (name: string): void => void (halts.next = name);
  return { laptop, failOnce, restart, end: async () => await laptop.stop(), ...acts(laptop, () => cloud) };
}
