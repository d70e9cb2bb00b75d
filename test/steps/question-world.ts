/** A world for questions to the person: what is asked, who answers, and companies under other laws. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { ConfigurationInput } from '../../lib/domain/config/configuration-input.ts';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Question } from '../../lib/domain/law/law.ts';
import type { Request } from '../../lib/domain/request.ts';
import { answerQuestion, type Answer } from '../../lib/steps/answer-question.ts';
import { type Ask, askPerson } from '../../lib/steps/ask-person.ts';
import type { Intake } from '../../lib/steps/intake.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { company } from '../company.ts';
import { submit, untilPlanned } from '../walk.ts';
import { openWorlds, type TestWorld, type Worlds } from '../world.ts';

export let worlds: Worlds;
export let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

export const load = async (id: RequestId): Promise<Request> => (await world.requests.load(id))!;
export const caseOf = async (id: RequestId) => (await world.requests.loadCase(id))!;
export const typesOf = async (id: RequestId) => (await caseOf(id)).events.map(({ type }) => type);
export const openTask = async (id: RequestId, wanted: string) =>
  (await caseOf(id)).tasks.find(({ kind, doneAt }) => kind === wanted && doneAt === undefined);
export const toldTo = (token: string) => world.machine.told.filter((one) => one.token === token);
export const questionMails = async (id: RequestId) =>
  (await world.mails(id)).filter(({ parsed }) => /question|be sure|fee/i.test(parsed.subject!));

const WORDS = 'Which of your two accounts do you mean?\n\nThe one of 2019 or the one of 2024?';
export const TEXT: Record<Question, Ask['text']> = {
  clarification: { words: WORDS },
  identity: { words: 'In which month did you open the account?', reason: 'The mailbox is shared by several people.' },
  fee: {
    words: 'Please pay it to the account in our imprint.',
    reason: 'It is the ninth request in nine days.',
    fee: { amount: '25.00', currency: 'EUR' },
  },
};

export const ask = (id: RequestId, about: Question = 'clarification', more: Partial<Ask> = {}) =>
  askPerson(world.reopen(), { requestId: id, by: 'renate', about, text: TEXT[about], ...more });
export const answer = (id: RequestId, more: Partial<Answer> = {}) =>
  answerQuestion(world.reopen(), { requestId: id, number: 1, by: 'person', words: 'The one of 2024.', ...more });

/** Confirmed, planned and about to be collected. */
export async function planned(more: Partial<Intake> = {}): Promise<Request> {
  const request = await submit(world, more);
  await untilPlanned(world, request);
  return request;
}

/** A question that was mailed. */
export async function asked(more: Partial<Intake> = {}, about: Question = 'clarification'): Promise<Request> {
  const request = await planned(more);
  expect(await ask(request.id, about)).toEqual({ ok: true, number: 1 });
  expect(await sweep({}, world)).toMatchObject({ failed: 0 });
  return request;
}

export async function companyUnder(more: Partial<ConfigurationInput>): Promise<void> {
  world = await worlds.open(company(more));
}

const LONDON = { name: 'Ltd', address: '1 Street, London', country: 'GB-ENG', email: 'privacy@shop.example', zone: 'Europe/London' };
export const uk = () => companyUnder({ controller: LONDON, laws: ['uk-gdpr'] });
export const BRITISH = { residence: 'GB' };
export const CALIFORNIAN = { residence: 'US-CA' };
export const californian = () => companyUnder({ laws: ['us-ca-ccpa'] });

/** Goes on in another world. */
export function moveTo(other: TestWorld): void {
  world = other;
}
