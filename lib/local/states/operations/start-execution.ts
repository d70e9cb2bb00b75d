/** StartExecution: idempotent by name while the execution runs. */
import { randomUUID } from 'node:crypto';
import { AwsError } from '../../contract.ts';
import type { Machine } from '../definition.ts';
import type { Engine } from '../engine.ts';
import { appendStarted } from '../history.ts';
import { MAX_EXECUTION_MS, RETENTION_MS } from '../limits.ts';
import type { ExecutionRow } from '../rows.ts';
import type { Execution } from '../run.ts';
import { Run } from '../run.ts';
import type { Machines } from './machines.ts';
import type { Input } from './request.ts';
import { checkName, jsonText, optionalText, seconds, text } from './request.ts';

function executionArn(machine: Machine, name: string): string {
  return `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
}

function create(engine: Engine, machine: Machine, { name, input, id }: { name: string; input: string; id: number }): Run {
  const now = engine.world.clock.now();
  const limit = Math.min((machine.definition.TimeoutSeconds ?? Infinity) * 1000, MAX_EXECUTION_MS);
  const execution: Execution = {
    id,
    arn: executionArn(machine, name),
    machineArn: machine.arn,
    machineName: machine.name,
    name,
    roleArn: machine.roleArn,
    status: 'RUNNING',
    startedAt: now,
    stoppedAt: null,
    dueAt: now + limit,
    input,
    output: null,
    error: null,
    cause: null,
    lastEvent: 0,
    lastFrame: 0,
    redriveCount: 0,
    redrivenAt: null,
  };
  return new Run(execution, machine.definition, engine.world);
}

function insert(engine: Engine, machine: Machine, fields: { name: string; input: string }): Execution {
  const { rows } = engine;
  const run = create(engine, machine, { ...fields, id: rows.lastId() + 1 });
  appendStarted(run);
  run.spawn({ parent: null, ordinal: 0, flow: [], input: run.input, phase: 'enter' });
  const changes = run.takeChanges();
  rows.transaction(() => {
    rows.insert(run.execution, rows.putDefinition(machine.definition));
    rows.write(changes);
  });
  engine.adopt(run, changes);
  return run.execution;
}

/** The execution that has a name; after its retention a name is free again. */
function holderOf({ rows, world }: Engine, arn: string): ExecutionRow | undefined {
  const before = world.clock.now() - RETENTION_MS;
  const holder = rows.byArn(arn);
  if (holder === undefined || (holder.stoppedAt ?? Infinity) >= before) return holder;
  rows.forget(before);
  return undefined;
}

/** Starts an execution; durable on return. https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export function startExecution(engine: Engine, machines: Machines, request: Input): Record<string, unknown> {
  const machine = machines.get(text(request, 'stateMachineArn'));
  const name = checkName(optionalText(request, 'name') ?? randomUUID());
  const input = jsonText(request, 'input', { code: 'InvalidExecutionInput', fallback: '{}' });
  const known = holderOf(engine, executionArn(machine, name));
  if (known !== undefined && (known.status !== 'RUNNING' || known.input !== input)) {
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${known.arn}'`);
  }
  const { arn, startedAt } = known ?? insert(engine, machine, { name, input });
  return { executionArn: arn, startDate: seconds(startedAt) };
}
