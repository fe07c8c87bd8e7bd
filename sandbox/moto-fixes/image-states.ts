import type { Exchange, MotoFix } from "./moto-fix";

/** State of an AMI that moto does not support. */
interface ImageState {
  readonly deprecationTime?: string;
  readonly disabled?: true;
}

/**
 * Adds deprecated and disabled AMIs, which moto does not support. A disabled AMI is only listed on request, and no other account can launch
 * it. The owner always sees a deprecated AMI.
 *
 * Source: EC2 API Reference, EnableImageDeprecation, DisableImage, DescribeImages. EC2 does not accept a time in the past; the sandbox
 * does, so that tests need not wait.
 */
export function imageStates(): MotoFix {
  const states = new Map<string, ImageState>();
  return {
    service: "ec2",
    concerns: ({ method }) => method === "POST",
    // For an AMI that does not exist, moto gives the same error for this request as EC2 for the original one.
    request: ({ body }) => {
      const request = new URLSearchParams(body);
      if (changes[request.get("Action") ?? ""] === undefined) return body;
      return form(request, { Action: "DescribeImages", "ImageId.1": request.get("ImageId") ?? "" });
    },
    answer: async (answer, { body, ask }) => {
      const request = new URLSearchParams(body);
      const action = request.get("Action") ?? "";
      if (action === "DescribeImages") return describe(answer, states, request.get("IncludeDisabled") === "true");
      const change = changes[action];
      if (change === undefined) return answer;
      const image = request.get("ImageId") ?? "";
      states.set(image, change(states.get(image) ?? {}, request));
      if (action === "DisableImage") await unshare(request, image, ask);
      return `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>sandbox</requestId><return>true</return></${action}Response>`;
    },
  };
}

const changes: Readonly<Record<string, (state: ImageState, request: URLSearchParams) => ImageState>> = {
  EnableImageDeprecation: (state, request) => ({ ...state, deprecationTime: request.get("DeprecateAt") ?? "" }),
  DisableImageDeprecation: ({ disabled }) => ({ disabled }),
  DisableImage: (state) => ({ ...state, disabled: true }),
  EnableImage: ({ deprecationTime }) => ({ deprecationTime }),
};

/** Removes all launch permissions of an AMI one by one, because moto cannot reset them. */
async function unshare(request: URLSearchParams, ImageId: string, ask: Exchange["ask"]): Promise<void> {
  const Attribute = "launchPermission";
  const answer = await ask(form(request, { Action: "DescribeImageAttribute", ImageId, Attribute }));
  const holders = [...answer.matchAll(/<(userId|group|organizationArn|organizationalUnitArn)>([^<]+)</g)];
  if (holders.length === 0) return;
  const removed = holders.map(([, kind = "", holder = ""], index) => [
    `LaunchPermission.Remove.${index + 1}.${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    holder,
  ]);
  await ask(form(request, { Action: "ModifyImageAttribute", ImageId, ...(Object.fromEntries(removed) as object) }));
}

function form(request: URLSearchParams, parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ Version: request.get("Version") ?? "", ...parameters }).toString();
}

/** Adds the unsupported state of each AMI to an answer to DescribeImages. */
function describe(answer: string, states: ReadonlyMap<string, ImageState>, withDisabled: boolean): string {
  if (states.size === 0) return answer;
  return answer.replace(/(?<=<imagesSet>).*(?=<\/imagesSet>)/s, (set) =>
    itemsIn(set)
      .map((item) => {
        const { deprecationTime, disabled } = states.get(/<imageId>([^<]+)</.exec(item)?.[1] ?? "") ?? {};
        if (disabled === true && !withDisabled) return "";
        const dated = deprecationTime === undefined ? "" : `<deprecationTime>${deprecationTime}</deprecationTime>`;
        return item
          .replace("<imageState>available<", disabled === true ? "<imageState>disabled<" : "$&")
          .replace("<imageState>", `${dated}$&`);
      })
      .join(""),
  );
}

/** Returns the items of an XML set. Items can contain sets. */
function itemsIn(set: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of set.matchAll(/<\/?item>/g)) {
    if (tag === "<item>" && depth++ === 0) start = index;
    if (tag === "</item>" && --depth === 0) items.push(set.slice(start, index + tag.length));
  }
  return items;
}
