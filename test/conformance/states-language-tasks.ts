/** Answers the engine's tasks with what the recording says they answered on AWS. */
import type { AwsContext, InvokeResult, Invoker } from '../../lib/local/contract.ts';
import { AwsError } from '../../lib/local/contract.ts';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';
import type { Json, JsonObject } from '../../lib/local/states/definition.ts';
import { readToken } from '../../lib/local/states/tokens.ts';
import type { RecordedEvent } from './states-language.ts';
import { dataOf } from './states-language.ts';
import { sameValue } from './states-language-match.ts';

interface Details {
  error?: string;
  cause?: unknown;
  output?: unknown;
  input?: unknown;
  parameters?: unknown;
}

interface RecordedTask {
  request: Json;
  /** The answer to a request whose task goes on with a token. */
  submitted?: Json;
  /** None for a task that timed out: silence. */
  end?: { result: Json } | { error: string | undefined; cause: string };
}

const SCHEDULED = /^(Task|LambdaFunction)Scheduled$/;
const ENDED = /^(Task|LambdaFunction)(Submitted|Succeeded|Failed|TimedOut|ScheduleFailed|StartFailed|SubmitFailed)$/;

function detailsOf(event: RecordedEvent): Details {
  return (event[`${event.type[0]?.toLowerCase()}${event.type.slice(1)}EventDetails`] ?? {}) as Details;
}

function textOf(cause: unknown): string {
  return typeof cause === 'string' ? cause : JSON.stringify(cause ?? '');
}

/** Follows an event back to the one that scheduled its task. */
function scheduledBy(events: RecordedEvent[], event: RecordedEvent): RecordedEvent | undefined {
  for (let at: RecordedEvent | undefined = event; at !== undefined;) {
    if (SCHEDULED.test(at.type)) return at;
    const previous: unknown = at.previousEventId;
    at = events.find(({ id }) => id === previous);
  }
  return undefined;
}

function record(task: RecordedTask, event: RecordedEvent): void {
  const { output, error, cause } = detailsOf(event);
  if (event.type.endsWith('Submitted')) task.submitted = dataOf(output);
  else if (event.type.endsWith('Succeeded')) task.end = { result: dataOf(output) };
  else if (event.type.endsWith('Failed')) task.end = { error, cause: textOf(cause) };
}

function readTasks(events: RecordedEvent[]): RecordedTask[] {
  const tasks = new Map<RecordedEvent, RecordedTask>();
  for (const event of events.filter(({ type }) => SCHEDULED.test(type))) {
    const { parameters, input } = detailsOf(event);
    tasks.set(event, { request: dataOf(parameters ?? input) });
  }
  for (const event of events.filter(({ type }) => ENDED.test(type))) {
    const task = tasks.get(scheduledBy(events, event) ?? event);
    if (task) record(task, event);
  }
  return [...tasks.values()];
}

function payloadOf(result: Json): Json {
  const isInvocation = result !== null && typeof result === 'object' && 'StatusCode' in result && 'Payload' in result;
  return isInvocation ? ((result as JsonObject)['Payload'] ?? null) : result;
}

function tokenIn(value: unknown): string | undefined {
  if (typeof value === 'string') return readToken(value) ? value : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  return Object.values(value)
    .map(tokenIn)
    .find((token) => token !== undefined);
}

function silence(): Promise<never> {
  return new Promise(() => {});
}

export class RecordedTasks {
  /** Takes the callbacks of tasks that wait for a token. */
  service: StatesService | undefined;
  private readonly tasks: RecordedTask[];

  constructor(events: RecordedEvent[]) {
    this.tasks = readTasks(events);
  }

  /** What the engine calls instead of functions and services. */
  get ports(): { invokerAs: () => Invoker; awsCall: AwsContext['awsCall'] } {
    const invoker: Invoker = { invoke: (_name, payload) => this.invoke(payload as Json) };
    return { invokerAs: () => invoker, awsCall: ({ input }) => this.callService(input as Json) };
  }

  /** The recorded task of a request: the first with this payload, or else simply the next one. */
  private take(request: Json): RecordedTask {
    const same = this.tasks.findIndex((task) => sameValue(task.request, request) || sameValue(payloadMember(task.request), request));
    const [task] = this.tasks.splice(Math.max(same, 0), 1);
    if (task === undefined) throw new RangeError('The recording has no such task');
    return task;
  }

  private async invoke(payload: Json): Promise<InvokeResult> {
    const task = this.take(payload);
    if (task.submitted !== undefined) {
      void this.callBack(task, payload);
      return { ok: true, payload: payloadOf(task.submitted) };
    }
    if (task.end === undefined) return silence();
    if ('result' in task.end) return { ok: true, payload: payloadOf(task.end.result) };
    return { ok: false, error: { errorType: task.end.error ?? 'Error', errorMessage: task.end.cause } };
  }

  private async callService(input: Json): Promise<JsonObject> {
    const task = this.take(input);
    if (task.submitted !== undefined) {
      void this.callBack(task, input);
      return task.submitted as JsonObject;
    }
    if (task.end === undefined) return silence();
    if ('result' in task.end) return task.end.result as JsonObject;
    throw new AwsError(task.end.error?.split('.').at(-1) ?? 'Unknown', task.end.cause);
  }

  private async callBack({ end }: RecordedTask, request: Json): Promise<void> {
    const taskToken = tokenIn(request);
    if (end === undefined || taskToken === undefined || this.service === undefined) return;
    const principal = { name: 'replay', arn: 'replay', kind: 'operator' as const };
    await new Promise((resolve) => setImmediate(resolve));
    const ok = 'result' in end;
    const input = ok ? { taskToken, output: JSON.stringify(end.result) } : { taskToken, error: end.error, cause: end.cause };
    await this.service.run({ operation: ok ? 'SendTaskSuccess' : 'SendTaskFailure', input, principal });
  }
}

function payloadMember(request: Json): Json | undefined {
  return request !== null && typeof request === 'object' && !Array.isArray(request) ? request['Payload'] : undefined;
}
