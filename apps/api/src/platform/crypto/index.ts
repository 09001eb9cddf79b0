export { type MasterKey, SecretBox, SecretBoxError } from './secret-box';
