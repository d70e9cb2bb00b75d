/** The receipts a request gets: its acknowledgement, an extension, and its answers. */
import * as z from 'zod';
import { requestReceipt } from './frame.ts';
import { count, day, fileHash, instant, justification, right, url, words } from './primitives.ts';

/** How the person was identified, and when: there once they were. */
const identity = z.strictObject({ method: z.enum(['link', 'code', 'staff', 'not-needed']), at: instant }).meta({ id: 'identity' });

/** `ground`: how the law data call it where they say more than the code; `under`: the law it counts under; `right`: what it is about. */
const ground = z
  .strictObject({
    code: justification,
    ground: words.optional(),
    law: words,
    text: words,
    under: words.optional(),
    right: right.optional(),
  })
  .meta({ id: 'ground' });

const retain = z.strictObject({ code: justification, law: words, text: words, until: day });

export const system = z
  .strictObject({
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
  })
  .meta({ id: 'system' });

/** Why the date is what it is, in the language of the receipt. */
const clockWords = {
  /** Ids of all laws that apply; the strictest date counts. */
  laws: z.array(words).min(1),
  /** The count, one sentence per step. */
  explanation: z.array(words).min(1),
};

export const acknowledgement = requestReceipt
  .extend({
    kind: z.literal('request'),
    status: z.literal('dpv:RequestAcknowledged'),
    identity: identity.optional(),
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
  })
  .meta({ title: 'request', description: 'The acknowledgement of a request' });

export const extension = requestReceipt
  .extend({
    kind: z.literal('extension'),
    status: z.literal('dpv:RequestActionDelayed'),
    clock: z.strictObject({
      from: day,
      to: day,
      tooLateAt: instant,
      basis: words,
      reasons: z.array(z.strictObject({ code: justification, ground: words.optional(), text: words })).min(1),
      ...clockWords,
    }),
  })
  .meta({ title: 'extension', description: 'The answer takes longer: until when, and why' });

/** What an answer says about its state: `interim` while systems are outstanding. */
const answer = {
  status: z.enum(['dpv:RequestFulfilled', 'dpv:RequestUnfulfilled', 'dpv:RequestActionDelayed']),
  interim: z.boolean(),
  systems: z.array(system),
  outstanding: z.array(z.strictObject({ id: words, label: words, expectedOn: day.optional() })),
  identity: identity.optional(),
};

/** What a category of data is for, where it comes from and who gets it: the same for everybody, it says nothing about the person. */
const category = z.strictObject({ category: words, purposes: z.array(words), sources: z.array(words), recipients: z.array(words) });

/** What the law wants given with a refusal. */
const offers = z
  .strictObject({
    /** What is kept is used for nothing else than the reason given. */
    keptForNothingElse: z.literal(true).optional(),
    /** Where to opt out of sale and sharing. */
    optOut: url.optional(),
    /** Where to ask again. */
    again: url.optional(),
    /** In place of the data of somebody nobody could identify. */
    categories: z.array(category).optional(),
  })
  .meta({ id: 'offers' });

const packageBlock = z.strictObject({
  parts: z.array(z.strictObject({ name: words, bytes: count, sha256: fileHash })).min(1),
  files: count,
  manifestSha256: fileHash,
  readyAt: instant,
  until: day,
});

export const fulfilment = requestReceipt
  .extend({ kind: z.literal('fulfilment'), ...answer, package: packageBlock.optional() })
  .meta({ title: 'fulfilment', description: 'Data were handed out, or another right was carried out' });

export const deletion = requestReceipt
  .extend({
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
  })
  .meta({ title: 'deletion', description: 'What was deleted, and what the law keeps' });

export const denial = requestReceipt
  .extend({
    kind: z.literal('denial'),
    status: z.literal('dpv:RequestUnfulfilled'),
    scope: z.enum(['full', 'partial']),
    /** What was refused. */
    rights: z.array(right).min(1).optional(),
    grounds: z.array(ground).min(1),
    /** Words for this case, beside the grounds. */
    reason: words.optional(),
    offers: offers.optional(),
  })
  .meta({ title: 'denial', description: 'What was refused, in full or in part, and why' });
