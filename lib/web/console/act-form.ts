/** What the pages of all acts share: reading a reason, the check page before something the person will read, and the end of an act. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Request } from '../../domain/request.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import type { FieldError } from '../ui/fields.ts';
import { hiddenFields, textArea } from '../ui/fields.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { backLink, staffPage } from './frame.ts';
import { type PostedForm, textOf } from './form.ts';
import { languageInWords } from './labels.ts';
import type { ConsoleWords } from './messages/en.ts';
import { staffPath } from './paths.ts';
import type { Done } from './port.ts';
import { conflict, reasonInWords } from './problem-page.ts';

const LONGEST_REASON = 1_000;

/** The reason as typed, and what is wrong with it. */
export function readReason({ words: { forms } }: Desk, form: PostedForm, needed: boolean): { reason: string; errors: FieldError[] } {
  const reason = textOf(form, 'reason');
  if (reason.length > LONGEST_REASON) return { reason, errors: [{ field: 'reason', message: forms.reasonLong }] };
  return { reason, errors: needed && reason === '' ? [{ field: 'reason', message: forms.reasonMissing }] : [] };
}

/** The reason's field. */
export function reasonField(desk: Desk, options: { label: string; hint: string; value: string; error?: string | undefined }): Markup {
  return textArea({ ...options, name: 'reason', rows: 4, errorPrefix: desk.words.errorPrefix });
}

interface ActPage {
  request: Request;
  title: string;
  lead: Content;
  /** Where the form is posted to. */
  action: string;
  fields: Content;
  errors: FieldError[];
  submit: Content;
  /** Between the lead and the form. */
  more?: Content;
}

/** The page of one act: what it means, its form, and the way back. */
export function actPage(desk: Desk, options: ActPage): Markup {
  const { words, formToken } = desk;
  const { request, title, lead, action, fields, errors, submit, more } = options;
  const main = html`${errorSummary(words.problemTitle, errors)}<h1>${title}</h1><p class="lead">${lead}</p>${when(more, (content) => html`<div class="facts">${content}</div>`)}
<form class="act-form" method="post" action="${action}" novalidate>${hiddenFields({ token: formToken })}${fields}${buttonGroup(submit)}</form>`;
  return staffPage(desk, {
    title: errors.length === 0 ? title : words.errorTitle(title),
    before: backLink(desk, staffPath.request(request.id), words.backToRequest(request.reference)),
    main,
  });
}

interface Check {
  request: Request;
  /** What was chosen, in words. */
  choice: string;
  /** Where the person will read it. */
  where: string;
  reason: string;
  action: string;
  /** The form again, to be posted with the confirmation. */
  fields: Record<string, string>;
}

/** The check page: the words as the person will read them, to confirm or to change. */
export function checkPage(desk: Desk, { request, choice, where, reason, action, fields }: Check): Markup {
  const { forms, backToRequest } = desk.words;
  const main = html`<h1>${forms.checkTitle}</h1><p class="lead">${choice}</p>
<h2>${forms.personReads}</h2><p>${where}</p><blockquote class="letter" lang="${request.lang}">${reason}</blockquote>
<p class="soft">${forms.personLanguage(languageInWords(desk.lang, request.lang))}</p>
<form method="post" action="${action}">${hiddenFields({ ...fields, token: desk.formToken })}
${buttonGroup(button({ text: forms.confirm, name: 'step', value: 'confirm' }), button({ text: forms.change, name: 'step', value: 'change', look: 'secondary' }))}</form>`;
  return staffPage(desk, {
    title: forms.checkTitle,
    before: backLink(desk, staffPath.request(request.id), backToRequest(request.reference)),
    main,
  });
}

/** Which button of the two pages was pressed. */
export function stepOf(form: PostedForm): 'fill' | 'change' | 'confirm' {
  const step = textOf(form, 'step');
  return step === 'confirm' || step === 'change' ? step : 'fill';
}

/** After the act: the request with the result on top, or why it was not done. */
export function finish(
  c: Context,
  desk: Desk,
  { request, done, result }: { request: Request; done: Done; result: keyof ConsoleWords['results'] },
): Promise<Response> | Response {
  if (!done.ok) {
    const article = done.article === undefined ? '' : ` (${done.article})`;
    return conflict(c, desk, { text: `${reasonInWords(desk, done.reason)}${article}`, request });
  }
  return c.redirect(staffPath.request(request.id, { done: result }), 303);
}
