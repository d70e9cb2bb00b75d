/** SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat. */
import { AwsError } from '../../contract.ts';
import type { Json } from '../definition.ts';
import type { Engine } from '../engine.ts';
import { StateFailure } from '../errors.ts';
import type { ExecutionRow } from '../rows.ts';
import type { Callback } from '../signals.ts';
import { calledBack, tokenExpired, tokenFrame } from '../signals.ts';
import type { TokenAddress } from '../tokens.ts';
import { readToken } from '../tokens.ts';
import type { Input } from './request.ts';
import { jsonText, optionalText, reasonOf, text } from './request.ts';

function addressOf(token: string): TokenAddress {
  const address = readToken(token);
  if (address) return address;
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
}

/** The execution that a token belongs to; undefined for a token that is not ours or too old. */
export function executionOfToken(engine: Engine, input: Input): ExecutionRow | undefined {
  const address = readToken(optionalText(input, 'taskToken') ?? '');
  return address && engine.rows.byId(address.execution);
}

async function call(engine: Engine, input: Input, callback: Callback): Promise<Record<string, unknown>> {
  const token = text(input, 'taskToken');
  const address = addressOf(token);
  if (engine.rows.byId(address.execution) === undefined) {
    throw tokenExpired();
  }
  await engine.perform(address.execution, (run) => calledBack(run, tokenFrame(run, address, token), callback));
  return {};
}

/** SendTaskSuccess. Accepted once; durable on return. */
export function sendTaskSuccess(engine: Engine, input: Input): Promise<Record<string, unknown>> {
  const output = jsonText(input, 'output', { code: 'InvalidOutput' });
  return call(engine, input, { kind: 'success', result: JSON.parse(output) as Json });
}

/** SendTaskFailure. Accepted once; durable on return. */
export function sendTaskFailure(engine: Engine, input: Input): Promise<Record<string, unknown>> {
  const { error, cause } = reasonOf(input);
  return call(engine, input, { kind: 'failure', failure: new StateFailure(error, cause) });
}

/** SendTaskHeartbeat. */
export function sendTaskHeartbeat(engine: Engine, input: Input): Promise<Record<string, unknown>> {
  return call(engine, input, { kind: 'heartbeat' });
}
