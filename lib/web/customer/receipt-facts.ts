/** A signed payload as pages read it: leniently, since receipts of years ago and of later versions must still be shown. */
import * as z from 'zod';

const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);

function list<T extends z.ZodType>(item: T): z.ZodCatch<z.ZodArray<T>> {
  return z.array(item).catch([]);
}

const party = z.object({ name: text, url: text, form: text, within: text });
const complaint = party
  .extend({ also: list(party) })
  .optional()
  .catch(undefined);
const named = z.object({ name: z.string() });
const retain = z.object({ law: text, text: text, until: text }).optional().catch(undefined);

const system = z.object({
  id: text,
  label: z.string(),
  dataset: text,
  outcome: z.string(),
  records: count,
  at: text,
  verifiedAt: text,
  reason: text,
  expectedOn: text,
  retain,
});

const facts = z.object({
  kind: z.string().catch(''),
  id: text,
  issuedAt: text,
  lang: text,
  text,
  issuer: z
    .object({ id: text, name: text, address: text, contact: z.object({ email: text, url: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  request: z
    .object({ ref: text, rights: list(z.string()), law: text, receivedAt: text, dueOn: text })
    .optional()
    .catch(undefined),
  /** Of an appeal: the request whose answer it is about. */
  appeal: z.object({ of: text }).optional().catch(undefined),
  clock: z
    .object({ rule: text, basis: text, laws: list(z.string()), explanation: list(z.string()) })
    .optional()
    .catch(undefined),
  identity: z.object({ method: text, at: text }).optional().catch(undefined),
  interim: z.boolean().optional().catch(undefined),
  systems: list(system),
  package: z
    .object({ parts: list(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })), until: text })
    .optional()
    .catch(undefined),
  backups: z.object({ overwrittenBy: text }).optional().catch(undefined),
  informed: list(named),
  grounds: list(z.object({ text: z.string(), law: text })),
  reason: text,
  offers: z
    .object({
      keptForNothingElse: z.boolean().optional().catch(undefined),
      optOut: text,
      again: text,
      categories: list(
        z.object({ category: z.string(), purposes: list(z.string()), sources: list(z.string()), recipients: list(z.string()) }),
      ),
    })
    .optional()
    .catch(undefined),
  remedies: z
    .object({
      complaint,
      court: z.boolean().optional().catch(undefined),
      reply: text,
      appeal: z.object({ within: text, extension: text }).optional().catch(undefined),
      controller: z.object({ acknowledgedWithin: text }).optional().catch(undefined),
      nonRetaliation: text,
    })
    .optional()
    .catch(undefined),
  purgedAt: text,
  irrecoverableFrom: text,
});

export type ReceiptFacts = z.infer<typeof facts>;
export type SystemFacts = z.infer<typeof system>;

/** Whatever can be read of a payload; what cannot is left out, and the signed file says it all. */
export function receiptFacts(payload: Record<string, unknown>): ReceiptFacts {
  return facts.parse(payload);
}
