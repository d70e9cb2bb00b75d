/** What one can do against a decision, as actions in Swedish. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('sv');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Gör det inom ${duration(within)}.`;
  return `Lämna in ett klagomål till tillsynsmyndigheten: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** One line per way, the nearest first. */
export function remedyLinesSv({ complaint, court, appeal, controller }: Remedies): string[] {
  return [
    'Svara på det här mejlet: en människa tittar på ärendet.',
    ...(appeal === undefined
      ? []
      : [
          `Begär omprövning: svara på det här mejlet och skriv att du begär omprövning. Någon som inte fattade det här beslutet svarar inom ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, eller upp till ${duration(appeal.extension)} senare om vi talar om varför`}.`,
        ]),
    ...(controller === undefined
      ? []
      : [
          `Lämna in ett klagomål till oss om hur vi har hanterat din begäran: svara på det här mejlet.${controller.acknowledgedWithin === undefined ? '' : ` Vi bekräftar ditt klagomål inom ${duration(controller.acknowledgedWithin)}.`}`,
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Gå till domstol.'] : []),
  ];
}
