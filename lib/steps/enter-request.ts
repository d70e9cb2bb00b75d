/** enter-request: staff enter what came by post or phone, or was handed over; from there on it is a request like any other. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { civilDateIn } from '../domain/clock/deadline.ts';
import type { Configuration } from '../domain/configuration.ts';
import { lawOn } from '../domain/law/laws.ts';
import type { Person } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import type { Right } from '../domain/rights.ts';
import { type IntakeWorld, takeIn } from './intake.ts';
import { keepScan, type ScannedPaper } from './kept-mail.ts';
import type { World } from './world.ts';

export type EnterWorld = IntakeWorld & Pick<World, 'vault'>;

export const ENTERED_CHANNELS = ['post', 'phone'] as const;
export type EnteredChannel = (typeof ENTERED_CHANNELS)[number];

export interface Entry {
  /** Subject of the staff member. */
  by: string;
  /** The same key with the same body is the same request. */
  key: string;
  channel: EnteredChannel;
  /** Civil date of receipt where the company counts. */
  on: string;
  /** At least one. */
  rights: Right[];
  person: Person;
  residence?: string;
  brand?: string;
  lang: string;
  papers: ScannedPaper[];
}

export type DateFault = 'in-future' | 'before-the-law';
export type Entered = { ok: true; request: Request } | { ok: false; reason: DateFault | 'no-rights' | 'unreachable' | 'key-reused' };

/** All papers of an entry together, in bytes: what one call of a function may carry, with room for the rest of the form. */
export const LARGEST_SCAN = 4 * 1024 * 1024;

/** Why nothing can have been received on that day. */
export function dateFault(
  { controller, laws }: Pick<Configuration, 'controller' | 'laws'>,
  on: string,
  now: number,
): DateFault | undefined {
  if (on > civilDateIn(controller.zone, new Date(now).toISOString())) return 'in-future';
  return laws.every((law) => lawOn(law, on) === undefined) ? 'before-the-law' : undefined;
}

/**
 * The instant that stands for a day of receipt. Of a letter only the day is known, and every clock counts from the day: noon where
 * the company counts is the same day nearly wherever it is read. What came today is never received later than it is entered.
 */
export function receivedAtOf({ controller }: Pick<Configuration, 'controller'>, on: string, now: number): string {
  const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: controller.zone, plainTime: '12:00' });
  return new Date(Math.min(noon.epochMilliseconds, now)).toISOString();
}

/** True if there is a way to answer: by mail, on paper, or by calling back whoever called. */
export function isReachable({ email, address, phone }: Person, channel: EnteredChannel): boolean {
  return email !== undefined || address !== undefined || (channel === 'phone' && phone !== undefined);
}

/** A name by what is in it: the same papers have the same name. */
function nameOf(papers: readonly ScannedPaper[]): string {
  const hash = createHash('sha256');
  for (const { content } of papers) hash.update(createHash('sha256').update(content).digest());
  return hash.digest('base64url').slice(0, 22);
}

function faultOf(world: EnterWorld, { on, rights, person, channel }: Entry): Extract<Entered, { ok: false }>['reason'] | undefined {
  if (rights.length === 0) return 'no-rights';
  return isReachable(person, channel) ? dateFault(world.configuration, on, world.now()) : 'unreachable';
}

/** Takes the entry in as a request; the papers are kept before anything says that it was taken in. Repeatable. */
export async function enterRequest(world: EnterWorld, entry: Entry): Promise<Entered> {
  const reason = faultOf(world, entry);
  if (reason !== undefined) return { ok: false, reason };
  const { by, key, on, papers, ...rest } = entry;
  const receivedAt = receivedAtOf(world.configuration, on, world.now());
  const mail = nameOf(papers);
  const scan = papers.length === 0 ? {} : { scan: { mail, papers: papers.length } };
  return await takeIn(world, {
    ...rest,
    receivedAt,
    idempotencyKey: `staff:${on}:${key}`,
    entered: { by, ...scan },
    async keep(id, caseKey) {
      if (papers.length > 0) await keepScan(world.vault, { id, caseKey }, { mail, papers, receivedAt, text: rest.person.note ?? '' });
    },
  });
}
