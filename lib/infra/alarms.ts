/** What wakes somebody up: failed executions, failed events, parked and overdue requests, a sweep that stopped. */
import { ArnFormat, CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Functions } from './functions-construct.ts';

/** Namespace and names of the product's own metrics; written as structured log lines by the sweep and `park-request`. */
export const METRICS = {
  namespace: 'Quittance',
  overdue: 'Overdue',
  parked: 'Parked',
  logStopped: 'LogStopped',
  logBehind: 'LogBehind',
} as const;

const HOUR = Duration.hours(1);
/** Long enough to hold at least one hourly sweep. */
const SWEEPS = Duration.hours(2);

function own(metricName: string, period: Duration): IMetric {
  return new Metric({ namespace: METRICS.namespace, metricName, statistic: 'Maximum', period });
}

interface Watch {
  metric: IMetric;
  description: string;
  /** A metric that must always be there. */
  mustReport?: boolean;
}

function watches(machine: StateMachine, { failures }: Functions): Record<string, Watch> {
  return {
    ExecutionsFailed: {
      metric: machine.metricFailed({ period: HOUR }),
      description: 'A request stopped and was started again. See docs/operations.md.',
    },
    EventsFailed: {
      metric: failures.metricApproximateNumberOfMessagesVisible({ period: HOUR }),
      description: 'An event or a sweep failed in every attempt; it lies in the queue of failed events.',
    },
    RequestsOverdue: {
      metric: own(METRICS.overdue, SWEEPS),
      description: 'A request is past its statutory date, or the hourly sweep has stopped.',
      mustReport: true,
    },
    LogStopped: {
      metric: own(METRICS.logStopped, HOUR),
      description: 'The log of receipts must not go on: its files, records and checkpoint contradict each other. See docs/operations.md.',
    },
    LogBehind: { metric: own(METRICS.logBehind, SWEEPS), description: 'Receipts wait for the log although the sweep has tried.' },
    RequestsParked: { metric: own(METRICS.parked, HOUR), description: 'A step failed in an unforeseen way and waits for a person.' },
  };
}

/** A topic with a policy of its own, as `enforceSSL` makes it, has lost the default one, under which alarms may publish. */
function allowAlarms(stack: Stack, topic: Topic): void {
  const alarms = stack.formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': alarms } },
    }),
  );
}

/** Creates the alarms and the topic they go to; `email` subscribes to it. */
export function addAlarms(
  stack: Stack,
  { machine, functions, email }: { machine: StateMachine; functions: Functions; email?: string },
): void {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true });
  allowAlarms(stack, topic);
  if (email !== undefined) topic.addSubscription(new EmailSubscription(email));
  for (const [id, { metric, description, mustReport = false }] of Object.entries(watches(machine, functions))) {
    new Alarm(stack, id, {
      metric,
      alarmDescription: description,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: mustReport ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
  }
  new CfnOutput(stack, 'AlarmTopic', { value: topic.topicArn, description: 'Subscribe to it whoever must act' });
}
