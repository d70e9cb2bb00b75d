/** What staff wrote to the person: when it was written and sent; the words only together with the person's details. */
import { html } from 'hono/html';
import type { Content, Markup } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { instant } from './labels.ts';
import type { CaseFile } from './port.ts';

function spoken({ words: { write } }: Desk, lang: string, messages: NonNullable<CaseFile['messages']>): Markup[] {
  return messages.map(
    ({ number, text }) =>
      html`<h3>${write.message(number, text.subject)}</h3><blockquote class="letter" lang="${lang}">${text.words}</blockquote>`,
  );
}

/** Nothing where nobody wrote. */
export function messagesPanel(desk: Desk, { request, messages }: CaseFile): Content {
  const { write } = desk.words;
  if (request.messages.length === 0) return '';
  const rows = request.messages.map(({ number, by, writtenAt, wroteAt }): Content[] => [
    String(number),
    by,
    instant(desk, writtenAt),
    wroteAt === undefined ? tag('attention', write.notSent) : instant(desk, wroteAt),
  ]);
  const columns = [write.columns.number, write.columns.by, write.columns.written, write.columns.sent].map((text) => ({ text }));
  const words = messages === undefined ? html`<p class="soft">${write.hidden}</p>` : spoken(desk, request.lang, messages);
  return html`<section id="messages"><h2>${write.section}</h2>
${table({ caption: write.section, captionHidden: true, columns, rows })}${words}</section>`;
}
