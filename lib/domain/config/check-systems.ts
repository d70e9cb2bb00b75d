/** Checks the systems against each other: the order of finding and erasing, and the identifiers they hand on. */
import type { SystemDeclaration } from '../configuration.ts';
import { findCycle } from './find-cycle.ts';
import { neededKinds, yieldedKinds } from './identifier-kinds.ts';
import type { ProblemList } from './problem-list.ts';

type Systems = Record<string, SystemDeclaration>;

/** Notes unknown names and circles. `known` also holds the names of systems that were malformed. */
export function checkOrder(systems: Systems, known: string[], problems: ProblemList): void {
  for (const side of ['findAfter', 'eraseAfter'] as const) {
    for (const [name, system] of Object.entries(systems)) {
      for (const [index, other] of system[side].entries()) {
        const at = problems.at(name, side, index);
        if (!known.includes(other)) at.add('an unknown system', `name one of: ${known.join(', ')}`);
        // Nobody asks it, so it tells nothing and there is nothing to wait for.
        if (systems[other]?.role === 'processor' && system.role !== 'processor') at.add('a system held for somebody else', 'remove it');
      }
    }
    const cycle = findCycle(Object.fromEntries(Object.entries(systems).map(([name, system]) => [name, system[side]])));
    if (cycle) problems.at(cycle[0]!, side).add(`a circle (${cycle.join(' -> ')})`, 'remove one of these');
  }
  checkBothOrders(systems, problems);
}

/** A deletion finds and erases a system in one wave: both orders must hold together. */
function checkBothOrders(systems: Systems, problems: ProblemList): void {
  const alone = (['findAfter', 'eraseAfter'] as const).some((side) =>
    findCycle(Object.fromEntries(Object.entries(systems).map(([name, system]) => [name, system[side]]))),
  );
  const cycle = findCycle(
    Object.fromEntries(Object.entries(systems).map(([name, { findAfter, eraseAfter }]) => [name, [...findAfter, ...eraseAfter]])),
  );
  if (cycle && !alone) problems.at(cycle[0]!, 'eraseAfter').add(`a circle with findAfter (${cycle.join(' -> ')})`, 'remove one of these');
}

function before(name: string, systems: Systems, seen = new Set<string>()): Set<string> {
  for (const other of systems[name]?.findAfter ?? []) {
    if (seen.has(other)) continue;
    seen.add(other);
    before(other, systems, seen);
  }
  return seen;
}

/** Notes identifiers that neither people nor systems asked earlier provide. */
export function checkIdentifiers(systems: Systems, asked: string[], problems: ProblemList): void {
  const given = new Set(['email', 'name', ...asked]);
  for (const [name, system] of Object.entries(systems)) {
    // What is held for somebody else is not asked.
    if (system.role === 'processor') continue;
    const earlier = [name, ...before(name, systems)].flatMap((other) => (systems[other] ? yieldedKinds(systems[other]) : []));
    for (const kind of neededKinds(system)) {
      if (given.has(kind) || earlier.includes(kind)) continue;
      const giver = Object.keys(systems).find((other) => yieldedKinds(systems[other]!).includes(kind));
      const remedy = giver
        ? `add ${giver} to \`findAfter\`, which yields it`
        : 'ask people for it under `identifiers`, or let a system yield it';
      problems.at(name).add(`an identifier nothing provides (${kind})`, remedy);
    }
    if (neededKinds(system).length === 0)
      problems.at(name).add('a system nobody can be found in', 'use an identifier in `match` or in the requests');
  }
}
