/** How the process that parses answers: one line of JSON, then the attached files, one after the other, as they are. */
import type { Writable } from 'node:stream';
import type { Parsed } from './parse-mail.ts';

const LF = 0x0a;

export function writeAnswer(parsed: Parsed, to: Writable): void {
  to.write(`${JSON.stringify(parsed, (key, value: unknown) => (key === 'content' ? undefined : value))}\n`);
  for (const { content } of parsed.ok ? parsed.mail.attachments : []) to.write(content);
}

/** Undefined for half an answer. */
export function readAnswer(answer: Buffer): Parsed | undefined {
  const end = answer.indexOf(LF);
  if (end === -1) return undefined;
  const parsed = JSON.parse(answer.toString('utf8', 0, end)) as Parsed;
  let at = end + 1;
  for (const attachment of parsed.ok ? parsed.mail.attachments : []) {
    attachment.content = new Uint8Array(answer.subarray(at, at + attachment.bytes));
    at += attachment.bytes;
  }
  return at === answer.length ? parsed : undefined;
}
