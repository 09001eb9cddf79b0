import { ObjectType } from '@nestjs/graphql';
import { Connection } from '../platform/graphql';
import { AgreementModel } from './agreement.model';

/** A page of the register of agreements. */
@ObjectType({ description: 'A page of the register of agreements.' })
export class AgreementConnection extends Connection(AgreementModel, 'Agreement') {}
