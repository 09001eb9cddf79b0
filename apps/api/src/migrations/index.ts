import { CreatePlatform1795000001000 } from './1795000001000-create-platform';

/** Every migration in order. Once released a migration is never edited; a mistake is mended by a new one. */
export const MIGRATIONS = [CreatePlatform1795000001000] as const;
