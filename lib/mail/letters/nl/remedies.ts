/** What one can do against a decision, as actions in Dutch. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('nl');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Doe dat binnen ${duration(within)}.`;
  return `Dien een klacht in bij de toezichthoudende autoriteit: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** One line per way, the nearest first. */
export function remedyLinesNl({ complaint, court, appeal, controller }: Remedies): string[] {
  return [
    'Antwoord op deze e-mail: een medewerker bekijkt de zaak.',
    ...(appeal === undefined
      ? []
      : [
          `Vraag om heroverweging: antwoord op deze e-mail en schrijf dat u om heroverweging vraagt. Iemand die deze beslissing niet heeft genomen, antwoordt binnen ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, of ten hoogste ${duration(appeal.extension)} later als wij u laten weten waarom`}.`,
        ]),
    ...(controller === undefined
      ? []
      : [
          `Dien bij ons een klacht in over de manier waarop wij met uw verzoek zijn omgegaan: antwoord op deze e-mail.${controller.acknowledgedWithin === undefined ? '' : ` Wij bevestigen de ontvangst van uw klacht binnen ${duration(controller.acknowledgedWithin)}.`}`,
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Ga naar de rechter.'] : []),
  ];
}
