import type { Clock } from "../clock";
import { faultFrom } from "../faults/fault";
import type { FaultInjector } from "../faults/injector";
import type { Builds } from "../imagebuilder/builds/builds";
import type { Quotas } from "../imagebuilder/quotas";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "./exchange";

/** Below this path the sandbox itself is addressed, not AWS. No service of AWS has it. */
export const controlPath = "/_sandbox/";

/** What control calls reach. */
export interface Controlled {
  readonly faults: FaultInjector;
  readonly builds: Builds;
  readonly clock: Clock;
  readonly quotas: Quotas;
  /** Runs the pipelines whose time has come. */
  readonly runDue: () => Promise<void>;
}

/**
 * Answers the calls that control the sandbox:
 *
 *   GET    /_sandbox/faults   what is injected, how many calls have changed something since, what has struck
 *   PUT    /_sandbox/faults   injects: a list of faults, e.g. [{"kind": "throttle", "at": 3}]
 *   DELETE /_sandbox/faults   ends all faults
 *   GET    /_sandbox/builds   how builds go, and those that run
 *   PUT    /_sandbox/builds   changes how they go, e.g. {"pace": "by-hand", "troubles": [{"cause": "disk-full"}]}
 *   POST   /_sandbox/builds   takes builds on by hand: {"moments": 3}, or of one image {"moments": 1, "image": ARN}
 *   DELETE /_sandbox/builds   back to how they go by default
 *   POST   /_sandbox/schedules  runs the pipelines whose time has come by the time of the sandbox
 *   GET    /_sandbox/quotas   the quotas that are counted
 *   PUT    /_sandbox/quotas   as AWS has raised them: {"componentsPerRecipe": 30}
 *   DELETE /_sandbox/quotas   back to those of a new account
 *   GET    /_sandbox/clock    the time of the sandbox
 *   PUT    /_sandbox/clock    {"offsetSeconds": -600}: ten minutes behind the machine
 */
export async function controlAnswer({ method, url, body }: WholeRequest, controlled: Controlled): Promise<WholeAnswer> {
  const path = url.slice(controlPath.length);
  const area = Object.hasOwn(areas, path) ? areas[path] : undefined;
  if (area === undefined) return jsonAnswer(404, { message: `the sandbox has no ${url}` });
  const act = Object.hasOwn(area.methods, method) ? area.methods[method] : undefined;
  if (method !== "GET" && act === undefined)
    return jsonAnswer(405, { message: `${url} takes GET, ${Object.keys(area.methods).join(", ")}` });
  try {
    await act?.(controlled, body.length === 0 ? {} : (JSON.parse(body.toString()) as unknown));
    return jsonAnswer(200, area.state(controlled));
  } catch (error) {
    return jsonAnswer(400, { message: error instanceof Error ? error.message : String(error) });
  }
}

interface Area {
  readonly state: (controlled: Controlled) => unknown;
  /** Each fails with a message for the user, and then changes nothing. */
  readonly methods: Readonly<Record<string, (controlled: Controlled, input: unknown) => void | Promise<void>>>;
}

const areas: Readonly<Record<string, Area>> = {
  faults: {
    state: ({ faults }) => faults.state,
    methods: {
      PUT: ({ faults }, list) => {
        if (!Array.isArray(list)) throw new Error("write a list of faults");
        faults.inject(list.map(faultFrom));
      },
      DELETE: ({ faults }) => {
        faults.inject([]);
      },
    },
  },
  builds: {
    state: ({ builds }) => ({ ...builds.settings, builds: builds.views }),
    methods: {
      PUT: ({ builds }, change) => builds.change(change),
      POST: async ({ builds }, input) => {
        const { moments = 1, image } = input as { readonly moments?: unknown; readonly image?: unknown };
        if (!Number.isInteger(moments) || (moments as number) < 1)
          throw new Error(`moments ${JSON.stringify(moments)}: write a whole number from 1`);
        if (image !== undefined && typeof image !== "string")
          throw new Error(`image ${JSON.stringify(image)}: write the ARN of an image that is being built`);
        await builds.advance(moments as number, image);
      },
      DELETE: ({ builds }) => builds.reset(),
    },
  },
  schedules: {
    state: ({ builds }) => ({ builds: builds.views }),
    methods: { POST: ({ runDue }) => runDue() },
  },
  quotas: {
    state: ({ quotas }) => quotas.state,
    methods: {
      PUT: ({ quotas }, raised) => {
        quotas.raise(raised);
      },
      DELETE: ({ quotas }) => {
        quotas.reset();
      },
    },
  },
  clock: {
    state: ({ clock }) => ({ now: clock.now().toISOString(), offsetSeconds: clock.offsetSeconds }),
    methods: {
      PUT: ({ clock }, input) => {
        const { offsetSeconds } = input as { readonly offsetSeconds?: unknown };
        if (!Number.isInteger(offsetSeconds))
          throw new Error(`offsetSeconds ${JSON.stringify(offsetSeconds)}: write a whole number`);
        clock.setOffset(offsetSeconds as number);
      },
    },
  },
};
