/** After a whole end-to-end run: fails it for a grant that nothing used, and records what was found. */
import { globSync } from 'node:fs';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';
import { IMPLIED_CALLS, type ImpliedCall } from '../../../lib/local/iam/implied-calls.ts';
import { type Finding, recordFinding } from '../../fidelity/findings.ts';
import { collectedGrants, forgetGrants } from './collected-grants.ts';
import { type GrantsVerdict, judgeGrants } from './judge-grants.ts';
import { UNUSED_GRANTS } from './unused-grants.ts';

/** A reporter beside the others. */
export class GrantsReporter implements Reporter {
  onTestRunStart(): void {
    forgetGrants();
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): void {
    const gap = whatIsMissing(modules, reason);
    if (gap !== undefined) return console.info(`Grants are not judged: ${gap}.`);
    const verdict = judgeGrants(collectedGrants(), UNUSED_GRANTS);
    recordFinding('grants', findingOf(verdict));
    if (verdict.faults.length === 0) return console.info(`Grants: ${verdict.used} used, ${excusedOf(verdict)} excused, none left over.`);
    console.error(['Grants:', ...verdict.faults].join('\n  '));
    process.exitCode = 1;
  }
}

/** Only what every suite together did not use can be called unused. */
function whatIsMissing(modules: readonly TestModule[], reason: TestRunEndReason): string | undefined {
  if (reason !== 'passed') return 'the run has failed';
  const ran = new Set(modules.map(({ relativeModuleId }) => relativeModuleId));
  const absent = globSync('test/e2e/**/*.test.ts').find((file) => !ran.has(file));
  if (absent !== undefined) return `${absent} was not run, and only a whole run can tell`;
  const skipped = modules.find((module) => [...module.children.allTests('skipped')].length > 0);
  return skipped && `tests of ${skipped.relativeModuleId} were skipped`;
}

const excusedOf = ({ excused }: GrantsVerdict): number => excused.reduce((sum, { grants }) => sum + grants, 0);

/** A row per reason. */
function excusedRows({ excused }: GrantsVerdict): string[][] {
  const byReason = Map.groupBy(excused, ({ exception }) => exception.reason);
  const listed = (values: string[]): string => [...new Set(values)].join(', ');
  return [...byReason].map(([reason, same]) => [
    listed(same.map(({ exception }) => exception.holder)),
    listed(same.map(({ exception: { action, resource } }) => `${action} on ${resource}`)),
    String(same.reduce((sum, { grants }) => sum + grants, 0)),
    reason,
  ]);
}

function findingOf(verdict: GrantsVerdict): Finding {
  const { used } = verdict;
  const all = used + excusedOf(verdict);
  const implied: readonly ImpliedCall[] = Object.values(IMPLIED_CALLS);
  return {
    judge: 'the end-to-end suites',
    question: 'Is every permission of the template needed, and every needed one granted?',
    answer: `${all} grants; ${used} used by the end-to-end suites, ${excusedOf(verdict)} excused.`,
    tables: [
      {
        caption: 'Grants that only the cloud uses:',
        head: ['Whose', 'What', 'Grants', 'Why they stay'],
        rows: excusedRows(verdict),
      },
      {
        caption: 'Calls that AWS makes in the name of the caller, and that the small AWS judges as well:',
        head: ['Call', 'When', 'Also needs', 'Documentation'],
        rows: implied.map(({ by, when, calls, page }) => [by, when, calls.join(', '), page]),
      },
    ],
  };
}
