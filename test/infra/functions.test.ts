/** The functions as they are deployed. */
import { beforeAll, describe, it } from 'vitest';
import { FUNCTION_RULES } from './function-rules.ts';
import { synthesize, type Synthesized } from './synthesized.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize();
});

describe('each function', () => {
  it.each(Object.entries(FUNCTION_RULES))('%s', (_sentence, rule) => rule(stack));
});
