/** Random choices that come out the same every time (mulberry32), so that the demo world is one world. */

export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A day between two years, as an ISO date. */
  day(fromYear: number, toYear: number): string {
    const month = String(this.whole(1, 12)).padStart(2, '0');
    const day = String(this.whole(1, 28)).padStart(2, '0');
    return `${this.whole(fromYear, toYear)}-${month}-${day}`;
  }

  /** An instant on such a day. */
  instant(fromYear: number, toYear: number): string {
    const time = [this.whole(0, 23), this.whole(0, 59), this.whole(0, 59)].map((part) => String(part).padStart(2, '0'));
    return `${this.day(fromYear, toYear)}T${time.join(':')}Z`;
  }

  /** Hexadecimal digits. */
  hex(length: number): string {
    return Array.from({ length }, () => this.whole(0, 15).toString(16)).join('');
  }
}
