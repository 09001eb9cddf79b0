import { ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerModel } from '../access';
import { type Actor, CurrentActor } from '../platform/context';
import { CertificatesService } from './certificates.service';
import { toCertificateModel } from './training.mapper';
import { CertificateModel } from './training.model';
import { TrainingsService } from './trainings.service';

/** The certificates of the person who is signed in. */
@Resolver(() => ViewerModel)
export class ViewerCertificatesResolver {
  constructor(
    private readonly trainings: TrainingsService,
    private readonly holders: CertificatesService,
  ) {}

  @ResolveField(() => [CertificateModel], {
    description: 'The person’s own certificates, the youngest first.',
  })
  async certificates(@CurrentActor() actor: Actor): Promise<CertificateModel[]> {
    const today = this.trainings.today();
    return (await this.holders.own(actor)).map((row) => toCertificateModel(row, today));
  }
}
