/** verify-requester: mails a link and a code to the address, and waits until one of them comes back. */
import type { RequestId } from '../domain/ids.ts';
import { isUnsorted, type Request } from '../domain/request.ts';
import { verificationCode } from '../domain/tokens.ts';
import { asName, civilDate, factsOf, lettersIn } from '../mail/letters/letters.ts';
import { silenceEndsAt } from './silence.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf, linkTo, openPerson, requireOpen } from './casework.ts';
import { finishWait, openWait, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type VerificationWorld = With<'caseKeys' | 'postOffice' | 'secret' | 'machine'>;

/** Sends the mail of one round: the first, one asked for again, or the reminder. */
export async function mailVerification(
  world: Omit<VerificationWorld, 'machine'>,
  request: Request,
  { round, reminder = false }: { round: number; reminder?: boolean },
): Promise<void> {
  const caseKey = await world.caseKeys.open(request.id);
  const verifyUrl = await linkTo(world, request.id, 'verify');
  const statusUrl = await linkTo(world, request.id, 'status');
  // There is one reminder, whatever round it falls into.
  const scope = reminder ? 'reminder' : String(round);
  const code = verificationCode(await world.secret(), { id: request.id, round });
  const { configuration } = world;
  const untilOn = civilDate(new Date(silenceEndsAt(request, configuration)).toISOString(), configuration.controller.zone);
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: `verification#${scope}`,
    caseKey,
    compose: async () => {
      const person = openPerson(request, caseKey);
      const { onBehalfOf } = person;
      const facts = { ...factsOf(request, { configuration, statusUrl }), verifyUrl, code, untilOn, reminder };
      const letter = lettersIn(request.lang).verification({ ...facts, ...(onBehalfOf && { askedBy: asName(onBehalfOf.name) }) });
      return { letter, lang: request.lang, to: person };
    },
  });
  await recordAsked(world, request, { scope, round, mailId });
}

async function recordAsked(
  world: With<never>,
  request: Request,
  { scope, round, mailId }: { scope: string; round: number; mailId: string },
): Promise<void> {
  const key = `verification-asked#${scope}`;
  await world.requests.append(request.id, { key, type: 'verification-asked', at: isoNow(world), data: { round, mailId } });
}

/** A letter was answered by one mail that asks too; if that mail waits for the address's next day, the sweep sends it. */
async function askByLetter(world: VerificationWorld, { request, events }: CaseRecord): Promise<void> {
  const told = events.find((event) => event.type === 'acknowledged');
  if (told?.type === 'acknowledged') await recordAsked(world, request, { scope: '1', round: 1, mailId: told.data.mailId });
  else if (request.deferredUntil === undefined) await mailVerification(world, request, { round: 1 });
}

/** Whoever answers a mail faster than the step that sent it could record it has been asked all the same. */
async function recordAnsweredMail(world: With<never>, id: RequestId): Promise<void> {
  const { request, mails } = await caseOf(world, id);
  const first = request.letter === undefined ? 'verification#1' : 'acknowledgement';
  const mail = isUnsorted(request) ? undefined : mails.find(({ kind }) => kind === first);
  if (mail !== undefined) await recordAsked(world, request, { scope: '1', round: 1, mailId: mail.mailId });
}

/** Waits for the confirmation; the machine's timeout ends the silence. */
export async function verifyRequester(input: { requestId: RequestId; taskToken: string }, world: VerificationWorld): Promise<void> {
  const before = requireOpen(await caseOf(world, input.requestId)).request;
  await openWait(world, before, { requestId: before.id, kind: 'verify', scope: 'verify', token: input.taskToken });
  // Read again: whoever confirmed before the wait was open could tell nobody.
  const record = await caseOf(world, input.requestId);
  const { request } = record;
  if (request.verifiedAt !== undefined) await endVerification(world, request, 'verify-requester');
  else if (request.verificationRound > 0) return;
  else await (request.letter === undefined ? mailVerification(world, request, { round: 1 }) : askByLetter(world, record));
}

/** Lets the machine go on after a confirmation. Repeatable. */
export async function endVerification(world: With<'machine'>, request: Request, by: string): Promise<void> {
  // The step that sent the mail may have died before it recorded it, and nobody runs it again once its wait is over.
  if (request.verificationRound === 0) await recordAnsweredMail(world, request.id);
  await dropLetters(world, request.id);
  await finishWait(world, { requestId: request.id, taskId: waitId(request, 'verify', 'verify'), outcome: 'done', by });
}

/** A letter that asks for the confirmation is not posted any more: it would only confuse. */
async function dropLetters(world: With<never>, requestId: RequestId): Promise<void> {
  const { tasks, mails } = await caseOf(world, requestId);
  const asking = new Set(mails.flatMap(({ kind, mailId }) => (kind.startsWith('verification#') ? [mailId] : [])));
  const moot = tasks.filter(({ kind, code = '', doneAt }) => kind === 'post' && doneAt === undefined && asking.has(code));
  for (const { taskId } of moot) await world.requests.closeTask(requestId, taskId, isoNow(world));
}
