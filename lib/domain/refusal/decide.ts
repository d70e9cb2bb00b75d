/** Whether something may be refused on the grounds named: every law that gives a right must itself allow the refusal. */
import { lawsOf } from '../law/choose-laws.ts';
import type { Law } from '../law/law.ts';
import { articleOf, grants } from '../law/laws.ts';
import type { Request } from '../request.ts';
import type { Ground } from '../request-events.ts';
import { rightsToAnswer } from '../plan.ts';
import { actionOf, type Right } from '../rights.ts';
import { citationOf, exemptionOf, type NamedGround, needsReason, prohibitionOf } from './grounds.ts';
import type { OpenParts, OpenSystem } from './open-parts.ts';
import { groundSentence } from './words/words.ts';

/** What is refused: a right asked for, or one system in a pass. */
export type Refusable = { right: Right } | OpenSystem;

export type RefusedItem = Refusable & { grounds: readonly NamedGround[] };

/** Why it may not be refused; with the article where a law stands in the way. */
export type RefusalProblem =
  | { reason: 'nothing-chosen' }
  | { reason: 'reason-needed' }
  | { reason: 'not-open' | 'no-ground'; item: Refusable }
  | { reason: 'ground-unknown'; item: Refusable; ground: NamedGround }
  | { reason: 'prohibited'; item: Refusable; article: string }
  /** A refusal under one law does not take away the right under the other. */
  | { reason: 'right-remains'; item: Refusable; law: string; article: string };

export type Decided = { ok: true; grounds: Ground[] } | { ok: false; problems: RefusalProblem[] };

/** What of the request the decision rests on. */
export type DecidedOn = Pick<Request, 'laws' | 'receivedOn' | 'rights' | 'refusals' | 'lang'>;

/** One right under one law that gives it. */
interface Claim {
  law: Law;
  right: Right;
}

/** What stands against the refusal of an item: every right it is about, under every law that gives it. */
function claimsOn(request: DecidedOn, item: Refusable): Claim[] {
  const rights = 'right' in item ? [item.right] : rightsToAnswer(request).filter((right) => actionOf(right) === item.pass);
  return lawsOf(request).flatMap((law) =>
    rights.filter((right) => grants(law, right, request.receivedOn)).map((right) => ({ law, right })),
  );
}

const isOpen = ({ rights, systems }: OpenParts, item: Refusable): boolean =>
  'right' in item ? rights.includes(item.right) : systems.some(({ pass, system }) => pass === item.pass && system === item.system);

/** The first thing wrong with one ground of an item. */
function groundProblem(claims: readonly Claim[], item: Refusable, ground: NamedGround): RefusalProblem | undefined {
  const own = claims.filter(({ law }) => law.id === ground.law);
  const prohibited = own.flatMap(({ law }) => prohibitionOf(law, ground.code) ?? []);
  if (prohibited[0] !== undefined) return { reason: 'prohibited', item, article: prohibited[0] };
  const known = own.some(({ law, right }) => exemptionOf(law, right, ground) !== undefined);
  return known ? undefined : { reason: 'ground-unknown', item, ground };
}

const allows = ({ law, right }: Claim, ground: NamedGround): boolean =>
  law.id === ground.law && exemptionOf(law, right, ground) !== undefined;

const appliesTo = (request: DecidedOn, item: Refusable, ground: NamedGround): boolean =>
  claimsOn(request, item).some((claim) => allows(claim, ground));

/** The same grounds for several items: each item takes those that its laws know for it, and those that none of the items could take. */
export function itemsOnGrounds(request: DecidedOn, items: readonly Refusable[], grounds: readonly NamedGround[]): RefusedItem[] {
  const taken = (ground: NamedGround): boolean => items.some((item) => appliesTo(request, item, ground));
  return items.map((item) => ({ ...item, grounds: grounds.filter((ground) => !taken(ground) || appliesTo(request, item, ground)) }));
}

function itemProblems(request: DecidedOn, open: OpenParts, item: RefusedItem): RefusalProblem[] {
  if (!isOpen(open, item)) return [{ reason: 'not-open', item }];
  if (item.grounds.length === 0) return [{ reason: 'no-ground', item }];
  const claims = claimsOn(request, item);
  const wrong = item.grounds.flatMap((ground) => groundProblem(claims, item, ground) ?? []);
  if (wrong.length > 0) return wrong;
  return claims
    .filter((claim) => !item.grounds.some((ground) => allows(claim, ground)))
    .map(({ law, right }) => ({ reason: 'right-remains', item, law: law.id, article: articleOf(law, right) ?? law.citation }));
}

/** The grounds of an item as they are recorded: each once for every law it counts under. */
function recorded(request: DecidedOn, item: RefusedItem): Ground[] {
  const about = 'right' in item ? { right: item.right } : { pass: item.pass, system: item.system };
  return item.grounds.map((ground) => {
    const { law, right } = claimsOn(request, item).find((claim) => allows(claim, ground))!;
    const exemption = exemptionOf(law, right, ground)!;
    const text = groundSentence(request.lang, ground.code) ?? ground.code;
    return { code: ground.code, law: citationOf(law, exemption), text, under: law.id, ...about };
  });
}

function wantsReason(request: DecidedOn, item: RefusedItem): boolean {
  return claimsOn(request, item).some(({ law, right }) =>
    item.grounds.some((ground) => {
      const exemption = ground.law === law.id ? exemptionOf(law, right, ground) : undefined;
      return exemption !== undefined && needsReason(law, right, exemption);
    }),
  );
}

/** Checks a decision and turns it into what is recorded. `reason` is what the person reads beside the grounds. */
export function decideRefusal(
  request: DecidedOn,
  { open, items, reason }: { open: OpenParts; items: readonly RefusedItem[]; reason: string },
): Decided {
  if (items.length === 0) return { ok: false, problems: [{ reason: 'nothing-chosen' }] };
  const problems = items.flatMap((item) => itemProblems(request, open, item));
  if (problems.length > 0) return { ok: false, problems };
  if (reason.trim() === '' && items.some((item) => wantsReason(request, item)))
    return { ok: false, problems: [{ reason: 'reason-needed' }] };
  return { ok: true, grounds: items.flatMap((item) => recorded(request, item)) };
}
