/** The paths on which a recorded definition is driven, each through the doors that people use, to its end. */
import configuration from './definitions.config.ts';
import { milestones } from '../../lib/steps/milestones.ts';
import { silenceEndsAt } from '../../lib/steps/silence.ts';
import type { RequestAnswer } from '../../lib/web/customer/api/api-answer.ts';
import { linkTo } from '../e2e/laptop.ts';
import type { Stage } from './definitions-stage.ts';

export interface Story {
  name: string;
  /** Goes all the way; returns the request. */
  go(stage: Stage): Promise<RequestAnswer>;
  /** Kinds of the receipts it ends with. */
  receipts: string[];
  /** What fails on the way because the story is about it: state and error. */
  failures: string[];
}

const HOUR_MS = 3_600_000;

async function review(stage: Stage, answer: RequestAnswer): Promise<void> {
  const { taskId } = await stage.task(answer, 'review');
  await (await stage.staff('renate')).post(`/staff/requests/req_${answer.id}/tasks/${taskId}/review`, {});
}

async function fetchPackage({ laptop }: Stage, { reference }: RequestAnswer): Promise<void> {
  const mail = await laptop.waitForMail({ subject: new RegExp(`ready.*${reference}`, 'i') });
  const file = await fetch(`${linkTo(mail, '/download/')}/1`);
  if (file.status !== 200) throw new Error(`The package was answered ${file.status}`);
}

async function closed(stage: Stage, answer: RequestAnswer): Promise<RequestAnswer> {
  await stage.until(answer, 'the end', ({ request }) => request.closedAt);
  return answer;
}

/** Ends a task as an agent does. */
async function decide(
  stage: Stage,
  answer: RequestAnswer,
  end: { kind: 'system-failed' | 'act'; outcome: 'retry' | 'done' },
): Promise<void> {
  const task = await stage.task(answer, end.kind);
  await (await stage.staff('anton')).endTask(`req_${answer.id}`, task, { outcome: end.outcome, reason: 'Done by hand.' });
}

/** On the page to which the mail with the question leads. */
async function answerByPerson({ laptop }: Stage, email: string): Promise<void> {
  const mail = await laptop.waitForMail({ to: email, subject: /question/ });
  const body = new URLSearchParams({ number: '1', 'words-1': 'Those of last year.' });
  const page = await fetch(`${linkTo(mail, '/status/')}/answer`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: laptop.url },
    body,
  });
  if (page.status !== 303) throw new Error(`The answer was answered ${page.status}`);
}

async function goPast({ laptop }: Stage, instant: number): Promise<void> {
  await laptop.clock.advanceTo(instant + HOUR_MS);
}

const access: Story = {
  name: 'access: three systems, one of which calls back, a review, a package',
  receipts: ['request', 'fulfilment'],
  failures: [],
  async go(stage) {
    const email = stage.person();
    const answer = await stage.ask(['access'], email);
    await stage.archiveAnswers(answer, email);
    await review(stage, answer);
    await closed(stage, answer);
    await fetchPackage(stage, answer);
    return answer;
  },
};

const erasure: Story = {
  name: 'erasure: a system keeps data, a person has it tried again',
  receipts: ['request', 'deletion'],
  failures: [],
  async go(stage) {
    const email = stage.person();
    const answer = await stage.ask(['erasure'], email);
    stage.laptop.far.keeping.set(email, 3);
    await stage.archiveAnswers(answer, email);
    await decide(stage, answer, { kind: 'system-failed', outcome: 'retry' });
    return await closed(stage, answer);
  },
};

const copyThenErasure: Story = {
  name: 'portability with erasure: erased once the copy was fetched',
  receipts: ['request', 'fulfilment', 'deletion'],
  failures: [],
  async go(stage) {
    const email = stage.person();
    const answer = await stage.ask(['portability', 'erasure'], email);
    await stage.archiveAnswers(answer, email);
    await review(stage, answer);
    await stage.task(answer, 'fetch');
    await fetchPackage(stage, answer);
    await stage.archiveAnswers(answer, email);
    return await closed(stage, answer);
  },
};

const byHand: Story = {
  name: 'withdrawn consent: no verification, a person acts',
  receipts: ['request', 'fulfilment'],
  failures: [],
  async go(stage) {
    const email = stage.person();
    const answer = await stage.submit(['withdraw-consent'], email);
    await decide(stage, answer, { kind: 'act', outcome: 'done' });
    return await closed(stage, answer);
  },
};

const parked: Story = {
  name: 'a fault nobody foresaw: parked, resumed by an administrator',
  receipts: ['request', 'deletion'],
  failures: ['issue-receipt BugError'],
  async go(stage) {
    const email = stage.person();
    stage.failOnce('issuereceipt');
    const answer = await stage.ask(['erasure'], email);
    await stage.archiveAnswers(answer, email);
    await stage.task(answer, 'parked');
    await (await stage.staff('ada')).resume(`req_${answer.id}`);
    return await closed(stage, answer);
  },
};

const extended: Story = {
  name: 'extended: a system refuses for weeks',
  receipts: ['request', 'extension', 'deletion'],
  failures: ['find PermanentError'],
  async go(stage) {
    const email = stage.person();
    stage.laptop.far.refusing.add(email);
    const answer = await stage.ask(['erasure'], email);
    await stage.archiveAnswers(answer, email);
    const { request } = await stage.caseOf(answer);
    await goPast(stage, milestones(request, configuration).chooseAt);
    await stage.task(answer, 'late-choice');
    const choice = { choice: 'extend', ground: 'complexity', reason: 'A supplier restores its system first.' } as const;
    await (await stage.staff('renate')).chooseLate(`req_${answer.id}`, choice);
    await stage.until(answer, 'an extension', (record) => record.request.extended || undefined);
    stage.laptop.far.refusing.delete(email);
    await decide(stage, answer, { kind: 'system-failed', outcome: 'retry' });
    return await closed(stage, answer);
  },
};

const silence: Story = {
  name: 'silence: the address is never confirmed, the request is denied',
  receipts: ['request', 'denial'],
  failures: ['verify-requester States.Timeout'],
  async go(stage) {
    const email = stage.person();
    const answer = await stage.submit(['access'], email);
    await goPast(stage, silenceEndsAt((await stage.caseOf(answer)).request, configuration));
    return await closed(stage, answer);
  },
};

const asked: Story = {
  name: 'a question: the systems have answered, nothing goes out until the person has',
  receipts: ['request', 'fulfilment'],
  failures: [],
  async go(stage) {
    const email = stage.person();
    const answer = await stage.ask(['access'], email);
    const renate = await stage.staff('renate');
    await renate.post(`/staff/requests/req_${answer.id}/ask`, { about: 'clarification', words: 'Which orders do you mean?' });
    await stage.until(answer, 'a mail with the question', ({ request }) => request.questions[0]?.askedAt);
    await stage.archiveAnswers(answer, email);
    await stage.until(answer, 'a wait for the answer', ({ request }) => request.tasks.find(({ kind }) => kind === 'answer'));
    await answerByPerson(stage, email);
    await renate.post(`/staff/requests/req_${answer.id}/answer`, { number: '1' });
    await review(stage, answer);
    return await closed(stage, answer);
  },
};

/** All of them together enter every state of the machine. */
export const STORIES: readonly Story[] = [access, erasure, copyThenErasure, byHand, parked, extended, silence, asked];
