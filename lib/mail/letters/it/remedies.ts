/** What one can do against a decision, as actions in Italian. */
import { refusalIt } from '../../../receipts/sentences/it/refusal.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalIt;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Lo faccia entro ${duration(within)}.`;
  return `Proponga reclamo all'autorità di controllo: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** One line per way, the nearest first. */
export function remedyLinesIt({ complaint, court, appeal, controller }: Remedies): string[] {
  return [
    'Risponda a questa e-mail: una persona esaminerà il caso.',
    ...(appeal === undefined
      ? []
      : [
          `Chieda un riesame: risponda a questa e-mail e dica che chiede un riesame. Qualcuno che non ha preso questa decisione risponde entro ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, o fino a ${duration(appeal.extension)} più tardi se Le diciamo perché`}.`,
        ]),
    ...(controller === undefined
      ? []
      : [
          `Presenti a noi un reclamo su come abbiamo trattato la Sua richiesta: risponda a questa e-mail.${controller.acknowledgedWithin === undefined ? '' : ` Confermiamo il Suo reclamo entro ${duration(controller.acknowledgedWithin)}.`}`,
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Si rivolga al giudice.'] : []),
  ];
}
