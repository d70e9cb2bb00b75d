/** What is read from a mail: text, headers, files. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type InboundMail, readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { attachmentOf, bytesOf, lines, mailOf, partsOf } from './sample-mails.ts';

async function read(raw: Uint8Array): Promise<InboundMail> {
  const answer = await readMail(raw);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.mail;
}

describe('the headers', () => {
  it('are read as they are meant', async () => {
    const mail = await read(
      mailOf(
        [
          'To: Privacy <privacy@shop.example>, team: a@example.com, b@example.com;, odd',
          'Cc: jörg@example.com, c@bücher.example',
          'Subject: =?utf-8?Q?L=C3=B6schung?= meiner',
          '\tDaten',
          'In-Reply-To: <0@example.com>',
          'References: <first@example.com>\r\n <second@example.com> rubbish <third@example.com>',
          'Date: Tue, 3 Feb 2026 10:00:00 +0100',
        ],
        'hi',
      ),
    );
    expect(mail).toMatchObject({
      from: { address: 'anna@example.com', name: 'Anna Berg' },
      to: ['privacy@shop.example', 'a@example.com', 'b@example.com'],
      cc: ['c@xn--bcher-kva.example'],
      subject: 'Löschung meiner Daten',
      messageId: '1@example.com',
      inReplyTo: '0@example.com',
      references: ['first@example.com', 'second@example.com', 'third@example.com'],
      date: '2026-02-03T09:00:00.000Z',
    });
  });

  it('hold nothing that could become a line, or turn around what is read', async () => {
    const evil = 'a=0D=0ABcc:_x=40example.com=00=1B[31m_=E2=80=AEtxt.exe_=E2=81=A6b=E2=80=A8c';
    const mail = await read(
      partsOf(
        'mixed',
        [{ type: 'text/plain', headers: [`Content-Disposition: attachment; filename="=?utf-8?Q?${evil}?="`], body: 'x' }],
        [`From: =?utf-8?Q?${evil}?= <anna@example.com>`, `Subject: =?utf-8?Q?${evil}?=`],
      ),
    );
    const said = [mail.subject, mail.from?.name ?? '', mail.attachments[0]!.name];
    for (const value of said) {
      expect(value).toContain('Bcc');
      expect(value).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it.each([
    ['Fri, 31 Dec 9999 23:59:59 +0000', '9999-12-31T23:59:59.000Z'],
    ['Sat, 13 Sep 275760 00:00:00 GMT', undefined],
    ['Thu, 1 Jan 1069 00:00:00 +0000', undefined],
    ['yesterday', undefined],
  ])('take %s for the date %s', async (written, date) => {
    expect((await read(mailOf([`Date: ${written}`], 'hi'))).date).toBe(date);
  });

  it('are bounded', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `<${index}@example.com>`);
    const to = Array.from({ length: 300 }, (_, index) => `p${index}@example.com`);
    const mail = await read(mailOf([`Subject: ${'ä'.repeat(5000)}`, `References: ${ids.join('\r\n ')}`, `To: ${to.join(',\r\n ')}`], 'hi'));
    expect(mail.subject).toHaveLength(500);
    expect(mail.to).toHaveLength(50);
    expect(mail.references).toHaveLength(50);
    expect([mail.references[0], mail.references.at(-1)]).toEqual(['0@example.com', '299@example.com']);
  });
});

describe('the text', () => {
  it('is the plain one where there are two', async () => {
    const parts = [
      { type: 'text/plain; charset=utf-8', body: 'Grüße\r\n\r\nAnna' },
      { type: 'text/html', body: '<p>Other' },
    ];
    expect(await read(partsOf('alternative', parts))).toMatchObject({ text: 'Grüße\n\nAnna', textFrom: 'plain', cut: false });
  });

  it('is that of the HTML where the plain one is empty', async () => {
    const parts = [
      { type: 'text/plain', body: ' \r\n' },
      { type: 'text/html; charset=iso-8859-1', body: '<p>Gr&uuml;&szlig;e' },
    ];
    expect(await read(partsOf('alternative', parts))).toMatchObject({ text: 'Grüße', textFrom: 'html' });
  });

  it('is that of the HTML where the plain one only says that there is one', async () => {
    const parts = [
      { type: 'text/plain', body: 'Your program does not show HTML.' },
      { type: 'text/html', body: '<p>Please delete my data' },
    ];
    expect(await read(partsOf('alternative', parts))).toMatchObject({ text: 'Please delete my data', textFrom: 'html' });
  });

  it.each([
    ['text/plain', 'Please delete my data.'],
    ['text/html', '<p>Please delete my data.'],
    ['text/markdown', 'Please delete my data.'],
    ['application/xhtml+xml', '<p>Please delete my data.</p>'],
  ])('is that of an attached %s where the mail says nothing else, and the file stays', async (type, content) => {
    const mail = await read(partsOf('mixed', [attachmentOf('letter', type, content)]));
    expect(mail.text).toBe('Please delete my data.');
    expect(mail.attachments).toHaveLength(1);
    const more = await read(partsOf('mixed', [{ type: 'text/plain', body: 'as agreed' }, attachmentOf('letter', type, content)]));
    expect(more.text).toBe('as agreed');
  });

  it('is none in a mail of a picture', async () => {
    expect(await read(partsOf('mixed', [attachmentOf('a.png', 'image/png', 'x')]))).toMatchObject({ text: '', textFrom: 'none' });
  });

  it('is cut at 200,000 characters, between characters, and says so', async () => {
    const mail = await read(mailOf(['Content-Type: text/plain; charset=utf-8'], `a${'😀'.repeat(150_000)}`));
    expect(mail.cut).toBe(true);
    expect(mail.text).toHaveLength(199_999);
    expect(mail.text.isWellFormed()).toBe(true);
  });

  it('takes in what is forwarded as a file, two mails deep, and keeps the file', async () => {
    const inner = (text: string, more = ''): string =>
      lines('From: bert@example.com', `Subject: about ${text}`, ...(more ? [more] : []), '', text);
    const attached = (text: string) => ({ type: 'message/rfc822', body: inner(text) });
    const second = lines(
      '--c',
      'Content-Type: text/plain',
      '',
      'second',
      '--c',
      'Content-Type: message/rfc822',
      '',
      inner('third'),
      '--c--',
    );
    const mail = await read(
      partsOf('mixed', [
        { type: 'text/plain', body: 'first' },
        attached('a letter'),
        { type: 'message/rfc822', body: `${lines('Subject: deeper', 'Content-Type: multipart/mixed; boundary=c', '')}\r\n${second}` },
      ]),
    );
    expect(mail.text).toBe('first\n\nabout a letter\n\na letter\n\ndeeper\n\nsecond\n\nabout third\n\nthird');
    expect(mail.attachments.map(({ kind }) => kind)).toEqual(['message', 'message']);
  });

  it('has no NUL, no lone surrogate and no control character but line ends and tabs', async () => {
    const body = Buffer.from('a\0b\u0007c\td\r\ne\rf\u0085g\u202eh', 'utf8');
    const mail = await read(
      Buffer.concat([
        bytesOf('From: anna@example.com\nContent-Type: text/plain; charset=utf-8\n\n'),
        body,
        Buffer.from([0xed, 0xa0, 0x80]),
      ]),
    );
    expect(mail.text).toBe('abc\td\ne\nfgh\ufffd\ufffd\ufffd');
  });

  it.each([
    ['utf-7', 'L+APY-schung', 'L+APY-schung'],
    ['unknown-8bit', 'L\xf6schung', 'Löschung'],
    ['x-nobody-knows', 'L\xf6schung', 'Löschung'],
    ['iso-2022-kr', 'abc', 'abc'],
    ['utf-8', 'L\xf6schung', 'Löschung'],
    ['utf-8', 'L\xf6schung \xc3\xa4', 'L\ufffdschung ä'],
    ['iso-8859-1', 'L\xc3\xb6schung', 'Löschung'],
    ['us-ascii', 'L\xc3\xb6schung', 'Löschung'],
    ['gb18030', '\xc9\xbe\xb3\xfd', '删除'],
    ['iso-2022-jp', '\x1b$B:o=|\x1b(B', '削除'],
    ['utf-16', 'abc', '扡੣'],
    ['"', 'abc', 'abc'],
    ['windows-1250', 'smaz\xe1n\xed \xfadaj\xf9', 'smazání údajů'],
  ])('in the character set %s is text all the same', async (charset, body, text) => {
    const raw = Buffer.from(
      `From: anna@example.com\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n${body}`,
      'latin1',
    );
    expect((await read(raw)).text).toBe(text);
  });

  it('comes from HTML without anything being fetched, run or shown', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const html = `<html><head><link rel=stylesheet href="${origin}/a.css"><script src="${origin}/a.js"></script><style>@import "${origin}/b.css"; p{}</style></head>
      <body onload="fetch('${origin}')"><script>fetch('${origin}')</script><p>Hello<img src="${origin}/pixel.gif" width=1 height=1><iframe src="${origin}/f">inside</iframe>
      <a href="javascript:alert(1)">no link</a> <a href="${origin}/page">a link</a></body></html>`;
    const mail = await read(mailOf(['Content-Type: text/html'], html));
    server.close();
    expect(asked).toBe(0);
    expect(mail.text).toBe(`Hello no link a link (${origin}/page)`);
  });
});

describe('a broken mail is read as far as it goes', () => {
  it.each<[string, Uint8Array, Partial<InboundMail>]>([
    ['of nothing', new Uint8Array(), { text: '', textFrom: 'none', fromFault: 'none', subject: '' }],
    ['of NULs', new Uint8Array(5000), { text: '', fromFault: 'none' }],
    ['of one line', bytesOf('hello'), { text: '', fromFault: 'none' }],
    ['without a line between headers and text', bytesOf('From: anna@example.com\nSubject: x\nhello'), { text: '', subject: 'x' }],
    ['with bare CRs as line ends', bytesOf('From: anna@example.com\rSubject: x\r\rhello'), { text: '' }],
    ['that begins with its text', bytesOf('\nhello'), { text: 'hello', fromFault: 'none' }],
    [
      'without its last boundary',
      bytesOf('From: anna@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello'),
      { text: 'hello' },
    ],
    ['without any boundary', bytesOf('From: anna@example.com\nContent-Type: multipart/mixed; boundary=b\n\nhello'), { text: '' }],
    ['that names no boundary', bytesOf('From: anna@example.com\nContent-Type: multipart/mixed\n\nhello'), { text: '' }],
    [
      'with base64 that ends early',
      bytesOf('From: anna@example.com\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\naGVsb'),
      { text: 'hel' },
    ],
    [
      'with broken quoted-printable',
      bytesOf('From: anna@example.com\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n=68=zzello=\n=4'),
      { text: 'h=zzello=4' },
    ],
  ])('%s', async (_, raw, expected) => {
    expect(await read(raw)).toMatchObject(expected);
  });
});

describe('whether a mail is sealed', () => {
  const sealed = async (raw: Uint8Array) => {
    const mail = await read(raw);
    return [mail.sealed, mail.text, mail.attachments.length];
  };
  const text = { type: 'text/plain', body: 'hello' };

  it('is told of S/MIME, signed and encrypted', async () => {
    const signature = attachmentOf('smime.p7s', 'application/pkcs7-signature', 'sig');
    expect(await sealed(partsOf('signed; protocol="application/pkcs7-signature"; micalg=sha-256', [text, signature]))).toEqual([
      'smime',
      'hello',
      1,
    ]);
    const opaque = mailOf(
      ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'Content-Transfer-Encoding: base64'],
      'AAAA',
    );
    expect(await sealed(opaque)).toEqual(['smime', '', 1]);
  });

  it('is told of PGP, in parts and in the text', async () => {
    const signature = { type: 'application/pgp-signature; name=signature.asc', body: '-----BEGIN PGP SIGNATURE-----' };
    expect(await sealed(partsOf('signed; protocol="application/pgp-signature"', [text, signature]))).toEqual(['pgp', 'hello', 1]);
    const parts = [
      { type: 'application/pgp-encrypted', body: 'Version: 1' },
      { type: 'application/octet-stream', body: '-----BEGIN PGP MESSAGE-----' },
    ];
    expect(await sealed(partsOf('encrypted; protocol="application/pgp-encrypted"', parts))).toEqual(['pgp', '', 2]);
    expect((await sealed(mailOf([], '-----BEGIN PGP MESSAGE-----\r\n\r\nhQ')))[0]).toBe('pgp');
    expect((await sealed(mailOf([], 'hello')))[0]).toBeUndefined();
  });
});
