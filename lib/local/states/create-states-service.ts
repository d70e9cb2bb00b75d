/** Step Functions of the small AWS: the operations of the API over the engine. */
import type { AwsContext, Call, Clock, Invoker, OperationService } from '../contract.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { checkDefinition } from './check-definition.ts';
import type { Machine } from './definition.ts';
import type { ExecutionChange } from './engine.ts';
import { Engine } from './engine.ts';
import { activityArn, createActivity, deleteActivity, describeActivity, listActivities } from './operations/activities.ts';
import { describeExecution, listExecutions, redriveExecution, stopExecution } from './operations/executions.ts';
import { getActivityTask } from './operations/get-activity-task.ts';
import { getExecutionHistory } from './operations/get-history.ts';
import { Machines } from './operations/machines.ts';
import type { Input } from './operations/request.ts';
import { startExecution } from './operations/start-execution.ts';
import { executionOfToken, sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './operations/task-callbacks.ts';
import { Rows } from './rows.ts';
import { runners } from './runners.ts';
import { publishStatus } from './status-events.ts';

type Answer = Record<string, unknown> | Promise<Record<string, unknown>>;

interface Parts {
  engine: Engine;
  machines: Machines;
}

const OPERATIONS: Record<string, (parts: Parts, input: Input) => Answer> = {
  StartExecution: ({ engine, machines }, input) => startExecution(engine, machines, input),
  DescribeExecution: ({ engine }, input) => describeExecution(engine, input),
  ListExecutions: ({ engine, machines }, input) => listExecutions(engine, machines, input),
  StopExecution: ({ engine }, input) => stopExecution(engine, input),
  RedriveExecution: ({ engine }, input) => redriveExecution(engine, input),
  GetExecutionHistory: ({ engine }, input) => getExecutionHistory(engine, input),
  SendTaskSuccess: ({ engine }, input) => sendTaskSuccess(engine, input),
  SendTaskFailure: ({ engine }, input) => sendTaskFailure(engine, input),
  SendTaskHeartbeat: ({ engine }, input) => sendTaskHeartbeat(engine, input),
  CreateActivity: ({ engine }, input) => createActivity(engine, input),
  DescribeActivity: ({ engine }, input) => describeActivity(engine, input),
  ListActivities: ({ engine }, input) => listActivities(engine, input),
  DeleteActivity: ({ engine }, input) => deleteActivity(engine, input),
  GetActivityTask: ({ engine }, input) => getActivityTask(engine, input),
  DescribeStateMachine: ({ machines }, input) => machines.describe(input),
  ListStateMachines: ({ machines }) => machines.list(),
};

const OPERATION_NAMES: ReadonlySet<string> = new Set(Object.keys(OPERATIONS));

/** What the service is made of. */
export interface StatesOptions {
  /** Path of the SQLite file. */
  file: string;
  clock: Clock;
  /** Invokes functions as a role. */
  invokerAs: (roleArn: string) => Invoker;
  machines: Machine[];
  region: string;
  /** Calls another service as a role. Throws AwsError. */
  awsCall: AwsContext['awsCall'];
  /** Takes "Step Functions Execution Status Change" events; without it there are none. */
  putEvents?: AwsContext['putEvents'];
  /** Jitter; `Math.random` by default. */
  random?: () => number;
  logger?: { error(message: string, fields: Record<string, unknown>): void };
}

export interface StatesService extends OperationService {
  /** Continues what an earlier process left, and begins to watch deadlines. */
  start(): void;
  /** Resolves when no transition is under way; functions in flight are the pool's to wait for. */
  settled(): Promise<void>;
  /** Finishes the transitions at hand and closes the file. */
  close(): Promise<void>;
  /** Calls back after every durable transition. Returns how to stop that. */
  onChange(listener: (change: ExecutionChange) => void): () => void;
}

function resourceOf({ engine }: Parts, { operation, input }: Call): string {
  if (operation.startsWith('SendTask')) return executionOfToken(engine, input)?.machineArn ?? '*';
  if (operation === 'CreateActivity') return activityArn(engine, String(input['name']));
  const resource = input['stateMachineArn'] ?? input['executionArn'] ?? input['activityArn'];
  return typeof resource === 'string' ? resource : '*';
}

function createEngine(options: StatesOptions): Engine {
  const { file, clock, region, invokerAs, awsCall, random = Math.random, logger } = options;
  const onFault = (error: unknown): void => {
    const { name, stack } = error instanceof Error ? error : new Error('Unknown fault');
    logger?.error('A fault in the Step Functions engine', { name, stack });
  };
  const rows = new Rows(file);
  const hasActivity = (arn: string): boolean => rows.activity(arn) !== undefined;
  const world = { clock, region, random, runners, hasActivity, onFault };
  return new Engine({ rows, world, ports: { invokerAs, awsCall } });
}

/** Opens the engine's file. Throws DefinitionError for a machine it could not run as AWS would. */
export function createStatesService(options: StatesOptions): StatesService {
  for (const machine of options.machines) checkDefinition(machine);
  const engine = createEngine(options);
  if (options.putEvents) publishStatus(engine, options.putEvents);
  const parts = { engine, machines: new Machines(options.machines, options.clock.now()) };
  return {
    style: 'operation',
    name: 'states',
    protocol: 'json1.0',
    operations: OPERATION_NAMES,
    permissions: (call) => [{ action: `states:${call.operation}`, resource: resourceOf(parts, call) }],
    async run({ operation, input }) {
      const work = OPERATIONS[operation];
      if (work === undefined) throw unknownOperation('states', operation);
      return work(parts, input);
    },
    start: () => engine.start(),
    settled: () => engine.settled(),
    close: () => engine.close(),
    onChange: (listener) => engine.onChange(listener),
  };
}
