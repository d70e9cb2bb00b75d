/** arrived-mail: a mail as read and understood, and what that says of who wrote it: whom we may believe, and whom we may write to. */
import type { Configuration } from '../domain/configuration.ts';
import { languageFor, LANGUAGES } from '../domain/languages.ts';
import { isDeliverable, normaliseEmail, type Person } from '../domain/person.ts';
import { type InboundMail, readMail, type ReadMail } from '../mail/inbound/read-mail.ts';
import { understand, type Understood } from '../mail/understanding/understand.ts';
import type { Arrival } from './kept-mail.ts';
import type { ReceivedMail } from './receive-mail.ts';

export interface ArrivedMail {
  received: ReceivedMail;
  read: ReadMail;
  /** What could be read. */
  mail: InboundMail | undefined;
  understood: Understood | undefined;
}

export async function readArrived(received: ReceivedMail): Promise<ArrivedMail> {
  const read = await readMail(received.raw);
  const mail = read.ok ? read.mail : undefined;
  return { received, read, mail, understood: mail && understand(`${mail.subject}\n\n${mail.text}`) };
}

/** The sender's domain vouches for the address (DMARC); everybody can write any other one. */
export const isAuthenticated = ({ received, mail }: ArrivedMail): boolean => received.verdicts.dmarc === 'PASS' && mail?.from !== undefined;

/** Where an answer could go: what the mail says it is from, else where it really came from. */
export function addressOf({ received, mail }: ArrivedMail): string | undefined {
  const { from } = mail ?? {};
  if (from !== undefined) return from.address;
  return isDeliverable(received.envelopeFrom) ? received.envelopeFrom : undefined;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What is sent there comes back to us. */
function isOurs(address: string, { mailFrom, mailbox }: Configuration): boolean {
  const written = normaliseEmail(address);
  return written === normaliseEmail(mailFrom) || (mailbox !== undefined && domainOf(written) === domainOf(normaliseEmail(mailbox)));
}

/** Machines do not answer machines, nobody answers themselves, and the null sender wants no answer (RFC 3834 section 2). */
export function isMute(arrived: ArrivedMail, configuration: Configuration): boolean {
  const address = addressOf(arrived);
  const { mail, received } = arrived;
  return mail?.automatic !== undefined || received.envelopeFrom === '' || address === undefined || isOurs(address, configuration);
}

/** Somebody has to look at it: it asks for something. */
export const asks = ({ understood }: ArrivedMail): boolean => (understood?.rights.length ?? 0) > 0;

/** Nobody has to look first: one person asks for something, for themselves, and we are sure. */
export function isPlain({ understood, mail }: ArrivedMail): boolean {
  const sure = understood !== undefined && !understood.needsPerson && understood.onBehalf === undefined;
  // From nobody, or from several: somebody looks who it may be.
  return sure && understood.rights.length > 0 && mail?.from !== undefined;
}

/** Who asks, as the mail tells it. Identifiers count only where the configuration knows them. */
export function personOf(arrived: ArrivedMail, { identifiers: known }: Configuration): Person {
  const { mail, understood } = arrived;
  const { name: said, ...rest } = understood?.identifiers ?? {};
  const email = addressOf(arrived);
  const name = said ?? mail?.from?.name;
  return {
    ...(email !== undefined && { email }),
    ...(mail?.messageId !== undefined && { messageId: `<${mail.messageId}>` }),
    ...(name !== undefined && { name }),
    identifiers: Object.fromEntries(Object.entries<string>(rest).filter(([kind]) => kind in known && kind !== 'email')),
  };
}

/** The person's language where we write it, else the company's first. */
export function languageOf({ understood }: ArrivedMail, { languages }: Configuration): string {
  const { language = '' } = understood ?? {};
  return LANGUAGES.some((one) => one === language) ? languageFor(language) : languages[0]!;
}

/** What is kept of it under a name. */
export const arrivalOf = ({ received, read, understood }: ArrivedMail, mail: string): Arrival => ({
  mail,
  raw: received.raw,
  receivedAt: received.receivedAt,
  recipients: received.recipients,
  read,
  understood,
});
