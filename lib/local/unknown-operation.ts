/** The answer to what the small AWS does not do: never a silent success. */
import { AwsError } from './contract.ts';

/** 501, naming the service and the operation, or the member of it that would change what it does. */
export function unknownOperation(service: string, operation: string): AwsError {
  return new AwsError('NotImplemented', `${service}: ${operation || 'a call without an operation'} is not known to the small AWS`, {
    status: 501,
  });
}
