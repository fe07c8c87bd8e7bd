import { readState } from "../../../src/adoption/state/read-state";
import { placeOfState } from "../../../src/adoption/state/scope";
import { isStateFault, type State } from "../../../src/adoption/state/state";

const arn = "arn:aws:imagebuilder:eu-west-1:123456789012:component/agent/1.2.3/1";
const aws = 'provider["registry.terraform.io/hashicorp/aws"]';
const component = (attributes: object, more: object = {}) => ({
  mode: "managed",
  type: "aws_imagebuilder_component",
  name: "agent",
  provider: aws,
  instances: [{ schema_version: 0, attributes, ...more }],
});
const four = (...resources: object[]) =>
  JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 3, lineage: "x", outputs: {}, resources });

function read(text: string): State {
  const state = readState(text);
  if (isStateFault(state)) throw new Error(state.message);
  return state;
}

describe("a state of version 4", () => {
  it("is read with the addresses of modules, count and for_each", () => {
    const state = read(
      four(
        { ...component({ arn }), module: 'module.images["a.b"].module.inner[0]' },
        { ...component({ arn }), instances: [{ index_key: 1, attributes: { arn } }] },
        { ...component({ arn }), name: "each", instances: [{ index_key: 'quo"te ${x}', attributes: { arn } }] },
      ),
    );
    expect(state.resources.map(({ address }) => address)).toStrictEqual([
      'module.images["a.b"].module.inner[0].aws_imagebuilder_component.agent',
      "aws_imagebuilder_component.agent[1]",
      'aws_imagebuilder_component.each["quo\\"te $${x}"]',
    ]);
    expect(state.resources.map(({ provider }) => provider)).toStrictEqual(Array(3).fill("hashicorp/aws"));
    expect(state.legacyProviders).toBe(false);
  });

  it("tells data sources and deposed objects apart", () => {
    const state = read(
      four({ ...component({ arn }), mode: "data" }, component({ arn }), component({ arn }, { deposed: "0a1b2c3d" })),
    );
    expect(state.resources).toHaveLength(1);
    expect(state.dataSources.map(({ address }) => address)).toStrictEqual(["data.aws_imagebuilder_component.agent"]);
    expect(state.deposed).toStrictEqual(["aws_imagebuilder_component.agent"]);
    expect(state.tainted).toStrictEqual([]);
  });

  it("tells what is tainted", () => {
    const tainted = component({ arn }, { status: "tainted" });
    expect(read(four(component({ arn }), { ...tainted, module: "module.m" })).tainted).toStrictEqual([
      "module.m.aws_imagebuilder_component.agent",
    ]);
  });

  it.each(["provider.aws", "provider.aws.ireland", "module.m.provider.aws", 'provider["registry.terraform.io/-/aws"]'])(
    "knows %s for a provider as old Terraform names it",
    (provider) => {
      const state = read(four({ ...component({ arn }), provider }));
      expect(state.legacyProviders).toBe(true);
      expect(state.resources[0]?.provider).toBe("hashicorp/aws");
    },
  );

  it("keeps what is marked as sensitive by its path", () => {
    const marked = {
      sensitive_attributes: [
        [
          { type: "get_attr", value: "tags" },
          { type: "index", value: { value: "k", type: "string" } },
        ],
      ],
    };
    expect(read(four(component({ arn, tags: { k: "v" } }, marked))).resources[0]?.sensitive).toStrictEqual([
      ["tags", "k"],
    ]);
  });

  it("expands the flat attributes that Terraform keeps of a state of version 3", () => {
    const flat = {
      mode: "managed",
      type: "aws_x",
      name: "y",
      provider: aws,
      instances: [{ attributes_flat: { "a.#": "1", "a.0": "b" } }],
    };
    expect(read(four(flat)).resources[0]?.attributes).toStrictEqual({ a: ["b"] });
  });
});

describe("a state of version 3", () => {
  const three = {
    version: 3,
    terraform_version: "0.11.14",
    serial: 1,
    modules: [
      { path: ["root"], outputs: {}, resources: {} },
      {
        path: ["root", "images"],
        outputs: { token: { sensitive: true, type: "string", value: "s3cr3t-value" } },
        resources: {
          "aws_imagebuilder_component.agent.1": {
            type: "aws_imagebuilder_component",
            depends_on: [],
            primary: {
              id: arn,
              attributes: {
                arn,
                "supported_os_versions.#": "2",
                "supported_os_versions.99": "Ubuntu 24",
                "supported_os_versions.7": "Amazon Linux 2",
                "tags.%": "2",
                "tags.cost.center": "7",
                "tags.team": "a",
              },
              meta: {},
              tainted: true,
            },
            deposed: [],
            provider: "provider.aws",
          },
          "data.aws_ami.x": { type: "aws_ami", primary: { id: "ami-1", attributes: {} } },
        },
      },
    ],
  };

  it("is read with its modules, counted resources, sets and maps", () => {
    const { resources, form, legacyProviders, sensitiveOutputs, tainted } = read(JSON.stringify(three));
    expect(tainted).toStrictEqual(["module.images.aws_imagebuilder_component.agent[1]"]);
    expect({ form, legacyProviders, sensitiveOutputs }).toStrictEqual({
      form: "version 3",
      legacyProviders: true,
      sensitiveOutputs: ["s3cr3t-value"],
    });
    expect(resources).toHaveLength(1);
    expect(resources[0]).toMatchObject({
      address: "module.images.aws_imagebuilder_component.agent[1]",
      provider: "hashicorp/aws",
      attributes: {
        arn,
        supported_os_versions: ["Amazon Linux 2", "Ubuntu 24"],
        tags: { "cost.center": "7", team: "a" },
      },
    });
  });
});

describe("what terraform show -json writes", () => {
  it("is read through all modules, with what is sensitive", () => {
    const resource = {
      address: 'module.m["a.aws_x.y"].aws_x.y[0]',
      mode: "managed",
      type: "aws_x",
      name: "y",
      index: 0,
      provider_name: "registry.terraform.io/hashicorp/aws",
      tainted: true,
      values: { password: "p", list: [{ a: 1 }] },
      sensitive_values: { password: true, list: [{}] },
    };
    const source = { ...resource, address: "module.m.data.aws_x.z", mode: "data", name: "z" };
    const shown = {
      format_version: "1.0",
      terraform_version: "1.11.4",
      values: { root_module: { child_modules: [{ address: "module.m", resources: [resource, source] }] } },
    };
    const { resources, dataSources, form, tainted } = read(JSON.stringify(shown));
    expect(dataSources.map(({ address }) => address)).toStrictEqual([source.address]);
    expect(form).toBe("terraform show");
    expect(tainted).toStrictEqual([resource.address]);
    expect(resources).toStrictEqual([
      {
        address: resource.address,
        module: 'module.m["a.aws_x.y"]',
        type: "aws_x",
        name: "y",
        key: 0,
        provider: "hashicorp/aws",
        attributes: resource.values,
        sensitive: [["password"]],
      },
    ]);
  });
});

describe("a file that is no state", () => {
  const state = four(component({ arn }));
  it.each([
    ["state-empty", " \n"],
    ["state-is-plan", "PK\u0003\u0004"],
    ["state-is-plan", '{"format_version":"1.2","resource_changes":[]}'],
    ["state-not-json", "resource aws_s3_bucket x {}"],
    ["state-not-json", `${state}}`],
    ["state-cut-off", state.slice(0, -20)],
    ["state-cut-off", state.slice(0, state.indexOf("1.11"))],
    ["state-encrypted", '{"version":4,"encrypted_data":"x"}'],
    ["state-version", '{"version":2,"modules":[]}'],
    ["state-version", '{"version":5}'],
    ["state-not-a-state", '{"name":"golden-images"}'],
    ["state-not-a-state", "[]"],
    ["state-without-resources", '{"format_version":"1.0","terraform_version":"1.11.4"}'],
    ["state-too-large", " ".repeat(32 * 1024 * 1024 + 1)],
  ])("is refused as %s", (code, text) => {
    expect(readState(text)).toMatchObject({ code });
  });

  it("is read up to the size that is allowed", () => {
    expect(readState(state.padEnd(32 * 1024 * 1024))).toMatchObject({ form: "version 4" });
  });
});

describe("the place of a state", () => {
  const other = (account: string, region: string) =>
    component({ arn: `arn:aws:imagebuilder:${region}:${account}:component/b/1.0.0/1` });

  it("is that of its Image Builder resources", () => {
    expect(placeOfState(read(four(component({ arn }), other("123456789012", "eu-west-1"))))).toStrictEqual({
      partition: "aws",
      region: "eu-west-1",
      account: "123456789012",
    });
  });

  it.each([
    ["state-without-resources", []],
    ["state-without-image-builder", [{ ...component({}), type: "google_compute_image" }]],
    ["state-without-arns", [component({})]],
    ["state-of-two-accounts", [component({ arn }), other("999999999999", "eu-west-1")]],
    ["state-of-two-regions", [component({ arn }), other("123456789012", "eu-central-1")]],
  ])("is refused as %s", (code, resources) => {
    expect(placeOfState(read(four(...resources)))).toMatchObject({ code });
  });
});
