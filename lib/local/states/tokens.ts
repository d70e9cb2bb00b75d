/** Task tokens: opaque to callers; to the engine they say which execution, frame and attempt they belong to. */
import { randomBytes } from 'node:crypto';

export interface TokenAddress {
  execution: number;
  frame: number;
  attempt: number;
}

/** A new token. The random part makes it unguessable; a frame knows its own. */
export function createToken({ execution, frame, attempt }: TokenAddress): string {
  return Buffer.from(`1.${execution}.${frame}.${attempt}.${randomBytes(24).toString('base64url')}`).toString('base64');
}

/** Where a token points; undefined if it was never one of ours. */
export function readToken(token: string): TokenAddress | undefined {
  const [, execution, frame, attempt] = /^1\.(\d+)\.(\d+)\.(\d+)\.[\w-]{32}$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (execution === undefined) return undefined;
  return { execution: Number(execution), frame: Number(frame), attempt: Number(attempt) };
}
