import { ObjectType } from '@nestjs/graphql';
import { Connection } from '../platform/graphql';
import { TrainingSessionModel } from './training.model';

/** A page of training sessions. */
@ObjectType({ description: 'A page of training sessions.' })
export class TrainingSessionConnection extends Connection(TrainingSessionModel, 'TrainingSession') {}
