/** Everything that waits for a person, nearest date first. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { OpenTask } from '../../domain/request.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import type { Desk } from './desk.ts';
import { staffPage } from './frame.ts';
import { causeInWords, dueCell, instant } from './labels.ts';
import { taskHref, taskTitle } from './next-action.ts';
import { staffPath } from './paths.ts';
import type { BoardRow } from './port.ts';

interface Waiting {
  row: BoardRow;
  task: OpenTask;
}

function line(desk: Desk, { row, task }: Waiting): Content[] {
  return [
    html`<a href="${taskHref(row.id, task)}">${taskTitle(desk, task, row)}</a>${when(causeInWords(desk, task), (text) => html`<span class="cell-note">${text}</span>`)}`,
    dueCell(desk, row),
    html`<a class="mono" href="${staffPath.request(row.id)}">${row.reference}</a>`,
    html`<span class="soft">${instant(desk, task.openedAt)}</span>`,
  ];
}

function body(desk: Desk, waiting: readonly Waiting[]): Markup {
  const { tasksPage: texts, request } = desk.words;
  if (waiting.length === 0)
    return html`<div class="empty-state"><p class="lead">${texts.empty}</p><p class="soft">${texts.emptyHint}</p></div>`;
  const columns = [texts.task, texts.due, texts.request, request.opened].map((text) => ({ text }));
  return table({ caption: texts.title, captionHidden: true, columns, rows: waiting.map((one) => line(desk, one)) });
}

/** GET /staff/tasks */
export async function tasksPage(c: Context, desk: Desk): Promise<Response> {
  const { tasksPage: texts } = desk.words;
  const cursor = c.req.query('cursor');
  const { waiting, next } = await desk.port.tasks(cursor === undefined ? {} : { cursor });
  const links = [
    ...(cursor === undefined ? [] : [html`<li><a href="${staffPath.tasks()}">${texts.first}</a></li>`]),
    ...(next === undefined ? [] : [html`<li><a rel="next" href="${staffPath.tasks({ cursor: next })}">${texts.more}</a></li>`]),
  ];
  const paging = links.length === 0 ? '' : html`<ul class="paging">${links}</ul>`;
  const main = html`<h1>${texts.title}</h1><p class="soft">${texts.lead}</p>${body(desk, waiting)}${paging}`;
  return c.html(staffPage(desk, { title: texts.title, main, current: 'tasks' }));
}
