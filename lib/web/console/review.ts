/** A review: columns held back because they are about others, with samples, and which of them to release. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { button } from '../ui/button.ts';
import { errorOf, type FieldError } from '../ui/fields.ts';
import { attributes, type Content, type Markup, when } from '../ui/markup.ts';
import { actPage, finish } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf, textsOf } from './form.ts';
import { systemInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import type { CaseFile, WithheldColumn } from './port.ts';
import { conflict } from './problem-page.ts';
import { workOf } from './task.ts';

interface Review {
  file: CaseFile;
  taskId: CaseFile['request']['tasks'][number]['taskId'];
  withheld: WithheldColumn[];
}

function nameOf({ system, dataset, column }: WithheldColumn): string {
  return `${system}/${dataset}/${column}`;
}

/** The open review a URL names. A task of another kind is none. */
async function reviewOf(c: Context, desk: Desk): Promise<Review | Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) return work;
  const { file, task } = work;
  if (task.kind !== 'review') return conflict(c, desk, { text: desk.words.request.noReviewTask, request: file.request });
  return { file, taskId: task.taskId, withheld: await desk.port.withheld(file.request.id, desk.staff) };
}

function samples({ words: { forms } }: Desk, { samples: values }: WithheldColumn): Content {
  const items = values.map((value) => html`<li>${value}</li>`);
  return values.length === 0 ? '' : html`<p class="sample-title">${forms.reviewSamples}</p><ul class="samples">${items}</ul>`;
}

function columnField(desk: Desk, column: WithheldColumn, { index, checked }: { index: number; checked: boolean }): Markup {
  const { forms } = desk.words;
  const id = index === 0 ? 'release' : `release-${index + 1}`;
  const box = attributes({ id, name: 'release', type: 'checkbox', value: nameOf(column), checked, 'aria-describedby': `${id}-about` });
  return html`<div class="held-back"><div class="choice"><input${box}><label for="${id}">${forms.reviewRelease(column.column)}</label></div>
<div id="${id}-about"><p class="soft">${systemInWords(desk, column.system)} · ${column.dataset} · ${forms.reviewRows(column.rows)}</p>${samples(desk, column)}</div></div>`;
}

function reviewMarkup(
  desk: Desk,
  { file, taskId, withheld }: Review,
  { released, errors }: { released: string[]; errors: FieldError[] },
): Markup {
  const { forms, errorPrefix } = desk.words;
  const boxes = withheld.map((column, index) => columnField(desk, column, { index, checked: released.includes(nameOf(column)) }));
  const error = when(
    errorOf(errors, 'release'),
    (message) => html`<p class="error-message"><span class="visually-hidden">${errorPrefix} </span>${message}</p>`,
  );
  const fields =
    withheld.length === 0
      ? html`<p>${forms.reviewNone}</p>`
      : html`<fieldset class="columns"><legend>${forms.reviewColumns}</legend>${error}${boxes}</fieldset>`;
  return actPage(desk, {
    request: file.request,
    title: forms.reviewTitle,
    lead: forms.reviewLead,
    action: staffPath.review(file.request.id, taskId),
    fields,
    errors,
    submit: button({ text: forms.reviewSubmit }),
  });
}

/** GET /staff/requests/<id>/tasks/<taskId>/review */
export async function reviewForm(c: Context, desk: Desk): Promise<Response> {
  const review = await reviewOf(c, desk);
  return review instanceof Response ? review : c.html(reviewMarkup(desk, review, { released: [], errors: [] }));
}

/** POST /staff/requests/<id>/tasks/<taskId>/review */
export async function decideReview(c: Context, desk: Desk): Promise<Response> {
  const review = await reviewOf(c, desk);
  if (review instanceof Response) return review;
  const { file, taskId, withheld } = review;
  const wanted = textsOf(await formOf(c), 'release');
  const released = withheld.map(nameOf).filter((name) => wanted.includes(name));
  if (wanted.some((name) => !released.includes(name))) {
    const errors = [{ field: 'release', message: desk.words.forms.reviewUnknown }];
    return c.html(reviewMarkup(desk, review, { released, errors }), 400);
  }
  const done = await desk.port.decideReview({ id: file.request.id, taskId, released, by: desk.staff });
  return finish(c, desk, { request: file.request, done, result: 'reviewed' });
}
