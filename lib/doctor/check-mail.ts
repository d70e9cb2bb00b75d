/** Sending: the identity, its DNS, the way out of the sandbox, and the way back of what bounces. */
import {
  DescribeActiveReceiptRuleSetCommand,
  DescribeConfigurationSetCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
} from '@aws-sdk/client-ses';
import { isLaptop } from './check-pages.ts';
import { check, expected, type Finding, isAbsent, missing, ok, unknown } from './finding.ts';
import type { Deployment } from './read-deployment.ts';
import type { DoctorWorld } from './world.ts';

/** "A maximum of 200 messages per 24-hour period" (Amazon SES, Developer Guide, the sandbox). */
const SANDBOX = 200;

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const identity = ({ ses }: DoctorWorld, domain: string): Promise<Finding[]> =>
  check(`sender ${domain}`, async () => {
    const { VerificationAttributes = {} } = await ses.send(new GetIdentityVerificationAttributesCommand({ Identities: [domain] }));
    const status = VerificationAttributes[domain]?.VerificationStatus;
    if (status === undefined)
      return missing(`sender ${domain}: no identity of SES in this Region`, 'deploy with createMailIdentity=true, or create it in SES');
    return expected(
      status === 'Success',
      `sender ${domain}: verification ${status}`,
      'add the three DKIM records to its DNS and wait up to 72 hours',
    );
  });

const dkim = ({ ses }: DoctorWorld, domain: string): Promise<Finding[]> =>
  check(`DKIM of ${domain}`, async () => {
    const { DkimAttributes = {} } = await ses.send(new GetIdentityDkimAttributesCommand({ Identities: [domain] }));
    const { DkimEnabled = false, DkimVerificationStatus: status = 'NotStarted' } = DkimAttributes[domain] ?? {};
    return expected(
      DkimEnabled && status === 'Success',
      `DKIM of ${domain}: ${DkimEnabled ? 'on' : 'off'}, ${status}`,
      'turn it on in SES and add its three CNAME records to the DNS',
    );
  });

/** "You must publish exactly one MX record" for a custom MAIL FROM domain, and SPF there. */
const mailFrom = ({ ses, names }: DoctorWorld, domain: string, region: string): Promise<Finding[]> =>
  check(`MAIL FROM of ${domain}`, async () => {
    const { MailFromDomainAttributes = {} } = await ses.send(new GetIdentityMailFromDomainAttributesCommand({ Identities: [domain] }));
    const { MailFromDomain: own, MailFromDomainStatus: status = 'NotStarted' } = MailFromDomainAttributes[domain] ?? {};
    if (!own) return missing(`MAIL FROM of ${domain}: none of its own`, `set bounce.${domain} in SES (createMailIdentity=true does)`);
    const [exchanges, texts] = await Promise.all([names.mailExchanges(own), names.texts(own)]);
    const wanted = `feedback-smtp.${region}.amazonses.com`;
    return [
      expected(status === 'Success', `MAIL FROM ${own}: ${status}`, 'SES looks for its MX record for 72 hours; set it again after that'),
      expected(
        exchanges.length === 1 && exchanges[0] === wanted,
        `MX of ${own}: ${exchanges.join(', ') || 'none'}`,
        `${own} MX 10 ${wanted}, and no other`,
      ),
      expected(
        texts.some((text) => /^v=spf1 .*include:amazonses\.com/.test(text)),
        `SPF of ${own}: ${texts.some((text) => text.startsWith('v=spf1')) ? 'set' : 'none'}`,
        `${own} TXT "v=spf1 include:amazonses.com ~all"`,
      ),
    ];
  });

const dmarc = ({ names }: DoctorWorld, domain: string): Promise<Finding[]> =>
  check(`DMARC of ${domain}`, async () => {
    const policy = (await names.texts(`_dmarc.${domain}`)).find((text) => text.startsWith('v=DMARC1'));
    return expected(
      policy !== undefined,
      `DMARC of ${domain}: ${policy ? 'set' : 'none'}`,
      `_dmarc.${domain} TXT "v=DMARC1; p=none", stricter later`,
    );
  });

const sandbox = ({ ses }: DoctorWorld): Promise<Finding[]> =>
  check('sandbox of SES', async () => {
    const { Max24HourSend: most = 0 } = await ses.send(new GetSendQuotaCommand({}));
    // -1 stands for no limit.
    const out = most < 0 || most > SANDBOX;
    return expected(
      out,
      `sandbox of SES: ${out ? 'left' : `still in it, ${most} mails a day`}`,
      'request production access in SES; a day or two',
    );
  });

const bouncePath = ({ ses }: DoctorWorld, set: string): Promise<Finding[]> =>
  check(`bounces by ${set}`, async () => {
    try {
      const { EventDestinations: all = [] } = await ses.send(
        new DescribeConfigurationSetCommand({ ConfigurationSetName: set, ConfigurationSetAttributeNames: ['eventDestinations'] }),
      );
      const reported = new Set(all.filter(({ Enabled }) => Enabled).flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes));
      // This version of the API is older than event buses; where it names no destination, it has not seen ours.
      if (all.length === 0)
        return unknown(`bounces by ${set}: no destination told`, 'look for "to-event-bus" at the configuration set in SES');
      const both = reported.has('bounce') && reported.has('complaint');
      return expected(
        both,
        `bounces by ${set}: ${[...reported].join(', ') || 'nothing'} reported`,
        'deploy again: bounces and complaints would go unseen',
      );
    } catch (error) {
      if (!isAbsent(error)) throw error;
      return missing(`bounces by ${set}: no such configuration set`, 'deploy again: no mail can be sent without it');
    }
  });

/** Checks the way of a mail out, and of a bounce back. */
export async function checkMail(world: DoctorWorld, { mailFrom: sender, mailEvents, region, address }: Deployment): Promise<Finding[]> {
  const domain = domainOf(sender);
  const findings = await Promise.all([
    identity(world, domain),
    dkim(world, domain),
    mailFrom(world, domain, region),
    isLaptop(address) ? [] : dmarc(world, domain),
    sandbox(world),
    bouncePath(world, mailEvents),
  ]);
  return findings.flat();
}

export interface Inbound {
  address: string;
  region: string;
  /** The rules that the stack has made for it; without a name any that take the mail will do. */
  ruleSet?: string;
  /** Nothing comes in from elsewhere. */
  laptop?: boolean;
}

/** Checks what receiving at an address takes. */
export async function checkInbound(world: DoctorWorld, inbound: Inbound): Promise<Finding[]> {
  const findings = await Promise.all([
    ...(inbound.laptop ? [] : fromElsewhere(world, inbound)),
    check('active rule set', () => activeRules(world.inboundSes, inbound)),
  ]);
  return findings.flat();
}

function fromElsewhere({ inboundSes, names }: DoctorWorld, { address, region, ruleSet }: Inbound): Promise<Finding[]>[] {
  const host = `inbound-smtp.${region}.amazonaws.com`;
  const domain = domainOf(address);
  return [
    // SES has a receiving host exactly where it can receive, so its name is the list of Regions.
    check(`receiving in ${region}`, async () => {
      const exists = await names.exists(host);
      return expected(
        exists,
        `receiving in ${region}: ${exists ? 'possible' : 'SES has no host for it'}`,
        ruleSet === undefined
          ? 'receive in another Region: --inbound-region'
          : 'deploy to a Region where SES receives (docs/operations.md)',
      );
    }),
    check(`receiver ${domain}`, async () => {
      // "If you verify a domain, you can also use its subdomains": the parent's identity is enough.
      const domains = domain.split('.').flatMap((_, at, labels) => (at < labels.length - 1 ? [labels.slice(at).join('.')] : []));
      const { VerificationAttributes: all = {} } = await inboundSes.send(
        new GetIdentityVerificationAttributesCommand({ Identities: domains }),
      );
      const verified = domains.find((one) => all[one]?.VerificationStatus === 'Success');
      return expected(
        verified !== undefined,
        `receiver ${domain}: ${verified === undefined ? 'no verified identity of SES in this Region' : `verified as ${verified}`}`,
        'make it an identity of SES there, and add its DKIM records to the DNS',
      );
    }),
    check(`MX of ${domain}`, async () => {
      const exchanges = await names.mailExchanges(domain);
      // What goes to another exchange is lost to us.
      const ours = exchanges.length > 0 && exchanges.every((one) => one === host);
      return expected(ours, `MX of ${domain}: ${exchanges.join(', ') || 'none'}`, `${domain} MX 10 ${host}, and no other`);
    }),
  ];
}

async function activeRules(ses: DoctorWorld['inboundSes'], { address, ruleSet }: Inbound): Promise<Finding> {
  const { Metadata, Rules = [] } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  const activate = `aws ses set-active-receipt-rule-set --rule-set-name ${ruleSet ?? 'NAME'}`;
  if (!Metadata?.Name) return missing('active rule set: none', `activate yours by hand: ${activate}`);
  if (ruleSet !== undefined && Metadata.Name !== ruleSet)
    return missing(
      `active rule set ${Metadata.Name}: not the one of the stack`,
      `an account has one: copy the rules of ${Metadata.Name} that are still needed into ${ruleSet}, then ${activate}`,
    );
  const takes = Rules.some(
    ({ Enabled, Recipients = [] }) =>
      Enabled && (Recipients.length === 0 || Recipients.some((one) => one === address || one === domainOf(address))),
  );
  return takes
    ? ok(`active rule set ${Metadata.Name}: takes mail for ${domainOf(address)}`)
    : missing(`active rule set ${Metadata.Name}: no enabled rule for the address`, 'add a rule to it, or activate the set that has one');
}
