import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../../../platform/context';
import { type Download, DownloadFile } from '../download-file';
import { attachmentHeader } from './content-disposition';
import { PROBLEM } from './files.openapi';

/** Nothing a browser does with a file happens in our origin: it is saved, not shown, and kept in no cache. */
const headersOf = ({ name, mediaType, size }: Download): Readonly<Record<string, string>> => ({
  'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
  'content-length': String(size),
  'content-disposition': attachmentHeader(name),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "sandbox; default-src 'none'",
});

/** A stream whose first piece has been read already: what cannot be opened at all is still a coded error. */
const begun = async (bytes: AsyncGenerator<Buffer>): Promise<Readable> => {
  const first = await bytes.next();
  const all = async function* (): AsyncGenerator<Buffer> {
    if (first.done === true) return;
    yield first.value;
    yield* bytes;
  };
  return Readable.from(all());
};

/** Gives files out. */
@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(private readonly downloads: DownloadFile) {}

  /** One file, whole. */
  @Get(':id')
  @ApiOperation({ operationId: 'downloadFile', summary: 'One attached file; each download is audited' })
  @ApiParam({ name: 'id', description: 'From `ExchangeFile.id`.' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({
    status: 200,
    description: 'The bytes, verified',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiResponse({ status: 401, description: 'Nobody is signed in', ...PROBLEM })
  @ApiResponse({ status: 404, description: "No such file, or not the caller's to read", ...PROBLEM })
  @ApiResponse({ status: 409, description: 'Still being checked, or found harmful', ...PROBLEM })
  async download(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.downloads.download(actor, id);
    const stream = await begun(file.bytes);
    await reply.headers(headersOf(file)).send(stream);
  }
}
