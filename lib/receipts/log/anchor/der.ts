/** DER, as much of it as a time stamp needs: elements written, and read strictly. */

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  explicit0: 0xa0,
} as const;

/** An element with its length in the shortest form. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Uint8Array.of(tag, content.length), content]);
  const digits = content.length.toString(16);
  const length = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return Buffer.concat([Uint8Array.of(tag, 0x80 | length.length), length, content]);
}

/** A whole number above zero, of any size. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return element(TAG.integer, short[0]! > 0x7f ? Uint8Array.of(0) : new Uint8Array(), short);
}

export interface Element {
  tag: number;
  content: Uint8Array;
  /** With tag and length. */
  whole: Uint8Array;
}

/** Length, and where the content begins; undefined unless it is in the shortest form. */
function readLength(bytes: Uint8Array): { length: number; at: number } | undefined {
  const first = bytes[1];
  if (first === undefined) return undefined;
  if (first < 0x80) return { length: first, at: 2 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) return undefined;
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return length < 0x80 || length < 256 ** (count - 1) ? undefined : { length, at: 2 + count };
}

/** The elements that bytes consist of; undefined if they do not add up. */
export function readElements(bytes: Uint8Array): Element[] | undefined {
  const elements: Element[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const head = readLength(rest);
    if (head === undefined || head.at + head.length > rest.length) return undefined;
    const end = head.at + head.length;
    elements.push({ tag: rest[0]!, content: rest.subarray(head.at, end), whole: rest.subarray(0, end) });
    rest = rest.subarray(end);
  }
  return elements;
}

/** What an element with a tag holds; undefined if it is another, or none. */
export function within(wanted: Element | undefined, tag: number): Element[] | undefined {
  return wanted?.tag === tag ? readElements(wanted.content) : undefined;
}
