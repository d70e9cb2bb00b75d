/** Memory of a process and everything it started, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

interface Entry {
  pid: number;
  parent: number;
  rssKib: number;
}

const field = (status: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);

function entryOf(pid: string): Entry[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return [{ pid: Number(pid), parent: field(status, 'PPid'), rssKib: field(status, 'VmRSS') }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** Resident memory of the process tree in MiB. */
export function treeMiB(root: number): number {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(entryOf);
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of entries) if (tree.has(parent)) tree.add(pid);
  }
  return entries.filter(({ pid }) => tree.has(pid)).reduce((sum, { rssKib }) => sum + rssKib, 0) / 1024;
}

/** Watches the tree; `end` says the most it ever held. */
export function watchPeak(root: () => number | undefined, everyMs = 250): { end(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    const pid = root();
    if (pid !== undefined) peak = Math.max(peak, treeMiB(pid));
  }, everyMs);
  return {
    end() {
      clearInterval(timer);
      return peak;
    },
  };
}
