/** What is kept of each mail: its bytes, and the letter they were made from, so that it can be printed or sent to another address. */
import type { RequestId } from '../domain/ids.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { type Vault, vaultKey } from '../stores/vault.ts';
import type { Attachment } from './compose.ts';
import type { Letter } from './letter.ts';

export interface KeptLetter {
  letter: Letter;
  lang: string;
  /** For somebody without an address: printed and posted. */
  paper?: true;
  /** Opens the answer's files, for whoever prints them, while the letter is to be posted. */
  copyUrl?: string;
  /** What travels with it. */
  enclosures: Attachment[];
  /** The mail as it was sent, or would have been. */
  bytes: Uint8Array;
}

/** As it is stored: bytes in base64. */
type Stored = Omit<KeptLetter, 'bytes' | 'enclosures'> & {
  bytes: string;
  enclosures: (Omit<Attachment, 'content'> & { content: string })[];
};

const base64 = (content: string | Uint8Array): string => Buffer.from(content as string).toString('base64');

type Place = { requestId: RequestId; mailId: string; caseKey: CaseKey };

const placeOf = ({ requestId, mailId }: Place): string => vaultKey(requestId, `mail/${mailId}.json`);

function opened(stored: Uint8Array): KeptLetter {
  const { bytes, enclosures, ...rest } = JSON.parse(Buffer.from(stored).toString()) as Stored;
  const files = enclosures.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content, 'base64') }));
  return { ...rest, enclosures: files, bytes: Buffer.from(bytes, 'base64') };
}

/** Keeps the first letter of a mail: returns what is kept afterwards. */
export async function keepLetter(vault: Vault, place: Place, { bytes, enclosures, ...rest }: KeptLetter): Promise<KeptLetter> {
  const files = enclosures.map(({ content, ...file }) => ({ ...file, content: base64(content) }));
  const stored: Stored = { ...rest, enclosures: files, bytes: base64(bytes) };
  return opened(await vault.putIfAbsent(placeOf(place), Buffer.from(JSON.stringify(stored)), place.caseKey));
}

/** The letter of a mail; undefined once it was purged. */
export async function readLetter(vault: Vault, place: Place): Promise<KeptLetter | undefined> {
  const stored = await vault.get(placeOf(place), place.caseKey);
  return stored && opened(stored);
}
