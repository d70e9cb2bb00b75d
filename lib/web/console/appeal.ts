/** The decision on an appeal: the first answer beside the person's words, and what is granted of what was refused, with reasons. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { awaitsDecision, mayDecideAppeal } from '../../domain/appeal.ts';
import type { Contested } from '../../domain/request-events.ts';
import type { Right } from '../../domain/rights.ts';
import { button } from '../ui/button.ts';
import { checkboxes, errorOf, type FieldError, radios } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { actPage, checkPage, finish, readReason, reasonField, stepOf } from './act-form.ts';
import { answerRows } from './appeal-facts.ts';
import type { Desk } from './desk.ts';
import { formOf, type PostedForm, textOf, textsOf } from './form.ts';
import { dueTag, neededInWords, rightsInWords } from './labels.ts';
import { MAY, mayDo } from './may.ts';
import { staffPath } from './paths.ts';
import type { CaseFile } from './port.ts';
import { conflict } from './problem-page.ts';
import { workOf } from './task.ts';

type Decision = 'grant' | 'uphold';

const DECISIONS: readonly Decision[] = ['grant', 'uphold'];

interface Draft {
  decision: Decision | undefined;
  granted: Right[];
  reason: string;
  errors: FieldError[];
}

interface Appeal {
  file: CaseFile;
  of: Contested;
  taskId: CaseFile['request']['tasks'][number]['taskId'];
  /** The request it is about, while its record exists. */
  original: CaseFile | undefined;
}

/** The undecided appeal a URL names, or the answer. A task of another kind is none. */
async function appealOf(c: Context, desk: Desk): Promise<Appeal | Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) return work;
  const { file, task } = work;
  const { appealOf: of } = file.request;
  if (of === undefined || !awaitsDecision(file.request) || task.kind !== 'act')
    return conflict(c, desk, { text: desk.words.failures['not-for-this-task'] ?? '', request: file.request });
  return { file, of, taskId: task.taskId, original: await desk.port.open(of.id, desk.staff) };
}

/** Why this member of staff does not decide: the role, or because they decided the first time. */
function hindrance(desk: Desk, { file: { request } }: Appeal): string | undefined {
  const { objections, request: texts, appeal } = desk.words;
  if (!mayDo(desk.staff, 'decide-appeal')) return texts.roleNeeded(neededInWords(desk, MAY['decide-appeal']));
  const allowed = mayDecideAppeal(request, desk.staff.sub);
  return allowed.ok ? undefined : appeal.because(objections[allowed.reason], allowed.article);
}

/** The words, once they were asked for: who looked is recorded. */
function wordsOf(desk: Desk, { file: { request } }: Appeal, shown: CaseFile | undefined): Content {
  const { appeal, request: texts } = desk.words;
  if (request.purgedAt !== undefined) return html`<p>${appeal.wordsGone}</p>`;
  if (shown === undefined) {
    const role = mayDo(desk.staff, 'show-person') ? undefined : texts.roleNeeded(neededInWords(desk, MAY['show-person']));
    const show = button({ text: appeal.wordsShow, name: 'step', value: 'words', look: 'secondary', id: 'words', disabledReason: role });
    return html`<p class="soft">${appeal.wordsLead}</p>${show}`;
  }
  const note = shown.person?.note;
  return note === undefined
    ? html`<p>${appeal.wordsNone}</p>`
    : html`<blockquote class="letter" lang="${request.lang}">${note}</blockquote>`;
}

function rightsField(desk: Desk, { of }: Appeal, { granted, errors }: Draft): Content {
  const { appeal, errorPrefix } = desk.words;
  // Of one there is nothing to choose.
  if (of.refused.length === 1) return '';
  const choices = of.refused.map((right) => ({ value: right, label: rightsInWords(desk, [right]), checked: granted.includes(right) }));
  return checkboxes({
    name: 'granted',
    label: appeal.rights,
    hint: appeal.rightsHint,
    choices,
    error: errorOf(errors, 'granted'),
    errorPrefix,
  });
}

function appealMarkup(desk: Desk, about: Appeal, { draft, shown }: { draft: Draft; shown?: CaseFile | undefined }): Markup {
  const { words } = desk;
  const { appeal, errorPrefix } = words;
  const { file, taskId, original } = about;
  const { request } = file;
  const choices = DECISIONS.map((value) => ({ value, ...appeal.decisions[value], checked: value === draft.decision }));
  const rows = [{ term: words.request.due, detail: dueTag(desk, request) }, ...answerRows(desk, request, original?.request)];
  const reason = reasonField(desk, {
    label: appeal.reason,
    hint: appeal.reasonHint,
    value: draft.reason,
    error: errorOf(draft.errors, 'reason'),
  });
  return actPage(desk, {
    request,
    title: appeal.title(request.reference),
    lead: appeal.lead,
    more: summaryList(rows),
    action: staffPath.appeal(request.id, taskId),
    fields: html`<section id="person-words"><h2>${appeal.words}</h2>${wordsOf(desk, about, shown)}</section>
${radios({ name: 'decision', label: appeal.decision, choices, error: errorOf(draft.errors, 'decision'), errorPrefix })}
${rightsField(desk, about, draft)}${reason}`,
    errors: draft.errors,
    submit: button({ text: words.forms.continue, id: 'submit', disabledReason: hindrance(desk, about) }),
  });
}

const EMPTY: Draft = { decision: undefined, granted: [], reason: '', errors: [] };

/** GET /staff/requests/<id>/tasks/<taskId>/appeal */
export async function appealForm(c: Context, desk: Desk): Promise<Response> {
  const about = await appealOf(c, desk);
  return about instanceof Response ? about : c.html(appealMarkup(desk, about, { draft: EMPTY }));
}

function draftOf(desk: Desk, { of: { refused } }: Appeal, form: PostedForm): Draft {
  const { appeal } = desk.words;
  const decision = DECISIONS.find((one) => one === textOf(form, 'decision'));
  const chosen = textsOf(form, 'granted').flatMap((text) => text.split(','));
  const granted = refused.length === 1 ? refused : refused.filter((right) => chosen.includes(right));
  const { reason, errors } = readReason(desk, form, true);
  const wrong = [
    ...(decision === undefined ? [{ field: 'decision', message: appeal.decisionMissing }] : []),
    ...(decision === 'grant' && granted.length === 0 ? [{ field: 'granted', message: appeal.rightsMissing }] : []),
  ];
  return { decision, granted: decision === 'grant' ? granted : [], reason, errors: [...wrong, ...errors] };
}

function check(desk: Desk, { file, of, taskId }: Appeal, { decision = 'uphold', granted, reason }: Draft): Markup {
  const { appeal } = desk.words;
  const stands = of.refused.filter((right) => !granted.includes(right));
  const parts = [
    ...(granted.length === 0 ? [] : [appeal.granted(rightsInWords(desk, granted))]),
    ...(stands.length === 0 ? [] : [appeal.stands(rightsInWords(desk, stands))]),
  ];
  return checkPage(desk, {
    request: file.request,
    choice: parts.join('. '),
    where: appeal.letter,
    reason,
    action: staffPath.appeal(file.request.id, taskId),
    fields: { decision, granted: granted.join(','), reason },
  });
}

/** POST /staff/requests/<id>/tasks/<taskId>/appeal */
export async function decidingAppeal(c: Context, desk: Desk): Promise<Response> {
  const about = await appealOf(c, desk);
  if (about instanceof Response) return about;
  const { file, taskId } = about;
  const { id } = file.request;
  const form = await formOf(c);
  const draft = draftOf(desk, about, form);
  if (textOf(form, 'step') === 'words') {
    const shown = mayDo(desk.staff, 'show-person') ? await desk.port.open(id, desk.staff, { reveal: true }) : undefined;
    return c.html(appealMarkup(desk, about, { draft: { ...draft, errors: [] }, shown }));
  }
  const allowed = mayDecideAppeal(file.request, desk.staff.sub);
  if (!allowed.ok) return conflict(c, desk, { text: hindrance(desk, about) ?? '', request: file.request });
  if (draft.errors.length > 0) return c.html(appealMarkup(desk, about, { draft }), 400);
  const step = stepOf(form);
  if (step === 'change') return c.html(appealMarkup(desk, about, { draft }));
  if (step !== 'confirm') return c.html(check(desk, about, draft));
  const { granted, reason } = draft;
  const done = await desk.port.decideAppeal({ id, taskId, granted, reason, by: desk.staff });
  return finish(c, desk, { request: file.request, done, result: granted.length > 0 ? 'appeal-granted' : 'appeal-upheld' });
}
