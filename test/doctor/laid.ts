/** An AWS, names and pages that a test lays down, and what the doctor says of them. */
import { examine, report } from '../../lib/doctor/examine.ts';
import type { Names } from '../../lib/doctor/world.ts';
import { clientsAt } from './clients.ts';
import { type Answers, mapOf } from './fake-aws.ts';

export const DOMAIN = 'example.com';
export const ISSUER = 'https://login.example.com';
export const NOW = Date.parse('2026-11-21T12:00:00Z');
export const DEPLOYMENT = {
  stack: 'Quittance-production',
  region: 'eu-central-1',
  address: 'https://privacy.example.com',
  staffIssuer: ISSUER,
  mailFrom: `privacy@${DOMAIN}`,
  mailEvents: 'MailEvents-1',
  machine: 'arn:aws:states:eu-central-1:111122223333:stateMachine:Quittance-production-requests',
  tables: ['requests'],
  buckets: ['vault'],
  keys: { receipt: 'key-1' },
  secrets: ['/quittance/token-secret'],
};
export const SECRET = 'AQICAHg-ciphertext-that-nobody-may-see';
export const RECEIVER = 'in.example.net';
export const INBOUND = { address: `privacy@${RECEIVER}`, region: 'eu-west-1' };

/** Everything as it should be. */
export interface Laid {
  answers: Answers;
  exchanges: Record<string, string[]>;
  texts: Record<string, string[]>;
  hosts: string[];
  pages: Record<string, () => Response>;
  /** Status of each identity of SES. */
  identities: Record<string, string>;
  /** What the stack wrote down. */
  deployment: object;
}

export const date = { date: new Date(NOW).toUTCString() };

/** All as it should be; what a test changes in it is what is asked. */
export function wellLaid(): Laid {
  const laid: Laid = {
    answers: {
      GetParameter: ({ Name }) =>
        Name === '/quittance/deployment'
          ? { Parameter: { Name, Type: 'String', Value: JSON.stringify(laid.deployment) } }
          : { Parameter: { Name, Type: 'SecureString', Value: SECRET } },
      GetIdentityVerificationAttributes(input) {
        const known = Object.values(input).find((one) => laid.identities[String(one)] !== undefined) as string | undefined;
        return { VerificationAttributes: known === undefined ? '' : mapOf(known, { VerificationStatus: laid.identities[known] }) };
      },
      GetIdentityDkimAttributes: () => ({
        DkimAttributes: mapOf(DOMAIN, { DkimEnabled: true, DkimVerificationStatus: 'Success' }),
      }),
      GetIdentityMailFromDomainAttributes: () => ({
        MailFromDomainAttributes: mapOf(DOMAIN, { MailFromDomain: `bounce.${DOMAIN}`, MailFromDomainStatus: 'Success' }),
      }),
      GetSendQuota: () => ({ Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 3 }),
      DescribeConfigurationSet: () => ({
        EventDestinations: [{ Name: 'to-event-bus', Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] }],
      }),
      DescribeActiveReceiptRuleSet: () => ({
        Metadata: { Name: 'inbound' },
        Rules: [{ Name: 'all', Enabled: true, Recipients: [RECEIVER] }],
      }),
      DescribeKey: () => ({ KeyMetadata: { KeyId: 'key-1', KeyState: 'Enabled' } }),
      DescribeTable: () => ({ Table: { TableStatus: 'ACTIVE' } }),
      DescribeStateMachine: () => ({ status: 'ACTIVE' }),
      HeadBucket: () => ({}),
    },
    exchanges: { [`bounce.${DOMAIN}`]: ['feedback-smtp.eu-central-1.amazonses.com'], [RECEIVER]: ['inbound-smtp.eu-west-1.amazonaws.com'] },
    texts: { [`bounce.${DOMAIN}`]: ['v=spf1 include:amazonses.com ~all'], [`_dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject'] },
    identities: { [DOMAIN]: 'Success', 'example.net': 'Success' },
    deployment: DEPLOYMENT,
    hosts: ['inbound-smtp.eu-west-1.amazonaws.com'],
    pages: {
      'https://privacy.example.com/request/rights': () => new Response('<form method="post">', { headers: date }),
      [`${ISSUER}/.well-known/openid-configuration`]: () => Response.json({ issuer: ISSUER }),
    },
  };
  return laid;
}

/** What the doctor says of it, line by line. */
export async function examineLaid(laid: Laid, endpoint: string, inbound?: typeof INBOUND): Promise<string[]> {
  const names: Names = {
    mailExchanges: async (domain) => laid.exchanges[domain] ?? [],
    texts: async (name) => laid.texts[name] ?? [],
    exists: async (host) => laid.hosts.includes(host),
  };
  const fetch = async (url: string): Promise<Response> => laid.pages[url]?.() ?? new Response('', { status: 404 });
  const findings = await examine(
    { ...clientsAt(endpoint), names, fetch, now: () => NOW },
    { parameters: '/quittance', ...(inbound && { inbound }) },
  );
  return report(findings).split('\n');
}
