/** What one can do against a decision, as actions in Italian. */
import { refusalIt } from '../../../receipts/sentences/it/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalIt;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Lo faccia entro ${duration(within)}.`;
  return `Proponga reclamo all'autorità di controllo: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'risponda a questa e-mail', paper: 'ci scriva' };

/** One line per way, the nearest first. */
export function remedyLinesIt({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Risponda a questa e-mail: una persona esaminerà il caso.', paper: 'Ci scriva: una persona esaminerà il caso.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Chieda un riesame: ${answer} e dica che chiede un riesame. Qualcuno che non ha preso questa decisione risponde entro ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, o fino a ${duration(appeal.extension)} più tardi se Le diciamo perché`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Presenti a noi un reclamo su come abbiamo trattato la Sua richiesta: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Confermiamo di aver ricevuto il Suo reclamo entro ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Si rivolga al giudice.'] : []),
  ];
}
