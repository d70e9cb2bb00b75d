/** assess-request: which of the rights the law gives, whether the person is known to be the person, what else is open. */
import type { RequestId } from '../domain/ids.ts';
import { articleOf, grants, lawById } from '../domain/law/laws.ts';
import type { Request } from '../domain/request.ts';
import type { Ground } from '../domain/request-events.ts';
import { needsVerification } from '../domain/rights.ts';
import { groundSentence } from './ground-sentences.ts';
import { keys } from '../stores/keys.ts';
import { caseOf } from './casework.ts';
import { isoNow, type With } from './world.ts';

export type AssessWorld = With<never>;

export interface Assessment {
  decision: 'proceed' | 'refuse';
}

/** Nobody confirmed the address in time: "the controller ... is not in a position to identify the data subject" (Art. 12(2) GDPR). */
function silenceGround(request: Request): Ground {
  return {
    code: 'justifications:IdentityVerificationFailure',
    law: request.law === 'us-ca-ccpa' ? '11 CCR 7060, 7062' : 'GDPR Art. 12(2), 12(6)',
    text: groundSentence(request.lang, 'identity-not-established'),
  };
}

/** The law gives none of the rights asked for. */
function notGranted(request: Request): Ground | undefined {
  const law = lawById(request.law);
  if (request.rights.some((right) => grants(law, right))) return undefined;
  const nearest = articleOf(law, 'access') ?? law.citation;
  return { code: 'justifications:RightNotGranted', law: nearest, text: groundSentence(request.lang, 'right-not-granted') };
}

async function openDuplicates(world: AssessWorld, request: Request): Promise<RequestId[]> {
  const { pk } = keys.subject(request.subject, request.id);
  const others = (await world.requests.table.partition(pk)).map(({ sk }) => String(sk) as RequestId).filter((id) => id !== request.id);
  const loaded = await Promise.all(others.slice(-20).map((id) => world.requests.load(id)));
  return loaded
    .filter((other) => other !== undefined && other.closedAt === undefined && other.rights.join() === request.rights.join())
    .map((other) => other!.id);
}

/** Notes that the time is up; false if the address was confirmed before that, also a moment ago. */
async function noteSilence(world: AssessWorld, { id, verifiedAt }: Request): Promise<boolean> {
  if (verifiedAt !== undefined) return false;
  const expired = await world.requests.append(id, {
    key: 'verification-expired',
    type: 'verification-expired',
    at: isoNow(world),
    data: {},
  });
  return expired.request.verifiedAt === undefined;
}

/** Decides once; asked again, the recorded decision stands. */
export async function assessRequest({ requestId }: { requestId: RequestId }, world: AssessWorld): Promise<Assessment> {
  const { request, events } = await caseOf(world, requestId);
  const before = events.findLast(({ type }) => type === 'assessed');
  if (before?.type === 'assessed') return { decision: before.data.decision };
  const silent = needsVerification(request.rights) && (await noteSilence(world, request));
  const ground = silent ? silenceGround(request) : notGranted(request);
  const duplicates = await openDuplicates(world, request);
  const decision = ground === undefined ? 'proceed' : 'refuse';
  await world.requests.append(requestId, {
    key: 'assessed',
    type: 'assessed',
    at: isoNow(world),
    data: { decision, duplicates, grounds: ground === undefined ? [] : [ground], notes: duplicates.length > 0 ? ['duplicate'] : [] },
  });
  return { decision };
}
