/** A QR code as the squares that are dark. */
import { encode } from 'uqr';

export interface QrCode {
  /** Squares on each side, with the quiet zone. */
  size: number;
  /** Column and row of each dark square. */
  dark: [x: number, y: number][];
}

/** The code of a text, so that it can be read with a sixth of it gone. */
export function qrOf(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  return { size, dark: data.flatMap((row, y) => row.flatMap((dark, x): [number, number][] => (dark ? [[x, y]] : []))) };
}
