/** System by system: what is done, what is waiting, and for whom. Only for the person. */
import { html } from 'hono/html';
import { STAFF_TASKS, type SystemOutcome } from '../../domain/request-events.ts';
import type { Request } from '../../domain/request.ts';
import { byHand, passesOf, type Action } from '../../domain/rights.ts';
import { dateInWords, instantInWords, plural } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import { tag, type TagTone } from '../ui/tag.ts';
import { systemLabel } from './history.ts';
import type { Visit } from './visit.ts';

interface Line {
  system: string;
  pass: Action;
  outcome?: SystemOutcome;
  withPerson: boolean;
}

const TONES: Record<SystemOutcome['outcome'], TagTone> = {
  exported: 'good',
  deleted: 'good',
  retained: 'attention',
  'not-found': 'good',
  skipped: 'attention',
  outstanding: 'paused',
};

const STAFF_KINDS: readonly string[] = STAFF_TASKS;

function linesOf(request: Request): Line[] {
  const systems = request.waves.flat();
  const passes = (request.passes.length > 0 ? request.passes : passesOf(request.rights)).filter((pass) => !byHand(pass));
  return passes.flatMap((pass) =>
    systems.map((system) => {
      const outcome = request.outcomes.find((one) => one.system === system && one.pass === pass);
      const withPerson = request.tasks.some(
        (task) => STAFF_KINDS.includes(task.kind) && task.system === system && (task.pass ?? pass) === pass,
      );
      return { system, pass, withPerson, ...(outcome === undefined ? {} : { outcome }) };
    }),
  );
}

function outcomeDetail(visit: Visit, outcome: SystemOutcome): Content {
  const words = visit.m.case.status;
  const parts = [
    outcome.found > 0 ? plural(visit.lang, outcome.found, words.rowsFound) : '',
    outcome.verifiedAt === undefined ? '' : words.checked(instantInWords(visit.lang, outcome.verifiedAt, visit.zone)),
    outcome.expectedOn === undefined ? '' : visit.m.words.receipt.expected(dateInWords(visit.lang, outcome.expectedOn)),
    outcome.reason ?? '',
  ].filter(Boolean);
  return when(parts.join(', '), (text) => html`<br /><small>${text}</small>`);
}

/** A pass that has begun asks its systems; one that has not, waits. */
function stateOf(visit: Visit, line: Line, request: Request): Markup {
  const words = visit.m.case.status;
  const { outcome } = line;
  if (outcome !== undefined)
    return html`${tag(TONES[outcome.outcome], visit.m.words.receipt.outcomes[outcome.outcome])}${outcomeDetail(visit, outcome)}`;
  if (line.withPerson) return tag('attention', words.withPerson);
  const erasureWaits = line.pass === 'erase' && request.passes.includes('export') && request.fetchEnded === undefined;
  return erasureWaits ? tag('neutral', words.notBegun) : tag('active', words.working);
}

/** The table with its one-line summary; nothing before the systems are known. */
export function progressSection(visit: Visit, request: Request): Content {
  const words = visit.m.case.status;
  const lines = linesOf(request);
  if (lines.length === 0) return '';
  const done = lines.filter(({ outcome }) => outcome !== undefined && outcome.outcome !== 'outstanding').length;
  const people = lines.filter(({ outcome, withPerson }) => withPerson && outcome === undefined).length;
  const lead = words.progressLead({ done, all: lines.length }) + (people > 0 ? plural(visit.lang, people, words.progressPerson) : '');
  return html`<h2>${words.progress}</h2>
    <p>${lead}.</p>
    ${table({
      caption: words.progress,
      captionHidden: true,
      columns: [{ text: words.system }, { text: words.task }, { text: words.state }],
      rows: lines.map((line) => [systemLabel(visit, line.system), visit.m.words.actions[line.pass], stateOf(visit, line, request)]),
    })}`;
}
