import { send } from './wire';

/** No limit of requests lasts longer than this. */
const LONGEST_WAIT_SECONDS = 60;
/** More than the product takes from one place in a minute. */
const TOO_MANY = 1_300;
const AT_ONCE = 16;
const ADDRESS = '10.200.0.1';

/** A place that asks for more than one may: nobody is signed in there. */
export class BusyPlace {
  private left = TOO_MANY;
  private longest = 0;
  private refused = false;

  constructor(private readonly portOf: () => number) {}

  /** Asks once: the minute of this place begins. */
  async begin(): Promise<void> {
    await this.ask();
  }

  /** Asks until it is told to wait, and says for how many seconds; null where that is no longer than a minute. */
  async waitsTooLong(): Promise<number | null> {
    const work = async (): Promise<void> => {
      while (this.left > 0 && !this.refused) await this.ask();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return this.longest > LONGEST_WAIT_SECONDS ? this.longest : null;
  }

  private async ask(): Promise<void> {
    this.left -= 1;
    const headers = { accept: 'application/json', 'x-forwarded-for': ADDRESS };
    const heard = await send({ port: this.portOf(), method: 'GET', path: '/api/v1/session', headers });
    if (heard.kind !== 'answer' || heard.status !== 429) return;
    this.refused = true;
    this.longest = Math.max(this.longest, Number(heard.headers['retry-after'] ?? 0));
  }
}
