/** The receipts of a request: which took the place of which, and the way to correct one. */
import { html } from 'hono/html';
import { bareId, type ReceiptId } from '../../domain/ids.ts';
import { mayCorrect } from '../../domain/request-can.ts';
import { type Request, supersededBy } from '../../domain/request.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import type { Desk } from './desk.ts';
import { instant, neededInWords } from './labels.ts';
import { MAY, mayDo } from './may.ts';
import { staffPath } from './paths.ts';

/** The page of a receipt, which is public to whoever knows its number. */
function receiptLink({ port, words }: Desk, id: ReceiptId, text = words.correct.number(bareId(id).slice(-12))): Markup {
  return html`<a href="${port.baseUrl}/receipts/${bareId(id)}">${text}</a>`;
}

function placeOf(desk: Desk, request: Request, { receiptId, supersedes }: Request['receipts'][number]): Content {
  const { correct } = desk.words;
  const by = supersededBy(request, receiptId);
  const asked = by === undefined && request.corrections.some((one) => one.receiptId === receiptId);
  const lines = [
    ...(supersedes === undefined ? [] : [html`${correct.corrects} ${receiptLink(desk, supersedes)}`]),
    ...(by === undefined ? [] : [html`${correct.correctedBy} ${receiptLink(desk, by)}`]),
    ...(asked ? [correct.waiting] : []),
  ];
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}

/** The link to correct one, or why it cannot be corrected. */
function actOf(desk: Desk, request: Request, { receiptId, kind, at }: Request['receipts'][number]): Content {
  const { correct, objections, receipts, request: texts } = desk.words;
  const permission = mayCorrect(request, receiptId);
  if (!permission.ok) return html`<span class="soft">${objections[permission.reason]}</span>`;
  if (!mayDo(desk.staff, 'correct')) return html`<span class="soft">${texts.roleNeeded(neededInWords(desk, MAY.correct))}</span>`;
  const label = correct.actOf(receipts[kind], instant(desk, at));
  return html`<a href="${staffPath.correct(request.id, receiptId)}" aria-label="${label}">${correct.act}</a>`;
}

/** All receipts, oldest first. */
export function receiptsPanel(desk: Desk, request: Request): Markup {
  const { correct, receipts } = desk.words;
  const rows = request.receipts.map((receipt): Content[] => [
    html`${receipts[receipt.kind]}<br>${receiptLink(desk, receipt.receiptId)}`,
    instant(desk, receipt.at),
    placeOf(desk, request, receipt),
    actOf(desk, request, receipt),
  ]);
  const columns = Object.values(correct.columns).map((text) => ({ text }));
  return table({ caption: correct.section, captionHidden: true, columns, rows, empty: correct.none });
}
