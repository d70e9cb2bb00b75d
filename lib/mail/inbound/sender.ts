/** Reads senders more strictly than mail programs do: an address that two programs could read differently is none. */
import { domainToASCII, domainToUnicode } from 'node:url';
import { addressParser, decodeWords, type Header, type HeaderLine } from 'postal-mime';
import { isDeliverable } from '../../domain/person.ts';
import { cleanLine } from './clean-text.ts';
import { valuesOf } from './headers.ts';

export interface Mailbox {
  address: string;
  name?: string;
}

export type Sender = { from: Mailbox } | { fromFault: 'none' | 'several' | 'odd' };

const MAILBOX_MAX = 2000;
/** Longer domains take long to turn into punycode. */
const ADDRESS_MAX = 320;
const NAME_MAX = 200;
const LISTED_MAX = 50;

/** What stands for itself in a name, whatever characters it has: quoted strings and encoded words. */
const OPAQUE = /"(?:[^"\\]|\\.)*"|=\?[^?\s]+\?[QqBb]\?[^?\s]*\?=/g;

/**
 * An address SES can deliver to. A domain in other letters becomes punycode, unless it only looks like another one
 * (full-width letters, soft hyphens) and would turn into that.
 */
export function deliverable(written: string): string | undefined {
  if (written.length > ADDRESS_MAX) return undefined;
  const at = written.lastIndexOf('@');
  const domain = written.slice(at + 1).toLowerCase();
  const isAscii = /^[a-z0-9.-]*$/.test(domain);
  if (!isAscii && !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  const ascii = isAscii ? domain : domainToASCII(domain);
  if (!isAscii && domainToUnicode(ascii) !== domain.normalize('NFC')) return undefined;
  const address = `${written.slice(0, at)}@${ascii}`;
  return isDeliverable(address) ? address : undefined;
}

function nameOf(written: string, address: string): string | undefined {
  const unquoted = written.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(.)/g, '$1'));
  const name = cleanLine(decodeWords(unquoted), NAME_MAX);
  return name === '' || name.toLowerCase() === address.toLowerCase() ? undefined : name;
}

/** The name, as written, and the address: `address`, `<address>` or `name <address>`. */
function split(value: string): { name: string; written: string } {
  if (!value.endsWith('>')) return { name: '', written: value };
  const open = value.lastIndexOf('<');
  return { name: value.slice(0, open), written: value.slice(open + 1, -1).trim() };
}

/** The one mailbox of a header, without comments, groups or routes. */
export function readMailbox(value: string): Mailbox | 'several' | 'odd' {
  if (value.length > MAILBOX_MAX) return 'odd';
  const withAt = value
    .replace(OPAQUE, '')
    .split(',')
    .filter((part) => part.includes('@'));
  if (withAt.length > 1) return 'several';
  const { name, written } = split(value.trim());
  const address = deliverable(written);
  if (!address) return 'odd';
  const bare = name.replace(OPAQUE, '').trim();
  // Many programs repeat the address as a name and forget the quotes.
  if (/[()<>[\]:;,@\\"]/.test(bare) && bare.toLowerCase() !== written.toLowerCase()) return 'odd';
  const read = nameOf(name, address);
  return { address, ...(read === undefined ? {} : { name: read }) };
}

/** A bare CR ends a line for some programs: what follows would be a header of its own to them. */
function hidesSender(lines: readonly HeaderLine[]): boolean {
  return lines.some(({ line }) => /\r[ \t]*from[ \t]*:/i.test(line));
}

/** The only sender of a mail, or why there is none. */
export function senderOf(headers: readonly Header[], lines: readonly HeaderLine[]): Sender {
  const values = valuesOf(headers, 'from');
  if (values.length > 1 || hidesSender(lines)) return { fromFault: 'several' };
  if (values.length === 0 || values[0] === '') return { fromFault: 'none' };
  const mailbox = readMailbox(values[0]!);
  return typeof mailbox === 'string' ? { fromFault: mailbox } : { from: mailbox };
}

/** Where answers are wanted, if that is one address. */
export function replyToOf(headers: readonly Header[]): string | undefined {
  const values = valuesOf(headers, 'reply-to');
  const mailbox = values.length === 1 ? readMailbox(values[0]!) : 'odd';
  return typeof mailbox === 'string' ? undefined : mailbox.address;
}

/** Addresses a header lists, those of groups too; what is no address is left out. */
export function addressesOf(headers: readonly Header[], name: string): string[] {
  const listed = valuesOf(headers, name).flatMap((value) => addressParser(value, { flatten: true }));
  const addresses = listed.flatMap(({ address = '' }) => deliverable(address) ?? []);
  return [...new Set(addresses)].slice(0, LISTED_MAX);
}
