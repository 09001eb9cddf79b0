import type { Locale, Role } from '@soc-coop/contracts';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { ActAsDocument, SetLocaleDocument, ViewerDocument, type ViewerPartsFragment } from '../../gql/graphql';
import { newKey } from '../acts/new-key';
import { request, setCredentials } from '../graphql/request';
import { sessionApi, type SessionState } from './session-api';

const NOBODY: SessionState = {
  signedIn: false,
  stage: 'none',
  csrfToken: '',
  demo: false,
  version: '',
  expiresAt: null,
};

/** Who is signed in, for which unit and how long; the only server data kept outside the query cache. */
export const useSession = defineStore('session', () => {
  const state = ref<SessionState>(NOBODY);
  const viewer = shallowRef<ViewerPartsFragment | null>(null);
  const loaded = ref(false);
  /** True when the session ended under the reader's hands; the page stays until they act. */
  const lost = ref(false);
  let lastAnswerAt = 0;
  let lastReadAt = 0;

  const isFull = computed(() => state.value.stage === 'full');
  const roles = computed<readonly Role[]>(() => viewer.value?.roles ?? []);

  setCredentials({
    onSessionLost: () => {
      if (state.value.stage === 'full') lost.value = true;
    },
    onAnswer: () => {
      lastAnswerAt = Date.now();
    },
  });

  /** Reads the session again; every such reading also keeps it alive. */
  const refresh = async (): Promise<void> => {
    state.value = await sessionApi.read();
    lastReadAt = Date.now();
    setCredentials({ csrfToken: state.value.csrfToken });
    if (state.value.stage !== 'full') viewer.value = null;
    else if (viewer.value === null) viewer.value = (await request(ViewerDocument)).viewer ?? null;
    loaded.value = true;
    lost.value = false;
  };

  /** Asks again after a warning; a session that is gone leaves the page and its text standing. */
  const renew = async (): Promise<void> => {
    const fresh = await sessionApi.read();
    setCredentials({ csrfToken: fresh.csrfToken });
    lastReadAt = Date.now();
    lost.value = fresh.stage !== 'full';
    if (!lost.value) state.value = fresh;
  };

  const ensureLoaded = (): Promise<void> => (loaded.value ? Promise.resolve() : refresh());

  const signIn = async (email: string, password: string): Promise<void> => {
    await sessionApi.signIn(email, password);
    viewer.value = null;
    await refresh();
  };

  const giveSecondFactor = async (code: string): Promise<void> => {
    await sessionApi.secondFactor(code);
    viewer.value = null;
    await refresh();
  };

  const signOut = async (): Promise<void> => {
    await sessionApi.signOut();
    viewer.value = null;
    await refresh();
  };

  const reloadViewer = async (): Promise<void> => {
    viewer.value = (await request(ViewerDocument)).viewer ?? null;
  };

  const actAs = async (membership: string): Promise<void> => {
    viewer.value = (await request(ActAsDocument, { membership, idempotencyKey: newKey() })).actAs;
  };

  /** Stores the language for mails; a failure here must not keep the page from changing its language. */
  const saveLocale = async (locale: Locale): Promise<void> => {
    if (!isFull.value || viewer.value?.locale === locale) return;
    const { setLocale } = await request(SetLocaleDocument, { locale, idempotencyKey: newKey() });
    if (viewer.value) viewer.value = { ...viewer.value, locale: setLocale.locale };
  };

  const hasRole = (wanted: readonly Role[] | undefined): boolean =>
    wanted === undefined || wanted.some((role) => roles.value.includes(role));

  /** True when the server was spoken to since the expiry was last read, so that it must be later by now. */
  const expiryIsOld = (): boolean => lastAnswerAt > lastReadAt + 1000;

  return {
    state,
    viewer,
    loaded,
    lost,
    isFull,
    roles,
    refresh,
    renew,
    ensureLoaded,
    signIn,
    giveSecondFactor,
    signOut,
    reloadViewer,
    actAs,
    saveLocale,
    hasRole,
    expiryIsOld,
  };
});
