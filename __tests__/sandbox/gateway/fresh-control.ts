import { Clock } from "../../../sandbox/clock";
import { FaultInjector } from "../../../sandbox/faults/injector";
import type { Controlled } from "../../../sandbox/gateway/control";
import { Builds } from "../../../sandbox/imagebuilder/builds/builds";
import { Quotas } from "../../../sandbox/imagebuilder/quotas";

/** What control calls reach, as it is at the start. */
export function freshControl(): Controlled {
  return {
    faults: new FaultInjector(),
    builds: new Builds(),
    clock: new Clock(() => Date.UTC(2026, 0, 5, 10)),
    quotas: new Quotas(),
    runDue: async () => Promise.resolve(),
  };
}
