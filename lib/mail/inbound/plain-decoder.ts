/** Collects the lines of a part that is not encoded, in place of the parser's own decoder, which keeps several objects per line. */

const BLOCK = 2 ** 16;
const LF = 0x0a;

export class PlainDecoder {
  readonly #blocks: Uint8Array[] = [];
  #block = new Uint8Array(0);
  #used = 0;

  update(line: Uint8Array): void {
    for (let at = 0; at < line.length;) {
      this.#makeRoom();
      const piece = line.subarray(at, at + this.#block.length - this.#used);
      this.#block.set(piece, this.#used);
      this.#used += piece.length;
      at += piece.length;
    }
    this.#makeRoom();
    this.#block[this.#used++] = LF;
  }

  finalize(): Promise<ArrayBuffer> {
    const last = this.#block.subarray(0, this.#used);
    const whole = new Uint8Array(this.#blocks.length * BLOCK + last.length);
    for (const [index, block] of this.#blocks.entries()) whole.set(block, index * BLOCK);
    whole.set(last, this.#blocks.length * BLOCK);
    return Promise.resolve(whole.buffer);
  }

  #makeRoom(): void {
    if (this.#used < this.#block.length) return;
    if (this.#used > 0) this.#blocks.push(this.#block);
    this.#block = new Uint8Array(BLOCK);
    this.#used = 0;
  }
}
