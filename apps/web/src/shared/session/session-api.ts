import { requestRest } from '../graphql/request';

/** How far a sign-in has come. */
export type SessionStage = 'none' | 'second-factor' | 'change-password' | 'enrol-second-factor' | 'full';

/** What `GET /api/v1/session` says about this browser. */
export interface SessionState {
  readonly signedIn: boolean;
  readonly stage: SessionStage;
  readonly csrfToken: string;
  readonly demo: boolean;
  readonly version: string;
  readonly expiresAt: string | null;
}

const PATH = '/api/v1/session';

/** The session's REST door; cookies carry the session itself, scripts never see it. */
export const sessionApi = {
  read: () => requestRest<SessionState>('GET', PATH),
  signIn: (email: string, password: string) =>
    requestRest<{ stage: SessionStage }>('POST', PATH, { email, password }),
  secondFactor: (code: string) =>
    requestRest<{ stage: SessionStage }>('POST', `${PATH}/second-factor`, { code }),
  signOut: () => requestRest<null>('DELETE', PATH),
};
