/** How much a mail may ask of us before a person looks at it instead. */

export interface ReadLimits {
  bytes: number;
  /** Lines that delimit MIME parts. */
  boundaryLines: number;
  /** Real time, from the start of the process that parses. */
  milliseconds: number;
  /** What that process may hold in memory, Node's own 50 MB included; looked at every 5 ms. */
  megabytes: number;
}

export const READ_LIMITS: ReadLimits = { bytes: 40 * 2 ** 20, boundaryLines: 100, milliseconds: 5000, megabytes: 256 };
