/** What the API says about a request: the same shape when it is made and when it is read. */
import { bareId } from '../../../domain/ids.ts';
import { historyLines } from '../history.ts';
import { paths } from '../paths.ts';
import type { Access, CaseView } from '../port.ts';
import { visibleState } from '../public-state.ts';
import type { Request, RequestState } from '../../../domain/request.ts';
import type { Right } from '../../../domain/rights.ts';
import type { CustomerVisit } from '../visit.ts';
import { stateWords } from '../wording.ts';
import { type ClockAnswer, clockAnswer } from './clock-answer.ts';

export interface RequestAnswer {
  /** UUID without prefix. */
  id: string;
  reference: string;
  status: RequestState;
  rights: Right[];
  law: string;
  receivedAt: string;
  /** Null while the time stands still. */
  dueOn: string | null;
  clock: ClockAnswer;
  statusUrl: string;
  receiptUrl: string;
}

export interface RequestDetails extends RequestAnswer {
  /** The status in words. */
  state: { code: RequestState; text: string; closed: boolean };
  tooLateAt: string | null;
  extended: boolean;
  timeline: { at: string; event: string; text: string }[];
}

interface Addressed {
  request: Request;
  token: string;
  access: Access;
}

/** What there is of a date while the time runs. */
const whileRunning = ({ clock }: Request, date: string): string | null => (clock.state === 'running' ? date : null);

function answerOf({ port, lang }: CustomerVisit, { request, token, access }: Addressed): RequestAnswer {
  return {
    id: bareId(request.id),
    reference: request.reference,
    status: visibleState(request, access),
    rights: request.rights,
    law: request.law,
    receivedAt: request.receivedAt,
    dueOn: whileRunning(request, request.dueOn),
    clock: clockAnswer(request, { lang, access }),
    statusUrl: port.baseUrl + paths.status(token),
    receiptUrl: port.baseUrl + paths.receipt(bareId(port.acknowledgementReceiptId(request))),
  };
}

/** The answer to a new request. `statusUrl` holds the only token. */
export function createdAnswer(visit: CustomerVisit, request: Request, statusToken: string): RequestAnswer {
  return answerOf(visit, { request, token: statusToken, access: 'submitter' });
}

/** The answer to a reading, with what its reader may know. */
export function detailsAnswer(visit: CustomerVisit, view: CaseView, token: string): RequestDetails {
  const { request, access } = view;
  const status = visibleState(request, access);
  return {
    ...answerOf(visit, { request, token, access }),
    state: { code: status, text: stateWords(visit, request, status).heading, closed: request.closedAt !== undefined },
    tooLateAt: whileRunning(request, request.tooLateAt),
    extended: request.extended,
    timeline: historyLines(visit, view).map(({ at, type, text }) => ({ at, event: type, text })),
  };
}
