/** The little XML that S3 speaks: written from objects, read from flat lists. */

export type XmlValue = string | number | boolean | undefined | readonly XmlValue[] | { [name: string]: XmlValue };

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A whole answer document. Arrays repeat their element; `undefined` is left out. */
export function xmlDocument(root: string, content: { [name: string]: XmlValue }, options: { plain?: boolean } = {}): string {
  const attribute = options.plain ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${members(content)}</${root}>`;
}

function members(content: { [name: string]: XmlValue }): string {
  return Object.entries(content)
    .map(([name, value]) => element(name, value))
    .join('');
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map((one) => element(name, one)).join('');
  return `<${name}>${typeof value === 'object' ? members(value) : escaped(String(value))}</${name}>`;
}

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);

// Control characters are legal in keys; S3 writes them as references too.
const unsafe = /[&<>"\p{Cc}]/gu;
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(unsafe, (sign) => named[sign] ?? `&#x${sign.charCodeAt(0).toString(16)};`);
}

/** All elements of a name, each as a record of its simple children. */
export function readElements(xml: string, name: string): Record<string, string>[] {
  const blocks = xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'));
  return [...blocks].map((block) => {
    const children = (block[1] ?? '').matchAll(/<(\w+)(?:\s[^>]*)?>([^<]*)<\/\1>/g);
    return Object.fromEntries([...children].map((child) => [child[1] ?? '', unescaped(child[2] ?? '')]));
  });
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, ...groups: (string | undefined)[]) => {
    const [hex, decimal, word] = groups;
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[word ?? ''] ?? whole;
  });
}
