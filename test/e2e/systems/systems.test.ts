/** Systems that are down, slow, busy, talk nonsense or erase by half: tried again, then a person's task, never complete meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Request } from '../../../lib/domain/request.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { openStage, type Stage } from './stage.ts';
import { signIn, type Staff } from './staff.ts';

/** Numbers of the demo's sentinel customers. */
const CUSTOMER = { down: 11, slow: 12, nonsense: 13, half: 14 };

let stage: Stage;
let staff: Staff;
let down: RequestAnswer;
let slow: RequestAnswer;

beforeAll(async () => {
  stage = await openStage();
  staff = await signIn(stage.laptop, 'anton');
});
afterAll(async () => {
  await stage?.end();
});

const outcomesOf = (request: Request): Record<string, string> =>
  Object.fromEntries(request.outcomes.map(({ system, outcome }) => [system, outcome]));

/** Nothing anybody can see says that the request is complete. */
async function expectIncomplete(answer: RequestAnswer): Promise<void> {
  const { request } = await stage.cloud.caseOf(answer.id);
  expect(request.closedAt).toBeUndefined();
  expect(request.deliveries).toEqual([]);
  expect(request.receipts.map(({ kind }) => kind)).toEqual(['request']);
  expect((await stage.laptop.read(answer)).state).toMatchObject({ code: 'in-progress', closed: false });
  const page = await (await fetch(answer.statusUrl)).text();
  expect(page).not.toMatch(/Completed|Your data are ready|has been deleted/);
  const mails = await stage.laptop.mails({ subject: new RegExp(answer.reference) });
  expect(mails).toHaveLength(2);
}

async function answered(answer: RequestAnswer): Promise<Request> {
  return stage.waitFor(answer.id, 'an answer', ({ request }) => (request.closedAt === undefined ? undefined : request));
}

/** The attempts at a step of a system: tried again before anybody is bothered. */
async function attempts(answer: RequestAnswer, step: string): Promise<number> {
  const { arn } = (await stage.cloud.executions()).find(({ name }) => name === answer.id)!;
  const events = await stage.cloud.history(arn);
  const entered = events.find(
    (event) => event.stateEnteredEventDetails?.name === step && event.stateEnteredEventDetails.input?.includes('crm'),
  );
  const from = events.indexOf(entered!);
  const until = events.findIndex((event, place) => place > from && event.stateEnteredEventDetails?.name === 'hand-to-person');
  return events.slice(from, until).filter(({ type }) => type === 'TaskScheduled').length;
}

describe('a connected system that fails', () => {
  let nonsense: RequestAnswer;
  let half: RequestAnswer;
  let busy: RequestAnswer;

  beforeAll(async () => {
    const ask = (rights: string[], who: string): Promise<RequestAnswer> =>
      stage.ask({ rights, email: `crm-${who}@example.com`, residence: 'DE' });
    [down, slow, nonsense, half, busy] = await Promise.all([
      ask(['access'], 'down'),
      ask(['access'], 'slow'),
      ask(['erasure'], 'nonsense'),
      ask(['erasure'], 'half'),
      ask(['access'], 'busy'),
    ]);
  });

  it('is asked again at its pace when it is throttling, and bothers nobody', async () => {
    const request = await answered(busy);
    expect(outcomesOf(request)).toEqual({ shop: 'exported', crm: 'exported' });
    expect((await stage.cloud.caseOf(busy.id)).tasks.filter(({ kind }) => kind === 'system-failed')).toEqual([]);
  });

  it("becomes a person's task at once when it talks nonsense; left out with a reason, the receipt names system and reason", async () => {
    const task = await stage.waitForTask(nonsense.id, 'system-failed');
    expect(task).toMatchObject({ system: 'crm', pass: 'erase', code: 'PermanentError' });
    await expectIncomplete(nonsense);
    const empty = await staff.endTask(`req_${nonsense.id}`, task, { outcome: 'skip' });
    expect(empty.status).toBe(400);
    const reason = 'The CRM was sold with its data; the new owner has been told.';
    expect((await staff.endTask(`req_${nonsense.id}`, task, { outcome: 'skip', reason })).status).toBe(200);
    await answered(nonsense);
    const receipt = (await stage.receipts(nonsense.id)).at(-1)!;
    expect(receipt).toMatchObject({ kind: 'deletion', scope: 'partial' });
    if (receipt.kind !== 'deletion') throw new Error('not a deletion');
    expect(receipt.systems.find(({ id }) => id === 'crm')).toMatchObject({ outcome: 'skipped', reason });
    expect(receipt.text).toContain(reason);
  });

  it('is asked to erase again when it kept something, then becomes a task; after its repair a retry finishes the deletion', async () => {
    const task = await stage.waitForTask(half.id, 'system-failed');
    expect(task).toMatchObject({ system: 'crm', pass: 'erase', code: 'StillHoldsData' });
    await expectIncomplete(half);
    await stage.repairCrm(CUSTOMER.half);
    await staff.endTask(`req_${half.id}`, task, { outcome: 'retry' });
    const request = await answered(half);
    expect(outcomesOf(request)).toEqual({ shop: 'deleted', crm: 'deleted' });
    const receipt = (await stage.receipts(half.id)).at(-1)!;
    expect(receipt).toMatchObject({ kind: 'deletion', interim: false, scope: 'full' });
  });
});

describe('a database that is down', () => {
  it('becomes a task; left out for now, systems that need its identifiers stay open too, and both follow when it is back', async () => {
    stage.gate.shut();
    const answer = await stage.ask({ rights: ['access'], email: 'sam.rivers@example.net', residence: 'US-CA' });
    const task = await stage.waitForTask(answer.id, 'system-failed');
    expect(task).toMatchObject({ system: 'shop', code: 'TransientError' });
    await expectIncomplete(answer);
    await staff.endTask(`req_${answer.id}`, task, { outcome: 'outstanding', reason: 'Our shop is being moved to other machines.' });
    const interim = await stage.waitFor(answer.id, 'an interim answer', ({ request }) =>
      request.deliveries.length > 0 ? request : undefined,
    );
    expect(outcomesOf(interim)).toEqual({ shop: 'outstanding', crm: 'outstanding' });
    expect(interim.closedAt).toBeUndefined();
    stage.gate.open();
    expect(outcomesOf(await answered(answer))).toEqual({ shop: 'exported', crm: 'exported' });
    expect((await stage.receipts(answer.id)).map((receipt) => [receipt.kind, 'interim' in receipt && receipt.interim])).toEqual([
      ['request', false],
      ['fulfilment', true],
      ['fulfilment', false],
    ]);
  });

  it('is connected again by itself when it comes back in time', async () => {
    stage.gate.shut();
    const answer = await stage.ask({ rights: ['access'], email: 'jonas.feld@example.com', residence: 'AT' });
    await stage.waitFor(answer.id, 'a plan', ({ request }) => (request.waves.length > 0 ? true : undefined));
    stage.gate.open();
    expect(outcomesOf(await answered(answer))).toEqual({ shop: 'exported', crm: 'not-found' });
    expect((await stage.cloud.caseOf(answer.id)).tasks.filter(({ kind }) => kind === 'system-failed')).toEqual([]);
  });
});

describe('a mail that bounces', () => {
  it("becomes a person's task that names it", async () => {
    const answer = await stage.laptop.submit({ rights: ['access'], email: 'bounce+e2e@example.com', residence: 'DE' });
    const task = await stage.waitForTask(answer.id, 'mail-failed');
    expect(task.code).toBe('bounce');
    const { events } = await stage.cloud.caseOf(answer.id);
    expect(events.filter(({ type }) => type === 'mail-bounced').length).toBeGreaterThan(0);
    expect((await staff.get('/staff/tasks')).html).toContain(answer.reference);
    const ended = await staff.endTask(`req_${answer.id}`, task, { outcome: 'done', reason: 'Reached by phone.' });
    expect(ended.status).toBe(200);
  });
});

describe('a connected system that fails for long', () => {
  // Last, because its attempts were under way while the others were looked at.
  it.for(['down', 'slow'] as const)(
    'is tried many times when it is %s, then becomes a task; tried again by staff after its repair, it answers',
    async (who) => {
      const answer = { down, slow }[who];
      const task = await stage.waitForTask(answer.id, 'system-failed');
      expect(task).toMatchObject({ system: 'crm', pass: 'export', code: 'TransientError' });
      await expectIncomplete(answer);
      expect(await attempts(answer, 'find')).toBe(15);
      await stage.repairCrm(CUSTOMER[who]);
      await staff.endTask(`req_${answer.id}`, task, { outcome: 'retry' });
      expect(outcomesOf(await answered(answer))).toEqual({ shop: 'exported', crm: 'exported' });
      expect((await stage.receipts(answer.id)).at(-1)).toMatchObject({ kind: 'fulfilment', interim: false, outstanding: [] });
    },
  );
});
