import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '@soc-coop/testing';
import type { Attached, NotAttached } from '../history/events';
import type { HistoryLog } from '../history/log';
import type { Desk, Manners } from './desk';
import { verdictOf } from './verdict';
import type { Officer } from './officer';
import { begin, type Parcel, sendPart, standing, type TusVerdict } from './tus';

const MOST_LINES = 900;
const MOST_PARTS = 4;
const LONGEST_STALL_MS = 60;
const LONGEST_BEFORE_HANGING_UP_MS = 80;
const LONGEST_PAUSE_MS = 300;
const QUARANTINE_TRIES = 12;
const QUARANTINE_PAUSE_MS = 150;
const FILES = 'query files($id: ID!) { exchange(id: $id) { id version draftFiles { scan } } }';

/** A text nobody else sends: its key is in every line. */
const textOf = (key: string, lines: number): Buffer =>
  Buffer.from(Array.from({ length: lines }, (_, at) => `${key} rândul ${at + 1} ред`).join('\n'), 'utf8');

/** Carries files to drafts by tus, part by part, and goes on where a broken connection or a kill has left an upload. */
export class Porter {
  constructor(
    private readonly desk: Desk,
    private readonly log: HistoryLog,
    private readonly random: SeededRandom,
    private readonly manners: Manners,
  ) {}

  /** Attaches one file, again and again until it is settled or the desk is closed for good. */
  async attach(officer: Officer, exchange: string, part: Parcel['part']): Promise<void> {
    const key = randomUUID();
    const bytes = textOf(key, this.random.integer(3, MOST_LINES));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.log.add({ type: 'attach', key, session: officer.name, exchange, sha256 });
    const parcel = { exchange, part, name: `dovada-${key}.txt`, bytes };
    let path: string | null = null;
    while (!this.desk.isClosed) {
      const verdict: TusVerdict =
        path === null ? await begin(officer, parcel) : await this.goOn(officer, path, bytes);
      const end = this.endOf(key, verdict);
      if (end !== null) {
        this.log.add(end);
        return;
      }
      if (verdict.kind === 'ok') path = verdict.path;
      if (verdict.kind === 'unknown') await this.recover(officer, key, verdict);
    }
  }

  /** Waits until the draft's files may leave; what is not judged in time is refused by the move itself. */
  async waitForQuarantine(officer: Officer, exchange: string): Promise<void> {
    for (let tries = QUARANTINE_TRIES; tries > 0 && !this.desk.isClosed; tries -= 1) {
      const heard = await officer.graphql(FILES, { id: exchange });
      if (verdictOf('exchange', heard).kind === 'ok' && heard.kind === 'answer') {
        const { data } = JSON.parse(heard.text) as {
          data: { exchange: { draftFiles: { scan: string }[] } };
        };
        if (data.exchange.draftFiles.every(({ scan }) => scan !== 'PENDING')) return;
      }
      await sleep(QUARANTINE_PAUSE_MS);
    }
  }

  /** Asks where the upload stands, which also settles one whose last answer was lost, and sends what comes next. */
  private async goOn(officer: Officer, path: string, bytes: Buffer): Promise<TusVerdict> {
    const now = await standing(officer, path);
    if (now.kind !== 'ok' || now.file !== null) return now;
    const size = Math.ceil(bytes.length / this.random.integer(1, MOST_PARTS));
    const next = bytes.subarray(now.offset, now.offset + size);
    const hangsUp = this.random.next() < this.manners.hangsUp;
    return sendPart(officer, path, now.offset, next, {
      hangUpAfterMs: hangsUp ? this.random.integer(1, LONGEST_BEFORE_HANGING_UP_MS) : null,
      stallsForMs: this.random.integer(0, LONGEST_STALL_MS),
    });
  }

  private endOf(key: string, verdict: TusVerdict): Attached | NotAttached | null {
    if (verdict.kind === 'refused') return { type: 'notAttached', key, reason: verdict.reason };
    return verdict.kind === 'ok' && verdict.file !== null
      ? { type: 'attached', key, file: verdict.file }
      : null;
  }

  private async recover(
    officer: Officer,
    key: string,
    { why, signIn }: Extract<TusVerdict, { kind: 'unknown' }>,
  ): Promise<void> {
    this.log.add({ type: 'unknown', key, why });
    if (signIn) await officer.signIn();
    await sleep(this.random.integer(20, LONGEST_PAUSE_MS));
  }
}
