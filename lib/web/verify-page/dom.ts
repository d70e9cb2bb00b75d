/** The few parts of a browser's page that the script touches: the types of the project are those of Node. */

export interface PageEvent {
  preventDefault(): void;
  dataTransfer?: { files: ArrayLike<PageFile> };
}

export interface PageFile {
  name: string;
  size: number;
  text(): Promise<string>;
}

export interface PageElement {
  textContent: string | null;
  className: string;
  hidden: boolean;
  disabled: boolean;
  dataset: Record<string, string | undefined>;
  lang: string;
  href: string;
  value: string;
  files: ArrayLike<PageFile> | null;
  content: PageElement;
  cloneNode(deep: boolean): PageElement;
  querySelector(selector: string): PageElement | null;
  append(...parts: (PageElement | string)[]): void;
  replaceChildren(...parts: (PageElement | string)[]): void;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  focus(): void;
}

declare const document: { documentElement: PageElement; querySelector(selector: string): PageElement | null };

/** The page the script runs on. */
export const page = document;

/** A part that the server always writes. */
export function part(within: Pick<PageElement, 'querySelector'>, selector: string): PageElement {
  const found = within.querySelector(selector);
  if (found === null) throw new TypeError(`The page has no ${selector}`);
  return found;
}
