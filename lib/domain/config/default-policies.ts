/** The policies of a deployment that does not say otherwise. */
import type { Policies } from '../configuration.ts';

export const DEFAULT_POLICIES: Policies = {
  downloadDays: 30,
  recordYears: 3,
  lateChoiceWorkingDays: 5,
  // Part of a copy is better than none; half a deletion must not look like a whole one.
  interimWhenLate: { export: true, erase: false },
  silenceDays: 5,
  backupDays: 35,
  // Without it the date is the earlier one.
  optionalPauses: false,
  partBytes: 2 * 1024 ** 3,
};
