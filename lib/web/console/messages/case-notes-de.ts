/** What staff read about brands, what was passed on, and what the product noticed, in German. */
import type { caseNotesEn } from './case-notes-en.ts';

export const caseNotesDe: typeof caseNotesEn = {
  countryDiffers: (country) =>
    `Gesendet wurde er aus ${country}, soweit das Netz es weiß. Das ist nur ein Hinweis für Sie und hält nichts auf.`,
  brand: 'Marke',
  passedOn: 'Weitergegeben',
  passedOnTo: ({ to, held, on }) => `${held}: am ${on} an ${to}; von dort muss die Antwort kommen`,
  notes: {
    duplicate: 'Dasselbe ist schon offen',
    'country-differs': 'Das angegebene und das beobachtete Land weichen voneinander ab',
  },
};
