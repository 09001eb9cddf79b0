import type { Browser, Page } from 'playwright-core';
import type { Caller } from '../api/caller';
import { freshCode } from '../authenticator';
import { accessibilityProblems } from '../axe';
import { screenshot } from '../screens';
import { shared, signInByEmail } from '../shared-state';
import { Visit, type VisitOptions } from '../visit';

export type Language = 'ro' | 'bg' | 'en';

/** The words of signing in and of waiting, in each language. */
const words = {
  ro: {
    email: 'Adresa de e-mail',
    password: 'Parola',
    signIn: 'Autentificare',
    code: 'Codul de verificare',
    go: 'Continuați',
  },
  bg: {
    email: 'Електронна поща',
    password: 'Парола',
    signIn: 'Вход',
    code: 'Код за потвърждение',
    go: 'Продължаване',
  },
  en: {
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    code: 'Verification code',
    go: 'Continue',
  },
} as const;
/** How long anything on a page may take on a loaded machine; nothing is faster for a shorter one. */
const patience = 60_000;
const loading = /^(Se încarcă…|Зареждане…|Loading…)$/;

/** A computer's window, and a telephone's. */
const windows = [
  { width: 1440, height: 900, longest: 1500, suffix: '' },
  { width: 390, height: 844, longest: 1690, suffix: '-390' },
] as const;

/** Somebody in front of the product's pages, in one language. */
export class Reader {
  private constructor(
    private readonly visit: Visit,
    readonly language: Language,
  ) {}

  /** Opens a window of its own. */
  static async open(
    browser: Browser,
    language: Language,
    options: Omit<VisitOptions, 'locale'> = {},
  ): Promise<Reader> {
    const visit = await Visit.open(browser, { locale: language, ...options });
    visit.page.setDefaultTimeout(patience);
    return new Reader(visit, language);
  }

  /** The page in front of the reader. */
  get page(): Page {
    return this.visit.page;
  }

  /** Types e-mail address, password and, where one is asked for, the code of the authenticator. */
  async signIn(email: string): Promise<void> {
    const { password, totpSecret } = signInByEmail(email);
    const say = words[this.language];
    await this.goTo('sign-in');
    await this.page.getByLabel(say.email).fill(email);
    await this.page.getByLabel(say.password, { exact: true }).fill(password);
    await this.page.getByRole('button', { name: say.signIn }).click();
    if (totpSecret !== undefined) {
      const code = this.page.getByLabel(say.code);
      await code.waitFor();
      await this.check('sign-in-code');
      await code.fill(await freshCode(email, totpSecret));
      await this.page.getByRole('button', { name: say.go }).click();
    }
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await this.settled();
  }

  /** Comes with a session that already is: for walks that are not about signing in. */
  async bring({ cookie }: Caller): Promise<void> {
    const [name = '', value = ''] = (cookie ?? '').split('=');
    await this.visit.context.addCookies([
      { name, value, url: shared().address, httpOnly: true, sameSite: 'Strict' },
    ]);
  }

  /** Opens a page by its address, without the language. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`/${this.language}/${path}`);
    await this.settled();
  }

  /** Waits until the page shows what it is about: a heading, and nothing still on its way. */
  async settled(): Promise<void> {
    // By element: behind an open dialog the heading is there, and no part of the accessibility tree.
    await this.page.locator('h1').first().waitFor();
    await this.page.getByText(loading).first().waitFor({ state: 'detached' });
  }

  /** Holds the page as it stands to what every page promises: no accessibility problem, no sideways scrolling. */
  async check(name: string): Promise<void> {
    await this.settled();
    const problems = await accessibilityProblems(this.page);
    const overflow = await this.overflow();
    expect({ page: `${this.language} ${name}`, problems, overflow }).toEqual({
      page: `${this.language} ${name}`,
      problems: [],
      overflow: 0,
    });
  }

  /**
   * Keeps pictures of the page for the documentation, when SCREENS asks for them. `still` says when the page stands
   * still where that is not what every page waits for.
   */
  async picture(name: string, still: () => Promise<void> = () => this.settled()): Promise<void> {
    if (process.env['SCREENS'] === undefined) return;
    const before = this.page.viewportSize();
    await this.page.evaluate('window.scrollTo(0, 0)');
    for (const { suffix, longest, ...size } of windows) {
      await this.page.setViewportSize(size);
      await still();
      // As high as the page, up to what one looks at: a bar at the lower edge then stands at the edge of the picture.
      const whole = await this.page.evaluate<number>('document.documentElement.scrollHeight');
      await this.page.setViewportSize({ ...size, height: Math.min(whole, longest) });
      await screenshot(this.page, `${name}-${this.language}${suffix}`, false);
    }
    if (before !== null) await this.page.setViewportSize(before);
  }

  /** By how many pixels the page is wider than its window. */
  async overflow(): Promise<number> {
    return this.page.evaluate<number>(
      'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
    );
  }

  /** Opens a case from the list of all, the newest first: other stories leave their cases in the same lists. */
  async openCase(number: string): Promise<void> {
    await this.goTo('work?queue=all');
    await this.page.getByRole('link', { name: number }).click();
  }

  /** Keeps a picture of what stands there when a journey breaks off, for whoever looks into it. */
  async breakOff(): Promise<void> {
    // The story's own error is the one to be told, whatever becomes of the picture.
    await screenshot(this.page, `broken-off-${this.language}`).catch(() => undefined);
    await this.visit.context.close();
  }

  /** Ends the visit; fails when a request left the origin or the console showed an error. */
  async close(): Promise<void> {
    await this.visit.close();
  }
}
