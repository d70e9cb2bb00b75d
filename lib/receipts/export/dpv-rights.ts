/** A receipt of a request in the W3C Data Privacy Vocabulary: the record of a right being exercised, its activities and its notice. */
import { articleOf, lawOf } from '../../domain/law/laws.ts';
import type { Right } from '../../domain/rights.ts';
import type { ConsentReceipt, ReceiptPayload, SystemLine } from '../payload.ts';
import {
  authorities,
  byHash,
  controller,
  dataSubject,
  heading,
  instant,
  law,
  type Node,
  optional,
  place,
  ref,
  said,
  until,
} from './linked-data.ts';

export type RightsReceipt = Exclude<ReceiptPayload, ConsentReceipt>;

const GDPR_RIGHTS: Partial<Record<Right, string>> = {
  access: 'eu-gdpr:A15',
  portability: 'eu-gdpr:A20',
  erasure: 'eu-gdpr:A17',
  rectification: 'eu-gdpr:A16',
  restriction: 'eu-gdpr:A18',
  objection: 'eu-gdpr:A21',
  'withdraw-consent': 'eu-gdpr:A7-3',
  complaint: 'eu-gdpr:A77',
};

/** A right under the law of the receipt; DPV has terms for those of the GDPR alone, so others are named by their article. */
function rightOf(right: Right, { law: id, receivedAt }: RightsReceipt['request']): Node {
  const term = id === 'eu-gdpr' ? GDPR_RIGHTS[right] : undefined;
  const article = articleOf(lawOf({ law: id, receivedOn: receivedAt.slice(0, 10) }), right);
  return {
    ...(term === undefined ? {} : { '@id': term }),
    '@type': 'dpv:DataSubjectRight',
    'dct:identifier': right,
    ...optional('dct:source', article),
  };
}

/** "dcterms:source can be used" for the article a justification rests on. */
function justification({ code, law: source, text }: { code: string; law?: string; text?: string }, lang: string): Node {
  return { '@type': code, ...optional('dct:source', source), ...optional('dct:description', text && said(text, lang)) };
}

function justificationsOf(receipt: RightsReceipt): Node[] {
  const { lang } = receipt;
  if (receipt.kind === 'denial') return receipt.grounds.map((ground) => justification(ground, lang));
  if (receipt.kind === 'extension') return receipt.clock.reasons.map((reason) => justification(reason, lang));
  const withdrawn = receipt.kind === 'closure' && receipt.closure.reason === 'withdrawn';
  return withdrawn ? [justification({ code: 'justifications:LackOfIntent' }, lang)] : [];
}

/** What was done, and whether it is over. */
const OUTCOMES: Record<SystemLine['outcome'], { processing: string; status: string }> = {
  exported: { processing: 'dpv:MakeAvailable', status: 'dpv:ActivityCompleted' },
  deleted: { processing: 'dpv:Erase', status: 'dpv:ActivityCompleted' },
  anonymised: { processing: 'dpv:Anonymise', status: 'dpv:ActivityCompleted' },
  retained: { processing: 'dpv:Store', status: 'dpv:ActivityOngoing' },
  'not-found': { processing: 'dpv:Query', status: 'dpv:ActivityCompleted' },
  skipped: { processing: 'dpv:Store', status: 'dpv:ActivityNotCompleted' },
  outstanding: { processing: 'dpv:Query', status: 'dpv:ActivityOngoing' },
};

function systemProcess(line: SystemLine, lang: string): Node {
  const { label, dataset, outcome, records, at, verifiedAt, retain, reason, grounds = [], expectedOn } = line;
  const { processing, status } = OUTCOMES[outcome];
  const reasons = [...grounds, ...(retain === undefined ? [] : [retain])].map((one) => justification(one, lang));
  return {
    '@type': 'dpv:Process',
    'dct:title': said(dataset === undefined ? label : `${label}: ${dataset}`, lang),
    'dpv:hasProcessing': ref(processing),
    'dpv:hasActivityStatus': ref(status),
    'schema:numberOfItems': records,
    'dct:date': instant(verifiedAt ?? at),
    ...optional('dct:description', reason && said(reason, lang)),
    ...optional('dpv:hasJustification', reasons),
    ...optional('dpv:hasDuration', (retain?.until ?? expectedOn) && until((retain?.until ?? expectedOn)!)),
  };
}

function processesOf(receipt: RightsReceipt): Node[] {
  const lines = 'systems' in receipt ? (receipt.systems ?? []) : [];
  if (lines.length > 0) return lines.map((line) => systemProcess(line, receipt.lang));
  const purgedAt = receipt.kind === 'closure' ? receipt.closure.purgedAt : undefined;
  return purgedAt === undefined ? [] : [{ '@type': 'dpv:Process', 'dpv:hasProcessing': ref('dpv:Erase'), 'dct:date': instant(purgedAt) }];
}

/** The files handed out. */
function packageOf(receipt: RightsReceipt): Node | undefined {
  if (receipt.kind !== 'fulfilment' || receipt.package === undefined) return undefined;
  const { parts, readyAt, until: lastDay } = receipt.package;
  return {
    '@type': 'dcat:Dataset',
    'dct:issued': instant(readyAt),
    'dct:valid': lastDay,
    'dcat:distribution': parts.map(({ name, bytes, sha256 }) => ({
      '@type': 'dcat:Distribution',
      'dct:title': name,
      'dcat:byteSize': bytes,
      'schema:sha256': sha256,
    })),
  };
}

/** What the person did, and what the company then did or said. */
function activities(receipt: RightsReceipt): Node[] {
  const { request, status, issuer, verify, issuedAt, prev } = receipt;
  const asked = `${verify.url}#request`;
  const dueOn = receipt.kind === 'extension' ? receipt.clock.to : request.dueOn;
  return [
    {
      '@id': asked,
      '@type': 'dpv:RightExerciseActivity',
      'dct:identifier': request.ref,
      'dct:created': instant(request.receivedAt),
      'dpv:hasRequestStatus': ref('dpv:RequestInitiated'),
      'dpv:isIndicatedBy': ref('dpv:DataSubject'),
    },
    {
      '@type': 'dpv:RightExerciseActivity',
      'dct:created': instant(issuedAt),
      'dpv:hasRequestStatus': ref(status),
      'dpv:isImplementedByEntity': ref(issuer.id),
      'dpv:isAfter': [ref(asked), ...(prev === undefined ? [] : [byHash(prev)])],
      ...(receipt.kind === 'request' || receipt.kind === 'extension' ? { 'dpv:hasDuration': until(dueOn) } : {}),
      ...optional('dpv:hasJustification', justificationsOf(receipt)),
      ...optional('dpv:hasProcess', processesOf(receipt)),
      ...optional('dct:hasPart', packageOf(receipt)),
    },
  ];
}

/** Which notice the receipt is to the person. */
function noticeType({ kind, status, request }: RightsReceipt): string {
  if (kind === 'denial') return 'dpv:RightNonFulfilmentNotice';
  if (kind !== 'fulfilment' && kind !== 'deletion') return 'dpv:RightExerciseNotice';
  if (status === 'dpv:RequestUnfulfilled') return 'dpv:RightNonFulfilmentNotice';
  const access = kind === 'fulfilment' && request.law === 'eu-gdpr' && request.rights.includes('access');
  return access ? 'eu-gdpr:SARNotice' : 'dpv:RightFulfilmentNotice';
}

/** Who else was told of a deletion (Art. 19 GDPR). */
function recipientsNotice(receipt: RightsReceipt): Node[] {
  if (receipt.kind !== 'deletion' || receipt.informed.length === 0) return [];
  const gdpr = receipt.request.law === 'eu-gdpr';
  return [
    {
      '@type': gdpr ? 'eu-gdpr:RightsRecipientsNotice' : 'dpv:RightFulfilmentNotice',
      'dpv:hasRecipient': receipt.informed.map(({ name, at }) => ({
        '@type': 'dpv:Recipient',
        'dpv:hasName': name,
        'dpv:hasInformedStatus': ref('dpv:RecipientInformed'),
        'dct:date': instant(at),
      })),
    },
  ];
}

function noticesOf(receipt: RightsReceipt): Node[] {
  const { issuedAt, text, lang, status } = receipt;
  const own = {
    '@type': noticeType(receipt),
    'dct:issued': instant(issuedAt),
    'dct:description': said(text, lang),
    'dpv:hasRequestStatus': ref(status),
    'dpv:hasRecipient': ref('dpv:DataSubject'),
    ...optional('dpv:hasJustification', justificationsOf(receipt)),
  };
  return [own, ...recipientsNotice(receipt)];
}

/** Laws that apply where the receipt names them all; else the one that sets the date. */
function lawsOf(receipt: RightsReceipt): string[] {
  const named = receipt.kind === 'request' || receipt.kind === 'extension' ? receipt.clock.laws : [];
  return [...new Set([receipt.request.law, ...named])];
}

/** The record with the status after this receipt. */
export function rightsRecord(receipt: RightsReceipt): Node {
  const { request, jurisdiction, status, appeal } = receipt;
  return {
    ...heading(receipt, 'dpv:RightExerciseRecord'),
    'dpv:hasDataController': controller(receipt),
    'dpv:hasDataSubject': dataSubject(receipt),
    ...optional('dpv:hasJurisdiction', jurisdiction && place(jurisdiction)),
    'dpv:hasApplicableLaw': lawsOf(receipt).map(law),
    'dpv:hasRight': request.rights.map((right) => rightOf(right, request)),
    'dpv:hasRequestStatus': ref(status),
    ...optional('dpv:hasAuthority', authorities(receipt)),
    ...optional('dct:relation', appeal?.of),
    ...optional('dct:replaces', receipt.kind === 'correction' ? byHash(receipt.supersedes.sha256) : undefined),
    'dct:hasPart': activities(receipt),
    'dpv:hasNotice': noticesOf(receipt),
  };
}
