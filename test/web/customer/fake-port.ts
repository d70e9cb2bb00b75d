/** The port of the customer web in memory: requests are events, receipts are really signed. */
import { promise } from '../../../lib/steps/intake.ts';
import { DEFAULT_POLICIES } from '../../../lib/domain/config/default-policies.ts';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { Dataset, NamedDataset } from '../../../lib/domain/data-map.ts';
import { bareId, newId, type ReceiptId, type RequestId } from '../../../lib/domain/ids.ts';
import type { Person } from '../../../lib/domain/person.ts';
import { answerFault } from '../../../lib/domain/question-text.ts';
import { referenceFrom } from '../../../lib/domain/reference.ts';
import type { EventData, EventType, NamedRequest, RequestEvent } from '../../../lib/domain/request-events.ts';
import { requestCan } from '../../../lib/domain/request-can.ts';
import { requestOf, type Request } from '../../../lib/domain/request.ts';
import { keyFromSpki, type PublishedKey } from '../../../lib/receipts/keys.ts';
import { verifierKeyOf } from '../../../lib/receipts/log/write-note.ts';
import type { PassedOnView } from '../../../lib/steps/read-passed-on.ts';
import type {
  Access,
  CaseView,
  ConfirmResult,
  CallbackPort,
  CustomerPort,
  DownloadPort,
  DownloadView,
  LetterPort,
  LinkedRequest,
  ReceiptView,
  Submission,
} from '../../../lib/web/customer/port.ts';
import { leafOf, newLogSigner, SmallLog } from '../../receipts/verify-world.ts';

export const NOW = Date.parse('2026-11-21T10:00:00Z');
export const CODE = '483920';

const dataset = (name: string, label: string, erasure: Dataset['erasure']): NamedDataset => ({
  name,
  label: { en: label, de: `${label} (de)` },
  purpose: { en: 'To run the shop' },
  legalBasis: 'contract',
  recipients: [],
  transfers: [],
  retention: { en: 'As long as you are a customer' },
  columns: {},
  erasure,
});

const invoices = dataset('invoices', 'Invoices', {
  how: 'retain',
  retain: {
    ground: 'justifications:LegalObligation',
    article: '§ 147 AO',
    from: 'issued_on',
    years: 8,
    toYearEnd: true,
    sentence: {
      en: 'Tax law makes us keep invoices for eight years.',
      de: 'Das Steuerrecht verlangt, dass wir Rechnungen acht Jahre aufbewahren.',
    },
  },
});

export const configuration: Configuration = {
  controller: {
    name: 'Muster & Söhne GmbH',
    address: 'Musterweg 1, 12345 Berlin, Germany',
    country: 'DE-BE',
    email: 'privacy@muster.example',
    phone: '+49 30 1234567',
    zone: 'Europe/Berlin',
  },
  dataProtectionOfficer: { name: 'Dr. Ada Weber', email: 'dpo@muster.example' },
  laws: ['eu-gdpr', 'us-ca-ccpa'],
  languages: ['en', 'de'],
  mailFrom: 'privacy@muster.example',
  privacyNoticeUrl: 'https://muster.example/privacy',
  recipients: [],
  systems: {
    shop: {
      label: { en: 'Shop', de: 'Laden' },
      findAfter: [],
      eraseAfter: [],
      kind: 'postgres',
      datasets: [dataset('customers', 'Customers', { how: 'delete' }), invoices],
      settings: {},
    },
    crm: { label: { en: 'Customer care' }, findAfter: [], eraseAfter: [], kind: 'http', datasets: [], settings: {} },
  },
  identifiers: { customerNumber: { en: 'Customer number', de: 'Kundennummer' } },
  policies: { ...DEFAULT_POLICIES, silenceDays: 3 },
  staff: { rolesClaim: 'roles' },
};

interface Case {
  events: RequestEvent[];
  email: string;
  statusToken: string;
  personToken: string;
  wrongCodes: number;
}

const token = (): string => randomBytes(32).toString('base64url');
const day = 86_400_000;

/** The words of questions, which are not sealed here. */
function spoken({ questions }: Request): NonNullable<CaseView['questions']> {
  return questions.map(({ number, about, sealed, answeredAt, answer }) => ({
    number,
    about,
    words: sealed,
    ...(about === 'fee' ? { fee: { amount: '25.00', currency: 'EUR', reason: 'It is the ninth request in nine days.' } } : {}),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(answer === undefined ? {} : { answer }),
  }));
}

/** The world behind the pages, with levers for tests. */
export class FakePort implements CustomerPort, DownloadPort, LetterPort, CallbackPort {
  configuration: Configuration = configuration;
  readonly baseUrl = 'https://privacy.muster.example';
  readonly cases: Case[] = [];
  readonly submissions: Submission[] = [];
  readonly resent: string[] = [];
  readonly callbacks: { token: string; body: unknown }[] = [];
  readonly receipts = new Map<string, ReceiptView>();
  readonly links = new Map<string, Case>();
  /** The log of the year. */
  log = new SmallLog(newLogSigner('privacy.muster.example/log/2026'));
  /** Places of the log's statements. */
  statements: number[] = [0];
  tooMany = false;
  broken = false;
  downloadState: DownloadView | undefined;
  readonly #keyPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #keys = new Map<string, { body: string; case: Case }>();

  clock = NOW;

  now(): number {
    return this.clock;
  }

  preview(input: Parameters<CustomerPort['preview']>[0]): ReturnType<CustomerPort['preview']> {
    if (this.broken) throw new Error('broken for the test');
    return promise(this.configuration, { ...input, receivedAt: new Date(NOW).toISOString() });
  }

  /** What was passed on to the holder of `passed-on-token`. */
  passed: (PassedOnView & { person: Person }) | undefined;

  async passedOn(given: string, look: boolean): ReturnType<CustomerPort['passedOn']> {
    if (given !== 'passed-on-token' || this.passed === undefined) return undefined;
    const { person, ...closed } = this.passed;
    return look ? { ...closed, person } : closed;
  }

  /** Adds an event to a case. */
  add<T extends EventType>(one: Case, type: T, data: EventData[T]): void {
    const seq = one.events.length + 1;
    const requestId = one.events[0]?.requestId ?? newId('req', NOW);
    const at = new Date(NOW + seq * 60_000).toISOString();
    one.events.push({ requestId, seq, key: `${type}-${seq}`, type, at, data } as RequestEvent);
  }

  /** A case as if it had been sent. */
  openCase(
    submission: Pick<Submission, 'rights' | 'person' | 'lang' | 'channel'> &
      Partial<Pick<EventData['received'], 'laws' | 'appealOf' | 'brand' | 'letter'>>,
  ): Case {
    const { laws = ['eu-gdpr'], appealOf, brand, letter } = submission;
    const one: Case = { events: [], email: submission.person.email, statusToken: token(), personToken: token(), wrongCodes: 0 };
    this.add(one, 'received', {
      reference: referenceFrom(randomBytes(5)),
      rights: submission.rights,
      law: laws[0]!,
      laws,
      ...(appealOf === undefined ? {} : { appealOf }),
      ...(brand === undefined ? {} : { brand }),
      ...(letter === undefined ? {} : { letter }),
      channel: submission.channel,
      lang: submission.lang,
      receivedAt: new Date(NOW).toISOString(),
      receivedOn: new Date(NOW).toISOString().slice(0, 10),
      dueOn: '2026-12-21',
      tooLateAt: '2026-12-21T23:00:00Z',
      sealed: 'sealed',
      subject: 'subject',
    });
    this.add(one, 'acknowledged', { receiptId: newId('rcp', NOW), mailId: 'm1' });
    if (submission.rights.length > 0) this.add(one, 'verification-asked', { round: 1, mailId: 'm2' });
    this.cases.push(one);
    return one;
  }

  async submit(submission: Submission): ReturnType<CustomerPort['submit']> {
    if (this.broken) throw new Error(`broken for the test ${submission.person.email}`);
    if (this.tooMany) return { ok: false, reason: 'too-many' };
    const { idempotencyKey, ...rest } = submission;
    const body = JSON.stringify(rest);
    const known = this.#keys.get(idempotencyKey);
    if (known !== undefined && known.body !== body) return { ok: false, reason: 'key-reused' };
    if (known === undefined) this.submissions.push(submission);
    const one = known?.case ?? this.openCase(submission);
    this.#keys.set(idempotencyKey, { body, case: one });
    return { ok: true, request: requestOf(one.events, configuration)!, statusToken: one.statusToken };
  }

  #view(one: Case, access: Access): CaseView {
    const request = requestOf(one.events, configuration)!;
    if (access === 'submitter') return { request, events: one.events, access, email: one.email };
    const { appeals, appealOf } = request;
    return {
      request,
      events: one.events,
      access,
      appeals: appeals.map((appeal) => this.#linked(appeal)),
      questions: spoken(request),
      ...(appealOf === undefined ? {} : { appealOf: this.#linked(appealOf) }),
    };
  }

  async answer(given: string, { number, words }: { number: number; words: string }): ReturnType<CustomerPort['answer']> {
    const found = this.#find(given);
    const question = found && requestOf(found.one.events, configuration)!.questions.find((one) => one.number === number);
    if (found?.access !== 'person' || question === undefined || question.answeredAt !== undefined) return { ok: false, reason: 'late' };
    const fault = answerFault(words);
    if (fault !== undefined) return { ok: false, reason: fault === 'too-long' ? fault : 'words-missing' };
    this.add(found.one, 'answered', { number, by: 'person', sealed: words, unread: true });
    return { ok: true };
  }

  #linked({ id, reference }: NamedRequest): LinkedRequest {
    const one = this.cases.find(({ events }) => events[0]!.requestId === id);
    if (one === undefined) return { reference };
    return { reference, personToken: one.personToken, request: requestOf(one.events, configuration)! };
  }

  async appeal(given: string, words?: string): ReturnType<CustomerPort['appeal']> {
    const found = this.#find(given);
    if (found?.access !== 'person') return { ok: false, reason: 'unknown' };
    const { id, reference } = requestOf(found.one.events, configuration)!;
    const person = { email: found.one.email, identifiers: {}, ...(words === undefined ? {} : { note: words }) };
    const appealOf = { id, reference, refused: ['erasure' as const], deciders: ['staff'] };
    const one = this.openCase({ rights: ['appeal'], person, lang: 'en', channel: 'web', laws: ['us-va'], appealOf });
    this.add(one, 'verified', { method: 'link' });
    this.add(found.one, 'appealed', { appeal: one.events[0]!.requestId, reference: requestOf(one.events, configuration)!.reference });
    return { ok: true, personToken: one.personToken };
  }

  #find(given: string): { one: Case; access: Access } | undefined {
    for (const one of this.cases) {
      if (one.statusToken === given) return { one, access: 'submitter' };
      if (one.personToken === given) return { one, access: 'person' };
    }
    return undefined;
  }

  async open(given: string): Promise<CaseView | undefined> {
    const found = this.#find(given);
    return found && this.#view(found.one, found.access);
  }

  async openById(id: RequestId, given: string): Promise<CaseView | undefined> {
    const view = await this.open(given);
    return view?.request.id === id ? view : undefined;
  }

  async confirmByLink(given: string): Promise<ConfirmResult> {
    const one = this.links.get(given);
    if (one === undefined) return { ok: false, reason: 'wrong' };
    this.links.delete(given);
    this.add(one, 'verified', { method: 'link' });
    return { ok: true, personToken: one.personToken };
  }

  async confirmByCode(given: string, code: string): Promise<ConfirmResult> {
    const one = this.#find(given)?.one;
    if (one === undefined) return { ok: false, reason: 'wrong' };
    if (one.wrongCodes >= 10) return { ok: false, reason: 'locked' };
    if (code !== CODE) {
      one.wrongCodes += 1;
      return { ok: false, reason: one.wrongCodes >= 10 ? 'locked' : 'wrong' };
    }
    this.add(one, 'verified', { method: 'code' });
    return { ok: true, personToken: one.personToken };
  }

  async resendVerification(given: string): Promise<void> {
    this.resent.push(given);
  }

  async withdraw(given: string): ReturnType<CustomerPort['withdraw']> {
    const one = this.#find(given)?.one;
    if (one === undefined) return { ok: false, reason: 'unknown' };
    if (!requestCan(requestOf(one.events, configuration)!, 'withdraw').ok) return { ok: false, reason: 'wrong-state' };
    this.add(one, 'withdrawn', { by: 'person' });
    this.add(one, 'closed', { outcome: 'withdrawn' });
    return { ok: true };
  }

  async waiveFetch(given: string): Promise<{ ok: boolean }> {
    const found = this.#find(given);
    if (found?.access !== 'person' || requestOf(found.one.events, configuration)?.state !== 'ready') return { ok: false };
    this.add(found.one, 'fetch-ended', { how: 'waived' });
    return { ok: true };
  }

  async download(given: string): Promise<DownloadView> {
    return given === 'download-token' && this.downloadState !== undefined ? this.downloadState : { ok: false, reason: 'unknown' };
  }

  async presignPart(given: string, part: number): ReturnType<DownloadPort['presignPart']> {
    const state = await this.download(given);
    if (!state.ok) return { ok: false, reason: state.reason === 'ended' ? 'ended' : 'unknown' };
    return state.parts.some(({ number }) => number === part)
      ? { ok: true, url: `https://delivery.example/part-${part}?X-Amz-Signature=s` }
      : { ok: false, reason: 'unknown' };
  }

  async reissueLink(given: string): Promise<{ ok: boolean }> {
    const found = this.#find(given);
    return { ok: found?.access === 'person' && requestCan(requestOf(found.one.events, configuration)!, 'reissue-link').ok };
  }

  async receipt(id: string): Promise<ReceiptView | undefined> {
    return this.receipts.get(id);
  }

  acknowledgementReceiptId(request: Request): string {
    return `rcp_${bareId(request.id)}`;
  }

  async keys(): Promise<PublishedKey[]> {
    return [{ status: 'active', ...keyFromSpki(this.#keyPair.publicKey.export({ format: 'der', type: 'spki' })) }];
  }

  async logFile(year: number, path: string): Promise<Uint8Array | undefined> {
    return year === 2026 ? await this.log.read(path) : undefined;
  }

  async logStatements(year: number, after?: number): Promise<number[]> {
    return year === 2026 ? this.statements.slice(after === undefined ? 0 : this.statements.indexOf(after) + 1) : [];
  }

  async logs(): ReturnType<CustomerPort['logs']> {
    const { name: origin } = this.log.signer;
    return [{ origin, vkey: await verifierKeyOf(this.log.signer), url: `https://${origin}`, from: '2026-01-01' }];
  }

  async callback(given: string, body: unknown): Promise<{ ok: boolean }> {
    this.callbacks.push({ token: given, body });
    return { ok: given === 'callback-token' };
  }

  /** Signs a payload as the receipt key does. */
  async signed(payload: Record<string, unknown>): Promise<string> {
    const [key] = await this.keys();
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const input = `${part({ alg: 'ES256', kid: key!.kid, typ: 'receipt+jws' })}.${part(payload)}`;
    const signature = sign('sha256', Buffer.from(input), { key: this.#keyPair.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  }

  /** Stores a signed receipt. */
  async issue(payload: Record<string, unknown>, id: ReceiptId): Promise<string> {
    const jws = await this.signed(payload);
    this.receipts.set(id, { jws, payload });
    return jws;
  }

  /** Stores a signed receipt that is in the log, with its proof. */
  async issueLogged(payload: Record<string, unknown>, id: ReceiptId): Promise<{ jws: string; proof: string }> {
    const jws = await this.issue(payload, id);
    await this.log.addOthers(211);
    const index = this.log.size;
    const proof = await this.log.proofOf(index, await this.log.add([leafOf(jws)]));
    this.receipts.set(id, { jws, payload, proof });
    return { jws, proof };
  }
}

/** An answer with two files, ready for thirty days. */
export function readyDownload(request: Request): DownloadView {
  const sha256 = createHash('sha256').update('part').digest('hex');
  const parts = [
    { number: 1, name: 'your-data-1.zip', bytes: 4_231_887, sha256 },
    { number: 2, name: 'your-data-2.zip', bytes: 912, sha256 },
  ];
  return { ok: true, request, parts, readyAt: new Date(NOW).toISOString(), until: new Date(NOW + 30 * day).toISOString() };
}
