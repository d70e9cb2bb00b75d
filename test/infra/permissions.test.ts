/** Least privilege: who may do what, as the template says it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS, type FunctionName } from '../../lib/infra/functions.ts';
import { permissionsOf, permissionsOfRole, permissionTable, whoMay } from './role-statements.ts';
import { ofType, synthesize, type Synthesized, written } from './synthesized.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize();
});

const everyPermission = () =>
  (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) => permissionsOf(stack, name).map((permission) => ({ name, ...permission })));

describe('what the functions may do', () => {
  it('is this table, and nothing else', async () => {
    await expect(permissionTable(stack)).toMatchFileSnapshot('__snapshots__/permissions.txt');
  });

  it('names its actions without wildcards', () => {
    expect(everyPermission().filter(({ action }) => action.includes('*'))).toEqual([]);
  });

  it('names its resources: none may act on everything', () => {
    expect(everyPermission().filter(({ resource }) => resource === '*')).toEqual([]);
  });

  it('leaves wildcards only where the id of a request or of a mail stands that nobody knows beforehand, and for the files of the log', () => {
    const wild = new Set(
      everyPermission()
        .map(({ resource }) => resource)
        .filter((resource) => resource.includes('*')),
    );
    expect([...wild].toSorted()).toEqual([
      expect.stringMatching(/:execution:Quittance-requests:\*$/),
      '{Delivery}/*',
      '{Inbound}/aside/*',
      '{Inbound}/in/*',
      '{Inbound}/in/by-hand-*',
      '{Log}/*',
      '{Log}/*/checkpoint',
      '{Log}/*/statement/*',
      '{Log}/*/tile/*',
      '{Vault}/*',
      '{Vault}/*/export/*',
      '{Vault}/*/mail/*',
      '{Vault}/*/mail/in/*',
      '{Vault}/*/mail/papers/*',
    ]);
  });

  it('never scans, batches or transacts: DynamoDB is used item by item', () => {
    const used = new Set(
      everyPermission()
        .map(({ action }) => action)
        .filter((action) => action.startsWith('dynamodb:')),
    );
    expect([...used].toSorted()).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  });

  it('attaches no policy of AWS, which would allow more than is needed', () => {
    expect(ofType(stack, 'AWS::IAM::Role').flatMap(({ Properties }) => Properties['ManagedPolicyArns'] ?? [])).toEqual([]);
  });
});

describe('what matters most', () => {
  it('lets only the download function read finished packages', () => {
    expect(whoMay(stack, ({ action, resource }) => action === 's3:GetObject' && resource.startsWith('{Delivery}'))).toEqual(['download']);
  });

  it('lets only four functions sign: they issue receipts, and bring them into the log', () => {
    const signers = ['acknowledge', 'close-withdrawn', 'issue-receipt', 'sweep'];
    expect(whoMay(stack, ({ action, resource }) => action === 'kms:Sign' && resource === '{ReceiptKey}')).toEqual(signers);
    expect(whoMay(stack, ({ action, resource }) => action === 'kms:Sign' && resource === '{LogKey}')).toEqual(signers);
    expect(whoMay(stack, ({ action, resource }) => action === 's3:PutObject' && resource === '{Log}/*/checkpoint')).toEqual(signers);
  });

  it('lets nobody write over what stands in the log: tiles and statements are written on condition that they are not there', () => {
    const writes = everyPermission().filter(
      ({ action, resource }) => action === 's3:PutObject' && /^\{Log\}.*\/(?:tile|statement)\//.test(resource),
    );
    expect(writes).toHaveLength(8);
    expect(writes.filter(({ when }) => !when.includes('s3:if-none-match=false'))).toEqual([]);
  });

  it('lets the sweep erase receipts, and nothing else of their table', () => {
    const erase = permissionsOf(stack, 'sweep').filter(
      ({ action, resource }) => action === 'dynamodb:DeleteItem' && resource === '{Receipts}',
    );
    expect(erase.map(({ when }) => when)).toEqual([['dynamodb:LeadingKeys=CASE#*']]);
  });

  it('lets nobody delete a file of the log', () => {
    expect(whoMay(stack, ({ action, resource }) => action === 's3:DeleteObject' && resource.startsWith('{Log}'))).toEqual([]);
  });

  it('lets no function that people reach sign a receipt, or read the credentials of connected systems', () => {
    const doors: FunctionName[] = ['web', 'letters', 'download', 'callback', 'console'];
    const credentials = (resource: string) => resource.includes(':parameter/quittance/connectors/');
    expect(
      doors.filter((name) => permissionsOf(stack, name).some(({ action, resource }) => action === 'kms:Sign' || credentials(resource))),
    ).toEqual([]);
  });

  it('reads credentials of connected systems only where a system is called', () => {
    expect(whoMay(stack, ({ resource }) => resource.includes(':parameter/quittance/connectors/'))).toEqual([
      'erase',
      'export',
      'find',
      'start-later',
      'verify',
    ]);
  });

  it('lets only the sweep destroy: case keys, receipts, what systems returned, packages; received mail goes once it is taken in', () => {
    const destroying = everyPermission().filter(({ action }) => /Delete(?:Item|Object)$/.test(action));
    const ofInbound = destroying.filter(({ resource }) => resource.startsWith('{Inbound}/'));
    expect(ofInbound.map(({ name, resource }) => [name, resource])).toEqual([
      ['console', '{Inbound}/aside/*'],
      ['receive-mail', '{Inbound}/in/*'],
    ]);
    expect(new Set(destroying.filter((one) => !ofInbound.includes(one)).map(({ name }) => name))).toEqual(new Set(['sweep']));
  });

  it('lets only what receives mail read received mail, and staff what was set aside; it sees no answer, no receipt and no system', () => {
    const readers = (path: string) =>
      whoMay(stack, ({ action, resource }) => action === 's3:GetObject' && resource === `{Inbound}/${path}`);
    expect([readers('in/*'), readers('aside/*')]).toEqual([['receive-mail'], ['console']]);
    const touched = permissionsOf(stack, 'receive-mail').map(({ resource }) => resource);
    expect(touched.filter((resource) => /^\{(?:Receipts|ReceiptKey|LogKey|Log|Delivery)\}|\/export\/|connectors/.test(resource))).toEqual(
      [],
    );
  });

  it('lets staff keep letters that came, and never write over one that was sent', () => {
    const written = permissionsOf(stack, 'console').filter(
      ({ action, resource }) => action === 's3:PutObject' && resource.startsWith('{Vault}'),
    );
    expect(written.map(({ resource }) => resource).toSorted()).toEqual(['{Vault}/*/mail/in/*', '{Vault}/*/mail/papers/*']);
  });

  it('lets what starts ended executions anew neither write events, nor send mail, nor stop anything', () => {
    const actions = permissionsOf(stack, 'execution-events').map(({ action }) => action);
    expect(actions.filter((action) => !action.startsWith('logs:')).toSorted()).toEqual([
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      'sqs:SendMessage',
      'states:DescribeExecution',
      'states:StartExecution',
    ]);
  });

  it('sends mail only from the configured address', () => {
    const sending = everyPermission().filter(({ action }) => action.startsWith('ses:'));
    expect(new Set(sending.map(({ name }) => name))).toEqual(
      new Set(['acknowledge', 'close-withdrawn', 'deliver', 'letters', 'receive-mail', 'sweep', 'verify-requester']),
    );
    expect(new Set(sending.map(({ when }) => when.join()))).toEqual(new Set(['ses:FromAddress=privacy@musterladen.example']));
  });

  it('uses the key of cases only for a case, and the key at rest only through S3 and one bucket', () => {
    const uses = everyPermission().filter(
      ({ action, resource }) => action.startsWith('kms:') && !['{ReceiptKey}', '{LogKey}'].includes(resource),
    );
    const unbound = uses.filter(({ resource, when }) =>
      resource === '{CaseKey}'
        ? !when.includes('kms:EncryptionContext:requestId=req_*')
        : !when.some((condition) => condition.startsWith('kms:ViaService=s3.')) ||
          !when.some((condition) => condition.startsWith('kms:EncryptionContext:aws:s3:arn={')),
    );
    expect(uses.length).toBeGreaterThan(10);
    expect(unbound).toEqual([]);
  });

  it('opens cases only with a request at hand: steps that move ids and counts hold no key', () => {
    const opens = new Set(whoMay(stack, ({ action, resource }) => action === 'kms:Decrypt' && resource === '{CaseKey}'));
    const blind: FunctionName[] = [
      'assess-request',
      'await-fetch',
      'download',
      'execution-events',
      'hand-to-person',
      'mail-events',
      'park-request',
      'plan-systems',
      'record-wave',
      'review-and-redact',
    ];
    expect(blind.filter((name) => opens.has(name))).toEqual([]);
  });
});

describe('the machine', () => {
  it('may call the steps, each by its exact ARN, and nothing else that has a name', () => {
    const steps = permissionsOfRole(stack, 'MachineRole').filter(({ resource }) => resource !== '*');
    expect(new Set(steps.map(({ action }) => action))).toEqual(new Set(['lambda:InvokeFunction']));
    expect(steps.map(({ resource }) => resource).filter((resource) => !/^\{\w+\}$/.test(resource))).toEqual([]);
    expect(steps).toHaveLength(18);
  });

  it('has no resource only for its log and its traces, which know none', () => {
    const loose = permissionsOfRole(stack, 'MachineRole').filter(({ resource }) => resource === '*');
    expect(loose.map(({ action }) => action.split(':')[0]).filter((service) => service !== 'logs' && service !== 'xray')).toEqual([]);
  });

  it('is assumed by Step Functions of this account only', () => {
    const role = ofType(stack, 'AWS::IAM::Role').find(({ name }) => name === 'MachineRole')!;
    const { Statement } = role.Properties['AssumeRolePolicyDocument'] as {
      Statement: { Condition: { StringEquals: Record<string, unknown> } }[];
    };
    expect(written(Statement[0]!.Condition.StringEquals['aws:SourceAccount'])).toBe('{AWS::AccountId}');
  });
});
