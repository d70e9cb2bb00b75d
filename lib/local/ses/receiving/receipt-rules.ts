/** Receipt rules of the template: what SES does with mail for whom. Whatever it would do and this one would not is a fault. */
import type { Resource } from '../../contract.ts';
import { faultIn } from '../../template-fault.ts';
import { domainOf, localPartOf } from '../addresses.ts';

export type ReceiptAction =
  | { type: 'S3'; bucket: Resource; prefix: string }
  | { type: 'Lambda'; functionArn: string; invocationType: 'Event' };

export interface ReceiptRule {
  arn: string;
  /** Addresses, domains, or domains with a leading dot for whatever lies below them. */
  recipients: readonly string[];
  scans: boolean;
  /** In the order in which they are done. */
  actions: readonly ReceiptAction[];
}

export interface ReceiptRules {
  /** The set, which is taken for active: an account has one that is, and in the cloud somebody says which. */
  set: string;
  /** Those that are on, in their order. */
  rules: readonly ReceiptRule[];
  /** All, as they are written. */
  written: readonly RuleProperties[];
}

interface RuleProperties {
  Name?: string;
  Enabled?: boolean;
  Recipients?: string[];
  ScanEnabled?: boolean;
  TlsPolicy?: string;
  Actions?: Record<string, Record<string, string>>[];
}

const RULE = new Set(['Name', 'Enabled', 'Recipients', 'ScanEnabled', 'TlsPolicy', 'Actions']);

/** The template's rules; undefined where mail does not come in. Throws TemplateError. */
export function receiptRules(resources: readonly Resource[]): ReceiptRules | undefined {
  const [set, second] = resources.filter(({ type }) => type === 'AWS::SES::ReceiptRuleSet');
  if (set === undefined) return undefined;
  if (second !== undefined) throw faultIn(second, 'RuleSetName', 'the small AWS knows one set of receipt rules, which is the active one');
  const all = inOrder(
    resources.filter(({ type, properties }) => type === 'AWS::SES::ReceiptRule' && properties['RuleSetName'] === set.ref),
  );
  const written = all.map(propertiesOf);
  const rules = all.map((rule) => readRule(rule, resources)).filter((_, place) => written[place]!.Enabled === true);
  return { set: set.ref, rules, written };
}

const propertiesOf = ({ properties }: Resource): RuleProperties => properties['Rule'] as RuleProperties;

/** "After: the name of an existing rule after which the new rule is placed": without it the order is that of their creation. */
function inOrder(rules: readonly Resource[]): Resource[] {
  const ordered: Resource[] = [];
  for (let name: unknown; ordered.length < rules.length; name = ordered.at(-1)!.ref) {
    const next = rules.filter(({ properties }) => properties['After'] === name);
    if (next.length !== 1)
      throw faultIn(rules[0]!, 'After', 'each rule but the first must stand after another one, or their order is not known');
    ordered.push(next[0]!);
  }
  return ordered;
}

function readRule(resource: Resource, resources: readonly Resource[]): ReceiptRule {
  const { Recipients = [], ScanEnabled = false, TlsPolicy = 'Optional', Actions = [], ...rest } = propertiesOf(resource);
  const unknown = Object.keys(rest).find((name) => !RULE.has(name));
  if (unknown !== undefined) throw faultIn(resource, `Rule.${unknown}`, 'not known to the small AWS');
  if (TlsPolicy !== 'Optional') throw faultIn(resource, 'Rule.TlsPolicy', 'the small AWS receives without TLS');
  if (Recipients.length === 0)
    throw faultIn(resource, 'Rule.Recipients', 'without any it takes mail for all verified domains, and the small AWS does not know them');
  const actions = Actions.map((action, place) => readAction(action, { rule: resource, resources, at: `Rule.Actions[${place}]` }));
  return { arn: resource.arn, recipients: Recipients, scans: ScanEnabled, actions };
}

type Members = Record<string, string>;

/** Each kind of action: the members it may have, and what it means. */
const kinds: Record<
  string,
  { members: readonly string[]; read(members: Members, resources: readonly Resource[]): ReceiptAction | undefined }
> = {
  S3Action: {
    members: ['BucketName', 'ObjectKeyPrefix'],
    read({ BucketName, ObjectKeyPrefix: prefix = '' }, resources) {
      const bucket = resources.find(({ type, ref }) => type === 'AWS::S3::Bucket' && ref === BucketName);
      return bucket && { type: 'S3', bucket, prefix };
    },
  },
  LambdaAction: {
    members: ['FunctionArn', 'InvocationType'],
    // A "RequestResponse" would decide whether the following rules are looked at.
    read({ FunctionArn, InvocationType: invocationType = 'Event' }, resources) {
      const called = resources.find(({ type, arn }) => type === 'AWS::Lambda::Function' && arn === FunctionArn);
      return called && invocationType === 'Event' ? { type: 'Lambda', functionArn: called.arn, invocationType } : undefined;
    },
  },
};

interface ActionPlace {
  rule: Resource;
  resources: readonly Resource[];
  at: string;
}

function readAction(action: Record<string, Members>, { rule, resources, at }: ActionPlace): ReceiptAction {
  const [[name, members] = ['nothing', {}], ...others] = Object.entries(action);
  const kind = kinds[name];
  if (kind === undefined || others.length > 0)
    throw faultIn(rule, at, `${name} is not known to the small AWS as an action on received mail`);
  const unknown = Object.keys(members).find((member) => !kind.members.includes(member));
  if (unknown !== undefined) throw faultIn(rule, `${at}.${name}.${unknown}`, 'not known to the small AWS');
  const read = kind.read(members, resources);
  if (read === undefined)
    throw faultIn(rule, `${at}.${name}`, 'it must name a bucket, or a function to be called as an event, of this template');
  return read;
}

/** The rules that take mail for any of the recipients, each with those it takes it for. */
export function matching(rules: readonly ReceiptRule[], recipients: readonly string[]): { rule: ReceiptRule; recipients: string[] }[] {
  return rules
    .map((rule) => ({ rule, recipients: recipients.filter((recipient) => rule.recipients.some((one) => matches(one, recipient))) }))
    .filter((match) => match.recipients.length > 0);
}

/**
 * An address also takes mail for itself with any label (`a+label@`), unless it has one itself; a domain takes none for what
 * lies below it: "Creating receipt rules", SES Developer Guide.
 */
function matches(condition: string, recipient: string): boolean {
  const [wanted, domain, local] = [condition.toLowerCase(), domainOf(recipient), localPartOf(recipient)];
  if (wanted.startsWith('.')) return domain.endsWith(wanted);
  if (!wanted.includes('@')) return domain === wanted;
  return wanted === `${local}@${domain}` || wanted === `${local.split('+', 1)[0]}@${domain}`;
}
