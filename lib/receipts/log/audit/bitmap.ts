/** A set of places in about an eighth of a byte each where they are close together; a place far out costs no more than a few of them. */

/** Places that share a piece of memory. */
const CHUNK = 2048;

export class Bitmap {
  readonly #chunks = new Map<number, Uint8Array>();

  add(place: number): void {
    const at = Math.floor(place / CHUNK);
    const chunk = this.#chunks.get(at) ?? new Uint8Array(CHUNK / 8);
    this.#chunks.set(at, chunk);
    chunk[(place % CHUNK) >> 3]! |= 1 << (place % 8);
  }

  has(place: number): boolean {
    const chunk = this.#chunks.get(Math.floor(place / CHUNK));
    return chunk !== undefined && (chunk[(place % CHUNK) >> 3]! & (1 << (place % 8))) !== 0;
  }
}
