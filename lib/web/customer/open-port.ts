/** The customer pages on the real product: each member is one step or one reading. */
import type { RequestId } from '../../domain/ids.ts';
import { normaliseEmail } from '../../domain/person.ts';
import { isClosed, type Request } from '../../domain/request.ts';
import type { NamedRequest } from '../../domain/request-events.ts';
import { needsVerification } from '../../domain/rights.ts';
import { keyedHash, makeToken, readToken } from '../../domain/tokens.ts';
import { answerQuestion } from '../../steps/answer-question.ts';
import { appealRequest } from '../../steps/appeal-request.ts';
import { endFetch } from '../../steps/await-fetch.ts';
import { openPerson } from '../../steps/casework.ts';
import { confirmByCode, confirmByLink, resendVerification } from '../../steps/confirm-address.ts';
import { openDownload, type FetchWorld, presignPart } from '../../steps/fetch-package.ts';
import { promise, takeIn, wasTakenIn } from '../../steps/intake.ts';
import { personsQuestions } from '../../steps/question-words.ts';
import { readPassedOn } from '../../steps/read-passed-on.ts';
import { reissueLink } from '../../steps/reissue-link.ts';
import { receiveCallback } from '../../steps/start-later.ts';
import { withdrawRequest } from '../../steps/withdraw-request.ts';
import type { With } from '../../steps/world.ts';
import type { CaseRecord } from '../../stores/request-store.ts';
import { type Limit, within } from '../../stores/rates.ts';
import type {
  Access,
  CallbackPort,
  CaseView,
  CustomerPort,
  DownloadPort,
  LetterPort,
  LinkedRequest,
  PagePort,
  Submission,
} from './port.ts';
import { receiptReadings, type ReceiptWorld } from './read-receipts.ts';
import type { Sender } from './sender.ts';

export type CustomerWorld = With<'caseKeys' | 'machine' | 'secret'> & ReceiptWorld;

export type LetterWorld = With<'caseKeys' | 'machine' | 'secret' | 'postOffice'>;
export type CallbackWorld = With<'caseKeys' | 'machine' | 'secret' | 'vault' | 'connect'>;

const HOUR_SECONDS = 3600;
/** Requests per hour from one address, behind which may be an agent or a whole company, and for one mailbox. */
const MOST_PER_SENDER = 600;
const MOST_PER_MAILBOX = 10;

/** Codes typed per hour from one address, over all requests: guessing many requests a little is guessing too. */
const MOST_CODES_PER_SENDER = 30;

/** How long the page names the address it was typed into: enough to notice a typing error, too short for a shared screen. */
const NAME_ADDRESS_MS = 2 * HOUR_SECONDS * 1000;

async function allowed(world: CustomerWorld, submission: Submission, ip: string): Promise<boolean> {
  const secret = await world.secret();
  const limits: Limit[] = [
    { bucket: keyedHash(secret, 'rate-ip', ip), windowSeconds: HOUR_SECONDS, most: MOST_PER_SENDER },
    {
      bucket: keyedHash(secret, 'rate-mail', normaliseEmail(submission.person.email)),
      windowSeconds: HOUR_SECONDS,
      most: MOST_PER_MAILBOX,
    },
  ];
  const results = await Promise.all(limits.map((limit) => within(world.requests.table, limit, world.now())));
  return results.every(Boolean);
}

/** The page of another request is opened by a link of its own; both belong to the same mailbox. */
async function linked(world: CustomerWorld, { id, reference }: NamedRequest): Promise<LinkedRequest> {
  const request = await world.requests.load(id);
  if (request === undefined) return { reference };
  return { reference, request, personToken: makeToken(await world.secret(), 'person', { id }) };
}

async function linksOf(world: CustomerWorld, { appeals, appealOf }: Request): Promise<Pick<CaseView, 'appeals' | 'appealOf'>> {
  return {
    ...(appeals.length === 0 ? {} : { appeals: await Promise.all(appeals.map((one) => linked(world, one))) }),
    ...(appealOf === undefined ? {} : { appealOf: await linked(world, appealOf) }),
  };
}

/** A request that has ended may have been purged, and its words with it. */
async function questionsOf(world: CustomerWorld, request: Request): Promise<Pick<CaseView, 'questions'>> {
  if (isClosed(request) || request.questions.length === 0) return {};
  return { questions: personsQuestions(request, await world.caseKeys.open(request.id)) };
}

async function viewOf(world: CustomerWorld, record: CaseRecord, access: Access): Promise<CaseView> {
  const { request, events } = record;
  const forPerson = access === 'person' ? { ...(await linksOf(world, request)), ...(await questionsOf(world, request)) } : {};
  const view = { request, events, access, ...forPerson };
  const young = world.now() - Date.parse(request.receivedAt) < NAME_ADDRESS_MS;
  // A request that has ended may have been purged: then nobody can say the address any more.
  if (!young || isClosed(request) || request.verifiedAt !== undefined || !needsVerification(request.rights)) return view;
  const { email } = openPerson(request, await world.caseKeys.open(request.id));
  return { ...view, ...(email !== undefined && { email }) };
}

/** Which kind of link a token is, checked for both so that the time tells nothing. */
function accessOf(secret: Uint8Array, token: string): { id: RequestId; access: Access } | undefined {
  const submitter = readToken(secret, 'status', { token });
  const person = readToken(secret, 'person', { token });
  const id = person ?? submitter;
  return id && { id, access: person === undefined ? 'submitter' : 'person' };
}

async function openCase(world: CustomerWorld, token: string): Promise<CaseView | undefined> {
  const known = accessOf(await world.secret(), token);
  const record = known && (await world.requests.loadCase(known.id));
  return record && (await viewOf(world, record, known!.access));
}

async function submit(world: CustomerWorld, submission: Submission, { ip, country }: Sender): ReturnType<CustomerPort['submit']> {
  // Too many requests are refused, not the same one sent too often: its sender is owed the answer it missed.
  if (!(await allowed(world, submission, ip)) && !(await wasTakenIn(world, submission))) return { ok: false, reason: 'too-many' };
  const taken = await takeIn(world, { ...submission, ...(country === undefined ? {} : { observedCountry: country }) });
  if (!taken.ok) return taken;
  return { ok: true, request: taken.request, statusToken: makeToken(await world.secret(), 'status', { id: taken.request.id }) };
}

async function personRequest(world: With<'secret'>, token: string): Promise<RequestId | undefined> {
  const known = accessOf(await world.secret(), token);
  return known?.access === 'person' ? known.id : undefined;
}

async function waive(world: CustomerWorld, token: string): Promise<{ ok: boolean }> {
  const id = await personRequest(world, token);
  const request = id && (await world.requests.load(id));
  if (!request || request.state !== 'ready' || !request.rights.includes('erasure')) return { ok: false };
  await endFetch(world, request.id, 'waived');
  return { ok: true };
}

async function appeal(world: CustomerWorld, token: string, words: string | undefined): ReturnType<CustomerPort['appeal']> {
  const id = await personRequest(world, token);
  const appealed = id === undefined ? ({ ok: false, reason: 'unknown' } as const) : await appealRequest(world, { requestId: id, words });
  if (!appealed.ok) return { ok: false, reason: appealed.reason };
  return { ok: true, personToken: makeToken(await world.secret(), 'person', { id: appealed.appeal.id }) };
}

async function answer(world: CustomerWorld, token: string, given: { number: number; words: string }): ReturnType<CustomerPort['answer']> {
  const requestId = await personRequest(world, token);
  if (requestId === undefined) return { ok: false, reason: 'late' };
  const answered = await answerQuestion(world, { requestId, by: 'person', ...given });
  if (answered.ok) return answered;
  const { reason } = answered;
  return { ok: false, reason: reason === 'words-missing' || reason === 'too-long' ? reason : 'late' };
}

/** What every customer page needs, whichever function serves it. */
function common(world: With<'secret'>): PagePort {
  return { configuration: world.configuration, baseUrl: world.baseUrl, now: world.now };
}

/** The port of the web function. */
export function openCustomerPort(world: CustomerWorld): CustomerPort {
  return {
    ...common(world),
    preview: ({ rights, residence, laws }) =>
      promise(world.configuration, {
        rights,
        receivedAt: new Date(world.now()).toISOString(),
        ...(residence === undefined ? {} : { residence }),
        ...(laws === undefined ? {} : { laws }),
      }),
    submit: (submission, sender) => submit(world, submission, sender),
    open: (token) => openCase(world, token),
    async openById(id, token) {
      const view = await openCase(world, token);
      return view?.request.id === id ? view : undefined;
    },
    confirmByLink: (token) => confirmByLink(world, token),
    async confirmByCode(token, code, { ip }) {
      const limit = { bucket: keyedHash(await world.secret(), 'code-ip', ip), windowSeconds: HOUR_SECONDS, most: MOST_CODES_PER_SENDER };
      if (!(await within(world.requests.table, limit, world.now()))) return { ok: false, reason: 'locked' };
      return await confirmByCode(world, token, code);
    },
    appeal: (token, words) => appeal(world, token, words),
    answer: (token, given) => answer(world, token, given),
    async withdraw(token) {
      const known = accessOf(await world.secret(), token);
      return known ? await withdrawRequest(world, known.id, 'person') : { ok: false, reason: 'unknown' };
    },
    waiveFetch: (token) => waive(world, token),
    passedOn: (token, look) => readPassedOn(world, token, look),
    ...receiptReadings(world),
  };
}

/** The port of the letters function. */
export function openLetterPort(world: LetterWorld): LetterPort {
  return {
    ...common(world),
    resendVerification: (token) => resendVerification(world, token),
    async reissueLink(token) {
      const id = await personRequest(world, token);
      return { ok: id !== undefined && (await reissueLink(world, id)) };
    },
  };
}

/** The port of the callback function. */
export function openCallbackPort(world: CallbackWorld): CallbackPort {
  return {
    ...common(world),
    async callback(token, body) {
      return { ok: await receiveCallback(world, token, body) };
    },
  };
}

/** The port of the download function: the only one that can reach finished packages. */
export function openDownloadPort(world: FetchWorld): DownloadPort {
  return {
    ...common(world),
    download: (token) => openDownload(world, token),
    presignPart: (token, part) => presignPart(world, { token, part }),
  };
}
