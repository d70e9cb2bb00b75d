/** AWS services as callers of a running small AWS: each with the permission it needs, and without. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it, vi } from 'vitest';
import { virtualClock } from '../../../lib/local/clock.ts';
import { httpApiTo, permissionFor, roleFor, type StackFixture, workspace } from '../fixture.ts';
import { openAccessWorld, roleWith } from './access-world.ts';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** Runs with what is said on stderr. */
async function said(work: () => Promise<void>): Promise<string> {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await work();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

describe('API Gateway', () => {
  const { Permission, ...api } = httpApiTo('Web');
  const source = 'export const handler = async () => ({ statusCode: 200, body: "hello" })';
  const ask = async (permissions: Record<string, unknown>): Promise<{ status: number; body: string; log: string }> => {
    const place = workspace({ functions: { Web: { source } }, resources: { ...api, ...permissions } });
    let answer = { status: 0, body: '' };
    try {
      const log = await said(async () => {
        const response = await fetch((await place.start()).url);
        answer = { status: response.status, body: await response.text() };
      });
      return { ...answer, log };
    } finally {
      await place.remove();
    }
  };
  const from = (tail: string) =>
    permissionFor('apigateway.amazonaws.com', 'Web', {
      SourceArn: { 'Fn::Join': ['', ['arn:aws:execute-api:eu-central-1:000000000000:', { Ref: 'Api' }, tail]] },
    });

  it('invokes a function that allows it', async () => {
    expect(await ask({ Permission })).toMatchObject({ status: 200, body: 'hello', log: '' });
  });

  it('answers 500 where the function does not, and the log says why', async () => {
    const { status, body, log } = await ask({});
    expect([status, body]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(log).toContain("route $default: API Gateway doesn't have permissions to call the integration");
    expect(log).toContain('apigateway.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:');
  });

  it.each([
    ['/*/*', 200],
    ['/*/$default', 200],
    ['/*/*/$default', 500],
    ['/*/*/staff', 500],
  ])('is judged by the route: a permission for %s answers %s', async (tail, status) => {
    expect((await ask({ Permission: from(tail) })).status).toBe(status);
  });
});

describe('EventBridge', () => {
  const source =
    'import { writeFileSync } from "node:fs"; export const handler = async () => writeFileSync(process.env.SCRATCH + "/ran", "")';
  const tick = async (resources: Record<string, unknown>) => {
    const clock = virtualClock(Date.parse('2031-05-06T07:08:09Z'));
    const Targets = [{ Id: 'T', Arn: arnOf('Sweep'), ...('Dead' in resources ? { DeadLetterConfig: { Arn: arnOf('Dead') } } : {}) }];
    const Hourly = { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 hour)', Targets } };
    const place = workspace({ functions: { Sweep: { source } }, resources: { Hourly, ...resources } });
    try {
      const log = await said(async () => {
        const aws = await place.start({ clock });
        clock.settled = aws.settled;
        await clock.advanceBy(3_600_000);
      });
      const letters = (name: string): string => {
        const file = join(place.dataDir, 'dead-letters', `${name}.jsonl`);
        return existsSync(file) ? readFileSync(file, 'utf8') : '';
      };
      return { ran: existsSync(join(place.scratch, 'ran')), log, dead: letters('Shop-Dead'), lost: letters('undeliverable') };
    } finally {
      await place.remove();
    }
  };
  const Allowed = permissionFor('events.amazonaws.com', 'Sweep', { SourceArn: arnOf('Hourly') });
  const Dead = { Type: 'AWS::SQS::Queue' };
  const DeadPolicy = {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'Dead' }],
      PolicyDocument: {
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: arnOf('Dead'),
          Condition: { ArnEquals: { 'aws:SourceArn': arnOf('Hourly') } },
        },
      },
    },
  };

  it('invokes a function that allows the rule', async () => {
    expect(await tick({ Allowed })).toEqual({ ran: true, log: '', dead: '', lost: '' });
  });

  it('puts the event into the queue of the rule where the function does not', async () => {
    const { ran, log, dead } = await tick({ Dead, DeadPolicy });
    expect(ran).toBe(false);
    expect(log).toContain(
      'rule/Shop-Hourly reached nobody: User: events.amazonaws.com is not authorized to perform: lambda:InvokeFunction',
    );
    expect(JSON.parse(dead)).toMatchObject({ errorCode: 'NO_PERMISSIONS', event: { 'detail-type': 'Scheduled Event' } });
  });

  it('loses the event where the queue does not allow it either, and says so from the start', async () => {
    const { ran, log, dead, lost } = await tick({ Dead });
    expect([ran, dead]).toEqual([false, '']);
    expect(log).toContain('Hourly: User: events.amazonaws.com is not authorized to perform: sqs:SendMessage');
    expect(lost).toContain('NO_PERMISSIONS');
  });
});

describe('a role', () => {
  const start = async (stack: StackFixture): Promise<string> => said(async () => (await openAccessWorld(stack)).close());

  it('must be one that Lambda may assume', async () => {
    const Role = roleFor('ec2.amazonaws.com');
    const functions = { Web: { ...roleWith(), properties: { Role: arnOf('Role') } } };
    await expect(start({ functions, resources: { Role } })).rejects.toThrow(
      'Web: User: lambda.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::000000000000:role/Shop-Role',
    );
  });
});

describe('a state machine', () => {
  const machine = (
    statement: object,
    states = { Work: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '${Arn}' }, End: true } },
  ) => ({
    Role: roleFor('states.amazonaws.com', {
      Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: { Effect: 'Allow', ...statement } } }],
    }),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: arnOf('Role'),
        DefinitionString: {
          'Fn::Sub': [JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Work', States: states }), { Arn: arnOf('Worker') }],
        },
      },
    },
  });
  const run = async (statement: object): Promise<string> => {
    const world = await openAccessWorld({ functions: { Worker: roleWith() }, resources: machine(statement) });
    try {
      const { arn } = world.aws.resources.find(({ logicalId }) => logicalId === 'Machine')!;
      const sfn = new SFNClient(world.asOperator());
      const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn: arn }));
      await world.aws.settled();
      const { status, cause = '' } = await sfn.send(new DescribeExecutionCommand({ executionArn: executionArn! }));
      return `${status} ${cause}`;
    } finally {
      await world.close();
    }
  };
  const invoke = { Action: 'lambda:InvokeFunction' };

  it('invokes what its own role may invoke', async () => {
    expect(await run({ ...invoke, Resource: arnOf('Worker') })).toBe('SUCCEEDED ');
  });

  it.each([
    ['another function', 'arn:aws:lambda:eu-central-1:000000000000:function:Other'],
    ['a version of it only', 'arn:aws:lambda:eu-central-1:000000000000:function:Shop-Worker:1'],
  ])('fails where its role may invoke %s', async (_, Resource) => {
    expect(await run({ ...invoke, Resource })).toMatch(
      /^FAILED User: \S+assumed-role\/Shop-Role\/states is not authorized to perform: lambda:InvokeFunction on resource: \S+:function:Shop-Worker because no identity-based policy/,
    );
  });

  it('must have a role that Step Functions may assume', async () => {
    const stack = machine({ ...invoke, Resource: '*' });
    const resources = { ...stack, Role: roleFor('lambda.amazonaws.com') };
    await expect(openAccessWorld({ functions: { Worker: roleWith() }, resources })).rejects.toThrow(
      'Machine: User: states.amazonaws.com is not authorized to perform: sts:AssumeRole',
    );
  });
});

describe('what would be lost in silence is told of at the start', () => {
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 'sns:Publish',
    Resource: { Ref: 'Topic' },
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const allow = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Action: 'sns:Publish', Resource: { Ref: 'Topic' } };
  const alarms = (...Statement: object[]) => ({
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    TopicPolicy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement } } },
    Overdue: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'Topic' }] } },
  });
  const heard = (resources: Record<string, unknown>) => said(async () => (await openAccessWorld({ resources })).close());

  it('an alarm whose topic has lost the policy under which alarms may publish', async () => {
    expect(await heard(alarms(deny))).toContain('Overdue: User: cloudwatch.amazonaws.com is not authorized to perform: sns:Publish');
    expect(await heard(alarms(deny, allow))).toBe('');
  });

  it('access logs that nobody may write', async () => {
    const logs = {
      Logs: { Type: 'AWS::S3::Bucket', Properties: {} },
      Files: {
        Type: 'AWS::S3::Bucket',
        Properties: { LoggingConfiguration: { DestinationBucketName: { Ref: 'Logs' }, LogFilePrefix: 'files/' } },
      },
    };
    const Statement = {
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: { 'Fn::Join': ['', [arnOf('Logs'), '/files/*']] },
      Condition: { ArnLike: { 'aws:SourceArn': arnOf('Files') }, StringEquals: { 'aws:SourceAccount': '000000000000' } },
    };
    const policy = { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Logs' }, PolicyDocument: { Statement } } };
    expect(await heard(logs)).toContain(
      'Files: User: logging.s3.amazonaws.com is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::shop-logs/files/log"',
    );
    expect(await heard({ ...logs, policy })).toBe('');
  });
});
