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

/** Says which parts of the document are not what this run found; exits with 1 if there are any. */
function check(document: string, findings: ReadonlyMap<FindingId, Finding>): void {
  const different = [...findings].filter(([id, finding]) => withFinding(document, id, finding) !== document).map(([id]) => id);
  const absent = FINDING_IDS.filter((id) => !findings.has(id));
  if (absent.length > 0) console.error(`These judges did not run: ${absent.join(', ')}`);
  if (different.length > 0)
    console.error(
      `docs/fidelity.md does not say what was found by: ${different.join(', ')}. Write it with npm run fidelity, and read the change`,
    );
  if (absent.length + different.length > 0) process.exitCode = 1;
}

/** Writes what was found; what was not judged in this run stays. */
function write(document: string, findings: ReadonlyMap<FindingId, Finding>): void {
  writeFileSync(
    DOCUMENT,
    [...findings].reduce((text, [id, finding]) => withFinding(text, id, finding), document),
  );
  const absent = FINDING_IDS.filter((id) => !findings.has(id));
  if (absent.length > 0) console.warn(`Left as it was, because its judge did not run: ${absent.join(', ')}`);
}

const run = process.argv.includes('--check') ? check : write;
run(readFileSync(DOCUMENT, 'utf8'), readFindings());
