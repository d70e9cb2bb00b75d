/** The product's own metrics, as structured log lines (CloudWatch embedded metric format): no call, no dimension but the name. */

export type MetricName = 'Overdue' | 'Parked' | 'LogStopped' | 'LogBehind';

/** Writes one value. */
export function countMetric(name: MetricName, value: number): void {
  console.info(
    JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: 'Quittance', Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] }],
      },
      [name]: value,
    }),
  );
}
