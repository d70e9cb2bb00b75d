/** What the Resource of a Task means: a function, an activity, or an operation of a service, and how its end is awaited. */
import type { Json } from './definition.ts';

/** `request`: until the answer. `token`: until SendTask*. `sync`: until the child execution ends (`sync:2` parses its output). */
type Pattern = 'request' | 'token' | 'sync' | 'sync:2';

export interface TaskResource {
  /** `function` is a bare function ARN, `activity` work that workers ask for, `lambda` is lambda:invoke, `service` anything else. */
  kind: 'function' | 'activity' | 'lambda' | 'service';
  /** As in events: `lambda`, `dynamodb`, `aws-sdk:sfn`, `states`. */
  resourceType: string;
  /** As in events: `invoke.waitForTaskToken`; the ARN of a function or an activity. */
  resource: string;
  operation: string;
  pattern: Pattern;
}

/** A task ready to run. */
export interface TaskCall {
  target: TaskResource;
  arguments: Json;
  roleArn: string;
}

const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[^:]*:\d*:function:/;
const ACTIVITY_ARN = /^arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:activity:\S+$/;
const INTEGRATION = /^arn:aws[a-z-]*:states:::((?:aws-sdk:)?[a-z0-9-]+):([A-Za-z0-9]+)(?:\.(waitForTaskToken|sync|sync:2))?$/;

function isKnown(resourceType: string, operation: string, pattern: Pattern): boolean {
  if (resourceType === 'lambda') return operation === 'invoke' && (pattern === 'request' || pattern === 'token');
  if (pattern === 'sync' || pattern === 'sync:2') return resourceType === 'states' && operation === 'startExecution';
  return true;
}

/** Reads a Resource; undefined for one that the engine does not run. */
export function parseResource(text: string): TaskResource | undefined {
  if (FUNCTION_ARN.test(text)) {
    return { kind: 'function', resourceType: 'lambda', resource: text, operation: 'invoke', pattern: 'request' };
  }
  if (ACTIVITY_ARN.test(text)) return { kind: 'activity', resourceType: 'activity', resource: text, operation: '', pattern: 'token' };
  const [, resourceType = '', operation = '', suffix] = INTEGRATION.exec(text) ?? [];
  const pattern = suffix === undefined ? 'request' : suffix === 'waitForTaskToken' ? 'token' : (suffix as Pattern);
  if (resourceType === '' || !isKnown(resourceType, operation, pattern)) return undefined;
  const kind = resourceType === 'lambda' ? 'lambda' : 'service';
  return { kind, resourceType, resource: suffix === undefined ? operation : `${operation}.${suffix}`, operation, pattern };
}
