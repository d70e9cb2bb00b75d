/** A signed payload as people are shown it: read leniently, since receipts of years ago and of later versions must still be shown. */
import * as z from 'zod';

const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const yes = z.boolean().optional().catch(undefined);

function list<T extends z.ZodType>(item: T): z.ZodCatch<z.ZodArray<T>> {
  return z.array(item).catch([]);
}

/** An object of which each part may be missing. */
function block<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).optional().catch(undefined);
}

/** A name, or an object that has one. */
const named = z.union([
  z.string(),
  z.object({ label: z.string() }).transform(({ label }) => label),
  z.object({ name: z.string() }).transform(({ name }) => name),
]);
const names = list(named);

const party = z.object({ name: text, url: text, form: text, within: text });
const complaint = party
  .extend({ also: list(party) })
  .optional()
  .catch(undefined);
const ground = z.object({ text: z.string(), law: text });

const system = z.object({
  id: text,
  label: z.string(),
  dataset: text,
  outcome: z.string(),
  records: count,
  at: text,
  verifiedAt: text,
  reason: text,
  grounds: list(ground),
  expectedOn: text,
  retain: block({ law: text, text: text, until: text }),
});

const decision = z.object({
  purpose: named.optional().catch(undefined),
  channels: list(z.string()),
  data: names,
  legalBasis: text,
  status: text,
  at: text,
  validUntil: text,
  storage: block({ duration: text, locations: list(z.string()) }),
  recipients: names,
});

const request = block({ ref: text, rights: list(z.string()), law: text, receivedAt: text, dueOn: text });

/** Of an appeal: the request whose answer it is about, and what came of it. */
const appeal = block({ of: text, decision: block({ granted: list(z.string()), stands: list(z.string()), reason: text }) });

const clock = block({
  basis: text,
  from: text,
  to: text,
  reasons: list(z.object({ text: z.string() })),
  laws: list(z.string()),
  explanation: list(z.string()),
});

const offers = block({
  optOut: text,
  again: text,
  categories: list(z.object({ category: z.string(), purposes: list(z.string()), sources: list(z.string()), recipients: list(z.string()) })),
});

const remedies = block({
  complaint,
  court: yes,
  reply: text,
  appeal: block({ within: text, extension: text }),
  controller: block({ acknowledgedWithin: text }),
  nonRetaliation: text,
});

const facts = z.object({
  kind: z.string().catch(''),
  id: text,
  issuedAt: text,
  lang: text,
  text,
  issuer: block({ id: text, name: text, address: text, contact: block({ email: text, phone: text }) }),
  request,
  appeal,
  clock,
  identity: block({ method: text, at: text }),
  interim: yes,
  systems: list(system),
  package: block({ parts: list(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })), until: text }),
  backups: block({ overwrittenBy: text }),
  informed: names,
  grounds: list(ground),
  reason: text,
  offers,
  remedies,
  purgedAt: text,
  irrecoverableFrom: text,
  decisions: list(decision),
  notice: block({ id: text, version: text, url: text }),
  collection: block({ method: text, service: text }),
  withdraw: block({ url: text, method: text }),
  closure: block({ reason: text, at: text, purgedAt: text, irrecoverableFrom: text }),
  /** Of a correction: the receipt that was wrong. */
  supersedes: block({ id: text, sha256: text }),
});

export type ReceiptFacts = z.infer<typeof facts>;
export type SystemFacts = z.infer<typeof system>;
export type DecisionFacts = z.infer<typeof decision>;

/** Whatever can be read of a payload; what cannot is left out, and the signed file says it all. */
export function receiptFacts(payload: Record<string, unknown>): ReceiptFacts {
  return facts.parse(payload);
}
