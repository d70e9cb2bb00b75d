/** The pages under `/_local/mail`: the sent mails, one mail, its source and its attachments. */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { page, safe } from '../pages/page.ts';
import type { MailFiles, MailRecord } from './mail-files.ts';
import { mailList, mailView } from './mail-views.ts';

const root = '/_local/mail';

/** One row of the list, also as JSON. */
export interface MailSummary {
  id: string;
  at: string;
  from: string;
  /** Envelope recipients. */
  to: string[];
  subject: string;
  url: string;
}

/** One mail, also as JSON. */
export interface MailDetails extends MailSummary {
  text: string | undefined;
  html: string | undefined;
  headers: { name: string; value: string }[];
  attachments: { filename: string; contentType: string; size: number; url: string }[];
  rawUrl: string;
}

/** Answers a request for one of the pages; JSON for whoever accepts JSON and not HTML. */
export function createMailPages(files: MailFiles): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const match = /^\/_local\/mail(?:\/([^/]+)(?:\/(raw|html|attachments\/(\d+)))?)?\/?$/.exec(pathname);
    if (!match) return notFound();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method Not Allowed', { status: 405, headers: { ...safe, allow: 'GET, HEAD' } });
    }
    const [, id, part, position] = match;
    if (id === undefined) return list(files, request);
    const record = files.find(id);
    if (!record) return notFound();
    const source = await files.raw(record);
    if (part === 'raw') return download(source, { filename: `${record.id}.eml`, contentType: 'message/rfc822' });
    return await partOf({ record, mail: await PostalMime.parse(source), request }, { part, position });
  };
}

interface Shown {
  record: MailRecord;
  mail: Email;
  request: Request;
}

async function partOf(
  { record, mail, request }: Shown,
  { part, position }: { part: string | undefined; position: string | undefined },
): Promise<Response> {
  if (part === 'html') return mail.html === undefined ? notFound() : htmlPart(mail.html);
  if (part !== undefined) {
    const attachment = mail.attachments[Number(position)];
    return attachment ? download(bytesOf(attachment), describe(attachment, Number(position))) : notFound();
  }
  const details = detailsOf(record, mail);
  if (wantsJson(request)) return Response.json(details, { headers: safe });
  return page({ title: details.subject || '(no subject)', content: mailView(details) });
}

function list(files: MailFiles, request: Request): Response | Promise<Response> {
  const mails = files.list().map(summaryOf);
  if (wantsJson(request)) return Response.json(mails, { headers: safe });
  return page({ title: 'Sent mails', content: mailList(mails) });
}

function summaryOf({ id, at, from, recipients, subject }: MailRecord): MailSummary {
  return { id, at, from, to: recipients, subject, url: `${root}/${id}` };
}

function detailsOf(record: MailRecord, mail: Email): MailDetails {
  const summary = summaryOf(record);
  return {
    ...summary,
    text: mail.text,
    html: mail.html,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: mail.attachments.map((attachment, position) => ({
      ...describe(attachment, position),
      size: bytesOf(attachment).byteLength,
      url: `${summary.url}/attachments/${position}`,
    })),
    rawUrl: `${summary.url}/raw`,
  };
}

function describe(attachment: Attachment, position: number): { filename: string; contentType: string } {
  return { filename: attachment.filename ?? `attachment-${position + 1}`, contentType: attachment.mimeType };
}

function bytesOf({ content }: Attachment): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer);
}

function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** The mail's own HTML, shut in: no script, no form, nothing loaded; its links open elsewhere. */
function htmlPart(content: string): Response {
  const policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const headers = { ...safe, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(`<base target="_blank">${content}`, { headers });
}

function download(bytes: Uint8Array, file: { filename: string; contentType: string }): Response {
  const name = encodeURIComponent(file.filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const headers = {
    ...safe,
    'content-type': file.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-security-policy': "sandbox; default-src 'none'",
  };
  return new Response(new Uint8Array(bytes), { headers });
}

function notFound(): Promise<Response> | Response {
  return new Response('Not Found', { status: 404, headers: safe });
}
