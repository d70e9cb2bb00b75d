/** The count behind a date in words, one sentence per step: the same the person reads. */
import { html } from 'hono/html';
import type { Deadline } from '../../domain/clock/deadline.ts';
import { explain } from '../../domain/explanation/explain.ts';
import { disclosure } from '../ui/banner.ts';
import type { Markup } from '../ui/markup.ts';
import type { Desk } from './desk.ts';

/** All steps, for those who want to know. */
export function dueSteps({ lang, words }: Desk, deadline: Deadline): Markup {
  const items = explain(deadline, lang).map(({ text }) => html`<li>${text}</li>`);
  return disclosure(words.deadline.title, html`<ol>${items}</ol>`);
}
