/** The little style the staff pages add to the shared look: dense tables, toolbars, a case in two columns. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';

const style = `
.wide main { padding-block: 1.5rem 3rem; }
.wide h1 { font-size: clamp(1.5rem, 1.25rem + 1.2vw, 2rem); margin-bottom: .5rem; }
.wide h2 { font-size: 1.1875rem; margin-block: 2rem .625rem; }
.wide main, .wide .button, .wide .input { font-size: 1rem; }
.wide .lead { font-size: 1.0625rem; max-width: 65ch; }
.wide th, .wide td { padding: .4375rem 1rem .4375rem 0; line-height: 1.45; }
@media (max-width: 34rem) { .wide th, .wide td { padding-inline-end: .625rem; } .wide th .tag { white-space: normal; } }
.wide td.numeric { white-space: nowrap; }
.wide tbody tr:hover > * { background: var(--shade); }
.mono-heading { font-family: var(--mono); letter-spacing: 0; }
.account { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.account .button { min-height: 0; padding: .125rem 0; font-size: .9375rem; }
.cell-note { display: block; color: var(--soft); font-size: .9375rem; font-weight: 400; }
.cell-note code { overflow-wrap: anywhere; }
.toolbars { display: flex; flex-wrap: wrap; gap: 1rem 3rem; align-items: end; padding-block: 1rem; border-block: 1px solid var(--line); }
.table-frame { position: relative; }
.toolbar { min-width: 0; max-width: 100%; display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin: 0; }
.toolbar .field { margin: 0; min-width: 0; max-width: 100%; }
.toolbar .hint { margin-bottom: .25rem; font-size: .9375rem; }
.toolbar .input { width: auto; max-width: 100%; }
.toolbar .button { margin: 0; }
.toolbar-link { padding-block: .5rem; }
.board-group h2 { margin-block: 1.5rem .25rem; }
.board-group .table-frame { margin-bottom: .5rem; }
.board-group table { min-width: 56rem; table-layout: fixed; }
.board-group :is(th, td):nth-child(1) { width: 9rem; }
.board-group :is(th, td):nth-child(2) { width: 11.5rem; }
.board-group :is(th, td):nth-child(5) { width: 6.25rem; }
.board-group :is(th, td):nth-child(6) { width: 11rem; }
.board-group + .board-group thead th { padding-block: 0; font-size: 0; line-height: 0; }
.board-group .mono { white-space: nowrap; }
@media (max-width: 34rem) { .board-group :is(th, td) { padding-inline-end: .75rem; } .board-group :is(th, td):nth-child(1) { width: 7.25rem; } .board-group :is(th, td):nth-child(2) { width: 11rem; } }
.count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; margin-inline-start: .25rem; }
.wide .error-summary h2 { margin-top: 0; }
.empty-state { border: 1px dashed var(--strong-line); border-radius: var(--radius); padding: 2rem 1.5rem; margin-block: 1.5rem; }
.empty-state > :last-child { margin: 0; }
.paging { display: flex; gap: 1.5rem; list-style: none; padding: 0; }
.case { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 62rem) { .case { grid-template-columns: minmax(0, 1fr) 20rem; } }
.case section:first-child > h2 { margin-top: 0; }
.case .banner { margin-bottom: 0; }
.case .banner ul { margin: 0; }
.case-side { border-top: 1px solid var(--line); padding-top: 1.5rem; }
@media (min-width: 62rem) { .case-side { border: 0; padding: 0; } }
.acts { list-style: none; padding: 0; }
.acts li { margin-bottom: .625rem; }
.acts .button { display: block; width: 100%; text-align: start; margin: 0; }
.acts .disabled-reason { display: block; margin: .25rem 0 0; font-size: .9375rem; }
#systems table { min-width: 46rem; }
.facts .tag, .summary-list .tag { white-space: normal; }
.case-main .summary-row { padding-block: .5rem; }
.timeline-body { font-size: .9375rem; overflow-wrap: anywhere; }
.act-form, .facts { max-width: 46rem; }
.facts .summary-row { padding-block: .5rem; }
.letter { margin: 0 0 1rem; padding: 1rem 1.25rem; border-inline-start: 5px solid var(--accent); background: var(--shade); max-width: 46rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.letter mark { padding: .0625rem .125rem; border-bottom: 2px solid var(--warn); background: var(--warn-wash); color: var(--ink); }
.mark-note { color: var(--warn); font-size: .8125rem; font-weight: 650; white-space: normal; }
@media (min-width: 62rem) { .case.sorting { grid-template-columns: minmax(0, 1fr) 24rem; } }
.sorting .act-form .input { max-width: 100%; }
.columns { border: 0; padding: 0; margin: 0 0 1.5rem; min-width: 0; }
.columns legend { font-weight: 700; font-size: 1.1875rem; padding: 0; margin-bottom: .75rem; }
.held-back { border-top: 1px solid var(--line); padding-block: 1rem; }
.held-back .choice { margin-bottom: .25rem; }
.held-back > div:last-child { margin-inline-start: 2.75rem; }
.held-back .soft, .sample-title { margin-bottom: .25rem; }
.sample-title { font-weight: 650; }
.samples { margin: 0; padding: .5rem 1rem .5rem 2rem; background: var(--shade); font-family: var(--mono); font-size: .875rem; overflow-wrap: anywhere; }
@media print { .toolbars, .paging, .acts { display: none; } }
@media (forced-colors: active) { .letter, .empty-state { border-color: CanvasText; } }
`;

const file = `/console-${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;

/** Where the style is, by its content. */
export const CONSOLE_STYLE_PATH = `/staff${file}`;

/** Serves it; there is nothing secret in it. */
export function serveStyle(app: Hono): void {
  app.get(file, (c) =>
    c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' }),
  );
}
