/** kept-mail: a mail as it came, what could be read of it, and what was attached: sealed under the case's key before anything is made of it. */
import type { RequestId } from '../domain/ids.ts';
import { kindOf } from '../mail/inbound/attachment-kind.ts';
import type { AttachmentKind, InboundMail, ReadMail, Unreadable } from '../mail/inbound/read-mail.ts';
import type { Understood } from '../mail/understanding/understand.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { type Vault, vaultKey } from '../stores/vault.ts';

/** Something attached; identity papers are among these, so they are kept for a shorter time than the mail. */
export interface KeptPaper {
  number: number;
  name: string;
  type: string;
  bytes: number;
  kind: AttachmentKind;
}

/** What staff read of a mail. */
export interface KeptMail extends Pick<InboundMail, 'from' | 'fromFault' | 'replyTo' | 'subject' | 'text' | 'textFrom' | 'cut'> {
  receivedAt: string;
  /** Of the envelope. */
  recipients: string[];
  /** Why it could not be read: then only the raw mail is there. */
  unreadable?: Unreadable;
  messageId?: string;
  sealed?: InboundMail['sealed'];
  automatic?: InboundMail['automatic'];
  papers: KeptPaper[];
  /** How many more were attached than are kept. */
  morePapers: number;
  understood?: Understood;
}

const rawKey = (id: RequestId, mail: string): string => vaultKey(id, `mail/in/${mail}.eml`);
const readKey = (id: RequestId, mail: string): string => vaultKey(id, `mail/in/${mail}.json`);

/** Below this lie the attachments of all mails of a case. */
export const PAPERS = 'mail/papers/';

/** Without a number the beginning of all of a mail's. */
export const paperKey = (id: RequestId, mail: string, number: number | ''): string => vaultKey(id, `${PAPERS}${mail}-${number}`);

/** Below which keys lie the papers of a mail, and the mail as it came, which holds them too. */
export const papersOfMail = (id: RequestId, mail: string): string[] => [paperKey(id, mail, ''), rawKey(id, mail)];

/** A mail that is to be kept. */
export interface Arrival {
  /** Names it within the case: the same mail has the same name. */
  mail: string;
  raw: Uint8Array;
  receivedAt: string;
  recipients: string[];
  read: ReadMail;
  understood?: Understood | undefined;
}

function describe({ receivedAt, recipients, read, understood }: Arrival): KeptMail {
  const base = { receivedAt, recipients, ...(understood && { understood }) };
  if (!read.ok) return { ...base, unreadable: read.reason, subject: '', text: '', textFrom: 'none', cut: false, papers: [], morePapers: 0 };
  const { from, fromFault, replyTo, subject, text, textFrom, cut, messageId, sealed, automatic, attachments, moreAttachments } = read.mail;
  return {
    ...base,
    subject,
    text,
    textFrom,
    cut,
    ...(from && { from }),
    ...(fromFault && { fromFault }),
    ...(replyTo !== undefined && { replyTo }),
    ...(messageId !== undefined && { messageId }),
    ...(sealed && { sealed }),
    ...(automatic && { automatic }),
    papers: attachments.map(({ name, type, bytes, kind }, number) => ({ number, name, type, bytes, kind })),
    morePapers: moreAttachments,
  };
}

/** Keeps all of a mail. Repeatable: what is there stays. */
export async function keepMail(vault: Vault, { id, caseKey }: { id: RequestId; caseKey: CaseKey }, arrival: Arrival): Promise<KeptMail> {
  const kept = describe(arrival);
  await vault.putIfAbsent(rawKey(id, arrival.mail), arrival.raw, caseKey);
  const papers = arrival.read.ok ? arrival.read.mail.attachments : [];
  for (const [number, { content }] of papers.entries()) await vault.putIfAbsent(paperKey(id, arrival.mail, number), content, caseKey);
  const stored = await vault.putIfAbsent(readKey(id, arrival.mail), Buffer.from(JSON.stringify(kept)), caseKey);
  return JSON.parse(Buffer.from(stored).toString()) as KeptMail;
}

/** What staff read of a mail; undefined if it has been erased. */
export async function openMail(
  vault: Pick<Vault, 'get'>,
  { id, caseKey }: { id: RequestId; caseKey: CaseKey },
  mail: string,
): Promise<KeptMail | undefined> {
  const stored = await vault.get(readKey(id, mail), caseKey);
  return stored && (JSON.parse(stored.toString()) as KeptMail);
}

/** A mail as it came, or something that was attached to it; undefined if it has been erased. */
export async function openMailFile(
  vault: Pick<Vault, 'get'>,
  { id, caseKey }: { id: RequestId; caseKey: CaseKey },
  { mail, paper }: { mail: string; paper?: number },
): Promise<Uint8Array | undefined> {
  return await vault.get(paper === undefined ? rawKey(id, mail) : paperKey(id, mail, paper), caseKey);
}

/** A paper that somebody scanned, or a file that was handed over. */
export interface ScannedPaper {
  name: string;
  type: string;
  content: Uint8Array;
}

/** Keeps the papers of a letter as those of a mail are kept; `text` is what staff wrote down of it. Repeatable. */
export async function keepScan(
  vault: Vault,
  { id, caseKey }: { id: RequestId; caseKey: CaseKey },
  { mail, papers, ...read }: Pick<KeptMail, 'receivedAt' | 'text'> & { mail: string; papers: readonly ScannedPaper[] },
): Promise<void> {
  const kept: KeptMail = {
    ...read,
    recipients: [],
    subject: '',
    textFrom: 'none',
    cut: false,
    papers: papers.map((paper, number) => ({
      number,
      name: paper.name,
      type: paper.type,
      bytes: paper.content.length,
      kind: kindOf(paper),
    })),
    morePapers: 0,
  };
  for (const [number, { content }] of papers.entries()) await vault.putIfAbsent(paperKey(id, mail, number), content, caseKey);
  await vault.putIfAbsent(readKey(id, mail), Buffer.from(JSON.stringify(kept)), caseKey);
}

/** Whose case a mail is kept in. */
interface Place {
  id: RequestId;
  caseKey: CaseKey;
}

/** Keeps a mail of one case in another one too, as far as it is still there. Repeatable. */
export async function copyMail(
  vault: Vault,
  { mail, kept }: { mail: string; kept: KeptMail },
  { from, to }: { from: Place; to: Place },
): Promise<void> {
  const places = [
    (id: RequestId) => rawKey(id, mail),
    ...kept.papers.map(
      ({ number }) =>
        (id: RequestId) =>
          paperKey(id, mail, number),
    ),
  ];
  for (const place of places) {
    const content = await vault.get(place(from.id), from.caseKey);
    if (content !== undefined) await vault.putIfAbsent(place(to.id), content, to.caseKey);
  }
  await vault.putIfAbsent(readKey(to.id, mail), Buffer.from(JSON.stringify(kept)), to.caseKey);
}
