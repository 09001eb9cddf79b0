export { isOneOf, SecretBox } from './secret-box';
