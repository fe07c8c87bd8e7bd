import { howToRun } from "../problems/how-to-run";

/** The fix for a lock that was edited by hand. */
export const RESTORE = `take the file as it was committed ("git checkout -- versions.lock.json"), then run "${howToRun("lock")}"`;
