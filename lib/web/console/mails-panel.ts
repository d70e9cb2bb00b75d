/** All mails of a request, those that came and those that went, oldest first. */
import { html } from 'hono/html';
import { dateInWords } from '../ui/dates.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { instant, mailInWords } from './labels.ts';
import { mayDo } from './may.ts';
import { staffPath } from './paths.ts';
import type { CaseFile } from './port.ts';

interface Line {
  at: string;
  cells: Content[];
}

function came(desk: Desk, { request }: CaseFile): Line[] {
  const { mail: words } = desk.words;
  // Its text says who the person is, so that only who may see that gets a link.
  const opens = mayDo(desk.staff, 'show-person') && request.purgedAt === undefined;
  return request.mails.map(({ mail, kind, at, fromPerson, papers }) => {
    const title = words.kinds[kind];
    const what = opens ? html`<a href="${staffPath.mail(request.id, mail)}">${title}</a>` : title;
    const state = html`${fromPerson ? '' : tag('attention', words.otherTitle)} ${papers === 0 ? '' : words.attached(papers)}`;
    return { at, cells: [instant(desk, at), words.came, what, state] };
  });
}

/** When a mail was sent, or a letter posted; or that it came back. */
function sent(desk: Desk, { mailId, sentAt, paper }: CaseFile['mails'][number], events: CaseFile['events']): Content {
  const { request: texts } = desk.words;
  const failed = events.find((event) => event.type === 'mail-bounced' && event.data.mailId === mailId);
  if (failed?.type === 'mail-bounced') return tag('bad', texts.bounced[failed.data.kind]);
  if (sentAt === undefined) return tag('attention', paper ? texts.letterWaiting : texts.mailWaiting);
  return paper ? texts.letterPosted(dateInWords(desk.lang, sentAt)) : html`${texts.mailSent} ${instant(desk, sentAt)}`;
}

function went(desk: Desk, { mails, events }: CaseFile): Line[] {
  const { mail: words } = desk.words;
  return mails.map((mail) => ({
    at: mail.claimedAt,
    cells: [instant(desk, mail.claimedAt), words.went, mailInWords(desk, mail.kind), sent(desk, mail, events)],
  }));
}

/** The table, or the sentence that there is none. */
export function mailsPanel(desk: Desk, file: CaseFile): Markup {
  const { mail: words } = desk.words;
  const lines = [...came(desk, file), ...went(desk, file)].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const columns = Object.values(words.columns).map((text) => ({ text }));
  return table({ caption: words.panel, captionHidden: true, columns, rows: lines.map(({ cells }) => cells), empty: words.none });
}
