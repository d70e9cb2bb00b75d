/** How the laws let a request be extended, and why not. */
import { extensionOf as extensionOn, type NoExtension, possibleExtension } from '../../domain/extension.ts';
import { requestCan } from '../../domain/request-can.ts';
import type { Request } from '../../domain/request.ts';
import { dateInWords } from '../ui/dates.ts';
import type { Desk } from './desk.ts';

interface PossibleExtension {
  /** Those by which time is gained. */
  grounds: string[];
  /** When the request would then be due at the earliest: another law, or another right, may have a date of its own. */
  dueOn: string;
  basis: string;
}

/** What stands against an extension now, or the grounds for one. */
function extensionNow(request: Request, { port, now }: Desk): PossibleExtension | NoExtension {
  const possible = possibleExtension(request);
  if (!possible.ok) return possible;
  const onGrounds = possible.grounds.map((ground) => ({
    ground,
    extension: extensionOn(request, port.configuration, { ground, toldAt: now }),
  }));
  const gained = onGrounds.flatMap(({ ground, extension }) => (extension.ok ? [{ ground, dueOn: extension.dueOn }] : []));
  const [first] = gained.map(({ dueOn }) => dueOn).toSorted();
  const refusal = onGrounds.map(({ extension }) => extension).find((extension): extension is NoExtension => !extension.ok);
  if (first === undefined) return refusal ?? { ok: false, reason: 'law-knows-no-extension', article: possible.article };
  return { grounds: gained.map(({ ground }) => ground), dueOn: first, basis: possible.article };
}

/** Undefined if there is none now. */
export function extensionOf(request: Request, desk: Desk): PossibleExtension | undefined {
  const extension = extensionNow(request, desk);
  return 'ok' in extension ? undefined : extension;
}

function inWords(desk: Desk, request: Request, { reason, article }: NoExtension): string {
  const { objections, failures, request: texts } = desk.words;
  const noticeBy = request.clock.leading.clocks.dates['extension-notice'] ?? request.clock.leading.clocks.dates.appeal;
  const late = reason === 'too-late' && noticeBy !== undefined;
  const words = late ? texts.noticeTooLate(dateInWords(desk.lang, noticeBy.dueOn)) : (objections as Record<string, string>)[reason];
  return `${words ?? failures[reason]} (${article})`;
}

/** Why the time cannot be extended, in words, with the article that says so; undefined if it can. */
export function extensionHindrance(desk: Desk, request: Request): string | undefined {
  const permission = requestCan(request, 'extend');
  if (!permission.ok && permission.reason === 'wrong-state') return desk.words.objections['wrong-state'];
  const extension = extensionNow(request, desk);
  return 'ok' in extension ? inWords(desk, request, extension) : undefined;
}
