/**
 * acknowledge-letter: a letter is answered at once by one neutral mail with a link to confirm it. An address that nobody vouches for
 * is written to once a day at most: whatever comes meanwhile waits, and the next mail answers all of it.
 */
import type { RequestId } from '../domain/ids.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { notGiven } from '../domain/law/laws.ts';
import { isClosed, isUnsorted, type Request } from '../domain/request.ts';
import { needsVerification } from '../domain/rights.ts';
import type { Attachment } from '../mail/compose.ts';
import { factsOf } from '../mail/letters/letters.ts';
import { type ArrivedLetter, neutralLetter } from '../mail/letters/neutral/neutral-letter.ts';
import { keys } from '../stores/keys.ts';
import { linkTo, openPerson } from './casework.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type LetterWorld = With<'caseKeys' | 'postOffice' | 'secret'>;

const DAY_MS = 24 * 3600 * 1000;
/** So long the day's mail to an address is known: until no attempt of that day is under way. */
const SLOT_DAYS = 3;
/** One mail answers so many letters; more of an address in a day is no correspondence. */
const MOST_LETTERS = 20;

/** Sent by a machine, or from no address: nobody is answered before a person has decided that somebody is. */
export const isMute = (request: Pick<Request, 'letter' | 'rights'>): boolean => request.letter?.mute === true && isUnsorted(request);

/** What a mail is about that answers a letter, or several: then of a day. */
const ONE_LETTER = 'acknowledgement';
export const SEVERAL_LETTERS = 'acknowledgement#several#';

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Whose mail of the day answers which letters. */
interface Slot {
  leader: RequestId;
  merged: RequestId[];
  /** What the mail is about: one that was begun on one day says nothing of what came on the next. */
  fact: string;
}

/** True if whoever wrote has to confirm it: what no law gives is declined without that. */
export function mustConfirm(request: Request): boolean {
  const { rights, receivedOn, verifiedAt } = request;
  if (verifiedAt !== undefined) return false;
  if (isUnsorted(request)) return true;
  const declined = notGiven(rights, lawsOf(request), receivedOn);
  return needsVerification(rights.filter((right) => !declined.includes(right)));
}

/** Nobody else shares its mail: its domain vouches for the address, or it goes to another one that staff found. */
const goesAlone = ({ letter, newAddress }: Request): boolean => letter!.authenticated || newAddress !== undefined;

const isWaiting = (request: Request): boolean => request.deferredUntil !== undefined && !isClosed(request) && !goesAlone(request);

/** Other letters of the same address that wait for its next mail. */
async function waitingBeside(world: LetterWorld, { id, subject }: Request): Promise<RequestId[]> {
  const items = await world.requests.table.partition(keys.subject(subject, id).pk);
  const others = items.map(({ sk }) => sk as RequestId).filter((other) => other !== id);
  const requests = await Promise.all(others.slice(-5 * MOST_LETTERS).map((other) => world.requests.load(other)));
  return requests.flatMap((other) => (other !== undefined && isWaiting(other) ? [other.id] : []));
}

/** The mail of today: the first who asks takes it, for everything that waits. */
async function slotOf(world: LetterWorld, request: Request): Promise<Slot> {
  const { table } = world.requests;
  const day = dayOf(world.now());
  const key = keys.neutral(request.subject, day);
  const before = await table.get(key);
  if (before !== undefined) return before as unknown as Slot;
  const merged = [request.id, ...(await waitingBeside(world, request))].slice(0, MOST_LETTERS);
  const expiresAt = Math.floor((world.now() + SLOT_DAYS * DAY_MS) / 1000);
  const fact = merged.length > 1 ? `${SEVERAL_LETTERS}${day}` : ONE_LETTER;
  await table.putIfAbsent({ ...key, leader: request.id, merged, fact, expiresAt });
  return (await table.get(key)) as unknown as Slot;
}

async function arrived(world: LetterWorld, request: Request): Promise<ArrivedLetter> {
  const { id, reference, receivedOn, rights, dueOn } = request;
  return {
    reference,
    receivedOn,
    rights,
    dueOn,
    statusUrl: await linkTo(world, id, 'status'),
    confirmUrl: mustConfirm(request) ? await linkTo(world, id, 'verify') : undefined,
  };
}

interface Sending {
  leader: Request;
  letters: Request[];
  fact: string;
  attach: Attach;
}

async function send(world: LetterWorld, { leader, letters, fact, attach }: Sending): Promise<string> {
  const caseKey = await world.caseKeys.open(leader.id);
  const { configuration } = world;
  const { company, signature } = factsOf(leader, { configuration, statusUrl: '' });
  return await world.postOffice.send({
    requestId: leader.id,
    fact,
    caseKey,
    compose: async () => ({
      letter: neutralLetter(leader.lang, {
        company,
        signature,
        letters: await Promise.all(letters.map((request) => arrived(world, request))),
      }),
      lang: leader.lang,
      to: openPerson(leader, caseKey),
      // To a stranger's address nothing is sent but this.
      attachments: leader.letter!.authenticated ? await attach() : [],
    }),
  });
}

/** Records what the mail said: that it was received and, where that has to be known, that we asked who wrote it. Repeatable. */
export async function recordAcknowledged(world: With<never>, request: Request, mailId: string): Promise<void> {
  const at = isoNow(world);
  const receiptId = request.receipts.find(({ kind }) => kind === 'request')?.receiptId;
  const data = { mailId, ...(receiptId !== undefined && { receiptId }) };
  await world.requests.append(request.id, { key: 'acknowledged', type: 'acknowledged', at, data });
  if (!isUnsorted(request) && mustConfirm(request))
    await world.requests.append(request.id, { key: 'verification-asked#1', type: 'verification-asked', at, data: { round: 1, mailId } });
}

async function defer(world: LetterWorld, { id }: Request): Promise<undefined> {
  const until = new Date(Date.parse(dayOf(world.now())) + DAY_MS).toISOString();
  await world.requests.append(id, {
    key: `acknowledgement-deferred#${until}`,
    type: 'acknowledgement-deferred',
    at: isoNow(world),
    data: { until },
  });
  // Not before then, which the sweep knows; nor so late that it misses anything else.
  await lookSoon(world, id);
  return undefined;
}

/** What goes with the mail where somebody vouches for the address. */
type Attach = () => Promise<Attachment[]>;

/** Answers a letter once, with everything of its address that waits; `undefined` if nobody is to be written to now. Repeatable. */
export async function acknowledgeLetter(
  world: LetterWorld,
  request: Request,
  attach: Attach = async () => await Promise.resolve([]),
): Promise<string | undefined> {
  if (request.letter === undefined || isClosed(request) || isMute(request)) return undefined;
  const alone = { leader: request.id, merged: [request.id], fact: ONE_LETTER };
  const slot = goesAlone(request) ? alone : await slotOf(world, request);
  if (!slot.merged.includes(request.id)) return await defer(world, request);
  const loaded = await Promise.all(slot.merged.map((id) => world.requests.load(id)));
  const letters = loaded.flatMap((one) => (one === undefined || isClosed(one) ? [] : [one]));
  const leader = letters.find(({ id }) => id === slot.leader);
  // Whoever led has ended meanwhile: this one is answered by the next mail.
  if (leader === undefined) return await defer(world, request);
  const mailId = await send(world, { leader, letters, fact: slot.fact, attach });
  for (const one of letters) await recordAcknowledged(world, one, mailId);
  return mailId;
}
