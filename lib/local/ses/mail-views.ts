/** How the list of mails and one mail look. */
import { html } from 'hono/html';
import type { Html } from '../pages/page.ts';
import type { MailDetails, MailSummary } from './mail-pages.ts';

/** The list, newest first. */
export function mailList(mails: readonly MailSummary[]): Html {
  if (mails.length === 0) return html`<p>No mail has been sent yet.</p>`;
  const rows = mails.map(
    ({ at, to, subject, url }) => html`<tr>
<td class="time">${time(at)}</td><td>${to.join(', ')}</td><td><a href="${url}">${subject || '(no subject)'}</a></td>
</tr>`,
  );
  return html`<p class="quiet">Mails stay on this machine; nobody has received them.</p>
<div class="scroll"><table>
<thead><tr><th scope="col" class="time">Sent</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

const time = (at: string): Html => html`<time datetime="${at}">${at.slice(0, 19).replace('T', ' ')} UTC</time>`;

/** One mail with everything in it. */
export function mailView(mail: MailDetails): Html {
  return html`<p><a href="/_local/mail">All mails</a></p>
<table><tbody>
<tr><th scope="row">From</th><td>${mail.from}</td></tr>
<tr><th scope="row">To</th><td>${mail.to.join(', ')}</td></tr>
<tr><th scope="row">Sent</th><td>${time(mail.at)}</td></tr>
</tbody></table>
${mail.text === undefined ? '' : html`<h2>Text</h2><pre>${linked(mail.text)}</pre>`}
${mail.html === undefined ? '' : html`<h2>HTML</h2>${frame(`${mail.url}/html`)}`}
${mail.attachments.length === 0 ? '' : html`<h2>Attachments</h2><ul>${mail.attachments.map(attachment)}</ul>`}
<h2>Source</h2>
<p><a href="${mail.rawUrl}">Download the mail as it was sent</a></p>
<details><summary>All header fields</summary>
<table><tbody>${mail.headers.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
</details>`;
}

/** Without scripts and forms; a link in it opens a window of its own. */
const frame = (url: string): Html =>
  html`<iframe title="HTML part of the mail" src="${url}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;

function attachment({ filename, contentType, size, url }: MailDetails['attachments'][number]): Html {
  return html`<li><a href="${url}">${filename}</a> <span class="quiet">${contentType}, ${size} bytes</span></li>`;
}

/** Addresses in the text become links. */
function linked(text: string): (string | Html)[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((piece, position) => (position % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece));
}
