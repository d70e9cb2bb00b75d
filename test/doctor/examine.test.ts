/** The doctor against an AWS, names and pages that a test lays down: each check both ways, read as a person would. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeAws, mapOf, Refusal, startFakeAws } from './fake-aws.ts';
import { date, DOMAIN, examineLaid, INBOUND, ISSUER, type Laid, NOW, RECEIVER, SECRET, wellLaid } from './laid.ts';

let laid: Laid;
let aws: FakeAws;
beforeEach(async () => {
  laid = wellLaid();
  aws = await startFakeAws(laid.answers);
});
afterEach(() => aws.close());

const examined = (inbound?: typeof INBOUND): Promise<string[]> => examineLaid(laid, aws.endpoint, inbound);

const WELL = [
  'deployment: stack Quittance-production in eu-central-1',
  'form at https://privacy.example.com: shown',
  'clock of this machine: right to the minute',
  'staff sign-in at https://login.example.com: answers',
  'sender example.com: verification Success',
  'DKIM of example.com: on, Success',
  'MAIL FROM bounce.example.com: Success',
  'MX of bounce.example.com: feedback-smtp.eu-central-1.amazonses.com',
  'SPF of bounce.example.com: set',
  'DMARC of example.com: set',
  'sandbox of SES: left',
  'bounces by MailEvents-1: bounce, complaint, reject reported',
  'receiving in eu-west-1: possible',
  'receiver in.example.net: verified as example.net',
  'MX of in.example.net: inbound-smtp.eu-west-1.amazonaws.com',
  'active rule set inbound: takes mail for in.example.net',
  'secret /quittance/token-secret: SecureString',
  'receipt key: Enabled',
  'table requests: active',
  'bucket vault: there',
  'state machine: active',
].map((what) => `ok               ${what}`);

describe('a deployment where all is well', () => {
  it('reads as a list of what was seen', async () => {
    expect(await examined(INBOUND)).toEqual([...WELL, '', '21 ok, 0 missing, 0 could not be checked']);
  });

  it('is only looked at: no secret is decrypted or shown, nothing is changed', async () => {
    const lines = await examined(INBOUND);
    expect(lines.join('\n')).not.toContain(SECRET);
    expect(aws.asked.map(({ operation }) => operation).filter((operation) => !/^(Get|Describe|HeadBucket)/.test(operation))).toEqual([]);
    for (const { input } of aws.asked.filter(({ operation }) => operation === 'GetParameter'))
      expect(input['WithDecryption'] ?? false).toBe(false);
  });
});

describe('what is missing is told with what to do:', () => {
  it.each<[what: string, change: () => void, told: string[]]>([
    [
      'the form',
      () => void (laid.pages['https://privacy.example.com/request/rights'] = () => new Response('', { status: 503, headers: date })),
      ['form at https://privacy.example.com: answers 503 without a form', 'look at the log of the function "web"'],
    ],
    [
      'the DNS record of the pages',
      () =>
        void (laid.pages['https://privacy.example.com/request/rights'] = () => {
          throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } });
        }),
      [
        'form at https://privacy.example.com: no answer (ENOTFOUND)',
        'set its DNS record to the output DomainRecord; look at its certificate',
      ],
    ],
    [
      'the staff provider',
      () => delete laid.pages[`${ISSUER}/.well-known/openid-configuration`],
      ['staff sign-in at https://login.example.com: answers 404', 'set staffIssuer exactly as the provider writes its issuer'],
    ],
    [
      'the time',
      () =>
        void (laid.pages['https://privacy.example.com/request/rights'] = () =>
          new Response('<form>', { headers: { date: new Date(NOW - 7 * 60_000).toUTCString() } })),
      ['clock of this machine: 7 minutes off', 'set it: AWS refuses signatures more than five minutes off'],
    ],
    [
      'the issuer',
      () => void (laid.pages[`${ISSUER}/.well-known/openid-configuration`] = () => Response.json({ issuer: `${ISSUER}/` })),
      ['staff sign-in at https://login.example.com: names another issuer', 'set staffIssuer exactly as the provider writes its issuer'],
    ],
    [
      'an identity',
      () => delete laid.identities[DOMAIN],
      ['sender example.com: no identity of SES in this Region', 'deploy with createMailIdentity=true, or create it in SES'],
    ],
    [
      'its verification',
      () => void (laid.identities[DOMAIN] = 'Pending'),
      ['sender example.com: verification Pending', 'add the three DKIM records to its DNS and wait up to 72 hours'],
    ],
    [
      'DKIM',
      () =>
        void (laid.answers['GetIdentityDkimAttributes'] = () => ({
          DkimAttributes: mapOf(DOMAIN, { DkimEnabled: false, DkimVerificationStatus: 'Success' }),
        })),
      ['DKIM of example.com: off, Success', 'turn it on in SES and add its three CNAME records to the DNS'],
    ],
    [
      'a MAIL FROM domain',
      () => void (laid.answers['GetIdentityMailFromDomainAttributes'] = () => ({ MailFromDomainAttributes: mapOf(DOMAIN, {}) })),
      ['MAIL FROM of example.com: none of its own', 'set bounce.example.com in SES (createMailIdentity=true does)'],
    ],
    [
      'its verification',
      () =>
        void (laid.answers['GetIdentityMailFromDomainAttributes'] = () => ({
          MailFromDomainAttributes: mapOf(DOMAIN, { MailFromDomain: 'bounce.example.com', MailFromDomainStatus: 'Failed' }),
        })),
      ['MAIL FROM bounce.example.com: Failed', 'SES looks for its MX record for 72 hours; set it again after that'],
    ],
    [
      'the only MX record of the MAIL FROM domain',
      () => void laid.exchanges['bounce.example.com']!.push('mail.example.com'),
      [
        'MX of bounce.example.com: feedback-smtp.eu-central-1.amazonses.com, mail.example.com',
        'bounce.example.com MX 10 feedback-smtp.eu-central-1.amazonses.com, and no other',
      ],
    ],
    [
      'SPF',
      () => delete laid.texts['bounce.example.com'],
      ['SPF of bounce.example.com: none', 'bounce.example.com TXT "v=spf1 include:amazonses.com ~all"'],
    ],
    [
      'DMARC',
      () => delete laid.texts['_dmarc.example.com'],
      ['DMARC of example.com: none', '_dmarc.example.com TXT "v=DMARC1; p=none", stricter later'],
    ],
    [
      'the way out of the sandbox',
      () => void (laid.answers['GetSendQuota'] = () => ({ Max24HourSend: 200 })),
      ['sandbox of SES: still in it, 200 mails a day', 'request production access in SES; a day or two'],
    ],
    [
      'the configuration set',
      () => void (laid.answers['DescribeConfigurationSet'] = () => new Refusal('ConfigurationSetDoesNotExist')),
      ['bounces by MailEvents-1: no such configuration set', 'deploy again: no mail can be sent without it'],
    ],
    [
      'the report of complaints',
      () =>
        void (laid.answers['DescribeConfigurationSet'] = () => ({
          EventDestinations: [
            { Enabled: true, MatchingEventTypes: ['bounce'] },
            { Enabled: false, MatchingEventTypes: ['complaint'] },
          ],
        })),
      ['bounces by MailEvents-1: bounce reported', 'deploy again: bounces and complaints would go unseen'],
    ],
    [
      'a Region that receives',
      () => void (laid.hosts = []),
      ['receiving in eu-west-1: SES has no host for it', 'receive in another Region: --inbound-region'],
    ],
    [
      'the MX record',
      () => void (laid.exchanges[RECEIVER] = ['mx.example.net']),
      ['MX of in.example.net: mx.example.net', 'in.example.net MX 10 inbound-smtp.eu-west-1.amazonaws.com, and no other'],
    ],
    [
      'an identity of the receiver, or of a domain above it',
      () => void (laid.identities['example.net'] = 'Pending'),
      [
        'receiver in.example.net: no verified identity of SES in this Region',
        'make it an identity of SES there, and add its DKIM records to the DNS',
      ],
    ],
    [
      'an active rule set',
      () => void (laid.answers['DescribeActiveReceiptRuleSet'] = () => ({})),
      ['active rule set: none', 'activate yours by hand: aws ses set-active-receipt-rule-set --rule-set-name NAME'],
    ],
    [
      'a rule for the address',
      () =>
        void (laid.answers['DescribeActiveReceiptRuleSet'] = () => ({
          Metadata: { Name: 'other' },
          Rules: [
            { Enabled: true, Recipients: ['example.org'] },
            { Enabled: false, Recipients: [RECEIVER] },
          ],
        })),
      ['active rule set other: no enabled rule for the address', 'add a rule to it, or activate the set that has one'],
    ],
    [
      'a key in use',
      () => void (laid.answers['DescribeKey'] = () => ({ KeyMetadata: { KeyState: 'PendingDeletion' } })),
      ['receipt key: PendingDeletion', 'enable it, or cancel its deletion: what it encrypts is lost with it'],
    ],
    [
      'a table',
      () => void (laid.answers['DescribeTable'] = () => new Refusal('ResourceNotFoundException')),
      ['table requests: not there', 'it is gone: see "Restoring" in docs/operations.md before anything is deployed'],
    ],
    [
      'a bucket',
      () => void (laid.answers['HeadBucket'] = () => new Refusal('NotFound', 404)),
      ['bucket vault: not there', 'it is gone: see "Restoring" in docs/operations.md before anything is deployed'],
    ],
    [
      'the machine',
      () => void (laid.answers['DescribeStateMachine'] = () => ({ status: 'DELETING' })),
      ['state machine: deleting', 'deploy again'],
    ],
  ])('%s', async (_, change, [what, todo]) => {
    change();
    const lines = await examined(INBOUND);
    const at = lines.indexOf(`missing          ${what}`);
    expect(lines[at + 1], lines.join('\n')).toBe(`                   -> ${todo}`);
    expect(lines.filter((line) => line.startsWith('missing') || line.startsWith('could not check'))).toHaveLength(1);
  });

  it('a secret', async () => {
    const whole = laid.answers['GetParameter']!;
    laid.answers['GetParameter'] = (input) => (input['Name'] === '/quittance/deployment' ? whole(input) : new Refusal('ParameterNotFound'));
    const lines = await examined();
    expect(lines).toContain('missing          secret /quittance/token-secret: not there');
    expect(lines).toContain('                   -> aws ssm put-parameter --name /quittance/token-secret --type SecureString --value ...');
  });

  it('the encryption of a secret, without showing it', async () => {
    const whole = laid.answers['GetParameter']!;
    laid.answers['GetParameter'] = (input) =>
      input['Name'] === '/quittance/deployment' ? whole(input) : { Parameter: { Type: 'String', Value: 'open-to-see' } };
    const text = (await examined()).join('\n');
    expect(text).toContain('missing          secret /quittance/token-secret: String\n');
    expect(text).not.toContain('open-to-see');
  });
});

describe('without a deployment', () => {
  it.each<[string, () => unknown, string]>([
    ['nothing more is asked', () => new Refusal('ParameterNotFound'), 'deploy first, or name its prefix: --parameters, --stage'],
    [
      'of these credentials, the way in is told',
      () => new Refusal('ExpiredTokenException'),
      'sign in to AWS anew: these credentials are missing, expired or of another account',
    ],
    ['of this version, too', () => ({ Parameter: { Value: '{"stack":"Old"}' } }), 'deploy this version'],
  ])('%s', async (_, answer, todo) => {
    laid.answers['GetParameter'] = answer;
    const lines = await examined();
    expect(lines.slice(1)).toEqual([`                   -> ${todo}`, '', '0 ok, 1 missing, 0 could not be checked']);
    expect(aws.asked).toHaveLength(1);
  });
});

describe('what cannot be checked', () => {
  it.each([
    ['for want of a permission', new Refusal('AccessDeniedException'), 'these credentials may not look; ask with others'],
    ['because the endpoint is not AWS', new Refusal('InvalidAction', 501), 'this endpoint does not know the call; on AWS it does'],
    ['for another reason', new Refusal('InternalFailure', 500), 'the call ended with InternalFailure'],
  ])('%s is not called missing', async (_, refusal, todo) => {
    laid.answers['DescribeKey'] = () => refusal;
    const lines = await examined(INBOUND);
    expect(lines).toContain('could not check  receipt key');
    expect(lines).toContain(`                   -> ${todo}`);
    expect(lines.at(-1)).toBe('20 ok, 0 missing, 1 could not be checked');
  });

  it('because this version of SES tells no destination is said so', async () => {
    laid.answers['DescribeConfigurationSet'] = () => ({ ConfigurationSet: { Name: 'MailEvents-1' } });
    expect(await examined()).toContain('could not check  bounces by MailEvents-1: no destination told');
  });
});
