/** A law that is wrong in one figure is noticed: every figure is changed once, and the checks have to say so. */
import { expect, it } from 'vitest';
import { ALL_LAWS } from '../../../lib/domain/law/all-laws.ts';
import { LAW_IDS, type LawId } from '../../../lib/domain/law/law-ids.ts';
import { lawDateProblems, regimesOf } from './dates.ts';
import { expectedFigures, lawProblems } from './figures.ts';
import { mutationsOf, type Mutation } from './mutations.ts';
import { source, type Source } from './source.ts';

/** Figures on which a date depends; of refusals, extensions and appeals the other figures are words and grounds. */
const DATED: ReadonlySet<string> = new Set(['amount', 'unit', 'effect', 'validFrom', 'validTo', 'by', 'appliesTo', 'notFor', 'clocks']);

interface Tally {
  figures: number;
  survivors: string[];
  /** Of the figures on which dates depend. */
  dated: number;
  datedSurvivors: string[];
}

function isDated({ path, figure }: Mutation): boolean {
  return DATED.has(figure) && !/window|otherRights|publishBy/.test(path);
}

function judge(mutation: Mutation, id: LawId, from: Source, tally: Tally): void {
  const noticed = lawProblems(mutation.texts, expected?.[id] ?? []).length > 0;
  const late = isDated(mutation) ? lawDateProblems(mutation.texts, regimesOf(from, id)).next().done : undefined;
  tally.figures++;
  if (!noticed && late !== false) tally.survivors.push(mutation.path);
  if (late === undefined) return;
  tally.dated++;
  if (late) tally.datedSurvivors.push(mutation.path);
}

const expected = source && expectedFigures(source);

function tallyOf(from: Source): Tally {
  const tally: Tally = { figures: 0, survivors: [], dated: 0, datedSurvivors: [] };
  for (const id of LAW_IDS) for (const mutation of mutationsOf(ALL_LAWS[id])) judge(mutation, id, from, tally);
  return tally;
}

if (source === undefined) console.warn('No figure of the laws was changed: ../shared/data/regimes.json is not there');

it.skipIf(source === undefined)(
  'at least 95 of 100 changed figures are noticed, and of those that make dates by the dates alone',
  () => {
    const { figures, survivors, dated, datedSurvivors } = tallyOf(source as Source);
    console.warn(
      [
        `${figures - survivors.length} of ${figures} changed figures were noticed; unnoticed: ${survivors.join(', ') || 'none'}`,
        `${dated - datedSurvivors.length} of ${dated} that make dates, by the dates alone; unnoticed: ${datedSurvivors.join(', ') || 'none'}`,
      ].join('\n'),
    );
    expect(figures).toBeGreaterThan(3900);
    expect(survivors.length / figures).toBeLessThan(0.05);
    expect(datedSurvivors.length / dated).toBeLessThan(0.05);
  },
  120_000,
);
