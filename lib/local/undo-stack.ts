/** What was started, in order, so that it can be ended in reverse. */

/** Steps that undo; running it twice runs each once. */
export class UndoStack {
  readonly #steps: (() => Promise<void>)[] = [];

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Every step runs, whatever happens to the others; the first fault is thrown at the end. */
  async run(): Promise<void> {
    const faults: unknown[] = [];
    for (const step of this.#steps.splice(0).toReversed()) await step().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
  }
}
