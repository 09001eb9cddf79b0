import { Injectable } from '@nestjs/common';
import type { RekeyedBatch, RekeyPart } from '../../platform/rekey';
import { ExchangeKeys } from '../records/exchange-keys';
import { CONTENT_PURPOSE } from '../records/message.repository';
import { NOTE_PURPOSE } from '../records/move.repository';
import { RekeyRepository, type WordsPlace } from './rekey.repository';

const CONTENTS: WordsPlace = { table: 'exchange_message', clear: 'content', sealed: 'sealed' };
const NOTES: WordsPlace = { table: 'exchange_move', clear: 'note', sealed: 'sealed_note' };

/** Seals what was sent before contents and remarks were sealed; their hashes are over the content and stay. */
@Injectable()
export class ClearWords {
  constructor(
    private readonly rows: RekeyRepository,
    private readonly keys: ExchangeKeys,
  ) {}

  /** Contents of messages. */
  contents(): RekeyPart {
    return this.part('contents in clear', CONTENTS, CONTENT_PURPOSE);
  }

  /** Remarks of moves. */
  notes(): RekeyPart {
    return this.part('remarks in clear', NOTES, NOTE_PURPOSE);
  }

  private part(name: string, place: WordsPlace, purpose: string): RekeyPart {
    return {
      name,
      pending: async () => this.rows.countClear(place),
      batch: async (after, size) => this.batch(place, purpose, after, size),
    };
  }

  private async batch(
    place: WordsPlace,
    purpose: string,
    after: string | null,
    size: number,
  ): Promise<RekeyedBatch | null> {
    const found = await this.rows.clear(place, after, size);
    for (const { id, exchangeId, text } of found) {
      const box = await this.keys.forWriting(exchangeId);
      await this.rows.seal(place, id, box.seal(purpose, id, text));
    }
    const last = found.at(-1);
    return last === undefined ? null : { last: last.id, rows: found.length };
  }
}
