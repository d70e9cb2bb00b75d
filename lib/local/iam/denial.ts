/** How each service words that something is not allowed. */
import { AwsError, type Principal } from '../contract.ts';
import type { AccessRequest } from './policy.ts';

/** The error; the session name in a role's ARN is the function's name, so the message names the function. */
export function denial(
  { arn }: Principal,
  { action, resource }: AccessRequest,
  { because, code }: { because: string; code: string },
): AwsError {
  const isForbidden = code === 'AccessDenied' || action.startsWith('lambda:');
  return new AwsError(code, message(arn, { action, resource, because }), { status: isForbidden ? 403 : 400 });
}

function message(arn: string, { action, resource, because }: { action: string; resource: string; because: string }): string {
  // SES quotes in its own way and gives no reason; S3 puts the resource in quotation marks.
  if (action.startsWith('ses:')) return `User \`${arn}' is not authorized to perform \`${action}' on resource \`${resource}'`;
  const named = action.startsWith('s3:') ? `"${resource}"` : resource;
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${named} ${because}`;
}
