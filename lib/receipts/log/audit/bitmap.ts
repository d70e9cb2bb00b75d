/** A set of places in an eighth of a byte each. */
export class Bitmap {
  #bytes = new Uint8Array(1024);

  add(place: number): void {
    const at = Math.floor(place / 8);
    if (at >= this.#bytes.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[at]! |= 1 << (place % 8);
  }

  has(place: number): boolean {
    return ((this.#bytes[Math.floor(place / 8)] ?? 0) & (1 << (place % 8))) !== 0;
  }
}
