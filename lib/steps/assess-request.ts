/** assess-request: which of the rights the laws give, what else is open, and at the end of the silence: who stayed unknown. */
import type { RequestId } from '../domain/ids.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { articleOf, grants } from '../domain/law/laws.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import { silenceGrounds } from '../domain/refusal/unidentified.ts';
import { NOT_GRANTED } from '../domain/refusal/without-exemption.ts';
import type { Request } from '../domain/request.ts';
import type { Ground } from '../domain/request-events.ts';
import { needsVerification, type Right } from '../domain/rights.ts';
import { keys } from '../stores/keys.ts';
import { caseOf } from './casework.ts';
import { notGrantedSentence, silenceSentence } from './ground-sentences.ts';
import { silenceIsOver } from './silence.ts';
import { isoNow, type With } from './world.ts';

export type AssessWorld = With<never>;

/** Rights that none of the laws gives, and one ground for each. */
function notGranted(request: Request): { rights: Right[]; grounds: Ground[] } {
  const laws = lawsOf(request);
  // What an appeal granted, the company grants: no law is asked again.
  const asked: readonly Right[] = request.appealOf === undefined ? rightsToAnswer(request) : ['appeal'];
  const rights = asked.filter((right) => !laws.some((law) => grants(law, right, request.receivedOn)));
  const [law] = laws;
  const grounds = rights.map((right) => ({
    code: NOT_GRANTED,
    law: (law && articleOf(law, 'access')) ?? law?.citation ?? request.law,
    text: notGrantedSentence(request.lang, { right, laws, on: request.receivedOn }),
    right,
  }));
  return { rights, grounds };
}

async function openDuplicates(world: AssessWorld, request: Request): Promise<RequestId[]> {
  const { pk } = keys.subject(request.subject, request.id);
  const others = (await world.requests.table.partition(pk)).map(({ sk }) => String(sk) as RequestId).filter((id) => id !== request.id);
  const loaded = await Promise.all(others.slice(-20).map((id) => world.requests.load(id)));
  return loaded
    .filter(
      (other) =>
        other !== undefined &&
        other.closedAt === undefined &&
        other.rights.join() === request.rights.join() &&
        other.appealOf?.id === request.appealOf?.id,
    )
    .map((other) => other!.id);
}

/** Records that rights will not be answered by doing them. Repeatable: the key names why. */
async function refuse(
  world: AssessWorld,
  request: Request,
  { why, rights, grounds }: { why: string; rights: Right[]; grounds: Ground[] },
): Promise<void> {
  if (rights.length === 0) return;
  const scope = rightsToAnswer(request).every((right) => rights.includes(right)) ? 'full' : 'partial';
  const data = { by: 'law', grounds, scope, rights } as const;
  await world.requests.append(request.id, { key: `refused#${why}`, type: 'refused', at: isoNow(world), data });
}

/** What can be said before anybody is asked anything. */
async function assess(world: AssessWorld, request: Request): Promise<void> {
  const { rights, grounds } = notGranted(request);
  const duplicates = await openDuplicates(world, request);
  const decision = rights.length === request.rights.length ? 'refuse' : 'proceed';
  const notes = [...(duplicates.length > 0 ? ['duplicate'] : []), ...(request.observedCountry === undefined ? [] : ['country-differs'])];
  await world.requests.append(request.id, {
    key: 'assessed',
    type: 'assessed',
    at: isoNow(world),
    data: { decision, duplicates, grounds, notes },
  });
  await refuse(world, request, { why: 'not-granted', rights, grounds });
}

/** Time is up: what may only be told to somebody known is refused, the rest goes on. A confirmation a moment ago still counts. */
async function endSilence(world: AssessWorld, requestId: RequestId): Promise<void> {
  const key = 'verification-expired';
  const { request } = await world.requests.append(requestId, { key, type: key, at: isoNow(world), data: {} });
  if (request.verifiedAt !== undefined) return;
  const rights = rightsToAnswer(request).filter((right) => needsVerification([right]));
  await refuse(world, request, {
    why: 'silence',
    rights,
    grounds: silenceGrounds(request, { rights, text: silenceSentence(request.lang) }),
  });
}

/** Decides once; asked again, the recorded decision stands. `silent`: the wait for the confirmation is over, which counts if its time still is: an extension gives the person more. */
export async function assessRequest(
  { requestId, silent }: { requestId: RequestId; silent: boolean },
  world: AssessWorld,
): Promise<Record<string, never>> {
  const { request, events } = await caseOf(world, requestId);
  if (!events.some(({ key }) => key === 'refused#not-granted') || !events.some(({ type }) => type === 'assessed'))
    await assess(world, request);
  const over = silent && silenceIsOver(request, world.configuration, world.now());
  if (over && request.verifiedAt === undefined) await endSilence(world, requestId);
  return {};
}
