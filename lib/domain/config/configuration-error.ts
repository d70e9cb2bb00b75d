/** The error a bad configuration file ends in: every problem at once, never a value. */

/** One thing that is wrong: where, what kind of value stands there, and what to do about it. */
export interface Problem {
  /** Dotted path in the configuration, e.g. `systems.shop.datasets.orders.columns.total`. */
  path: string;
  /** The class of the value found, never the value itself: a configuration may hold names and addresses. */
  found: string;
  remedy: string;
}

/** Thrown by `defineQuittance`; the message lists all problems, one a line. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError' as const;
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const lines = problems.map(({ path, found, remedy }) => `- ${path}: found ${found}; ${remedy}`);
    super(`The configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
