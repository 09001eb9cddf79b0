import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Policy } from '../../access';
import type { ActNote } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { ExchangeViews } from '../exchange-views';
import { type CaseShows, readsMoreThanTheRow, shownParts } from '../read-plans/look';
import { ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';
import type { ExchangeView } from '../records/exchange.view';
import { factsOf } from './exchange-rights';

/** What a request wants to be shown of the case once its move is made, and what the move has put there. */
interface Wanted {
  readonly shows: CaseShows;
  view: ExchangeView | null;
}

const storage = new AsyncLocalStorage<Wanted>();

/**
 * Shows a case as a move leaves it, from within the transaction of the move: what is shown is part of the act, and its
 * one audit event says so (docs/adr/0032). Where nothing was put there, because the move had been made before under the
 * same key or the officer may not see the case any more, the caller looks again, under today's rights.
 */
@Injectable()
export class MoveAnswers {
  constructor(
    private readonly policy: Policy,
    private readonly views: ExchangeViews,
    private readonly exchanges: ExchangeRepository,
  ) {}

  /** Makes a move whose answer is wanted; the view is null where the case has to be read anew. */
  async wanted(
    shows: CaseShows,
    move: () => Promise<string>,
  ): Promise<{ readonly id: string; readonly view: ExchangeView | null }> {
    const wanted: Wanted = { shows, view: null };
    const id = await storage.run(wanted, move);
    return { id, view: wanted.view?.row.id === id ? wanted.view : null };
  }

  /** Forgets what an attempt has put there: the act begins anew, or turns out to have been done before. */
  forget(): void {
    const wanted = storage.getStore();
    if (wanted !== undefined) wanted.view = null;
  }

  /** Puts the answer there, where one is wanted; the caller owns the transaction and has made the move. */
  async fill(actor: Actor, left: ExchangeRow, note: ActNote): Promise<void> {
    const wanted = storage.getStore();
    if (wanted === undefined || !this.policy.may(actor, 'exchange:view', factsOf(left))) return;
    const { shows } = wanted;
    const row = readsMoreThanTheRow(shows) ? await this.readAnew(actor, left.id, shows) : left;
    if (row === null) return;
    wanted.view = await this.views.of(actor, row, shows);
    note.detail({ shown: shownParts(shows) });
  }

  private async readAnew(actor: Actor, id: string, shows: CaseShows): Promise<ExchangeRow | null> {
    await this.views.prepare(actor, id, shows);
    return this.exchanges.find(id);
  }
}
