import {
  CreateAccountInput,
  CreateUnitInput,
  OpenExchangeInput,
  RevealIdentifiersInput,
  UpdateAccountInput,
  UpdateUnitInput,
} from '@soc-coop/dto';

/** The input classes the web knows, by the name of their GraphQL input. */
export const INPUTS = {
  CreateAccountInput,
  CreateUnitInput,
  OpenExchangeInput,
  RevealIdentifiersInput,
  UpdateAccountInput,
  UpdateUnitInput,
};
