/** Mail that comes in: SES receives all of a domain, puts each mail into the bucket, then calls the function that takes it in. */
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import type { Functions } from './functions-construct.ts';
import { INBOUND_PREFIX, type Storage } from './storage.ts';

const SES = 'ses.amazonaws.com';
const RULE = 'take-in';

/** Named beforehand: what SES needs must name the rule, and must be there before it. */
interface ReceiptRule {
  set: string;
  arn: string;
  /** Whoever lets SES in lets in this rule of this account only. */
  conditions: Record<string, Record<string, string>>;
}

function ruleOf(stack: Stack): ReceiptRule {
  const set = `${stack.stackName}-inbound`;
  const arn = stack.formatArn({ service: 'ses', resource: 'receipt-rule-set', resourceName: `${set}:receipt-rule/${RULE}` });
  return { set, arn, conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': arn } } };
}

/** "Give Amazon SES permission to write to an S3 bucket" and "to use your AWS KMS key": SES Developer Guide. */
function letSesWrite({ dataKey, inbound }: { dataKey: Storage['dataKey']; inbound: Bucket }, { conditions }: ReceiptRule): void {
  const principals = [new ServicePrincipal(SES)];
  const resources = [inbound.arnForObjects(`${INBOUND_PREFIX}*`)];
  inbound.addToResourcePolicy(new PolicyStatement({ sid: 'MailFromSes', principals, actions: ['s3:PutObject'], resources, conditions }));
  dataKey.addToResourcePolicy(
    new PolicyStatement({ sid: 'MailFromSes', principals, actions: ['kms:GenerateDataKey*', 'kms:Decrypt'], resources: ['*'], conditions }),
  );
}

function letSesCall(stack: Stack, { functionArn }: IFunction, { arn }: ReceiptRule): CfnPermission {
  return new CfnPermission(stack, 'InboundPermission', {
    action: 'lambda:InvokeFunction',
    functionName: functionArn,
    principal: SES,
    sourceAccount: stack.account,
    sourceArn: arn,
  });
}

/** Receives the domain of a mailbox. The set of rules is made active by hand: an account has one, and it may be another's. */
export function addInboundMail(
  stack: Stack,
  mailbox: string,
  { storage: { dataKey, inbound }, functions }: { storage: Storage; functions: Functions },
): { mailbox: string; ruleSet: string } {
  const receive = functions.byName['receive-mail'];
  if (inbound === undefined || receive === undefined) throw new TypeError('There is neither bucket nor function for mail that comes in');
  const rule = ruleOf(stack);
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1).toLowerCase();
  letSesWrite({ dataKey, inbound }, rule);
  const permission = letSesCall(stack, receive, rule);
  const set = new CfnReceiptRuleSet(stack, 'InboundRules', { ruleSetName: rule.set });
  const made = new CfnReceiptRule(stack, 'InboundRule', {
    ruleSetName: set.ref,
    rule: {
      name: RULE,
      enabled: true,
      recipients: [domain],
      scanEnabled: true,
      // A mail that cannot come encrypted is still a request.
      tlsPolicy: 'Optional',
      actions: [
        { s3Action: { bucketName: inbound.bucketName, objectKeyPrefix: INBOUND_PREFIX } },
        { lambdaAction: { functionArn: receive.functionArn, invocationType: 'Event' } },
      ],
    },
  });
  // What SES could not tell of, or whoever was told did not finish, is looked for.
  new Rule(stack, 'InboundRest', {
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [new LambdaTarget(receive, { deadLetterQueue: functions.failures })],
  });
  // SES tries bucket, key and function when the rule is made.
  made.addResourceDependency(permission);
  made.node.addDependency(inbound.policy!);
  new CfnOutput(stack, 'MailboxRecord', {
    value: `${domain} MX 10 inbound-smtp.${stack.region}.amazonaws.com`,
    description: 'Add to the DNS of the mailbox, once the rules are active',
  });
  new CfnOutput(stack, 'ReceiptRules', {
    value: rule.set,
    description: 'Make them active: aws ses set-active-receipt-rule-set --rule-set-name',
  });
  return { mailbox, ruleSet: rule.set };
}
