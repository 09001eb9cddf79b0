import type { Browser, BrowserContext, Page } from 'playwright-core';
import { shared } from './shared-state';

/** How a reader comes. */
export interface VisitOptions {
  readonly locale?: 'ro' | 'bg' | 'en';
  readonly colourScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Console errors that this visit provokes on purpose. */
  readonly expected?: readonly RegExp[];
}

/** A person at a browser of their own: no cookies of anybody else, and no patience with faults. */
export class Visit {
  private readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly expected: readonly RegExp[],
  ) {}

  /** Opens a fresh window at the product's address. */
  static async open(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
    const context = await browser.newContext({
      baseURL: shared().address,
      locale: { ro: 'ro-RO', bg: 'bg-BG', en: 'en-GB' }[options.locale ?? 'en'],
      timezoneId: 'Europe/Bucharest',
      colorScheme: options.colourScheme ?? 'light',
      viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
      reducedMotion: 'reduce',
    });
    const visit = new Visit(context, await context.newPage(), options.expected ?? []);
    visit.watch(new URL(shared().address).origin);
    return visit;
  }

  /** What went wrong so far: requests that left the origin, console errors, uncaught errors. */
  get problems(): readonly string[] {
    return this.faults.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }

  /** Ends the visit; fails when anything went wrong in it. */
  async close(): Promise<void> {
    await this.context.close();
    if (this.problems.length > 0) throw new Error(`Faults in the browser:\n${this.problems.join('\n')}`);
  }

  /**
   * Watches without standing in between: what a request has to pass keeps a browser from remembering what it has
   * read, and every page would be fetched and compiled anew. That nothing gets out is up to the browser's arguments.
   */
  private watch(origin: string): void {
    const note = (address: string): void => {
      const { protocol, origin: its } = new URL(address);
      if (/^(https?|wss?):$/.test(protocol) && its.replace(/^ws/, 'http') !== origin)
        this.faults.push(`left the origin: ${address}`);
    };
    this.context.on('request', (request) => note(request.url()));
    this.page.on('websocket', (socket) => note(socket.url()));
    this.context.on('console', (message) => {
      if (message.type() === 'error')
        this.faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    this.context.on('weberror', (error) => this.faults.push(`uncaught: ${error.error().message}`));
  }
}
