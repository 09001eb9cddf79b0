import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';
import { AccountsService, Policy } from '../access';
import { Acts } from '../platform/acts';
import { type Actor, currentActor } from '../platform/context';
import { DomainError } from '../platform/errors';
import { missingKinds } from './certificate.rules';
import { CertificatesRepository } from './certificates.repository';
import type { CertificateRow } from './training.row';

/** Who holds which certificate. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly accounts: AccountsService,
    private readonly certificates: CertificatesRepository,
  ) {}

  /** The caller's own certificates, the youngest first. */
  async own(actor: Actor): Promise<CertificateRow[]> {
    this.policy.require(actor, 'training:view');
    return actor.kind === 'staff' ? this.of(actor.accountId) : [];
  }

  /**
   * Another person's certificates, for those who answer for the person; audited.
   * @throws DomainError directory.accountNotFound, for a person out of reach too.
   */
  async ofPerson(actor: Actor, accountId: string): Promise<CertificateRow[]> {
    const act = { action: 'certificate.view', resource: { type: 'account', id: accountId } };
    return this.acts.view(actor, act, async () => {
      const facts = await this.accounts.factsOf(accountId);
      if (facts === null) throw new DomainError('directory.accountNotFound');
      this.policy.require(actor, 'certificate:view', facts);
      return this.certificates.findByAccount(accountId);
    });
  }

  /** A person's certificates, the youngest first. For other rooms, which ask the policy themselves. */
  async of(accountId: string): Promise<CertificateRow[]> {
    return this.acts.look(currentActor(), () => this.certificates.findByAccount(accountId));
  }

  /** The required kinds the person does not hold on the day. */
  async missing(
    accountId: string,
    required: readonly CertificateKind[],
    date: IsoDate,
  ): Promise<CertificateKind[]> {
    return required.length === 0 ? [] : missingKinds(await this.of(accountId), required, date);
  }
}
