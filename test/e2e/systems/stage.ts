/** A laptop with a shop behind a gate, and what the tests of failing systems do and ask there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenTask } from '../../../lib/domain/request.ts';
import type { TaskKind } from '../../../lib/domain/request-events.ts';
import { readPayload, type ReceiptPayload } from '../../../lib/receipts/payload.ts';
import type { CaseRecord } from '../../../lib/stores/request-store.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { type PostgresServer, startPostgresServer } from '../../postgres-server.ts';
import { eventually, type Laptop, startLaptop, type Submission } from '../laptop.ts';
import { type Cloud, openCloud } from './cloud.ts';
import { type Gate, startGate } from './gate.ts';
import { keepTemplate, newHome, removeHome } from './homes.ts';

export interface Stage {
  laptop: Laptop;
  cloud: Cloud;
  gate: Gate;
  /** Submits over the API and confirms the address. */
  ask(submission: Submission): Promise<RequestAnswer>;
  /** An open task of a request; the clock runs ahead meanwhile, a minute at a time, because retries wait for minutes. */
  waitForTask(id: string, kind: TaskKind): Promise<OpenTask>;
  /** Until something is true of a request; the clock runs ahead meanwhile. */
  waitFor<T>(id: string, what: string, probe: (record: CaseRecord) => T | undefined): Promise<T>;
  /** Ends the CRM's misbehaviour for a customer number. */
  repairCrm(customer: number): Promise<void>;
  /** Sets the clock to an instant ahead. */
  goTo(instant: string | number): Promise<void>;
  /** What the receipts of a request say, in their order. */
  receipts(id: string): Promise<ReceiptPayload[]>;
  end(): Promise<void>;
}

const payloadOf = (jws: string): ReceiptPayload => readPayload(JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()));

async function receiptsOf(laptop: Laptop, { request }: CaseRecord): Promise<ReceiptPayload[]> {
  const files = request.receipts.map(({ receiptId }) => `${laptop.url}/receipts/${receiptId.slice('rcp_'.length)}.jws`);
  return Promise.all(files.map(async (file) => payloadOf(await (await fetch(file)).text())));
}

async function repair(laptop: Laptop, customer: number): Promise<void> {
  const { crmPort, crmToken } = JSON.parse(readFileSync(path.join(laptop.home, 'demo', 'demo.json'), 'utf8')) as {
    crmPort: number;
    crmToken: string;
  };
  const headers = { authorization: `Bearer ${crmToken}` };
  const response = await fetch(`http://127.0.0.1:${crmPort}/contacts/${customer}/repair`, { method: 'POST', headers });
  if (response.status !== 204) throw new Error(`The repair was answered ${response.status}`);
}

function acts({ laptop, cloud }: { laptop: Laptop; cloud: Cloud }): Omit<Stage, 'laptop' | 'cloud' | 'gate' | 'end'> {
  const waitFor: Stage['waitFor'] = (id, what, probe) =>
    eventually(
      what,
      async () => {
        const found = probe(await cloud.caseOf(id));
        if (found !== undefined) return found;
        await sleep(700);
        await laptop.advanceClock('PT1M');
        return undefined;
      },
      { within: 120_000 },
    );
  return {
    waitFor,
    async ask(submission) {
      const answer = await laptop.submit(submission);
      await laptop.confirm(answer, submission.email);
      return answer;
    },
    waitForTask: (id, kind) => waitFor(id, `a task ${kind}`, ({ request }) => request.tasks.find((task) => task.kind === kind)),
    repairCrm: (customer) => repair(laptop, customer),
    async goTo(instant) {
      const wanted = typeof instant === 'number' ? instant : Date.parse(instant);
      const seconds = Math.ceil((wanted - (await laptop.now()).getTime()) / 1000);
      if (seconds > 0) await laptop.advanceClock(`PT${seconds}S`);
    },
    receipts: async (id) => receiptsOf(laptop, await cloud.caseOf(id)),
  };
}

async function raise(postgres: PostgresServer, gate: Gate): Promise<{ laptop: Laptop; home: string }> {
  const connection = new URL(postgres.connectionString);
  connection.port = String(gate.port);
  const home = newHome();
  const laptop = await startLaptop({ pg: false, home, env: { QUITTANCE_DEMO_PG: connection.href } });
  keepTemplate(home);
  return { laptop, home };
}

/** Sets it up. */
export async function openStage(): Promise<Stage> {
  const postgres = await startPostgresServer();
  const gate = await startGate(Number(new URL(postgres.connectionString).port));
  const { laptop, home } = await raise(postgres, gate);
  const cloud = openCloud(laptop);
  return {
    laptop,
    cloud,
    gate,
    ...acts({ laptop, cloud }),
    async end() {
      await laptop.stop();
      await gate.close();
      await postgres.stop();
      removeHome(home);
    },
  };
}
