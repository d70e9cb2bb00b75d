/** GetExecutionHistory: the events in order, page by page. */
import type { Engine } from '../engine.ts';
import { detailsMember } from '../history.ts';
import type { HistoryRow } from '../run.ts';
import { findExecution } from './executions.ts';
import type { Input } from './request.ts';
import { nextPage, pageSize, pageStart, seconds } from './request.ts';

/** Members that hold data of the execution rather than facts about it. */
const DATA = ['input', 'output', 'parameters', 'assignedVariables'];

function withoutData(details: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !DATA.includes(name)));
}

function eventOf(row: HistoryRow, includeData: boolean): Record<string, unknown> {
  const event = { id: row.id, previousEventId: row.previous, timestamp: seconds(row.at), type: row.type };
  if (row.details === null) return event;
  const details = JSON.parse(row.details) as Record<string, unknown>;
  return { ...event, [detailsMember(row.type)]: includeData ? details : withoutData(details) };
}

/** GetExecutionHistory. */
export function getExecutionHistory(engine: Engine, input: Input): Record<string, unknown> {
  const execution = findExecution(engine, input);
  const reverse = input['reverseOrder'] === true;
  const most = pageSize(input);
  const after = pageStart(input, reverse ? Number.MAX_SAFE_INTEGER : 0);
  const rows = engine.rows.history(execution.id, { after, most, reverse });
  return { events: rows.map((row) => eventOf(row, input['includeExecutionData'] !== false)), ...nextPage(rows, most) };
}
