/**
 * place-mail: what a mail becomes is decided once. Taken again after a crash, sent again by a server, or come by two of our addresses,
 * it goes where its first copy went, whatever has happened there since.
 */
import { createHash } from 'node:crypto';
import type { RequestId } from '../domain/ids.ts';
import { isClosed, isUnsorted, type Request } from '../domain/request.ts';
import type { MailFacts } from '../domain/request-events.ts';
import { keyedHash } from '../domain/tokens.ts';
import type { AsideReason } from '../stores/inbound.ts';
import { keys } from '../stores/keys.ts';
import type { Key } from '../stores/table.ts';
import { type ArrivedMail, asks, isAuthenticated } from './arrived-mail.ts';
import { answersMailOfOurs, keptOne, latestOf, requestsOf, threadOf, type ThreadWorld, writtenTo } from './thread-mail.ts';

/** Where a mail belongs. */
export interface Place {
  /** Fingerprint of the copy that came first: it names the mail. */
  first: string;
  /** The request it is a part of; absent for one of its own. */
  partOf?: RequestId;
  /** What it is there. */
  kind: MailFacts['kind'];
  /** A person looks first, however plain it is: so much came from the address that day. */
  crowded?: true;
}

type Decided = Omit<Place, 'first'> | { aside: AsideReason };

/** Longer than servers send again what they think did not arrive. */
const PLACE_SECONDS = 30 * 24 * 3600;

/** So many requests begin with letters of an address in a day; a person reads what comes beyond as part of the last of them. */
const MOST_BEGUN = 10;

const fingerprintOf = ({ read }: ArrivedMail): string => (read.ok ? read.mail.fingerprint : read.fingerprint);

/**
 * Copies of a mail that came by different ways differ in headers; what its writer made of it is the same. An id alone proves nothing:
 * some programs give all their mails the same.
 */
function writing({ mail }: ArrivedMail): string | undefined {
  if (mail?.messageId === undefined || mail.from === undefined) return undefined;
  const { messageId, from, date, subject, text, attachments } = mail;
  const papers = attachments.map(({ content }) => createHash('sha256').update(content).digest('base64url'));
  return JSON.stringify([messageId, from.address, date, subject, text, papers]);
}

/** What the mail is known by: as its writer made it, and byte for byte. */
async function namesOf({ secret }: ThreadWorld, arrived: ArrivedMail): Promise<Key[]> {
  const written = writing(arrived);
  const names = [...(written === undefined ? [] : [`written:${written}`]), `placed:${fingerprintOf(arrived)}`];
  const key = await secret();
  return names.map((name) => keys.idempotency(keyedHash(key, 'idempotency', name)));
}

async function before({ requests: { table } }: ThreadWorld, names: readonly Key[]): Promise<Place | undefined> {
  for (const name of names) {
    const item = await table.get(name);
    if (item !== undefined) return item as unknown as Place;
  }
  return undefined;
}

/** Of copies that come at the same time the first decides for all. */
async function remember({ requests: { table }, now }: ThreadWorld, names: readonly Key[], decided: Place): Promise<Place> {
  const expiresAt = Math.floor(now() / 1000) + PLACE_SECONDS;
  let place = decided;
  for (const name of names)
    if (!(await table.putIfAbsent({ ...name, ...place, expiresAt }))) place = (await table.get(name)) as unknown as Place;
  return place;
}

/** Letters of the same address and day that began a request. What others write in somebody's name takes nothing from who is vouched for. */
async function begunBeside(world: ThreadWorld, arrived: ArrivedMail): Promise<Request[]> {
  const { from } = arrived.mail ?? {};
  if (from === undefined || arrived.received.byHand) return [];
  const day = arrived.received.receivedAt.slice(0, 10);
  const ids = await requestsOf(world, from.address, day);
  if (ids.length < MOST_BEGUN) return [];
  const requests = await Promise.all(ids.map((id) => world.requests.load(id)));
  return requests.flatMap((one) => (one?.letter?.authenticated === isAuthenticated(arrived) ? [one] : []));
}

/** A letter that belongs to nothing we know is a request from the moment it arrived, read or not. */
async function decideNew(world: ThreadWorld, arrived: ArrivedMail): Promise<Decided> {
  const begun = await begunBeside(world, arrived);
  const kind = arrived.read.ok ? 'letter' : 'unreadable';
  if (begun.length < MOST_BEGUN) return { kind };
  const last = begun.findLast((request) => isUnsorted(request) && !isClosed(request));
  return last === undefined ? { kind, crowded: true } : { kind: 'follow-up', partOf: last.id };
}

/** Why nobody is answered and nothing is asked: an advertisement, a report, a machine's notice. */
async function asideFor(world: ThreadWorld, arrived: ArrivedMail): Promise<AsideReason | undefined> {
  const { received, mail } = arrived;
  if (received.byHand) return undefined;
  if (received.verdicts.spam === 'FAIL') return 'spam';
  if (mail?.automatic === undefined) return undefined;
  // The report on a letter of ours holds the words of that letter: they ask for nothing.
  return !asks(arrived) || (mail.automatic === 'bounce' && (await answersMailOfOurs(world, mail))) ? 'automatic' : undefined;
}

function kindIn({ mail }: ArrivedMail): MailFacts['kind'] {
  if (mail === undefined) return 'unreadable';
  return mail.automatic === undefined || mail.automatic === 'bulk' ? 'reply' : 'auto-reply';
}

async function decide(world: ThreadWorld, arrived: ArrivedMail): Promise<Decided> {
  const { mail, understood, received } = arrived;
  // Whoever knows a request's own address is no stranger; everybody else is believed to be what SES says.
  const thread = mail && (await threadOf(world, mail));
  if (thread !== undefined) return { kind: kindIn(arrived), partOf: thread.id };
  const aside = await asideFor(world, arrived);
  if (aside !== undefined) return { aside };
  const chases = understood?.kind === 'follow-up' && !received.byHand;
  const about = chases && mail?.from !== undefined ? await latestOf(world, mail.from.address) : undefined;
  return about === undefined ? await decideNew(world, arrived) : { kind: 'follow-up', partOf: about.id };
}

/** Where a mail belongs, or why it is nothing of ours. Repeatable: it says the same again, unless what it was a part of is purged. */
export async function placeMail(world: ThreadWorld, arrived: ArrivedMail): Promise<Place | { aside: AsideReason }> {
  const names = await namesOf(world, arrived);
  const first = fingerprintOf(arrived);
  const addressed = await writtenTo(world, arrived.received.recipients);
  if (addressed !== undefined) {
    const place = { first, partOf: addressed.id, kind: kindIn(arrived) };
    await remember(world, names, place);
    return place;
  }
  const known = await before(world, names);
  if (known !== undefined && (known.partOf === undefined || (await keptOne(world, known.partOf)) !== undefined)) return known;
  const decided = await decide(world, arrived);
  if ('aside' in decided) return decided;
  // There is nowhere left to keep it: what was decided before counts no more.
  if (known !== undefined) return { first: known.first, ...decided };
  return await remember(world, names, { first, ...decided });
}
