/** What one can do against a decision, as actions in Dutch. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('nl');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Doe dat binnen ${duration(within)}.`;
  return `Dien een klacht in bij de toezichthoudende autoriteit: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'antwoord op deze e-mail en schrijf', paper: 'schrijf ons' };

/** One line per way, the nearest first. */
export function remedyLinesNl({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Antwoord op deze e-mail: een medewerker bekijkt de zaak.', paper: 'Schrijf ons: een medewerker bekijkt de zaak.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Vraag om heroverweging: ${answer} dat u om heroverweging vraagt. Iemand die deze beslissing niet heeft genomen, antwoordt binnen ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, of ten hoogste ${duration(appeal.extension)} later als wij u laten weten waarom`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            { text: 'antwoord op deze e-mail', paper: 'schrijf ons' },
            (answer) =>
              `Dien bij ons een klacht in over de manier waarop wij met uw verzoek zijn omgegaan: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Wij bevestigen de ontvangst van uw klacht binnen ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Ga naar de rechter.'] : []),
  ];
}
