import { Global, Module } from '@nestjs/common';
import { DirectoryModule, UnitRights } from '../directory';
import { CONFIG, type Config } from '../platform/config';
import { ActorResolver, SocketActors } from '../platform/context';
import { AccessActorResolver } from './access-actor-resolver';
import { AccessHousekeeping } from './access-housekeeping';
import { AccessSocketActors } from './access-socket-actors';
import { ACCOUNT_NOTICES } from './account-notices';
import { ACCOUNTS } from './accounts';
import { AccountLoader } from './accounts/account.loader';
import { AccountsService } from './accounts/accounts.service';
import { AccessRekey } from './access-rekey';
import { AccessUnitRights } from './access-unit-rights';
import { Attempts } from './attempts/attempts.service';
import { AttemptsRepository } from './attempts/attempts.repository';
import { Proofs } from './attempts/proofs';
import { CLIENTS } from './clients';
import { TokenController } from './clients/token.controller';
import { ChangePasswordService } from './passwords/change-password.service';
import { CredentialsRepository } from './passwords/credentials.repository';
import { PasswordHasher } from './passwords/password-hasher';
import { Policy } from './policy';
import { SecondFactorCheck } from './second-factor/second-factor-check';
import { SecondFactorRepository } from './second-factor/second-factor.repository';
import { SecondFactorService } from './second-factor/second-factor.service';
import { SESSIONS } from './sessions';
import { SessionController } from './session.controller';
import { SessionCookie } from './sessions/session-cookie';
import { AuditTrailRepository } from './trail/audit-trail.repository';
import { AuditTrailResolver } from './trail/audit-trail.resolver';
import { AuditTrailService } from './trail/audit-trail.service';
import { OwnFactorsResolver } from './viewer/own-factors.resolver';
import { ViewerFieldsResolver, ViewerResolver } from './viewer/viewer.resolver';
import { ViewerService } from './viewer/viewer.service';

const FACTORS = [
  Attempts,
  AttemptsRepository,
  ChangePasswordService,
  CredentialsRepository,
  PasswordHasher,
  Proofs,
  SecondFactorCheck,
  SecondFactorRepository,
  SecondFactorService,
];
const VIEWER = [OwnFactorsResolver, ViewerFieldsResolver, ViewerResolver, ViewerService];
const TRAIL = [AuditTrailRepository, AuditTrailResolver, AuditTrailService];

/**
 * Sign-in, sessions, accounts, partner systems, the policy and the audit trail. Global, because rights are asked in
 * every room and the directory, which stands below, reaches them through its port `UnitRights`.
 */
@Global()
@Module({
  imports: [DirectoryModule],
  controllers: [SessionController, TokenController],
  providers: [
    { provide: ActorResolver, useClass: AccessActorResolver },
    { provide: SocketActors, useClass: AccessSocketActors },
    { provide: UnitRights, useClass: AccessUnitRights },
    {
      provide: SessionCookie,
      inject: [CONFIG],
      useFactory: (config: Config) => new SessionCookie(config),
    },
    AccessHousekeeping,
    AccessRekey,
    Policy,
    ...ACCOUNT_NOTICES,
    ...ACCOUNTS,
    ...CLIENTS,
    ...FACTORS,
    ...SESSIONS,
    ...TRAIL,
    ...VIEWER,
  ],
  exports: [
    AccessHousekeeping,
    AccessRekey,
    AccountLoader,
    AccountsService,
    ActorResolver,
    Policy,
    SocketActors,
    UnitRights,
  ],
})
export class AccessModule {}
