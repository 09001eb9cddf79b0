import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SecondFactorInput } from '@soc-coop/dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM } from '../platform/rest';
import { SecondFactorService } from './second-factor/second-factor.service';
import { SECOND_FACTOR_BODY, SESSION_STATE, SIGN_IN_BODY, STAGE_ANSWER } from './session.openapi';
import { type PasswordStep, PasswordGuard } from './sessions/local.strategy';
import { OwnSessionsService } from './sessions/own-sessions.service';
import { CurrentSession, requireSession } from './sessions/require-session';
import { SessionCookie } from './sessions/session-cookie';
import { SessionReader } from './sessions/session-reader';
import type { Session } from './sessions/session.row';
import { type SessionState, SessionStates } from './sessions/session-state';
import type { Stage } from './sessions/stage.rules';

/** A session that has ended is no error where the question is whether there is one. */
const ENDED_IS_NONE = { endedSession: 'none' } as const;

/** Signing in and out. The answers name the stage reached; what is left to prove follows from it. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly secondFactor: SecondFactorService,
    private readonly own: OwnSessionsService,
    private readonly states: SessionStates,
    private readonly reader: SessionReader,
    private readonly cookie: SessionCookie,
  ) {}

  /** Whether somebody is signed in, and the token every change must carry. */
  @Get()
  @RouteConfig(ENDED_IS_NONE)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'readSession', summary: 'The session of this browser', security: [] })
  @ApiResponse({ status: 200, description: 'Its state', schema: SESSION_STATE })
  @ApiResponse({ status: 429, description: 'Too many requests: wait', ...PROBLEM })
  read(@CurrentSession() session: Session | null): SessionState {
    return this.states.of(session);
  }

  /** The password step. */
  @Post()
  @HttpCode(200)
  @RouteConfig({ ...ENDED_IS_NONE, csrf: 'own-site' })
  @UseGuards(PasswordGuard)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in with e-mail address and password', security: [] })
  @ApiBody({ schema: SIGN_IN_BODY })
  @ApiResponse({ status: 200, description: 'The stage reached', schema: STAGE_ANSWER })
  @ApiResponse({ status: 401, description: 'E-mail address or password is not right', ...PROBLEM })
  @ApiResponse({ status: 429, description: 'Too many tries: wait', ...PROBLEM })
  async signIn(
    @Req() request: FastifyRequest & { readonly user: PasswordStep },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ stage: Stage | 'none' }> {
    const { token } = request.user;
    this.cookie.give(reply, token);
    return this.stageOf(token);
  }

  /** The second step: a time code or a recovery code. */
  @Post('second-factor')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'proveSecondFactor', summary: 'Prove the second factor' })
  @ApiHeader({ name: 'x-csrf-token', required: true, description: 'From the session' })
  @ApiBody({ schema: SECOND_FACTOR_BODY })
  @ApiResponse({ status: 200, description: 'The stage reached', schema: STAGE_ANSWER })
  @ApiResponse({ status: 401, description: 'The code is not right', ...PROBLEM })
  @ApiResponse({ status: 429, description: 'Too many tries: wait', ...PROBLEM })
  async proveSecondFactor(
    @CurrentSession() session: Session | null,
    @Body() { code }: SecondFactorInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ stage: Stage | 'none' }> {
    const token = await this.secondFactor.pass(requireSession(session, 'second-factor'), code);
    this.cookie.give(reply, token);
    return this.stageOf(token);
  }

  /** Signs out; without a session there is nothing to do, and that is no error. */
  @Delete()
  @HttpCode(204)
  @RouteConfig(ENDED_IS_NONE)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @ApiHeader({ name: 'x-csrf-token', required: true, description: 'From the session' })
  @ApiResponse({ status: 204, description: 'Nobody is signed in any more' })
  @ApiResponse({ status: 403, description: 'Not sent by a page of ours', ...PROBLEM })
  async signOut(
    @CurrentSession() session: Session | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (session !== null) await this.own.end(session);
    this.cookie.take(reply);
  }

  private async stageOf(token: string): Promise<{ stage: Stage | 'none' }> {
    const session = await this.reader.find(token);
    return { stage: session?.stage ?? 'none' };
  }
}
