import { Injectable } from '@nestjs/common';
import type { CertificateKind, CoveredAct } from '@soc-coop/contracts';
import { type IsoDate, localDateIn } from '@soc-coop/domain';
import { UnitsService } from '../directory';
import { Acts } from '../platform/acts';
import { Clock } from '../platform/clock/clock';
import { currentActor } from '../platform/context';
import { DomainError } from '../platform/errors';
import type { AgreementFacts, CoverageAnswer, CoverageUnit } from './agreement.facts';
import { AgreementsRepository } from './agreements.repository';
import { coverage } from './coverage';

/** The case an act belongs to, as far as agreements are concerned. */
export interface CoverageCase {
  readonly type: string;
  readonly requestingUnitId: string;
  readonly replyingUnitId: string | null;
  /** The agreement version the case was sent under, once it was. */
  readonly citedVersionId?: string | null;
}

/** Both countries keep the same time, so one zone gives the day for both. */
const ZONE = 'Europe/Bucharest';

/** Asks the agreements of the register. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly acts: Acts,
    private readonly agreements: AgreementsRepository,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /** Today in both countries. */
  today(): IsoDate {
    return localDateIn(ZONE, this.clock.now());
  }

  /**
   * Whether the act is covered on the day, and by which clause of which version; or what is missing.
   * @throws DomainError directory.unitNotFound
   */
  async coverage(
    about: CoverageCase,
    act: CoveredAct,
    date: IsoDate = this.today(),
  ): Promise<CoverageAnswer> {
    const { requestingUnitId, replyingUnitId, type } = about;
    return this.acts.look(currentActor(), async () => {
      const ids = [requestingUnitId, ...(replyingUnitId === null ? [] : [replyingUnitId])];
      const [lineages, register] = await Promise.all([this.units.lineagesOf(ids), this.register(type)]);
      const unit = (id: string): CoverageUnit => {
        const found = lineages.get(id);
        if (found === undefined) throw new DomainError('directory.unitNotFound');
        return found;
      };
      return coverage(register, {
        type,
        requesting: unit(requestingUnitId),
        replying: replyingUnitId === null ? null : unit(replyingUnitId),
        act,
        date,
        citedVersionId: about.citedVersionId ?? null,
      });
    });
  }

  /** The exchange types a certificate opens under the terms in force. */
  async typesOpenedBy(certificate: CertificateKind, date: IsoDate = this.today()): Promise<string[]> {
    return this.acts.look(currentActor(), () => this.agreements.findTypesAskingFor(certificate, date));
  }

  /** The register with the terms of one type. */
  private async register(type: string): Promise<AgreementFacts[]> {
    const { agreements, parties, versions, terms } = await this.agreements.register(type);
    return agreements.map(({ id, code, status }) => ({
      id,
      code,
      status,
      parties: parties.filter(({ agreementId }) => agreementId === id),
      versions: versions
        .filter(({ agreementId }) => agreementId === id)
        .map((version) => ({
          ...version,
          terms: terms
            .filter(({ versionId }) => versionId === version.id)
            .map(({ versionId: _version, ...term }) => term),
        })),
    }));
  }
}
