/** Mail addresses as SES takes them: `a@b` or `Name <a@b>`, ASCII before the @. */
import { addressParser } from 'postal-mime';
import { rejected } from './raw-message.ts';

const mostRecipients = 50;

/** The bare addresses of a list of parameters or of an address header. */
export function addressesIn(...texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => addressParser(text, { flatten: true }))
    .flatMap(({ address }) => (address === undefined || address === '' ? [] : [address]));
}

/** Refuses recipients that SES refuses; messages name the fault, never the address. */
export function checkRecipients(recipients: readonly string[]): void {
  if (recipients.length === 0) throw rejected('The message has no recipients');
  if (recipients.length > mostRecipients) throw rejected(`Recipient count exceeds ${mostRecipients}.`);
  for (const recipient of recipients) checkAddress(recipient);
}

/** "The local part of the email address must be ASCII": SES has no SMTPUTF8; a foreign domain is written in Punycode. */
export function checkAddress(address: string): void {
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) throw rejected("Missing final '@domain'");
  if (!/^[\x21-\x7e]+$/.test(address.slice(0, at))) throw rejected('Local address contains control, whitespace or non-ASCII characters');
  if (!/^[A-Za-z0-9.-]+$/.test(address.slice(at + 1))) throw rejected('Domain contains illegal character');
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
export const localPartOf = (address: string): string => address.slice(0, address.lastIndexOf('@')).toLowerCase();
