import { Controller, Delete, Head, HttpCode, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../platform/context';
import { DomainError } from '../../../platform/errors';
import { UPLOAD_BODY } from '../../../platform/files';
import { isDraftPart } from '../draft-files';
import type { UploadRow } from '../file.row';
import { ReceiveUpload } from '../receive-upload';
import { UploadLimits } from '../upload-limits';
import { UploadsService } from '../uploads.service';
import { CSRF, PROBLEM, TUS, UPLOAD_CREATED, UPLOAD_STATE } from './files.openapi';
import {
  type Creation,
  readCreation,
  readPart,
  requireTus,
  TUS_EXTENSIONS,
  TUS_VERSION,
  uploadHeaders,
} from './tus';

const PATH = 'api/v1/files/uploads';

/** @throws DomainError request.malformed where the upload does not say what it is for. */
const wanted = ({ length, metadata }: Creation) => {
  const [exchangeId, part, name] = ['exchange', 'part', 'filename'].map((key) => metadata.get(key) ?? '');
  if (!exchangeId || !name || !part || !isDraftPart(part)) throw new DomainError('request.malformed');
  return { length, exchangeId, part, name };
};

/** Resumable uploads by the tus protocol 1.0: begin, send parts, ask how far one came, give up. */
@ApiTags('files')
@Controller(PATH)
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly receiving: ReceiveUpload,
    private readonly limits: UploadLimits,
  ) {}

  /** What is spoken here. */
  @Options()
  @HttpCode(204)
  @ApiOperation({ operationId: 'describeUploads', summary: 'Version, extensions and limit of tus uploads' })
  @ApiResponse({
    status: 204,
    description: 'In the headers `tus-version`, `tus-extension`, `tus-max-size`, `x-files-per-message`',
  })
  @ApiResponse({ status: 429, description: 'Too many requests: wait', ...PROBLEM })
  describe(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.headers({
      'tus-resumable': TUS_VERSION,
      'tus-version': TUS_VERSION,
      'tus-extension': TUS_EXTENSIONS,
      'tus-max-size': String(this.limits.bytes),
      // The protocol has no word for it; clients of ours tell it to their readers.
      'x-files-per-message': String(this.limits.filesPerMessage),
    });
  }

  /** Begins an upload to a draft. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'beginUpload', summary: 'Begin an upload to a draft' })
  @ApiHeader(TUS)
  @ApiHeader(CSRF)
  @ApiHeader({ name: 'upload-length', required: true, description: 'Bytes of the file.' })
  @ApiHeader({
    name: 'upload-metadata',
    required: true,
    description:
      'tus metadata: `filename`, `exchange` (its id), `part` (REQUEST, ANSWER, REQUEST_CORRECTION or ANSWER_CORRECTION).',
  })
  @ApiResponse({ status: 201, description: 'Begun', headers: UPLOAD_CREATED })
  @ApiResponse({ status: 400, description: 'No such file is taken', ...PROBLEM })
  @ApiResponse({ status: 404, description: 'No such draft within reach', ...PROBLEM })
  @ApiResponse({ status: 409, description: 'The draft is closed or full', ...PROBLEM })
  @ApiResponse({ status: 413, description: 'Larger than is taken', ...PROBLEM })
  async begin(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request.headers);
    const upload = await this.uploads.begin(actor, wanted(readCreation(request.headers)));
    void reply.headers({ ...uploadHeaders(upload), location: `/${PATH}/${upload.id}` });
  }

  /** How far an upload came. */
  @Head(':id')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readUpload', summary: 'How far an upload came' })
  @ApiHeader(TUS)
  @ApiResponse({ status: 200, description: 'Where to go on', headers: UPLOAD_STATE })
  @ApiResponse({ status: 404, description: 'No such upload of the caller', ...PROBLEM })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request.headers);
    this.answer(reply, await this.receiving.settle(actor, id));
  }

  /** Takes a part; with the last one the upload becomes a file, or is refused. */
  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'sendPart', summary: 'Send the next bytes of an upload' })
  @ApiConsumes(UPLOAD_BODY)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader(TUS)
  @ApiHeader(CSRF)
  @ApiHeader({ name: 'upload-offset', required: true, description: 'How many bytes came before.' })
  @ApiResponse({ status: 204, description: 'Taken; `x-file-id` once it is a file', headers: UPLOAD_STATE })
  @ApiResponse({ status: 400, description: 'The file is refused: see `reason`', ...PROBLEM })
  @ApiResponse({ status: 404, description: 'No such upload of the caller', ...PROBLEM })
  @ApiResponse({ status: 409, description: 'Not where the upload stands', ...PROBLEM })
  @ApiResponse({ status: 413, description: 'More bytes than were declared', ...PROBLEM })
  async send(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request.headers);
    this.answer(reply, await this.receiving.receive(actor, id, readPart(request.headers), request.raw));
  }

  /** Gives an upload up. */
  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'abandonUpload', summary: 'Give an upload up' })
  @ApiHeader(TUS)
  @ApiHeader(CSRF)
  @ApiResponse({ status: 204, description: 'Its bytes are gone' })
  @ApiResponse({ status: 404, description: 'No such upload of the caller', ...PROBLEM })
  async abandon(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request.headers);
    await this.receiving.abandon(actor, id);
    void reply.header('tus-resumable', TUS_VERSION);
  }

  private answer(reply: FastifyReply, upload: UploadRow): void {
    void reply.headers(uploadHeaders(upload));
  }
}
