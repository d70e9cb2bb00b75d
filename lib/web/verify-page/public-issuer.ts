/** The issuer as a browser reaches it: its public files, and what it says under the number of a receipt. */
import { readKeyFile } from '../../receipts/key-file.ts';
import { outlastCaches, readPublicLog } from '../../receipts/log/read-public-log.ts';
import type { Held, Issuer } from './examine.ts';

const NUMBER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A text of the issuer; undefined if it is not there. */
async function read(path: string): Promise<string | undefined> {
  // A receipt gets its proof, and another that takes its place, after it was looked at first.
  const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
  return response.ok ? await response.text() : undefined;
}

/** The receipt that took its place, if any. */
function newerIn(receipt: unknown): Pick<Held, 'newerUrl'> {
  const { supersededBy: id } = receipt as { supersededBy?: unknown };
  return typeof id === 'string' && NUMBER.test(id) ? { newerUrl: `/receipts/${id}` } : {};
}

export const publicIssuer: Issuer = {
  async published() {
    const published = readKeyFile((await read('/.well-known/privacy-receipts.json')) ?? '');
    if (published === undefined) throw new TypeError('The public keys cannot be read');
    return published;
  },

  async held(number) {
    if (!NUMBER.test(number)) return undefined;
    try {
      const [receipt, proof] = await Promise.all([read(`/receipts/${number}.json`), read(`/receipts/${number}.tlog-proof`)]);
      if (receipt === undefined) return undefined;
      return { ...newerIn(JSON.parse(receipt)), ...(proof === undefined ? {} : { proof }) };
    } catch {
      return undefined;
    }
  },

  openLog: ({ url }) => (url === undefined ? async () => await Promise.resolve(undefined) : readPublicLog(url)),
  outlastCaches,
  now: () => Date.now(),
};
