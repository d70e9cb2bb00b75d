/** What one can do against a decision, as actions in Spanish. */
import { refusalEs } from '../../../receipts/sentences/es/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalEs;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Hágalo en un plazo de ${duration(within)}.`;
  return `Presente una reclamación ante la autoridad de control: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'responda a este correo', paper: 'escríbanos' };

/** One line per way, the nearest first. */
export function remedyLinesEs({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Responda a este correo: una persona examinará el caso.', paper: 'Escríbanos: una persona examinará el caso.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Presente un recurso: ${answer} y diga que recurre. Alguien que no tomó esta decisión responderá en un plazo de ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, o hasta ${duration(appeal.extension)} más tarde si le decimos por qué`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Preséntenos una reclamación sobre cómo hemos tratado su solicitud: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Confirmaremos la recepción de su reclamación en un plazo de ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Acuda a los tribunales.'] : []),
  ];
}
