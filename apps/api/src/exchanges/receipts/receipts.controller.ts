import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { PROBLEM } from '../../platform/rest';
import { readReceipt } from './read-receipt';
import type { PublicSigningKey, SignedReceipt } from './receipt';
import { KEY_SET, SIGNED_RECEIPT, VERIFICATION } from './receipts.openapi';
import { ReceiptsService, type Verification } from './receipts.service';

/** Receipts as files: to keep, and to check without trusting whoever hands one over. */
@ApiTags('receipts')
@Controller('api/v1/receipts')
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  /** The public keys, as a JSON Web Key Set. */
  @Get('keys')
  @Header('cache-control', 'public, max-age=300')
  @ApiOperation({
    operationId: 'readReceiptKeys',
    summary: 'The public keys receipts are checked with',
    security: [],
  })
  @ApiResponse({ status: 200, description: 'A JSON Web Key Set (RFC 7517)', schema: KEY_SET })
  @ApiResponse({ status: 429, description: 'Too many requests: wait', ...PROBLEM })
  async keys(@CurrentActor() actor: Actor): Promise<{ keys: readonly PublicSigningKey[] }> {
    return { keys: await this.receipts.publicKeys(actor) };
  }

  /** Checks a receipt; a page without a session may ask too. */
  @Post('verification')
  @HttpCode(200)
  @RouteConfig({ csrf: 'own-site' })
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'verifyReceipt',
    summary: 'Whether a receipt is ours and unchanged',
    security: [],
  })
  @ApiBody({ schema: SIGNED_RECEIPT })
  @ApiResponse({ status: 200, description: 'What came of it', schema: VERIFICATION })
  @ApiResponse({ status: 400, description: 'Not a receipt', ...PROBLEM })
  async verify(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<Verification> {
    const signed = readReceipt(body);
    if (signed === null) throw new DomainError('exchange.notAReceipt');
    return this.receipts.verify(actor, signed);
  }

  /** One receipt, as a file. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'readReceipt', summary: 'The signed receipt of an acceptance' })
  @ApiParam({ name: 'id', description: 'From Query.exchangeReceipts' })
  @ApiResponse({ status: 200, description: 'The receipt and its signature', schema: SIGNED_RECEIPT })
  @ApiResponse({ status: 404, description: 'There is none within reach', ...PROBLEM })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedReceipt> {
    const signed = await this.receipts.get(actor, id);
    const name = `receipt-${signed.receipt.number}-${signed.receipt.message.version}.json`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return signed;
  }
}
