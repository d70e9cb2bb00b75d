/** Mails made to hurt whoever reads them. */
import { bytesOf, lines } from './sample-mails.ts';

export interface Hostile {
  name: string;
  make: () => Uint8Array;
}

const MB = 2 ** 20;
const FROM = 'From: anna@example.com\n';
const text = (type: string, body: string, headers = ''): Uint8Array => bytesOf(`${FROM}Content-Type: ${type}\n${headers}\n${body}`);
const html = (body: string): Uint8Array => text('text/html; charset=utf-8', body);
const mixed = (body: string): Uint8Array => text('multipart/mixed; boundary=b', body);

/** `depth` mails, each attached to the next. */
function nested(depth: number): Uint8Array {
  const head = (level: number): string => `${FROM}Subject: level ${level}\nContent-Type: multipart/mixed; boundary=b${level}\n\n`;
  const open = Array.from({ length: depth }, (_, level) => `${head(level)}--b${level}\nContent-Type: message/rfc822\n\n`);
  return bytesOf(`${open.join('')}${FROM}\nthe innermost`);
}

/** Multiparts in multiparts. */
function deepParts(depth: number): Uint8Array {
  const open = Array.from({ length: depth }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`);
  return bytesOf(`${FROM}${open.join('')}\nthe innermost`);
}

/** A mail in base64 within a mail: what hurts does not show outside. */
const hidden = (inner: Uint8Array): Uint8Array =>
  mixed(
    lines(
      '--b',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(inner).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ),
  );

export const HOSTILE: Hostile[] = [
  {
    name: '40 MB of one attachment',
    make: () => text('application/pdf', `${'A'.repeat(76)}\r\n`.repeat(530_000), 'Content-Transfer-Encoding: base64\n'),
  },
  { name: '40 MB of one line', make: () => text('text/plain', 'A'.repeat(40 * MB - 200)) },
  { name: '40 MB of text lines', make: () => text('text/plain', `${'A'.repeat(78)}\r\n`.repeat(520_000)) },
  { name: '40 MB of empty lines', make: () => text('text/plain', '\n'.repeat(40 * MB - 200)) },
  { name: '900,000 short lines', make: () => text('text/plain', 'a\n'.repeat(900_000)) },
  {
    name: '40 MB of soft line breaks',
    make: () => text('text/html', `${'A'.repeat(75)}=\r\n`.repeat(530_000), 'Content-Transfer-Encoding: quoted-printable\n'),
  },
  {
    name: '40 MB of base64 in pieces',
    make: () => text('application/pdf', 'AB=='.repeat(10 * MB - 100), 'Content-Transfer-Encoding: base64\n'),
  },
  {
    name: '40 MB of no characters',
    make: () => Buffer.concat([text('text/plain; format=flowed', ''), Buffer.alloc(40 * MB - 200, 'ÿ \n', 'latin1')]),
  },
  {
    name: '30 MB of no characters in one line',
    make: () => Buffer.concat([text('text/html; format=flowed', ''), Buffer.alloc(30 * MB, 0xff)]),
  },
  {
    name: '30 MB of Latin letters that call themselves UTF-8',
    make: () => Buffer.concat([text('text/plain; charset=utf-8', ''), Buffer.alloc(30 * MB, 'L\xf6schung ', 'latin1')]),
  },
  {
    name: '30 MB of GB18030 in four bytes each',
    make: () => Buffer.concat([text('text/plain; charset=gb18030', ''), Buffer.alloc(30 * MB, Buffer.of(0x81, 0x30, 0x81, 0x30))]),
  },
  {
    name: '30 MB of ISO-2022-JP, a letter between escapes',
    make: () => text('text/plain; charset=iso-2022-jp', '\x1b$B$"\x1b(B'.repeat(3.5 * MB)),
  },
  {
    name: '38 MB of equals signs, quoted-printable',
    make: () => text('text/plain', '='.repeat(38 * MB), 'Content-Transfer-Encoding: quoted-printable\n'),
  },
  {
    name: '38 MB of spaces before a letter, quoted-printable',
    make: () => text('text/plain', `${' '.repeat(38 * MB)}x`, 'Content-Transfer-Encoding: quoted-printable\n'),
  },
  {
    name: '36 MB of base64 with rubbish in it',
    make: () => text('text/plain', '!A#B$C%D'.repeat(4.5 * MB), 'Content-Transfer-Encoding: base64\n'),
  },
  { name: '36 MB of zeros', make: () => new Uint8Array(36 * MB) },
  { name: 'one byte more than 40 MB', make: () => new Uint8Array(40 * MB + 1).fill(0x41) },
  { name: '100,000 parts', make: () => mixed('--b\n\n\n'.repeat(100_000)) },
  { name: '100,000 parts with a boundary of escapes', make: () => text('multipart/mixed; boundary="\\x"', '--x\n\n\n'.repeat(100_000)) },
  {
    name: '100,000 parts with a boundary in pieces',
    make: () => text('multipart/mixed; boundary*0=a; boundary*1=b', '--ab\n\n\n'.repeat(100_000)),
  },
  { name: '100,000 parts within base64', make: () => hidden(mixed('--b\n\n\n'.repeat(100_000))) },
  { name: '1,000 multiparts in each other', make: () => deepParts(1000) },
  { name: '90 multiparts in each other', make: () => deepParts(90) },
  { name: '40 mails in each other', make: () => nested(40) },
  { name: '2,000 mails in each other', make: () => nested(2000) },
  { name: '200,000 flowed lines', make: () => text('text/plain; format=flowed', 'ab \n'.repeat(200_000)) },
  { name: '700,000 flowed lines', make: () => text('text/plain; format=flowed; delsp=yes', 'ab \n'.repeat(700_000)) },
  { name: 'From with 300,000 groups', make: () => bytesOf(`From: ${'a:'.repeat(300_000)}x@example.com\n\nhello`) },
  { name: 'From with 60,000 groups', make: () => bytesOf(`From: ${'a:'.repeat(60_000)}x@example.com\n\nhello`) },
  { name: 'From of 200,000 quotes', make: () => bytesOf(`From: ${'"\\'.repeat(100_000)} <x@example.com>\n\nhello`) },
  { name: 'To of 200,000 brackets', make: () => bytesOf(`${FROM}To: ${'<'.repeat(200_000)}\n\nhello`) },
  { name: 'To of a domain of 80,000 letters', make: () => bytesOf(`${FROM}To: a@${'üx'.repeat(40_000)}.example\n\nhello`) },
  { name: 'Subject of 50,000 encoded words', make: () => bytesOf(`${FROM}Subject: ${'=?x?Q??='.repeat(30_000)}\n\nhello`) },
  { name: 'a header of 10 MB', make: () => bytesOf(`${FROM}X: ${'a'.repeat(10 * MB)}\n\nhello`) },
  { name: '100,000 headers', make: () => bytesOf(`${FROM}${'A: b\n'.repeat(100_000)}\nhello`) },
  { name: '40 MB of headers', make: () => bytesOf('Received:\n'.repeat(4 * MB - 10)) },
  { name: 'a Content-Type of 200,000 parameters', make: () => text(`text/plain${';a*0=b'.repeat(40_000)}`, 'hello') },
  { name: '200,000 <div> in each other', make: () => html(`${'<div>'.repeat(200_000)}hello`) },
  { name: '200,000 <blockquote> in each other', make: () => html(`${'<blockquote type=cite>'.repeat(200_000)}hello`) },
  { name: '1,000,000 <p>, each with a letter', make: () => html('<p>a'.repeat(1_000_000)) },
  { name: '5 MB of unclosed tags', make: () => html('<a b="'.repeat(200_000)) },
  { name: '5 MB of unclosed tags that end at last', make: () => html(`${'<a b="'.repeat(800_000)}>`) },
  { name: '5 MB of unclosed comments', make: () => html('<!-- <script> <title> '.repeat(250_000)) },
  { name: '5 MB of unclosed titles', make: () => html('<title><svg><math><select>'.repeat(200_000)) },
  { name: '5 MB of angle brackets', make: () => html('<'.repeat(5 * MB)) },
  { name: '5 MB of spaces', make: () => html(' '.repeat(5 * MB)) },
  {
    name: 'a billion entities',
    make: () =>
      html(
        `<!DOCTYPE a [${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(10)}]>${'&b;&amp;&#1114112;&#x110000;'.repeat(1_000_000)}`,
      ),
  },
  { name: '300,000 attributes of a tag', make: () => html(`<a ${'href= '.repeat(300_000)}>hello`) },
  {
    name: 'HTML beside plain text',
    make: () => mixed(`--b\nContent-Type: text/html\n\n${'<p>a&amp;<!--'.repeat(500_000)}\n--b\nContent-Type: text/plain\n\nhello\n--b--`),
  },
  {
    name: '4 MB of unclosed links beside plain text',
    make: () => mixed(`--b\nContent-Type: text/html\n\n${'<a href="'.repeat(440_000)}\n--b\nContent-Type: text/plain\n\nhello\n--b--`),
  },
  {
    name: '90 mails in a mail, each of 10,000 flowed lines',
    make: () =>
      mixed(
        `--b\nContent-Type: message/rfc822\n\n${FROM}Content-Type: text/plain; format=flowed\n\n${'ab \n'.repeat(10_000)}\n`.repeat(90),
      ),
  },
  { name: 'a calendar of 900,000 line ends', make: () => text('text/calendar', '\n\r'.repeat(900_000)) },
];
