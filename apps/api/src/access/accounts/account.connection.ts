import { ObjectType } from '@nestjs/graphql';
import { Connection } from '../../platform/graphql';
import { AccountModel } from './account.model';

/** A page of accounts. */
@ObjectType({ description: 'A page of accounts.' })
export class AccountConnection extends Connection(AccountModel, 'Account') {}
