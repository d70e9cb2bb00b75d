/** confirm-address: the person proves control of the mailbox by the mailed link or the six digits. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed, type Request } from '../domain/request.ts';
import type { EventData } from '../domain/request-events.ts';
import { requestCan } from '../domain/request-can.ts';
import { codeMatches, makeToken, readToken, verificationCode } from '../domain/tokens.ts';
import { unlessUnderWay } from '../mail/unless-under-way.ts';
import { within } from '../stores/rates.ts';
import { endVerification, mailVerification, type VerificationWorld } from './verify-requester.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type ConfirmWorld = With<'machine' | 'secret'>;

/** Every failure looks the same to the caller: guessed, expired, used and unknown are all `wrong`. */
export type Confirmed = { ok: true; personToken: string } | { ok: false; reason: 'wrong' | 'locked' };

/** Codes tried per request before none works any more; the link still does. */
const MOST_ATTEMPTS = 10;
/** Longer than any request waits for its confirmation: who guesses gets no new tries tomorrow. */
const ATTEMPTS_SECONDS = 200 * 24 * 3600;
/** Mails per request, and the least time between two. */
const MOST_MAILS = 6;
const RESEND_SECONDS = 60;
/** Earlier codes stay valid while their mails may still be under way. */
const CODES_IN_FORCE = 2;

const WRONG: Confirmed = { ok: false, reason: 'wrong' };

/** Records the confirmation once and lets the machine go on. */
export async function confirmIdentity(world: With<'machine'>, request: Request, data: EventData['verified']): Promise<void> {
  await lookSoon(world, request.id);
  await world.requests.append(request.id, { key: 'verified', type: 'verified', at: isoNow(world), data });
  await endVerification(world, request, data.by ?? data.method);
}

async function personToken(world: ConfirmWorld, id: RequestId): Promise<Confirmed> {
  return { ok: true, personToken: makeToken(await world.secret(), 'person', { id }) };
}

/** The link mailed to the address. Used again by its owner it leads to the same page. */
export async function confirmByLink(world: ConfirmWorld, token: string): Promise<Confirmed> {
  const id = readToken(await world.secret(), 'verify', { token });
  const request = id && (await world.requests.load(id));
  if (!request) return WRONG;
  if (request.verifiedAt !== undefined) return await personToken(world, request.id);
  if (!requestCan(request, 'verify').ok) return WRONG;
  await confirmIdentity(world, request, { method: 'link' });
  return await personToken(world, request.id);
}

function codeIsRight(secret: Uint8Array, request: Request, typed: string): boolean {
  const rounds = Array.from({ length: CODES_IN_FORCE }, (_, back) => request.verificationRound - back).filter((round) => round > 0);
  // All codes are compared, so that the time does not tell which one was near.
  return rounds.map((round) => codeMatches(typed, verificationCode(secret, { id: request.id, round }))).includes(true);
}

/** The six digits, typed on the page of the status link. */
export async function confirmByCode(world: ConfirmWorld, statusToken: string, typed: string): Promise<Confirmed> {
  const secret = await world.secret();
  const id = readToken(secret, 'status', { token: statusToken });
  const request = id && (await world.requests.load(id));
  if (!request || !requestCan(request, 'verify').ok) return WRONG;
  const attempts = { bucket: `code#${request.id}`, windowSeconds: ATTEMPTS_SECONDS, most: MOST_ATTEMPTS };
  if (!(await within(world.requests.table, attempts, world.now()))) return { ok: false, reason: 'locked' };
  if (!codeIsRight(secret, request, typed)) return WRONG;
  await confirmIdentity(world, request, { method: 'code' });
  return await personToken(world, request.id);
}

/** Sends another mail if the time and number allow it; tells nobody whether it did. */
export async function resendVerification(world: ConfirmWorld & Omit<VerificationWorld, 'machine'>, statusToken: string): Promise<void> {
  const id = readToken(await world.secret(), 'status', { token: statusToken });
  const request = id && (await world.requests.load(id));
  if (!request || isClosed(request) || request.verifiedAt !== undefined || request.verificationRound === 0) return;
  if (request.verificationRound >= MOST_MAILS) return;
  const pause = { bucket: `resend#${request.id}`, windowSeconds: RESEND_SECONDS, most: 1 };
  if (!(await within(world.requests.table, pause, world.now()))) return;
  await lookSoon(world, request.id);
  await unlessUnderWay(mailVerification(world, request, { round: request.verificationRound + 1 }));
}
