/** What a lint found wrong: where it stands, why it is wrong, and what to do about it. */

export interface Fault {
  /** The rule's name, as the report of the synthesis shows it. */
  rule: string;
  /** Path of the member: `States.deliver.Assign.wave`. */
  at: string;
  message: string;
  /** What to do. */
  fix: string;
}

/** A fault as one line. */
export const faultLine = ({ at, message, fix }: Fault): string => `${at}: ${message}. ${fix}.`;
