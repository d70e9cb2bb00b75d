/** The report of an audit in words. */
import type { AuditReport, LogReport } from './audit-logs.ts';
import { FINDING_WORDS, placeOf } from './finding.ts';

const count = new Intl.NumberFormat('en');

const several = (number: number, one: string, many: string): string => `${count.format(number)} ${number === 1 ? one : many}`;

function linesOf({ log, size, keyKnown, entries, checkpoints }: LogReport): string[] {
  const { receipts, statements, erased, others } = entries;
  return [
    `${log}: ${several(size, 'entry', 'entries')}${keyKnown ? '' : ', signed by a key nobody vouches for (--keys)'}`,
    `  ${several(receipts, 'receipt', 'receipts')} held, ${several(statements, 'statement', 'statements')}, ${count.format(erased)} stated as erased, ${several(others, 'entry', 'entries')} of receipts that others hold`,
    `  ${several(checkpoints, 'earlier checkpoint', 'earlier checkpoints')} compared`,
  ];
}

const ANSWERS = {
  clean: 'Clean: every file is what the entries make it, and the checkpoint signs it.',
  findings: 'NOT in order.',
  unknown: 'Cannot tell: nothing is wrong, but the key of a log is not known.',
} as const;

export function reportLines({ result, logs, findings, more, otherCheckpoints }: AuditReport): string[] {
  return [
    ...logs.flatMap(linesOf),
    ...findings.map((finding) => `✗ ${placeOf(finding)}: ${FINDING_WORDS[finding.kind]}`),
    ...(more === 0 ? [] : [`✗ and ${count.format(more)} more`]),
    ...(otherCheckpoints === 0 ? [] : [`${several(otherCheckpoints, 'checkpoint is', 'checkpoints are')} of logs that were not audited.`]),
    ANSWERS[result],
  ];
}
