/** The timeline of a request in words a person understands. */
import { byHand } from '../../domain/rights.ts';
import { textIn } from '../../domain/data-map.ts';
import type { ReceiptKind, RequestEvent } from '../../domain/request-events.ts';
import { isClosed } from '../../domain/request.ts';
import { dateInWords, instantInWords, listInWords } from '../ui/dates.ts';
import type { TimelineEntry } from '../ui/timeline.ts';
import type { CaseView } from './port.ts';
import { visibleEvents } from './public-state.ts';
import { daysLeft } from './wording.ts';
import type { Visit } from './visit.ts';

/** What the person reads for a system's code. */
export function systemLabel(visit: Visit, system: string): string {
  const declared = visit.port.configuration.systems[system];
  return declared === undefined ? system : textIn(declared.label, visit.lang);
}

/** One more sentence where the title alone leaves a question open. */
function detail(visit: Visit, event: RequestEvent, access: CaseView['access']): string | undefined {
  const words = visit.m.case.eventDetails;
  if (event.type === 'extended') {
    const reason = access === 'person' ? event.data.reason : '';
    return words.extended({ date: dateInWords(visit.lang, event.data.dueOn), reason }).trim();
  }
  if (access !== 'person') return undefined;
  if (event.type === 'fetch-ended') return words.fetchEnded[event.data.how];
  return event.type === 'delivered' && event.data.outstanding.length > 0 ? words.partial : undefined;
}

/** Receipts that come with no answer are told of by themselves. */
function issued({ m }: Visit, kind: ReceiptKind): string | undefined {
  const words: Partial<Record<ReceiptKind, string>> = m.case.eventDetails.issued;
  return words[kind];
}

/** What happened; undefined for inner workings. */
function title(visit: Visit, event: RequestEvent): string | undefined {
  if (event.type === 'receipt-issued') return issued(visit, event.data.kind);
  if (event.type !== 'wave-done') return visit.m.words.events[event.type];
  const { wave } = visit.m.case.eventDetails;
  if (byHand(event.data.pass)) return undefined;
  const names = event.data.outcomes.map(({ system }) => systemLabel(visit, system));
  return names.length === 0 ? undefined : wave[event.data.pass](listInWords(visit.lang, names));
}

export interface HistoryLine {
  type: RequestEvent['type'];
  at: string;
  text: string;
  detail?: string;
}

/** What happened so far, oldest first. */
export function historyLines(visit: Visit, { events, access }: CaseView): HistoryLine[] {
  return visibleEvents(events, access).flatMap((event) => {
    const text = title(visit, event);
    const more = detail(visit, event, access);
    return text === undefined ? [] : [{ type: event.type, at: event.at, text, ...(more === undefined ? {} : { detail: more }) }];
  });
}

/** The same with what comes next, as the timeline shows it. */
export function historyEntries(visit: Visit, view: CaseView): TimelineEntry[] {
  const lines = historyLines(visit, view).map(({ at, text, detail: body }): TimelineEntry => ({
    title: text,
    at,
    when: instantInWords(visit.lang, at, visit.zone),
    ...(body === undefined ? {} : { body }),
  }));
  const { request } = view;
  if (isClosed(request) || request.clock.state === 'paused') return lines;
  const due = dateInWords(visit.lang, request.dueOn);
  return [...lines, { title: visit.m.case.status.next(due), at: request.dueOn, when: daysLeft(visit, request.dueOn), tone: 'next' }];
}
