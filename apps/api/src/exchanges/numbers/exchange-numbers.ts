import { Injectable } from '@nestjs/common';
import { UnitsService } from '../../directory';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { ExchangeRow } from '../records/exchange.row';
import { exchangeNumber } from './exchange-number';
import { NumberRepository } from './number.repository';

/** Gives an exchange its number for life. */
@Injectable()
export class ExchangeNumbers {
  constructor(
    private readonly numbers: NumberRepository,
    private readonly units: UnitsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** The next number of the requesting unit, in the year on its own wall. */
  async next({ requestingUnitId, requestingCountry }: ExchangeRow): Promise<string> {
    const { code, unitId } = await this.units.numberingOf(requestingUnitId);
    const year = Number(this.deadlines.today(requestingCountry).slice(0, 4));
    return exchangeNumber(code, year, await this.numbers.next(unitId, year));
  }
}
