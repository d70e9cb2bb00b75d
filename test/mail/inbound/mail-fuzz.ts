/** Mails of our own, changed at random: flipped, cut, repeated, mixed with each other and with what hurts. */
import { fingerprintOf } from '../../../lib/mail/inbound/fingerprint.ts';
import { parseMail } from '../../../lib/mail/inbound/parse-mail.ts';
import type { InboundMail } from '../../../lib/mail/inbound/read-mail.ts';
import { random } from '../../random.ts';
import { attachmentOf, BOUNCE, bytesOf, lines, mailOf, partsOf } from './sample-mails.ts';

export const CORPUS: readonly Uint8Array[] = [
  mailOf([], 'Please send me a copy of my data.\r\n-- \r\nAnna'),
  mailOf(
    ['Content-Type: text/plain; charset=iso-8859-2; format=flowed; delsp=yes', 'Content-Transfer-Encoding: quoted-printable'],
    'sma=BEte =\r\nv=B9e \r\n> a \r\n',
  ),
  mailOf(
    ['Subject: =?utf-8?B?TMO2c2NodW5n?= =?utf-8?Q?_meiner?=', 'Content-Type: text/html; charset=utf-8'],
    '<p>L&ouml;schen <a href="https://x.example">x</a><!-- c --><script>x</script><table><tr><td>a',
  ),
  partsOf('alternative', [
    { type: 'text/plain; charset="utf-8"', body: 'Grüße' },
    { type: 'text/html', headers: ['Content-Transfer-Encoding: base64'], body: 'PGI+aGVsbG88L2I+' },
  ]),
  partsOf('mixed', [
    { type: 'text/plain', body: 'see attached' },
    attachmentOf('passport.pdf', 'application/pdf', '%PDF-1.7'),
    { type: 'message/rfc822', body: lines('From: b@example.com', 'Subject: inner', 'Content-Type: text/html', '', '<b>inner') },
    { type: 'text/calendar; method=REQUEST', body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' },
  ]),
  partsOf('signed; protocol="application/pgp-signature"; micalg=pgp-sha256', [
    { type: 'text/plain', body: 'hello' },
    attachmentOf('signature.asc', 'application/pgp-signature', 'x'),
  ]),
  BOUNCE,
];

const PIECES = [
  '\r\n',
  '\n\n',
  '\r',
  '\0',
  '--=_b\r\n',
  '--=_b--',
  'From: x@example.com\r\n',
  'Content-Type: multipart/mixed; boundary==_b\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '=?utf-8?B?',
  '?=',
  '=?x?q?=ff?=',
  '=',
  '"',
  "'",
  '<',
  '>',
  '(',
  ':',
  ';',
  '&#',
  '<!--',
  '<script>',
  '</p>',
  '<a href="',
  'charset=utf-7',
  "name*0*=utf-8''%ff",
  '\ufeff',
  '\u202e',
  'ÿ',
  ' '.repeat(300),
];

type Chance = (below: number) => number;

function splice(mail: Uint8Array, at: number, [cut, insert]: [number, Uint8Array]): Uint8Array {
  return Buffer.concat([mail.subarray(0, at), insert, mail.subarray(at + cut)]);
}

const CHANGES: ((mail: Uint8Array, below: Chance) => Uint8Array)[] = [
  (mail, below) => splice(mail, below(mail.length), [1, Uint8Array.of(below(256))]),
  (mail, below) => splice(mail, below(mail.length), [below(40), new Uint8Array()]),
  (mail, below) => mail.subarray(0, below(mail.length + 1)),
  (mail, below) => splice(mail, below(mail.length), [0, bytesOf(PIECES[below(PIECES.length)]!)]),
  (mail, below) => splice(mail, below(mail.length), [0, bytesOf(PIECES[below(PIECES.length)]!.repeat(below(300)))]),
  (mail, below) => {
    const at = below(mail.length);
    return splice(mail, below(mail.length), [0, mail.subarray(at, at + below(400))]);
  },
  (mail, below) => {
    const other = CORPUS[below(CORPUS.length)]!;
    return Buffer.concat([mail.subarray(0, below(mail.length)), other.subarray(below(other.length))]);
  },
];

/** One of the mails, changed up to six times. */
export function mutant(below: Chance): Uint8Array {
  let mail = CORPUS[below(CORPUS.length)]!;
  for (let times = below(6) + 1; times > 0; times -= 1) mail = CHANGES[below(CHANGES.length)]!(mail, below);
  return mail;
}

const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** What is wrong with what was read; empty where nothing is. */
export function faultsOf(mail: Omit<InboundMail, 'fingerprint'>): string[] {
  const { from, fromFault, subject, text, attachments } = mail;
  const names = attachments.map(({ name }) => name);
  const faults: [string, boolean][] = [
    ['has a sender and a fault, or neither', (from === undefined) === (fromFault === undefined)],
    ['a sender that is no address', from !== undefined && !/^[\x21-\x7e]+@[a-z0-9.-]+$/.test(from.address)],
    ['a line that is none', [subject, from?.name ?? '', ...names].some((line) => UNSAFE.test(line))],
    ['a subject too long', subject.length > 500],
    ['a text too long', text.length > 200_000],
    ['a control character in the text', /(?![\n\t])\p{Cc}|\p{Cs}/u.test(text)],
    ['a name that is a path', names.some((name) => name === '' || name.length > 120 || /[/\\]|^\.\.?$/.test(name))],
    ['a wrong number of bytes', attachments.some(({ bytes, content }) => bytes !== content.length)],
    ['too many attachments', attachments.length > 50],
    ['an id with a bracket', [mail.messageId, mail.inReplyTo, ...mail.references].some((id) => id !== undefined && /[<>\s]/.test(id))],
  ];
  return faults.filter(([, is]) => is).map(([fault]) => fault);
}

const TRACES = [
  'Return-Path: <x@example.com>',
  'Received: from a\r\n by b',
  'X-SES-RECEIPT: abc',
  'DKIM-Signature: v=1;\r\n b=x',
  'ARC-Seal: i=1',
];

/** A mail as another server would deliver it. Headers cannot be put above what begins like the rest of another one. */
export function delivered(mail: Uint8Array, below: Chance): Uint8Array {
  if (mail[0] === undefined || ' \t\r\n'.includes(String.fromCharCode(mail[0]))) return mail;
  return Buffer.concat([bytesOf(`${TRACES[below(TRACES.length)]!}\r\n`), mail]);
}

export interface Fuzzed {
  runs: number;
  /** How often what came out. */
  answers: Record<string, number>;
  longest: number;
}

/** Reads mutants until the time is over; throws at the first whose answer is wrong, with its number, which follows from the seed. */
export async function fuzzMails({ seconds, seed }: { seconds: number; seed: number }): Promise<Fuzzed> {
  const next = random(seed);
  const below: Chance = (limit) => Math.floor(next() * limit);
  const fuzzed: Fuzzed = { runs: 0, answers: {}, longest: 0 };
  for (const until = performance.now() + seconds * 1000; performance.now() < until; fuzzed.runs += 1) {
    const mail = mutant(below);
    const started = performance.now();
    const parsed = await parseMail(mail);
    fuzzed.longest = Math.max(fuzzed.longest, performance.now() - started);
    const faults = parsed.ok ? faultsOf(parsed.mail) : [];
    if (fingerprintOf(delivered(mail, below)) !== fingerprintOf(mail)) faults.push('another fingerprint');
    if (faults.length > 0)
      throw new Error(`mutant ${fuzzed.runs} of seed ${seed}: ${faults.join(', ')}\n${Buffer.from(mail).toString('base64')}`);
    const answer = parsed.ok ? (parsed.mail.fromFault ?? 'sender') : parsed.reason;
    fuzzed.answers[answer] = (fuzzed.answers[answer] ?? 0) + 1;
  }
  return fuzzed;
}
