import { type Json, stringOf } from "../../review/plan/json";
import type { ResourceInstance } from "./state";

export interface ProviderSource {
  /** Source address without the host of the public registry: `hashicorp/aws`. */
  readonly source: string;
  /** True if the address has the format of Terraform 0.12 and older, `provider.aws`. */
  readonly legacy: boolean;
  /** Alias of the provider configuration. Undefined for the default configuration. */
  readonly alias?: string;
  /** Address of the module with the provider configuration; empty for the root module. */
  readonly module: string;
}

/** Parses `module.m.provider["registry.terraform.io/hashicorp/aws"].eu`, `provider.aws.eu`, or a plain source. */
export function providerSource(provider: Json): ProviderSource {
  const text = stringOf(provider) ?? "";
  const [, module = "", quoted, ofQuoted] =
    /^(?:(module\..*)\.)?provider\["([^"]+)"\](?:\.([\w-]+))?$/.exec(text) ?? [];
  const source = quoted ?? (/^[^.]+(\.[^/]+)?\/[^/]+(\/[^/]+)?$/.test(text) ? text : undefined);
  if (source !== undefined)
    return {
      source: source.replace(/^registry\.(terraform\.io|opentofu\.org)\//, "").replace(/^-\//, "hashicorp/"),
      legacy: /(^|\/)-\//.test(source),
      module,
      ...(ofQuoted === undefined ? {} : { alias: ofQuoted }),
    };
  const [, within = "", name, alias] = /^(?:(module\..*)\.)?provider\.([\w-]+)(?:\.([\w-]+))?$/.exec(text) ?? [];
  return {
    source: name === undefined ? text : `hashicorp/${name}`,
    legacy: name !== undefined,
    module: within,
    ...(alias === undefined ? {} : { alias }),
  };
}

export function providerOf(provider: Json): Pick<ResourceInstance, "provider" | "configuredBy"> {
  const { source, module, alias } = providerSource(provider);
  const isDefault = module === "" && alias === undefined;
  return {
    provider: source,
    ...(isDefault ? {} : { configuredBy: { module, ...(alias === undefined ? {} : { alias }) } }),
  };
}
