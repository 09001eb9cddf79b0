import { Id, JsonObjectValue, LocalDay, WholeNumber } from '@soc-coop/dto';
import { GraphQLID, GraphQLInt } from 'graphql';
import { JSONObject, LocalDate } from './scalars';

/** The scalars behind the stand-ins of the shared input classes. */
export const DTO_SCALARS = [
  { type: Id, scalar: GraphQLID },
  { type: WholeNumber, scalar: GraphQLInt },
  { type: LocalDay, scalar: LocalDate },
  { type: JsonObjectValue, scalar: JSONObject },
];
