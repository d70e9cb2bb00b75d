/** The inside of the process: parses the one mail it is given and answers with what it read. */
import { Socket } from 'node:net';
import { writeAnswer } from './parse-answer.ts';
import { parseMail } from './parse-mail.ts';

/** After standard input, which the code itself came by, standard output and errors. */
const MAIL = 3;

/** Its length is known, so that it is held once. */
async function readRaw(bytes: number): Promise<Uint8Array> {
  const raw = new Uint8Array(bytes);
  let at = 0;
  for await (const chunk of new Socket({ fd: MAIL, readable: true, writable: false })) {
    raw.set(chunk as Buffer, at);
    at += (chunk as Buffer).length;
  }
  return raw;
}

async function main(): Promise<void> {
  const raw = await readRaw(Number(process.argv[2]));
  writeAnswer(await parseMail(raw), process.stdout);
}

void main();
