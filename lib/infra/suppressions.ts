/** Findings of cdk-nag that are as they should be, each with its reason; whatever is not listed stops the synthesis. */
import { type Stack, Validations } from 'aws-cdk-lib';
import { FUNCTIONS, type FunctionName, type Grant } from './functions.ts';
import { statementsFor } from './grants.ts';
import type { QuittanceStack } from './quittance-stack.ts';

/** Why a grant names many resources at once: their last part is made at run time, and nothing else lies there. */
const WILDCARDS: Partial<Record<Grant, string>> = {
  'exports:read': 'Exported pages lie below the id of their request, unknown before it arrives; mails and packages are out of reach.',
  'exports:write': 'Exported pages lie below the id of their request, unknown before it arrives; it may not read them back.',
  'mails:keep': 'Mails lie below the id of their request, unknown before it arrives; exported pages are out of reach.',
  'mails:read': 'Mails lie below the id of their request, unknown before it arrives; exported pages are out of reach.',
  'scans:keep': 'Scans lie below the id of their request, unknown before it arrives; it may not write over what was sent.',
  'inbound:aside': 'SES names each mail when it comes in; nothing else lies there.',
  'inbound:aside-read': 'SES names each mail when it comes in; nothing else lies there.',
  'inbound:put-back': 'SES names each mail when it comes in; nothing else lies there.',
  'vault:purge': 'A purge removes everything of a request, whose id is unknown before it arrives; it may not read anything.',
  'delivery:write': 'Packages lie below the id of their request, unknown before it arrives; it may not read them back.',
  'delivery:read': 'Packages lie below the id of their request, unknown before it arrives.',
  'delivery:purge': 'A purge removes all packages of a request, whose id is unknown before it arrives; it may not read them.',
  'inbound:read': 'SES names each mail when it comes in; nothing else lies there.',
  'inbound:remove': 'SES names each mail when it comes in; nothing else lies there.',
  'log:read': 'The files of the log are named by its size; everybody may read them.',
  'log:write': 'The files of the log are named by its size; it may neither overwrite nor delete them unseen: the bucket keeps versions.',
  'machine:see': 'An execution is named after its request, unknown before it arrives; only those of this machine are named.',
  'machine:stop': 'An execution is named after its request, unknown before it arrives; only those of this machine are named.',
};

const LOG_DELIVERY = 'Log delivery of Step Functions and X-Ray know no resource-level permissions (AWS Service Authorization Reference).';

const PUBLIC_PAGES =
  'People who exercise their rights have no account: the functions check signed tokens themselves, and the staff pages sign in by OpenID Connect.';

/** A value as cdk-nag writes it in the name of a finding: references in angle brackets. */
function written(stack: Stack, value: string): string {
  const visit = (node: unknown): string => {
    if (typeof node === 'string') return node;
    const {
      Ref,
      'Fn::GetAtt': attribute,
      'Fn::Join': join,
    } = node as { Ref?: string; 'Fn::GetAtt'?: string[]; 'Fn::Join'?: [string, unknown[]] };
    if (join) return join[1].map(visit).join(join[0]);
    return attribute ? `<${attribute.join('.')}>` : `<${Ref}>`;
  };
  return visit(stack.resolve(value));
}

const wildcard = (resource: string): string => `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`;

function acknowledgeWildcards(stack: QuittanceStack, name: FunctionName): void {
  const made = stack.functions.byName[name];
  if (made === undefined) return;
  for (const grant of new Set(FUNCTIONS[name].grants)) {
    const reason = WILDCARDS[grant];
    if (reason === undefined) continue;
    const resources = statementsFor([grant], stack.granted).flatMap((statement) =>
      statement.resources.map((resource) => written(stack, resource)),
    );
    const rules = resources.filter((resource) => resource.includes('*')).map((resource) => ({ id: wildcard(resource), reason }));
    Validations.of(made.role!).acknowledge(...rules);
  }
}

/** Acknowledges the findings. */
export function acknowledgeKnown(stack: QuittanceStack): void {
  for (const name of Object.keys(FUNCTIONS) as FunctionName[]) acknowledgeWildcards(stack, name);
  Validations.of(stack.machine.role).acknowledge({ id: wildcard('*'), reason: LOG_DELIVERY });
  Validations.of(stack.api).acknowledge({ id: 'AwsSolutions::AwsSolutions-APIG4', reason: PUBLIC_PAGES });
  Validations.of(stack.functions.failures).acknowledge({
    id: 'AwsSolutions::AwsSolutions-SQS3',
    reason: 'It is itself the dead-letter queue of both rules and the on-failure destination of the asynchronous functions.',
  });
}
