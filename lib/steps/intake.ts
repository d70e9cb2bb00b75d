/** intake: takes a request in so that nothing is lost and nobody has to send it twice, whatever fails in between. */
import { createHash, randomBytes } from 'node:crypto';
import type { Configuration } from '../domain/configuration.ts';
import { civilDateIn } from '../domain/clock/deadline.ts';
import { type RequestClock, requestClock } from '../domain/clock/request-clock.ts';
import { derivedId, type RequestId } from '../domain/ids.ts';
import { lawsFor } from '../domain/law/choose-laws.ts';
import { contactOf, type Person } from '../domain/person.ts';
import { type Reference, referenceFrom } from '../domain/reference.ts';
import { isUnsorted, type Request, requestOf } from '../domain/request.ts';
import type { Channel, Contested, EventData, LetterFacts, ScanFacts } from '../domain/request-events.ts';
import type { Right } from '../domain/rights.ts';
import { keyedHash } from '../domain/tokens.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { keys } from '../stores/keys.ts';
import { PERSON_LABEL } from './casework.ts';
import { logFailure } from './retries.ts';
import type { With } from './world.ts';

export type IntakeWorld = With<'caseKeys' | 'machine' | 'secret'>;

/** A request as it comes from the form or the API, already checked field by field; or a letter, as far as it was understood. */
export interface Intake {
  /** Empty for a letter that a person has to read first. */
  rights: Right[];
  person: Person;
  /** ISO 3166-1 or -2; absent = not sure. */
  residence?: string;
  /** ISO 3166-1: where it came from, if the front of the deployment knows. */
  observedCountry?: string;
  /** Name of the brand it is about. */
  brand?: string;
  /** A law the letter names: it applies too. */
  cited?: string;
  /** For what came otherwise than by our own pages: when it arrived, whenever it is taken in. */
  receivedAt?: string;
  letter?: LetterFacts;
  /** What staff enter: who did, and what they scanned. */
  entered?: { by: string; scan?: ScanFacts };
  lang: string;
  channel: Channel;
  /** The same key with the same body is the same request. */
  idempotencyKey: string;
  /** For an appeal: what it is about, and the laws that have one. */
  appeal?: { of: Contested; laws: string[] };
  /** Keeps what came with it under the case's key, before anything says that it was taken in. Repeatable. */
  keep?(id: RequestId, caseKey: CaseKey): Promise<void>;
}

export type IntakeResult = { ok: true; request: Request } | { ok: false; reason: 'key-reused' };

/** Minutes after which the sweep looks whether the request was started. */
const CHECK_AFTER_MS = 2 * 60 * 1000;
const REFERENCE_ATTEMPTS = 20;
/** How long a key stands for its request: longer than anybody retries, shorter than any record is kept. */
const KEY_SECONDS = 30 * 24 * 3600;

/** What is promised to a request received at an instant. */
export interface Promised {
  /** All laws that apply; `clock.leading` is the one whose date comes first. */
  laws: string[];
  receivedOn: string;
  clock: RequestClock;
}

/** `laws` are those of an appeal; `cited` is named by a letter and applies beside those of the residence, if the company is subject to it. */
interface Promising {
  rights: Right[];
  residence?: string;
  receivedAt: string;
  laws?: string[];
  cited?: string;
}

/** The laws that apply and the date promised to a request received at an instant. */
export function promise(configuration: Configuration, { rights, residence, receivedAt, laws: known, cited }: Promising): Promised {
  const { controller } = configuration;
  const receivedOn = civilDateIn(controller.zone, receivedAt);
  const applying = lawsFor({ residence, laws: configuration.laws, controllerCountry: controller.country, on: receivedOn }).map(
    ({ id }) => id,
  );
  const named = configuration.laws.filter((law) => law === cited && applying.every((one) => one !== law));
  const laws = known ?? [...applying, ...named];
  const clock = requestClock({ rights, laws, receivedAt, receivedOn, clockEvents: [], answered: [] }, configuration);
  return { laws, receivedOn, clock };
}

/** Everything that makes two submissions the same, in an order of its own. */
function bodyHash({ rights, person, residence, brand, channel, letter, entered, lang }: Intake, secret: Uint8Array): string {
  // The key of a letter is a hash of all of it; how it is understood may change from one release to the next.
  if (letter !== undefined) return keyedHash(secret, 'body', 'letter');
  const { email, name, identifiers, onBehalfOf, note, address, phone } = person;
  return keyedHash(
    secret,
    'body',
    JSON.stringify([
      rights,
      email,
      name,
      Object.entries(identifiers).toSorted(),
      onBehalfOf,
      note,
      residence,
      channel,
      ...(brand === undefined ? [] : [brand]),
      ...(entered === undefined ? [] : [lang, address, phone, entered.scan]),
    ]),
  );
}

interface Claim {
  requestId: RequestId;
  receivedAt: string;
}

/** The first submission of a key decides id and date of receipt; `undefined` if the key stands for something else. */
async function claimKey(world: IntakeWorld, intake: Intake, secret: Uint8Array): Promise<Claim | undefined> {
  const hash = keyedHash(secret, 'idempotency', intake.idempotencyKey);
  const body = bodyHash(intake, secret);
  const atMs = world.now();
  const claim = {
    requestId: derivedId('req', { atMs, secret: randomBytes(32), of: hash }),
    receivedAt: intake.receivedAt ?? new Date(atMs).toISOString(),
  };
  const key = keys.idempotency(hash);
  const expiresAt = Math.floor(atMs / 1000) + KEY_SECONDS;
  if (await world.requests.table.putIfAbsent({ ...key, ...claim, body, expiresAt })) return claim;
  const before = await world.requests.table.get(key);
  return before?.['body'] === body ? { requestId: before['requestId'] as RequestId, receivedAt: String(before['receivedAt']) } : undefined;
}

/** True if this very submission has been taken in before: whoever repeats it asks for nothing new. */
export async function wasTakenIn(world: Pick<IntakeWorld, 'requests' | 'secret'>, intake: Intake): Promise<boolean> {
  const secret = await world.secret();
  const before = await world.requests.table.get(keys.idempotency(keyedHash(secret, 'idempotency', intake.idempotencyKey)));
  return before !== undefined && before['body'] === bodyHash(intake, secret);
}

/** A reference nobody else has: derived from the id, so that a repeated attempt takes the same. */
async function reserveReference(world: IntakeWorld, requestId: RequestId): Promise<Reference> {
  for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt += 1) {
    const reference = referenceFrom(createHash('sha256').update(`${requestId}#${attempt}`).digest());
    const key = keys.reference(reference);
    if (await world.requests.table.putIfAbsent({ ...key, requestId })) return reference;
    if ((await world.requests.table.get(key))?.['requestId'] === requestId) return reference;
  }
  throw new TypeError('No free reference found');
}

/** Only a difference is worth a note to staff, and it never decides anything: people travel. */
function elsewhere({ residence, observedCountry }: Intake): Pick<EventData['received'], 'observedCountry'> {
  const differs = residence !== undefined && observedCountry !== undefined && !residence.startsWith(observedCountry);
  return differs ? { observedCountry } : {};
}

async function receivedData(
  world: IntakeWorld,
  intake: Intake,
  { claim, caseKey, secret }: { claim: Claim; caseKey: CaseKey; secret: Uint8Array },
): Promise<EventData['received']> {
  const { rights, person, residence, brand, lang, channel, appeal, letter, cited, entered } = intake;
  const place = residence === undefined ? {} : { residence };
  const under = appeal === undefined ? {} : { laws: appeal.laws };
  const { laws, receivedOn, clock } = promise(world.configuration, {
    rights,
    receivedAt: claim.receivedAt,
    ...place,
    ...under,
    ...(cited !== undefined && { cited }),
  });
  return {
    reference: await reserveReference(world, claim.requestId),
    rights,
    law: clock.leading.law,
    laws,
    ...place,
    ...elsewhere(intake),
    ...(brand === undefined ? {} : { brand }),
    ...(appeal === undefined ? {} : { appealOf: appeal.of }),
    channel,
    lang,
    receivedAt: claim.receivedAt,
    receivedOn,
    dueOn: clock.dueOn,
    tooLateAt: clock.tooLateAt,
    sealed: caseKey.seal(Buffer.from(JSON.stringify(person)), PERSON_LABEL).toString('base64'),
    subject: keyedHash(secret, 'subject', contactOf(person) ?? claim.requestId),
    ...(person.onBehalfOf === undefined ? {} : { onBehalf: true }),
    ...(letter === undefined ? {} : { letter }),
    ...(entered === undefined ? {} : { enteredBy: entered.by }),
    ...(entered?.scan === undefined ? {} : { scan: entered.scan }),
  };
}

/**
 * Takes a request in. The first event is the one write that counts: before it nothing has happened, after it the sweep
 * finds the request even if nobody comes back.
 */
export async function takeIn(world: IntakeWorld, intake: Intake): Promise<IntakeResult> {
  const secret = await world.secret();
  const claim = await claimKey(world, intake, secret);
  if (claim === undefined) return { ok: false, reason: 'key-reused' };
  const existing = await world.requests.load(claim.requestId);
  if (existing !== undefined) {
    await startNow(world, existing);
    return { ok: true, request: existing };
  }
  const caseKey = await world.caseKeys.create(claim.requestId);
  await intake.keep?.(claim.requestId, caseKey);
  const data = await receivedData(world, intake, { claim, caseKey, secret });
  // What comes next from the address may be about this one, read or not.
  if (intake.letter !== undefined)
    await world.requests.table.putIfAbsent({ ...keys.subject(data.subject, claim.requestId), receivedAt: claim.receivedAt });
  const first = await world.requests.begin(
    claim.requestId,
    { key: 'received', type: 'received', at: claim.receivedAt, data },
    new Date(world.now() + CHECK_AFTER_MS).toISOString(),
  );
  const request = requestOf([first], world.configuration)!;
  await startNow(world, request);
  return { ok: true, request };
}

/** What was taken in is answered as taken in: an execution that cannot be started now is started by the sweep. */
async function startNow(world: IntakeWorld, request: Request): Promise<void> {
  const { id, state } = request;
  if (state !== 'received' || isUnsorted(request)) return;
  try {
    await world.machine.start(id);
  } catch (error) {
    logFailure('intake', error);
  }
}
