import { type Json, stringOf } from "../../review/plan/json";

export interface ProviderSource {
  /** Without the public registry's host: `hashicorp/aws`. */
  readonly source: string;
  /** Named as Terraform 0.12 and older do, `provider.aws`. */
  readonly legacy: boolean;
}

/** From `module.m.provider["registry.terraform.io/hashicorp/aws"].eu`, `provider.aws.eu`, or a plain source. */
export function providerSource(provider: Json): ProviderSource {
  const text = stringOf(provider) ?? "";
  const [, quoted] = /provider\["([^"]+)"\]/.exec(text) ?? [];
  const source = quoted ?? (/^[^.]+(\.[^/]+)?\/[^/]+(\/[^/]+)?$/.test(text) ? text : undefined);
  if (source !== undefined)
    return {
      source: source.replace(/^registry\.(terraform\.io|opentofu\.org)\//, "").replace(/^-\//, "hashicorp/"),
      legacy: /(^|\/)-\//.test(source),
    };
  const [, name] = /(?:^|\.)provider\.([\w-]+)/.exec(text) ?? [];
  return { source: name === undefined ? text : `hashicorp/${name}`, legacy: name !== undefined };
}
