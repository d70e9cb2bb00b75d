/** Rule: what a task calls exists. */
import { createRequire } from 'node:module';
import type { Placed } from './state-language.ts';
import type { Fault } from './fault.ts';

const load = createRequire(import.meta.url);

/**
 * The integrations with requests of their own that the small AWS runs too. Other services are called through their
 * SDK: `arn:aws:states:::aws-sdk:<service>:<operation>`.
 */
const OPTIMIZED: Record<string, readonly string[]> = {
  lambda: ['invoke', 'invoke.waitForTaskToken'],
  dynamodb: ['getItem', 'putItem', 'updateItem', 'deleteItem'],
  states: ['startExecution', 'startExecution.sync', 'startExecution.sync:2', 'startExecution.waitForTaskToken'],
  sns: ['publish', 'publish.waitForTaskToken'],
  sqs: ['sendMessage', 'sendMessage.waitForTaskToken'],
  events: ['putEvents', 'putEvents.waitForTaskToken'],
};

/** Operations that the SDK has for a service; undefined where its client is not installed. */
function operationsOf(service: string): Set<string> | undefined {
  let client: object;
  try {
    client = load(`@aws-sdk/client-${service}`) as object;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
  const commands = Object.keys(client).filter((name) => name.endsWith('Command') && name !== '$Command');
  return new Set(commands.map((name) => `${name[0]!.toLowerCase()}${name.slice(1, -'Command'.length)}`));
}

function closest(wanted: string, names: Iterable<string>): string {
  const letters = (text: string): string => [...text.toLowerCase()].toSorted().join('');
  const alike = [...names].find((name) => letters(name) === letters(wanted) || name.toLowerCase() === wanted.toLowerCase());
  return alike === undefined ? 'Look its name up in the API reference of the service' : `Did you mean ${alike}?`;
}

function checkSdkCall(service: string, call: string): Omit<Fault, 'rule' | 'at'> | undefined {
  const [operation = '', pattern] = call.split('.');
  const operations = operationsOf(service);
  if (operations === undefined) {
    const message = `calls ${service}, whose operations are not known here`;
    return { message, fix: `Add @aws-sdk/client-${service} to the devDependencies, or correct the name of the service` };
  }
  if (!operations.has(operation)) return { message: `${service} has no operation ${operation}`, fix: closest(operation, operations) };
  return pattern === undefined || pattern === 'waitForTaskToken'
    ? undefined
    : { message: `an SDK call cannot end in .${pattern}`, fix: 'Leave the ending away, or use .waitForTaskToken' };
}

function checkCall(resource: string): Omit<Fault, 'rule' | 'at'> | undefined {
  if (/^arn:[\w-]+:lambda:[^:]*:\d*:function:/.test(resource)) return undefined;
  const [, sdk, service = '', call = ''] = /^arn:[\w-]+:states:::(aws-sdk:)?([\w-]+):([\w.:]+)$/.exec(resource) ?? [];
  if (sdk !== undefined) return checkSdkCall(service, call);
  const calls = OPTIMIZED[service];
  if (calls === undefined) return { message: `calls ${resource}, which is no known integration`, fix: 'Use aws-sdk:<service>:<operation>' };
  return calls.includes(call) ? undefined : { message: `${service} has no integration ${call}`, fix: closest(call, calls) };
}

/** Calls of services and operations that do not exist. */
export function unknownActions({ at, state }: Placed): Fault[] {
  if (state.Type !== 'Task') return [];
  const fault = checkCall(state.Resource ?? '');
  return fault === undefined ? [] : [{ rule: 'service-action', at: `${at}.Resource`, ...fault }];
}
