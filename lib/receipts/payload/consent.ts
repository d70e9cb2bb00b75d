/** The receipt of kind `consent`: what a person said yes and no to, what they were shown, and how they take it back. */
import * as z from 'zod';
import { PURPOSES } from '../../domain/dpv/purposes.ts';
import { everyReceipt } from './frame.ts';
import { day, duration, fileHash, instant, place, url, words } from './primitives.ts';

/** All states of DPV 2.3 that a decision can be in. */
const status = z
  .enum([
    'dpv:ConsentRequested',
    'dpv:ConsentRequestDeferred',
    'dpv:ConsentGiven',
    'dpv:RenewedConsentGiven',
    'dpv:ConsentRefused',
    'dpv:ConsentWithdrawn',
    'dpv:ConsentRevoked',
    'dpv:ConsentExpired',
    'dpv:ConsentInvalidated',
    'dpv:ConsentUnknown',
  ])
  .meta({ id: 'consentStatus' });

const data = z.strictObject({
  label: words,
  /** Category of DPV's extension for personal data. */
  dpv: z
    .string()
    .regex(/^pd:[A-Z][A-Za-z]+$/)
    .optional(),
  necessity: z.enum(['required', 'optional']),
  /** `special`: Art. 9 GDPR. */
  sensitivity: z.enum(['normal', 'sensitive', 'special']),
});

const decision = z
  .strictObject({
    purpose: z.strictObject({ id: words, label: words, dpv: z.enum(PURPOSES).optional() }),
    /** How the company may reach the person for it. */
    channels: z.array(words),
    data: z.array(data).min(1),
    legalBasis: z.enum(['eu-gdpr:A6-1-a', 'eu-gdpr:A9-2-a', 'dpv:Consent']),
    status,
    /** What kind of yes it was; absent where it was none. */
    type: z.enum(['dpv:ExplicitlyExpressedConsent', 'dpv:ExpressedConsent', 'dpv:ImpliedConsent']).optional(),
    /** When the person decided. */
    at: instant,
    /** Last day; absent = until withdrawn. */
    validUntil: day.optional(),
    storage: z.strictObject({ locations: z.array(place).min(1), duration, deletionWithin: duration.optional() }).optional(),
    recipients: z
      .array(
        z.strictObject({
          name: words,
          role: z.enum(['processor', 'controller', 'service-provider', 'contractor', 'third-party', 'authority']),
          country: place,
        }),
      )
      .optional(),
  })
  .meta({ id: 'decision' });

export const consent = everyReceipt
  .extend({
    kind: z.literal('consent'),
    /** State of the record: that of its decisions, or given where anything is. */
    status,
    conformsTo: z.array(words).min(1),
    jurisdiction: place,
    decisions: z.array(decision).min(1),
    /** What the person was shown. */
    notice: z.strictObject({ id: words, version: words, sha256: fileHash, url, lang: words.optional() }),
    /** How and for which service they were asked. */
    collection: z.strictObject({ method: words, service: words }),
    withdraw: z.strictObject({ url, method: words.optional() }),
    /** Where the person's other rights are exercised. */
    rights: url.optional(),
  })
  .meta({ title: 'consent', description: 'What a person said yes and no to' });
