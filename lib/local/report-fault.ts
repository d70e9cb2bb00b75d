/** Says on stderr what went wrong where nobody is left to hand an error to. */

/** Writes one line, and the stack of an error. Messages name functions and actions, never data. */
export function reportFault(message: string, error?: unknown): void {
  const detail = error instanceof Error ? `: ${error.stack ?? error.message}` : '';
  process.stderr.write(`${message}${detail}\n`);
}
