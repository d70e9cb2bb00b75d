/** Collects a request's body up to a limit. */
import type { IncomingMessage } from 'node:http';
import { AwsError } from './contract.ts';

/** The whole body; AwsError `RequestEntityTooLarge` (413) beyond the limit. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new AwsError('RequestEntityTooLargeException', `The body exceeds ${limit} bytes`, { status: 413 });
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
