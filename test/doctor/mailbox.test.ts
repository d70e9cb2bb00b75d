/** The doctor and the mailbox of a deployment: what must be so for mail to come in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeAws, startFakeAws } from './fake-aws.ts';
import { DEPLOYMENT, examineLaid, type Laid, wellLaid } from './laid.ts';

let laid: Laid;
let aws: FakeAws;
beforeEach(async () => {
  laid = wellLaid();
  aws = await startFakeAws(laid.answers);
});
afterEach(() => aws.close());

const examined = (): Promise<string[]> => examineLaid(laid, aws.endpoint);

describe('the mailbox of the deployment', () => {
  const mailbox = { mailbox: 'privacy@in.example.com', ruleSet: 'Quittance-production-inbound' };
  const ours = (Name = mailbox.ruleSet) => ({
    Metadata: { Name },
    Rules: [{ Name: 'take-in', Enabled: true, Recipients: ['in.example.com'] }],
  });
  beforeEach(() => {
    laid.deployment = { ...DEPLOYMENT, inbound: mailbox };
    laid.hosts = ['inbound-smtp.eu-central-1.amazonaws.com'];
    laid.exchanges['in.example.com'] = ['inbound-smtp.eu-central-1.amazonaws.com'];
    laid.answers['DescribeActiveReceiptRuleSet'] = () => ours();
  });

  it('is looked at unasked, in the Region of the stack', async () => {
    const lines = await examined();
    expect(lines.slice(12, 16)).toEqual([
      'ok               receiving in eu-central-1: possible',
      'ok               receiver in.example.com: verified as example.com',
      'ok               MX of in.example.com: inbound-smtp.eu-central-1.amazonaws.com',
      'ok               active rule set Quittance-production-inbound: takes mail for in.example.com',
    ]);
    expect(lines.at(-1)).toBe('21 ok, 0 missing, 0 could not be checked');
  });

  it('is not looked at where there is none', async () => {
    laid.deployment = DEPLOYMENT;
    expect((await examined()).at(-1)).toBe('17 ok, 0 missing, 0 could not be checked');
  });

  it('takes the rules of the stack, and no others that are active in their place', async () => {
    laid.answers['DescribeActiveReceiptRuleSet'] = () => ours('theirs');
    const lines = await examined();
    const at = lines.indexOf('missing          active rule set theirs: not the one of the stack');
    expect(lines[at + 1]).toContain('then aws ses set-active-receipt-rule-set --rule-set-name Quittance-production-inbound');
  });

  it('takes its own exchange and none beside it, where mails would be lost', async () => {
    const host = 'inbound-smtp.eu-central-1.amazonaws.com';
    laid.exchanges['in.example.com'] = [host, 'mx.example.net'];
    const lines = await examined();
    const at = lines.indexOf(`missing          MX of in.example.com: ${host}, mx.example.net`);
    expect(lines[at + 1]).toBe(`                   -> in.example.com MX 10 ${host}, and no other`);
  });

  it('takes a Region that receives', async () => {
    laid.hosts = [];
    const lines = await examined();
    const at = lines.indexOf('missing          receiving in eu-central-1: SES has no host for it');
    expect(lines[at + 1]).toBe('                   -> deploy to a Region where SES receives (docs/operations.md)');
  });

  it('takes only its rules on a laptop, where nothing comes in from elsewhere', async () => {
    laid.deployment = { ...DEPLOYMENT, address: 'http://127.0.0.1:4400', inbound: mailbox };
    const text = (await examined()).join('\n');
    expect(text).toContain('ok               active rule set Quittance-production-inbound: takes mail for in.example.com');
    expect(text).not.toMatch(/receiving in|receiver |MX of in/);
  });
});
