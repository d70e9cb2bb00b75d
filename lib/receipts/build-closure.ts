/** Builds the receipt of kind `closure`: the person withdrew the request, or the case's data are gone. */
import { Temporal } from 'temporal-polyfill';
import { recordYears } from '../domain/law/record-keeping.ts';
import type { Request } from '../domain/request.ts';
import { doneSentences } from './build-deletion.ts';
import { buildFrame, dateAt, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { ClosureReceipt, SystemLine } from './payload.ts';
import { endingSentencesIn } from './sentences/ending.ts';
import { paragraph } from './sentences/spelling.ts';
import { erasureLines, type Naming } from './system-lines.ts';

/** How the case ended; times are ISO instants. `irrecoverableFrom`: no backup holds the key any more. */
type Ending =
  | { reason: 'withdrawn'; at: string; by: 'person' | 'staff' }
  | { reason: 'purged'; at: string; purgedAt: string; irrecoverableFrom: string };

type ClosureContext = ReceiptContext & { closure: Ending };

/** Fulfilled once everything was done that was asked; what was withdrawn, refused or left out was not. */
function statusOf({ state, refusals, outcomes, appealDecision }: Request): ClosureReceipt['status'] {
  const left = outcomes.some(({ outcome }) => outcome === 'skipped' || outcome === 'outstanding');
  const stands = appealDecision !== undefined && appealDecision.stands.length > 0;
  const done = state === 'answered' && refusals.length === 0 && !left && !stands;
  return done ? 'dpv:RequestFulfilled' : 'dpv:RequestUnfulfilled';
}

const DONE: ReadonlySet<SystemLine['outcome']> = new Set<SystemLine['outcome']>(['deleted', 'anonymised', 'retained']);

/** What was deleted before a withdrawal stays deleted; where no receipt of it was issued, this one tells of it. */
function deletedBefore({ request, configuration, closure }: ClosureContext, naming: Pick<Naming, 'lang' | 'say'>): SystemLine[] {
  if (closure.reason !== 'withdrawn' || request.receipts.some(({ kind }) => kind === 'deletion')) return [];
  const erased = request.outcomes.filter(({ pass }) => pass === 'erase');
  return erasureLines(erased, { ...naming, configuration }).filter(({ outcome }) => DONE.has(outcome));
}

function sentences({ request, configuration, closure }: ClosureContext): string[] {
  const say = endingSentencesIn(request.lang);
  const facts = { of: request.reference, on: dateAt(closure.at, configuration) };
  if (closure.reason === 'withdrawn') {
    // As long as this very receipt may have to be sent again, the address is needed, and not a day longer.
    const latest = Temporal.PlainDate.from(facts.on).add({ days: configuration.policies.downloadDays + 1 });
    return [say.withdrawn({ ...facts, byPerson: closure.by === 'person' }), say.dataGo(latest.toString())];
  }
  return [say.purged(facts), say.irrecoverable(dateAt(closure.irrecoverableFrom, configuration))];
}

/** Who ended it and when, or what was deleted and from when on nobody can bring it back; and how long the record of it is kept. */
export function buildClosureReceipt(context: ClosureContext, frame: Frame): ClosureReceipt {
  const { request, configuration, closure } = context;
  const { fields, say } = buildFrame(context, frame);
  const { reason, at } = closure;
  const before = deletedBefore(context, { lang: fields.lang, say });
  return {
    ...fields,
    kind: 'closure',
    status: reason === 'withdrawn' ? 'dpv:RequestUnfulfilled' : statusOf(request),
    text: paragraph([...doneSentences(before, say), ...sentences(context), say.recordKept(recordYears(request, configuration))]),
    ...(before.length === 0 ? {} : { systems: before }),
    closure: {
      reason,
      at,
      ...(reason === 'purged' ? { purgedAt: closure.purgedAt, irrecoverableFrom: closure.irrecoverableFrom } : {}),
    },
  };
}
