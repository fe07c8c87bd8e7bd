/** Replaces the function with which CDKTF records where each reference was created. It takes a third of the time of a synthesis. */
export function captureStackTrace(): string[] {
  return [];
}
