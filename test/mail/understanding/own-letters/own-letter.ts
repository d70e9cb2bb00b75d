/** Letters of our own, most of them short and without articles; nobody in them exists. */

export interface OwnLetter {
  text: string;
  /** What a reader would say is asked, sorted; nothing if it is no request. */
  asks: readonly string[];
}
