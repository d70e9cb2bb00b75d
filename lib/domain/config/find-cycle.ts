/** Finds a circle in things that wait for each other. */

/** The names of one circle, first name repeated at the end; undefined if there is none. */
export function findCycle(after: Record<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, trail: string[]): string[] | undefined => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of after[name] ?? []) {
      const cycle = visit(next, [...trail, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(after)) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
