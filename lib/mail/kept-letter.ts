/** What is kept of each mail: its bytes, and the letter they were made from, so that it can be printed or sent to another address. */
import PostalMime from 'postal-mime';
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
  /** The mail as it was sent, or would have been. */
  bytes: Uint8Array;
}

type Place = { requestId: RequestId; mailId: string; caseKey: CaseKey };

const placeOf = ({ requestId, mailId }: Place): string => vaultKey(requestId, `mail/${mailId}.json`);

function opened(stored: Uint8Array): KeptLetter {
  const { bytes, ...rest } = JSON.parse(Buffer.from(stored).toString()) as Omit<KeptLetter, 'bytes'> & { bytes: string };
  return { ...rest, bytes: Buffer.from(bytes, 'base64') };
}

/** Keeps the first letter of a mail: returns what is kept afterwards. */
export async function keepLetter(vault: Vault, place: Place, { bytes, ...rest }: KeptLetter): Promise<KeptLetter> {
  const json = JSON.stringify({ ...rest, bytes: Buffer.from(bytes).toString('base64') });
  return opened(await vault.putIfAbsent(placeOf(place), Buffer.from(json), place.caseKey));
}

/** The letter of a mail; undefined once it was purged. */
export async function readLetter(vault: Vault, place: Place): Promise<KeptLetter | undefined> {
  const stored = await vault.get(placeOf(place), place.caseKey);
  return stored && opened(stored);
}

/** What travels with the mail. */
export async function enclosuresOf({ bytes }: KeptLetter): Promise<Attachment[]> {
  const { attachments } = await PostalMime.parse(Buffer.from(bytes), { attachmentEncoding: 'arraybuffer' });
  return attachments.map(({ filename, mimeType, content }) => ({
    filename: filename ?? '',
    contentType: mimeType,
    content: new Uint8Array(content as ArrayBuffer),
  }));
}
