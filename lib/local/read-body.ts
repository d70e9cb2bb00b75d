/** Collects a request's body up to a limit. */
import type { IncomingMessage } from 'node:http';
import { AwsError } from './contract.ts';

/**
 * The whole body; AwsError `RequestEntityTooLargeException` (413) beyond the limit. The rest of a body
 * that is too large is still read, so that the client is there to see the answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      chunks.length = 0;
      reject(new AwsError('RequestEntityTooLargeException', `The body exceeds ${limit} bytes`, { status: 413 }));
    });
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the client left before its request was complete')));
  });
}
