import type { Built } from "../../../src/factory/built";
import { planClean } from "../../../src/operations/cleaning/plan-clean";
import {
  abroad,
  amiOf,
  arnOf,
  factory,
  fakeAccount,
  type GivenAccount,
  type GivenBuild,
  home,
  web,
} from "../fake-account";
import { serviceError } from "../fake-connection";

async function plan(given: GivenAccount, keep = 0) {
  return planClean(fakeAccount(given).connection, factory, [web], { keep });
}

/** What keeps the only build of an account. */
async function keeps(rest: Omit<GivenAccount, "builds">, build: Omit<GivenBuild, "build"> = {}) {
  const [candidate] = await plan({ builds: [{ build: 1, ...build }], ...rest });
  return candidate?.kept;
}

/** Launch templates as `DescribeLaunchTemplateVersions` has them: by id, with the AMI of each version. */
function templates(
  versions: Readonly<Record<string, string>>,
  groups: readonly object[] = [],
  resolved: Readonly<Record<string, string | Error>> = {},
): Omit<GivenAccount, "builds"> {
  return {
    answers: {
      DescribeLaunchTemplateVersionsCommand: ({ LaunchTemplateId, Versions, ResolveAlias }, region) => {
        if (region !== home) return {};
        const asked = LaunchTemplateId === undefined ? ["$Latest", "$Default"] : (Versions as string[]);
        expect(Versions).toEqual(asked);
        return {
          LaunchTemplateVersions: asked.flatMap((version) => {
            const ami = versions[version];
            if (ami === undefined) return [];
            const answer = ResolveAlias === true ? (resolved[ami] ?? ami) : ami;
            if (answer instanceof Error) throw answer;
            const common = { LaunchTemplateId: "lt-1", LaunchTemplateName: "web-servers", VersionNumber: version };
            return { ...common, LaunchTemplateData: { ImageId: answer } };
          }),
        };
      },
      DescribeAutoScalingGroupsCommand: (_, region) => ({ AutoScalingGroups: region === home ? groups : [] }),
    },
  };
}
const used = (who: string): string => `${amiOf(1)} in ${home} is used by ${who}`;
const version = (number: string) => ({ LaunchTemplateId: "lt-1", Version: number });

describe("what Terraform has built", () => {
  const onDeploy = { ...web, buildOnDeploy: { timeoutHours: 1, tags: {} } };
  const summary = (build: number, of: string) => ({
    arn: arnOf(build, of),
    state: { status: "AVAILABLE" },
    dateCreated: `2026-11-0${build}T10:00:00Z`,
  });
  /** What keeps each build, the newest first; that of the pipeline and the others are of version 1.0.0, or as given. */
  async function keepsEach(image: Built, other = "1.0.0") {
    const answers: GivenAccount["answers"] = {
      ListImagePipelineImagesCommand: () => ({ imageSummaryList: [summary(2, "1.0.0")] }),
      ListImagesCommand: () => ({ imageVersionList: [{ arn: "version", name: "web" }] }),
      ListImageBuildVersionsCommand: () => ({ imageSummaryList: [summary(2, "1.0.0"), summary(1, other)] }),
    };
    const { connection } = fakeAccount({ builds: [], answers });
    return (await planClean(connection, factory, [image], { keep: 0 })).map(({ kept }) => kept);
  }

  it("stays, for Terraform would build it anew, but not what a pipeline has built", async () => {
    const why = "Terraform built it (buildOnDeploy), and would build it again";
    expect(await keepsEach(onDeploy)).toEqual([[], [why]]);
    expect(await keepsEach(web)).toEqual([[], []]);
    expect(await keepsEach(onDeploy, "0.9.0")).toEqual([[], []]);
  });
});

describe("AMIs that Image Builder does not list with a build", () => {
  const madeBy = (arn: string) => ({ Tags: [{ Key: "Ec2ImageBuilderArn", Value: arn }] });
  const gone = () => {
    throw serviceError("ResourceNotFoundException", 404);
  };
  const lost = (arn: string, GetImageCommand: () => unknown = gone): GivenAccount => ({
    builds: [{ build: 3 }],
    otherAmis: { "ami-lost": "snap-lost" },
    amis: { "ami-lost": madeBy(arn) },
    answers: { GetImageCommand },
  });
  const found = async (given: GivenAccount, keep = 1) =>
    (await plan(given, keep)).map(({ build, amis, kept }) => ({
      build: `${build.version}/${build.build} ${build.status}`,
      amis: amis.map(({ id }) => id),
      kept,
    }));

  it("are found where the record of the build that made them is gone", async () => {
    expect(await found(lost(arnOf(1)))).toEqual([{ build: "1.0.0/1 no record", amis: ["ami-lost"], kept: [] }]);
  });

  it("are left alone where there is a record, or another image made them", async () => {
    expect(await found(lost(arnOf(3)))).toEqual([]);
    expect(await found(lost(arnOf(1), () => ({ image: { arn: arnOf(1) } })))).toEqual([]);
    for (const name of ["web-2", "other"])
      expect(await found(lost(arnOf(1).replace("/web/", `/${name}/`)))).toEqual([]);
    expect(await found(lost(arnOf(1).replace(home, abroad)))).toEqual([]);
  });

  it("are kept by what keeps others, and by Terraform no more", async () => {
    const image = { ...web, buildOnDeploy: { timeoutHours: 1, tags: {} } };
    const { connection } = fakeAccount({
      ...lost(arnOf(1)),
      shared: { "ami-lost": [{ UserId: "111122223333" }] },
    });
    const [candidate] = await planClean(connection, factory, [image], { keep: 1 });
    expect(candidate?.kept).toEqual([`ami-lost in ${home} is shared with 111122223333`]);
  });

  it("count among the newest where there are fewer AVAILABLE builds, the newest version first", async () => {
    const given = {
      ...lost(arnOf(1)),
      builds: [],
      otherAmis: { "ami-lost": "snap-lost", "ami-newer": "snap-newer" },
      amis: { "ami-lost": madeBy(arnOf(1, "1.9.0")), "ami-newer": madeBy(arnOf(1, "1.10.0")) },
    };
    expect((await found(given)).map(({ amis }) => amis)).toEqual([["ami-lost"]]);
  });

  it("go with the failed build that made them", async () => {
    const given = { ...lost(arnOf(2)), builds: [{ build: 2, status: "FAILED", amis: {} }] };
    expect(await found(given)).toEqual([{ build: "1.0.0/2 FAILED", amis: ["ami-lost"], kept: [] }]);
  });
});

describe("what could be cleaned up", () => {
  it("is each build but the newest AVAILABLE ones and those under way", async () => {
    const builds: GivenBuild[] = [
      { build: 7, status: "BUILDING" },
      { build: 6, status: "FAILED", amis: {} },
      { build: 5 },
      { build: 4 },
      { build: 3, status: "DEPRECATED" },
      { build: 2, status: "DELETED" },
      { build: 1 },
    ];
    const numbers = async (keep: number) => (await plan({ builds }, keep)).map(({ build }) => build.build);
    expect(await numbers(2)).toEqual([6, 3, 1]);
    expect(await numbers(0)).toEqual([6, 5, 4, 3, 1]);
  });

  it("is kept by nothing where nothing needs it, with the snapshots of its AMIs", async () => {
    expect(await plan({ builds: [{ build: 1 }] })).toMatchObject([
      {
        image: "web",
        kept: [],
        amis: [
          { id: amiOf(1), region: home, snapshots: ["snap-a1"] },
          { id: amiOf(1, abroad), region: abroad, snapshots: ["snap-b1"] },
        ],
      },
    ]);
  });

  it("is kept by a channel that points at it, in whichever region, by parameter or label", async () => {
    const channel = "/golden-images/test/web/stable";
    expect(await keeps({ parameters: { [`${abroad} ${channel}`]: [{ value: amiOf(1, abroad) }] } })).toEqual([
      `channel stable points at ${amiOf(1, abroad)} in ${abroad}`,
    ]);
    const labelled = [{ value: amiOf(1), labels: ["candidate"] }, { value: "ami-new" }];
    expect(await keeps({ parameters: { [`${home} /images/web`]: labelled } })).toEqual([
      `channel candidate points at ${amiOf(1)} in ${home}`,
    ]);
    const before = [{ value: amiOf(1) }, { value: "ami-new" }];
    expect(await keeps({ parameters: { [`${home} ${channel}`]: before } })).toEqual([]);
  });

  it("is kept where it is shared, and not by being open to its own account", async () => {
    const shared = async (...permissions: Record<string, string>[]) =>
      keeps({ shared: { [amiOf(1)]: permissions }, amis: { [amiOf(1)]: { OwnerId: "123456789012" } } });
    const arn = "arn:aws:organizations::1:organization/o-1";
    expect(await shared({ UserId: "111122223333" }, { OrganizationArn: arn })).toEqual([
      `${amiOf(1)} in ${home} is shared with 111122223333, ${arn}`,
    ]);
    expect(await shared({ Group: "all" })).toEqual([`${amiOf(1)} in ${home} is shared with everybody`]);
    expect(await shared({ UserId: "123456789012" })).toEqual([]);
  });

  it("is kept by an instance that is not terminated", async () => {
    const instance = async (state: string) => keeps({ instances: [{ id: "i-1", ami: amiOf(1), state }] });
    for (const state of ["running", "stopped", "pending", "shutting-down"])
      expect(await instance(state)).toEqual([used("instance i-1")]);
    expect(await instance("terminated")).toEqual([]);
  });

  it.each([
    ["default", { $Default: amiOf(1), $Latest: "ami-new" }],
    ["newest", { $Default: "ami-old", $Latest: amiOf(1) }],
  ])("is kept by the %s version of a launch template", async (_, versions) => {
    expect(await keeps(templates(versions))).toEqual([used("launch template web-servers")]);
  });

  it("is kept by an older version of a launch template only where an Auto Scaling group names it", async () => {
    const versions = { $Default: "ami-new", $Latest: "ami-new", "1": amiOf(1) };
    expect(await keeps(templates(versions))).toEqual([]);
    const name = { AutoScalingGroupName: "web" };
    const mixed = (policy: object) => ({ ...name, MixedInstancesPolicy: { LaunchTemplate: policy } });
    for (const group of [
      { ...name, LaunchTemplate: version("1") },
      { ...name, Instances: [{ LaunchTemplate: version("1") }] },
      mixed({ LaunchTemplateSpecification: version("1") }),
      mixed({ Overrides: [{ InstanceType: "t3.large" }, { LaunchTemplateSpecification: version("1") }] }),
    ])
      expect(await keeps(templates(versions, [group]))).toEqual([used("Auto Scaling group web")]);
    expect(await keeps(templates(versions, [{ ...name, LaunchTemplate: version("2") }]))).toEqual([]);
  });

  it("is kept by an Auto Scaling group that names no version, by the default one", async () => {
    const group = { AutoScalingGroupName: "web", LaunchTemplate: { LaunchTemplateId: "lt-1" } };
    expect(await keeps(templates({ $Default: amiOf(1) }, [group]))).toContain(used("Auto Scaling group web"));
  });

  it("is kept by a launch configuration, and the group that uses it", async () => {
    const answers = {
      DescribeLaunchConfigurationsCommand: () => ({
        LaunchConfigurations: [{ LaunchConfigurationName: "old-way", ImageId: amiOf(1) }],
      }),
      DescribeAutoScalingGroupsCommand: () => ({
        AutoScalingGroups: [{ AutoScalingGroupName: "web", LaunchConfigurationName: "old-way" }],
      }),
    };
    expect(await keeps({ answers })).toEqual([used("launch configuration old-way"), used("Auto Scaling group web")]);
  });

  it.each([
    ["a launch template", { LaunchTemplateConfigs: [{ LaunchTemplateSpecification: version("1") }] }],
    ["an override", { LaunchTemplateConfigs: [{ Overrides: [{ ImageId: amiOf(1) }] }] }],
  ])("is kept by an EC2 Fleet that launches it by %s, until the fleet is deleted", async (_, configs) => {
    const kept = async (state: string) => {
      const { answers } = templates({ "1": amiOf(1) });
      const fleet = { FleetId: "fleet-1", FleetState: state, ...configs };
      return keeps({
        answers: {
          ...answers,
          DescribeFleetsCommand: (_input, region) => (region === home ? { Fleets: [fleet] } : {}),
        },
      });
    };
    for (const state of ["active", "submitted", "modifying"])
      expect(await kept(state)).toEqual([used("EC2 Fleet fleet-1")]);
    for (const state of ["deleted", "deleted_running", "failed"]) expect(await kept(state)).toEqual([]);
  });

  it.each([
    ["a launch template", { LaunchTemplateConfigs: [{ LaunchTemplateSpecification: version("1") }] }],
    ["a launch specification", { LaunchSpecifications: [{ ImageId: amiOf(1) }] }],
  ])(
    "is kept by a Spot Fleet that launches it by %s, until the request is cancelled",
    async (_, SpotFleetRequestConfig) => {
      const kept = async (state: string) => {
        const { answers } = templates({ "1": amiOf(1) });
        const request = { SpotFleetRequestId: "sfr-1", SpotFleetRequestState: state, SpotFleetRequestConfig };
        return keeps({
          answers: {
            ...answers,
            DescribeSpotFleetRequestsCommand: (_input, region) =>
              region === home ? { SpotFleetRequestConfigs: [request] } : {},
          },
        });
      };
      for (const state of ["active", "submitted"]) expect(await kept(state)).toEqual([used("Spot Fleet sfr-1")]);
      for (const state of ["cancelled", "cancelled_running"]) expect(await kept(state)).toEqual([]);
    },
  );

  it("is kept by what names its launch template only by the name", async () => {
    const template = { LaunchTemplateName: "web-servers", Version: "1" };
    const { answers } = templates({ $Default: "ami-new", "1": amiOf(1) }, [
      { AutoScalingGroupName: "web", LaunchTemplate: template },
      { AutoScalingGroupName: "other", LaunchTemplate: { ...template, LaunchTemplateName: "gone" } },
    ]);
    expect(await keeps({ answers })).toEqual([used("Auto Scaling group web")]);
  });

  it("asks once for the version that all instances of a group have", async () => {
    const group = { AutoScalingGroupName: "web", Instances: Array(500).fill({ LaunchTemplate: version("1") }) };
    const { answers } = templates({ "1": amiOf(1) }, [group]);
    const asked: unknown[] = [];
    const counted: GivenAccount["answers"] = {
      ...answers,
      DescribeLaunchTemplateVersionsCommand: (input, region) => {
        if (input.LaunchTemplateId !== undefined) asked.push(input.Versions);
        return answers?.DescribeLaunchTemplateVersionsCommand?.(input, region);
      },
    };
    expect(await keeps({ answers: counted })).toEqual([used("Auto Scaling group web")]);
    expect(asked).toEqual([["1"]]);
  });

  const follows = "resolve:ssm:/images/web:3";

  it("is kept by a launch template that follows an SSM parameter which holds it", async () => {
    expect(await keeps(templates({ $Default: follows }, [], { [follows]: amiOf(1) }))).toEqual([
      used("launch template web-servers"),
    ]);
  });

  it("is not kept by a launch template whose parameter names no AMI, and unknown where nobody may look", async () => {
    const asked = async (name: string, status: number) =>
      keeps(templates({ $Default: follows }, [], { [follows]: serviceError(name, status) }));
    expect(await asked("SsmInvalidParameter", 400)).toEqual([]);
    expect(await asked("InvalidLaunchTemplateId.NotFound", 400)).toEqual([]);
    await expect(asked("InvalidParameterValue", 400)).rejects.toThrow("said by AWS");
    await expect(asked("UnauthorizedOperation", 403)).rejects.toThrow("said by AWS");
    await expect(asked("RequestLimitExceeded", 503)).rejects.toThrow("said by AWS");
  });

  it("is kept where its AMI is in another account, or it is a container", async () => {
    expect(await keeps({}, { amis: { [home]: "ami-x" }, amisIn: "111122223333" })).toEqual([
      `ami-x in ${home} is in account 111122223333: clean it up there, or with a lifecycle policy`,
    ]);
    expect(await keeps({}, { amis: {}, containers: ["web:1"] })).toEqual([
      expect.stringContaining("it is a container image") as string,
    ]);
  });

  it("is kept where another AMI stands on its snapshot", async () => {
    expect(await keeps({ otherAmis: { "ami-by-hand": "snap-a1" } })).toEqual([
      `ami-by-hand in ${home} uses snap-a1, a snapshot of ${amiOf(1)}`,
    ]);
    expect(await keeps({ otherAmis: { "ami-by-hand": "snap-other" } })).toEqual([]);
  });

  it("is refused where its AMI is protected from deregistration", async () => {
    const refused = async (DeregistrationProtection: string) =>
      (await plan({ builds: [{ build: 1 }], amis: { [amiOf(1)]: { DeregistrationProtection } } }))[0]?.refused;
    expect(await refused("enabled-without-cooldown")).toEqual([
      `${amiOf(1)} in ${home} is protected from deregistration`,
    ]);
    expect(await refused("disabled")).toEqual([]);
  });

  it.each([
    ["names it", "1.0.0/1", ["1"]],
    ["names its version", "1.0.0", ["2"]],
    ["takes the newest of a line, by number and not by date", "1.x.x", ["5"]],
    ["takes the newest of all", "x.x.x", ["5"]],
    ["stands on another build", "1.0.1/9", []],
  ])("is refused where a recipe %s", async (_, parent, expected) => {
    const builds: GivenBuild[] = [
      { build: 5, version: "1.10.0" },
      { build: 6, version: "1.9.0" },
      { build: 2 },
      { build: 3, status: "FAILED", amis: {} },
      { build: 1 },
    ];
    const parentImage = `arn:aws:imagebuilder:${home}:123456789012:image/web/${parent}`;
    const candidates = await plan({ builds, recipes: { "child/1.0.0": parentImage } });
    const found = candidates.filter(({ refused }) => refused.includes("image-recipe child 1.0.0 is built on it"));
    expect(found.map(({ build }) => build.build)).toEqual(expected.map(Number));
  });

  it("is kept by recipes that name its AMI, as the parent or for the instance that builds a container", async () => {
    expect(await keeps({ recipes: { "child/1.0.0": amiOf(1) } })).toEqual([used("image-recipe child 1.0.0")]);
    const arn = `arn:aws:imagebuilder:${home}:123456789012:container-recipe/app/2.0.0`;
    const recipe = { arn, parentImage: "amazonlinux:latest", instanceImage: amiOf(1) };
    const answers = { ListContainerRecipesCommand: () => ({ containerRecipeSummaryList: [recipe] }) };
    expect(await keeps({ answers })).toEqual([used("container-recipe app 2.0.0")]);
  });

  it("is not said where AWS leaves out the parent of a recipe", async () => {
    const answers = { ListContainerRecipesCommand: () => ({ containerRecipeSummaryList: [{ arn: "arn" }] }) };
    await expect(keeps({ answers })).rejects.toThrow("AWS answered without parentImage");
  });

  it("is a build whose AMIs are gone already, which leaves its record to remove", async () => {
    const gone = { [amiOf(1)]: undefined, [amiOf(1, abroad)]: undefined };
    expect(await plan({ builds: [{ build: 1 }], amis: gone })).toMatchObject([{ amis: [], kept: [] }]);
  });
});
