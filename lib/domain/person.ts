/** The person behind a request: kept sealed under the case's key, opened only where it is needed. */

/** What the person told us about themselves. */
export interface Person {
  /** Where mails go; absent for whoever wrote on paper, or from no address that can be written to. */
  email?: string;
  /** Lines of a postal address. */
  address?: string[];
  /** Where staff reach whoever called. */
  phone?: string;
  /** Message-ID of the mail by which they asked: answers stand in its thread. */
  messageId?: string;
  name?: string;
  /** Further identifiers by kind as declared in the configuration. */
  identifiers: Record<string, string>;
  /** Present when somebody asks for another person: who they are and why they may. */
  onBehalfOf?: { name: string; relation: string };
  /** Free words narrowing the request. */
  note?: string;
}

/** A person who can be written to by mail. */
export type Reachable = Person & { email: string };

/** Lower-cases the domain and trims: the form under which addresses are compared. The local part is kept in lower case too, as every large provider treats it so. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** What two requests of the same person have in common, as far as anybody can tell: the address they are written to. */
export function contactOf({ email, address, name }: Pick<Person, 'email' | 'address' | 'name'>): string | undefined {
  if (email !== undefined) return normaliseEmail(email);
  if (address === undefined) return undefined;
  const lines = [name ?? '', ...address].map((line) =>
    line
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return `post|${lines.join('|')}`;
}

/**
 * An address that SES can deliver to: ASCII local part (no SMTPUTF8), at most 254 characters.
 * Deliberately narrow: a strange address gets a clear error instead of a lost mail.
 */
export function isDeliverable(email: string): boolean {
  return (
    email.length <= 254 &&
    /^(?!\.)(?!.*\.[.@])[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(email)
  );
}
