/** Keys, tables, buckets, queues and logs: kept as promised, and no longer. */
import { beforeAll, describe, it } from 'vitest';
import { STORAGE_RULES } from './storage-rules.ts';
import { synthesize, type Synthesized } from './synthesized.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize();
});

describe('the deployment', () => {
  it.each(Object.entries(STORAGE_RULES))('%s', (_sentence, rule) => rule(stack));
});
