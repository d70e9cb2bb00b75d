/** The table of all laws, as docs/law.md prints it: one row per text of a law, from the data alone. */
import { ALL_LAWS } from '../../../lib/domain/law/all-laws.ts';
import { LAW_IDS } from '../../../lib/domain/law/law-ids.ts';
import type { Cited, Clock, Duty, Law, Period } from '../../../lib/domain/law/law.ts';
import { RIGHTS, type Right } from '../../../lib/domain/rights.ts';

const HEAD = [
  'law',
  'in force',
  'rights',
  'answer',
  'extension',
  'acknowledge',
  'opt-out, limit, stop',
  'appeal',
  'pauses',
  'other clocks',
  'counting',
];
const NONE = '–';

/** How the column "rights" abbreviates them; appeal and complaint have columns of their own or belong to every law. */
const LETTERS: Partial<Record<Right, string>> = {
  access: 'A',
  portability: 'P',
  erasure: 'E',
  rectification: 'R',
  restriction: 'S',
  objection: 'O',
  'withdraw-consent': 'W',
  'opt-out-of-sale': 'sale',
  'opt-out-of-targeted-ads': 'ads',
  'opt-out-of-profiling': 'profiling',
  limit: 'limit',
};

const doubt = ({ status }: Cited): string => (status === 'toBeConfirmed' ? '?' : '');
const UNITS: Record<Period['unit'], string> = { day: 'day', businessDay: 'business day', month: 'month' };

function length({ amount, unit }: Period): string {
  return `${amount} ${UNITS[unit]}${amount === 1 ? '' : 's'}`;
}

function since({ validFrom, validTo }: Pick<Cited, 'validFrom' | 'validTo'>): string {
  return [validFrom && ` from ${validFrom}`, validTo && ` until ${validTo}`].filter(Boolean).join('');
}

const listed = (parts: readonly string[], separator = ', '): string => (parts.length === 0 ? NONE : parts.join(separator));

function clock(each: Clock): string {
  const { period, words, appliesTo, guidance } = each;
  const whose = appliesTo === undefined ? '' : ` (${appliesTo.join(', ')})`;
  return `${period ? length(period) : words}${doubt(each)}${guidance ? ' by guidance' : ''}${since(each)}${whose}`;
}

function clocks(law: Law, ...duties: Duty[]): string {
  return listed(
    law.clocks
      .filter(({ duty }) => duties.includes(duty))
      .map((each) => (duties.length === 1 ? clock(each) : `${each.duty} ${clock(each)}`)),
    '; ',
  );
}

function rights(law: Law): string {
  const granted = RIGHTS.flatMap((right) => {
    const grant = law.rights[right];
    return grant === undefined ? [] : [`${LETTERS[right] ?? right}${doubt(grant)}${since(grant)}`];
  });
  return listed(granted);
}

function extension({ extension: given }: Law): string {
  if (given === undefined) return NONE;
  return `${given.period ? `+ ${length(given.period)}` : 'as long as told'}${doubt(given)}`;
}

function appeal({ remedies }: Law): string {
  const { appeal: given } = remedies;
  if (given === undefined) return NONE;
  return `${length(given.period)}${given.extension ? ` + ${length(given.extension)}` : ''}${doubt(given)}`;
}

function pauses(law: Law): string {
  const effective = Object.entries(law.pauses).filter(([, pause]) => pause.effect !== 'none');
  return listed(
    effective.map(([question, pause]) => {
      const limits = [...(pause.appliesTo ?? []), ...(pause.optional ? ['optional'] : [])];
      return `${question} ${pause.effect}${doubt(pause)}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`;
    }),
    '; ',
  );
}

function row(law: Law): string[] {
  return [
    `\`${law.id}\` ${law.shortName}`,
    since(law).trim() || NONE,
    rights(law),
    clocks(law, 'respond'),
    extension(law),
    clocks(law, 'acknowledge'),
    clocks(law, 'act', 'stop'),
    appeal(law),
    pauses(law),
    clocks(
      law,
      'delete',
      'access-drop',
      'acknowledge-complaint',
      'answer-grievance',
      'reconsent-wait',
      'legal-hold',
      'record',
      'notice-indirect',
    ),
    law.counting.rule,
  ];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Rows in the order of `LAW_IDS`. */
export function lawTable(): string {
  const rows = LAW_IDS.flatMap((id) => ALL_LAWS[id].map(row));
  return [HEAD, HEAD.map(() => '---'), ...rows].map(line).join('\n');
}

const START = '<!-- laws -->';
const END = '<!-- end of laws -->';

/** The document with the table in its place. */
export function withLawTable(document: string): string {
  const [from, to] = [document.indexOf(START), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/law.md has no place for the table: add the lines ${START} and ${END}`);
  return `${document.slice(0, from)}${START}\n\n${lawTable()}\n\n${document.slice(to)}`;
}
