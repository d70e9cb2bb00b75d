/** What a template says about failing asynchronous invocations, and delivery to where it says. */
import type { BusEvent, Principal, Resource } from '../contract.ts';
import { keepDeadLetter } from '../dead-letters.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { sendPermissions } from '../iam/implied-calls.ts';
import { rolePrincipal } from '../iam/principals.ts';
import { faultIn } from '../template-fault.ts';
import { reportFault } from '../report-fault.ts';
import type { LambdaFunction } from './functions.ts';
import type { RuntimeError } from './sandbox-protocol.ts';

/** Settings for the asynchronous invocations of one function. */
export interface AsyncSettings {
  maxRetries: number;
  onFailure?: string;
}

/** A failed event, as Lambda describes it to a destination. */
export interface FailureRecord {
  version: '1.0';
  timestamp: string;
  requestContext: { requestId: string; functionArn: string; condition: 'RetriesExhausted'; approximateInvokeCount: number };
  requestPayload: unknown;
  responseContext: { statusCode: 200; executedVersion: '$LATEST'; functionError: 'Unhandled' };
  responsePayload: RuntimeError;
}

/** The AWS::Lambda::EventInvokeConfig of a function; AWS's defaults where there is none. */
export function asyncSettings(lambda: LambdaFunction, resources: readonly Resource[]): AsyncSettings {
  const config = resources.find(
    ({ type, properties }) => type === 'AWS::Lambda::EventInvokeConfig' && properties['FunctionName'] === lambda.name,
  );
  const destinations = (config?.properties['DestinationConfig'] ?? {}) as Record<string, { Destination: string }>;
  if (config && destinations['OnSuccess']) throw faultIn(config, 'DestinationConfig.OnSuccess', 'not known to the small AWS');
  const onFailure = destinations['OnFailure']?.Destination;
  if (config && onFailure && !(serviceOf(onFailure) in deliveries))
    throw faultIn(config, 'DestinationConfig.OnFailure', `destination ${onFailure} is not known to the small AWS`);
  return { maxRetries: Number(config?.properties['MaximumRetryAttempts'] ?? 2), ...(onFailure ? { onFailure } : {}) };
}

export interface DeliveryOptions {
  dataDir: string;
  resources: readonly Resource[];
  region: string;
  authorizer: Authorizer;
  /** Hands the record to another function. */
  invokeAsync(functionArn: string, payload: unknown): void;
  putEvents(events: readonly BusEvent[]): Promise<void>;
}

/**
 * Delivers a failure record to a queue (a file of JSON lines), a function or the event bus, as the
 * function's role. What cannot be delivered is kept with the reason: the cloud would drop it.
 */
export async function deliverFailure(
  record: FailureRecord,
  { lambda, destination }: { lambda: LambdaFunction; destination: string | undefined },
  options: DeliveryOptions,
): Promise<void> {
  const { errorType, errorMessage } = record.responsePayload;
  reportFault(`${lambda.name}: an asynchronous invocation failed for good: ${errorType}: ${errorMessage}`);
  try {
    if (!destination) throw new Error('the function has no on-failure destination');
    await deliver({ destination, record, principal: rolePrincipal(lambda.roleArn, lambda.name) }, options);
  } catch (error) {
    const undeliverable = error instanceof Error ? error.message : String(error);
    reportFault(`${lambda.name}: its failure record reached nobody: ${undeliverable}`);
    keepDeadLetter('undeliverable', { undeliverable, ...record }, options.dataDir);
  }
}

async function deliver(delivery: Delivery, options: DeliveryOptions): Promise<void> {
  const toService = deliveries[serviceOf(delivery.destination)]!;
  await toService(delivery, options);
}

function serviceOf(arn: string): string {
  return arn.split(':')[2] ?? '';
}

interface Delivery {
  destination: string;
  record: FailureRecord;
  principal: Principal;
}

function send({ destination, record, principal }: Delivery, options: DeliveryOptions): void {
  options.authorizer.authorize(principal, sendPermissions(destination, options));
  keepDeadLetter(destination, record, options.dataDir);
}

const deliveries: Record<string, (delivery: Delivery, options: DeliveryOptions) => void | Promise<void>> = {
  sqs: send,
  sns: send,
  lambda({ destination, record, principal }, options) {
    options.authorizer.authorize(principal, [{ action: 'lambda:InvokeFunction', resource: destination }]);
    options.invokeAsync(destination, record);
  },
  async events({ destination, record, principal }, options) {
    options.authorizer.authorize(principal, [{ action: 'events:PutEvents', resource: destination }]);
    const detailType = 'Lambda Function Invocation Result - Failure';
    await options.putEvents([{ source: 'lambda', detailType, detail: { ...record }, resources: [record.requestContext.functionArn] }]);
  },
};
