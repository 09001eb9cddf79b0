import { ChangePasswordArgs, SecondFactorCodeArgs, StartSecondFactorArgs } from '@soc-coop/dto';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ChangePasswordService } from '../passwords/change-password.service';
import { SecondFactorService } from '../second-factor/second-factor.service';
import { CurrentSession, requireSession } from '../sessions/require-session';
import { SessionChange } from '../sessions/session-change';
import type { Session } from '../sessions/session.row';
import { toEnrolmentModel } from './viewer.mapper';
import { SecondFactorEnrolmentModel } from './viewer.model';

/**
 * How people prove who they are. Before a sign-in is complete these are the only mutations that work, each at the
 * stage that asks for it.
 */
@Resolver()
export class OwnFactorsResolver {
  constructor(
    private readonly passwords: ChangePasswordService,
    private readonly secondFactor: SecondFactorService,
    private readonly change: SessionChange,
  ) {}

  @Mutation(() => Boolean, { description: 'Changes the caller’s password and signs out everywhere else.' })
  async changePassword(
    @CurrentSession() session: Session | null,
    @Args() { current, next, idempotencyKey }: ChangePasswordArgs,
  ): Promise<boolean> {
    const own = requireSession(session, 'full', 'change-password');
    this.change.giveToken(await this.passwords.change(own, idempotencyKey, current, next));
    return true;
  }

  @Mutation(() => SecondFactorEnrolmentModel, {
    description: 'Begins setting up or replacing the second factor.',
  })
  async startSecondFactor(
    @CurrentSession() session: Session | null,
    @Args() { code, idempotencyKey }: StartSecondFactorArgs,
  ): Promise<SecondFactorEnrolmentModel> {
    const own = requireSession(session, 'full', 'enrol-second-factor');
    return toEnrolmentModel(await this.secondFactor.start(own, idempotencyKey, code ?? null));
  }

  @Mutation(() => [String], {
    description: 'Ends setting up with a first code; gives the recovery codes, shown once.',
  })
  async confirmSecondFactor(
    @CurrentSession() session: Session | null,
    @Args() { code, idempotencyKey }: SecondFactorCodeArgs,
  ): Promise<readonly string[]> {
    const own = requireSession(session, 'full', 'enrol-second-factor');
    const { recoveryCodes, token } = await this.secondFactor.confirm(own, idempotencyKey, code);
    this.change.giveToken(token);
    return recoveryCodes;
  }

  @Mutation(() => Boolean, { description: 'Removes the second factor; not for roles that need one.' })
  async removeSecondFactor(
    @CurrentSession() session: Session | null,
    @Args() { code, idempotencyKey }: SecondFactorCodeArgs,
  ): Promise<boolean> {
    await this.secondFactor.remove(requireSession(session, 'full'), idempotencyKey, code);
    return true;
  }
}
