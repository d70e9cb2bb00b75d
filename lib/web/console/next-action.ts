/** What somebody should do next with a request, on top of its page. */
import { html } from 'hono/html';
import type { OpenTask, Request } from '../../domain/request.ts';
import { isClosed, openQuestions } from '../../domain/request.ts';
import { STAFF_TASKS, type StaffTaskKind } from '../../domain/request-events.ts';
import { decisionWait } from '../../steps/decide-appeal.ts';
import type { BannerTone } from '../ui/banner.ts';
import { banner } from '../ui/banner.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { causeInWords, faultInWords, instant, stepInWords, systemInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import type { BoardRow } from './port.ts';

/** "A system failed: Shop". The task of an appeal is its decision. */
export function taskTitle(desk: Desk, task: OpenTask, of: Pick<BoardRow, 'id' | 'receivedAt' | 'appealOf'>): string {
  if (of.appealOf !== undefined && task.taskId === decisionWait(of)) return desk.words.appeal.task;
  const kind = desk.words.taskKinds[task.kind];
  return task.system === undefined ? kind : `${kind}: ${systemInWords(desk, task.system)}`;
}

/** Where a task is done: late choices and faults have pages of their own. */
export function taskHref(id: string, task: OpenTask): string {
  if (task.kind === 'late-choice') return staffPath.late(id);
  if (task.kind === 'read-answer') return staffPath.answer(id);
  if (task.kind === 'sort') return staffPath.letter(id, task.taskId);
  if (task.kind === 'read-mail' && task.code !== undefined) return staffPath.mail(id, task.code);
  if (task.kind === 'post') return staffPath.post(id, task.taskId);
  if (task.kind === 'mail-failed') return staffPath.failedMail(id, task.taskId);
  return task.kind === 'parked' ? staffPath.resume(id) : staffPath.task(id, task.taskId);
}

/** A task for a person among all a request waits for. */
export type StaffTask = OpenTask & { kind: StaffTaskKind };

/** What waits for staff; the rest waits for the person or for a system. */
export function staffTasks(tasks: readonly OpenTask[]): StaffTask[] {
  return tasks.filter((task): task is StaffTask => STAFF_TASKS.some((kind) => kind === task.kind));
}

function taskLinks(desk: Desk, request: Request): Markup {
  const items = staffTasks(request.tasks).map((task) => {
    const cause = when(causeInWords(desk, task), (text) => html`<span class="cell-note">${text}</span>`);
    return html`<li><a href="${taskHref(request.id, task)}">${taskTitle(desk, task, request)}</a>${cause}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

interface Next {
  tone: BannerTone;
  text: Content;
}

function quiet({ words: { request: texts, ask } }: Desk, request: Request): string {
  if (openQuestions(request).length > 0) return ask.waiting;
  if (request.state === 'received' || request.state === 'awaiting-verification')
    return request.enteredBy === undefined ? texts.waitVerify : texts.makeSure;
  return request.state === 'ready' ? texts.waitFetch : texts.running;
}

function nextOf(desk: Desk, request: Request): Next {
  const { request: texts, states } = desk.words;
  const open = staffTasks(request.tasks).length > 0;
  if (isClosed(request) && !open)
    return { tone: 'success', text: texts.closed(states[request.state], instant(desk, request.closedAt ?? '')) };
  if (request.parked !== undefined) {
    const { step, error } = request.parked;
    return { tone: 'problem', text: texts.parkedNext(stepInWords(desk, step), faultInWords(desk, error)) };
  }
  if (open) return { tone: 'warning', text: taskLinks(desk, request) };
  return { tone: 'info', text: quiet(desk, request) };
}

/** The banner that says it. */
export function nextAction(desk: Desk, request: Request): Markup {
  const { tone, text } = nextOf(desk, request);
  return banner({ tone, title: desk.words.request.nextTitle, body: typeof text === 'string' ? html`<p>${text}</p>` : text });
}
