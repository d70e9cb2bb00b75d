/** Correcting a receipt: what it says, what holds instead and why, and the mail and receipt as the person will read them. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { readId } from '../../domain/ids.ts';
import { mayCorrect } from '../../domain/request-can.ts';
import type { Request } from '../../domain/request.ts';
import type { ReceiptKind } from '../../domain/request-events.ts';
import { letterText } from '../../mail/letter.ts';
import { previewCorrection } from '../../steps/correction-preview.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { errorOf, type FieldError, hiddenFields, textArea } from '../ui/fields.ts';
import type { Markup } from '../ui/markup.ts';
import { actPage, finish, readReason, reasonField, stepOf } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf, type PostedForm, textOf } from './form.ts';
import { backLink, staffPage } from './frame.ts';
import { instant, languageInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import type { ToldReceipt } from './port.ts';
import { conflict, missing } from './problem-page.ts';
import { caseOf } from './request-page.ts';

interface Correcting {
  request: Request;
  wrong: ToldReceipt;
  kind: ReceiptKind;
}

interface Draft {
  text: string;
  reason: string;
  errors: FieldError[];
}

const LONGEST_TEXT = 4_000;

/** The receipt a URL names if it can be corrected, else the answer why not. */
async function correctable(c: Context, desk: Desk): Promise<Correcting | Response> {
  const request = (await caseOf(c, desk))?.request;
  const receiptId = readId('rcp', c.req.param('receiptId') ?? '');
  const receipt = request?.receipts.find((one) => one.receiptId === receiptId);
  if (request === undefined || receiptId === undefined || receipt === undefined) return missing(c, desk);
  const permission = mayCorrect(request, receiptId);
  if (!permission.ok) return conflict(c, desk, { request, text: desk.words.objections[permission.reason] });
  const wrong = await desk.port.receipt(request.id, receiptId);
  return wrong === undefined ? missing(c, desk) : { request, wrong, kind: receipt.kind };
}

function told({ words }: Desk, { text, lang }: ToldReceipt): Markup {
  return html`<h2>${words.correct.told}</h2><blockquote class="letter" lang="${lang}">${text}</blockquote>`;
}

function formMarkup(desk: Desk, { request, wrong, kind }: Correcting, { text, reason, errors }: Draft): Markup {
  const { correct, forms, receipts, errorPrefix } = desk.words;
  const { textHint: hint } = correct;
  const language = forms.personLanguage(languageInWords(desk.lang, request.lang));
  const textField = textArea({
    name: 'text',
    label: correct.text,
    hint,
    value: text,
    rows: 8,
    error: errorOf(errors, 'text'),
    errorPrefix,
  });
  const why = reasonField(desk, { label: correct.reason, hint: correct.reasonHint, value: reason, error: errorOf(errors, 'reason') });
  return actPage(desk, {
    request,
    title: correct.title,
    lead: correct.lead(receipts[kind], instant(desk, wrong.issuedAt)),
    more: html`${told(desk, wrong)}<p class="soft">${language}</p>`,
    action: staffPath.correct(request.id, wrong.id),
    fields: html`${textField}${why}`,
    errors,
    submit: button({ text: forms.continue }),
  });
}

function draftOf(desk: Desk, { wrong }: Correcting, form: PostedForm): Draft {
  const { correct } = desk.words;
  const text = textOf(form, 'text');
  const { reason, errors } = readReason(desk, form, true);
  const faults: [boolean, string][] = [
    [text === '', correct.textMissing],
    [text === wrong.text.trim(), correct.textSame],
    [text.length > LONGEST_TEXT, correct.textLong],
  ];
  return { text, reason, errors: [...faults.flatMap(([is, message]) => (is ? [{ field: 'text', message }] : [])), ...errors] };
}

function checkMarkup(desk: Desk, { request, wrong }: Correcting, { text, reason }: Draft): Markup {
  const { forms, correct, refuse, backToRequest } = desk.words;
  const { configuration, baseUrl } = desk.port;
  const { letter, receipt } = previewCorrection({ request, wrong, configuration, baseUrl, now: desk.now }, { text, reason });
  const fields = hiddenFields({ text, reason, token: desk.formToken });
  const main = html`<h1>${forms.checkTitle}</h1><p class="soft">${forms.personLanguage(languageInWords(desk.lang, request.lang))}</p>
${told(desk, wrong)}<h2>${correct.mail}</h2><p>${correct.link}</p><blockquote class="letter" lang="${request.lang}"><strong>${refuse.subject(letter.subject)}</strong>

${letterText(letter)}</blockquote>
<h2>${correct.receipt}</h2><p>${correct.receiptHint}</p><blockquote class="letter" lang="${receipt.lang}">${receipt.text}</blockquote>
<form method="post" action="${staffPath.correct(request.id, wrong.id)}">${fields}
${buttonGroup(button({ text: forms.confirm, name: 'step', value: 'confirm' }), button({ text: forms.change, name: 'step', value: 'change', look: 'secondary' }))}</form>`;
  return staffPage(desk, {
    title: forms.checkTitle,
    before: backLink(desk, staffPath.request(request.id), backToRequest(request.reference)),
    main,
  });
}

/** GET /staff/requests/<id>/correct/<receiptId>: the words of the receipt to begin with. */
export async function correctForm(c: Context, desk: Desk): Promise<Response> {
  const opened = await correctable(c, desk);
  if (opened instanceof Response) return opened;
  return c.html(formMarkup(desk, opened, { text: opened.wrong.text, reason: '', errors: [] }));
}

/** POST /staff/requests/<id>/correct/<receiptId> */
export async function correcting(c: Context, desk: Desk): Promise<Response> {
  const opened = await correctable(c, desk);
  if (opened instanceof Response) return opened;
  const { request, wrong } = opened;
  const form = await formOf(c);
  const draft = draftOf(desk, opened, form);
  const step = stepOf(form);
  if (step === 'change') return c.html(formMarkup(desk, opened, { ...draft, errors: [] }));
  if (draft.errors.length > 0) return c.html(formMarkup(desk, opened, draft), 400);
  if (step !== 'confirm') return c.html(checkMarkup(desk, opened, draft));
  const { text, reason } = draft;
  const done = await desk.port.correct({ id: request.id, receiptId: wrong.id, text, reason, by: desk.staff });
  return finish(c, desk, { request, done, result: 'corrected' });
}
