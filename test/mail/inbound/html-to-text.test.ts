/** HTML becomes the text a reader would see. */
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../lib/mail/inbound/html-to-text.ts';

const textOf = (html: string): string => htmlToText(html, 100_000);

describe('lays out', () => {
  it.each<[string, string, string]>([
    ['paragraphs', '<p>one</p>\n<p>two', 'one\n\ntwo'],
    ['line breaks', 'one<br>two<BR/>\nthree<br><br>four', 'one\ntwo\nthree\n\nfour'],
    ['blocks', '<div>one</div><div>two<div>three</div></div><div><br></div>four', 'one\ntwo\nthree\n\nfour'],
    ['lists', '<ul><li>one<li>two</li></ul>three', '- one\n- two\nthree'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><th>c<th>d</table>', 'a b\nc d'],
    ['white space', '  one \n\t two&nbsp;&nbsp;three <b> four</b>', 'one two three four'],
    ['text as it stands', '<pre>one\n  two\n\nthree</pre>', 'one\n  two\n\nthree'],
    ['words across tags', 'un<b>believ</b>able', 'unbelievable'],
    ['quotes', 'Yes\n<blockquote type="cite"><p>one</p>two</blockquote>three', 'Yes\n> \n> one\n> \n> two\n\nthree'],
    ['what is only indented', '<blockquote style="margin:0">one</blockquote>', 'one'],
  ])('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

describe('tells where links lead', () => {
  it.each<[string, string]>([
    ['<a href="https://x.example/?a=1&amp;b=2">here</a> now', 'here (https://x.example/?a=1&b=2) now'],
    ["<a class=x href='mailto:a@x.example'>a@x.example</a>", 'a@x.example'],
    ['<a href=mailto:a@x.example>write', 'write (a@x.example)'],
    ['<a href="https://x.example/?a=1&copy=2&sect=3&amp;x=&lt;">here</a>', 'here (https://x.example/?a=1&copy=2&sect=3&x=<)'],
    ['<a href="javascript:alert(1)">here</a>', 'here'],
    ['<a href="data:text/html,x">here</a><a name=x>there</a>', 'herethere'],
    ['<a href="https://x.example/\nBcc: y">here</a>', 'here (https://x.example/ Bcc: y)'],
  ])('%s', (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

describe('leaves out what is no text', () => {
  it.each<[string, string]>([
    ['a<script>alert("</p>")</script>b', 'ab'],
    ['a<STYLE type="text/css">p > b {}</STYLE >b', 'ab'],
    ['<title>no</title>a<svg><text>no</text></svg>b', 'ab'],
    ['a<!-- <b>no</b> -->b<!-->c<!doctype html>d<?xml version="1.0"?>e', 'abcde'],
    ['a<!--[if mso]><p>no</p><![endif]-->b', 'ab'],
    ['a<script>never closed <p>no', 'a'],
    ['a<title>never closed <p>yes', 'anever closed\n\nyes'],
    ['a<!-- never closed', 'a'],
    ['a<!-- no --!>b<!-- no -->c', 'abc'],
    ['a<img src="https://x.example/p.gif" alt="x > y">b', 'ab'],
    ['a<b title="1 > 0">c</b>', 'ac'],
    ['a<b title="never closed>c</b>d', 'acd'],
    ['1 < 2 <3 a<', '1 < 2 <3 a<'],
    ['a</>b</ c>d', 'abd'],
  ])('%s', (html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('but not what is hidden: nobody may say one thing to us and show another', () => {
    expect(textOf('<p style="display:none">hidden</p><p hidden>too')).toBe('hidden\n\ntoo');
  });
});

describe('decodes character references', () => {
  it.each<[string, string]>([
    [
      '&auml;&Ouml;&szlig; &eacute;&ntilde;&ccedil; &scaron;&zcaron;&ccaron;&lstrok;&eogon;&zdot;&odblac;&scedil;&abreve;',
      'äÖß éñç šžčłężőşă',
    ],
    ['&alpha;&Omega;&sigmaf; &euro;&ndash;&bdquo;&hellip;&trade;', 'αΩς €–„…™'],
    ['&#228;&#xE4;&#x1F600;&#128;', 'ää😀€'],
    ['&amp;lt; &amp;amp;', '&lt; &amp;'],
    ['&auml &copy, &nosuch; &; &# &#x; AT&T', 'ä ©, &nosuch; &; &# &#x; AT&T'],
    ['&#0;&#xD800;&#x110000;&#99999999999;', '\ufffd\ufffd\ufffd&#99999999999;'],
  ])('%s', (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

it('stops when there is enough', () => {
  expect(htmlToText('<p>abc'.repeat(100_000), 1000).length).toBeLessThan(1020);
});

it('takes time that grows with the length alone', () => {
  const nasty = ['<a b="', '<!--', '<title>', '</title', '<script ', '<x a=\'"', '&#', '&a', '<div ', '= "', '<a href="http://'];
  const timeOf = (part: string, times: number): number => {
    const started = performance.now();
    textOf(part.repeat(times));
    return performance.now() - started;
  };
  for (const part of nasty) {
    const small = Math.max(20, timeOf(part, 20_000));
    // Ten times as much would take a hundred times as long if it grew by the square.
    expect(timeOf(part, 200_000), part).toBeLessThan(40 * small);
  }
});
