/** What an audit found, each with its place. */

export type FindingKind =
  | 'checkpoint-missing'
  | 'checkpoint-not-readable'
  | 'checkpoint-not-signed'
  | 'checkpoint-of-another-log'
  | 'root-differs'
  | 'rolled-back'
  | 'history-rewritten'
  | 'tile-missing'
  | 'tile-differs'
  | 'bundle-missing'
  | 'bundle-not-readable'
  | 'bundle-differs'
  | 'receipt-differs'
  | 'receipt-beyond-the-log'
  | 'receipt-lost'
  | 'receipt-not-in-the-log'
  | 'receipts-not-in-order'
  | 'statement-missing'
  | 'statement-differs'
  | 'statement-not-readable'
  | 'batch-missing'
  | 'batch-differs'
  | 'batch-not-integrated'
  | 'previous-log-missing'
  | 'previous-log-differs';

export interface Finding {
  /** Origin of the log. */
  log: string;
  kind: FindingKind;
  /** A file of the log, or one that was given to the audit. */
  file?: string;
  /** The entry it is about, or the first of them. */
  index?: number;
  /** The last of several entries in a row. */
  last?: number;
}

/** In words: what is the case, after the place. */
export const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  'checkpoint-missing': 'is missing',
  'checkpoint-not-readable': 'holds no checkpoint',
  'checkpoint-not-signed': 'is not signed by the log',
  'checkpoint-of-another-log': 'is that of another log',
  'root-differs': 'signs another tree than the entries make',
  'rolled-back': 'shows more entries than the log has now: the log was set back',
  'history-rewritten': 'was signed over other entries than the log has now: its history was rewritten',
  'tile-missing': 'is missing',
  'tile-differs': 'is not what the entries make',
  'bundle-missing': 'is missing; entries from here on could not be checked',
  'bundle-not-readable': 'is not a bundle of hashes; entries from here on could not be checked',
  'bundle-differs': 'holds another entry than the tree',
  'receipt-differs': 'is not what the log holds at its place',
  'receipt-beyond-the-log': 'has a place that the log does not reach',
  'receipt-lost': 'is neither a receipt that is held, nor a statement, nor stated as erased: lost',
  'receipt-not-in-the-log': 'is not in the log',
  'receipts-not-in-order': 'is not in ascending order of places, or names a place twice',
  'statement-missing': 'is missing',
  'statement-differs': 'is not what the log holds at its place',
  'statement-not-readable': 'is not a statement',
  'batch-missing': 'is in no batch record',
  'batch-differs': 'is another one in its batch record',
  'batch-not-integrated': 'is in a batch that was passed over',
  'previous-log-missing': 'does not begin with the link to the log before it',
  'previous-log-differs': 'does not lead to the log before it as it is now',
};

/** What is listed; the rest is counted, so that a ruined log does not fill the memory. */
const LISTED = 1000;

/** Collects findings; entries in a row with the same fault are one. */
export class Findings {
  readonly all: Finding[] = [];
  more = 0;

  add(finding: Finding): void {
    const before = this.all.at(-1);
    const inRow = finding.file === undefined && before?.kind === finding.kind && before.log === finding.log;
    if (inRow && finding.index !== undefined && (before.last ?? before.index) === finding.index - 1) before.last = finding.index;
    else if (this.all.length < LISTED) this.all.push(finding);
    else this.more += 1;
  }
}

/** The place of a finding, for people. */
export function placeOf({ log, file, index, last }: Finding): string {
  const entries = index === undefined ? undefined : last === undefined ? `entry ${index}` : `entries ${index} to ${last}`;
  return [log, file, entries].filter((part) => part !== undefined).join(', ');
}
