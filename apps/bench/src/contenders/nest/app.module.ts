import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { peerSettings, POOL } from '../peer-settings';
import { verifyBearer } from '../token';
import { AccountEntity, UnitEntity } from './directory.entities';
import {
  ExchangeEntity,
  ExchangeKeyEntity,
  MessageEntity,
  MoveEntity,
  SearchEntity,
  SubjectEntity,
} from './exchange.entities';
import { ExchangesResolver } from './exchanges.resolver';
import { ExchangesService } from './exchanges.service';
import { ExchangeFieldsResolver, MessageFieldsResolver, MoveFieldsResolver } from './fields.resolver';
import { makeLoaders, type RequestContext } from './loaders';
import { SearchService } from './search.service';
import { AuditEntity, KeyEntity, OutboxEntity } from './trace.entities';

const settings = peerSettings();

const contextOf =
  (source: DataSource) =>
  (request: FastifyRequest): RequestContext => {
    const claims = verifyBearer(request.headers.authorization, settings.secret);
    if (claims === null) throw new Error('no token');
    return { claims, loaders: makeLoaders(source) };
  };

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: settings.databaseUrl,
      synchronize: false,
      installExtensions: false,
      extra: { max: POOL },
      entities: [
        ...[UnitEntity, AccountEntity, ExchangeEntity, SubjectEntity, MessageEntity, MoveEntity],
        ...[SearchEntity, ExchangeKeyEntity, KeyEntity, AuditEntity, OutboxEntity],
      ],
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [getDataSourceToken()],
      useFactory: (source: DataSource) => ({
        autoSchemaFile: true,
        introspection: false,
        playground: false,
        csrfPrevention: true,
        context: contextOf(source),
      }),
    }),
  ],
  providers: [
    ExchangesService,
    SearchService,
    ExchangesResolver,
    ExchangeFieldsResolver,
    MessageFieldsResolver,
    MoveFieldsResolver,
  ],
})
export class AppModule {}
