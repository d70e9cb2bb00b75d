/** The text of a mail: the plain one, else what its HTML says. */
import type { Email } from 'postal-mime';
import { cleanText, cutAt } from './clean-text.ts';
import { htmlToText } from './html-to-text.ts';

export interface Body {
  text: string;
  from: 'plain' | 'html' | 'none';
  cut: boolean;
}

export const TEXT_MAX = 200_000;
/** What is cleaned at most: enough for a text of which half is blank. */
const READ_MAX = 2 * TEXT_MAX;

function bounded(text: string, from: 'plain' | 'html'): Body {
  const clean = cleanText(cutAt(text, READ_MAX));
  return { text: cutAt(clean, TEXT_MAX), from, cut: text.length > READ_MAX || clean.length > TEXT_MAX };
}

/** `Your program cannot show this HTML mail`: the letter is the other text. */
const isStub = ({ text }: Body): boolean => text.length <= 200 && /\bhtml\b/i.test(text);

/** In many mails a plain text that is empty, or a stub, stands in for an HTML one. */
export function bodyOf({ text = '', html = '' }: Pick<Email, 'text' | 'html'>): Body {
  const plain = bounded(text, 'plain');
  if (plain.cut || (plain.text !== '' && !isStub(plain))) return plain;
  const read = bounded(htmlToText(html, READ_MAX + 1), 'html');
  if (read.text !== '') return read;
  return plain.text === '' ? { ...read, from: 'none' } : plain;
}

/** One text after the other. */
export function joinBodies(bodies: readonly Body[]): Body {
  const said = bodies.filter(({ text }) => text !== '');
  const text = said.map((body) => body.text).join('\n\n');
  return { text: cutAt(text, TEXT_MAX), from: said[0]?.from ?? 'none', cut: text.length > TEXT_MAX || bodies.some(({ cut }) => cut) };
}
