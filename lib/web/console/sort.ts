/** A letter that somebody has to make sense of: its text with the marked passages, and what it asks for, or that it asks for nothing. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { LAW_IDS } from '../../domain/law/law-ids.ts';
import type { Request } from '../../domain/request.ts';
import { isRight, RIGHTS, type Right } from '../../domain/rights.ts';
import { countryChoices, readPlace, stateChoices } from '../customer/places.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { checkboxes, errorOf, type FieldError, hiddenFields, select } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { finish, readReason, reasonField } from './act-form.ts';
import type { Desk } from './desk.ts';
import { dueRow } from './due-row.ts';
import { formOf, type PostedForm, textOf, textsOf } from './form.ts';
import { backLink, staffPage } from './frame.ts';
import { lawInWords } from './labels.ts';
import { openMail } from './mail-page.ts';
import { mailFacts, mailText, mailWarnings, type OpenedMail, rulesFound } from './mail-view.ts';
import { taskTitle, type StaffTask } from './next-action.ts';
import { staffPath } from './paths.ts';
import { missing } from './problem-page.ts';
import { workOf } from './task.ts';

interface Letter {
  request: Request;
  task: StaffTask;
  /** Undefined where nothing of it is kept any more. */
  opened: OpenedMail | undefined;
}

interface Draft {
  rights: Right[];
  residence: string;
  cited: string;
  onBehalf: boolean;
  reason: string;
  errors: FieldError[];
}

/** The letter of the open task that a URL names, or the answer why there is none. */
async function letterOf(c: Context, desk: Desk): Promise<Letter | Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) return work;
  const { task, file } = work;
  if (task.kind !== 'sort') return missing(c, desk);
  const { request } = file;
  return { request, task, opened: await openMail(desk, request, request.letter?.mail ?? '') };
}

/** A law the letter names, if the company is subject to it. */
const knownLaw = ({ port }: Desk, law: string | undefined): string => port.configuration.laws.find((one) => one === law) ?? '';

/** What the rules found, to begin with. */
function proposed(desk: Desk, { opened }: Letter): Draft {
  const { understood } = opened?.kept ?? {};
  return {
    rights: [...(understood?.rights ?? [])],
    residence: '',
    cited: knownLaw(desk, understood?.law),
    onBehalf: understood?.onBehalf !== undefined,
    reason: '',
    errors: [],
  };
}

function fieldsOf(desk: Desk, { opened }: Letter, { rights, residence, cited, onBehalf, errors }: Draft): Content {
  const { mail, rights: names, errorPrefix } = desk.words;
  const { laws } = desk.port.configuration;
  const choices = RIGHTS.map((value) => ({ value, label: names[value], checked: rights.includes(value) }));
  const places = [
    { options: [{ value: '', label: mail.residenceNone }] },
    { label: mail.countries, options: countryChoices(desk.lang) },
    { label: mail.states, options: stateChoices() },
  ];
  const named = LAW_IDS.filter((law) => laws.includes(law)).map((value) => ({ value, label: lawInWords(value) }));
  const isMarked = (opened?.kept.understood?.passages.length ?? 0) > 0;
  const hint = isMarked ? `${mail.rightsMarked} ${mail.rightsHint}` : mail.rightsHint;
  const behalf = [{ value: 'yes', label: mail.onBehalfChoice, checked: onBehalf }];
  return html`${checkboxes({ name: 'right', label: mail.rights, hint, choices, error: errorOf(errors, 'right'), errorPrefix })}
${select({ name: 'residence', label: mail.residence, hint: mail.residenceHint, value: residence, groups: places, errorPrefix })}
${select({ name: 'cited', label: mail.cited, hint: mail.citedHint, value: cited, groups: [{ options: [{ value: '', label: mail.citedNone }, ...named] }], errorPrefix })}
${checkboxes({ name: 'onBehalf', label: mail.onBehalf, choices: behalf, errorPrefix })}`;
}

function form(desk: Desk, { action, title, fields, submit }: { action: string; title: string; fields: Content; submit: Markup }): Markup {
  return html`<section><h2>${title}</h2><form class="act-form" method="post" action="${action}" novalidate>${hiddenFields({ token: desk.formToken })}${fields}${buttonGroup(submit)}</form></section>`;
}

function forms(desk: Desk, letter: Letter, draft: Draft): Markup {
  const { request, task } = letter;
  const { mail } = desk.words;
  const asks = form(desk, {
    action: staffPath.letter(request.id, task.taskId),
    title: mail.asksTitle,
    fields: fieldsOf(desk, letter, draft),
    submit: button({ text: mail.submit }),
  });
  const why = reasonField(desk, {
    label: mail.nothingReason,
    hint: mail.nothingHint,
    value: draft.reason,
    error: errorOf(draft.errors, 'reason'),
  });
  const nothing = form(desk, {
    action: staffPath.dismiss(request.id, task.taskId),
    title: mail.nothingTitle,
    fields: html`<p>${mail.nothingLead}</p>${why}`,
    submit: button({ text: mail.nothingSubmit, look: 'danger' }),
  });
  return html`${asks}${nothing}`;
}

function letterMarkup(desk: Desk, letter: Letter, draft: Draft): Markup {
  const { words } = desk;
  const { request, task, opened } = letter;
  const title = taskTitle(desk, task, request);
  const due = dueRow(desk, request);
  const dueBy = { ...due, detail: html`${due.detail}<p class="soft">${words.mail.shortest}</p>` };
  const text =
    opened === undefined
      ? html`<p>${words.mail.noLetter}</p>`
      : html`<section>${mailText(desk, opened)}</section><section class="facts">${rulesFound(desk, opened)}</section>`;
  const main = html`${errorSummary(words.problemTitle, draft.errors)}<h1>${title}</h1><p class="lead">${words.instructions.sort}</p>
${opened === undefined ? '' : mailWarnings(desk, opened)}<div class="case sorting"><div class="case-main">
<section class="facts">${summaryList([...(opened === undefined ? [] : mailFacts(desk, opened)), dueBy])}</section>
${text}</div><div class="case-side">${forms(desk, letter, draft)}</div></div>`;
  return staffPage(desk, {
    title: draft.errors.length === 0 ? title : words.errorTitle(title),
    before: backLink(desk, staffPath.request(request.id), words.backToRequest(request.reference)),
    main,
  });
}

/** GET /staff/requests/<id>/tasks/<taskId>/letter */
export async function letterForm(c: Context, desk: Desk): Promise<Response> {
  const letter = await letterOf(c, desk);
  return letter instanceof Response ? letter : c.html(letterMarkup(desk, letter, proposed(desk, letter)));
}

function draftOf(desk: Desk, posted: PostedForm): Draft {
  const rights = textsOf(posted, 'right').filter(isRight);
  return {
    rights,
    residence: readPlace(textOf(posted, 'residence')) ?? '',
    cited: knownLaw(desk, textOf(posted, 'cited')),
    onBehalf: textOf(posted, 'onBehalf') === 'yes',
    reason: '',
    errors: rights.length === 0 ? [{ field: 'right', message: desk.words.mail.rightsMissing }] : [],
  };
}

/** POST /staff/requests/<id>/tasks/<taskId>/letter */
export async function sorting(c: Context, desk: Desk): Promise<Response> {
  const letter = await letterOf(c, desk);
  if (letter instanceof Response) return letter;
  const draft = draftOf(desk, await formOf(c));
  if (draft.errors.length > 0) return c.html(letterMarkup(desk, letter, draft), 400);
  const { rights, residence, cited, onBehalf } = draft;
  const done = await desk.port.sortLetter({
    id: letter.request.id,
    by: desk.staff,
    rights,
    ...(residence === '' ? {} : { residence }),
    ...(cited === '' ? {} : { cited }),
    ...(onBehalf ? { onBehalf } : {}),
  });
  return await finish(c, desk, { request: letter.request, done, result: 'sorted' });
}

/** POST /staff/requests/<id>/tasks/<taskId>/letter/dismiss */
export async function dismissing(c: Context, desk: Desk): Promise<Response> {
  const letter = await letterOf(c, desk);
  if (letter instanceof Response) return letter;
  const { reason, errors } = readReason(desk, await formOf(c), true);
  if (errors.length > 0) return c.html(letterMarkup(desk, letter, { ...proposed(desk, letter), reason, errors }), 400);
  const done = await desk.port.dismissLetter({ id: letter.request.id, reason, by: desk.staff });
  return await finish(c, desk, { request: letter.request, done, result: 'dismissed' });
}
