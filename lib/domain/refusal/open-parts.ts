/** What of a request can still be refused: rights that were not answered, and systems whose part was not done. */
import { lastDelivery, type Request } from '../request.ts';
import { rightsToAnswer } from '../plan.ts';
import type { Ground } from '../request-events.ts';
import { actionOf, type Right } from '../rights.ts';

/** A pass in which machines ask systems. */
export type SystemPass = 'export' | 'erase';

export interface OpenSystem {
  pass: SystemPass;
  system: string;
}

export interface OpenParts {
  rights: Right[];
  systems: OpenSystem[];
}

/** A system that is left out, as its outcome says it. */
interface Refused {
  reason: string;
  grounds: Ground[];
}

/** The parts of the request that these depend on. */
type Asked = Pick<Request, 'rights' | 'refusals' | 'deliveries' | 'outcomes'>;

/** Decided and remedied on pages of their own. */
const DECIDED_ELSEWHERE: readonly Right[] = ['appeal', 'complaint'];

/** How far a system is in a pass. */
export interface Progress {
  system: string;
  pass: string;
  phase: string;
  outcome?: string | undefined;
}

export interface Systems {
  /** Those of the configuration. */
  configured: readonly string[];
  progress: readonly Progress[];
}

/** Erasure cannot be undone: from its beginning on it would be untrue to say that it was refused. */
function erasureBegun({ pass, phase, outcome = '' }: Progress): boolean {
  return pass === 'erase' && (phase === 'erase' || phase === 'verify' || outcome === 'deleted' || outcome === 'retained');
}

/** A right once answered, even in part, cannot be refused as a whole any more. */
function isOpen(request: Asked, right: Right, { progress }: Systems): boolean {
  const pass = actionOf(right);
  const begun = pass === 'erase' && progress.some(erasureBegun);
  const byHand = request.refusals.some((refusal) => refusal.pass === pass);
  return lastDelivery(request, pass) === undefined && !begun && !byHand;
}

/** Refused systems of a pass. */
function refusedSystems({ refusals }: Pick<Request, 'refusals'>, pass: string): string[] {
  return refusals.flatMap(({ systems = [] }) => systems.filter((one) => one.pass === pass).map(({ system }) => system));
}

/** What the person reads beside a refused system, and the grounds; undefined if nobody refused it. */
export function refusalOf(
  { refusals }: Pick<Request, 'refusals'>,
  { pass, system }: { pass: string; system: string },
): Refused | undefined {
  const refusal = refusals.find(({ systems = [] }) => systems.some((one) => one.pass === pass && one.system === system));
  if (refusal === undefined) return undefined;
  const grounds = refusal.grounds.filter((ground) => ground.pass === pass && ground.system === system);
  const sentences = [...new Set(grounds.map(({ text }) => text)), refusal.reason ?? ''].filter((text) => text !== '');
  return { reason: sentences.join(' '), grounds };
}

function openSystems(request: Asked, pass: SystemPass, { configured, progress }: Systems): OpenSystem[] {
  const wanted = rightsToAnswer(request).some((right) => actionOf(right) === pass);
  const last = lastDelivery(request, pass);
  if (!wanted || last?.outstanding.length === 0) return [];
  const settled = request.outcomes
    .filter((outcome) => outcome.pass === pass && outcome.outcome !== 'outstanding')
    .map(({ system }) => system);
  const begun = progress.filter((one) => one.pass === pass && erasureBegun(one)).map(({ system }) => system);
  const closed = [...settled, ...begun, ...refusedSystems(request, pass)];
  return (last?.outstanding ?? configured).filter((system) => !closed.includes(system)).map((system) => ({ pass, system }));
}

/** All that can be refused now. */
export function openParts(request: Asked, systems: Systems): OpenParts {
  const rights = rightsToAnswer(request).filter((right) => !DECIDED_ELSEWHERE.includes(right) && isOpen(request, right, systems));
  return { rights, systems: (['export', 'erase'] as const).flatMap((pass) => openSystems(request, pass, systems)) };
}
