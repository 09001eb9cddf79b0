import { onMounted, shallowRef } from 'vue';
import { requestHeaders } from '../../../shared/graphql/request';

const MEGABYTE = 1024 * 1024;

/** How much the server takes, as it says itself; null until it has, and where it does not answer. */
export const useFileLimits = () => {
  const limits = shallowRef<{ readonly megabytes: number; readonly most: number } | null>(null);
  onMounted(async () => {
    const headers = await requestHeaders('OPTIONS', '/api/v1/files/uploads').catch(() => null);
    const [bytes, most] = ['tus-max-size', 'x-files-per-message'].map((name) => Number(headers?.get(name)));
    if (bytes && most) limits.value = { megabytes: Math.floor(bytes / MEGABYTE), most };
  });
  return limits;
};
