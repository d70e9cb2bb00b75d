/** Values that a law forbids to show, even to the person they are about: that we hold one is said instead. */
import { fullCite, type Law } from './law.ts';

/**
 * The categories of the data map that stand for what laws list. Categories are the company's own words everywhere else; a column
 * of one of these is named and never shown to those whom such a law protects.
 */
const CATEGORIES: Readonly<Record<string, string>> = {
  'social security number': 'social-security-number',
  "driver's licence or other government id": 'government-id',
  'financial account number': 'financial-account',
  'health insurance or medical id': 'health-id',
  'account password': 'password',
  'security questions and answers': 'security-question',
  'unique biometric data': 'biometric',
};

/** The category that stands for a value as a law lists it; undefined if there is none. */
export function categoryOf(value: string): string | undefined {
  return CATEGORIES[value];
}

/** Articles of the laws that forbid to show values of a category. */
export function articlesAgainst(laws: readonly Law[], category: string): string[] {
  return laws.flatMap((law) => {
    const { neverDisclose: never } = law;
    return never?.values.some((value) => categoryOf(value) === category) ? [fullCite(law, never.cite)] : [];
  });
}
