/** The rights a person can ask for: the one vocabulary used in the API, events, configuration and screens. */

export const RIGHTS = [
  'access',
  'portability',
  'erasure',
  'rectification',
  'restriction',
  'objection',
  'opt-out',
  'opt-out-of-sale',
  'opt-out-of-targeted-ads',
  'opt-out-of-profiling',
  'limit',
  'withdraw-consent',
  'appeal',
  'complaint',
] as const;

export type Right = (typeof RIGHTS)[number];

/**
 * What the machine does for a right: hand out data, erase data, or have a person act; `at-once` is an act for which nobody may
 * be asked who they are, so it does not wait for the confirmation that another right of the same request needs.
 */
export type Action = 'at-once' | 'act' | 'export' | 'erase';

/**
 * `at-once` where the law forbids or does not need an identity check: opt-out and limit ("shall not be required to verify"
 * 11 CCR 7026(d), 7027(e)), objection to marketing (Art. 21(3) GDPR), withdrawal of consent ("as easy to withdraw as to give"
 * Art. 7(3) GDPR), and complaints.
 */
const ACTIONS: Record<Right, Action> = {
  access: 'export',
  portability: 'export',
  erasure: 'erase',
  rectification: 'act',
  restriction: 'act',
  objection: 'at-once',
  'opt-out': 'at-once',
  'opt-out-of-sale': 'at-once',
  'opt-out-of-targeted-ads': 'at-once',
  'opt-out-of-profiling': 'at-once',
  limit: 'at-once',
  'withdraw-consent': 'at-once',
  appeal: 'act',
  complaint: 'at-once',
};

/** True if the string is one of the right codes. */
export function isRight(value: string): value is Right {
  return (RIGHTS as readonly string[]).includes(value);
}

/** What has to be done for the right. */
export function actionOf(right: Right): Action {
  return ACTIONS[right];
}

/** The passes a request runs through, in order: nothing is erased before what was asked for has been handed out. */
export function passesOf(rights: readonly Right[]): Action[] {
  const wanted = new Set(rights.map(actionOf));
  return (['at-once', 'act', 'export', 'erase'] as const).filter((action) => wanted.has(action));
}

/** True if a person does it, not a machine. */
export function byHand(action: Action): action is 'at-once' | 'act' {
  return action === 'at-once' || action === 'act';
}

/** True if at least one of the rights may only be answered to a verified person. */
export function needsVerification(rights: readonly Right[]): boolean {
  return rights.some((right) => actionOf(right) !== 'at-once');
}
