import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Crew } from '../clients/case-walk';
import { makeCrew } from '../clients/crowd';
import { collectFiles } from '../clients/collect';
import { ANSWER, DOCUMENTS, requestContent } from '../clients/documents';
import type { Officer } from '../clients/officer';
import { begin, sendPart, standing } from '../clients/tus';
import { verdictOf } from '../clients/verdict';
import type { OperationName } from '../history/events';
import type { Problem } from '../history/facts';
import { HistoryLog } from '../history/log';
import { judge } from './judge';
import type { Ending, Scenario } from './scenario';
import { type House, openHouse, type Stage } from './stage';

const NOBODY = 'nobody';
const FILE_KEYS = 'file.add:';
const CLEAN_MS = 600;

const problem = (detail: string): Problem => ({ rule: 'the same key gets the same answer', detail });

/** Walks one case; each of its acts is committed by a process that dies before it can say so. */
class DeadlyWalk {
  readonly problems: Problem[] = [];
  deaths = 0;
  private at: { id: string; version: number } | null = null;

  constructor(
    private readonly house: House,
    private readonly crew: Crew,
    private readonly log: HistoryLog,
    private readonly fileOfKey: string,
  ) {}

  async walk(): Promise<void> {
    const { requesters, repliers, replyingUnit } = this.crew;
    const marker = '1/2026';
    const content = { replyingUnit, nationalFileNumber: marker, ...requestContent(1) };
    await this.act(requesters[0], 'OPEN', { type: 'EX02', replyingUnit });
    await this.act(requesters[0], 'SAVE', content, marker);
    await this.attach(requesters[0], true);
    // Nobody has looked at that file yet: the next one hurries the quarantine, as does the job of the next minute.
    await this.attach(requesters[0], false);
    await sleep(CLEAN_MS);
    await this.act(requesters[0], 'SEND', {});
    await this.act(repliers[0], 'ACCEPT', {});
    await this.act(repliers[0], 'ANSWER', ANSWER);
    await this.act(requesters[0], 'CLOSE', { reasonCode: '01' });
  }

  /** Sent, committed, killed; the same key is told the stored outcome, and told it again. */
  private async act(
    officer: Officer,
    operation: OperationName,
    input: object,
    marker: string | null = null,
  ): Promise<void> {
    const { field, text } = DOCUMENTS[operation];
    const [key, session, seen] = [randomUUID(), officer.name, this.at];
    const [exchange, base] = [seen?.id ?? null, seen?.version ?? null];
    const variables = { input: { ...seen, ...input, idempotencyKey: key } };
    const ask = async () => verdictOf(field, await officer.graphql(text, variables));
    this.log.add({ type: 'invoke', key, session, operation, exchange, base, marker });
    await this.dying(key, async () => {
      const first = await ask();
      if (first.kind === 'unknown') this.log.add({ type: 'unknown', key, why: first.why });
      return first.kind === 'unknown';
    });
    const [second, third] = [await ask(), await ask()];
    if (second.kind !== 'ok') {
      this.problems.push(problem(`${operation}: the same key was answered ${JSON.stringify(second)}`));
      return;
    }
    if (JSON.stringify(second) !== JSON.stringify(third))
      this.problems.push(problem(`${operation}: asked twice, the same key got two answers`));
    this.at = { id: second.data.id, version: second.data.version };
    this.log.add({ type: 'ok', key, session, exchange: this.at.id, version: this.at.version });
  }

  private async attach(officer: Officer, deadly: boolean): Promise<void> {
    const exchange = this.at?.id ?? '';
    const key = randomUUID();
    const bytes = Buffer.from(`${key}\n`.repeat(100), 'utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.log.add({ type: 'attach', key, session: officer.name, exchange, sha256 });
    const begun = await begin(officer, { exchange, part: 'REQUEST', name: `dovada-${key}.txt`, bytes });
    const path = begun.kind === 'ok' ? begun.path : '';
    const send = async (): Promise<boolean> => {
      const faults = { hangUpAfterMs: null, stallsForMs: 0 };
      return (await sendPart(officer, path, 0, bytes, faults)).kind === 'unknown';
    };
    if (deadly) await this.dying(FILE_KEYS, send);
    else await send();
    const told = [await standing(officer, path), await standing(officer, path)];
    const files = told.flatMap((one) => (one.kind === 'ok' && one.file !== null ? [one.file] : []));
    const [file] = files;
    if (file === undefined || files.length !== told.length || files[1] !== file)
      this.problems.push(problem(`the upload was answered ${JSON.stringify(told)}`));
    else this.log.add({ type: 'attached', key, file });
  }

  /** Does something whose process dies of it, and brings the process back. */
  private async dying(key: string, work: () => Promise<boolean>): Promise<void> {
    writeFileSync(this.fileOfKey, key);
    this.log.add({ type: 'fault', what: `kill -9 after the commit of ${key}` });
    if (await work()) this.deaths += 1;
    else this.problems.push(problem('the process should have died before it could answer'));
    writeFileSync(this.fileOfKey, NOBODY);
    await this.house.webs[0].start();
  }
}

const walkToDeath = async (stage: Stage, house: House, fileOfKey: string): Promise<Ending> => {
  const log = new HistoryLog(join(stage.settings.home, 'after-commit.jsonl'));
  const crew = await makeCrew(house.portOf);
  const walk = new DeadlyWalk(house, crew, log, fileOfKey);
  await walk.walk();
  const collect = (): Promise<void> => collectFiles(crew.requesters, log);
  const judged = await judge(stage.postgres, house.database, log, collect);
  return {
    problems: [...walk.problems, ...judged.problems],
    figures: { ...judged.figures, 'kills between commit and answer': walk.deaths },
  };
};

/** Every act of a case is committed by a process that is killed before it can answer; the same key is asked again. */
export const afterCommit: Scenario = {
  name: 'after-commit',
  title: 'killed between commit and answer, the same key gets the stored answer and nothing happens twice',
  file: 'apps/chaos/src/scenarios/after-commit.ts',
  alone: false,
  run: async (stage) => {
    const fileOfKey = join(stage.settings.home, 'deadly-key');
    writeFileSync(fileOfKey, NOBODY);
    const house = await openHouse(stage, {
      name: 'after-commit',
      webs: 1,
      preload: join(__dirname, '..', 'faults', 'preload', 'dies-after-commit.js'),
      env: { CHAOS_DEADLY_KEY_FILE: fileOfKey },
    });
    try {
      return await walkToDeath(stage, house, fileOfKey);
    } finally {
      await house.close();
    }
  },
};
