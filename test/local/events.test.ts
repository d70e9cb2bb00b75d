/** Schedules and the event bus, and asynchronous invocations with their retries. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { virtualClock, type VirtualClock } from '../../lib/local/clock.ts';
import type { AwsContext } from '../../lib/local/contract.ts';
import { eventPattern } from '../../lib/local/events/pattern.ts';
import { schedule } from '../../lib/local/events/schedule.ts';
import type { SmallAws } from '../../lib/local/small-aws.ts';
import { permissionFor, workspace, type Workspace } from './fixture.ts';
import { waitingInvocations } from './waiting-invocations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = Date.parse('2031-05-06T07:08:09Z');

/** Notes each event it sees, and fails while a file says so. */
const source = `
import { appendFileSync, existsSync } from 'node:fs';
export const handler = async (event) => {
  appendFileSync(process.env.SCRATCH + '/seen', JSON.stringify({ ...event, at: new Date().toISOString().slice(0, 16) }) + '\\n');
  if (existsSync(process.env.SCRATCH + '/fail')) throw new Error('not today');
};`;

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const rule = (properties: object) => ({
  Type: 'AWS::Events::Rule',
  Properties: { State: 'ENABLED', Targets: [{ Id: 'T', Arn: arnOf('Sweep') }], ...properties },
});

interface Seen extends Record<string, unknown> {
  at: string;
}

let place: Workspace;
let context: AwsContext;
afterEach(() => place.remove());

const seen = (): Seen[] => {
  const file = join(place.scratch, 'seen');
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Seen)
    : [];
};
const failFromNowOn = () => writeFileSync(join(place.scratch, 'fail'), '');
const workAgain = () => rmSync(join(place.scratch, 'fail'));

function stack(resources: Record<string, unknown>, allow: object[] = []): void {
  const Allowed = permissionFor('events.amazonaws.com', 'Sweep');
  place = workspace({ functions: { Sweep: { source, allow } }, resources: { Allowed, ...resources } });
}

async function startOn(clock: VirtualClock): Promise<SmallAws> {
  const aws = await place.start({
    clock,
    services: (given) => {
      context = given;
      return [];
    },
  });
  clock.settled = aws.settled;
  return aws;
}

describe('a schedule', () => {
  it('invokes its function each time the clock comes by, and the function sees that time', async () => {
    stack({
      Hourly: rule({ ScheduleExpression: 'rate(1 hour)' }),
      Nightly: rule({ ScheduleExpression: 'cron(30 2 * * ? *)', State: 'DISABLED' }),
    });
    const clock = virtualClock(start);
    await startOn(clock);
    await clock.advanceBy(3 * HOUR);
    expect(seen().map(({ at }) => at)).toEqual(['2031-05-06T08:08', '2031-05-06T09:08', '2031-05-06T10:08']);
    expect(seen()[0]).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2031-05-06T08:08:09Z',
      resources: ['arn:aws:events:eu-central-1:000000000000:rule/Shop-Hourly'],
    });
  });

  it('runs once for all the ticks it missed while nothing ran', async () => {
    stack({ Hourly: rule({ ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'T', Arn: arnOf('Sweep'), Input: '{"own":1}' }] }) });
    await (await startOn(virtualClock(start))).close();
    const later = virtualClock(start + 10 * HOUR + 5 * MINUTE);
    await (await startOn(later)).settled();
    await expect.poll(() => seen()).toMatchObject([{ own: 1, at: '2031-05-06T17:13' }]);
    await later.advanceBy(HOUR);
    expect(seen().map(({ at }) => at)).toEqual(['2031-05-06T17:13', '2031-05-06T18:13']);
  });
});

describe('a schedule expression', () => {
  const next = (expression: string, after: string) => {
    const instant = schedule(expression, 'Rule')(Date.parse(after));
    return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
  };

  it.each([
    ['rate(5 minutes)', '2031-01-01T00:00:00Z', '2031-01-01T00:05'],
    ['cron(0 * * * ? *)', '2031-01-01T00:00:00Z', '2031-01-01T01:00'],
    ['cron(15/20 8-9 ? * MON-FRI *)', '2031-01-03T09:55:01Z', '2031-01-06T08:15'],
    ['cron(0 2 L * ? *)', '2032-02-01T00:00:00Z', '2032-02-29T02:00'],
    ['cron(0 2 ? * 6L *)', '2031-01-01T00:00:00Z', '2031-01-31T02:00'],
    ['cron(0 2 ? JAN,JUL 2#2 *)', '2031-01-14T00:00:00Z', '2031-07-14T02:00'],
    ['cron(0 0 29 2 ? *)', '2032-03-01T00:00:00Z', '2036-02-29T00:00'],
    ['cron(0 0 1 1 ? 2030)', '2031-01-01T00:00:00Z', undefined],
  ])('%s after %s is %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it.each([
    'rate(0 hours)',
    'every day',
    'cron(0 0 * * *)',
    'cron(0 0 * * * *)',
    'cron(0 0 15W * ? *)',
    'cron(60 0 * * ? *)',
    'cron(0 9-8 * * ? *)',
  ])('%s is refused', (expression) => {
    expect(() => schedule(expression, 'Rule')).toThrow(/^Rule/);
  });
});

describe('the event bus', () => {
  it('hands an event to the rules whose pattern it meets', async () => {
    stack({ Bounced: rule({ EventPattern: { source: ['aws.ses'], 'detail-type': [{ prefix: 'Email B' }] } }) });
    const clock = virtualClock(start);
    const aws = await startOn(clock);
    await context.putEvents([
      { source: 'aws.ses', detailType: 'Email Bounced', detail: { mail: { messageId: 'm1' } } },
      { source: 'aws.ses', detailType: 'Email Delivered', detail: {} },
    ]);
    await aws.settled();
    expect(seen()).toMatchObject([
      { 'detail-type': 'Email Bounced', detail: { mail: { messageId: 'm1' } }, account: '000000000000', region: 'eu-central-1' },
    ]);
  });

  it.each([
    [{ a: ['x', 2] }, { a: 2 }, true],
    [{ a: ['x'] }, { a: ['y', 'x'] }, true],
    [{ a: { b: [{ exists: true }] } }, { a: { b: null } }, true],
    [{ a: [{ exists: false }] }, { b: 1 }, true],
    [{ a: [{ 'anything-but': ['x', { prefix: 'y' }] }] }, { a: 'yes' }, false],
    [{ a: [{ 'anything-but': 'x' }] }, { a: 'z' }, true],
    [{ a: ['x'], b: ['y'] }, { a: 'x' }, false],
  ])('pattern %j on %j: %s', (pattern, event, expected) => {
    expect(eventPattern(pattern, 'Rule')(event)).toBe(expected);
  });

  it('refuses a pattern it would not match as AWS does', () => {
    expect(() => eventPattern({ a: [{ numeric: ['>', 1] }] }, 'Rule')).toThrow('Rule.a: pattern operator numeric is not known');
  });
});

const invokeConfig = (destination: object) => ({
  Type: 'AWS::Lambda::EventInvokeConfig',
  Properties: {
    FunctionName: { Ref: 'Sweep' },
    Qualifier: '$LATEST',
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: destination } },
  },
});
const bounced = rule({ EventPattern: { source: ['test'] } });
const anEvent = { source: 'test', detailType: 'Happened', detail: { n: 1 } };
const deadLetters = (name: string) =>
  readFileSync(join(place.dataDir, 'dead-letters', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('an asynchronous invocation', () => {
  it('is tried again after one and two minutes, then goes to the failure queue', async () => {
    stack({ Bounced: bounced, Dead: { Type: 'AWS::SQS::Queue' }, Config: invokeConfig(arnOf('Dead')) }, [
      { Action: 'sqs:SendMessage', Resource: arnOf('Dead') },
    ]);
    const clock = virtualClock(start);
    await startOn(clock);
    failFromNowOn();
    await context.putEvents([anEvent]);
    await clock.advanceBy(10 * MINUTE);
    expect(seen().map(({ at }) => at)).toEqual(['2031-05-06T07:08', '2031-05-06T07:09', '2031-05-06T07:11']);
    expect(deadLetters('Shop-Dead.jsonl')).toMatchObject([
      {
        requestContext: {
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
          functionArn: expect.stringMatching(/Shop-Sweep:\$LATEST$/),
        },
        requestPayload: { detail: { n: 1 } },
        responsePayload: { errorType: 'Error', errorMessage: 'not today' },
      },
    ]);
    expect(waitingInvocations(place.dataDir)).toEqual([]);
  });

  it('is not lost when the process ends between two attempts', async () => {
    stack({ Bounced: bounced });
    const aws = await startOn(virtualClock(start));
    failFromNowOn();
    await context.putEvents([anEvent]);
    await aws.settled();
    await aws.close();
    workAgain();
    const later = virtualClock(start + HOUR);
    await (await startOn(later)).settled();
    expect(seen().map(({ at }) => at)).toEqual(['2031-05-06T07:08', '2031-05-06T08:08']);
    await later.advanceBy(HOUR);
    expect(seen()).toHaveLength(2);
  });

  it("needs the role's grant to reach its failure destination", async () => {
    stack({ Bounced: bounced, Dead: { Type: 'AWS::SQS::Queue' }, Config: invokeConfig(arnOf('Dead')) });
    const clock = virtualClock(start);
    await startOn(clock);
    failFromNowOn();
    await context.putEvents([anEvent]);
    await clock.advanceBy(10 * MINUTE);
    expect(deadLetters('undeliverable.jsonl')).toMatchObject([
      { undeliverable: expect.stringContaining('not authorized to perform: sqs:SendMessage') },
    ]);
  });
});
