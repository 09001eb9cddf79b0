export { isWellFormedText, normaliseText, textLength } from './text';
