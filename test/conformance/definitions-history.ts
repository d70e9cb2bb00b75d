/** What an execution's history says: the states it entered, and what failed in which. */
import type { HistoryEvent } from '@aws-sdk/client-sfn';

const FAILED = /^(?:Task|LambdaFunction|Activity|Execution|Evaluation)\w*(?:Failed|TimedOut|Aborted)$/;

const membersOf = (event: HistoryEvent): { name?: string; error?: string }[] =>
  Object.values(event).filter((value): value is object => typeof value === 'object' && value !== null && !(value instanceof Date));

/** The state in which an event happened: the last one entered on its way. */
function stateAt(history: readonly HistoryEvent[], event: HistoryEvent): string {
  const byId = new Map(history.map((one) => [one.id, one]));
  for (let at: HistoryEvent | undefined = event; at !== undefined; at = byId.get(at.previousEventId))
    if (at.stateEnteredEventDetails) return at.stateEnteredEventDetails.name!;
  return '';
}

export function statesEntered(history: readonly HistoryEvent[]): string[] {
  return history.flatMap(({ stateEnteredEventDetails }) => (stateEnteredEventDetails ? [stateEnteredEventDetails.name!] : []));
}

/** State and error of everything that failed. */
export function failuresIn(history: readonly HistoryEvent[]): string[] {
  const failed = history.filter(({ type = '' }) => FAILED.test(type));
  return failed.map((event) => {
    const error = membersOf(event).find((details) => details.error)?.error ?? 'States.Timeout';
    return `${stateAt(history, event)} ${error}`;
  });
}
