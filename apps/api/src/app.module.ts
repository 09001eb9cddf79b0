import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AccessModule } from './access';
import { AgreementsModule } from './agreements';
import { DirectoryModule } from './directory';
import { ExchangesModule } from './exchanges';
import type { Clock } from './platform/clock/clock';
import type { Config } from './platform/config';
import { graphqlOptions } from './platform/graphql';
import { Logger } from './platform/log';
import { PlatformModule } from './platform/platform.module';
import { TrainingsModule } from './trainings';

/** The house: the platform and the rooms that stand on it. */
@Module({ imports: [AccessModule, DirectoryModule, AgreementsModule, TrainingsModule, ExchangesModule] })
export class AppModule {
  /** The house with the settings of this process; seeds and tests bring a clock of their own. */
  static with(config: Config, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, clock),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Logger],
          useFactory: (logger: Logger) => graphqlOptions(config, logger),
        }),
      ],
    };
  }
}
