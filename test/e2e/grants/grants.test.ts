/** One grant taken out of a synthesized role: the run fails and says what is missing to whom; the request waits and loses nothing. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { eventually, type Laptop, startLaptop } from '../laptop.ts';
import { type Cloud, openCloud } from '../systems/cloud.ts';
import { keepTemplate, newHome, removeHome } from '../systems/homes.ts';
import { signIn } from '../systems/staff.ts';

interface Statement {
  Action: string | string[];
}

interface Template {
  Resources: Record<string, { Type: string; Properties: { PolicyDocument?: { Statement: Statement[] } } }>;
}

const ACTION = 'kms:Sign';

let laptop: Laptop;
let home: string;
let file: string;
let whole: string;
let cloud: Cloud;
let asked: RequestAnswer;

/** Takes the action out of every statement of the role of a function. */
function without(template: string, fn: string, action: string): { template: string; taken: number } {
  const parsed = JSON.parse(template) as Template;
  let taken = 0;
  for (const [id, { Type, Properties }] of Object.entries(parsed.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(`${fn}role`)) continue;
    for (const statement of Properties.PolicyDocument!.Statement) {
      const actions = [statement.Action].flat();
      if (!actions.includes(action)) continue;
      taken += 1;
      statement.Action = actions.filter((one) => one !== action);
    }
  }
  return { template: JSON.stringify(parsed), taken };
}

beforeAll(async () => {
  home = newHome();
  laptop = await startLaptop({ home });
  keepTemplate(home);
  await laptop.close();
  file = path.join(home, 'template', 'Quittance.template.json');
  whole = readFileSync(file, 'utf8');
  const { template, taken } = without(whole, 'issuereceipt', ACTION);
  expect(taken).toBe(1);
  writeFileSync(file, template);
  await laptop.start();
  cloud = openCloud(laptop);
  asked = await laptop.submit({ rights: ['access'], email: 'nora.nirgends@example.com', residence: 'DE' });
  await laptop.confirm(asked, 'nora.nirgends@example.com');
});
afterAll(async () => {
  await laptop?.stop();
  if (home) removeHome(home);
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
    writeFileSync(file, whole);
    await laptop.start();
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
