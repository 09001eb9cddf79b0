import { applyDecorators, Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DEFAULT_COLUMNS, type ExportFormat } from '@soc-coop/contracts';
import { ExportExchangesQuery } from '@soc-coop/dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../platform/context';
import { preferredLocale } from '../../platform/errors';
import { Turnstile } from '../../platform/files';
import { PROBLEM } from '../../platform/rest';
import type { ListWanted } from '../exchange-lists';
import { toCsv } from './csv';
import { ExportListService } from './export-list.service';
import { EXPORT_PARAMETERS } from './exports.openapi';
import { cellsOf, headingsOf } from './list-cells.mapper';
import { headOf } from './list-head';
import { type ListWords, listWords } from './list-words';
import { toXlsx } from './xlsx';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Longest lists are a few megabytes each while they are written; no more of them at once than fit beside the rest. */
const AT_ONCE = 2;

const DescribedParameters = (): MethodDecorator =>
  applyDecorators(...EXPORT_PARAMETERS.map((parameter) => ApiQuery(parameter)));

const wantedOf = (query: ExportExchangesQuery): ListWanted => {
  const { queue, sort, columns: _columns, format: _format, ...filter } = query;
  return { queue, filter, sort: sort ?? null };
};

/** Gives lists out as files. */
@ApiTags('exports')
@Controller('api/v1/exports')
export class ExportsController {
  private readonly turnstile = new Turnstile(AT_ONCE);

  constructor(private readonly lists: ExportListService) {}

  /** A list of exchanges as its reader sees it. */
  @Get('exchanges')
  @ApiOperation({
    operationId: 'exportExchanges',
    summary: 'A list of exchanges as a file, with the rights and in the order of the screen; audited',
  })
  @DescribedParameters()
  @ApiHeader({
    name: 'accept-language',
    description: 'The language of the file: ro, bg or en.',
    required: false,
  })
  @ApiProduces('text/csv', TYPES.xlsx)
  @ApiResponse({ status: 200, description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 400, description: 'Not a list, or one of too many rows', ...PROBLEM })
  @ApiResponse({ status: 401, description: 'Nobody is signed in', ...PROBLEM })
  @ApiResponse({ status: 403, description: 'The caller has no lists of exchanges', ...PROBLEM })
  async exchanges(
    @CurrentActor() actor: Actor,
    @Query() query: ExportExchangesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const words = listWords(preferredLocale(request.headers['accept-language']));
    const file = await this.turnstile.through(() => this.write(actor, query, words));
    await reply
      .header('content-type', TYPES[query.format])
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header(
        'content-disposition',
        `attachment; filename="soc-coop-${query.queue.toLowerCase()}.${query.format}"`,
      )
      .send(file);
  }

  private async write(actor: Actor, query: ExportExchangesQuery, words: ListWords): Promise<Buffer> {
    const { format, columns = DEFAULT_COLUMNS } = query;
    const wanted = wantedOf(query);
    const list = await this.lists.read(actor, wanted, format, (row) => cellsOf(row, columns, words));
    const head = headOf(wanted, list, words);
    const rows = [...head, headingsOf(columns, words), ...list.rows];
    if (format === 'csv') return toCsv(rows);
    return toXlsx(rows, { sheet: words.t('exchanges.export.sheet'), bold: head.length });
  }
}
