import type { Clock } from "../clock";
import { faultFrom } from "../faults/fault";
import type { FaultInjector } from "../faults/injector";
import type { Builds } from "../imagebuilder/builds/builds";
import type { Quotas } from "../imagebuilder/quotas";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "./exchange";

/** Path prefix of calls that control the sandbox instead of AWS. No AWS service uses it. */
export const controlPath = "/_sandbox/";

/** The parts of the sandbox that control calls can change. */
export interface Controlled {
  readonly faults: FaultInjector;
  readonly builds: Builds;
  readonly clock: Clock;
  readonly quotas: Quotas;
  /** Runs the pipelines that are due. */
  readonly runDue: () => Promise<void>;
}

/**
 * Answers the calls that control the sandbox:
 *
 *   GET    /_sandbox/faults   returns the injected faults, the number of changing calls since, and the faults that have occurred
 *   PUT    /_sandbox/faults   injects a list of faults, e.g. [{"kind": "throttle", "at": 3}]
 *   DELETE /_sandbox/faults   removes all faults
 *   GET    /_sandbox/builds   returns the settings of builds, and the running builds
 *   PUT    /_sandbox/builds   changes the settings, e.g. {"pace": "by-hand", "troubles": [{"cause": "disk-full"}]}
 *   POST   /_sandbox/builds   advances builds: {"moments": 3}, or the build of one image: {"moments": 1, "image": ARN}
 *   DELETE /_sandbox/builds   restores the default settings
 *   POST   /_sandbox/schedules  runs the pipelines that are due at the time of the sandbox
 *   GET    /_sandbox/quotas   returns the quotas that the sandbox enforces
 *   PUT    /_sandbox/quotas   raises quotas: {"componentsPerRecipe": 30}
 *   DELETE /_sandbox/quotas   restores the quotas of a new account
 *   GET    /_sandbox/clock    returns the time of the sandbox
 *   PUT    /_sandbox/clock    sets the time: {"offsetSeconds": -600} is ten minutes behind the machine
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
  /** Handlers by HTTP method. A handler that fails throws an error with a message for the user and changes nothing. */
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
