import type { YamlPath } from "../problems/yaml-source";
import { objectOf } from "../review/plan/json";
import { keptArguments } from "./matching/overrides";

/** A kind of hardening after an adoption, as accepted by `--only`. docs/adoption.md describes each kind. */
export type Hardening = "documents" | "logs" | "metadata" | "volumes" | "overrides" | "comments";

/** A line of a definition that keeps a setting of the old code. Hardening removes the line. */
export interface KeptAsItWas {
  readonly of: Hardening;
  readonly path: YamlPath;
}

/** Finds the lines of an environment that keep settings of the old code. @param raw the parsed file */
export function keptInEnvironment(raw: unknown): KeptAsItWas[] {
  const { documents, build, overrides, images, containers } = objectOf(raw);
  const { logs, metadata } = objectOf(build);
  const own = (kind: string, built: unknown): KeptAsItWas[] =>
    Object.entries(objectOf(built)).flatMap(([name, each]) =>
      objectOf(objectOf(each).build).metadata === "as-ami"
        ? [{ of: "metadata" as const, path: [kind, name, "build", "metadata"] }]
        : [],
    );
  return [
    ...("protection" in objectOf(documents) ? [{ of: "documents" as const, path: ["documents", "protection"] }] : []),
    ...("protection" in objectOf(logs) ? [{ of: "logs" as const, path: ["build", "logs", "protection"] }] : []),
    ...(metadata === "as-ami" ? [{ of: "metadata" as const, path: ["build", "metadata"] }] : []),
    ...own("images", images),
    ...own("containers", containers),
    ...Object.entries(objectOf(overrides)).flatMap(([address, given]) => {
      const [type = ""] = address.split(".");
      // Only arguments that an adoption writes. Users may need other overrides for their own reasons.
      return Object.keys(objectOf(given))
        .filter((argument) => keptArguments[type]?.includes(argument))
        .map((argument) => ({
          of: argument === "instance_metadata_options" ? ("metadata" as const) : ("overrides" as const),
          path: ["overrides", address, argument],
        }));
    }),
  ];
}

/** Finds the lines of an image that keep the encryption of its volumes as the parent has it. @param raw the parsed file */
export function keptInImage(raw: unknown): KeptAsItWas[] {
  const { encryptRootVolume, volumes } = objectOf(raw);
  return [
    ...(encryptRootVolume === false ? [{ of: "volumes" as const, path: ["encryptRootVolume"] }] : []),
    ...(Array.isArray(volumes) ? volumes : []).flatMap((volume, index) =>
      objectOf(volume).encrypted === "as-parent"
        ? [{ of: "volumes" as const, path: ["volumes", index, "encrypted"] }]
        : [],
    ),
  ];
}
