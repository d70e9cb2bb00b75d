/** Reminders: staff of dates that come near, each time somebody further up; people of questions they have not answered. */
import { describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import { answerQuestion } from '../../lib/steps/answer-question.ts';
import { askPerson } from '../../lib/steps/ask-person.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { company } from '../company.ts';
import { atEveryEffect, handOut, submit, untilAsked, untilPlanned } from '../walk.ts';
import { DAY, HOUR, PERSON_EMAIL, type ReceivedMail, type TestWorld } from '../world.ts';
import { caseOf, failing, hourlyUntil, load, moveTo, world, worlds } from './sweep-world.ts';

const REMINDERS = [
  { daysBefore: 14, to: ['agent@shop.example', 'second@shop.example'] },
  { daysBefore: 7, to: ['lead@shop.example'] },
  { daysBefore: 2, to: ['head@shop.example'] },
];

const open = async (more: Parameters<typeof company>[0] = {}) =>
  moveTo(await worlds.open(company({ policies: { reminders: REMINDERS, targetDays: 0 }, ...more })));

const isStaffs = ({ recipients }: ReceivedMail): boolean => recipients.every((address) => address.endsWith('@shop.example'));
const staffMails = async (id: RequestId, of: TestWorld = world) => (await of.mails(id)).filter(isStaffs);
const toldBy = async (id: RequestId) =>
  (await staffMails(id)).map(({ recipients, parsed }) => [...recipients, parsed.subject!.split(':')[0]]);
const remindedOf = async (id: RequestId) => (await caseOf(id)).events.flatMap((event) => (event.type === 'reminded' ? [event.data] : []));

describe('staff', () => {
  it('are reminded on the configured days, each time somebody further up, and each once', async () => {
    await open();
    const { id } = await failing();
    await hourlyUntil('2026-03-18T22:00:00Z', id);
    expect(await staffMails(id)).toEqual([]);
    await hourlyUntil('2026-03-19T00:00:00Z', id);
    expect(await toldBy(id)).toEqual([
      ['agent@shop.example', 'Due on 2 April 2026'],
      ['second@shop.example', 'Due on 2 April 2026'],
    ]);
    await hourlyUntil('2026-03-26T00:00:00Z', id);
    await hourlyUntil('2026-04-02T00:00:00Z', id);
    expect((await toldBy(id)).slice(2)).toEqual([
      ['lead@shop.example', 'Due on 2 April 2026'],
      ['head@shop.example', 'Due on 2 April 2026'],
    ]);
    expect(await remindedOf(id)).toEqual([
      { what: 'due', step: '14-days', to: 'reminders.0' },
      { what: 'due', step: '7-days', to: 'reminders.1' },
      { what: 'due', step: '2-days', to: 'reminders.2' },
    ]);
  });

  it('read what is due, why it waits and where to look, and never who the person is', async () => {
    await open();
    const request = await failing();
    await hourlyUntil('2026-03-19T00:00:00Z', request.id);
    const { text, html, subject } = (await staffMails(request.id))[0]!.parsed;
    expect(subject).toContain(request.reference);
    expect(text).toContain(`Request ${request.reference} (access) must be answered by 2 April 2026 (GDPR Art. 12(3)). That is in 14 days.`);
    expect(text).toContain('a system failed and somebody must decide what happens');
    expect(text).toContain(`https://privacy.shop.example/staff/requests/${request.id}`);
    for (const part of [text, html, subject]) expect(part).not.toMatch(new RegExp(`${PERSON_EMAIL}|mustermann`, 'i'));
  });

  it('are written to in the first language of the company', async () => {
    await open({ languages: ['de', 'en'] });
    const { id } = await failing();
    await hourlyUntil('2026-03-19T00:00:00Z', id);
    const { subject, text } = (await staffMails(id))[0]!.parsed;
    expect(subject).toMatch(/^Fällig am 2\. April 2026: Antrag Q-/);
    expect(text).toContain('Woran es liegt:');
  });

  it('are reminded of a short period only on the days that lie in it', async () => {
    await open({ laws: ['kr-pipa'] });
    const request = await submit(world, { residence: 'KR' });
    await untilAsked(world, request);
    expect(request.dueOn < '2026-03-16').toBe(true);
    await hourlyUntil('2026-03-20T00:00:00Z', request.id);
    expect((await remindedOf(request.id)).flatMap(({ what, step }) => (what === 'due' ? [step] : []))).toEqual(['7-days', '2-days']);
  });

  it('are told once of the company’s own target, unless they are reminded on that very day', async () => {
    await open({ policies: { reminders: REMINDERS, targetDays: 4 } });
    const { id } = await failing(['erasure']);
    await hourlyUntil('2026-03-28T22:00:00Z', id);
    const before = (await toldBy(id)).length;
    await hourlyUntil('2026-03-30T00:00:00Z', id);
    const told = (await toldBy(id)).slice(before);
    expect(told).toEqual(REMINDERS[0]!.to.map((to) => [to, 'Our own target is today']));
    expect((await remindedOf(id)).filter(({ step }) => step === 'target')).toHaveLength(1);
    await open({ policies: { reminders: REMINDERS, targetDays: REMINDERS.at(-1)!.daysBefore } });
    const other = await failing(['erasure']);
    await hourlyUntil('2026-04-01T00:00:00Z', other.id);
    expect((await remindedOf(other.id)).filter(({ step }) => step === 'target')).toEqual([]);
  });

  it('are all told once on the day on which it is overdue', async () => {
    await open();
    const { id } = await failing(['erasure']);
    await hourlyUntil('2026-04-02T21:00:00Z', id);
    expect(await toldBy(id)).toHaveLength(4);
    await hourlyUntil('2026-04-02T23:00:00Z', id);
    const late = (await toldBy(id)).slice(4);
    expect(late.map(([to]) => to)).toEqual(REMINDERS.flatMap(({ to }) => to));
    expect(new Set(late.map(([, subject]) => subject))).toEqual(new Set(['Overdue since 2 April 2026']));
    await hourlyUntil('2026-04-09T00:00:00Z', id);
    expect(await toldBy(id)).toHaveLength(8);
  });

  it('are reminded at least once and recorded once, wherever a crash cuts the reminder off', async () => {
    await open();
    const { id } = await failing();
    world.goTo('2026-03-19T00:00:00Z');
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const { mails, events } = (await again.requests.loadCase(id))!;
      expect(mails.every(({ sentAt }) => sentAt !== undefined)).toBe(true);
      expect(new Set((await staffMails(id, again)).flatMap(({ recipients }) => recipients)).size).toBe(2);
      expect(events.filter(({ type }) => type === 'reminded')).toHaveLength(1);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(6);
  });

  it('are reminded of the date of what is left once a part with an earlier date is answered', async () => {
    await open({ laws: ['us-ca-ccpa'] });
    const request = await submit(world, { rights: ['opt-out-of-sale', 'access'], residence: 'US-CA' });
    await untilPlanned(world, request);
    const by = (await load(request.id)).clock;
    expect(by.leading.right).toBe('opt-out-of-sale');
    const task = { requestId: request.id, kind: 'act' as const, system: '', pass: 'at-once' as const, round: 1, scope: 'act', error: '' };
    await handToPerson({ ...task, taskToken: 'act-token' }, world);
    const { taskId } = (await caseOf(request.id)).tasks.find(({ kind }) => kind === 'act')!;
    await completeTask(world, { requestId: request.id, taskId, outcome: 'done', by: 'anton' });
    await handOut(world, request.id, { pass: 'at-once', round: 1 });
    const left = await load(request.id);
    expect(left.clock.leading.right).toBe('access');
    expect(left.dueOn > by.dueOn).toBe(true);
    await hourlyUntil(`${by.dueOn}T12:00:00Z`, request.id);
    expect(await staffMails(request.id)).toEqual([]);
    await hourlyUntil(`${left.dueOn}T00:00:00Z`, request.id);
    expect(await remindedOf(request.id)).toHaveLength(3);
  });
});

const CLARIFICATION = { by: 'renate', about: 'clarification', text: { words: 'Which account do you mean?' } } as const;

/** Asked a day after receipt, where a question stops the clock. */
async function paused(): Promise<RequestId> {
  await open({ policies: { reminders: REMINDERS, targetDays: 0, optionalPauses: true } });
  const request = await failing();
  world.pass(DAY);
  expect(await askPerson(world, { requestId: request.id, ...CLARIFICATION })).toMatchObject({ ok: true });
  await sweep({}, world);
  expect((await load(request.id)).clock.state).toBe('paused');
  return request.id;
}

describe('while the clock stands still', () => {
  it('nobody of the staff is reminded of a date, nothing is chosen, answered in part or counted as overdue', async () => {
    const id = await paused();
    await hourlyUntil('2026-04-01T12:00:00Z', id);
    expect(await remindedOf(id)).toEqual([{ what: 'question', step: 'question-1' }]);
    world.goTo('2026-04-20T00:00:00Z');
    expect(await sweep({}, world)).toMatchObject({ failed: 0, overdue: 0 });
    const { events, request } = await caseOf(id);
    expect(events.map(({ type }) => type)).not.toContain('choice-asked');
    expect(request.deliveries).toEqual([]);
    expect((await remindedOf(id)).filter(({ what }) => what !== 'question')).toEqual([]);
  });

  it('the dates move, and the reminders come for the new one after the answer', async () => {
    const id = await paused();
    const before = (await load(id)).dueOn;
    world.goTo('2026-03-13T09:00:00Z');
    await sweep({}, world);
    expect(
      await answerQuestion(world, { requestId: id, number: 1, by: 'renate', words: 'The old one.', reason: 'By phone.' }),
    ).toMatchObject({ ok: true });
    const { dueOn, clock } = await load(id);
    expect(clock.state).toBe('running');
    expect(dueOn > before).toBe(true);
    await hourlyUntil(`${dueOn}T00:00:00Z`, id);
    expect((await remindedOf(id)).map(({ step }) => step)).toEqual(['14-days', '7-days', '2-days']);
  });
});

describe('a question', () => {
  it('without an answer is reminded of once after two weeks, with a link to answer by; staff hear of it after thirty days', async () => {
    const id = await paused();
    await hourlyUntil('2026-03-17T08:00:00Z', id);
    const before = (await world.mails(id)).length;
    await hourlyUntil('2026-03-17T10:00:00Z', id);
    await hourlyUntil('2026-04-02T08:00:00Z', id);
    const [reminder, ...more] = (await world.mails(id)).slice(before);
    expect(more).toEqual([]);
    expect(reminder!.recipients).toEqual([PERSON_EMAIL]);
    expect(reminder!.parsed.subject).toMatch(/^We are waiting for your answer: request Q-/);
    expect(reminder!.parsed.text).toMatch(
      /On 3 March 2026 we asked you something[\s\S]*Read the question and answer it\s+https:\/\/privacy\.shop\.example\/status\//,
    );
    await hourlyUntil('2026-04-02T10:00:00Z', id);
    await hourlyUntil('2026-04-20T00:00:00Z', id);
    expect(await toldBy(id)).toEqual(REMINDERS[0]!.to.map((to) => [to, 'No answer from the person']));
  });

  it('with an answer is not reminded of', async () => {
    const id = await paused();
    await answerQuestion(world, { requestId: id, number: 1, by: 'person', words: 'The old one.' });
    await hourlyUntil('2026-03-18T00:00:00Z', id);
    expect(await remindedOf(id)).toEqual([]);
  });

  it('is reminded of once, wherever a crash cuts the reminder off', async () => {
    const id = await paused();
    world.goTo('2026-03-17T10:00:00Z');
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const { mails, events } = (await again.requests.loadCase(id))!;
      expect(mails.filter(({ kind, sentAt }) => kind === 'reminder#question#1' && sentAt !== undefined)).toHaveLength(1);
      expect(events.filter(({ type }) => type === 'reminded')).toHaveLength(1);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(3);
  });
});
