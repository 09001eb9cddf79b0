import { ApiClientsRepository } from './api-clients.repository';
import { BearerAuthentication, BearerStrategy } from './bearer-authentication';
import { TokenService } from './token.service';

/** What the module needs for partner systems. */
export const CLIENTS = [ApiClientsRepository, BearerAuthentication, BearerStrategy, TokenService];
