/** Which systems are asked in which order, and what comes next when a part is done. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from './configuration.ts';
import { type Delivery, lastDelivery, openQuestions, refusedRights, type Request } from './request.ts';
import type { RequestEvent } from './request-events.ts';
import { type Action, actionOf, byHand, passesOf, type Right } from './rights.ts';

/** Days before the due date at which a deletion begins even if nobody has fetched the copy. */
const DAYS_TO_ERASE = 3;

/**
 * One stretch of the machine: a pass in a round over waves of systems. Round 2 and later repeat what was outstanding. The pass
 * `none` tells a refusal; its round is the number of refusals told when it is over.
 */
export interface Stage {
  pass: Action | 'none';
  round: number;
  waves: string[][];
}

export type Next =
  | ({ next: 'stage' } & Stage)
  | { next: 'verify' | 'await-answer' }
  | { next: 'await-fetch'; then: Stage }
  | { next: 'end' };

/** Sorts systems into waves so that each comes after those it waits for. Throws TypeError naming those that wait in a circle. */
export function wavesOf(systems: readonly string[], after: (system: string) => readonly string[]): string[][] {
  const waves: string[][] = [];
  const placed = new Set<string>();
  while (placed.size < systems.length) {
    const wave = systems.filter(
      (system) => !placed.has(system) && after(system).every((other) => placed.has(other) || !systems.includes(other)),
    );
    if (wave.length === 0) {
      throw new TypeError(`Systems wait for each other in a circle: ${systems.filter((system) => !placed.has(system)).join(', ')}`);
    }
    for (const system of wave) placed.add(system);
    waves.push(wave);
  }
  return waves;
}

/** The order for one pass: identifiers must be learnt first; for a deletion the declared erase order counts too. What is held for others is theirs to answer. */
export function planWaves(configuration: Configuration, pass: Action): string[][] {
  const { systems } = configuration;
  const own = Object.keys(systems).filter((name) => systems[name]!.role !== 'processor');
  return wavesOf(own, (name) => {
    const { findAfter, eraseAfter } = systems[name]!;
    return pass === 'erase' ? [...findAfter, ...eraseAfter] : findAfter;
  });
}

/**
 * The next wave of a stage and its number (from 1): systems that have no recorded outcome yet. Told by the outcomes and
 * not by counting waves, so that a system which a deployment adds in the middle of a pass is not missed.
 */
export function nextWave(stage: Stage, events: readonly RequestEvent[]): { wave: number; systems: string[] } {
  const done = events.filter((event) => event.type === 'wave-done' && event.data.pass === stage.pass && event.data.round === stage.round);
  const answered = new Set(done.flatMap((event) => (event.type === 'wave-done' ? event.data.outcomes.map(({ system }) => system) : [])));
  const left = stage.waves.map((wave) => wave.filter((system) => !answered.has(system))).find((wave) => wave.length > 0);
  return { wave: done.length + 1, systems: left ?? [] };
}

/** The waves of a pass in a round: all systems at first, later those that were outstanding at the last delivery. */
export function stageFor(configuration: Configuration, request: Request, { pass, round }: { pass: Action; round: number }): Stage {
  if (byHand(pass)) return { pass, round, waves: [] };
  const waves = planWaves(configuration, pass);
  if (round === 1) return { pass, round, waves };
  const before = request.deliveries.find((delivery) => delivery.pass === pass && delivery.round === round - 1);
  const left = before?.outstanding ?? [];
  // A system that was taken out of the configuration meanwhile fails and becomes a person's task: left out here it would
  // stay outstanding, and round after round an empty supplement would be mailed.
  const gone = left.filter((system) => !waves.flat().includes(system));
  return {
    pass,
    round,
    waves: [...waves.map((wave) => wave.filter((system) => left.includes(system))), gone].filter((wave) => wave.length > 0),
  };
}

/** What an appeal granted and a person has to do is a round of its own, after the one that told the decision. */
function leftByHand({ appealDecision }: Request, { pass, round }: Delivery): boolean {
  return pass === 'act' && round === 1 && (appealDecision?.rights ?? []).some((right) => actionOf(right) === 'act');
}

function openStage(configuration: Configuration, request: Request, pass: Action): Stage | undefined {
  const last = lastDelivery(request, pass);
  if (last && last.outstanding.length === 0 && !leftByHand(request, last)) return undefined;
  return stageFor(configuration, request, { pass, round: (last?.round ?? 0) + 1 });
}

/** Refusals of rights that the person has not been told yet. */
function untoldRefusal({ refusals, deliveries }: Request): Stage | undefined {
  const whole = refusals.filter(({ rights }) => rights !== undefined).length;
  const told = deliveries.findLast(({ pass }) => pass === 'none')?.round ?? 0;
  return whole > told ? { pass: 'none', round: whole, waves: [] } : undefined;
}

/** Rights that are still to be answered by doing what was asked. */
export function rightsToAnswer(request: Pick<Request, 'rights' | 'refusals'>): Right[] {
  const refused = refusedRights(request);
  return request.rights.filter((right) => !refused.includes(right));
}

/** What has to come before a stage begins: who asks must be known, and what they were asked must be answered. */
function before(request: Request, stage: Stage): Next | undefined {
  if (stage.pass === 'at-once') return undefined;
  if (request.verifiedAt === undefined) return { next: 'verify' };
  if (stage.pass !== 'act' && openQuestions(request).length > 0) return { next: 'await-answer' };
  // Nothing is erased before the package has been fetched, its window has ended, or the person waived it.
  const handedOut = lastDelivery(request, 'export') !== undefined;
  const held = stage.pass === 'erase' && stage.round === 1 && handedOut && request.fetchEnded === undefined;
  return held ? { next: 'await-fetch', then: stage } : undefined;
}

/** The passes of a request; an appeal is decided, and the decision told, before anything it grants. */
function inOrder(request: Request): Action[] {
  const passes = passesOf(rightsToAnswer(request));
  return request.appealOf === undefined ? passes : passes.toSorted((a, b) => Number(b === 'act') - Number(a === 'act'));
}

/**
 * What the machine does next, told by the events alone: so a step that runs twice, or an execution that is started again,
 * goes on where the request stands. What is refused is told at once and keeps nothing else waiting.
 */
export function nextStage(configuration: Configuration, request: Request): Next {
  const refusal = untoldRefusal(request);
  if (refusal !== undefined) return { next: 'stage', ...refusal };
  for (const pass of inOrder(request)) {
    const stage = openStage(configuration, request, pass);
    if (stage !== undefined) return before(request, stage) ?? { next: 'stage', ...stage };
  }
  return { next: 'end' };
}

/**
 * Until when a deletion waits for the download: the end of the window, but never so long that the deletion would be
 * late. The package itself stays available for its whole window.
 */
export function holdUntil(request: Request, window: string = lastDelivery(request, 'export')?.until ?? request.dueOn): string {
  const latest = Temporal.PlainDate.from(request.dueOn).subtract({ days: DAYS_TO_ERASE }).toString();
  return window < latest ? window : latest;
}
