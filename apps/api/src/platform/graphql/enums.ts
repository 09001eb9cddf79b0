/** The enums live beside the input classes: a GraphQL enum is one object, whoever uses it. */
export {
  CertificateKindEnum,
  CountryEnum,
  ExchangeMoveEnum,
  ExchangeQueueEnum,
  ExchangeSideEnum,
  ExchangeStateEnum,
  LocaleEnum,
  RoleEnum,
  UrgencyEnum,
} from '@soc-coop/dto';
