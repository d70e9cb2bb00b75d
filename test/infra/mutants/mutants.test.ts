/** Deliberate damage to the definition and the template: somebody must say no, or it must be explained why nobody does. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFinding } from '../../fidelity/findings.ts';
import { explanationOf } from './explanations.ts';
import { findings, type Judge, JUDGES, type Verdict, verdict } from './judges.ts';
import { type Mutant, SEEN_IN_DEFINITION, SEEN_IN_TEMPLATE, UNSEEN_IN_DEFINITION, UNSEEN_IN_TEMPLATE } from './named-mutants.ts';
import { type RandomMutant, randomMutants } from './random-mutants.ts';
import { readSubject, readTemplate, synthesizeForMutants, withDefinition, writeTemplate } from './subject.ts';

// A machine that does many other things at once may need ten times the half second that a mutant takes.
const TIMEOUT = 30_000;

const outdir = synthesizeForMutants();
const text = readTemplate(outdir);
const random = randomMutants(readSubject(text), { seed: 20, ofEach: 10 });
const verdicts = new Map<Mutant, Verdict>();
let before: ReadonlySet<string>;

beforeAll(async () => {
  const said = await findings(outdir);
  // What cdk-nag says of the template as it is has its reasons in suppressions.ts, which a bare template does not carry.
  expect(said.filter(([judge]) => judge !== 'cdk-nag')).toEqual([]);
  before = new Set(said.map(([, saying]) => saying));
});

afterAll(() => rmSync(path.dirname(outdir), { recursive: true }));

async function judged(mutant: Mutant): Promise<Verdict> {
  const subject = readSubject(text);
  mutant.change(subject);
  writeTemplate(outdir, mutant.of === 'definition' ? withDefinition(text, subject) : subject.template);
  const found = verdict(await findings(outdir), before);
  verdicts.set(mutant, found);
  return found;
}

/** Judges whose no stops a change; a snapshot only asks a person to look at it. */
const stopped = (found: Verdict): Judge[] => [...found.keys()].filter((judge) => judge !== 'snapshot');

/** Judges of a synthesis: an engineer hears of the fault before anything is deployed. */
const LINTERS: readonly Judge[] = ['asl-validator', 'cfn-validate', 'cdk-nag', 'definition lint', 'template lint'];

const byName = (mutants: readonly Mutant[]): [string, Mutant][] => mutants.map((mutant) => [mutant.name, mutant]);

describe('the synthesis stops', () => {
  const named = [...UNSEEN_IN_DEFINITION, ...UNSEEN_IN_TEMPLATE, ...SEEN_IN_DEFINITION, ...SEEN_IN_TEMPLATE];
  it.each(byName(named))(
    'at %s',
    async (_name, mutant) => {
      expect(stopped(await judged(mutant)).filter((judge) => LINTERS.includes(judge))).not.toEqual([]);
    },
    TIMEOUT,
  );
});

describe('damage at random is seen, or explained', () => {
  it.each(byName(random))(
    '%s',
    async (_name, mutant) => {
      const found = stopped(await judged(mutant));
      if (found.length === 0) expect(explanationOf((mutant as RandomMutant).damage), 'an explanation of this survivor').toBeDefined();
    },
    TIMEOUT,
  );
});

const GROUPS: readonly [string, readonly Mutant[]][] = [
  ['Definition: faults that no tool saw', UNSEEN_IN_DEFINITION],
  ['Template: faults that no tool saw', UNSEEN_IN_TEMPLATE],
  ['Definition: faults that tools see', SEEN_IN_DEFINITION],
  ["Template: faults that CloudFormation's own rules see, some of them as warnings only", SEEN_IN_TEMPLATE],
  ['At random: a field dropped, exchanged with another, or misspelt', random],
];

/** Ids without the hash that the CDK adds, which changes with every other name. */
const readable = (name: string): string => name.replaceAll(/\b([A-Za-z]+)[0-9A-F]{8}\b/g, '$1');

function rowOf(mutant: Mutant): string[] {
  const found = verdicts.get(mutant)!;
  const caught = JUDGES.filter((judge) => found.has(judge)).join(', ');
  const note = 'damage' in mutant && stopped(found).length === 0 ? explanationOf((mutant as RandomMutant).damage) : '';
  return [readable(mutant.name), caught, note ?? ''];
}

it('is a table', () => {
  const all = GROUPS.flatMap(([, mutants]) => mutants);
  const caught = all.filter((mutant) => stopped(verdicts.get(mutant)!).length > 0).length;
  recordFinding('mutants', {
    judge: 'asl-validator, CloudFormation Validate, cdk-nag, our lints, the small AWS, and the tests of the deployment',
    question: 'Does anybody notice when the definition or the template is damaged?',
    answer: `${all.length} mutants, ${caught} stopped, ${all.length - caught} alive for a reason that a rule gives.`,
    tables: GROUPS.map(([caption, mutants]) => ({ caption, head: ['mutant', 'caught by', 'note'], rows: mutants.map(rowOf) })),
  });
  expect(verdicts.size).toBe(all.length);
});
