/** The acts offered on a request: each possible, or impossible for a reason in words; never hidden. */
import { html } from 'hono/html';
import type { Act } from '../../domain/request-can.ts';
import { requestCan } from '../../domain/request-can.ts';
import { isClosed, isUnsorted, type Request } from '../../domain/request.ts';
import { button, buttonLink } from '../ui/button.ts';
import type { Content, Markup } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { extensionHindrance } from './due-date.ts';
import { neededInWords } from './labels.ts';
import { MAY, mayDo, type StaffAct } from './may.ts';
import { staffPath } from './paths.ts';

/** Acts of the domain that staff do, and the act of the roles table each one needs. */
const OFFERED = {
  verify: 'confirm-identity',
  'decide-review': 'decide-review',
  'choose-late': 'choose-late',
  extend: 'choose-late',
  refuse: 'refuse',
  ask: 'ask-person',
  write: 'write-person',
  answer: 'record-answer',
  resume: 'resume',
  withdraw: 'withdraw',
} as const satisfies Partial<Record<Act, StaffAct>>;

type OfferedAct = keyof typeof OFFERED;

/** Why the act is not possible now for this member of staff, in words; undefined if it is. */
function hindrance(desk: Desk, request: Request, act: OfferedAct): string | undefined {
  const { objections, mail, request: texts } = desk.words;
  const extension = act === 'extend' ? extensionHindrance(desk, request) : undefined;
  if (extension !== undefined) return extension;
  const permission = requestCan(request, act);
  if (!permission.ok) return isUnsorted(request) && !isClosed(request) ? mail.sortFirst : objections[permission.reason];
  if (act === 'decide-review' && reviewTask(request) === undefined) return texts.noReviewTask;
  const needed = OFFERED[act];
  return mayDo(desk.staff, needed) ? undefined : texts.roleNeeded(neededInWords(desk, MAY[needed]));
}

function reviewTask(request: Request): string | undefined {
  return request.tasks.find((task) => task.kind === 'review')?.taskId;
}

function pathOf(request: Request, act: OfferedAct): string {
  const paths: Record<OfferedAct, () => string> = {
    verify: () => staffPath.identity(request.id),
    'decide-review': () => staffPath.review(request.id, reviewTask(request) ?? ''),
    'choose-late': () => staffPath.late(request.id),
    extend: () => staffPath.late(request.id, { choice: 'extend' }),
    refuse: () => staffPath.refuse(request.id),
    ask: () => staffPath.ask(request.id),
    write: () => staffPath.write(request.id),
    answer: () => staffPath.answer(request.id),
    resume: () => staffPath.resume(request.id),
    withdraw: () => staffPath.withdraw(request.id),
  };
  return paths[act]();
}

function offer(desk: Desk, request: Request, act: OfferedAct): Content {
  const text = desk.words.request.actLabels[act];
  const reason = hindrance(desk, request, act);
  const control =
    reason === undefined
      ? buttonLink({ text, href: pathOf(request, act), look: 'secondary' })
      : button({ text, look: 'secondary', id: `act-${act}`, disabledReason: reason });
  return html`<li>${control}</li>`;
}

/** All acts as a list. */
export function actList(desk: Desk, request: Request): Markup {
  return html`<ul class="acts">${(Object.keys(OFFERED) as OfferedAct[]).map((act) => offer(desk, request, act))}</ul>`;
}
