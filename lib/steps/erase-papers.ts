/** erase-papers: what was attached to mails, identity papers above all, goes long before the rest of the case. */
import { isClosed, isUnsorted, type Request } from '../domain/request.ts';
import type { Configuration } from '../domain/configuration.ts';
import { isoNow, type With } from './world.ts';

const DAY_MS = 24 * 3600 * 1000;

export type PapersWorld = With<never> & {
  /** Deletes what was attached to a mail. Repeatable. */
  purgePapers(id: Request['id'], mail: string): Promise<void>;
};

/** A letter may be nothing but its attachment: while somebody still has to read it, it stays. */
function isUnread(request: Request, mail: string): boolean {
  const unsorted = request.letter?.mail === mail && isUnsorted(request) && !isClosed(request);
  return unsorted || request.tasks.some(({ kind, code }) => kind === 'read-mail' && code === mail);
}

/** What a request on paper was entered with is the request itself. */
function isRequest({ enteredBy, closedAt }: Request, { kind }: Request['mails'][number]): boolean {
  return enteredBy !== undefined && kind === 'letter' && closedAt === undefined;
}

/** Mails whose attachments are still there, with the instant at which they go. */
function papersOf(request: Request, { policies }: Configuration): { mail: string; goAt: number }[] {
  if (request.purgedAt !== undefined) return [];
  const kept = request.mails.filter(({ papers, erasedAt }) => papers > 0 && erasedAt === undefined);
  const held = kept.filter((one) => !isUnread(request, one.mail) && !isRequest(request, one));
  return held.map(({ mail, at }) => ({ mail, goAt: Date.parse(at) + policies.paperDays * DAY_MS }));
}

/** When the next attachments go; `Infinity` if there are none. */
export function papersGoAt(request: Request, configuration: Configuration): number {
  return Math.min(Infinity, ...papersOf(request, configuration).map(({ goAt }) => goAt));
}

/** Erases what has been kept long enough. Repeatable. */
export async function erasePapers(world: PapersWorld, request: Request): Promise<void> {
  for (const { mail } of papersOf(request, world.configuration).filter((papers) => papers.goAt <= world.now())) {
    await world.purgePapers(request.id, mail);
    await world.requests.append(request.id, { key: `papers-erased#${mail}`, type: 'papers-erased', at: isoNow(world), data: { mail } });
  }
}
