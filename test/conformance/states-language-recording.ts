/** What a recording of an execution on AWS holds, and how such files are read. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Definition, Json } from '../../lib/local/states/definition.ts';

/** An event as GetExecutionHistory gave it; ids of events inside a Parallel are masked by a list. */
export interface RecordedEvent {
  id: unknown;
  previousEventId: unknown;
  type: string;
  [details: string]: unknown;
}

export interface Recording {
  kind: string;
  id: string;
  language: string;
  definition: Definition;
  input: Json;
  events: RecordedEvent[];
}

/** A file that is absent or holds something else than recordings. */
export class NoRecordings extends Error {
  override name = 'NoRecordings' as const;
}

const RECORDINGS = z.array(z.looseObject({ kind: z.string(), id: z.string(), language: z.string() }));

const WHOLE = z.looseObject({
  definition: z.looseObject({ States: z.record(z.string(), z.looseObject({ Type: z.string() })) }),
  input: z.json(),
  events: z.array(z.looseObject({ type: z.string() })).min(1),
});

function parse(file: string): unknown {
  try {
    const bytes = readFileSync(file);
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return JSON.parse((zipped ? gunzipSync(bytes) : bytes).toString());
  } catch (error) {
    throw new NoRecordings(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

/** The recordings of a file that this engine is meant to run. Throws NoRecordings. */
export function readRecordings(file: string): Recording[] {
  const all = RECORDINGS.safeParse(parse(file));
  if (!all.success) throw new NoRecordings(`${file} holds no list of recordings: ${z.prettifyError(all.error)}`);
  const applicable = all.data.filter(({ kind, language }) => kind === 'execution' && (language === 'jsonata' || language === 'plain'));
  if (applicable.length === 0) throw new NoRecordings(`${file} holds no execution of a JSONata or plain machine`);
  return applicable as unknown as Recording[];
}

/** What a recording lacks; undefined if it is whole. */
export function lackOf(recording: Recording): string | undefined {
  const { error } = WHOLE.safeParse(recording);
  return error && `the recording is not whole: ${z.prettifyError(error)}`;
}

/** The details of an event, whatever its type calls them. */
export function detailsOf(event: RecordedEvent): Record<string, unknown> {
  return (event[`${event.type[0]?.toLowerCase()}${event.type.slice(1)}EventDetails`] ?? {}) as Record<string, unknown>;
}

/** The JSON value of a data member: recordings hold objects parsed and everything else as text. */
export function dataOf(value: unknown): Json {
  if (typeof value !== 'string') return (value ?? null) as Json;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

/** Events in the order they happened: some recordings list them from the last to the first. */
export function inOrder(events: RecordedEvent[]): RecordedEvent[] {
  return events.at(-1)?.type === 'ExecutionStarted' ? events.toReversed() : events;
}
