/** What all receipts have: who says it, of whom, in which words, what one can do against it; and what all receipts of a request have. */
import * as z from 'zod';
import { day, duration, instant, place, receiptHash, right, url, words } from './primitives.ts';

const issuer = z
  .strictObject({
    /** Public origin. */
    id: url,
    name: words,
    /** `processor` where the request was about something the issuer only runs for somebody else. */
    role: z.enum(['controller', 'processor']),
    address: words,
    contact: z.strictObject({ email: words, url: url.optional(), phone: words.optional() }),
  })
  .meta({ id: 'issuer' });

/** `within`: the time the law leaves for the complaint. */
const complaint = z.strictObject({ name: words, url: url.optional(), form: url.optional(), within: duration.optional() });

const remedies = z
  .strictObject({
    complaint: complaint.extend({ also: z.array(complaint).optional() }).optional(),
    court: z.boolean(),
    /** Where to answer: `mailto:` or a page. */
    reply: words,
    /** Appeal inside the company: how long it may take to decide, and by how much that may be put off. */
    appeal: z.strictObject({ within: duration, extension: duration.optional() }).optional(),
    /** Complaint to the company itself where the law gives it as a right, and when it is acknowledged. */
    controller: z.strictObject({ acknowledgedWithin: duration.optional() }).optional(),
    nonRetaliation: words.optional(),
  })
  .meta({ id: 'remedies' });

const reference = z.string().regex(/^Q-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);

const request = z
  .strictObject({
    ref: reference,
    rights: z.array(right).min(1),
    law: words,
    receivedAt: instant,
    channel: z.enum(['web', 'api', 'email', 'post', 'phone', 'agent']),
    dueOn: day,
    tooLateAt: instant,
  })
  .meta({ id: 'request' });

/** For an appeal: the request whose answer it is about, and once it is decided, what came of it. */
const appeal = z
  .strictObject({
    of: reference,
    /** Rights that will be carried out after all, rights for which the answer stands, and why. */
    decision: z.strictObject({ granted: z.array(right), stands: z.array(right), reason: words }).optional(),
  })
  .meta({ id: 'appeal' });

/** Keyed hash under a salt of this request alone: two requests of one person do not link. */
const subject = z
  .strictObject({ ref: z.string().regex(/^hmac-sha256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/) })
  .meta({ id: 'subject', description: 'Keyed hash of the person under a salt of this request alone; never a name or an address' });

/** `log`: origin of the log in which it is, or will be. */
const verify = z.strictObject({ url, log: words.optional() }).meta({ id: 'verify' });

/** Of every receipt. */
export const everyReceipt = z.strictObject({
  v: z.literal(1),
  id: z.uuidv7(),
  /** 16 random bytes, so that the hash in the log says nothing about the content. */
  nonce: z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/),
  issuedAt: instant,
  issuer,
  subject,
  /** Language of the text. */
  lang: z.string().regex(/^[a-z]{2}$/),
  /** The exact sentences shown to the person. */
  text: words,
  /** Place whose law the receipt is under, where that is one place. */
  jurisdiction: place.optional(),
  /** Hash of the receipt before it in the same case. */
  prev: receiptHash.optional(),
  remedies,
  verify,
});

/** Of every receipt of a request. */
export const requestReceipt = everyReceipt.extend({ request, appeal: appeal.optional() });
