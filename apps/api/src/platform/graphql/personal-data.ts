import { Extensions } from '@nestjs/graphql';

/** The name under which a field of the schema says that it holds personal data. */
export const PERSONAL_DATA = 'personalData';

/**
 * Marks a field that holds data of a person. The access test walks every marked field with every role and every
 * relation, and refuses to pass while one of them is not declared.
 */
export const PersonalData = (): PropertyDecorator & MethodDecorator => Extensions({ [PERSONAL_DATA]: true });
