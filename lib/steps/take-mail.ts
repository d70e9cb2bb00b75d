/**
 * take-mail: what reached the mailbox becomes a request, or a part of one. It is kept before anything is made of it, and whatever a
 * crash leaves is taken again: the same mail is the same request.
 */
import type { Configuration } from '../domain/configuration.ts';
import type { RequestId } from '../domain/ids.ts';
import { languageFor, LANGUAGES } from '../domain/languages.ts';
import { isDeliverable, type Person } from '../domain/person.ts';
import { isUnsorted, type Request } from '../domain/request.ts';
import type { MailFacts } from '../domain/request-events.ts';
import type { InboundMail, ReadMail } from '../mail/inbound/read-mail.ts';
import { readMail } from '../mail/inbound/read-mail.ts';
import { understand, type Understood } from '../mail/understanding/understand.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import type { LetterWorld } from './acknowledge-letter.ts';
import { caseOf } from './casework.ts';
import { type Intake, type IntakeWorld, takeIn } from './intake.ts';
import { type Arrival, keepMail } from './kept-mail.ts';
import { recordBounce } from './mail-events.ts';
import type { ReceivedMail, Taken } from './receive-mail.ts';
import { tendLetter } from './tend-letter.ts';
import { latestOf, subjectOf, threadOf } from './thread-mail.ts';
import { lookSoon, openTask } from './waiting.ts';
import { isoNow, type World } from './world.ts';

export type TakeWorld = IntakeWorld & LetterWorld & Pick<World, 'vault'>;

const ASIDE: Taken = { became: 'aside' };

/** Long enough to be one mail's alone, short enough for a name. */
const NAME_LENGTH = 22;

interface Mail {
  received: ReceivedMail;
  read: ReadMail;
  /** What could be read. */
  mail: InboundMail | undefined;
  name: string;
}

const fingerprintOf = (read: ReadMail): string => (read.ok ? read.mail.fingerprint : read.fingerprint);

/** The sender's domain vouches for the address (DMARC); everybody can write any other one. */
const isAuthenticated = ({ received, mail }: Mail): boolean => received.verdicts.dmarc === 'PASS' && mail?.from !== undefined;

/** Where an answer could go: what the mail says it is from, else where it really came from. */
function addressOf({ received, mail }: Mail): string | undefined {
  const { from } = mail ?? {};
  if (from !== undefined) return from.address;
  return isDeliverable(received.envelopeFrom) ? received.envelopeFrom : undefined;
}

/** Machines do not answer machines, and the null sender wants no answer (RFC 3834 section 2). */
const isMute = (arrived: Mail): boolean =>
  arrived.mail?.automatic !== undefined || arrived.received.envelopeFrom === '' || addressOf(arrived) === undefined;

const arrivalOf = ({ received, read, name }: Mail, understood?: Understood): Arrival => ({
  mail: name,
  raw: received.raw,
  receivedAt: received.receivedAt,
  recipients: received.recipients,
  read,
  understood,
});

/** Who asks, as the mail tells it. Identifiers count only where the configuration knows them. */
function personOf(arrived: Mail, understood: Understood | undefined, { identifiers: known }: Configuration): Person {
  const { mail } = arrived;
  const { name: said, ...rest } = understood?.identifiers ?? {};
  const email = addressOf(arrived);
  const name = said ?? mail?.from?.name;
  return {
    ...(email !== undefined && { email }),
    ...(mail?.messageId !== undefined && { messageId: `<${mail.messageId}>` }),
    ...(name !== undefined && { name }),
    identifiers: Object.fromEntries(Object.entries<string>(rest).filter(([kind]) => kind in known && kind !== 'email')),
  };
}

/** The person's language where we write it, else the company's first. */
function languageOf(understood: Understood | undefined, { languages }: Configuration): string {
  const { language = '' } = understood ?? {};
  return LANGUAGES.some((one) => one === language) ? languageFor(language) : languages[0]!;
}

/** Nobody has to look first: it asks for something, for oneself, and we are sure. */
const isPlain = (understood: Understood | undefined): understood is Understood =>
  understood !== undefined && !understood.needsPerson && understood.rights.length > 0 && understood.onBehalf === undefined;

function intakeOf(world: TakeWorld, arrived: Mail, understood: Understood | undefined): Intake {
  const { configuration, vault } = world;
  const { received, name } = arrived;
  const mute = isMute(arrived);
  return {
    // From nobody, or from several: somebody looks who it may be.
    rights: isPlain(understood) && !mute && arrived.mail?.from !== undefined ? [...understood.rights] : [],
    person: personOf(arrived, understood, configuration),
    lang: languageOf(understood, configuration),
    channel: 'email',
    receivedAt: received.receivedAt,
    letter: { mail: name, authenticated: isAuthenticated(arrived), ...(mute && { mute }) },
    idempotencyKey: `mail:${fingerprintOf(arrived.read)}`,
    ...(understood?.law !== undefined && { cited: understood.law }),
    keep: async (id: RequestId, caseKey: CaseKey) => void (await keepMail(vault, { id, caseKey }, arrivalOf(arrived, understood))),
  };
}

type Recorded = Pick<MailFacts, 'kind' | 'fromPerson'> & { arrived: Mail };

/** Notes on the request that the mail came, once. */
async function record(world: TakeWorld, request: Request, { arrived, ...facts }: Recorded): Promise<void> {
  const { name, mail } = arrived;
  const data = { mail: name, authenticated: isAuthenticated(arrived), papers: mail?.attachments.length ?? 0, ...facts };
  await world.requests.append(request.id, { key: `mail-received#${name}`, type: 'mail-received', at: isoNow(world), data });
}

/** A letter that belongs to nothing we know is a request from the moment it arrived, read or not. */
async function begin(world: TakeWorld, arrived: Mail): Promise<Taken> {
  const understood = arrived.mail === undefined ? undefined : understand(`${arrived.mail.subject}\n\n${arrived.mail.text}`);
  const { byHand = false } = arrived.received;
  // Nobody is answered and nothing is asked: an advertisement, a report, a machine's notice.
  if (!byHand && arrived.mail?.automatic !== undefined && (understood?.rights.length ?? 0) === 0) return ASIDE;
  if (!byHand && understood?.kind === 'follow-up' && arrived.mail?.from !== undefined) {
    const about = await latestOf(world, arrived.mail.from.address);
    if (about !== undefined) return await add(world, about, { arrived, kind: 'follow-up', understood });
  }
  const taken = await takeIn(world, intakeOf(world, arrived, understood));
  // The key is a hash of the mail: it stands for nothing else.
  if (!taken.ok) return ASIDE;
  const { request } = taken;
  await record(world, request, { arrived, kind: arrived.read.ok ? 'letter' : 'unreadable', fromPerson: true });
  if (isUnsorted(request)) await tendLetter(world, await caseOf(world, request.id));
  return { became: 'request', requestId: request.id };
}

interface Added {
  arrived: Mail;
  kind: MailFacts['kind'];
  understood?: Understood | undefined;
}

/** A mail that belongs to a request goes to its file, and somebody reads it. */
async function add(world: TakeWorld, request: Request, { arrived, kind, understood }: Added): Promise<Taken> {
  const from = arrived.mail?.from?.address;
  const fromPerson = from !== undefined && (await subjectOf(world, from)) === request.subject;
  const caseKey = await world.caseKeys.open(request.id);
  await lookSoon(world, request.id);
  await keepMail(world.vault, { id: request.id, caseKey }, arrivalOf(arrived, understood));
  await record(world, request, { arrived, kind, fromPerson });
  // An answering machine needs no reader.
  if (kind !== 'auto-reply')
    await openTask(world, request, { requestId: request.id, kind: 'read-mail', scope: arrived.name, code: arrived.name });
  return { became: 'part', requestId: request.id };
}

/** What a mail is in the request it belongs to. */
async function addTo(world: TakeWorld, request: Request, arrived: Mail): Promise<Taken> {
  const { mail } = arrived;
  if (mail?.automatic === 'bounce') {
    await recordBounce(world, request, { mailId: `report-${arrived.name}`, kind: 'bounce' });
    return { became: 'part', requestId: request.id };
  }
  const machine = mail?.automatic === 'auto-reply' || mail?.automatic === 'report';
  return await add(world, request, { arrived, kind: mail === undefined ? 'unreadable' : machine ? 'auto-reply' : 'reply' });
}

/** Takes a mail in. Repeatable, also after a crash between any two of its effects. */
export async function takeMail(world: TakeWorld, received: ReceivedMail): Promise<Taken> {
  const { spam, virus } = received.verdicts;
  if (virus === 'FAIL') return ASIDE;
  const read = await readMail(received.raw);
  const arrived = { received, read, mail: read.ok ? read.mail : undefined, name: fingerprintOf(read).slice(0, NAME_LENGTH) };
  const thread = await threadOf(world, received.recipients, arrived.mail);
  if (thread !== undefined) return await addTo(world, thread, arrived);
  // Whoever knows a request's own address is no stranger; everybody else is believed to be what SES says.
  return spam === 'FAIL' ? ASIDE : await begin(world, arrived);
}
