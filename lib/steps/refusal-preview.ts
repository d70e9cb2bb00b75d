/** What a refusal would say, word for word, before anybody decides: built by what will build the receipt and the mail. */
import { appealable } from '../domain/appeal.ts';
import { civilDateIn } from '../domain/clock/deadline.ts';
import type { Configuration } from '../domain/configuration.ts';
import { textIn } from '../domain/data-map.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { decideRefusal, type RefusalProblem } from '../domain/refusal/decide.ts';
import { type Progress, refusalOf } from '../domain/refusal/open-parts.ts';
import { isLate, type RefusalDate } from '../domain/refusal/refusal-date.ts';
import type { Request } from '../domain/request.ts';
import { denialLetter } from '../mail/denial-letter.ts';
import { type Letter, mailed } from '../mail/letter.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { refusedSentence } from '../receipts/build-answer.ts';
import { buildDenialReceipt } from '../receipts/build-denial.ts';
import { buildFrame, type ReceiptContext } from '../receipts/build-frame.ts';
import { offersFor, offerSentences } from '../receipts/offers.ts';
import type { DenialReceipt } from '../receipts/payload.ts';
import { remediesSentence } from '../receipts/remedies.ts';
import { dateOf, openPartsOf, type Refusal, refusalEvent } from './refuse-request.ts';

/** A case as the staff pages have it. */
export interface PreviewedCase {
  request: Request;
  progress: readonly Progress[];
  configuration: Configuration;
  baseUrl: string;
  now: number;
}

export interface RefusalPreview {
  /** The denial of the rights that are refused, and its mail; absent where only systems are. */
  denial?: { receipt: DenialReceipt; letter: Letter };
  /** What the answer will say about systems that are left out. */
  answer: string[];
  remedies: string[];
  date: RefusalDate | undefined;
  late: boolean;
}

export type Previewed = { ok: true; preview: RefusalPreview } | { ok: false; problems: RefusalProblem[] };

/** Everything in a receipt that is not known before it is issued. */
const FRAME = { id: '00000000-0000-7000-8000-000000000000', nonce: 'A'.repeat(22) };
const SUBJECT = `hmac-sha256:${'A'.repeat(43)}`;

/** The link of a person is not shown to staff. */
const THEIR_LINK = '/status/…';

function denialOf(context: ReceiptContext, refused: Request['refusals'][number], now: number): RefusalPreview['denial'] {
  const { request, configuration, baseUrl } = context;
  const { rights = [], scope, reason } = refused;
  if (rights.length === 0) return undefined;
  const grounds = refused.grounds.filter(({ system }) => system === undefined);
  const issuedAt = new Date(now).toISOString();
  const receipt = buildDenialReceipt({ ...context, scope, refusals: [{ rights, grounds, reason }] }, { ...FRAME, issuedAt });
  const statusUrl = `${baseUrl}${THEIR_LINK}`;
  const appealUrl = appealable(request, civilDateIn(configuration.controller.zone, issuedAt)).ok ? `${statusUrl}/appeal` : undefined;
  const facts = { ...factsOf(request, { configuration, statusUrl }), receiptUrl: `${baseUrl}/receipts/…`, appealUrl };
  return { receipt, letter: denialLetter(receipt, facts) };
}

/** About systems: the sentences of the answer that will leave them out. */
function answerOf(context: ReceiptContext, { systems = [] }: Request['refusals'][number], now: number): string[] {
  const { request, configuration } = context;
  if (systems.length === 0) return [];
  const { lang } = request;
  const sentences = systems.map(({ pass, system }) => {
    const declared = configuration.systems[system]?.label;
    const label = declared === undefined ? system : textIn(declared, lang);
    return refusedSentence({ label, ...refusalOf(request, { pass, system }) }, { lang, erasing: pass === 'erase' });
  });
  const rights = systems.some(({ pass }) => pass === 'erase') ? (['erasure'] as const) : [];
  const { fields, say } = buildFrame(context, { ...FRAME, issuedAt: new Date(now).toISOString() });
  const offers = offersFor(context, [{ laws: lawsOf(request), rights, when: 'exempt' }]);
  return [...sentences, ...offerSentences({ lang, ...offers }, { restErased: true }), remediesSentence(fields, say)];
}

/** Checks the decision as the act will, and says what would come of it. */
export function previewRefusal(
  { request, progress, configuration, baseUrl, now }: PreviewedCase,
  { by, items, reason }: Omit<Refusal, 'requestId'>,
): Previewed {
  const decided = decideRefusal(request, { open: openPartsOf(request, configuration, progress), items, reason });
  if (!decided.ok) return decided;
  const refused = refusalEvent(request, { by, items, reason, grounds: decided.grounds, now });
  // As the request will be once this is recorded.
  const after = { ...request, refusals: [...request.refusals, refused] };
  const context = { request: after, configuration, baseUrl, subjectRef: SUBJECT };
  const denial = denialOf(context, refused, now);
  const { remedies } = denial?.receipt ?? buildFrame(context, { ...FRAME, issuedAt: new Date(now).toISOString() }).fields;
  const date = dateOf(request, items);
  return {
    ok: true,
    preview: {
      ...(denial === undefined ? {} : { denial }),
      answer: answerOf(context, refused, now),
      remedies: lettersIn(request.lang).remedies(remedies).map(mailed),
      date,
      late: isLate(date, now),
    },
  };
}
