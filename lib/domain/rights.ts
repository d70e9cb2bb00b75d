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

/** What the machine does for a right: hand out data, erase data, or have a person act. */
export type Action = 'export' | 'erase' | 'act';

const ACTIONS: Record<Right, Action> = {
  access: 'export',
  portability: 'export',
  erasure: 'erase',
  rectification: 'act',
  restriction: 'act',
  objection: 'act',
  'opt-out': 'act',
  'opt-out-of-sale': 'act',
  'opt-out-of-targeted-ads': 'act',
  'opt-out-of-profiling': 'act',
  limit: 'act',
  'withdraw-consent': 'act',
  appeal: 'act',
  complaint: 'act',
};

/**
 * Rights for which the law forbids or does not need an identity check: opt-out and limit
 * ("shall not be required to verify" 11 CCR 7026(d), 7027(e)), objection to marketing (Art. 21(3) GDPR),
 * withdrawal of consent ("as easy to withdraw as to give" Art. 7(3) GDPR), and remedies.
 */
const WITHOUT_VERIFICATION: ReadonlySet<Right> = new Set<Right>([
  'objection',
  'opt-out',
  'opt-out-of-sale',
  'opt-out-of-targeted-ads',
  'opt-out-of-profiling',
  'limit',
  'withdraw-consent',
  'complaint',
]);

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
  return (['act', 'export', 'erase'] as const).filter((action) => wanted.has(action));
}

/** True if at least one of the rights may only be answered to a verified person. */
export function needsVerification(rights: readonly Right[]): boolean {
  return rights.some((right) => !WITHOUT_VERIFICATION.has(right));
}
