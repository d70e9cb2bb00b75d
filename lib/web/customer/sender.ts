/** Who sends: the address the gateway saw, never a header the sender wrote; and what a front knows about the country. */
import type { Context } from 'hono';

/** After too many requests, wait an hour. */
export const RETRY_AFTER_SECONDS = 3600;

interface GatewayEnvironment {
  requestContext?: { http?: { sourceIp?: string } };
}

export interface Sender {
  ip: string;
  /** ISO 3166-1, where a front of the deployment tells it. */
  country?: string;
}

/**
 * The network address of the sender as API Gateway reports it, and the country if the deployment stands behind CloudFront. Without
 * such a front anybody can write the header: it is good for a note to staff and for nothing else.
 */
export function senderOf(c: Context): Sender {
  const environment = c.env as GatewayEnvironment | undefined;
  const country = c.req.header('cloudfront-viewer-country');
  return {
    ip: environment?.requestContext?.http?.sourceIp ?? 'unknown',
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) && country !== 'XX' ? { country } : {}),
  };
}
