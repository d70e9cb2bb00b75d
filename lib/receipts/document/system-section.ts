/** What each system did, as a table, and what is kept, with its ground. */
import { listOf, plain, section, type Line, type Row, type Section } from './document.ts';
import { day, time, timeAfter, wordFor, type Pen } from './pen.ts';
import type { ReceiptFacts, SystemFacts } from './receipt-facts.ts';

const small = (text: string): Line => [{ text, look: 'small' }];
const nameOf = ({ label, dataset }: SystemFacts): string => (dataset === undefined ? label : `${label}: ${dataset}`);

function outcomeLines(pen: Pen, { outcome, reason, grounds, expectedOn }: SystemFacts): Line[] {
  const { words } = pen;
  const main = outcome === 'retained' ? words.keptOutcome : wordFor(words.outcomes, outcome);
  const why = reason === undefined && expectedOn !== undefined ? words.expected(day(pen, expectedOn)) : reason;
  const rests = grounds.map(({ text, law }) => (law === undefined ? text : `${text} (${law})`));
  return [plain(main), ...[why, ...rests].flatMap((text) => (text === undefined ? [] : [small(text)]))];
}

/** When it was done, and when the system was asked again; the date is said once if it is the same. */
function times(pen: Pen, { at, verifiedAt }: SystemFacts): Line[] {
  if (at === undefined) return [];
  if (verifiedAt === undefined) return [plain(time(pen, at))];
  return [[...plain(`${time(pen, at)}, `), ...small(pen.words.checked(timeAfter(pen, at, verifiedAt)))]];
}

function row(pen: Pen, system: SystemFacts): Row {
  return [[plain(nameOf(system))], outcomeLines(pen, system), [plain(pen.spell.number(system.records ?? 0))], times(pen, system)];
}

/** One row for each system and outcome. */
export function systemsSection(pen: Pen, { systems }: ReceiptFacts): Section[] {
  const { terms, headings } = pen.words;
  const columns = [{ text: terms.system }, { text: terms.outcome }, { text: terms.records, numeric: true as const }, { text: terms.when }];
  const rows = systems.map((system) => row(pen, system));
  return section(headings.systems, rows.length === 0 ? [] : [{ kind: 'table', caption: headings.systems, columns, rows }]);
}

function keptLine(pen: Pen, system: SystemFacts): Line[] {
  const { retain } = system;
  if (retain === undefined) return [];
  const { law, text, until } = retain;
  const ground = law === undefined ? ':' : ` (${law}):`;
  return [
    [
      { text: nameOf(system), look: 'strong' },
      { text: [ground, text ?? ''].join(' ').trimEnd() },
      ...(until === undefined ? [] : [{ text: ' ' }, { text: pen.words.keptUntil(day(pen, until)), look: 'strong' as const }]),
    ],
  ];
}

/** What the law makes us keep. */
export function keptSection(pen: Pen, { systems }: ReceiptFacts): Section[] {
  return section(pen.words.headings.kept, listOf(systems.flatMap((system) => keptLine(pen, system))));
}
