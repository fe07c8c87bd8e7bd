/** Replaces the function of CDKTF that records stack traces, which is slow. */
export function captureStackTrace(): string[] {
  return [];
}
