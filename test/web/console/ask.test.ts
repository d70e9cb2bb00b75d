/** Asking a person: the form with what it does to every date, the mail before it goes, and answers on record. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../lib/domain/request.ts';
import { seats, type Seat, wordsOf } from './desk-fixture.ts';
import type { Happened } from './world.ts';

const seat = seats();

const askPath = ({ id }: Pick<Request, 'id'>): string => `/staff/requests/${id}/ask`;
const answerPath = ({ id }: Pick<Request, 'id'>): string => `/staff/requests/${id}/answer`;
const WORDS = 'Which of your accounts do you mean?';

const ASKED: Happened[] = [
  { type: 'question-written', data: { number: 1, about: 'identity', by: 'staff-reviewer', sealed: 'SEALED-QUESTION' }, hoursAgo: 30 },
  { type: 'asked', data: { number: 1, about: 'identity', by: 'staff-reviewer', mailId: 'm', sealed: 'SEALED-QUESTION' }, hoursAgo: 29 },
];
const ANSWERED: Happened = { type: 'answered', data: { number: 1, by: 'person', sealed: 'SEALED-ANSWER', unread: true }, hoursAgo: 2 };

/** A case of an access request under several laws, with what happened after its check. */
function caseIn({ world }: Seat, since: Happened[] = [], laws = ['eu-gdpr', 'us-ca-ccpa']): Request {
  return world.add({
    dueOn: '2026-12-02',
    received: { laws, receivedAt: '2026-11-02T09:30:00Z', receivedOn: '2026-11-02', residence: 'US-CA', lang: 'de' },
    since: [{ type: 'verified', data: { method: 'code' }, hoursAgo: 390 }, ...since],
  });
}

describe('the form', () => {
  it('says of each kind what it would do to every date, and why a kind is closed', async () => {
    const at = await seat(['reviewer']);
    const page = await at.browser.get(askPath(caseIn(at)));
    const words = wordsOf(page.html);
    // Asked on the 20th: twelve days and the 20th itself are left of the month until 2 December.
    expect(words).toMatch(/Who asks .*On the dates: GDPR: paused, 13 days left; CCPA: no change, 17 December 2026\./);
    expect(words).toMatch(/What is meant .*On the dates: GDPR: no change, 2 December 2026; CCPA: no change, 17 December 2026\./);
    const virginian = caseIn(at, [], ['us-va']);
    expect(wordsOf((await at.browser.get(askPath(virginian))).html)).toContain('A fee: not now. Under one of the laws');
  });

  it('shows the mail as the person will read it, in their language, before anything is recorded', async () => {
    const at = await seat(['reviewer']);
    const request = caseIn(at);
    const check = await at.browser.post(askPath(request), {
      about: 'identity',
      words: 'Seit wann sind Sie <b>Kunde</b>?',
      reason: 'Geteiltes Postfach',
    });
    expect(check.status).toBe(200);
    expect(at.world.calls).toEqual([]);
    expect(check.html).toContain('<blockquote class="letter" lang="de">Bitte helfen Sie uns, sicher zu sein, dass Sie es sind');
    expect(check.html).toContain('Seit wann sind Sie &lt;b&gt;Kunde&lt;/b&gt;?');
    const words = wordsOf(check.html);
    expect(words).toContain('GDPR: Bis Sie antworten, läuft die Frist für unsere Antwort nicht.');
    expect(words).toContain('http://127.0.0.1:4400/status/…');
    // The reason for doubts is kept, and not mailed.
    expect(/<blockquote[^]*<\/blockquote>/.exec(check.html)![0]).not.toContain('Postfach');
  });

  it('records the question once it is confirmed, and says what happens now', async () => {
    const at = await seat(['reviewer']);
    const request = caseIn(at);
    const fields = {
      about: 'fee',
      words: 'Bitte zahlen Sie.',
      reason: 'Der neunte Antrag',
      amount: '25,00',
      currency: 'eur',
      step: 'confirm',
    };
    const page = await at.browser.post(askPath(request), fields);
    expect(page.path).toBe(`/staff/requests/${request.id}?done=asked`);
    expect(wordsOf(page.html)).toContain('The question is written and goes out within the hour.');
    expect(at.world.calls).toMatchObject([
      {
        name: 'askPerson',
        input: {
          about: 'fee',
          text: { words: 'Bitte zahlen Sie.', reason: 'Der neunte Antrag', fee: { amount: '25.00', currency: 'EUR' } },
        },
      },
    ]);
  });

  it.each<[Record<string, string>, string]>([
    [{ words: WORDS }, 'Choose what the question is about'],
    [{ about: 'clarification', words: ' ' }, 'Write the question'],
    [{ about: 'clarification', words: 'x'.repeat(4_001) }, 'Keep it under 4,000 characters'],
    [{ about: 'identity', words: WORDS }, 'Give a reason'],
    [{ about: 'fee', words: WORDS, reason: 'Excessive', amount: 'much' }, 'Give an amount such as 25.00'],
  ])('keeps what was typed and says what is missing', async (fields, message) => {
    const at = await seat(['reviewer']);
    const page = await at.browser.post(askPath(caseIn(at)), { ...fields, step: 'confirm' });
    expect(page.status).toBe(400);
    expect(wordsOf(page.html)).toContain(`There is a problem ${message}`);
    expect(page.html).toContain(`>${fields['words']!.trim()}</textarea>`);
    expect(at.world.calls).toEqual([]);
  });

  it('gives the form back with the words when they are to be changed', async () => {
    const at = await seat(['reviewer']);
    const page = await at.browser.post(askPath(caseIn(at)), { about: 'clarification', words: WORDS, step: 'change' });
    expect(page.html).toContain(`>${WORDS}</textarea>`);
    expect(page.html).toMatch(/value="clarification" checked/);
  });

  it('is not there while nobody can be asked', async () => {
    const at = await seat(['reviewer']);
    expect((await at.browser.get(askPath(at.cases.waiting))).status).toBe(409);
    expect((await at.browser.get(askPath({ id: 'req_01890000-0000-7000-8000-000000000000' }))).status).toBe(404);
  });
});

describe('the request', () => {
  it('shows when it was asked and answered, and the words only with the personal details', async () => {
    const at = await seat(['agent']);
    const request = caseIn(at, [...ASKED, ANSWERED]);
    const question = {
      number: 1,
      about: 'identity' as const,
      question: { words: WORDS, reason: 'Shared mailbox' },
      answer: { words: 'The <i>second</i>.' },
    };
    Object.assign(at.world.cases.get(request.id)!, { questions: [question] });
    const page = await at.browser.get(`/staff/requests/${request.id}`);
    const words = wordsOf(page.html);
    expect(words).toMatch(
      /Questions to the person .*1 Who asks 19 November 2026, 06:00 20 November 2026, 09:00, by the person .*Not read yet/,
    );
    expect(words).not.toContain(WORDS);
    const shown = await at.browser.post(`/staff/requests/${request.id}/person`, {});
    expect(wordsOf(shown.html)).toContain(WORDS);
    expect(wordsOf(shown.html)).toContain('Shared mailbox');
    expect(shown.html).toContain('The &lt;i&gt;second&lt;/i&gt;.');
    expect(at.world.calls.map(({ name }) => name)).toEqual(['reveal']);
  });

  it('says that it waits for the person, and gives no ciphertext away', async () => {
    const at = await seat(['viewer']);
    const request = caseIn(at, [...ASKED, { type: 'answer-read', data: { number: 2, by: 'x', sealed: 'SEALED-FINDING' } }]);
    const page = await at.browser.get(`/staff/requests/${request.id}`);
    expect(wordsOf(page.html)).toContain('the person has been asked a question, and the request waits for the answer');
    const events = await at.browser.get(`/staff/requests/${request.id}/events.json`);
    expect(events.html).toContain('"type":"asked"');
    expect(events.html).not.toContain('SEALED');
  });
});

describe('an answer that came another way', () => {
  it('is recorded with its day, which is today unless another is typed', async () => {
    const at = await seat(['agent']);
    const request = caseIn(at, ASKED);
    const form = await at.browser.get(answerPath(request));
    expect(wordsOf(form.html)).toContain('Question 1: Who asks, asked 19 November 2026, 06:00.');
    expect(form.html).toMatch(/name="on" type="date" value="2026-11-20"/);
    const page = await at.browser.post(answerPath(request), { number: '1', words: 'In May.', reason: 'Called back', on: '2026-11-19' });
    expect(page.path).toBe(`/staff/requests/${request.id}?done=answered`);
    expect(at.world.calls).toMatchObject([
      {
        name: 'answerQuestion',
        input: { number: 1, words: 'In May.', reason: 'Called back', on: '2026-11-19', by: { sub: 'staff-agent' } },
      },
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no day', { reason: 'Called back', on: 'yesterday' }, 'Enter a date such as 2026-03-12'],
    ['a day to come', { reason: 'Called back', on: '2026-11-21' }, 'That day has not come yet.'],
    ['doubts that end for no reason', { on: '2026-11-19' }, 'Give a reason'],
  ])('is given back: %s', async (_what, fields, message) => {
    const at = await seat(['agent']);
    const request = caseIn(at, ASKED);
    const page = await at.browser.post(answerPath(request), { number: '1', words: 'In May.', ...fields });
    expect(page.status).toBe(400);
    expect(wordsOf(page.html)).toContain(`There is a problem ${message}`);
    expect(page.html).toContain('>In May.</textarea>');
    expect(at.world.request(request.id).questions[0]!.answeredAt).toBeUndefined();
  });

  it('has no form where nothing is open', async () => {
    const at = await seat(['agent']);
    const page = await at.browser.get(answerPath(caseIn(at)));
    expect(page.status).toBe(409);
    expect(wordsOf(page.html)).toContain('The person is not being asked anything.');
  });
});

describe('the answer of the person', () => {
  it('is a task that leads to its page, where it can be read and the request let go on', async () => {
    const at = await seat(['agent']);
    const task = {
      type: 'task-opened' as const,
      data: { taskId: 'task_01890000-0000-7000-8000-000000000001' as const, kind: 'read-answer' as const },
    };
    const request = caseIn(at, [...ASKED, ANSWERED, task]);
    const page = await at.browser.get(`/staff/requests/${request.id}`);
    expect(page.html).toContain(`<a href="${answerPath(request)}">Read the person’s answer</a>`);
    const form = await at.browser.get(answerPath(request));
    expect(wordsOf(form.html)).toContain('The person answered. Read it, then let the request go on.');
    expect(form.html).toContain(`action="/staff/requests/${request.id}/person#questions"`);
    expect(form.html).not.toContain('name="on"');
    const done = await at.browser.post(answerPath(request), { number: '1', reason: 'The month is right' });
    expect(wordsOf(done.html)).toContain('Recorded. The request goes on unless something else is open.');
    expect(at.world.request(request.id).questions[0]!.settledAt).toBeDefined();
  });
});
