/** What wakes somebody up: failed executions, failed events, parked and overdue requests. */
import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Functions } from './functions-construct.ts';

/** Namespace and names of the product's own metrics; written as structured log lines by the sweep and `park-request`. */
export const METRICS = { namespace: 'Quittance', overdue: 'Overdue', parked: 'Parked' } as const;

const HOUR = Duration.hours(1);

/** Creates the alarms and the topic they go to. */
export function addAlarms(stack: Stack, { machine, functions, key }: { machine: StateMachine; functions: Functions; key: IKey }): void {
  const topic = new Topic(stack, 'Alarms', { masterKey: key, enforceSSL: true });
  const own = (metricName: string): IMetric => new Metric({ namespace: METRICS.namespace, metricName, statistic: 'Maximum', period: HOUR });
  const alarm = (id: string, metric: IMetric, alarmDescription: string): void => {
    new Alarm(stack, id, {
      metric,
      alarmDescription,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
  };
  alarm('ExecutionsFailed', machine.metricFailed({ period: HOUR }), 'A request stopped; the sweep starts it again. See docs/operations.md.');
  alarm('EventsFailed', functions.failures.metricApproximateNumberOfMessagesVisible({ period: HOUR }), 'An event was not handled in three attempts.');
  alarm('RequestsOverdue', own(METRICS.overdue), 'A request is past its statutory date.');
  alarm('RequestsParked', own(METRICS.parked), 'A step failed in an unforeseen way and waits for a person.');
}
