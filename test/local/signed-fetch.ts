/** A request signed by the SDK's own signer, for services whose client is not installed. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SmallAws } from '../../lib/local/small-aws.ts';

interface Signer {
  sign(request: object, options: { signingService: string }): Promise<{ headers: Record<string, string> }>;
}

export interface SignedRequest {
  service: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** POSTs to the AWS endpoint with the given credentials, the operator's by default. */
export async function signedFetch(
  aws: SmallAws,
  { service, path = '/', headers = {}, body = '' }: SignedRequest,
  credentials = aws.operator,
): Promise<Response> {
  const { config } = new DynamoDBClient({ endpoint: aws.awsUrl, region: 'eu-central-1', credentials });
  const signer = (await (config as unknown as { signer(scheme?: object): Promise<Signer> }).signer({ signingProperties: {} })) as Signer;
  const { hostname, port, host } = new URL(aws.awsUrl);
  const request = { method: 'POST', protocol: 'http:', hostname, port: Number(port), path, query: {}, headers: { host, ...headers }, body };
  const signed = await signer.sign(request, { signingService: service });
  return await fetch(aws.awsUrl + path, { method: 'POST', headers: signed.headers, body });
}
