/** Hands an event to a rule's target, as EventBridge may: what it may not deliver goes to the rule's queue. */
import type { Authorizer } from '../iam/authorizer.ts';
import { sendPermissions } from '../iam/implied-calls.ts';
import { deadLetterCall, ruleCall, serviceRefusal } from '../iam/service-calls.ts';
import type { AwsContext } from '../contract.ts';
import { keepDeadLetter } from '../dead-letters.ts';
import { reportFault } from '../report-fault.ts';

export interface Delivery {
  ruleArn: string;
  functionArn: string;
  /** Where events go that cannot be delivered. */
  queueArn: string | undefined;
}

export interface DeliveryOptions extends Pick<AwsContext, 'resources' | 'region' | 'dataDir'> {
  authorizer: Authorizer;
  invokeAsync(functionArn: string, payload: unknown): void;
}

/** Delivers. "NO_PERMISSIONS ... EventBridge doesn't retry": EventBridge User Guide, dead-letter queues. */
export function deliverEvent(delivery: Delivery, payload: unknown, options: DeliveryOptions): void {
  const { ruleArn, functionArn } = delivery;
  const refused = serviceRefusal(options.authorizer, ruleCall(ruleArn, functionArn));
  if (!refused) return options.invokeAsync(functionArn, payload);
  reportFault(`${ruleArn} reached nobody: ${refused.message}`);
  const record = { ruleArn, targetArn: functionArn, errorCode: 'NO_PERMISSIONS', errorMessage: refused.message, event: payload };
  keepDeadLetter(queueFor(delivery, options), record, options.dataDir);
}

/** The rule's queue where EventBridge may send to it; what the cloud would drop is kept apart here. */
function queueFor({ ruleArn, queueArn }: Delivery, options: DeliveryOptions): string {
  const lost = 'undeliverable';
  if (queueArn === undefined) return lost;
  const refused = serviceRefusal(options.authorizer, deadLetterCall(ruleArn, sendPermissions(queueArn, options)));
  if (!refused) return queueArn;
  reportFault(`${ruleArn} has lost an event: ${refused.message}`);
  return lost;
}
