/** How the law whose date comes first lets a request be extended. */
import { lawOf } from '../../domain/law/laws.ts';
import { requestCan } from '../../domain/request-can.ts';
import type { Request } from '../../domain/request.ts';
import { dateInWords } from '../ui/dates.ts';
import type { Desk } from './desk.ts';

interface PossibleExtension {
  grounds: readonly string[];
  /** When the request would then be due. */
  dueOn: string;
  basis: string;
  /** Last day on which the person can be told in time. */
  noticeBy: string;
  tooLate: boolean;
}

/** Undefined if the law knows none. */
export function extensionOf(request: Request, { now }: Pick<Desk, 'now'>): PossibleExtension | undefined {
  const { law, clocks } = request.clock.leading;
  const { extended, 'extension-notice': noticeBy } = clocks.dates;
  const { extension } = lawOf({ law, receivedOn: request.receivedOn });
  if (extension === undefined || extended === undefined || noticeBy === undefined) return undefined;
  // "inform the data subject of any such extension within one month of receipt" - GDPR Art. 12(3).
  const tooLate = now >= Date.parse(noticeBy.tooLateAt);
  return { grounds: extension.grounds, dueOn: extended.dueOn, basis: extended.basis, noticeBy: noticeBy.dueOn, tooLate };
}

/** Why the time cannot be extended, in words; undefined if it can. */
export function extensionHindrance(desk: Desk, request: Request): string | undefined {
  const { objections, request: texts } = desk.words;
  const permission = requestCan(request, 'extend');
  if (!permission.ok) return objections[permission.reason];
  const extension = extensionOf(request, desk);
  if (extension === undefined) return objections['law-knows-no-extension'];
  return extension.tooLate ? texts.noticeTooLate(dateInWords(desk.lang, extension.noticeBy)) : undefined;
}
