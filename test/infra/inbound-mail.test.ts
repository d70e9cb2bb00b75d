/** Mail that comes in, as the template says it, and nothing of it without a mailbox. */
import { beforeAll, describe, expect, it } from 'vitest';
import { INBOUND_RULES } from './inbound-rules.ts';
import { synthesize, type Synthesized, written } from './synthesized.ts';

let stack: Synthesized;
let without: Synthesized;
beforeAll(() => {
  stack = synthesize();
  without = synthesize({ withoutMailbox: true });
});

describe('mail that comes in', () => {
  it.each(Object.entries(INBOUND_RULES))('%s', (_sentence, rule) => rule(stack));

  it('takes two steps by hand, which the outputs tell', () => {
    const { Outputs } = JSON.parse(stack.text) as { Outputs: Record<string, { Value: unknown }> };
    expect(written(Outputs['MailboxRecord']!.Value)).toBe('requests.musterladen.example MX 10 inbound-smtp.{AWS::Region}.amazonaws.com');
    expect(Outputs['ReceiptRules']!.Value).toBe('Quittance-inbound');
  });

  it('is nothing in the template without a mailbox', () => {
    expect(Object.keys(stack.resources).length).toBeGreaterThan(Object.keys(without.resources).length);
    expect(without.text).not.toMatch(/inbound|receive-?mail|ReceiptRule|MailFromSes/i);
  });
});
