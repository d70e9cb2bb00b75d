/** `npm run fidelity [-- --check]`: writes what the judges found into `docs/fidelity.md`, or checks that it says just that. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, FINDING_IDS, type FindingId, type FindingTable, readFinding } from './findings.ts';

const DOCUMENT = join(import.meta.dirname, '../../docs/fidelity.md');

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = ({ caption, head, rows }: FindingTable): string =>
  ['', caption, '', row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const section = ({ judge, question, answer, tables = [] }: Finding): string =>
  [`**${question}** ${answer} (Judge: ${judge}.)`, ...tables.map(table)].join('\n');

const start = (id: FindingId): string => `<!-- found by ${id} -->`;
const END = '<!-- end of finding -->';

/** The document with a judge's part replaced. */
function withFinding(document: string, id: FindingId, finding: Finding): string {
  const from = document.indexOf(start(id));
  const to = document.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`docs/fidelity.md has no place for "${id}": add the lines ${start(id)} and ${END}`);
  return `${document.slice(0, from)}${start(id)}\n\n${section(finding)}\n\n${document.slice(to)}`;
}

function readFindings(): Map<FindingId, Finding> {
  const all = FINDING_IDS.map((id) => [id, readFinding(id)] as const);
  return new Map(all.flatMap(([id, finding]) => (finding === undefined ? [] : [[id, finding]])));
}

function check(before: string, { after, absent }: { after: string; absent: readonly FindingId[] }): void {
  if (absent.length > 0) throw new Error(`These judges did not run: ${absent.join(', ')}`);
  if (after !== before) throw new Error('docs/fidelity.md is not what this run found: `npm run fidelity` writes it, then read the change');
}

const findings = readFindings();
const absent = FINDING_IDS.filter((id) => !findings.has(id));
const before = readFileSync(DOCUMENT, 'utf8');
const after = [...findings].reduce((document, [id, finding]) => withFinding(document, id, finding), before);
if (process.argv.includes('--check')) check(before, { after, absent });
else writeFileSync(DOCUMENT, after);
if (absent.length > 0) console.warn(`Left as it was, because its judge did not run: ${absent.join(', ')}`);
