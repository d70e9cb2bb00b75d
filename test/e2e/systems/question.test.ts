/** A question to the person while their request is under way: nothing goes out until it is answered and read. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenTask } from '../../../lib/domain/request.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { eventually, linkTo } from '../laptop.ts';
import { signIn, type Staff } from './staff.ts';
import { openStage, type Stage } from './stage.ts';

const CRM_DOWN = 11;
const EMAIL = 'crm-down@example.com';
const WORDS = 'Which of your two accounts do you mean?';

let stage: Stage;
let reviewer: Staff;
let agent: Staff;
let asked: RequestAnswer;
let failed: OpenTask;
beforeAll(async () => {
  stage = await openStage();
  agent = await signIn(stage.laptop, 'anton');
  reviewer = await signIn(stage.laptop, 'renate');
  asked = await stage.ask({ rights: ['access'], email: EMAIL, residence: 'DE' });
  failed = await stage.waitForTask(asked.id, 'system-failed');
});
afterAll(async () => stage?.end());

it('holds the answer back until the person has answered on their page and somebody has read it', async () => {
  const { laptop } = stage;
  const page = `/staff/requests/req_${asked.id}`;
  expect((await reviewer.post(`${page}/ask`, { about: 'clarification', words: WORDS })).status).toBe(200);
  await laptop.advanceClock('PT1H');
  const mail = await eventually('the question', async () => (await laptop.mails({ to: EMAIL, subject: /question/i }))[0]);
  await stage.repairCrm(CRM_DOWN);
  await agent.endTask(asked.id, failed, { outcome: 'retry' });
  await stage.waitForTask(asked.id, 'answer');
  expect((await stage.cloud.caseOf(asked.id)).request.deliveries).toEqual([]);
  const statusPage = linkTo(await laptop.mail(mail.id), '/status/');
  const answered = await fetch(`${statusPage}/answer`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ number: '1', 'words-1': 'The newer one.' }).toString(),
  });
  expect(answered.headers.get('location')).toContain('done=answered');
  expect((await agent.post(`${page}/answer`, { number: '1' })).status).toBe(200);
  const delivered = await stage.waitFor(asked.id, 'the answer', ({ request }) => request.deliveries[0]);
  expect(delivered).toMatchObject({ pass: 'export', outstanding: [] });
});
