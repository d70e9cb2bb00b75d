/** What staff do with a request at the console, each act as the forms of its pages. */
import { expect } from 'vitest';
import { type Case, type ReadMail, wordsIn } from './families-case.ts';

/** Whoever asks, extends and refuses; and whoever looks at that again. */
const REVIEWER = 'renate';
const OTHER_REVIEWER = 'rolf';
const AGENT = 'anton';

/** Writes a question; it goes out within the hour. The page told before what it does to the date. */
export async function askPerson(request: Case, { words, effect }: { words: string; effect: string }): Promise<ReadMail> {
  const { company, staffPath } = request;
  const staff = await company.staff(REVIEWER);
  const preview = await staff.preview(`${staffPath}/ask`, { about: 'clarification', words });
  expect(wordsIn(preview.html)).toContain(`On the dates: ${effect}`);
  expect((await staff.post(`${staffPath}/ask`, { about: 'clarification', words })).status).toBe(200);
  await company.anHourLater();
  const mail = await request.mail('A question about your request');
  expect(mail.text).toContain(words);
  return mail;
}

/** The person answers on their page, and somebody reads it. */
export async function answerAndRead(request: Case, words: string): Promise<void> {
  const sent = await request.send('answer', { number: '1', 'words-1': words });
  expect({ status: sent.status, done: sent.path.split('?')[1] }).toEqual({ status: 303, done: 'done=answered' });
  const { company, staffPath } = request;
  const read = await (await company.staff(AGENT)).post(`${staffPath}/answer`, { number: '1' });
  expect(read.status).toBe(200);
  await company.laptop.settled();
}

/** Asks for an extension; the notice goes out within the hour. Returns the status that answered. */
export async function extend(request: Case, { ground, reason }: { ground: string; reason: string }): Promise<number> {
  const { company, answer } = request;
  const { status } = await (await company.staff(REVIEWER)).chooseLate(`req_${answer.id}`, { choice: 'extend', ground, reason });
  await company.anHourLater();
  return status;
}

interface Refusal {
  items: string[];
  /** Codes by law. */
  grounds?: Record<string, string>;
  provisions?: Record<string, string>;
  reason: string;
}

/** Looks at what the person will read, and refuses; the person is told within the hour. Returns the words looked at. */
export async function refuse(request: Case, { items, grounds = {}, provisions = {}, reason }: Refusal): Promise<string> {
  const { company, staffPath } = request;
  const staff = await company.staff(REVIEWER);
  const named = (field: string, by: Record<string, string>) =>
    Object.entries(by).map(([law, value]) => [`${field}.${law}`, value] as const);
  const fields = { item: items, reason, ...Object.fromEntries([...named('ground', grounds), ...named('provision', provisions)]) };
  const preview = await staff.preview(`${staffPath}/refuse`, fields);
  expect({ status: preview.status, wrong: wordsIn(preview.html).split('There is a problem')[1] }).toEqual({
    status: 200,
    wrong: undefined,
  });
  const page = await staff.post(`${staffPath}/refuse`, fields);
  expect({ status: page.status, path: page.path }).toEqual({ status: 200, path: `${staffPath}?done=refused` });
  await company.anHourLater();
  return wordsIn(preview.html);
}

/** The page of the only open task that somebody does by hand. */
async function taskPath({ company, staffPath }: Case): Promise<string> {
  const { html } = await (await company.staff(AGENT)).get(staffPath);
  const paths = new Set([...html.matchAll(/href="([^"]+\/tasks\/[^"/]+)(?:\/\w+)?"/g)].map(([, path]) => path!));
  if (paths.size !== 1) throw new Error(`${paths.size} open tasks`);
  return [...paths][0]!;
}

async function endTask(request: Case, outcome: 'done' | 'retry', reason = ''): Promise<void> {
  const page = await (await request.company.staff(AGENT)).post(await taskPath(request), { outcome, reason });
  expect({ status: page.status, path: page.path.split('?')[0] }).toEqual({ status: 200, path: request.staffPath });
  await request.company.laptop.settled();
}

/** Somebody does what no machine can, and says so; `words` where the person is told what came of it. */
export const doneByHand = (request: Case, words = ''): Promise<void> => endTask(request, 'done', words);

/** Somebody has a system asked again. */
export const retry = (request: Case): Promise<void> => endTask(request, 'retry');

/** Decides an appeal: whoever refused is turned away, somebody else decides. */
export async function decideAppeal(appeal: Case, { decision, reason }: { decision: 'grant' | 'uphold'; reason: string }): Promise<void> {
  const { company, staffPath } = appeal;
  const path = `${await taskPath(appeal)}/appeal`;
  const turnedAway = await (await company.staff(REVIEWER)).post(path, { decision, reason });
  expect(turnedAway.status).toBe(409);
  expect((await appeal.events()).some(({ type }) => type === 'appeal-decided')).toBe(false);
  const page = await (await company.staff(OTHER_REVIEWER)).post(path, { decision, reason });
  expect({ status: page.status, path: page.path.split('?')[0] }).toEqual({ status: 200, path: staffPath });
  await company.laptop.settled();
}
