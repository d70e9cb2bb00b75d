/** Map: runs its processor for every item, so many at a time, and gives the outputs as an array. */
import type { Json } from '../definition.ts';
import { processorPath } from '../definition.ts';
import { dataLimitExceeded, errorOutput, evaluationFailure, StateFailure } from '../errors.ts';
import { evaluate } from '../expressions.ts';
import { appendAside, appendEvent } from '../history.ts';
import { DISTRIBUTED_CONCURRENCY, MAP_CONCURRENCY, tooLarge } from '../limits.ts';
import type { Frame, Run, StateRunner, Step } from '../run.ts';
import { badField, badType, numberField, occasion, scopeOf } from '../scope.ts';
import { abortFrame, complete, failState } from '../transition.ts';
import { batches } from './batches.ts';

function isDistributed({ state }: Step): boolean {
  return (state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.Mode === 'DISTRIBUTED';
}

async function itemsOf(step: Step): Promise<Json[]> {
  const { Items } = step.state;
  if (Items === undefined) {
    if (Array.isArray(step.frame.input)) return step.frame.input;
    const reason = `${occasion(step)} Map state input must be an array but was: ${JSON.stringify(step.frame.input)}`;
    throw evaluationFailure(reason);
  }
  const value = await evaluate(Items, scopeOf(step), 'Items');
  if (!Array.isArray(value)) throw badType(step, 'Items', { template: Items, value, expected: 'array' });
  return value;
}

async function toleratedOf(step: Step, total: number): Promise<number> {
  const count = (await numberField(step, 'ToleratedFailureCount')) ?? 0;
  const percentage = (await numberField(step, 'ToleratedFailurePercentage')) ?? 0;
  return Math.max(count, Math.floor((total * percentage) / 100));
}

async function concurrencyOf(step: Step): Promise<number> {
  const wanted = (await numberField(step, 'MaxConcurrency')) || Infinity;
  return Math.min(wanted, isDistributed(step) ? DISTRIBUTED_CONCURRENCY : MAP_CONCURRENCY);
}

async function inputsOf(step: Step, items: Json[]): Promise<Json[]> {
  const { ItemSelector } = step.state;
  if (ItemSelector === undefined) return items;
  const inputs: Json[] = [];
  for (const [index, value] of items.entries()) {
    const input = await evaluate(ItemSelector, scopeOf(step, { item: { index, value } }), 'ItemSelector');
    if (tooLarge(JSON.stringify(input))) throw dataLimitExceeded(step.frame.state);
    inputs.push(input);
  }
  return inputs;
}

function beginItem(run: Run, frame: Frame, child: Frame): void {
  child.lastEvent = frame.lastEvent;
  appendEvent({ run, frame: child }, 'MapIterationStarted', { name: frame.state, index: child.ordinal });
  run.resume(child);
}

/** Begins queued items while the Map's concurrency allows. Returns how many items are under way. */
export function fillMap(run: Run, frame: Frame): number {
  const children = run.children(frame);
  let open = children.filter(({ phase }) => phase !== 'queued' && phase !== 'done' && phase !== 'failed').length;
  for (const child of children) {
    if (open >= (frame.map?.concurrency ?? MAP_CONCURRENCY)) break;
    if (child.phase !== 'queued') continue;
    beginItem(run, frame, child);
    open += 1;
  }
  return open;
}

async function start(step: Step): Promise<void> {
  const { run, frame } = step;
  const items = await itemsOf(step);
  const concurrency = await concurrencyOf(step);
  const tolerated = await toleratedOf(step, items.length);
  const inputs = await batches(step, await inputsOf(step, items));
  appendEvent({ run, frame }, 'MapStateStarted', { length: items.length });
  const quiet = frame.quiet === true || isDistributed(step);
  if (isDistributed(step)) appendEvent({ run, frame }, 'MapRunStarted', { mapRunArn: `${run.execution.arn}/${frame.state}` });
  frame.phase = 'children';
  frame.map = { concurrency, tolerated, total: inputs.length, failed: 0 };
  run.touch(frame);
  const flow = processorPath(frame.flow, frame.state, step.state);
  for (const [ordinal, input] of inputs.entries()) {
    const item = { index: ordinal, value: items[ordinal] ?? null };
    run.spawn({ parent: frame.id, ordinal, flow, input, phase: 'queued', item, ...(quiet ? { quiet } : {}) });
  }
  if (fillMap(run, frame) === 0) await join(step);
}

async function join(step: Step): Promise<void> {
  const { run, frame } = step;
  if (isDistributed(step)) appendEvent({ run, frame }, 'MapRunSucceeded');
  const outputs = run.children(frame).map(({ output }) => output ?? null);
  appendAside({ run, frame }, 'MapStateSucceeded');
  await complete(step, outputs);
}

/** Goes on after an item: with the next one, which follows its last state, or with what follows the event of its end. */
async function proceed(step: Step, child: Frame, ended: number): Promise<void> {
  const { run, frame } = step;
  if (!child.quiet) frame.lastEvent = child.lastEvent;
  if (fillMap(run, frame) > 0) return;
  if (!child.quiet) frame.lastEvent = ended;
  await join(step);
}

function thresholdFailure(step: Step): StateFailure {
  const field = step.state.ToleratedFailureCount === undefined ? 'percentage' : 'count';
  return new StateFailure('States.ExceedToleratedFailureThreshold', `The specified tolerated failure ${field} was exceeded`);
}

export const map: StateRunner = {
  enter: start,

  async childDone(step, child) {
    const place = { run: step.run, frame: child };
    const ended = appendAside(place, 'MapIterationSucceeded', { name: step.frame.state, index: child.ordinal });
    await proceed(step, child, ended);
  },

  async childFailed(step, child, failure) {
    const { run, frame } = step;
    const ended = appendAside({ run, frame: child }, 'MapIterationFailed', { name: frame.state, index: child.ordinal });
    if (!frame.map) throw badField(step, 'ItemProcessor', 'The Map has not started.');
    frame.map.failed += 1;
    run.touch(frame);
    if (frame.map.failed <= frame.map.tolerated) {
      run.dropChildren(child);
      child.phase = 'done';
      child.output = errorOutput(failure);
      return proceed(step, child, ended);
    }
    if (!child.quiet) frame.lastEvent = child.lastEvent;
    for (const sibling of run.children(frame)) if (sibling !== child) abortFrame(run, sibling);
    if (!isDistributed(step)) return failState(step, failure);
    const exceeded = thresholdFailure(step);
    appendEvent({ run, frame }, 'MapRunFailed', { error: exceeded.error, cause: exceeded.reason });
    await failState(step, exceeded);
  },
};
