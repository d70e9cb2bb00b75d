/** Tells mails that are encrypted or signed; nothing is decrypted or checked. */
import type { Header } from 'postal-mime';
import { valuesOf } from './headers.ts';
import type { InboundAttachment, InboundMail } from './read-mail.ts';

const SMIME = /application\/(?:x-)?pkcs7-(?:mime|signature)/i;
const PGP = /application\/pgp-(?:encrypted|signature)/i;
const ARMOUR = /^-----BEGIN PGP (?:SIGNED )?MESSAGE-----/m;

export function sealedOf(headers: readonly Header[], attachments: readonly InboundAttachment[], text: string): InboundMail['sealed'] {
  const types = [valuesOf(headers, 'content-type')[0] ?? '', ...attachments.map(({ type }) => type)];
  if (types.some((type) => SMIME.test(type))) return 'smime';
  return types.some((type) => PGP.test(type)) || ARMOUR.test(text) ? 'pgp' : undefined;
}
