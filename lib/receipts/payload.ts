/** What is inside a receipt: the common fields and one block per kind, checked before anything is signed. */
import * as z from 'zod';
import { BugError } from '../domain/errors.ts';
import { isRight, type Right } from '../domain/rights.ts';

const instant = z.iso.datetime();
const day = z.iso.date();
const uuid = z.uuidv7();
const base64url = (bytes: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`));
const hash = z.string().regex(/^sha256:[A-Za-z0-9_-]{43}$/);
const words = z.string().min(1);
const count = z.int().min(0);
const right = z.custom<Right>((value) => typeof value === 'string' && isRight(value));
const url = z.url({ protocol: /^https?$/ });

const issuer = z.strictObject({
  /** Public origin. */
  id: url,
  name: words,
  /** `processor` where the request was about something the issuer only runs for somebody else. */
  role: z.enum(['controller', 'processor']),
  address: words,
  contact: z.strictObject({ email: words, url: url.optional() }),
});

const authority = z.strictObject({ name: words, url: url.optional(), form: url.optional() });

/** ISO 8601. */
const duration = z.string().regex(/^P\d+[DMY]$/);
/** `within`: the time the law leaves for the complaint. */
const complaint = authority.extend({ within: duration.optional() });

const remedies = z.strictObject({
  complaint: complaint.extend({ also: z.array(complaint).optional() }).optional(),
  court: z.boolean(),
  /** Where to answer: `mailto:` or a page. */
  reply: words,
  /** Appeal inside the company: how long it may take to decide, and by how much that may be put off. */
  appeal: z.strictObject({ within: duration, extension: duration.optional() }).optional(),
  /** Complaint to the company itself where the law gives it as a right, and when it is acknowledged. */
  controller: z.strictObject({ acknowledgedWithin: duration.optional() }).optional(),
  nonRetaliation: words.optional(),
});

const reference = z.string().regex(/^Q-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);

const request = z.strictObject({
  ref: reference,
  rights: z.array(right).min(1),
  law: words,
  receivedAt: instant,
  channel: z.enum(['web', 'api', 'email', 'post', 'phone', 'agent']),
  dueOn: day,
  tooLateAt: instant,
});

/** For an appeal: the request whose answer it is about, and once it is decided, what came of it. */
const appeal = z.strictObject({
  of: reference,
  /** Rights that will be carried out after all, rights for which the answer stands, and why. */
  decision: z.strictObject({ granted: z.array(right), stands: z.array(right), reason: words }).optional(),
});

/** `under` names the law it counts under, `right` what it is about. */
const ground = z.strictObject({ code: words, law: words, text: words, under: words.optional(), right: right.optional() });

const retain = z.strictObject({ code: words, law: words, text: words, until: day });

const system = z.strictObject({
  id: words,
  label: words,
  /** The part of the system this line is about, if it is one. */
  dataset: words.optional(),
  outcome: z.enum(['exported', 'deleted', 'anonymised', 'retained', 'not-found', 'skipped', 'outstanding']),
  records: count,
  at: instant,
  /** When the system was asked again after the deletion. */
  verifiedAt: instant.optional(),
  retain: retain.optional(),
  /** Why it was skipped. */
  reason: words.optional(),
  /** Why it was refused. */
  grounds: z.array(ground).optional(),
  expectedOn: day.optional(),
});

const common = z.strictObject({
  v: z.literal(1),
  id: uuid,
  nonce: base64url(16),
  issuedAt: instant,
  issuer,
  /** Keyed hash under a salt of this request alone: two requests of one person do not link. */
  subject: z.strictObject({ ref: z.string().regex(/^hmac-sha256:[A-Za-z0-9_-]{43}$/) }),
  /** Language of the text. */
  lang: z.string().regex(/^[a-z]{2}$/),
  /** The exact sentences shown to the person. */
  text: words,
  prev: hash.optional(),
  request,
  appeal: appeal.optional(),
  remedies,
  verify: z.strictObject({ url, log: words.optional() }),
});

const identity = z.strictObject({ method: z.enum(['link', 'code', 'staff', 'not-needed']), at: instant });
const outstanding = z.array(z.strictObject({ id: words, label: words, expectedOn: day.optional() }));

/** Why the date is what it is, in the language of the receipt. */
const clockWords = {
  /** Ids of all laws that apply; the strictest date counts. */
  laws: z.array(words).min(1),
  /** The count, one sentence per step. */
  explanation: z.array(words).min(1),
};

const requestReceipt = common.extend({
  kind: z.literal('request'),
  status: z.literal('dpv:RequestAcknowledged'),
  clock: z.strictObject({
    rule: words,
    basis: words,
    startsAt: instant,
    dueOn: day,
    tooLateAt: instant,
    /** The figure's text has not been read by those who wrote the law data. */
    toBeConfirmed: z.literal(true).optional(),
    ...clockWords,
  }),
});

const extensionReceipt = common.extend({
  kind: z.literal('extension'),
  status: z.literal('dpv:RequestActionDelayed'),
  clock: z.strictObject({
    from: day,
    to: day,
    tooLateAt: instant,
    basis: words,
    reasons: z.array(z.strictObject({ code: words, text: words })).min(1),
    ...clockWords,
  }),
});

/** What an answer says about its state: `interim` while systems are outstanding. */
const answer = {
  status: z.enum(['dpv:RequestFulfilled', 'dpv:RequestUnfulfilled', 'dpv:RequestActionDelayed']),
  interim: z.boolean(),
  systems: z.array(system),
  outstanding,
  identity: identity.optional(),
};

/** What a category of data is for, where it comes from and who gets it: the same for everybody, it says nothing about the person. */
const category = z.strictObject({ category: words, purposes: z.array(words), sources: z.array(words), recipients: z.array(words) });

/** What the law wants given with a refusal. */
const offers = z.strictObject({
  /** What is kept is used for nothing else than the reason given. */
  keptForNothingElse: z.literal(true).optional(),
  /** Where to opt out of sale and sharing. */
  optOut: url.optional(),
  /** Where to ask again. */
  again: url.optional(),
  /** In place of the data of somebody nobody could identify. */
  categories: z.array(category).optional(),
});

const packageBlock = z.strictObject({
  parts: z.array(z.strictObject({ name: words, bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
  files: count,
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  readyAt: instant,
  until: day,
});

const fulfilmentReceipt = common.extend({ kind: z.literal('fulfilment'), ...answer, package: packageBlock.optional() });

const deletionReceipt = common.extend({
  kind: z.literal('deletion'),
  ...answer,
  scope: z.enum(['full', 'partial']),
  totals: z.strictObject({ deleted: count, anonymised: count, retained: count, failed: count }),
  backups: z.strictObject({ overwrittenBy: day }),
  offers: offers.optional(),
  /** Recipients who were told (Art. 19 GDPR). */
  informed: z.array(z.strictObject({ name: words, at: instant })),
  purgedAt: instant.optional(),
  irrecoverableFrom: instant.optional(),
});

const denialReceipt = common.extend({
  kind: z.literal('denial'),
  status: z.literal('dpv:RequestUnfulfilled'),
  scope: z.enum(['full', 'partial']),
  /** What was refused. */
  rights: z.array(right).min(1).optional(),
  grounds: z.array(ground).min(1),
  /** Words for this case, beside the grounds. */
  reason: words.optional(),
  offers: offers.optional(),
});

const schema = z.discriminatedUnion('kind', [requestReceipt, extensionReceipt, fulfilmentReceipt, deletionReceipt, denialReceipt]);

export type RequestReceipt = z.infer<typeof requestReceipt>;
export type ExtensionReceipt = z.infer<typeof extensionReceipt>;
export type FulfilmentReceipt = z.infer<typeof fulfilmentReceipt>;
export type DeletionReceipt = z.infer<typeof deletionReceipt>;
export type DenialReceipt = z.infer<typeof denialReceipt>;
export type ReceiptPayload = z.infer<typeof schema>;
export type CommonFields = z.infer<typeof common>;
export type SystemLine = z.infer<typeof system>;
export type Offers = z.infer<typeof offers>;

/** The payload checked against its schema. A fault of a builder names the fields, never their values. */
export function readPayload(payload: unknown): ReceiptPayload {
  const { success, data, error } = schema.safeParse(payload);
  if (success) return data;
  const fields = error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new BugError(`A receipt payload does not fit its schema: ${fields}`, { code: 'invariant' });
}
