import type { CertificateKind, Trilingual } from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CertificateKindEnum } from '@soc-coop/dto';
import { JSONObject, type JsonObject, TrilingualModel } from '../../platform/graphql';

/** A type of exchange. */
@ObjectType('ExchangeType', { description: 'A type of exchange: what may be asked, and how it is answered.' })
export class ExchangeTypeModel {
  @Field(() => ID, { description: 'E.g. EX02.' })
  code: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the form; null while the type is planned and has none.',
  })
  version: number | null;

  @Field(() => TrilingualModel, { description: 'Its name.' })
  title: Trilingual;

  @Field({ description: 'True when exchanges of this type can be opened.' })
  available: boolean;

  @Field(() => [CertificateKindEnum], {
    description: "Certificates asked for where the agreement's terms say nothing.",
  })
  certificates: readonly CertificateKind[];

  @Field(() => JSONObject, {
    nullable: true,
    description:
      'The form: questions, answers, code lists and labels in three languages, as ExchangeFormDefinition of libs/forms.',
  })
  form: JsonObject | null;
}
