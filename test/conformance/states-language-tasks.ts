/** Answers the engine's tasks with what the recording says they answered on AWS. */
import type { AwsContext, InvokeResult, Invoker } from '../../lib/local/contract.ts';
import { AwsError } from '../../lib/local/contract.ts';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';
import type { Json, JsonObject, Machine, StateDefinition } from '../../lib/local/states/definition.ts';
import { readToken } from '../../lib/local/states/tokens.ts';
import type { RecordedEvent } from './states-language-recording.ts';
import { dataOf, detailsOf } from './states-language-recording.ts';
import { sameValue } from './states-language-match.ts';

interface RecordedTask {
  request: Json;
  /** The answer to a request whose task goes on with a token, or until an execution has ended. */
  submitted?: Json;
  /** None for a task that timed out: silence. */
  end?: { result: Json } | { error: string | undefined; cause: string };
}

const SCHEDULED = /^(Task|LambdaFunction|Activity)Scheduled$/;
const ENDED = /^(Task|LambdaFunction|Activity)(Submitted|Succeeded|Failed|TimedOut|ScheduleFailed|StartFailed|SubmitFailed)$/;

function textOf(cause: unknown): string {
  return typeof cause === 'string' ? cause : JSON.stringify(cause ?? '');
}

/** Follows an event back to the one that scheduled its task; impossible inside a Parallel, where ids are masked. */
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
  else if (event.type.endsWith('Failed')) task.end = { error: error as string | undefined, cause: textOf(cause) };
}

function readTasks(events: RecordedEvent[]): RecordedTask[] {
  const tasks = new Map<RecordedEvent, RecordedTask>();
  for (const event of events.filter(({ type }) => SCHEDULED.test(type))) {
    const { parameters, input } = detailsOf(event);
    tasks.set(event, { request: dataOf(parameters ?? input) });
  }
  const masked = [...tasks].filter(([{ id }]) => typeof id !== 'number').map(([, task]) => task);
  for (const event of events.filter(({ type }) => ENDED.test(type))) {
    const source = scheduledBy(events, event);
    // Where ids are masked, the first end belongs to the first task that has none yet.
    const task = source ? tasks.get(source) : masked.find(({ end }) => end === undefined);
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

/** A state that ends as a recorded child execution did, which the recording describes in the result or the cause of its task. */
function endingAs(end: NonNullable<RecordedTask['end']>): StateDefinition {
  const { Output, Error, Cause } = ('result' in end ? end.result : dataOf(end.cause)) as JsonObject;
  if ('result' in end) return { Type: 'Succeed', Output: dataOf(Output) };
  return { Type: 'Fail', ...(Error === undefined ? {} : { Error }), ...(Cause === undefined ? {} : { Cause }) };
}

function isChild({ submitted, end }: RecordedTask): boolean {
  return end !== undefined && submitted !== null && typeof submitted === 'object' && 'ExecutionArn' in submitted;
}

export class RecordedTasks {
  /** Takes the callbacks of tasks that wait for a token, and runs child executions. */
  service: StatesService | undefined;
  private readonly tasks: RecordedTask[];
  /** The names of the recorded workers of activities, one for each task that they took. */
  private readonly workers: unknown[];
  private readonly children = new Map<RecordedTask, Machine>();

  constructor(events: RecordedEvent[], { arn, roleArn }: { arn: string; roleArn: string }) {
    this.tasks = readTasks(events);
    this.workers = events.filter(({ type }) => type === 'ActivityStarted').map((event) => detailsOf(event)['workerName']);
    for (const [index, task] of this.tasks.entries()) {
      if (!isChild(task) || task.end === undefined) continue;
      const definition = { QueryLanguage: 'JSONata', StartAt: 'End', States: { End: endingAs(task.end) } };
      this.children.set(task, { arn: `${arn}-child-${index}`, name: `child-${index}`, definition, roleArn });
    }
  }

  /** The machines of executions that the recorded one started and waited for. */
  get machines(): Machine[] {
    return [...this.children.values()];
  }

  /** Does the work of an activity as the recorded workers did. */
  async work(activityArn: string): Promise<void> {
    while (this.workers.length > 0) {
      const { taskToken, input } = await this.run('GetActivityTask', { activityArn, workerName: this.workers[0] });
      await new Promise((resolve) => setImmediate(resolve));
      if (taskToken === undefined) continue;
      this.workers.shift();
      void this.callBack(this.take(dataOf(input)), taskToken as string);
    }
  }

  /** What the engine calls instead of functions and services. */
  get ports(): { invokerAs: () => Invoker; awsCall: AwsContext['awsCall'] } {
    const invoker: Invoker = { invoke: (_name, payload) => this.invoke(payload as Json) };
    return { invokerAs: () => invoker, awsCall: ({ input }) => this.callService(input as JsonObject) };
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

  private async callService(input: JsonObject): Promise<Record<string, unknown>> {
    const task = this.take(input);
    const child = this.children.get(task);
    if (child) return this.run('StartExecution', { ...input, stateMachineArn: child.arn });
    if (task.submitted !== undefined) {
      void this.callBack(task, input);
      return task.submitted as JsonObject;
    }
    if (task.end === undefined) return silence();
    if ('result' in task.end) return task.end.result as JsonObject;
    const code = task.end.error?.split('.').at(-1) ?? 'Unknown';
    // A failure without an exception is an answer that the engine takes for one; the cause repeats it.
    if (!code.endsWith('Exception')) return dataOf(task.end.cause) as JsonObject;
    throw new AwsError(code, task.end.cause);
  }

  private async callBack({ end }: RecordedTask, request: Json): Promise<void> {
    const taskToken = tokenIn(request);
    if (end === undefined || taskToken === undefined) return;
    await new Promise((resolve) => setImmediate(resolve));
    if ('result' in end) await this.run('SendTaskSuccess', { taskToken, output: JSON.stringify(end.result) });
    else await this.run('SendTaskFailure', { taskToken, error: end.error, cause: end.cause });
  }

  private run(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (this.service === undefined) throw new TypeError('No service yet');
    return this.service.run({ operation, input, principal: { name: 'replay', arn: 'replay', kind: 'operator' } });
  }
}

function payloadMember(request: Json): Json | undefined {
  return request !== null && typeof request === 'object' && !Array.isArray(request) ? request['Payload'] : undefined;
}
