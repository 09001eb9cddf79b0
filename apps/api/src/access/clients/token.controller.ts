import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  HttpCode,
  Post,
  Req,
} from '@nestjs/common';
import { Header, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ERROR_KINDS, type ErrorCode } from '@soc-coop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors';
import { problemOf } from '../../platform/rest';
import { TOKEN_ANSWER, TOKEN_BODY, TOKEN_ERROR } from './token.openapi';
import { TOKEN_SECONDS, TokenService } from './token.service';

/** The codes of RFC 6749 §5.2 for ours. */
const OAUTH_ERRORS: Partial<Record<ErrorCode, string>> = {
  'access.clientRefused': 'invalid_client',
  'access.grantUnsupported': 'unsupported_grant_type',
  'request.malformed': 'invalid_request',
};

/** Refusals as OAuth clients read them, with the members our problems carry beside them. */
@Catch(DomainError)
class TokenErrorFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): void {
    const oauth = OAUTH_ERRORS[error.code];
    if (oauth === undefined) throw error;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error, http.getRequest<FastifyRequest>().headers['accept-language']);
    void reply
      .status(ERROR_KINDS[error.kind])
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify({ error: oauth, error_description: problem.title, ...problem }));
  }
}

/** What the token endpoint answers (RFC 6749 §5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

const FORM_BODY = /^application\/x-www-form-urlencoded\b/i;

/** One form field; a field sent twice is none (RFC 6749 §3.2). */
const field = (body: unknown, name: string): string | null => {
  if (typeof body !== 'object' || body === null) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Where partner systems get their tokens. */
@ApiTags('token')
@Controller('api/v1/token')
@UseFilters(TokenErrorFilter)
export class TokenController {
  constructor(private readonly tokens: TokenService) {}

  /** Client credentials with a signed assertion. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'issueToken',
    summary: 'A short-lived token for a partner system',
    security: [],
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ schema: TOKEN_BODY })
  @ApiResponse({ status: 200, description: 'The token', schema: TOKEN_ANSWER })
  @ApiResponse({ status: 400, description: 'Not a request for a token', ...TOKEN_ERROR })
  @ApiResponse({ status: 401, description: 'The system did not prove who it is', ...TOKEN_ERROR })
  async issue(@Req() request: FastifyRequest): Promise<TokenAnswer> {
    if (!FORM_BODY.test(request.headers['content-type'] ?? '')) throw new DomainError('request.malformed');
    const token = await this.tokens.issue({
      grantType: field(request.body, 'grant_type'),
      assertionType: field(request.body, 'client_assertion_type'),
      assertion: field(request.body, 'client_assertion'),
    });
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  }
}
