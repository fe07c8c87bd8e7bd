import type { Exchange, MotoFix } from "./moto-fix";

/** Parameters of a request that contain data of a launch template, e.g. `LaunchTemplateData.ImageId`. */
type Data = ReadonlyMap<string, string>;

/** Applies the source version of a new launch template version. moto ignores it and only uses the new data. */
export function launchTemplateSource(): MotoFix {
  /** Data of launch template versions, by template and version number. */
  const versions = new Map<string, Data>();
  const whole = async (request: URLSearchParams, ask: Exchange["ask"]): Promise<Data> => {
    const source = request.get("SourceVersion");
    const base = source === null ? undefined : versions.get(versionIn(await describe(request, source, ask)));
    return based(base ?? new Map<string, string>(), dataOf(request));
  };
  return {
    service: "ec2",
    concerns: ({ method }) => method === "POST",
    request: async ({ body, ask }) => {
      const request = new URLSearchParams(body);
      if (request.get("Action") !== "CreateLaunchTemplateVersion") return body;
      for (const [name, value] of await whole(request, ask)) request.set(name, value);
      return request.toString();
    },
    answer: async (answer, { body, ask }) => {
      const request = new URLSearchParams(body);
      const action = request.get("Action");
      // The answer to CreateLaunchTemplate has the version number in another element.
      if (action === "CreateLaunchTemplate") versions.set(`${element(answer, "launchTemplateId")} 1`, dataOf(request));
      if (action === "CreateLaunchTemplateVersion") versions.set(versionIn(answer), await whole(request, ask));
      return answer;
    },
  };
}

/** Merges new data into the data of a source version. A whole member is replaced, so lists are not extended. */
function based(base: Data, own: Data): Data {
  const replaced = new Set([...own.keys()].map(memberOf));
  return new Map([...[...base].filter(([name]) => !replaced.has(memberOf(name))), ...own]);
}

function dataOf(request: URLSearchParams): Data {
  return new Map([...request].filter(([name]) => name.startsWith("LaunchTemplateData.")));
}

/** Returns the member of a parameter: `BlockDeviceMapping` for `LaunchTemplateData.BlockDeviceMapping.1.DeviceName`. */
function memberOf(name: string): string {
  return name.split(".")[1] ?? "";
}

/**
 * Describes one version of the launch template in a request.
 *
 * @param version a number, `$Default` or `$Latest`
 */
function describe(request: URLSearchParams, version: string, ask: Exchange["ask"]): Promise<string> {
  const named = [...request].filter(([name]) => ["LaunchTemplateId", "LaunchTemplateName", "Version"].includes(name));
  return ask(
    new URLSearchParams([
      ["Action", "DescribeLaunchTemplateVersions"],
      ...named,
      ["LaunchTemplateVersion.1", version],
    ]).toString(),
  );
}

function versionIn(answer: string): string {
  return `${element(answer, "launchTemplateId")} ${element(answer, "versionNumber")}`;
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
}
