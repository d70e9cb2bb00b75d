/** verify-requester: mails a link and a code to the address, and waits until one of them comes back. */
import type { RequestId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import { verificationCode } from '../domain/tokens.ts';
import { civilDate, factsOf, lettersIn } from '../mail/letters/letters.ts';
import { silenceEndsAt } from './silence.ts';
import { caseOf, linkTo, openPerson } from './casework.ts';
import { openWait } from './waiting.ts';
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
  const code = verificationCode(await world.secret(), { id: request.id, round });
  const { configuration } = world;
  const untilOn = civilDate(new Date(silenceEndsAt(request, configuration)).toISOString(), configuration.controller.zone);
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: `verification#${round}`,
    caseKey,
    compose: async () => ({
      letter: lettersIn(request.lang).verification({ ...factsOf(request, { configuration, statusUrl }), verifyUrl, code, untilOn, reminder }),
      lang: request.lang,
      to: openPerson(request, caseKey).email,
    }),
  });
  await world.requests.append(request.id, {
    key: `verification-asked#${round}`,
    type: 'verification-asked',
    at: isoNow(world),
    data: { round, mailId },
  });
}

/** Waits for the confirmation; the machine's timeout ends the silence. */
export async function verifyRequester(input: { requestId: RequestId; taskToken: string }, world: VerificationWorld): Promise<void> {
  const { request } = await caseOf(world, input.requestId);
  await openWait(world, request, { requestId: request.id, kind: 'verify', scope: 'verify', token: input.taskToken });
  if (request.verifiedAt === undefined && request.verificationRound === 0) await mailVerification(world, request, { round: 1 });
}
