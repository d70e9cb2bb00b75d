/** File names that every system can unpack, whatever a dataset is called. */
import { createHash } from 'node:crypto';

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const PLAIN = /^[a-z0-9][a-z0-9_-]{0,59}$/;
/** A trailing number is kept for the second and later chunks of a dataset. */
const NUMBERED = /-\d+$/;

/** The name itself if it is plain, else a plain one made of it that no other name yields. */
export function fileName(name: string): string {
  if (PLAIN.test(name) && !RESERVED.test(name) && !NUMBERED.test(name)) return name;
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^[-_]+|[-_]+$/g, '')
    .slice(0, 48);
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${plain === '' ? 'x' : plain}-x${digest}`;
}
