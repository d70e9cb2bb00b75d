/** An execution that somebody ended from outside: the request goes on by itself, at once, and is answered as if nothing had been. */
import { afterAll, beforeAll, expect, it } from 'vitest';
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
