/** Executions that end before their time: ended from outside, the request goes on by itself, at once; withdrawn, the person is told, at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyReceipt } from '../../../lib/receipts/verify.ts';
import { eventually, type Laptop, startLaptop } from '../laptop.ts';
import { type Cloud, openCloud } from './cloud.ts';
import { keepTemplate, newHome, removeHome } from './homes.ts';

const EMAIL = 'jonas.feld@example.com';

let laptop: Laptop;
let cloud: Cloud;
beforeAll(async () => {
  const home = newHome();
  laptop = await startLaptop({ home });
  keepTemplate(home);
  cloud = openCloud(laptop);
});
afterAll(async () => {
  await laptop?.stop();
  if (laptop) removeHome(laptop.home);
});

const executionsOf = async (id: string) => (await cloud.executions()).filter(({ name }) => name.startsWith(id));

it('is started anew by the report of its end, without any sweep, and waits where the first one waited', async () => {
  const answer = await laptop.submit({ rights: ['access'], email: EMAIL, residence: 'DE' });
  await eventually('the question for the address', async () => {
    const { request } = await cloud.caseOf(answer.id);
    return request.tasks.find(({ kind }) => kind === 'verify');
  });
  const [first] = await executionsOf(answer.id);
  await cloud.stopExecution(first!.arn);
  const second = await eventually('a second execution', async () =>
    (await executionsOf(answer.id)).find(({ name, status }) => name === `${answer.id}-2` && status === 'RUNNING'),
  );
  expect(second.arn).not.toBe(first!.arn);
  await laptop.confirm(answer, EMAIL);
  const closed = await eventually('the answer', async () => {
    const { request } = await cloud.caseOf(answer.id);
    return request.closedAt === undefined ? undefined : request;
  });
  expect(closed.state).toBe('answered');
  // Its last step closes the request, and returns only then.
  const ended = await eventually('the end of the second execution', async () => {
    const all = await executionsOf(answer.id);
    return all.some(({ status }) => status === 'RUNNING') ? undefined : all;
  });
  expect(ended.map(({ name, status }) => [name, status]).toSorted()).toEqual([
    [answer.id, 'ABORTED'],
    [`${answer.id}-2`, 'SUCCEEDED'],
  ]);
  const mails = await laptop.mails({ to: EMAIL });
  expect(mails.filter(({ subject }) => subject.includes(answer.reference))).toHaveLength(3);
});

/** Far less than the hour in which the sweep comes by. */
const AT_ONCE = { within: 20_000 };

it('of a request that its person withdraws has them told within seconds, with a signed receipt, without any sweep', async () => {
  const email = 'mara.winter@example.com';
  const answer = await laptop.submit({ rights: ['access'], email, residence: 'DE' });
  await laptop.verificationMail(answer, email);
  const withdrawn = await fetch(`${answer.statusUrl}/withdraw`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  expect(withdrawn.headers.get('location')).toContain('done=withdrawn');
  const mail = await laptop.waitForMail({ to: email, subject: /was withdrawn$/ }, AT_ONCE);
  const jws = Buffer.from(await laptop.attachment(mail, 'application/jose')).toString();
  const { keys } = (await (await fetch(`${laptop.url}/.well-known/jwks.json`)).json()) as { keys: [] };
  const { result, payload } = await verifyReceipt({ jws, keys });
  expect(result).toBe('genuine');
  expect(payload).toMatchObject({ kind: 'closure', request: { ref: answer.reference }, closure: { reason: 'withdrawn' } });
  expect(mail.text).toContain(String(payload!['text']));
  // Whoever withdrew sees it as well, and the data wait for the next sweep but one.
  const page = await (await fetch(answer.statusUrl)).text();
  expect(page).toContain(`/receipts/${String(payload!['id'])}`);
  const { request } = await cloud.caseOf(answer.id);
  expect(request.receipts.map(({ kind }) => kind)).toEqual(['request', 'closure']);
  expect(request.purgedAt).toBeUndefined();
  await laptop.advanceClock('PT2H');
  const purged = await eventually('the receipt of the purge', async () => {
    const { receipts, purgedAt } = (await cloud.caseOf(answer.id)).request;
    return receipts.length === 3 ? { last: receipts.at(-1)!, purgedAt } : undefined;
  });
  const last = (await (await fetch(`${laptop.url}/receipts/${purged.last.receiptId}.json`)).json()) as { payload: object };
  expect(last.payload).toMatchObject({
    kind: 'closure',
    closure: { reason: 'purged', purgedAt: purged.purgedAt },
    subject: payload!['subject'],
  });
  expect((await laptop.mails({ to: email, subject: /withdrawn/ })).length).toBe(1);
});
