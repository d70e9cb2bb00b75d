/** What a receipt says about the request, its date, and the answer, as facts. */
import { fact, plain, said, type Fact, type Line, webAddress } from './document.ts';
import { day, lawName, rightNames, time, wordFor, type Pen } from './pen.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

const code = (text: string | undefined): Line[] => (text === undefined ? [] : [[{ text, look: 'code' }]]);

/** All that apply, the one that sets the date first. */
function laws(pen: Pen, { request, clock }: ReceiptFacts): string {
  const ids = [...(request?.law === undefined ? [] : [request.law]), ...(clock?.laws ?? [])];
  return pen.spell.list([...new Set(ids)].map((law) => lawName(pen, law)));
}

/** The article, and the count for those who want to know. */
function basis(pen: Pen, clock: ReceiptFacts['clock']): Fact[] {
  const steps = clock?.explanation ?? [];
  return said(pen.words.terms.basis, clock?.basis, (text) => text).map((one) => (steps.length === 0 ? one : { ...one, steps }));
}

/** Of an appeal: what it is about and what was decided. */
function appealFacts(pen: Pen, appeal: ReceiptFacts['appeal']): Fact[] {
  const { terms } = pen.words;
  const { granted = [], stands = [], reason } = appeal?.decision ?? {};
  return [
    ...fact(terms.about, code(appeal?.of)),
    ...fact(terms.granted, rightNames(pen, granted).map(plain)),
    ...fact(terms.stands, rightNames(pen, stands).map(plain)),
    ...said(terms.decisionReasons, reason, (text) => text),
  ];
}

/** What was asked, and by when it is due. */
export function requestFacts(pen: Pen, facts: ReceiptFacts): Fact[] {
  const { request, clock, identity } = facts;
  const { terms } = pen.words;
  return [
    ...fact(terms.request, code(request?.ref)),
    ...appealFacts(pen, facts.appeal),
    ...fact(terms.rights, rightNames(pen, request?.rights ?? []).map(plain)),
    ...said(terms.received, request?.receivedAt, (at) => time(pen, at)),
    ...said(terms.formerDate, clock?.from, (on) => day(pen, on)),
    ...(clock?.to === undefined
      ? said(terms.due, request?.dueOn, (on) => day(pen, on))
      : said(terms.newDate, clock.to, (on) => day(pen, on))),
    ...fact(terms.law, [plain(laws(pen, facts))]),
    ...basis(pen, clock),
    ...said(terms.identity, identity?.at, (at) => time(pen, at)),
  ];
}

function files(pen: Pen, content: ReceiptFacts['package']): Line[] {
  const parts = (content?.parts ?? []).map(({ name, bytes }): Line => [
    { text: name, look: 'code' },
    { text: ` (${pen.spell.bytes(bytes)})` },
  ]);
  return content?.until === undefined ? parts : [...parts, plain(pen.words.availableUntil(day(pen, content.until)))];
}

function purged(
  pen: Pen,
  { purgedAt, irrecoverableFrom }: { purgedAt?: string | undefined; irrecoverableFrom?: string | undefined },
): Fact[] {
  return said(pen.words.terms.purged, purgedAt, (at) =>
    [day(pen, at), ...(irrecoverableFrom === undefined ? [] : [pen.words.irrecoverable(day(pen, irrecoverableFrom))])].join(', '),
  );
}

/** What was handed out, who was told, and what is gone. */
export function answerFacts(pen: Pen, facts: ReceiptFacts): Fact[] {
  const { words } = pen;
  const { closure, supersedes } = facts;
  return [
    ...fact(words.terms.files, files(pen, facts.package)),
    ...fact(words.terms.informed, [plain(facts.informed.join(', '))]),
    ...said(words.terms.backups, facts.backups?.overwrittenBy, (on) => day(pen, on)),
    ...said(words.terms.closed, closure?.reason, (reason) => wordFor(words.closed, reason)),
    ...said(words.terms.closedOn, closure?.at, (at) => time(pen, at)),
    ...purged(pen, closure ?? facts),
    ...fact(words.terms.corrects, code(supersedes?.id)),
    ...fact(words.terms.correctsHash, code(supersedes?.sha256)),
    ...said(words.terms.correctionReason, supersedes === undefined ? undefined : facts.reason, (text) => text),
  ];
}

/** What a consent was asked with, and how to take it back. */
export function consentFacts({ words }: Pen, { notice, collection, withdraw }: ReceiptFacts): Fact[] {
  const version = notice?.version === undefined ? undefined : words.noticeVersion(notice.version);
  const shown = [notice?.id, version].filter((text) => text !== undefined).join(', ');
  const leads = webAddress(withdraw?.url);
  return [
    ...fact(words.terms.notice, [[{ text: shown, ...webAddress(notice?.url) }]]),
    ...fact(
      words.terms.collection,
      [collection?.service, collection?.method].map((text) => plain(text ?? '')),
    ),
    ...fact(
      words.terms.withdraw,
      leads.href === undefined ? [] : [[{ text: words.consent.withdrawLink, ...leads }], plain(withdraw?.method ?? '')],
    ),
  ];
}

/** Who says it. */
export function issuerFacts({ words: { terms } }: Pen, { issuer }: ReceiptFacts): Fact[] {
  const { name, address, contact } = issuer ?? {};
  return [
    ...fact(terms.issuer, name === undefined ? [] : [plain(name), plain(address ?? '')]),
    ...fact(terms.contact, contactLines(contact)),
  ];
}

/** The address to write to. */
export function contactLines(contact: NonNullable<ReceiptFacts['issuer']>['contact']): Line[] {
  const email = contact?.email;
  const leads = email !== undefined && /^[^\s@?]+@[^\s@?]+$/.test(email) ? { href: `mailto:${email}` } : {};
  return [...(email === undefined ? [] : [[{ text: email, ...leads }]]), ...(contact?.phone === undefined ? [] : [plain(contact.phone)])];
}
