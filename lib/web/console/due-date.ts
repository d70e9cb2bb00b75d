/** Why the date is the date: the law's own count, shown only where it gives the very date the request carries. */
import { calendarFor, isLawId, lawById } from '../../domain/law/laws.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { extensionDeadline, responseDeadline } from '../../domain/deadline.ts';
import type { Law } from '../../domain/law/law.ts';
import { requestCan } from '../../domain/request-can.ts';
import type { Request } from '../../domain/request.ts';
import { dateInWords } from '../ui/dates.ts';
import type { Desk } from './desk.ts';

/** The law of a request; undefined if a later release no longer knows it. */
function lawOf(request: Request): Law | undefined {
  return isLawId(request.law) ? lawById(request.law) : undefined;
}

function input(request: Request, law: Law, { port }: Pick<Desk, 'port'>): Parameters<typeof responseDeadline>[0] {
  const { zone, country } = port.configuration.controller;
  return { law, receivedAt: request.receivedAt, zone, calendar: calendarFor(law, country), rights: request.rights };
}

/** The count behind the date; undefined if counting today gives another one, because tables were corrected since. */
export function deadlineOf(request: Request, desk: Pick<Desk, 'port'>): Deadline | undefined {
  const law = lawOf(request);
  if (law === undefined) return undefined;
  const counted = request.extended ? extensionDeadline(input(request, law, desk)) : responseDeadline(input(request, law, desk));
  return counted?.dueOn === request.dueOn ? counted : undefined;
}

interface PossibleExtension {
  grounds: readonly string[];
  /** When the request would then be due. */
  dueOn: string;
  basis: string;
  /** Last day on which the person can be told in time. */
  noticeBy: string;
  tooLate: boolean;
}

/** How the law lets this request be extended; undefined if it does not. */
export function extensionOf(request: Request, desk: Pick<Desk, 'port' | 'now'>): PossibleExtension | undefined {
  const law = lawOf(request);
  const extended = law && extensionDeadline(input(request, law, desk));
  if (law?.extension === undefined || extended === undefined) return undefined;
  const { dueOn, basis, noticeBy } = extended;
  // "inform the data subject of any such extension within one month of receipt" - GDPR Art. 12(3).
  return { grounds: law.extension.grounds, dueOn, basis, noticeBy: noticeBy.dueOn, tooLate: desk.now >= Date.parse(noticeBy.tooLateAt) };
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
