/** The code Node gives a failed system call (`ENOENT`, `EACCES` …); null for any other error. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
