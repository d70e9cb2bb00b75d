/** Why the log must not go on: what it would sign could not be true. Nothing is signed, somebody has to look. */

export type LogFaultCode =
  /** A file is there with other bytes than it must have. */
  | 'file-differs'
  /** A file that must be there is not, or is not whole. */
  | 'file-missing'
  /** The tree's files do not lead to the root that was signed last. */
  | 'root-differs'
  /** The database knows less than what was published: it was rolled back. */
  | 'database-behind'
  /** What is published as the last checkpoint is not ours, or of another history. */
  | 'checkpoint-differs'
  /** The key service signed something that does not verify. */
  | 'signature-wrong';

/** Stops the log of a year. */
export class LogFault extends Error {
  override name = 'LogFault' as const;
  readonly code: LogFaultCode;
  /** The file it was found at. */
  readonly path: string;

  constructor(code: LogFaultCode, path: string) {
    super(`The log must not go on: ${code} at ${path}`);
    this.code = code;
    this.path = path;
  }
}
