/** ask-person: staff write a question to the person; the sweep mails it, and the clock knows of it from that mail on. */
import type { RequestId } from '../domain/ids.ts';
import type { Question } from '../domain/law/law.ts';
import { questionFault, type QuestionText, type TextFault } from '../domain/question-text.ts';
import { openQuestions, type Request } from '../domain/request.ts';
import { mayAsk, type Objection } from '../domain/request-can.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { openWords, sealWords } from './question-words.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type AskWorld = With<'caseKeys'>;

export interface Ask {
  requestId: RequestId;
  /** Subject of the staff member. */
  by: string;
  about: Question;
  text: QuestionText;
}

export type AskResult = { ok: true; number: number } | { ok: false; reason: 'unknown' | 'stale' | Objection | TextFault };

/** The number of the open question that says the very same: whoever sends a form twice asks once. */
function sameQuestion({ questions }: Request, caseKey: CaseKey, { by, about, text }: Ask): number | undefined {
  const open = openQuestions({ questions }).find((question) => question.about === about && question.by === by);
  if (open === undefined) return undefined;
  const { words } = openWords(caseKey, open.sealed, { kind: 'question', number: open.number });
  return words === text.words ? open.number : undefined;
}

async function write(world: AskWorld, { id, questions }: Request, { ask, caseKey }: { ask: Ask; caseKey: CaseKey }): Promise<AskResult> {
  const { by, about, text } = ask;
  const number = questions.length + 1;
  await lookSoon(world, id);
  const { request, existed } = await world.requests.append(id, {
    key: `question-written#${number}`,
    type: 'question-written',
    at: isoNow(world),
    data: { number, about, by, sealed: sealWords(caseKey, text, { kind: 'question', number }) },
  });
  // Somebody else wrote a question at the same moment: whoever was slower decides again, knowing of it.
  if (existed && sameQuestion(request, caseKey, ask) !== number) return { ok: false, reason: 'stale' };
  await world.requests.scheduleSweep(id, isoNow(world));
  return { ok: true, number };
}

/**
 * Writes a question down. From here on nothing goes out or is erased, but the clock runs until the mail is out: this door may
 * not send mail, and a person who was not asked yet does not hold up their own answer. Repeatable.
 */
export async function askPerson(world: AskWorld, ask: Ask): Promise<AskResult> {
  const request = await world.requests.load(ask.requestId);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  const permission = mayAsk(request, ask.about);
  if (!permission.ok && permission.reason !== 'question-open') return permission;
  const fault = questionFault(ask.about, ask.text);
  if (fault !== undefined) return { ok: false, reason: fault };
  const caseKey = await world.caseKeys.open(request.id);
  if (permission.ok) return await write(world, request, { ask, caseKey });
  const number = sameQuestion(request, caseKey, ask);
  return number === undefined ? permission : { ok: true, number };
}
