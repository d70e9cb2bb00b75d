/** ItemBatcher: several items of a Map in one input. */
import type { Json, JsonObject } from '../definition.ts';
import { evaluate } from '../expressions.ts';
import type { Step } from '../run.ts';
import { badType, scopeOf } from '../scope.ts';

function split(items: Json[], most: { count: number; bytes: number }): Json[][] {
  const found: Json[][] = [];
  let size = Infinity;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item));
    const last = found.at(-1);
    if (last !== undefined && last.length < most.count && size + bytes <= most.bytes) {
      last.push(item);
      size += bytes;
    } else {
      found.push([item]);
      size = bytes;
    }
  }
  return found;
}

async function limit(step: Step, batcher: JsonObject, field: string): Promise<number> {
  const template = batcher[field];
  if (template === undefined) return Infinity;
  const value = await evaluate(template, scopeOf(step), `ItemBatcher/${field}`);
  if (typeof value !== 'number' || value < 1) throw badType(step, `ItemBatcher/${field}`, { template, value, expected: 'number' });
  return value;
}

/** The inputs of the processor: the items themselves, or batches of them. */
export async function batches(step: Step, items: Json[]): Promise<Json[]> {
  const batcher = step.state.ItemBatcher;
  if (batcher === undefined) return items;
  const count = await limit(step, batcher, 'MaxItemsPerBatch');
  const bytes = await limit(step, batcher, 'MaxInputBytesPerBatch');
  const input = batcher['BatchInput'];
  const shared: JsonObject = input === undefined ? {} : { BatchInput: await evaluate(input, scopeOf(step), 'ItemBatcher/BatchInput') };
  return split(items, { count, bytes }).map((Items) => ({ ...shared, Items }));
}
