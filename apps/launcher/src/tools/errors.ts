/** The code Node gives a failed system call (`ENOENT`, `EACCES` …); null for any other error. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
