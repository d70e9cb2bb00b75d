/** One request with its person: what they send, the mails they get, the pages they open, and the receipts they keep. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { EventOf, EventType, RequestEvent } from '../../../lib/domain/request-events.ts';
import type { MailDetails } from '../../../lib/local/ses/mail-pages.ts';
import { readPayload, type ReceiptPayload } from '../../../lib/receipts/payload.ts';
import { verifyReceipt } from '../../../lib/receipts/verify.ts';
import type { RequestAnswer, RequestDetails } from '../../../lib/web/customer/api/api-answer.ts';
import { unpack } from '../../packages/unpack.ts';
import { linksOf, linkTo } from '../laptop.ts';
import type { Company, Somebody } from './families-company.ts';
import { expectAgreement } from './families-receipts.ts';

/** A mail as its reader has it. */
export interface ReadMail {
  subject: string;
  text: string;
  links: string[];
}

type KindOf<K extends ReceiptPayload['kind']> = Extract<ReceiptPayload, { kind: K }>;

/** Sends a request over the API; its acknowledgement is under way when this returns. */
export async function ask(company: Company, person: Somebody, wish: { rights: string[]; residence: string }): Promise<Case> {
  company.knows(person);
  const answer = await company.laptop.submit({ ...wish, email: person.email, name: person.name });
  await company.laptop.settled();
  return new Case(company, { person, answer });
}

export class Case {
  readonly company: Company;
  readonly person: Somebody;
  readonly answer: Pick<RequestAnswer, 'id' | 'reference' | 'statusUrl'>;
  /** The person's own status link, to which the confirmation leads. */
  private ownUrl: string | undefined;
  private last: string | undefined;
  private readonly receiptIds: string[] = [];

  constructor(company: Company, { person, answer }: Pick<Case, 'person' | 'answer'>) {
    this.company = company;
    this.person = person;
    this.answer = answer;
  }

  get staffPath(): string {
    return `/staff/requests/req_${this.answer.id}`;
  }

  /** The mail with the link, and the press of its button. */
  async confirm(): Promise<void> {
    await this.mail('Please confirm your request');
    [this.ownUrl] = (await this.company.laptop.confirm(this.answer, this.person.email)).split('?');
    await this.company.laptop.settled();
  }

  /** Reads the next mail about this: subject and links are this request's, and name nobody. */
  async mail(subject: string): Promise<ReadMail> {
    const mail = await this.company.readMail(this.person.email, subject);
    const { text = '', html = '' } = mail;
    expect(mail.to).toEqual([this.person.email]);
    expect(mail.subject).toContain(this.answer.reference);
    expect(this.company.personalIn(mail.subject)).toEqual([]);
    const links = linksOf({ text });
    expect(this.company.personalIn(links.join(' '))).toEqual([]);
    // Whoever reads the other form of the mail is led to the same places.
    for (const link of links) expect(html.replaceAll('&amp;', '&')).toContain(link);
    this.last = mail.id;
    return { subject: mail.subject, text, links };
  }

  /** The receipt attached to the mail read last: genuine, public under its id, chained, and saying what the events say. */
  async receipt<K extends ReceiptPayload['kind']>(kind: K): Promise<KindOf<K>> {
    const mail = await this.company.laptop.mail(this.last!);
    const jws = await this.attached(mail);
    const { result, payload } = await verifyReceipt({ jws, keys: await this.company.keys() });
    expect(result).toBe('genuine');
    const receipt = readPayload(payload);
    expect(receipt.kind).toBe(kind);
    const pageUrl = `${this.company.laptop.url}/receipts/${receipt.id}`;
    expect(await (await fetch(`${pageUrl}.jws`)).text()).toContain(jws);
    const page = await fetch(pageUrl);
    expect({ status: page.status, named: this.company.personalIn(wordsIn(await page.text())) }).toEqual({ status: 200, named: [] });
    expect(this.company.personalIn(JSON.stringify(receipt))).toEqual([]);
    expectAgreement(receipt, { events: await this.events(), reference: this.answer.reference });
    this.receiptIds.push(`rcp_${receipt.id}`);
    return receipt as KindOf<K>;
  }

  private async attached(mail: MailDetails): Promise<string> {
    return Buffer.from(await this.company.laptop.attachment(mail, 'application/jose'))
      .toString()
      .trim();
  }

  async events(): Promise<RequestEvent[]> {
    return await this.company.events(this.answer.id);
  }

  /** The only event of a type. */
  async event<T extends EventType>(type: T): Promise<EventOf<T>> {
    const found = (await this.events()).filter((event) => event.type === type);
    if (found.length !== 1) throw new Error(`${found.length} events ${type}`);
    return found[0] as EventOf<T>;
  }

  /** The person's own status page, as words. */
  async page(): Promise<string> {
    const response = await fetch(this.ownUrl ?? this.answer.statusUrl);
    expect(response.status).toBe(200);
    return wordsIn(await response.text());
  }

  /** What the API says to the person. */
  async read(): Promise<RequestDetails> {
    return await this.company.laptop.read({ id: this.answer.id, statusUrl: this.ownUrl ?? this.answer.statusUrl });
  }

  /** The page and the API name this date, and neither says that the time stands still. */
  async expectDate(iso: string, inWords: string): Promise<void> {
    const { dueOn, clock } = await this.read();
    expect({ dueOn, state: clock.state }).toEqual({ dueOn: iso, state: 'running' });
    const page = await this.page();
    expect(page).toContain(`We answer by ${inWords}`);
    expect(page).not.toContain('paused');
  }

  /** Neither the page nor the API names a date; both say how many days are left. */
  async expectPause(daysLeft: number): Promise<void> {
    const { dueOn, tooLateAt, clock } = await this.read();
    expect({ dueOn, tooLateAt, state: clock.state, daysLeft: clock.daysLeft }).toEqual({
      dueOn: null,
      tooLateAt: null,
      state: 'paused',
      daysLeft,
    });
    const page = await this.page();
    expect(page).toContain(`paused, ${daysLeft} days left`);
    expect(page).not.toContain('We answer by');
  }

  /** Sends a form below the person's status page, as a browser does. */
  async send(act: string, fields: Record<string, string>): Promise<{ status: number; path: string; html: string }> {
    const response = await fetch(`${this.ownUrl ?? this.answer.statusUrl}/${act}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.company.laptop.url },
      body: new URLSearchParams(fields),
    });
    const location = response.headers.get('location');
    await this.company.laptop.settled();
    return { status: response.status, path: location ?? '', html: wordsIn(await response.text()) };
  }

  /** Appeals on the person's own page; the appeal is a request of its own, whose link the browser is sent to. */
  async appeal(words: string): Promise<Case> {
    const sent = await this.send('appeal', { words });
    expect(sent.status).toBe(303);
    const { appeal, reference } = (await this.event('appealed')).data;
    const statusUrl = new URL(sent.path.split('?')[0]!, this.company.laptop.url).href;
    return new Case(this.company, { person: this.person, answer: { id: appeal.slice('req_'.length), reference, statusUrl } });
  }

  /** The archive calls back for this person; where an execution was begun anew it was asked twice, and answers twice. */
  async archiveAnswers(): Promise<void> {
    const { far } = this.company.laptop;
    const statuses: number[] = [];
    for (let status = await far.answer(this.person.email); status !== undefined; status = await far.answer(this.person.email))
      statuses.push(status);
    expect(statuses.at(-1)).toBeLessThan(300);
    await this.company.laptop.settled();
  }

  /** Paths in the first part behind a mail's link. */
  async download({ text }: Pick<ReadMail, 'text'>): Promise<string[]> {
    const response = await fetch(`${linkTo({ text }, '/download/')}/1`);
    expect(response.status).toBe(200);
    await this.company.laptop.settled();
    return [...unpack(Buffer.from(await response.arrayBuffer())).keys()];
  }

  /** The request is over: every receipt that was issued has been read, each names the one before it, and no mail is left. */
  async expectEnd(outcome: 'answered' | 'denied'): Promise<void> {
    expect((await this.event('closed')).data.outcome).toBe(outcome);
    const issued = (await this.events()).flatMap((event) => (event.type === 'receipt-issued' ? [event.data.receiptId as string] : []));
    expect(this.receiptIds).toEqual(issued);
    const all = await Promise.all(
      issued.map((id) => fetch(`${this.company.laptop.url}/receipts/${id.slice(4)}.jws`).then((one) => one.text())),
    );
    const hashes = all.map((jws) => `sha256:${createHash('sha256').update(jws.trim()).digest('base64url')}`);
    const named = all.map((jws) => (JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as { prev?: string }).prev);
    expect(named).toEqual([undefined, ...hashes.slice(0, -1)]);
    expect((await this.company.unread(this.person.email)).map(({ subject }) => subject)).toEqual([]);
  }
}

/** What a page says, without its markup. */
export function wordsIn(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}
