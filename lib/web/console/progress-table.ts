/** Systems down, phases across: what each has done, with attempts and the last fault in words. */
import { html } from 'hono/html';
import type { Action } from '../../domain/rights.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { hiddenText, when } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import type { TagTone } from '../ui/tag.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { faultInWords, systemInWords, wordFor } from './labels.ts';
import type { SystemProgress } from './port.ts';

const PHASES = ['find', 'export', 'erase', 'verify'] as const;

type Phase = (typeof PHASES)[number];

/** Phases of each pass, in order; the rest are not needed. */
const PHASES_OF: Record<Action, readonly Phase[]> = {
  export: ['find', 'export'],
  erase: ['find', 'erase', 'verify'],
  act: [],
  'at-once': [],
};

type Mark = 'done' | 'now' | 'failed' | 'next' | 'none';

const TONES: Record<Mark, TagTone> = { done: 'good', now: 'active', failed: 'bad', next: 'neutral', none: 'neutral' };

/** Outcomes after which the phases a system did not get to will not be run. */
const CUT_SHORT: ReadonlySet<string> = new Set(['not-found', 'skipped', 'outstanding']);

/** Where a system stands in one phase. */
export function markOf(progress: SystemProgress, phase: Phase): Mark {
  const phases: readonly Phase[] = PHASES_OF[progress.pass as Action] ?? PHASES;
  const at = phases.indexOf(phase);
  if (at === -1) return 'none';
  if (progress.phase === 'done') return progress.outcome !== undefined && CUT_SHORT.has(progress.outcome) && at > 0 ? 'none' : 'done';
  const reached = phases.indexOf(progress.phase);
  if (at < reached) return 'done';
  if (at > reached) return 'next';
  return progress.lastError === undefined ? 'now' : 'failed';
}

function phaseCell({ words: { request: texts } }: Desk, progress: SystemProgress, phase: Phase): Content {
  const words: Record<Mark, string> = {
    done: texts.phaseDone,
    now: texts.phaseNow,
    failed: texts.phaseFailed,
    next: texts.phaseNext,
    none: texts.phaseNone,
  };
  const mark = markOf(progress, phase);
  if (mark === 'none') return html`<span class="soft" aria-hidden="true">–</span>${hiddenText(words.none)}`;
  return mark === 'next' ? html`<span class="soft">${words.next}</span>` : tag(TONES[mark], words[mark]);
}

function result(desk: Desk, { outcome, found, lastError }: SystemProgress): Content {
  const { request: texts, systemOutcomes } = desk.words;
  const rows = found === undefined ? '' : html`<span class="cell-note">${texts.found(found)}</span>`;
  const fault =
    lastError === undefined || outcome !== undefined
      ? ''
      : html`<span class="cell-note">${faultInWords(desk, lastError)} <code>${lastError}</code></span>`;
  return html`${when(outcome, (code) => wordFor(systemOutcomes, code))}${rows}${fault}`;
}

/** The whole grid. */
export function progressTable(desk: Desk, progress: readonly SystemProgress[]): Markup {
  const { request: texts, phases, passes } = desk.words;
  const columns = [texts.system, texts.pass, ...PHASES.map((phase) => phases[phase]), texts.attempts, texts.result];
  const rows = progress.map((one) => [
    systemInWords(desk, one.system),
    wordFor(passes, one.pass),
    ...PHASES.map((phase) => phaseCell(desk, one, phase)),
    String(one.attempts),
    result(desk, one),
  ]);
  return table({
    caption: texts.systems,
    captionHidden: true,
    columns: columns.map((text) => ({ text, numeric: text === texts.attempts })),
    rows,
    empty: texts.noSystems,
  });
}
