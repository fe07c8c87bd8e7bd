type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Body = Readonly<Record<string, Json>>;

/**
 * Keys that Terraform 0.12.24 accepts at the top level of a file and in its blocks. `//` is a comment anywhere.
 * Sources: https://developer.hashicorp.com/terraform/language/v1.1.x with the change logs of 0.12 and later, which name what is newer:
 * `validation` of variables 0.13, `sensitive` of variables 0.14, `moved`, `cloud` and `nullable` 1.1, `precondition` and
 * `replace_triggered_by` 1.2, `import` and `check` 1.5, `removed` 1.7, `ephemeral` 1.10.
 */
const topLevel = ["terraform", "provider", "resource", "data", "variable", "output", "locals", "module"];
const terraformBlock = ["required_version", "required_providers", "backend"];
const outputBlock = ["value", "description", "sensitive", "depends_on"];
const variableBlock = ["type", "default", "description"];
const lifecycleBlock = ["create_before_destroy", "prevent_destroy", "ignore_changes"];

/** Arguments of backends in 0.12. Source: the pages of the backends local, s3 and http of 0.12. */
const backends: Readonly<Record<string, readonly string[]>> = {
  local: ["path", "workspace_dir"],
  s3: [
    ...["bucket", "key", "region", "encrypt", "kms_key_id", "dynamodb_table", "profile", "role_arn", "external_id"],
    ...["session_name", "acl", "workspace_key_prefix", "shared_credentials_file", "max_retries", "sse_customer_key"],
  ],
  http: [
    ...["address", "update_method", "lock_address", "lock_method", "unlock_address", "unlock_method", "username"],
    ...["password", "skip_cert_verification"],
  ],
};

const name = String.raw`[A-Za-z_][\w-]*`;
const step = String.raw`(?:\.${name}|\[(?:\d+|"[^"\\$%]*")\])`;
const reference = new RegExp(String.raw`^(?:data\.)?aws_[a-z0-9_]+\.${name}${step}*$|^(?:var|local)\.${name}${step}*$`);
/** A single character in quotes, which escapes a text that looks like a template. */
const literalCharacter = /^"(?:[^"\\]|\\.)"$/;
const address = new RegExp(String.raw`^(?:data\.)?aws_[a-z0-9_]+\.${name}$`);

/**
 * Returns a line for each part of a stack's JSON that Terraform 0.12.24 cannot read, and for each template that is neither a reference nor
 * a literal.
 */
export function faultsOfTerraform12(json: object): string[] {
  const file = json as Body;
  const faults = [...unknown("", file, topLevel)];
  const { terraform, provider, resource, data, variable, output, locals } = file;
  for (const block of bodies(terraform)) {
    faults.push(...unknown("terraform", block, terraformBlock));
    for (const [type, config] of members(block.backend))
      for (const each of bodies(config)) faults.push(...unknown(`backend ${type}`, each, backends[type] ?? []));
    // The form with a source is documented from 0.12.26 on. In a test, 0.12.24 accepted it if the source is only the name.
    for (const [provided, requirement] of members(block.required_providers))
      if (typeof requirement !== "string")
        for (const each of bodies(requirement))
          faults.push(
            ...unknown(`required_providers.${provided}`, each, ["version", "source"]),
            ...(each.source === undefined || each.source === provided
              ? []
              : [`source of ${provided}: ${show(each.source)}`]),
          );
  }
  for (const [type, configs] of members(provider))
    for (const each of bodies(configs)) faults.push(...expressions(`provider ${type}`, each));
  for (const [kind, all] of [
    ["resource", resource],
    ["data", data],
  ] as const)
    for (const [type, named] of members(all))
      for (const [label, body] of members(named))
        for (const each of bodies(body)) faults.push(...ofResource(`${kind} ${type}.${label}`, each));
  for (const [label, each] of members(output))
    for (const body of bodies(each))
      faults.push(...unknown(`output ${label}`, body, outputBlock), ...expressions(`output ${label}`, body));
  for (const [label, each] of members(variable))
    for (const body of bodies(each)) faults.push(...unknown(`variable ${label}`, body, variableBlock));
  faults.push(...expressions("locals", locals ?? {}));
  return faults;
}

function ofResource(where: string, { lifecycle, depends_on: dependsOn, ...rest }: Body): string[] {
  const faults: string[] = [];
  for (const each of bodies(lifecycle)) faults.push(...unknown(`${where} lifecycle`, each, lifecycleBlock));
  for (const each of Array.isArray(dependsOn) ? (dependsOn as Json[]) : [])
    if (typeof each !== "string" || !address.test(each)) faults.push(`${where} depends_on: ${show(each)}`);
  return [...faults, ...expressions(where, rest)];
}

function unknown(where: string, body: Body, known: readonly string[]): string[] {
  return Object.keys(body)
    .filter((key) => key !== "//" && !known.includes(key))
    .map((key) => `${where === "" ? "" : `${where}: `}${key}`);
}

/** Returns the templates, at any depth, that are neither a reference nor a literal. */
function expressions(where: string, value: Json): string[] {
  if (typeof value === "string") return templatesIn(value).map((each) => `${where}: ${each}`);
  if (Array.isArray(value)) return (value as Json[]).flatMap((each) => expressions(where, each));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "//" ? [] : [...templatesIn(key).map((fault) => `${where}: ${fault}`), ...expressions(where, each)],
  );
}

function templatesIn(text: string): string[] {
  // `$${` and `%%{` are literal text.
  const bare = text.replace(/\$\$\{|%%\{/g, "");
  const directives = bare.includes("%{") ? ["%{"] : [];
  const inside = [...bare.matchAll(/\$\{("(?:[^"\\]|\\.)*"|[^}]*)\}?/g)].map(([, each = ""]) => each);
  return [...directives, ...inside.filter((each) => !reference.test(each) && !literalCharacter.test(each))];
}

function members(value: Json | undefined): [string, Json][] {
  return bodies(value).flatMap((each) => Object.entries(each).filter(([key]) => key !== "//"));
}

/** Returns the blocks in a value that is a block or a list of blocks. */
function bodies(value: Json | undefined): Body[] {
  if (Array.isArray(value)) return (value as Json[]).flatMap(bodies);
  return typeof value === "object" && value !== null ? [value as Body] : [];
}

function show(value: Json): string {
  return JSON.stringify(value);
}
