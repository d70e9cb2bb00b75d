/** begin-from-mail: a mail that came to a request asks for something new, which is a request of its own from the moment it arrived. */
import type { RequestId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import type { MailFacts } from '../domain/request-events.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { type IntakeWorld, takeIn } from './intake.ts';
import { copyMail, openMail } from './kept-mail.ts';
import { SORT } from './tend-letter.ts';
import { openTask } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type BeginWorld = IntakeWorld & With<'vault'>;

export type Begun = { ok: true; requestId: RequestId } | { ok: false; reason: 'unknown' };

interface Beginning {
  requestId: RequestId;
  mail: string;
  by: string;
}

/** Where the mail lies now, and what came with it. */
interface Source {
  request: Request;
  came: MailFacts;
  caseKey: CaseKey;
}

async function sourceOf(world: BeginWorld, { requestId, mail }: Beginning): Promise<Source | undefined> {
  const request = await world.requests.load(requestId);
  const came = request?.mails.find((one) => one.mail === mail);
  if (request === undefined || came === undefined || request.purgedAt !== undefined) return undefined;
  return { request, came, caseKey: await world.caseKeys.open(requestId) };
}

/** Begins it as a letter that somebody has to read, with a copy of the mail under its own key; the first one keeps its own. Repeatable. */
export async function beginFromMail(world: BeginWorld, beginning: Beginning): Promise<Begun> {
  const source = await sourceOf(world, beginning);
  const kept = source && (await openMail(world.vault, { id: source.request.id, caseKey: source.caseKey }, beginning.mail));
  if (source === undefined || kept === undefined) return { ok: false, reason: 'unknown' };
  const { request, came, caseKey } = source;
  const { mail, by } = beginning;
  const { from, messageId, receivedAt, automatic } = kept;
  const mute = from === undefined || automatic !== undefined;
  const taken = await takeIn(world, {
    rights: [],
    person: {
      ...(from === undefined ? {} : { email: from.address, ...(from.name !== undefined && { name: from.name }) }),
      ...(messageId !== undefined && { messageId: `<${messageId}>` }),
      identifiers: {},
    },
    ...(request.residence === undefined ? {} : { residence: request.residence }),
    lang: request.lang,
    channel: 'email',
    receivedAt,
    entered: { by },
    letter: { mail, authenticated: came.authenticated, ...(mute && { mute }) },
    idempotencyKey: `from-mail:${request.id}:${mail}`,
    keep: async (id, key) => await copyMail(world.vault, { mail, kept }, { from: { id: request.id, caseKey }, to: { id, caseKey: key } }),
  });
  if (!taken.ok) return { ok: false, reason: 'unknown' };
  const { id } = taken.request;
  const data = { mail, kind: 'letter' as const, authenticated: came.authenticated, fromPerson: true, papers: kept.papers.length };
  const { request: begun } = await world.requests.append(id, {
    key: `mail-received#${mail}`,
    type: 'mail-received',
    at: isoNow(world),
    data,
  });
  await openTask(world, begun, { requestId: id, ...SORT });
  return { ok: true, requestId: id };
}
