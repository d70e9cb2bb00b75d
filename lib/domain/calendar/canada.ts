/** Holidays of Canada: Interpretation Act, R.S.C. 1985, c. I-21, s. 35(1), and for Quebec its own, CQLR c. I-16, s. 61(23). */
import { afterEaster, during, fixed, mondayOf, moved, observed, weekdayBefore, type RulesByPlace } from './holiday-rules.ts';

const MONDAY_BEFORE_25_MAY = { month: 5, day: 25, weekday: 1 };
/** Holidays Act, R.S.C. 1985, c. H-5, s. 2: 2 July if 1 July is a Sunday. Quebec's act says the same. */
const sundayToMonday = moved({ sunday: 1 });

/** Rules by place; Quebec's act names fewer days, so it does not add to the federal list. */
export const CANADA: RulesByPlace = {
  CA: [
    fixed("New Year's Day", 1, 1),
    afterEaster('Good Friday', -2),
    afterEaster('Easter Monday', 1),
    weekdayBefore('Victoria Day', MONDAY_BEFORE_25_MAY),
    observed(fixed('Canada Day', 7, 1), sundayToMonday),
    mondayOf('Labour Day', 9, 1),
    // S.C. 2021, c. 11.
    during(fixed('National Day for Truth and Reconciliation', 9, 30), { since: 2021 }),
    // By the proclamation of 1957.
    mondayOf('Thanksgiving Day', 10, 2),
    fixed('Remembrance Day', 11, 11),
    fixed('Christmas Day', 12, 25),
  ],
  'CA-QC': [
    fixed("Jour de l'An", 1, 1),
    afterEaster('Vendredi saint', -2),
    afterEaster('Lundi de Pâques', 1),
    weekdayBefore('Journée nationale des patriotes', MONDAY_BEFORE_25_MAY),
    fixed('Fête nationale', 6, 24),
    observed(fixed('Fête du Canada', 7, 1), sundayToMonday),
    mondayOf('Fête du Travail', 9, 1),
    mondayOf('Action de grâces', 10, 2),
    fixed('Noël', 12, 25),
  ],
};
