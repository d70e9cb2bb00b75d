/** What one can do against a decision, as actions in French. */
import { refusalFr } from '../../../receipts/sentences/fr/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalFr;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Faites-le dans un délai de ${duration(within)}.`;
  return `Introduisez une réclamation auprès de l'autorité de contrôle : ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'répondez à cet e-mail', paper: 'écrivez-nous' };

/** One line per way, the nearest first. */
export function remedyLinesFr({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Répondez à cet e-mail : une personne examinera votre cas.', paper: 'Écrivez-nous : une personne examinera votre cas.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Formez un recours : ${answer} en indiquant que vous formez un recours. Une personne qui n'a pas pris cette décision répond dans un délai de ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, ou jusqu'à ${duration(appeal.extension)} plus tard si nous vous disons pourquoi`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Adressez-nous une réclamation sur la façon dont nous avons traité votre demande : ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Nous confirmons la réception de votre réclamation dans un délai de ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Saisissez un tribunal.'] : []),
  ];
}
