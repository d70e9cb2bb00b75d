/** Goes through the entries of a log once, with everything beside them that has a say on them. */
import { BatchWalk } from './batch-walk.ts';
import { entriesOf } from './entries.ts';
import type { OpenLog, SeenRoot } from './head.ts';
import { type Accounting, type EntryCounts, RollWalk } from './roll-walk.ts';
import { TreeWalk } from './tree-walk.ts';

/** What is known of a log besides its files. */
type Known = Omit<Accounting, 'log'> & {
  /** Ascending by size. */
  seen: readonly SeenRoot[];
};

export class LogWalk {
  readonly #log: OpenLog;
  readonly #known: Known;
  readonly #tree: TreeWalk;
  readonly #batches: BatchWalk | undefined;
  readonly #rolls: RollWalk;
  /** How many of the roots seen are behind. */
  #compared = 0;

  private constructor(log: OpenLog, known: Known, rolls: RollWalk) {
    const { origin, source } = log;
    this.#log = log;
    this.#known = known;
    this.#tree = new TreeWalk(log, known.findings);
    this.#batches = source.batches && new BatchWalk(source.batches(), { log: origin, ...known });
    this.#rolls = rolls;
  }

  static async open(log: OpenLog, known: Known): Promise<LogWalk> {
    return new LogWalk(log, known, await RollWalk.open({ log: log.origin, ...known }));
  }

  get counts(): EntryCounts {
    return this.#rolls.counts;
  }

  /** `progress` is told how many entries are behind. */
  async run(progress: (done: number) => void): Promise<void> {
    const { source, origin, size } = this.#log;
    progress(0);
    for await (const bundle of entriesOf(source.read, size)) {
      if (Array.isArray(bundle)) await this.#bundle(bundle);
      else this.#known.findings.add({ log: origin, ...bundle });
      progress(this.#tree.size);
    }
    if (this.#tree.size === size) await this.#end();
    await this.#compareRoots(size);
    await this.#signedRoot();
    for (const { name } of this.#known.seen.slice(this.#compared))
      this.#known.findings.add({ log: origin, kind: 'rolled-back', file: name });
  }

  /** In parts: up to every size at which there is something to compare. */
  async #bundle(entries: readonly Uint8Array[]): Promise<void> {
    for (let rest = entries; rest.length > 0;) {
      const from = this.#tree.size;
      await this.#batches?.advance(from);
      const stop = Math.min(this.#batches?.stopAfter(from) ?? Infinity, this.#known.seen[this.#compared]?.size ?? Infinity);
      const part = rest.slice(0, Math.max(1, stop - from));
      rest = rest.slice(part.length);
      await this.#tree.grow(part);
      const ended = this.#batches?.match(from, part) ?? false;
      await this.#rolls.match(from, part);
      if (ended) await this.#tree.compareUnfinished();
      await this.#compareRoots(this.#tree.size);
    }
  }

  /** The last files, and what lies behind the last entry. */
  async #end(): Promise<void> {
    await this.#tree.compareUnfinished();
    const pending = (await this.#batches?.rest(this.#log.size)) ?? this.#log.size;
    await this.#rolls.rest(pending);
  }

  /** Compares the roots that were signed for sizes up to this one. */
  async #compareRoots(upTo: number): Promise<void> {
    const { seen, findings } = this.#known;
    for (let next = seen[this.#compared]; next !== undefined && next.size <= upTo; next = seen[this.#compared]) {
      const now = await this.#tree.root(next.size);
      if (now !== undefined && Buffer.compare(now, next.root) !== 0)
        findings.add({ log: this.#log.origin, kind: 'history-rewritten', file: next.name });
      this.#compared += 1;
    }
  }

  async #signedRoot(): Promise<void> {
    const { origin, size, root } = this.#log;
    const now = await this.#tree.root(size);
    if (now !== undefined && Buffer.compare(now, root) !== 0)
      this.#known.findings.add({ log: origin, kind: 'root-differs', file: 'checkpoint' });
  }
}
