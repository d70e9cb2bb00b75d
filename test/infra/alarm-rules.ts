/** What goes wrong while nobody looks is kept and told. Each rule throws when that does not hold. */
import { expect } from 'vitest';
import { METRICS } from '../../lib/infra/alarms.ts';
import { FUNCTIONS } from '../../lib/infra/functions.ts';
import { countMetric } from '../../lib/steps/metrics.ts';
import { sourcesOf } from './role-statements.ts';
import { functionNamed, ofType, type Synthesized, written } from './synthesized.ts';

const alarms = (stack: Stack) => ofType(stack, 'AWS::CloudWatch::Alarm');

type Stack = Pick<Synthesized, 'resources'>;

/** Rules about alarms and failed events. */
export const ALARM_RULES: Record<string, (stack: Stack) => void> = {
  'alarms are told of failed executions, failed events, overdue and parked requests, and a log that stands still': (stack) => {
    const watched = alarms(stack).map(({ Properties }) => `${String(Properties['Namespace'])} ${String(Properties['MetricName'])}`);
    expect(watched.toSorted()).toEqual([
      'AWS/SQS ApproximateNumberOfMessagesVisible',
      'AWS/States ExecutionsFailed',
      'Quittance LogBehind',
      'Quittance LogStopped',
      'Quittance Overdue',
      'Quittance Parked',
    ]);
  },

  'alarms all reach somebody': (stack) => {
    for (const { name, Properties } of alarms(stack))
      expect((Properties['AlarmActions'] as unknown[]).map(written), name).toEqual(['{Alarms}']);
    expect(ofType(stack, 'AWS::SNS::Subscription')[0]!.Properties).toMatchObject({ Protocol: 'email', Endpoint: 'privacy@example.com' });
  },

  'alarms notice that the sweep itself has stopped': (stack) => {
    const overdue = alarms(stack).find(({ Properties }) => Properties['MetricName'] === METRICS.overdue)!;
    expect(overdue.Properties).toMatchObject({
      TreatMissingData: 'breaching',
      Period: 7200,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  },

  'alarms watch the very metric that the steps write': (stack) => {
    const lines: string[] = [];
    const { info } = console;
    console.info = (line: string) => void lines.push(line);
    countMetric('Overdue', 3);
    countMetric('Parked', 1);
    console.info = info;
    const written = lines.map(
      (line) =>
        JSON.parse(line) as { _aws: { CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[] } },
    );
    const metrics = written.flatMap(({ _aws }) => _aws.CloudWatchMetrics);
    expect(metrics.map(({ Namespace, Metrics }) => [Namespace, Metrics[0]!.Name])).toEqual([
      [METRICS.namespace, METRICS.overdue],
      [METRICS.namespace, METRICS.parked],
    ]);
    // An alarm without dimensions sees only a metric without dimensions.
    expect(metrics.map(({ Dimensions }) => Dimensions)).toEqual([[[]], [[]]]);
    expect(
      alarms(stack).filter(({ Properties }) => Properties['Namespace'] === METRICS.namespace && Properties['Dimensions'] !== undefined),
    ).toEqual([]);
  },

  'alarms find those metrics in the log: Lambda does not wrap the lines': (stack) => {
    for (const { id, Properties } of ofType(stack, 'AWS::Lambda::Function'))
      expect(Properties['LoggingConfig'], id).toMatchObject({ LogFormat: 'Text' });
  },

  'events that nobody waits for end in a queue when their function fails in every attempt': (stack) => {
    const destinations = ofType(stack, 'AWS::Lambda::EventInvokeConfig').map(({ Properties }) => ({
      name: functionNamed(written(Properties['FunctionName']).slice(1, -1)),
      to: written((Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } }).OnFailure.Destination),
    }));
    const asynchronous = Object.entries(FUNCTIONS)
      .filter(([, { asynchronous: is }]) => is)
      .map(([name]) => name);
    expect(destinations.map(({ name }) => name).toSorted()).toEqual(asynchronous.toSorted());
    expect(new Set(destinations.map(({ to }) => to))).toEqual(new Set(['{FailedEvents}']));
  },

  'events that nobody waits for end there too when the function cannot even be reached': (stack) => {
    const targets = ofType(stack, 'AWS::Events::Rule').flatMap(
      ({ Properties }) => Properties['Targets'] as { Arn: unknown; DeadLetterConfig?: { Arn: unknown } }[],
    );
    expect(
      targets.map(({ Arn, DeadLetterConfig }) => [functionNamed(written(Arn).slice(1, -1)), written(DeadLetterConfig?.Arn)]).toSorted(),
    ).toEqual([
      ['close-withdrawn', '{FailedEvents}'],
      ['execution-events', '{FailedEvents}'],
      ['mail-events', '{FailedEvents}'],
      ['receive-mail', '{FailedEvents}'],
      ['sweep', '{FailedEvents}'],
    ]);
  },

  'events of executions are those of this machine, and only of executions that ended too early': (stack) => {
    const rules = ofType(stack, 'AWS::Events::Rule').map(({ Properties }) => Properties['EventPattern'] as Record<string, unknown>);
    const pattern = rules.find((one) => JSON.stringify(one?.['source']) === '["aws.states"]')!;
    expect(pattern).toEqual({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [expect.anything()], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    });
    expect((pattern['detail'] as { stateMachineArn: unknown[] }).stateMachineArn.map(written)).toEqual(['{RequestMachine}']);
  },

  'events that nobody waits for include every function that a rule calls': (stack) => {
    const called = ofType(stack, 'AWS::Events::Rule').flatMap(({ Properties }) =>
      (Properties['Targets'] as { Arn: unknown }[]).map(({ Arn }) => functionNamed(written(Arn).slice(1, -1))),
    );
    expect(called.filter((name) => !FUNCTIONS[name].asynchronous)).toEqual([]);
  },

  'events that nobody waits for are kept for two weeks, encrypted': (stack) => {
    expect(ofType(stack, 'AWS::SQS::Queue')[0]!.Properties).toMatchObject({
      MessageRetentionPeriod: 14 * 24 * 3600,
      SqsManagedSseEnabled: true,
    });
  },

  'events that nobody waits for are let into the queue from their rules': (stack) => {
    const rules = ofType(stack, 'AWS::Events::Rule').map(({ name }) => `{${name}}`);
    const [policy] = ofType(stack, 'AWS::SQS::QueuePolicy');
    expect(sourcesOf(policy!, 'events.amazonaws.com').toSorted()).toEqual(rules.toSorted());
  },
};
