/** The text of a letter with the passages marked that decided what the rules made of it. */
import { html } from 'hono/html';
import type { Passage } from '../../mail/understanding/understand.ts';
import type { KeptMail } from '../../steps/kept-mail.ts';
import type { Content, Markup } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { rightsInWords } from './labels.ts';

interface Mark {
  from: number;
  to: number;
  /** What it says, in words. */
  says: string[];
}

/** What the rules read: between subject and text stand two line ends. */
const BETWEEN = 2;

function saysOf({ words }: Desk, { right }: Passage): string {
  if (right === 'follow-up') return words.mail.passage['follow-up'];
  return right === undefined ? words.mail.passage.onBehalf : rightsInWords({ words }, [right]);
}

/** Passages in order; those that overlap are one mark that says both. */
function marksOf(desk: Desk, passages: readonly Passage[]): Mark[] {
  const marks: Mark[] = [];
  for (const passage of passages.toSorted((a, b) => a.from - b.from)) {
    const last = marks.at(-1);
    const says = saysOf(desk, passage);
    if (last === undefined || passage.from >= last.to) marks.push({ from: passage.from, to: passage.to, says: [says] });
    else {
      last.to = Math.max(last.to, passage.to);
      if (!last.says.includes(says)) last.says.push(says);
    }
  }
  return marks;
}

/** "Art. 15(3" ends with its bracket. */
function closed(text: string, start: number, end: number): number {
  return /\([^)]*$/.test(text.slice(start, end)) && text[end] === ')' ? end + 1 : end;
}

/** Escaped text, marks around what lies in it; `at` is where it begins in what the rules read. */
function marked(text: string, at: number, marks: readonly Mark[]): Markup {
  const parts: Content[] = [];
  let done = 0;
  for (const { from, to, says } of marks) {
    const [start, found] = [Math.max(from - at, done), Math.min(to - at, text.length)];
    if (start >= found) continue;
    const end = closed(text, start, found);
    parts.push(text.slice(done, start), html`<mark>${text.slice(start, end)}<span class="mark-note"> [${says.join(', ')}]</span></mark>`);
    done = end;
  }
  return html`${parts}${text.slice(done)}`;
}

/** Subject and text; what staff typed of a scan has no subject. */
export function markedText(
  desk: Desk,
  { subject, text, understood }: Pick<KeptMail, 'subject' | 'text' | 'understood'>,
  isScan: boolean,
): Markup {
  const { mail } = desk.words;
  const marks = marksOf(desk, understood?.passages ?? []);
  const language = understood?.language ?? 'und';
  const lang = language === 'und' ? '' : html` lang="${language}"`;
  const body = text.trim() === '' ? html`<span class="soft">${mail.noText}</span>` : marked(text, subject.length + BETWEEN, marks);
  const head = subject === '' ? html`<span class="soft">${mail.noSubject}</span>` : marked(subject, 0, marks);
  if (isScan) return html`<blockquote class="letter"${lang}>${body}</blockquote>`;
  return html`<blockquote class="letter"${lang}><strong>${head}</strong>

${body}</blockquote>`;
}
