/** What may be done to a request in which state, with the article behind each line. */
import { needsVerification } from './rights.ts';
import type { ReceiptId } from './ids.ts';
import type { Question } from './law/law.ts';
import { lawsOf } from './law/choose-laws.ts';
import { possibleExtension } from './extension.ts';
import { answeredRights, openQuestions, type Request, type RequestState } from './request.ts';

/** An act somebody may want to do. */
export type Act =
  | 'verify'
  | 'withdraw'
  | 'extend'
  | 'refuse'
  | 'choose-late'
  | 'decide-review'
  | 'ask'
  | 'answer'
  | 'write'
  | 'resume'
  | 'fetch'
  | 'waive-fetch'
  | 'reissue-link'
  | 'correct';

/** Reason a button is disabled; words for people are in the message catalogs. */
export type Objection =
  | 'wrong-state'
  | 'already-extended'
  | 'no-late-system'
  | 'not-parked'
  | 'purged'
  | 'nothing-to-fetch'
  | 'law-knows-no-extension'
  /** The law leaves it to the company to say how long it takes: no date to count. */
  | 'no-fixed-extension'
  | 'clock-paused'
  /** The person was asked something, and what they answered may change what is done. */
  | 'question-open'
  | 'no-question'
  | 'law-knows-no-fee'
  | 'identity-not-needed'
  /** Whoever decided against the person does not decide their appeal. */
  | 'decided-before'
  /** What an appeal comes to is decided as such, by somebody else than the first time. */
  | 'decide-the-appeal'
  /** Everything has been answered, or refused already. */
  | 'nothing-to-refuse'
  /** The person has no receipt yet. */
  | 'no-receipt'
  /** Another receipt has taken its place, or will: that one is corrected. */
  | 'corrected-before';

export type Permission = { ok: true; article: string } | { ok: false; article: string; reason: Objection };

interface Rule {
  states: readonly RequestState[];
  article: string;
  objection?: (request: Request) => Objection | undefined;
}

const OPEN: readonly RequestState[] = ['received', 'awaiting-verification', 'in-progress', 'in-review', 'ready'];
const ANY: readonly RequestState[] = [...OPEN, 'answered', 'denied', 'withdrawn', 'dismissed'];

/** What the law says against an extension, whatever the ground. */
function withoutExtension(request: Request): Objection | undefined {
  const possible = possibleExtension(request);
  return possible.ok ? undefined : possible.reason;
}

function againstRefusing(request: Request): Objection | undefined {
  if (request.appealOf !== undefined && request.appealDecision === undefined) return 'decide-the-appeal';
  const answered = answeredRights(request);
  return request.rights.every((right) => answered.includes(right)) ? 'nothing-to-refuse' : undefined;
}

/** All there is to ask. */
export const QUESTIONS: readonly Question[] = ['identity', 'clarification', 'fee'];

function whileAsked(request: Request): Objection | undefined {
  return openQuestions(request).length > 0 ? 'question-open' : undefined;
}

/** What is free under one of the laws is free. */
function feeIsLawful(request: Request): boolean {
  return lawsOf(request).every(({ pauses }) => pauses.fee !== undefined);
}

const AGAINST_ASKING: Record<Question, { article: string; objection(request: Request): Objection | undefined }> = {
  identity: {
    article: 'GDPR Art. 12(6)',
    objection: ({ rights }) => (needsVerification(rights) ? undefined : 'identity-not-needed'),
  },
  clarification: { article: 'GDPR Recital 63; UK GDPR Art. 12A(5)-(6)', objection: () => undefined },
  fee: { article: 'GDPR Art. 12(5)', objection: (request) => (feeIsLawful(request) ? undefined : 'law-knows-no-fee') },
};

/** Before the address is confirmed there is nobody to ask. */
function mayBeAsked({ state, rights, verifiedAt }: Request): boolean {
  return RULES.ask.states.includes(state) && (verifiedAt !== undefined || !needsVerification(rights));
}

/** Why nothing can be asked. */
function againstAsking(request: Request): Objection | undefined {
  const permissions = QUESTIONS.map((about) => mayAsk(request, about));
  const [first] = permissions.flatMap((permission) => (permission.ok ? [] : [permission.reason]));
  return permissions.some(({ ok }) => ok) ? undefined : first;
}

/** Whether one thing may be asked now: one question of a kind at a time, and only what the law lets a company ask. */
export function mayAsk(request: Request, about: Question): Permission {
  const { article, objection } = AGAINST_ASKING[about];
  const open = openQuestions(request).some((question) => question.about === about);
  const reason = mayBeAsked(request) ? (open ? 'question-open' : objection(request)) : 'wrong-state';
  return reason === undefined ? { ok: true, article } : { ok: false, article, reason };
}

const RULES: Record<Act, Rule> = {
  verify: { states: ['received', 'awaiting-verification'], article: 'GDPR Art. 12(6); 11 CCR 7060' },
  // Nothing obliges a person to keep asking; what was already erased stays erased.
  withdraw: { states: OPEN, article: 'GDPR Art. 12(2)' },
  extend: {
    // `ready` too: a first part may have been handed out while systems are still late.
    states: OPEN,
    article: 'GDPR Art. 12(3); Cal. Civ. Code 1798.145(h)(1)',
    objection: withoutExtension,
  },
  refuse: {
    // `ready` too: one right may have been answered while another is still to be.
    states: OPEN,
    article: 'GDPR Art. 12(4); 11 CCR 7022(f)',
    objection: againstRefusing,
  },
  'choose-late': {
    states: ['in-progress', 'ready'],
    article: 'GDPR Art. 12(3)-(4)',
    objection: (request) => (request.tasks.some((task) => task.system !== undefined) ? undefined : 'no-late-system'),
  },
  'decide-review': { states: ['in-review'], article: 'GDPR Art. 15(4)', objection: whileAsked },
  ask: {
    states: ['in-progress', 'in-review', 'ready'],
    article: 'GDPR Art. 12(5)-(6), Recital 63; UK GDPR Art. 12A(5)-(6)',
    objection: againstAsking,
  },
  answer: {
    states: OPEN,
    article: 'GDPR Art. 12(3), 12(6); UK GDPR Art. 12A(2), 12A(5)',
    objection: (request) => (openQuestions(request).some(({ askedAt }) => askedAt !== undefined) ? undefined : 'no-question'),
  },
  write: { states: OPEN, article: 'GDPR Art. 12(1)-(2)' },
  resume: { states: OPEN, article: 'GDPR Art. 12(3)', objection: (request) => (request.parked ? undefined : 'not-parked') },
  fetch: {
    states: ['ready', 'in-progress', 'in-review', 'answered'],
    article: 'GDPR Art. 15(3), 20(1); Cal. Civ. Code 1798.130(a)(2)',
    objection: (request) => (request.purgedAt ? 'purged' : request.package ? undefined : 'nothing-to-fetch'),
  },
  'waive-fetch': { states: ['ready'], article: 'GDPR Art. 17(1)' },
  'reissue-link': {
    states: ['ready', 'in-progress', 'in-review', 'answered'],
    article: 'GDPR Art. 12(2)',
    objection: (request) => (request.purgedAt ? 'purged' : request.package ? undefined : 'nothing-to-fetch'),
  },
  correct: {
    // "every reasonable step must be taken to ensure that personal data that are inaccurate ... are ... rectified without delay".
    states: ANY,
    article: 'GDPR Art. 5(1)(d), 5(2)',
    // After the purge nobody knows the address any more.
    objection: (request) => (request.purgedAt ? 'purged' : request.receipts.length === 0 ? 'no-receipt' : undefined),
  },
};

/** Whether this receipt of the request can be corrected now. */
export function mayCorrect(request: Request, receiptId: ReceiptId): Permission {
  const permission = requestCan(request, 'correct');
  if (!permission.ok) return permission;
  if (!request.receipts.some((receipt) => receipt.receiptId === receiptId)) return { ...permission, ok: false, reason: 'no-receipt' };
  const before = request.corrections.some((correction) => correction.receiptId === receiptId);
  return before ? { ...permission, ok: false, reason: 'corrected-before' } : permission;
}

/** Says whether an act is possible now, and on which article it rests. */
export function requestCan(request: Request, act: Act): Permission {
  const { states, objection } = RULES[act];
  // An appeal rests on the article of its own law, whatever is done with it.
  const article = request.appealOf === undefined ? RULES[act].article : request.clock.leading.deadline.basis;
  if (!states.includes(request.state)) return { ok: false, article, reason: 'wrong-state' };
  const reason = objection?.(request);
  return reason === undefined ? { ok: true, article } : { ok: false, article, reason };
}
