import { Injectable } from '@nestjs/common';
import type { TakeOffSecondFactorInput } from '@soc-coop/dto';
import { Acts } from '../../platform/acts';
import { type Actor, actorId } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { AccountNotices } from '../account-notices/account-notices.service';
import { SecondFactorRepository } from '../second-factor/second-factor.repository';
import { AccountWritesRepository } from './account-writes.repository';
import { ManagedAccounts } from './managed-accounts';
import { PasswordSetting } from './password-setting';

/** Administrators take a lost second factor off somebody else, never off themselves. */
@Injectable()
export class TakeOffSecondFactor {
  constructor(
    private readonly acts: Acts,
    private readonly managed: ManagedAccounts,
    private readonly writes: AccountWritesRepository,
    private readonly factors: SecondFactorRepository,
    private readonly passwords: PasswordSetting,
    private readonly notices: AccountNotices,
  ) {}

  /**
   * Takes it off with its recovery codes, ends the person's sessions and tells the person. Whoever has a role that
   * asks for a second factor sets up a new one at the next sign-in, before anything else.
   * @throws DomainError access.ownRights, access.secondFactorMissing, directory.lastAdministrator
   */
  async takeOff(actor: Actor, input: TakeOffSecondFactorInput): Promise<string> {
    const { id, reason, idempotencyKey } = input;
    const act = {
      action: 'account.takeOffSecondFactor',
      resource: { type: 'account', id },
      once: { key: idempotencyKey, input },
    };
    return this.acts.perform(actor, act, async (note) => {
      const account = await this.managed.findOther(actor, id);
      note.detail({ reason });
      // Two administrators who do this to each other at once would both be left with a password alone.
      await this.writes.lockAdministrators(account.country);
      const day = this.managed.today();
      const before = await this.writes.countProvenAdministrators(account.country, day);
      const factor = await this.factors.findForUpdate(id);
      if (factor === null || factor.sealedSecret === null)
        throw new DomainError('access.secondFactorMissing');
      await this.factors.remove(id);
      if (before > 0 && (await this.writes.countProvenAdministrators(account.country, day)) === 0)
        throw new DomainError('directory.lastAdministrator');
      await this.passwords.beginAnew(account);
      await this.notices.tell(id, 'SECOND_FACTOR_TAKEN_OFF', reason, actorId(actor) ?? '');
      return id;
    });
  }
}
