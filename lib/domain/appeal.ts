/** Appeals: against which answers there is one, under which laws, and who may decide it. */
import { lawOn } from './law/laws.ts';
import { type Appeal, fullCite, holdsOn, type Law } from './law/law.ts';
import type { Permission } from './request-can.ts';
import { isClosed, refusedRights, type Request } from './request.ts';
import type { ReceiptKind, RequestEvent, TaskOutcome } from './request-events.ts';
import { actionOf, type Right } from './rights.ts';

export type Appealable =
  | { ok: true; laws: Law['id'][] }
  /** Nothing was refused or left out; it is the answer to an appeal; none of the laws has one; the details are destroyed. */
  | { ok: false; reason: 'nothing-refused' | 'is-appeal' | 'no-appeal' | 'purged' };

/** What the law says about appeals received on an ISO date. */
function appealIn(law: Law | undefined, on: string): Appeal | undefined {
  const appeal = law?.remedies.appeal;
  return appeal !== undefined && holdsOn(appeal, on) ? appeal : undefined;
}

/** The laws of a request that have an appeal for who appeals on an ISO date. */
export function lawsWithAppeal({ laws }: Pick<Request, 'laws'>, on: string): Law[] {
  return laws.flatMap((id) => lawOn(id, on) ?? []).filter((law) => appealIn(law, on) !== undefined);
}

/** The rights that the answer refused, as a whole or in part: as such, by hand, for a system, or because records are kept. */
export function contestedRights(request: Pick<Request, 'state' | 'rights' | 'refusals' | 'outcomes'>): Right[] {
  const { state, rights, refusals, outcomes } = request;
  if (state === 'denied') return rights;
  const refused = refusedRights(request);
  const byHand = refusals.flatMap(({ pass, systems = [] }) => [...(pass === undefined ? [] : [pass]), ...systems.map((left) => left.pass)]);
  const left = outcomes.filter(({ outcome }) => outcome === 'skipped' || outcome === 'retained').map(({ pass }) => pass);
  const passes = new Set([...byHand, ...left]);
  return rights.filter((right) => refused.includes(right) || passes.has(actionOf(right)));
}

/** Whether the person can appeal against the answer, as far as the request itself tells; `on` is the day of the appeal. */
export function appealable(request: Request, on: string): Appealable {
  if (request.appealOf !== undefined) return { ok: false, reason: 'is-appeal' };
  if (contestedRights(request).length === 0) return { ok: false, reason: 'nothing-refused' };
  const laws = lawsWithAppeal(request, on);
  if (laws.length === 0) return { ok: false, reason: 'no-appeal' };
  return request.purgedAt === undefined ? { ok: true, laws: laws.map(({ id }) => id) } : { ok: false, reason: 'purged' };
}

/** What somebody can appeal against: data handed out or not, deleted or not. */
const ANSWERS: readonly ReceiptKind[] = ['fulfilment', 'deletion', 'denial'];

/** What stands in the way of another appeal: there is one for each answer. */
type Standing = 'open' | 'decided' | undefined;

/**
 * How the last appeal against an answer stands; undefined if there is none, or it was withdrawn, or an answer came after it.
 * `last` is that appeal, unless its record has been erased.
 */
export function standingOf({ appeals, receipts }: Pick<Request, 'appeals' | 'receipts'>, last: Request | undefined): Standing {
  if (appeals.length === 0 || last?.state === 'withdrawn') return undefined;
  if (last === undefined) return 'decided';
  if (!isClosed(last)) return 'open';
  return receipts.some(({ kind, at }) => ANSWERS.includes(kind) && at > last.receivedAt) ? undefined : 'decided';
}

/** What each law demands of the answer to an appeal, with its article. */
export function appealRules({ laws, receivedOn }: Pick<Request, 'laws' | 'receivedOn'>): { law: Law; appeal: Appeal; article: string }[] {
  return lawsWithAppeal({ laws: [...laws] }, receivedOn).map((law) => {
    const appeal = law.remedies.appeal!;
    return { law, appeal, article: fullCite(law, appeal.cite) };
  });
}

/** Ends of a task by which somebody decided that a thing is not done. */
const REFUSING: ReadonlySet<TaskOutcome> = new Set<TaskOutcome>(['refused', 'skip']);

/** Who of the staff decided against the person: whoever refused, left a system out, or chose to refuse a part. */
export function decidersOf(events: readonly RequestEvent[]): Set<string> {
  return new Set(
    events.flatMap((event) => {
      if (event.type === 'refused') return [event.data.by];
      if (event.type === 'task-done') return REFUSING.has(event.data.outcome) ? [event.data.by] : [];
      return event.type === 'choice-made' && event.data.choice === 'refuse-part' ? [event.data.by] : [];
    }),
  );
}

/** An appeal looks at a decision anew: nobody looks at their own. */
export function mayDecideAppeal({ appealOf, clock }: Request, by: string): Permission {
  const article = clock.leading.deadline.basis;
  return appealOf?.deciders.includes(by) === true ? { ok: false, article, reason: 'decided-before' } : { ok: true, article };
}

/** True while a request is an appeal about which nothing has been decided. */
export function awaitsDecision({ appealOf, appealDecision }: Pick<Request, 'appealOf' | 'appealDecision'>): boolean {
  return appealOf !== undefined && appealDecision === undefined;
}
