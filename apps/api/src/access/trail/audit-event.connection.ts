import { ObjectType } from '@nestjs/graphql';
import { Connection } from '../../platform/graphql';
import { AuditEventModel } from './audit-event.model';

/** A page of the audit trail. */
@ObjectType({ description: 'A page of the audit trail.' })
export class AuditEventConnection extends Connection(AuditEventModel, 'AuditEvent') {}
