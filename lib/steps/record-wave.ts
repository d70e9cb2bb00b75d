/** record-wave: after the branches of a wave have joined, one event names what each system did. */
import type { Configuration } from '../domain/configuration.ts';
import { fullColumns } from '../domain/data-map.ts';
import { nextWave, stageFor } from '../domain/plan.ts';
import { openQuestions } from '../domain/request.ts';
import type { RequestId } from '../domain/ids.ts';
import type { SystemOutcome } from '../domain/request-events.ts';
import type { Action } from '../domain/rights.ts';
import type { SystemItem } from '../stores/case-items.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf } from './casework.ts';
import { outcomeOf } from './system-work.ts';
import { isoNow, type With } from './world.ts';

export interface Recorded {
  /** The next wave. */
  systems: string[];
  wave: number;
  /** Whether a person has to look at the data before they go out. */
  review: boolean;
  /** Whether the person still has to answer a question before anything goes out. */
  hold: boolean;
}

/** Columns about other people in which this request found rows: withheld until a person decides. */
export function withheldColumns(
  configuration: Configuration,
  systems: readonly SystemItem[],
): { system: string; dataset: string; column: string }[] {
  return systems.flatMap(({ system, datasets }) =>
    (configuration.systems[system]?.datasets ?? [])
      .filter((dataset) => datasets.some((entry) => entry.dataset === dataset.name && (entry.exported ?? 0) > 0))
      .flatMap((dataset) =>
        fullColumns(dataset)
          .filter((column) => column.about === 'other' && column.disclose === 'value')
          .map((column) => ({ system, dataset: dataset.name, column: column.name })),
      ),
  );
}

/** A branch always leaves an outcome; one that did not ended without an answer and stays open. */
function outcomeIn(record: CaseRecord, scope: { system: string; pass: Action; round: number }, at: string): SystemOutcome {
  const item = record.systems.find(({ system, pass, round }) => system === scope.system && pass === scope.pass && round === scope.round);
  if (item?.phase === 'done' && item.outcome !== undefined) return item.outcome;
  return item ? outcomeOf(item, 'outstanding', at) : { ...scope, outcome: 'outstanding', found: 0, datasets: [], at };
}

/** Records a wave once; returns the next. */
export async function recordWave(
  { requestId, pass, round, wave }: { requestId: RequestId; pass: Action; round: number; wave: number },
  world: With<never>,
): Promise<Recorded> {
  const record = await caseOf(world, requestId);
  const stage = stageFor(world.configuration, record.request, { pass, round });
  const current = nextWave(stage, record.events);
  // A step that runs again finds its wave recorded already, and the next one current.
  if (current.wave === wave && current.systems.length > 0) {
    const at = isoNow(world);
    const outcomes = current.systems.map((system) => outcomeIn(record, { system, pass, round }, at));
    await world.requests.append(requestId, {
      key: `wave-done#${pass}#${round}#${wave}`,
      type: 'wave-done',
      at,
      data: { pass, round, wave, outcomes },
    });
  }
  const { request, events } = await caseOf(world, requestId);
  const exported = record.systems.filter((item) => item.pass === 'export' && item.round === round);
  return {
    ...nextWave(stage, events),
    review: withheldColumns(world.configuration, exported).length > 0,
    hold: openQuestions(request).length > 0,
  };
}
