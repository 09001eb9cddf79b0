export {
  CURRENCIES,
  type Currency,
  currencyOf,
  EURO_IN_BULGARIA,
  isAmount,
  levaToEuro,
  type Money,
  type MoneyProblem,
  MoneyRefused,
  moneyText,
  parseMoney,
  sumMoney,
} from './money';
