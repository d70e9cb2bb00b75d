/** One question through both ports on the real steps: staff ask, the person reads and answers, staff read and let it go on. */
import { expect, it } from 'vitest';
import { makeToken } from '../../lib/domain/tokens.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { openConsolePort } from '../../lib/web/console/open-port.ts';
import { openCustomerPort } from '../../lib/web/customer/open-port.ts';
import { asked, load, planned, TEXT, world } from '../steps/question-world.ts';
import { DAY, SECRET } from '../world.ts';

const STAFF = { sub: 'renate', name: 'Renate', roles: ['reviewer' as const] };
const staffPort = () => openConsolePort(world.reopen());
const personPort = () => openCustomerPort({ ...world.reopen(), secretBytes: SECRET });

it('is asked, answered, read, and shown to each no more than they may see', async () => {
  const { id } = await planned();
  const person = makeToken(SECRET, 'person', { id });
  const submitter = makeToken(SECRET, 'status', { id });
  expect(await staffPort().askPerson({ id, about: 'identity', text: TEXT.identity, by: STAFF })).toMatchObject({ ok: true });
  // What was not mailed is not asked yet.
  expect((await personPort().open(person))!.questions).toEqual([]);
  await sweep({}, world);
  expect((await personPort().open(person))!.questions).toEqual([{ number: 1, about: 'identity', words: TEXT.identity.words }]);
  expect(await personPort().open(submitter)).not.toHaveProperty('questions');
  expect(await personPort().answer(submitter, { number: 1, words: 'In May.' })).toEqual({ ok: false, reason: 'late' });
  expect(await personPort().answer(person, { number: 1, words: ' ' })).toEqual({ ok: false, reason: 'words-missing' });
  world.pass(DAY);
  expect(await personPort().answer(person, { number: 1, words: 'In May.' })).toEqual({ ok: true });
  expect(await personPort().answer(person, { number: 1, words: 'In June.' })).toEqual({ ok: false, reason: 'late' });
  expect((await staffPort().tasks({})).waiting).toMatchObject([{ row: { id }, task: { kind: 'read-answer' } }]);
  expect(await staffPort().open(id, STAFF)).not.toHaveProperty('questions');
  expect((await staffPort().open(id, STAFF, { reveal: true }))!.questions).toMatchObject([
    { number: 1, question: TEXT.identity, answer: { words: 'In May.' }, answeredBy: 'person' },
  ]);
  expect(await staffPort().answerQuestion({ id, number: 1, reason: 'The month is right.', by: STAFF })).toEqual({ ok: true });
  expect((await load(id)).questions[0]!.settledAt).toBeDefined();
  expect((await staffPort().tasks({})).waiting).toEqual([]);
});

it('is not shown any more once its request has ended, and its words are purged', async () => {
  const { id } = await asked({}, 'identity');
  await withdrawRequest(world, id, 'person');
  expect(await personPort().open(makeToken(SECRET, 'person', { id }))).not.toHaveProperty('questions');
  world.pass(DAY);
  await sweep({}, world);
  expect(await world.caseKeys.exists(id)).toBe(false);
  expect(await staffPort().open(id, STAFF, { reveal: true })).not.toHaveProperty('questions');
});
