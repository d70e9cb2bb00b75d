/** The files, the network and the screen of this machine, for commands that are told how to reach them. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { outlastCaches, readPublicLog } from '../../lib/receipts/log/read-public-log.ts';

export const TERMINAL = {
  read: (file: string): Promise<string> => (file === '-' ? text(process.stdin) : readFile(file, 'utf8')),
  openLog: readPublicLog,
  outlastCaches,
  out: console.log,
  err: console.error,
};
