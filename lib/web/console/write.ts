/** Writing to the person: subject and words, and the letter as they will read it before it is recorded. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { messageFault, type MessageFault, type MessageText } from '../../domain/message-text.ts';
import type { Request } from '../../domain/request.ts';
import { requestCan } from '../../domain/request-can.ts';
import { letterText } from '../../mail/letter.ts';
import { messageLetter } from '../../mail/letters/message-letter.ts';
import { banner } from '../ui/banner.ts';
import { button } from '../ui/button.ts';
import { errorOf, type FieldError, textArea, textField } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import { actPage, checkPage, finish, stepOf } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf, textOf } from './form.ts';
import { languageInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import { conflict, missing } from './problem-page.ts';
import { caseOf } from './request-page.ts';

/** The request a URL names if its person can be written to, else the answer why not. */
async function writable(c: Context, desk: Desk): Promise<Request | Response> {
  const request = (await caseOf(c, desk))?.request;
  if (request === undefined) return missing(c, desk);
  const permission = requestCan(request, 'write');
  return permission.ok ? request : conflict(c, desk, { request, text: desk.words.objections[permission.reason] });
}

function fieldsOf({ words: { write, errorPrefix } }: Desk, { subject, words }: MessageText, errors: FieldError[]): Content {
  return html`${textField({ name: 'subject', label: write.subject, hint: write.subjectHint, value: subject, error: errorOf(errors, 'subject'), errorPrefix })}
${textArea({ name: 'words', label: write.words, hint: write.wordsHint, value: words, rows: 12, error: errorOf(errors, 'words'), errorPrefix })}`;
}

function writeMarkup(desk: Desk, request: Request, { text, errors }: { text: MessageText; errors: FieldError[] }): Markup {
  const { write } = desk.words;
  const unverified = when(request.verifiedAt === undefined, () => banner({ tone: 'warning', title: write.unverified }));
  return actPage(desk, {
    request,
    title: write.title,
    lead: write.lead,
    more: html`${unverified}<p>${desk.words.forms.personLanguage(languageInWords(desk.lang, request.lang))}</p>`,
    action: staffPath.write(request.id),
    fields: fieldsOf(desk, text, errors),
    errors,
    submit: button({ text: desk.words.forms.continue }),
  });
}

/** GET /staff/requests/<id>/write */
export async function writeForm(c: Context, desk: Desk): Promise<Response> {
  const request = await writable(c, desk);
  return request instanceof Response ? request : c.html(writeMarkup(desk, request, { text: { subject: '', words: '' }, errors: [] }));
}

const FIELDS: Record<MessageFault, keyof MessageText> = {
  'subject-missing': 'subject',
  'subject-long': 'subject',
  'words-missing': 'words',
  'too-long': 'words',
};

/** The letter as it would go out; the link is the person's own and stays unsaid. */
function preview(desk: Desk, request: Request, text: MessageText): Markup {
  const { port, words } = desk;
  const letter = messageLetter(request, { configuration: port.configuration, statusUrl: `${port.baseUrl}/status/…`, text });
  return checkPage(desk, {
    request,
    choice: words.write.title,
    where: words.write.where,
    reason: `${letter.subject}\n\n${letterText(letter)}`,
    action: staffPath.write(request.id),
    fields: { ...text },
  });
}

/** POST /staff/requests/<id>/write */
export async function writing(c: Context, desk: Desk): Promise<Response> {
  const request = await writable(c, desk);
  if (request instanceof Response) return request;
  const form = await formOf(c);
  const text = { subject: textOf(form, 'subject'), words: textOf(form, 'words') };
  const fault = messageFault(text);
  const errors = fault === undefined ? [] : [{ field: FIELDS[fault], message: desk.words.write.errors[fault] }];
  const step = stepOf(form);
  if (step === 'change') return c.html(writeMarkup(desk, request, { text, errors: [] }));
  if (errors.length > 0) return c.html(writeMarkup(desk, request, { text, errors }), 400);
  if (step === 'fill') return c.html(preview(desk, request, text));
  const done = await desk.port.writePerson({ id: request.id, text, by: desk.staff });
  return finish(c, desk, { request, done, result: 'wrote' });
}
