/** Grants taken out of synthesized roles: what needs them fails and says what is missing to whom; requests wait and lose nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureRecord } from '../../../lib/local/lambda/failure-destination.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { eventually, type Laptop, startLaptop } from '../laptop.ts';
import { type Cloud, openCloud } from '../systems/cloud.ts';
import { keepTemplate, newHome, removeHome } from '../systems/homes.ts';
import { signIn } from '../systems/staff.ts';
import { readTemplate, replaceTemplate, without } from './changed-template.ts';

const ACTION = 'kms:Sign';
const QUERY = 'dynamodb:Query';

let laptop: Laptop;
let home: string;
let whole: string;
let cloud: Cloud;
let asked: RequestAnswer;

beforeAll(async () => {
  home = newHome();
  laptop = await startLaptop({ home });
  keepTemplate(home);
  await laptop.close();
  whole = readTemplate(home);
  const taken = [
    { role: 'issuereceipt', action: ACTION },
    { role: 'sweep', action: QUERY },
    { role: 'mailevents', action: QUERY },
  ];
  replaceTemplate(home, without(whole, taken));
  await laptop.start();
  cloud = openCloud(laptop);
  asked = await laptop.submit({ rights: ['access'], email: 'nora.nirgends@example.com', residence: 'DE' });
  await laptop.confirm(asked, 'nora.nirgends@example.com');
});
afterAll(async () => {
  await laptop?.stop();
  if (home) removeHome(home);
});

/** Reports of asynchronous calls that failed in every attempt, as they lie in the queue of failures. */
function failures(): { functionArn: string; error: string; attempts: number }[] {
  const folder = path.join(home, 'dead-letters');
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.includes('FailedEvents')) : undefined;
  const lines = file === undefined ? [] : readFileSync(path.join(folder, file), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { requestContext, responsePayload } = JSON.parse(line) as FailureRecord;
    const { functionArn, approximateInvokeCount: attempts } = requestContext;
    return { functionArn, error: responsePayload.errorMessage, attempts };
  });
}

describe.each(['sweep', 'mailevents'])(`a role of %s without ${QUERY}`, (name) => {
  it('lets nobody wait: the call fails three times and lies in the queue of failures, naming action and function', async () => {
    if (name === 'mailevents') await laptop.submit({ rights: ['access'], email: 'bounce@example.com', residence: 'DE' });
    else await laptop.advanceClock('PT1H');
    const failure = await eventually('a failure', async () => {
      // Lambda waits one minute before the second attempt, and two before the third.
      await laptop.advanceClock('PT1M');
      return failures().find(({ functionArn }) => functionArn.includes(name));
    });
    expect(failure.attempts).toBe(3);
    expect(failure.error).toMatch(
      new RegExp(`assumed-role/\\S*${name}\\S* is not authorized to perform: ${QUERY} on resource: arn:aws:dynamodb:`),
    );
  });
});

describe(`a role of issue-receipt without ${ACTION}`, () => {
  it('fails with AccessDenied that names the action and the function, in the log and in the execution', async () => {
    const { request } = await eventually('a parked request', async () => {
      const record = await cloud.caseOf(asked.id);
      return record.request.parked !== undefined && record.request.tasks.some(({ kind }) => kind === 'parked') ? record : undefined;
    });
    expect(request.parked).toMatchObject({ step: 'issue-receipt' });
    const folder = path.join(home, 'logs');
    const log = readdirSync(folder).find((name) => name.includes('issuereceipt'))!;
    expect(readFileSync(path.join(folder, log), 'utf8')).toMatch(
      /AccessDeniedException.*assumed-role\/\S*issuereceipt\S* is not authorized to perform: kms:Sign on resource: arn:aws:kms:/,
    );
    const { arn } = (await cloud.executions()).find(({ name }) => name === asked.id)!;
    const failed = (await cloud.history(arn)).find(({ type }) => type === 'TaskFailed')!;
    expect(failed.taskFailedEventDetails?.cause).toMatch(/issuereceipt\S* is not authorized to perform: kms:Sign/);
  });

  it('parks the request: open, not complete, on the list of tasks', async () => {
    const { request } = await cloud.caseOf(asked.id);
    expect(request.closedAt).toBeUndefined();
    expect(request.deliveries).toEqual([]);
    expect(request.receipts.map(({ kind }) => kind)).toEqual(['request']);
    expect((await laptop.read(asked)).state.closed).toBe(false);
    const staff = await signIn(laptop, 'ada');
    expect((await staff.get('/staff/tasks')).html).toContain(asked.reference);
  });

  it('parks it again when it is resumed before the grant is back', async () => {
    const staff = await signIn(laptop, 'ada');
    await staff.resume(`req_${asked.id}`);
    const { events } = await eventually('parked again', async () => {
      const record = await cloud.caseOf(asked.id);
      const waiting = record.request.tasks.some(({ kind }) => kind === 'parked');
      return waiting && record.events.filter(({ type }) => type === 'parked').length === 2 ? record : undefined;
    });
    expect(events.filter(({ type }) => type === 'resumed')).toHaveLength(1);
  });

  it('goes on at the step that failed once the grant is back and somebody resumes it', async () => {
    await laptop.close();
    replaceTemplate(home, whole);
    await laptop.start();
    expect(laptop.output()).not.toContain('not authorized');
    cloud = openCloud(laptop);
    const staff = await signIn(laptop, 'ada');
    expect((await staff.resume(`req_${asked.id}`)).path).toContain('done=resumed');
    const { request, events } = await eventually('an answer', async () => {
      const record = await cloud.caseOf(asked.id);
      return record.request.closedAt === undefined ? undefined : record;
    });
    expect(request.state).toBe('answered');
    expect(events.filter(({ type }) => type === 'packaged')).toHaveLength(1);
    expect(request.receipts.map(({ kind }) => kind)).toEqual(['request', 'fulfilment']);
  });
});
