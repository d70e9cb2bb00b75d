/** Who sends: the address the gateway saw, never a header the sender wrote. */
import type { Context } from 'hono';

/** After too many requests, wait an hour. */
export const RETRY_AFTER_SECONDS = 3600;

interface GatewayEnvironment {
  requestContext?: { http?: { sourceIp?: string } };
}

/** The network address of the sender as API Gateway reports it. */
export function senderOf(c: Context): { ip: string } {
  const environment = c.env as GatewayEnvironment | undefined;
  return { ip: environment?.requestContext?.http?.sourceIp ?? 'unknown' };
}
