/** What the API says about a request: the same shape when it is made and when it is read. */
import { bareId } from '../../../domain/ids.ts';
import { historyLines } from '../history.ts';
import { paths } from '../paths.ts';
import type { CaseView, CustomerPort } from '../port.ts';
import { visibleState } from '../public-state.ts';
import type { Request, RequestState } from '../../../domain/request.ts';
import type { Right } from '../../../domain/rights.ts';
import type { CustomerVisit } from '../visit.ts';

export interface RequestAnswer {
  /** UUID without prefix. */
  id: string;
  reference: string;
  status: RequestState;
  rights: Right[];
  law: string;
  receivedAt: string;
  dueOn: string;
  statusUrl: string;
  receiptUrl: string;
}

export interface RequestDetails extends RequestAnswer {
  /** The status in words. */
  state: { code: RequestState; text: string; closed: boolean };
  tooLateAt: string;
  extended: boolean;
  timeline: { at: string; event: string; text: string }[];
}

interface Addressed {
  request: Request;
  token: string;
  status: RequestState;
}

function answerOf(port: CustomerPort, { request, token, status }: Addressed): RequestAnswer {
  return {
    id: bareId(request.id),
    reference: request.reference,
    status,
    rights: request.rights,
    law: request.law,
    receivedAt: request.receivedAt,
    dueOn: request.dueOn,
    statusUrl: port.baseUrl + paths.status(token),
    receiptUrl: port.baseUrl + paths.receipt(bareId(port.acknowledgementReceiptId(request))),
  };
}

/** The answer to a new request. `statusUrl` holds the only token. */
export function createdAnswer(port: CustomerPort, request: Request, statusToken: string): RequestAnswer {
  return answerOf(port, { request, token: statusToken, status: visibleState(request, 'submitter') });
}

/** The answer to a reading, with what its reader may know. */
export function detailsAnswer(visit: CustomerVisit, view: CaseView, token: string): RequestDetails {
  const { request, access } = view;
  const status = visibleState(request, access);
  return {
    ...answerOf(visit.port, { request, token, status }),
    state: { code: status, text: visit.m.words.states[status].heading, closed: request.closedAt !== undefined },
    tooLateAt: request.tooLateAt,
    extended: request.extended,
    timeline: historyLines(visit, view).map(({ at, type, text }) => ({ at, event: type, text })),
  };
}
