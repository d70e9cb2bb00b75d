/** The grants that no end-to-end test can use, each with what needs it all the same. */
import type { UnusedGrant } from './judge-grants.ts';

type Reason = Pick<UnusedGrant, 'reason' | 'byChance'>;

/** One reason for the same grants of several holders. */
function excuse(holders: readonly string[], grants: readonly (readonly [action: string, resource: string])[], why: Reason): UnusedGrant[] {
  return holders.flatMap((holder) => grants.map(([action, resource]) => ({ holder, action, resource, ...why })));
}

const roles = (...functions: string[]): string[] => functions.map((name) => `${name}role`);
const byChance = (reason: string): Reason => ({ reason, byChance: true });

const CRM = 'arn:aws:ssm:eu-central-1:000000000000:parameter/quittance/connectors/crm';
const SHOP = 'arn:aws:ssm:eu-central-1:000000000000:parameter/quittance/connectors/shop';
const TOKENS = 'arn:aws:ssm:eu-central-1:000000000000:parameter/quittance/token-secret';

/** What both functions for systems that answer later do with a case. */
const LATER: readonly (readonly [string, string])[] = [
  ...['PutItem', 'Query', 'UpdateItem'].map((operation) => [`dynamodb:${operation}`, '{Requests}'] as const),
  ['dynamodb:GetItem', '{CaseKeys}'],
  ['kms:Decrypt', '{CaseKey}'],
  ['ssm:GetParameter', TOKENS],
  ['states:SendTaskSuccess', '{RequestMachine}'],
];
const later = {
  reason:
    'Only for systems that answer by calling back, of which the demo has none; test/e2e/deployed drives one with IAM in force on MiniStack.',
};

export const UNUSED_GRANTS: readonly UnusedGrant[] = [
  ...excuse(['MachineRole'], [['xray:*', '*']], {
    reason: 'Step Functions sends its traces as the role of the machine; the laptop traces nothing.',
  }),
  ...excuse(
    ['DataKey'],
    ['DescribeKey', 'Encrypt', 'ReEncrypt*'].map((operation) => [`kms:${operation}`, '*'] as const),
    {
      reason:
        'DynamoDB makes, checks and changes the key of a table with them; reading and writing items, all that the laptop does, takes Decrypt.',
    },
  ),
  ...excuse(roles('packageresponse', 'console'), [['s3:ListBucket', '{Vault}']], {
    reason: 'Asked for only when an exported page is missing: the answer is then 404, not 403.',
  }),
  ...excuse(roles('packageresponse'), [['s3:AbortMultipartUpload', '{Delivery}/*']], {
    reason: 'The upload of a large package is taken back when it breaks off.',
  }),
  ...excuse(roles('startlater'), [...LATER, ['ssm:GetParameter', CRM], ['ssm:GetParameter', SHOP], ['logs:*', '{startlaterlogs}']], later),
  ...excuse(
    roles('callback'),
    [
      ...LATER,
      ['dynamodb:GetItem', '{Requests}'],
      ['s3:PutObject', '{Vault}/*/export/*'],
      ['kms:GenerateDataKey', '{DataKey}'],
      ['logs:*', '{callbacklogs}'],
    ],
    later,
  ),
  ...excuse(['callback'], [['lambda:InvokeFunction', '{callback}']], later),
  ...excuse(['MachineRole'], [['lambda:InvokeFunction', '{startlater}']], later),
  ...excuse(
    roles('acknowledge', 'verifyrequester', 'deliver', 'letters', 'sweep', 'closewithdrawn', 'receivemail'),
    [
      ['s3:GetObject', '{Vault}/*/mail/*'],
      ['kms:Decrypt', '{DataKey}'],
    ],
    byChance('A mail that was written and not yet sent when its sender died is sent as it was written.'),
  ),
  ...excuse(
    roles('verifyrequester', 'handtoperson', 'reviewandredact', 'awaitfetch', 'parkrequest', 'sweep', 'download'),
    [['states:SendTaskSuccess', '{RequestMachine}']],
    byChance('A result that was recorded before anybody waited for it is told at once; one that was not told is told by the sweep.'),
  ),
  ...excuse(
    roles('awaitfetch'),
    [
      ['dynamodb:GetItem', '{Requests}'],
      ['dynamodb:PutItem', '{Requests}'],
    ],
    byChance('The package was fetched before the execution waited for that.'),
  ),
  ...excuse(
    roles('awaitanswer'),
    [
      ['dynamodb:GetItem', '{Requests}'],
      ['dynamodb:PutItem', '{Requests}'],
      ['states:SendTaskSuccess', '{RequestMachine}'],
    ],
    byChance('The question was answered before the execution waited for that.'),
  ),
  ...excuse(
    roles('executionevents', 'closewithdrawn', 'receivemail'),
    [['sqs:SendMessage', '{FailedEvents}']],
    byChance('A report that failed in every attempt lies in the queue; the other functions for events show that it gets there.'),
  ),
  ...excuse(
    roles('acknowledge', 'issuereceipt', 'deliver', 'closewithdrawn', 'sweep', 'web'),
    [['s3:ListBucket', '{Log}']],
    byChance('Asked for only when a file of the log is missing, as all are before the first entry of a year: the answer is then 404.'),
  ),
  ...excuse(
    roles('acknowledge', 'issuereceipt', 'closewithdrawn', 'sweep'),
    [['s3:PutObject', '{Log}/*/statement/*']],
    byChance('What the log states of itself is written by whoever brings the next receipt in.'),
  ),
  ...excuse(
    roles('download', 'web', 'console', 'sweep', 'handtoperson'),
    [['dynamodb:GetItem', '{Requests}']],
    byChance('A recorded result is read again when somebody else was faster.'),
  ),
  ...excuse(
    roles('sweep'),
    [
      ['states:StartExecution', '{RequestMachine}'],
      ['states:StopExecution', 'arn:aws:states:eu-central-1:000000000000:execution:Quittance-requests:*'],
    ],
    byChance('The sweep starts an execution that a crash kept from starting, and stops one that it left running.'),
  ),
];
