/** The deadline board: open requests by due date in groups of urgency, with filters in the URL, search and CSV. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { LAW_IDS } from '../../domain/law/law-ids.ts';
import { readReference } from '../../domain/reference.ts';
import { button } from '../ui/button.ts';
import { dateInWords } from '../ui/dates.ts';
import { errorSummary } from '../ui/error-summary.ts';
import type { FieldError } from '../ui/fields.ts';
import { errorOf, select, textField } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import { appealOfInWords } from './appeal-facts.ts';
import { boardFile } from './board-csv.ts';
import { type BoardFilter, boardRows } from './board-rows.ts';
import { groupRows } from './board-groups.ts';
import type { Desk } from './desk.ts';
import { staffPage } from './frame.ts';
import { dueCell, lawInWords, rightsInWords, stateTag, stepInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import type { BoardRow } from './port.ts';

const OPEN_STATES = ['received', 'awaiting-verification', 'in-progress', 'in-review', 'ready'] as const;

interface Board {
  filter: BoardFilter;
  cursor?: string;
  rows: BoardRow[];
  next?: string;
}

function filterOf(c: Context): BoardFilter {
  const state = OPEN_STATES.find((candidate) => candidate === c.req.query('state'));
  const law = LAW_IDS.find((candidate) => candidate === c.req.query('law'));
  return { ...(state === undefined ? {} : { state }), ...(law === undefined ? {} : { law }) };
}

function filterForm({ words, port }: Desk, filter: BoardFilter): Markup {
  const { board } = words;
  const states = OPEN_STATES.map((state) => ({ value: state, label: words.states[state] }));
  const laws = port.configuration.laws.map((law) => ({ value: law, label: lawInWords(law) }));
  const field = (name: 'state' | 'law', label: string, options: { value: string; label: string }[]): Markup =>
    select({ name, label, value: filter[name] ?? '', groups: [{ options }], errorPrefix: words.errorPrefix });
  const filtered = filter.state !== undefined || filter.law !== undefined;
  return html`<form class="toolbar" method="get" action="${staffPath.board()}" aria-label="${board.filters}">
${field('state', board.state, [{ value: '', label: board.anyState }, ...states])}${field('law', board.law, [{ value: '', label: board.anyLaw }, ...laws])}
${button({ text: board.apply, look: 'secondary' })}${when(filtered, () => html`<a class="toolbar-link" href="${staffPath.board()}">${board.clear}</a>`)}</form>`;
}

function findForm({ words }: Desk, typed: string, errors: readonly FieldError[]): Markup {
  const { board } = words;
  return html`<form class="toolbar" method="get" action="${staffPath.find()}" role="search" aria-label="${board.find}">
${textField({
  name: 'reference',
  label: board.find,
  hint: board.findHint,
  value: typed,
  type: 'search',
  width: 'short',
  maxlength: 40,
  spellcheck: false,
  autocomplete: 'off',
  error: errorOf(errors, 'reference'),
  errorPrefix: words.errorPrefix,
})}${button({ text: board.findButton, look: 'secondary' })}</form>`;
}

function waiting(desk: Desk, row: BoardRow): Content {
  const { board } = desk.words;
  const step = row.waitsFor === undefined ? '' : html`<span class="cell-note">${stepInWords(desk, row.waitsFor)}</span>`;
  return html`${stateTag(desk, row.state)}${when(row.parked, () => html` ${tag('bad', board.parked)}`)}${step}`;
}

function line(desk: Desk, row: BoardRow): Content[] {
  const { board } = desk.words;
  return [
    html`<a class="mono" href="${staffPath.request(row.id)}">${row.reference}</a>`,
    dueCell(desk, row),
    html`${rightsInWords(desk, row.rights)}${when(row.appealOf, () => html`<span class="cell-note">${appealOfInWords(desk, row)}</span>`)}<span class="cell-note">${lawInWords(row.law)}</span>`,
    waiting(desk, row),
    row.tasks === 0 ? html`<span class="soft">${board.noTasks}</span>` : html`<strong>${row.tasks}</strong>`,
    html`<span class="soft">${dateInWords(desk.lang, row.receivedAt)}</span>`,
  ];
}

function groups(desk: Desk, rows: readonly BoardRow[]): Markup[] {
  const { board, urgencies } = desk.words;
  const columns = [board.reference, board.due, board.rightsColumn, board.waitsFor, board.tasks, board.received].map((text, index) => ({
    text,
    numeric: index === 4,
  }));
  return groupRows(rows, desk).map(
    ({ urgency, rows: of }) => html`<section class="board-group"><h2>${urgencies[urgency]} <span class="count">${of.length}</span></h2>
${table({ caption: urgencies[urgency], captionHidden: true, columns, rows: of.map((row) => line(desk, row)) })}</section>`,
  );
}

function empty({ words: { board } }: Desk, { filter, cursor, next }: Board): Markup {
  if (next !== undefined) return html`<div class="empty-state"><p class="lead">${board.emptySoFar}</p></div>`;
  const filtered = filter.state !== undefined || filter.law !== undefined || cursor !== undefined;
  return html`<div class="empty-state"><p class="lead">${filtered ? board.emptyFiltered : board.empty}</p>${filtered ? '' : html`<p class="soft">${board.emptyHint}</p>`}</div>`;
}

function paging({ words: { board } }: Desk, { filter, cursor, next }: Board): Content {
  const first = when(cursor, () => html`<li><a href="${staffPath.board({ ...filter })}">${board.first}</a></li>`);
  const more = when(
    next,
    (value) => html`<li><a rel="next" href="${staffPath.board({ ...filter, cursor: value })}">${board.next}</a></li>`,
  );
  return cursor === undefined && next === undefined ? '' : html`<ul class="paging">${first}${more}</ul>`;
}

function boardMarkup(desk: Desk, board: Board, search: { typed: string; errors: FieldError[] }): Markup {
  const { words } = desk;
  const body = board.rows.length === 0 ? empty(desk, board) : groups(desk, board.rows);
  const title = search.errors.length === 0 ? words.board.title : words.errorTitle(words.board.title);
  const main = html`${errorSummary(words.problemTitle, search.errors)}<h1>${words.board.title}</h1>
<p class="soft">${words.board.lead(board.rows.length, board.next !== undefined || board.cursor !== undefined)}</p>
<div class="toolbars">${filterForm(desk, board.filter)}${findForm(desk, search.typed, search.errors)}</div>
${body}${paging(desk, board)}<p><a href="${staffPath.csv({ ...board.filter })}">${words.board.csv}</a></p>`;
  return staffPage(desk, { title, main, current: 'board' });
}

async function load(c: Context, desk: Desk): Promise<Board> {
  const cursor = c.req.query('cursor');
  const filter = filterOf(c);
  return { filter, ...(cursor === undefined ? {} : { cursor }), ...(await boardRows(desk, filter, cursor)) };
}

/** GET /staff */
export async function boardPage(c: Context, desk: Desk): Promise<Response> {
  return c.html(boardMarkup(desk, await load(c, desk), { typed: '', errors: [] }));
}

/** GET /staff/requests.csv */
export async function boardCsv(c: Context, desk: Desk): Promise<Response> {
  return boardFile(c, desk, filterOf(c));
}

/** GET /staff/find: to the request, or back to the board with the reason. */
export async function findReference(c: Context, desk: Desk): Promise<Response> {
  const typed = (c.req.query('reference') ?? '').slice(0, 40);
  const reference = readReference(typed);
  const id = reference && (await desk.port.find(reference));
  if (id !== undefined) return c.redirect(staffPath.request(id), 303);
  const message = reference === undefined ? desk.words.board.findWrong : desk.words.board.findNone(reference);
  const status = reference === undefined ? 400 : 404;
  return c.html(boardMarkup(desk, await load(c, desk), { typed, errors: [{ field: 'reference', message }] }), status);
}
