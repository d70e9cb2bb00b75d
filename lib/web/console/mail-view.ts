/** A mail or letter as staff see it: who wrote, what to beware of, its text, and what is attached. */
import { html } from 'hono/html';
import type { Request } from '../../domain/request.ts';
import { isUnsorted } from '../../domain/request.ts';
import type { KeptMail, KeptPaper } from '../../steps/kept-mail.ts';
import { banner } from '../ui/banner.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { sizeInWords } from './file-answer.ts';
import { instant, lawInWords, languageInWords, rightsInWords, wordFor } from './labels.ts';
import { markedText } from './marked-text.ts';
import { staffPath } from './paths.ts';

type Came = Request['mails'][number];

/** A mail of a request, with what staff read of it. */
export interface OpenedMail {
  request: Request;
  came: Came;
  kept: KeptMail;
}

/** What staff scanned came by no mail: nobody vouches for anything, and there is no mail as it came. */
const isScan = ({ request, came }: OpenedMail): boolean => request.letter?.mail !== came.mail && came.kind === 'letter';

function sender({ words }: Desk, { from, fromFault }: KeptMail): Content {
  if (from === undefined) return words.mail.nobody[fromFault ?? 'none'];
  return from.name === undefined ? from.address : html`${from.name} <span class="cell-note">${from.address}</span>`;
}

/** From whom and when. */
export function mailFacts(desk: Desk, opened: OpenedMail): SummaryRow[] {
  const { mail } = desk.words;
  const { kept, came } = opened;
  const arrived = { term: mail.arrived, detail: instant(desk, kept.receivedAt) };
  if (isScan(opened) || kept.unreadable !== undefined) return [arrived];
  const vouched = came.authenticated ? mail.vouched : mail.notVouched;
  const { from, replyTo, automatic } = kept;
  return [
    { term: mail.from, detail: html`${sender(desk, kept)}${when(from, () => html`<p class="soft">${vouched}</p>`)}` },
    ...(replyTo === undefined || replyTo === from?.address ? [] : [{ term: mail.replyTo, detail: replyTo }]),
    arrived,
    ...(automatic === undefined ? [] : [{ term: mail.written, detail: mail.automatic[automatic] }]),
  ];
}

/** What to know before reading. */
export function mailWarnings({ words: { mail } }: Desk, opened: OpenedMail): Content {
  const { request, came, kept } = opened;
  if (isScan(opened)) return '';
  const warnings: [boolean, string, string][] = [
    [kept.unreadable !== undefined, mail.unreadableTitle, `${mail.unreadable[kept.unreadable ?? 'not-readable']} ${mail.unreadableMore}`],
    [!came.fromPerson, mail.otherTitle, mail.other],
    [!came.authenticated && kept.from !== undefined, mail.strangerTitle, mail.stranger],
    [request.letter?.mute === true && isUnsorted(request), mail.muteTitle, mail.mute],
  ];
  return html`${warnings.map(([holds, title, body]) => (holds ? banner({ tone: 'warning', title, body: html`<p>${body}</p>` }) : ''))}`;
}

function paperLine(desk: Desk, { request, came }: OpenedMail, { number, name, type, kind, bytes }: KeptPaper): Content[] {
  const { mail } = desk.words;
  const danger = kind === 'executable' || kind === 'archive' ? kind : undefined;
  const file = came.erasedAt === undefined ? html`<a href="${staffPath.paper(request.id, came.mail, number)}">${name}</a>` : name;
  return [
    html`${file}${when(danger, (what) => html` ${tag(what === 'executable' ? 'bad' : 'attention', mail.danger[what])}`)}`,
    html`${mail.papers[kind]}<span class="cell-note">${type}</span>`,
    sizeInWords(desk, bytes),
  ];
}

/** Everything attached, as files to be saved; nothing is shown in the page. */
function papers(desk: Desk, opened: OpenedMail): Content {
  const { mail } = desk.words;
  const { papers: attached, morePapers } = opened.kept;
  if (attached.length === 0 && morePapers === 0) return '';
  const columns = [{ text: mail.paperName }, { text: mail.paperKind }, { text: mail.paperSize, numeric: true }];
  const rows = attached.map((paper) => paperLine(desk, opened, paper));
  const { erasedAt } = opened.came;
  const until =
    erasedAt === undefined
      ? mail.keptDays(desk.port.configuration.policies.paperDays, isScan(opened))
      : mail.erased(instant(desk, erasedAt));
  return html`<h2>${mail.papersTitle}</h2>${table({ caption: mail.papersTitle, captionHidden: true, columns, rows })}<p class="soft">${until}</p>${when(
    morePapers > 0,
    () => html`<p>${mail.morePapers(morePapers)}</p>`,
  )}`;
}

/** Its text with the marked passages, the mail as it came, and what is attached. */
export function mailText(desk: Desk, opened: OpenedMail): Markup {
  const { mail } = desk.words;
  const { request, came, kept } = opened;
  const raw = html`<p><a href="${staffPath.rawMail(request.id, came.mail)}">${mail.raw}</a> <span class="soft">${mail.rawHint}</span></p>`;
  return html`<h2>${came.kind === 'letter' ? mail.letter : mail.mail}</h2>
${when(kept.unreadable === undefined, () => markedText(desk, kept, isScan(opened)))}${when(kept.cut, () => html`<p>${mail.cut}</p>`)}${when(
    kept.sealed,
    () => html`<p>${mail.sealed}</p>`,
  )}
${when(!isScan(opened) && came.erasedAt === undefined, () => raw)}${papers(desk, opened)}`;
}

/** Why a person is asked. */
function reasons({ words: { mail } }: Desk, { request, kept: { understood, unreadable, from } }: OpenedMail): string[] {
  const unsure = understood?.needsPerson === true || understood === undefined;
  const told: [boolean, string][] = [
    [unreadable !== undefined, mail.whys.unreadable],
    [unreadable === undefined && (understood?.rights.length ?? 0) === 0, mail.whys.nothing],
    [unreadable === undefined && unsure, mail.whys.unsure],
    [request.letter?.mute === true, mail.whys.mute],
    [unreadable === undefined && from === undefined, mail.whys['no-sender']],
  ];
  const relation = understood?.onBehalf?.relation;
  return [...told.flatMap(([holds, text]) => (holds ? [text] : [])), ...(relation === undefined ? [] : [mail.relations[relation]])];
}

/** What the rules made of it, and why that is not enough; nothing where they read nothing. */
export function rulesFound(desk: Desk, opened: OpenedMail): Markup {
  const { mail } = desk.words;
  const { understood } = opened.kept;
  const why = opened.request.rights.length > 0 ? [] : reasons(desk, opened);
  const rows: SummaryRow[] =
    understood === undefined
      ? []
      : [
          {
            term: mail.found,
            detail: understood.rights.length > 0 ? mail.foundRights(rightsInWords(desk, understood.rights)) : mail.finds[understood.kind],
          },
          { term: mail.law, detail: understood.law === undefined ? mail.noLaw : lawInWords(understood.law) },
          ...(Object.keys(understood.identifiers).length === 0
            ? []
            : [{ term: mail.identifiers, detail: identifiersIn(desk, understood) }]),
          {
            term: mail.language,
            detail: understood.language === 'und' ? mail.unknownLanguage : languageInWords(desk.lang, understood.language),
          },
          { term: mail.sure, detail: mail.sureness[surenessOf(understood)] },
        ];
  const because = why.length === 0 ? [] : [{ term: mail.why, detail: html`${why.map((text) => html`<p>${text}</p>`)}` }];
  return rows.length + because.length === 0 ? html`` : html`<h2>${mail.rules}</h2>${summaryList([...rows, ...because])}`;
}

/** "Customer number: 4711", a line each. */
const identifiersIn = ({ words: { mail } }: Desk, { identifiers }: NonNullable<KeptMail['understood']>): Markup =>
  html`${Object.entries(identifiers).map(([kind, value]) => html`${wordFor(mail.identifierKinds, kind)}: ${value}<br>`)}`;

/** Above this the rules are rarely wrong. */
const VERY_SURE = 0.9;

function surenessOf({ needsPerson, confidence }: NonNullable<KeptMail['understood']>): 'very' | 'rather' | 'not' {
  if (needsPerson) return 'not';
  return confidence >= VERY_SURE ? 'very' : 'rather';
}
