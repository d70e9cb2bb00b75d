/**
 * take-mail: what reached the mailbox becomes a request, or a part of one. It is kept before anything is made of it, and whatever a
 * crash leaves is taken again: the same mail is the same request.
 */
import { BugError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import { isUnsorted, type Request } from '../domain/request.ts';
import type { MailFacts } from '../domain/request-events.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import type { LetterWorld } from './acknowledge-letter.ts';
import { type ArrivedMail, arrivalOf, asks, isAuthenticated, isMute, isPlain, languageOf, personOf, readArrived } from './arrived-mail.ts';
import { caseOf } from './casework.ts';
import { type Intake, type IntakeWorld, takeIn } from './intake.ts';
import { keepMail } from './kept-mail.ts';
import { recordBounce } from './mail-events.ts';
import { type Place, placeMail } from './place-mail.ts';
import type { ReceivedMail, Taken } from './receive-mail.ts';
import { logFailure } from './retries.ts';
import { tendLetter } from './tend-letter.ts';
import { subjectOf } from './thread-mail.ts';
import { lookSoon, openTask } from './waiting.ts';
import { isoNow, type World } from './world.ts';

export type TakeWorld = IntakeWorld & LetterWorld & Pick<World, 'vault'>;

/** Long enough to be one mail's alone, short enough for a name. */
const NAME_LENGTH = 22;

/** A mail whose place is known. */
interface Placed {
  arrived: ArrivedMail;
  place: Place;
  /** What it is called within its case. */
  name: string;
}

/** Notes on the request that the mail came, once. */
async function record(world: TakeWorld, request: Request, { arrived, place: { kind }, name }: Placed): Promise<void> {
  const { from } = arrived.mail ?? {};
  const fromPerson = from !== undefined && (await subjectOf(world, from.address)) === request.subject;
  const papers = arrived.mail?.attachments.length ?? 0;
  const data: MailFacts = { mail: name, kind, authenticated: isAuthenticated(arrived), fromPerson, papers };
  await world.requests.append(request.id, { key: `mail-received#${name}`, type: 'mail-received', at: isoNow(world), data });
}

function intakeOf({ configuration, vault }: TakeWorld, { arrived, place, name }: Placed): Intake {
  const { understood, received } = arrived;
  const mute = isMute(arrived, configuration);
  return {
    rights: isPlain(arrived) && !mute && !place.crowded ? [...understood!.rights] : [],
    person: personOf(arrived, configuration),
    lang: languageOf(arrived, configuration),
    channel: 'email',
    receivedAt: received.receivedAt,
    letter: { mail: name, authenticated: isAuthenticated(arrived), ...(mute && { mute }) },
    idempotencyKey: `mail:${place.first}`,
    ...(understood?.law !== undefined && { cited: understood.law }),
    keep: async (id: RequestId, caseKey: CaseKey) => void (await keepMail(vault, { id, caseKey }, arrivalOf(arrived, name))),
  };
}

/** A request of its own, on somebody's list until its rights are known. */
async function begin(world: TakeWorld, placed: Placed): Promise<Taken> {
  const taken = await takeIn(world, intakeOf(world, placed));
  if (!taken.ok) throw new BugError('The name of a mail stands for something else', { code: 'invariant' });
  const { id } = taken.request;
  await record(world, taken.request, placed);
  // From here on the sweep finds it: a mail that SES does not take now is no reason to take the letter in again.
  if (isUnsorted(taken.request))
    await tendLetter(world, await caseOf(world, id)).catch((error: unknown) => logFailure('receive-mail', error));
  return { became: 'request', requestId: id };
}

/** A part of a request goes to its file, and somebody reads it; an answering machine needs no reader. Nobody is answered. */
async function add(world: TakeWorld, request: Request, placed: Placed): Promise<Taken> {
  const { arrived, place, name } = placed;
  const { id } = request;
  await lookSoon(world, id);
  // What was kept before may have been erased since, and stays so.
  if (!request.mails.some(({ mail }) => mail === name))
    await keepMail(world.vault, { id, caseKey: await world.caseKeys.open(id) }, arrivalOf(arrived, name));
  await record(world, request, placed);
  if (arrived.mail?.automatic === 'bounce') await recordBounce(world, request, { mailId: `report-${name}`, kind: 'bounce' });
  else if (place.kind !== 'auto-reply' || asks(arrived))
    await openTask(world, request, { requestId: id, kind: 'read-mail', scope: name, code: name });
  return { became: 'part', requestId: id };
}

/** Takes a mail in. Repeatable, also after a crash between any two of its effects. */
export async function takeMail(world: TakeWorld, received: ReceivedMail): Promise<Taken> {
  if (received.verdicts.virus === 'FAIL') return { became: 'aside', because: 'virus' };
  const arrived = await readArrived(received);
  const place = await placeMail(world, arrived);
  if ('aside' in place) return { became: 'aside', because: place.aside };
  const placed = { arrived, place, name: place.first.slice(0, NAME_LENGTH) };
  const request = place.partOf && (await world.requests.load(place.partOf));
  return request === undefined ? await begin(world, placed) : await add(world, request, placed);
}
