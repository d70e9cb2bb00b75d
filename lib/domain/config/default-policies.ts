/** The policies of a deployment that does not say otherwise. */
import type { Policies, Reminder } from '../configuration.ts';
import type { ConfigurationInput } from './configuration-input.ts';

export const DEFAULT_POLICIES: Policies = {
  downloadDays: 30,
  paperDays: 30,
  recordYears: 3,
  lateChoiceWorkingDays: 5,
  // Part of a copy is better than none; half a deletion must not look like a whole one.
  interimWhenLate: { export: true, erase: false },
  silenceDays: 5,
  backupDays: 35,
  // Without it the date is the earlier one.
  optionalPauses: false,
  targetDays: 3,
  // Who is reminded depends on who is there: `defaultReminders`.
  reminders: [],
  partBytes: 2 * 1024 ** 3,
};

/** Ten days before the date whoever watches over data protection, three days before it the company itself. */
export function defaultReminders({
  dataProtectionOfficer,
  controller,
}: Pick<ConfigurationInput, 'dataProtectionOfficer' | 'controller'>): Reminder[] {
  return [
    { daysBefore: 10, to: [dataProtectionOfficer?.email ?? controller.email] },
    { daysBefore: 3, to: [controller.email] },
  ];
}
