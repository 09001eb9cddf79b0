import { ApiClientsRepository } from './api-clients.repository';
import { BearerAuthentication, BearerStrategy } from './bearer-authentication';
import { PartnerSystemFieldsResolver, PartnerSystemsResolver } from './partner-systems.resolver';
import { PartnerSystemsRepository } from './partner-systems.repository';
import { PartnerSystems } from './partner-systems.service';
import { TokenService } from './token.service';

/** What the module needs for partner systems. */
export const CLIENTS = [
  ApiClientsRepository,
  BearerAuthentication,
  BearerStrategy,
  PartnerSystemFieldsResolver,
  PartnerSystems,
  PartnerSystemsRepository,
  PartnerSystemsResolver,
  TokenService,
];
