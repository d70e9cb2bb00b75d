/** What goes wrong while nobody looks is kept and told. */
import { beforeAll, describe, it } from 'vitest';
import { ALARM_RULES } from './alarm-rules.ts';
import { synthesize, type Synthesized } from './synthesized.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize({ context: { alarmEmail: 'privacy@example.com' } });
});

describe('the deployment', () => {
  it.each(Object.entries(ALARM_RULES))('%s', (_sentence, rule) => rule(stack));
});
