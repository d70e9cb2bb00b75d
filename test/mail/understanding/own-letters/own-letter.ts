/** Letters of our own: short, informal, without articles; nobody in them exists. */

export interface OwnLetter {
  text: string;
  /** What a reader would say is asked, sorted; nothing if it is no request. */
  asks: readonly string[];
}
