/** Why the date is the date: the law's own count, shown only where it gives the very date the request carries. */
import { calendarFor, LAW_IDS, lawById } from '../../domain/law/laws.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { extensionDeadline, responseDeadline } from '../../domain/deadline.ts';
import type { Law } from '../../domain/law/law.ts';
import type { Request } from '../../domain/request.ts';
import type { Desk } from './desk.ts';

/** The law of a request; undefined if a later release no longer knows it. */
export function lawOf(request: Request): Law | undefined {
  return LAW_IDS.includes(request.law) ? lawById(request.law) : undefined;
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

/** Grounds on which the law lets this request be extended, with the date it would then be due; undefined if it knows none. */
export function extensionOf(request: Request, desk: Pick<Desk, 'port'>): { grounds: readonly string[]; dueOn: string; basis: string } | undefined {
  const law = lawOf(request);
  const extended = law && extensionDeadline(input(request, law, desk));
  if (law?.extension === undefined || extended === undefined) return undefined;
  return { grounds: law.extension.grounds, dueOn: extended.dueOn, basis: extended.basis };
}
