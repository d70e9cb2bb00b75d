/** The cloud's limits, so that what runs here also runs there: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */

/** Input, output, task result and assigned variables of one state, in bytes of UTF-8 JSON. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;

/** Events in one execution's history: https://docs.aws.amazon.com/step-functions/latest/dg/bp-history-limit.html */
export const MAX_EVENTS = 25_000;

/** How long an execution may run. */
export const MAX_EXECUTION_MS = 365 * 86_400_000;

/** The largest value of TimeoutSeconds, HeartbeatSeconds and Seconds. */
export const MAX_SECONDS = 99_999_999;

/** How many items of an inline Map run at once, at most. */
export const MAP_CONCURRENCY = 40;

/** How many items of a distributed Map run at once, at most. */
export const DISTRIBUTED_CONCURRENCY = 10_000;

/** How long an ended execution can be redriven: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
export const REDRIVE_MS = 14 * 86_400_000;

/** How long an ended execution can be read. */
export const RETENTION_MS = 90 * 86_400_000;

/** Whether a JSON text is too long for a state. */
export function tooLarge(text: string): boolean {
  return text.length > MAX_PAYLOAD_BYTES || (text.length * 3 > MAX_PAYLOAD_BYTES && Buffer.byteLength(text) > MAX_PAYLOAD_BYTES);
}
