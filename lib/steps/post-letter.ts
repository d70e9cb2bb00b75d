/** What staff see of a letter they print and post: whom it is for, its pages, what goes with it, and the answer's files. */
import { civilDateIn } from '../domain/clock/deadline.ts';
import type { Person } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import type { Attachment } from '../mail/compose.ts';
import { type KeptLetter, readLetter } from '../mail/kept-letter.ts';
import { renderLetterPdf } from '../mail/print/render-letter-pdf.ts';
import type { MailItem } from '../stores/case-items.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { openPerson } from './casework.ts';
import type { With } from './world.ts';

export type LetterWorld = With<'caseKeys' | 'vault'>;

/** What is to be posted. */
export interface PaperLetter {
  /** Lines for the envelope; none if nobody knows where the person lives. */
  to: string[];
  /** Names of what is printed and put in with it. */
  enclosures: string[];
  /** Opens the answer's files. */
  copyUrl?: string;
}

interface Opened {
  request: Request;
  mail: MailItem;
  kept: KeptLetter;
  person: Person;
}

/** Only what is made for paper: the signed texts are in the PDF. */
const isPrinted = ({ contentType }: Attachment): boolean => contentType === 'application/pdf';

async function openLetter(world: LetterWorld, { request, mails }: CaseRecord, mailId: string): Promise<Opened | undefined> {
  const mail = mails.find((one) => one.mailId === mailId);
  if (mail === undefined || request.purgedAt !== undefined) return undefined;
  const caseKey = await world.caseKeys.open(request.id);
  const kept = await readLetter(world.vault, { requestId: request.id, mailId, caseKey });
  return kept && { request, mail, kept, person: openPerson(request, caseKey) };
}

/** An envelope needs an address; a name alone finds nobody. */
function addressOf({ name, address = [] }: Person): string[] {
  return address.length === 0 ? [] : [...(name === undefined || address[0] === name ? [] : [name]), ...address];
}

/** The letter of a task; undefined once it was purged. */
export async function readPaperLetter(world: LetterWorld, record: CaseRecord, mailId: string): Promise<PaperLetter | undefined> {
  const opened = await openLetter(world, record, mailId);
  if (opened === undefined) return undefined;
  const { kept, person } = opened;
  const enclosures = kept.enclosures.filter(isPrinted).map(({ filename }) => filename);
  return { to: addressOf(person), enclosures, ...(kept.copyUrl !== undefined && { copyUrl: kept.copyUrl }) };
}

/** The letter as a PDF, with the address as it is now. */
export async function printLetter(world: LetterWorld, record: CaseRecord, mailId: string): Promise<Uint8Array | undefined> {
  const opened = await openLetter(world, record, mailId);
  if (opened === undefined) return undefined;
  const { controller } = world.configuration;
  return await renderLetterPdf({
    letter: opened.kept.letter,
    lang: opened.kept.lang,
    sender: controller,
    to: addressOf(opened.person),
    reference: opened.request.reference,
    writtenOn: writtenOn(world, opened.mail),
  });
}

/** One of the enclosures, by its place. */
export async function readEnclosure(
  world: LetterWorld,
  record: CaseRecord,
  { mailId, place }: { mailId: string; place: number },
): Promise<Attachment | undefined> {
  const opened = await openLetter(world, record, mailId);
  return opened?.kept.enclosures.filter(isPrinted)[place];
}

/** The civil date on which a mail was written. */
export function writtenOn({ configuration }: Pick<LetterWorld, 'configuration'>, { claimedAt }: Pick<MailItem, 'claimedAt'>): string {
  return civilDateIn(configuration.controller.zone, claimedAt);
}
