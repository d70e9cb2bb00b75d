/** What the Resource of a Task means: a function, or an operation of a service, and how its end is awaited. */
import type { Json } from './definition.ts';

/** `request`: until the answer. `token`: until SendTask*. `sync`: until the child execution ends (`sync:2` parses its output). */
type Pattern = 'request' | 'token' | 'sync' | 'sync:2';

export interface TaskResource {
  /** `function` is a bare function ARN, `lambda` is lambda:invoke, `service` anything else. */
  kind: 'function' | 'lambda' | 'service';
  /** As in events: `lambda`, `dynamodb`, `aws-sdk:sfn`, `states`. */
  resourceType: string;
  /** As in events: `invoke.waitForTaskToken`. */
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
  const [, resourceType = '', operation = '', suffix] = INTEGRATION.exec(text) ?? [];
  const pattern = suffix === undefined ? 'request' : suffix === 'waitForTaskToken' ? 'token' : (suffix as Pattern);
  if (resourceType === '' || !isKnown(resourceType, operation, pattern)) return undefined;
  const kind = resourceType === 'lambda' ? 'lambda' : 'service';
  return { kind, resourceType, resource: suffix === undefined ? operation : `${operation}.${suffix}`, operation, pattern };
}
