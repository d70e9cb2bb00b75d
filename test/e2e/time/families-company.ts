/** A company on a laptop in this process: its clock, its staff, and every mail it has sent, each of which somebody has to read. */
import type { RequestEvent } from '../../../lib/domain/request-events.ts';
import type { MailDetails } from '../../../lib/local/ses/mail-pages.ts';
import type { Jwk } from '../../../lib/receipts/verify.ts';
import { filesNaming } from '../../life/traces.ts';
import { type LaptopInProcess, startInProcess } from '../../life/laptop-in-process.ts';
import { linksOf } from '../laptop.ts';
import { signIn, type Staff } from '../systems/staff.ts';

const HOUR_MS = 3_600_000;

/** Where the company's own mail goes. */
const OFFICE = 'privacy@musterladen.example';

/** Names that stand nowhere else, so that finding one says whose it is. */
export interface Somebody {
  name: string;
  email: string;
  customerId: string;
}

/** Everything that says who somebody is. */
const wordsOf = ({ name, email }: Somebody): string[] => [email, email.split('@')[0]!, name, ...name.split(' ')];

export class Company {
  readonly laptop: LaptopInProcess;
  private readonly people: Somebody[] = [];
  private readonly read = new Set<string>();
  private readonly staffs = new Map<string, Promise<Staff>>();
  private jwks: Promise<Jwk[]> | undefined;

  constructor(laptop: LaptopInProcess) {
    this.laptop = laptop;
  }

  /** Lets time pass up to an instant; everything that happens by itself until then has happened. */
  async goTo(instant: string): Promise<void> {
    await this.laptop.clock.advanceTo(Date.parse(instant));
    await this.laptop.settled();
  }

  /** The sweep has come by, and what it began is done. */
  async anHourLater(): Promise<void> {
    await this.laptop.clock.advanceBy(HOUR_MS);
    await this.laptop.settled();
  }

  /** Somebody new, whom all systems know. */
  knows(person: Somebody): void {
    this.people.push(person);
    this.laptop.far.add(person);
  }

  /** Somebody of the staff at the console. */
  async staff(user: string): Promise<Staff> {
    const known = this.staffs.get(user) ?? signIn(this.laptop, user);
    this.staffs.set(user, known);
    return await known;
  }

  /** The events of a request, as the console gives them out. */
  async events(id: string): Promise<RequestEvent[]> {
    const viewer = await this.staff('viola');
    return JSON.parse((await viewer.get(`/staff/requests/req_${id}/events.json`)).html) as RequestEvent[];
  }

  /** The public keys, from where anybody gets them. */
  async keys(): Promise<Jwk[]> {
    this.jwks ??= fetch(`${this.laptop.url}/.well-known/jwks.json`).then(
      async (response) => ((await response.json()) as { keys: Jwk[] }).keys,
    );
    return await this.jwks;
  }

  /** Mails nobody has read, oldest first. */
  async unread(to?: string): Promise<{ id: string; to: string[]; subject: string }[]> {
    const mails = await this.laptop.mails(to === undefined ? {} : { to });
    return mails.filter(({ id }) => !this.read.has(id)).toReversed();
  }

  /** The oldest unread mail to an address with these words in the subject; it has to be there. */
  async readMail(to: string, subject: string): Promise<MailDetails> {
    const unread = await this.unread(to);
    const found = unread.find((mail) => mail.subject.includes(subject));
    if (found === undefined) throw new Error(`No mail "${subject}" among: ${unread.map((mail) => mail.subject).join(' | ') || 'none'}`);
    this.read.add(found.id);
    return await this.laptop.mail(found.id);
  }

  /** Which of the words about anybody stand in a text. */
  personalIn(text: string): string[] {
    const low = text.toLowerCase();
    return this.people.flatMap(wordsOf).filter((word) => low.includes(word.toLowerCase()));
  }

  /** The reminder to staff about a request: it leads to the console, and does not say whose it is. */
  async readReminder(subject: string): Promise<string> {
    const { text = '', html = '', subject: whole } = await this.readMail(OFFICE, subject);
    const named = this.personalIn(`${whole} ${text} ${html}`);
    if (named.length > 0) throw new Error(`A reminder to staff names ${named.join(', ')}`);
    if (!linksOf({ text }).every((link) => link.startsWith(`${this.laptop.url}/staff/`))) throw new Error('A reminder leads elsewhere');
    return text;
  }

  /** Files outside the mailboxes in which anybody is named: tables, buckets, logs. */
  filesNamingAnybody(): { elsewhere: string[]; mailboxes: number } {
    const files = filesNaming(
      this.laptop.home,
      this.people.flatMap(({ name, email }) => [email, name, name.split(' ')[1]!]),
    );
    const mailboxes = files.filter((file) => file.startsWith('mail/'));
    return { elsewhere: files.filter((file) => !mailboxes.includes(file)), mailboxes: mailboxes.length };
  }
}

/** Opens it at an instant. */
export async function openCompany(configuration: string, at: string): Promise<Company> {
  return new Company(await startInProcess({ configuration, at }));
}
