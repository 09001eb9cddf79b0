import { ObjectType } from '@nestjs/graphql';
import { Connection } from '../platform/graphql';
import { UnitModel } from './unit.model';

/** A page of units. */
@ObjectType({ description: 'A page of units.' })
export class UnitConnection extends Connection(UnitModel, 'Unit') {}
