import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { makePatterns } from '../../product';
import { ExchangeEntity, SearchEntity } from './exchange.entities';
import type { CappedCount } from './models';

const CAP = 1_000;
/** All text of a row, as its index has it. */
const DOC = `(s.plain || ' ' || s.personal)`;
const patternsOf = makePatterns();

/** Finds exchanges of a unit. */
@Injectable()
export class SearchService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The newest that were found. */
  async page(unit: string, query: string, first: number): Promise<ExchangeEntity[]> {
    const found = await this.found(unit, query)
      .orderBy('s.sortAt', 'DESC')
      .addOrderBy('s.exchangeId', 'DESC')
      .take(first)
      .getMany();
    const ids = found.map(({ exchangeId }) => exchangeId);
    const rows = await this.source.getRepository(ExchangeEntity).find({ where: { id: In(ids) } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** How many were found, counted to the cap. */
  async count(unit: string, query: string): Promise<CappedCount> {
    const rows = await this.found(unit, query)
      .select('s.exchangeId')
      .limit(CAP + 1)
      .getRawMany();
    return { value: Math.min(rows.length, CAP), capped: rows.length > CAP };
  }

  private found(unit: string, query: string): SelectQueryBuilder<SearchEntity> {
    const { exact, tolerant } = patternsOf(query);
    const start = this.source
      .getRepository(SearchEntity)
      .createQueryBuilder('s')
      .where('s.unitId = :unit', { unit });
    return exact.reduce(
      (builder, pattern, at) =>
        builder.andWhere(`(${DOC} like :exact${at} or ${DOC} like :tolerant${at})`, {
          [`exact${at}`]: pattern,
          [`tolerant${at}`]: tolerant[at],
        }),
      start,
    );
  }
}
