/** A laptop with a browser before it, and visitors who notice every fault of a page they pass. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Response } from 'playwright-core';
import { chromiumPath, launch } from '../../web/browser.ts';
import { postgresBinaries } from '../../postgres-server.ts';
import { eventually, type Laptop, type LaptopOptions, missing, startLaptop } from '../laptop.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

/** What is not on this machine; nothing may be missing where CI=true. */
export const absent = missing({ Chromium: chromiumPath() !== undefined, PostgreSQL: postgresBinaries() !== undefined });

export interface Stage {
  laptop: Laptop;
  browser: Browser;
  /** A person with a browser of their own. */
  visitor(name: string, options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

/** Starts both. */
export async function openStage(options: LaptopOptions = {}): Promise<Stage> {
  const [laptop, browser] = await Promise.all([startLaptop(options), launch(chromiumPath()!)]);
  return {
    laptop,
    browser,
    async visitor(name, context = {}) {
      const settings = { baseURL: laptop.url, viewport: DESK, locale: 'en-GB', reducedMotion: 'reduce' as const, ...context };
      return Visitor.enter({ name, scripts: settings.javaScriptEnabled ?? true }, await browser.newContext(settings));
    },
    async close() {
      await browser.close();
      await laptop.stop();
    },
  };
}

/** Inline code of a page and code from elsewhere must be impossible, whatever else the policy allows. */
function policyFaults(policy: string | undefined): string[] {
  if (policy === undefined) return ['no Content-Security-Policy'];
  const directives = new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  const unsafe = /^'unsafe-|^\*$|^https?:$|^data:$/;
  const loose = ['default-src', 'script-src', 'style-src', 'object-src'].filter((name) =>
    (directives.get(name) ?? directives.get('default-src') ?? ['*']).some((source) => unsafe.test(source)),
  );
  return loose.map((name) => `Content-Security-Policy leaves ${name} open`);
}

async function headerFaults(response: Response): Promise<string[]> {
  const headers = await response.allHeaders();
  return [
    ...policyFaults(headers['content-security-policy']),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['no X-Content-Type-Options']),
    ...(headers['referrer-policy'] === 'no-referrer' || headers['referrer-policy'] === 'same-origin'
      ? []
      : ['Referrer-Policy would tell others the address']),
  ];
}

export class Visitor {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What was wrong with pages, by page. */
  readonly faults: string[] = [];
  private readonly scripts: boolean;
  private readonly checks: Promise<unknown>[] = [];
  private shots = 0;

  private constructor({ name, scripts }: { name: string; scripts: boolean }, context: BrowserContext, page: Page) {
    this.name = name;
    this.scripts = scripts;
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A page that answers 4xx on purpose is logged as an error by the browser itself.
      if (message.type() === 'error' && !/^Failed to load resource: .* status of 4\d\d/.test(message.text()))
        this.faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('response', (response) => {
      const { pathname, protocol } = new URL(response.url());
      const isPage = response.request().isNavigationRequest() && response.headers()['content-type']?.startsWith('text/html') === true;
      if (!isPage || protocol === 'file:' || pathname.startsWith('/_local/')) return;
      this.checks.push(
        headerFaults(response).then(
          (faults) => this.faults.push(...faults.map((fault) => `${response.url()}: ${fault}`)),
          () => undefined,
        ),
      );
    });
  }

  static async enter(who: { name: string; scripts: boolean }, context: BrowserContext): Promise<Visitor> {
    return new Visitor(who, context, await context.newPage());
  }

  /** Everything wrong with the pages passed so far: headers, console, axe, sideways scrolling. */
  async findings(): Promise<string[]> {
    await Promise.all(this.checks);
    return this.faults;
  }

  private async shoot(label: string): Promise<void> {
    const dir = process.env['QUITTANCE_E2E_SHOTS'];
    if (dir === undefined) return;
    mkdirSync(dir, { recursive: true });
    await this.page.screenshot({
      path: path.join(dir, `${this.name}-${String(this.shots).padStart(2, '0')}-${label}.png`),
      fullPage: true,
    });
  }

  /** Looks at the page as it is: axe in light and dark (where scripts run), and whether a phone scrolls it sideways. */
  async look(label: string): Promise<void> {
    const { page } = this;
    this.shots += 1;
    if ((await page.locator('h1').count()) !== 1) this.faults.push(`${label}: not exactly one h1`);
    if ((await page.locator('[hidden]').filter({ visible: true }).count()) > 0) this.faults.push(`${label}: something hidden is seen`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await this.shoot(`${label}-${colorScheme}`);
      if (this.scripts) await this.inspect(`${label}, ${colorScheme}`);
    }
    const before = page.viewportSize() ?? DESK;
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: 'light' });
    await this.shoot(`${label}-phone`);
    const width = await page.locator('html').evaluate((root) => root.scrollWidth);
    if (width > PHONE.width) this.faults.push(`${label}: ${width} px wide on a phone`);
    await page.setViewportSize(before);
  }

  private async inspect(label: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(TAGS).setLegacyMode(true).analyze();
    for (const { id, nodes } of violations)
      this.faults.push(`${label}: axe ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }

  /** The page's heading. */
  async title(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Loads the page again until its heading says so. */
  async until(title: string): Promise<void> {
    await eventually(`the heading “${title}”`, async () => {
      await this.page.reload();
      return (await this.title()) === title ? true : undefined;
    });
  }

  /** Goes to an element with the Tab key, as somebody without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('The Tab key does not lead there');
  }

  /** Presses a button or follows a link by keyboard, and waits for the page it leads to. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.page.keyboard.press(key)]);
  }

  /** Types into a field by keyboard, in place of what is there; nobody types long texts, they are pasted. */
  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Control+A');
    await (text.length > 200 ? this.page.keyboard.insertText(text) : this.page.keyboard.type(text));
  }

  /** Ticks a box by keyboard. */
  async tick(target: Locator): Promise<void> {
    await this.tabTo(target);
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
  }

  /** Picks an entry of a list by typing its beginning. */
  async pick(target: Locator, label: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(label);
  }
}
